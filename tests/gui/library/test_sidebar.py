"""The sidebar with real rows, real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from variorum.core.library.drafts import draft
from variorum.core.library.library import Library
from variorum.gui.library.rows import Row, RowKind
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.library.story_model import Role
from variorum.gui.services import Services

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def laid_out(qtbot: QtBot, view: QListView) -> None:
    """Rows are laid out in batches: wait for the last one."""
    last = view.model().index(view.model().rowCount() - 1, 0)
    qtbot.waitUntil(lambda: view.visualRect(last).isValid())


def click(view: QListView, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifiers, at)


@pytest.fixture
def sidebar(qtbot: QtBot, services: Services, story: tuple[int, ...]) -> Sidebar:
    sidebar = Sidebar(services)
    qtbot.addWidget(sidebar)
    sidebar.resize(260, 700)
    sidebar.refresh()
    sidebar.show()
    qtbot.waitExposed(sidebar)
    laid_out(qtbot, sidebar.story_list)
    return sidebar


def place_of(sidebar: Sidebar, article_id: int, view: QListView | None = None) -> QPoint:
    view = view or sidebar.story_list
    model = view.model()
    for number in range(model.rowCount()):
        index = model.index(number, 0)
        if index.data(Role.ROW).article_id == article_id:
            return view.visualRect(index).center()
    raise AssertionError(f"no row of {article_id}")


def test_a_click_opens_and_a_ctrl_click_only_selects(qtbot: QtBot, sidebar: Sidebar, story: tuple[int, ...]) -> None:
    opened: list[int] = []
    sidebar.article_opened.connect(opened.append)
    click(sidebar.story_list, place_of(sidebar, story[0]))
    click(sidebar.story_list, place_of(sidebar, story[2]), CONTROL)
    assert opened == [story[0]]
    assert sidebar.selected_articles() == [story[0], story[2]]


def test_home_goes_to_the_first_row_that_is_no_heading(sidebar: Sidebar, story: tuple[int, ...]) -> None:
    click(sidebar.story_list, place_of(sidebar, story[2]))
    QTest.keyClick(sidebar.story_list, Qt.Key.Key_Home)
    assert sidebar.story_is_selected()
    assert sidebar.selected_articles() == []


def test_arrows_walk_and_enter_opens(qtbot: QtBot, sidebar: Sidebar, story: tuple[int, ...]) -> None:
    opened: list[int] = []
    sidebar.article_opened.connect(opened.append)
    click(sidebar.story_list, place_of(sidebar, story[0]))
    QTest.keyClick(sidebar.story_list, Qt.Key.Key_Down)
    QTest.keyClick(sidebar.story_list, Qt.Key.Key_Return)
    assert opened == list(story[:2])


def test_only_one_list_has_a_selection(qtbot: QtBot, sidebar: Sidebar, story: tuple[int, ...]) -> None:
    sidebar.articles.set_unfolded(True)
    laid_out(qtbot, sidebar.articles.list)
    click(sidebar.story_list, place_of(sidebar, story[0]))
    every = sidebar.articles.list
    click(every, place_of(sidebar, story[3], every))
    assert sidebar.selected_articles() == [story[3]]
    assert not sidebar.story_list.selectionModel().hasSelection()


def test_opening_an_article_unfolds_its_story(
    qtbot: QtBot, sidebar: Sidebar, library: Library, story: tuple[int, ...]
) -> None:
    school = library.new_story("A school", [story[3]])
    sidebar.refresh()
    sidebar.set_open([story[0]])
    current = sidebar.stories.current()
    assert current is not None
    assert current.name == "The bridge"
    sidebar.set_open([story[3]])
    assert sidebar.stories.current() == library.story(school.id)


def test_a_story_to_come_is_unfolded_though_the_library_is_read_before_it_is_there(
    sidebar: Sidebar, library: Library, story: tuple[int, ...]
) -> None:
    sidebar.unfold_story_of(story[3])
    library.add("Choir wins\n\nThe choir won a prize.")
    sidebar.refresh()
    made = library.new_story("The school", [story[3]])
    sidebar.refresh()
    current = sidebar.stories.current()
    assert current is not None
    assert current.id == made.id


def test_a_click_on_another_story_unfolds_it(
    qtbot: QtBot, sidebar: Sidebar, library: Library, story: tuple[int, ...]
) -> None:
    library.new_story("A school", [story[3]])
    sidebar.refresh()
    sidebar.set_open([story[0]])
    laid_out(qtbot, sidebar.story_list)
    model = sidebar.stories
    last = model.index(model.rowCount() - 1)
    assert last.data() == "A school"
    click(sidebar.story_list, sidebar.story_list.visualRect(last).center())
    current = sidebar.selected_story()
    assert current is not None
    assert current.name == "A school"


def test_the_selection_survives_a_refresh(
    qtbot: QtBot, sidebar: Sidebar, library: Library, story: tuple[int, ...]
) -> None:
    click(sidebar.story_list, place_of(sidebar, story[1]))
    library.rename_story(library.stories()[0].id, "The old bridge")
    sidebar.refresh()
    assert sidebar.selected_articles() == [story[1]]


def test_the_count_of_all_articles_tells_how_many_are_shown(sidebar: Sidebar) -> None:
    assert sidebar.articles.heading.text().endswith("4")
    sidebar.articles.filter.setText("bridge")
    assert sidebar.articles.heading.text().endswith("3 of 4")


def test_a_library_that_cannot_be_read_is_told(sidebar: Sidebar, library: Library, qtbot: QtBot) -> None:
    library.close()
    with qtbot.waitSignal(sidebar.failed) as told:
        sidebar.refresh()
    assert told.args is not None
    assert "library" in told.args[0]


def test_rows_are_drawn_in_both_themes(qtbot: QtBot, sidebar: Sidebar, services: Services) -> None:
    light = sidebar.grab().toImage()
    services.theme.set_mode("dark")
    dark = sidebar.grab().toImage()
    at = QPoint(130, 650)
    assert light.pixelColor(at).lightness() > 200
    assert dark.pixelColor(at).lightness() < 60


def test_revisions_with_one_headline_are_told_apart_in_both_lists(
    qtbot: QtBot, services: Services, library: Library
) -> None:
    for hour in ("1000", "1400"):
        library.add(f"Council approves tunnel\n\nAt {hour} the council said so.", f"/desk/tunnel-{hour}.txt")
    library.new_story("Tunnel", [row.id for row in library.articles()])
    sidebar = Sidebar(services)
    qtbot.addWidget(sidebar)
    sidebar.refresh()
    for model in (sidebar.stories, sidebar.articles.model):
        rows: list[Row] = [model.index(number, 0).data(Role.ROW) for number in range(model.rowCount())]
        told = {row.facts.split(" · ")[0] for row in rows if row.kind is RowKind.VERSION}
        assert told == {"tunnel-1000.txt", "tunnel-1400.txt"}
        assert "tunnel-1400.txt · added " in "".join(row.tip for row in rows)
    sidebar.articles.filter.setText("1400")
    assert sidebar.articles.model.rowCount() == 1


def test_a_story_without_articles_is_not_listed(
    qtbot: QtBot, services: Services, library: Library, story: tuple[int, ...]
) -> None:
    sidebar = Sidebar(services)
    qtbot.addWidget(sidebar)
    library.remove(story[:3])
    sidebar.refresh()
    assert sidebar.stories.rowCount() == 0
    library.restore(story[:3])
    sidebar.refresh()
    assert sidebar.stories.stories()[0].name == "The bridge"


def test_what_is_open_outside_any_story_stands_above_and_the_story_folds(
    qtbot: QtBot, services: Services, library: Library, story: tuple[int, ...]
) -> None:
    sidebar = Sidebar(services)
    qtbot.addWidget(sidebar)
    sidebar.refresh()

    def texts() -> list[str]:
        model = sidebar.stories
        return [model.index(number).data() for number in range(model.rowCount())]

    assert texts()[:3] == ["Story", "The bridge", "Versions"]
    held = [library.hold(draft(f"File {n}\n\nThe file says {n}.", f"/desk/{n}.txt")).id for n in (1, 2)]
    sidebar.set_open(held)
    assert texts() == ["Not in the library", "File 2", "File 1", "Stories", "The bridge"]
    sidebar.refresh()
    assert sidebar.stories.current() is None, "reading the library again unfolds nothing"
    sidebar.set_open([story[3]])
    assert texts()[:4] == ["Not in the library", "File 2", "File 1", "Open"]
    assert "School opens" in texts()
    sidebar.set_open([held[0], story[1]])
    assert texts()[:4] == ["Not in the library", "File 2", "File 1", "Story"]


def test_what_is_not_in_the_library_stays_in_its_place_when_it_is_opened(
    qtbot: QtBot, sidebar: Sidebar, library: Library, story: tuple[int, ...]
) -> None:
    held = [library.hold(draft(f"File {n}\n\nThe file says {n}.", f"/desk/{n}.txt")).id for n in range(8)]

    def places() -> dict[int, int]:
        return {number: sidebar.stories.places_of([number])[0] for number in shown}

    shown = held[-6:]
    sidebar.set_open(held[-2:])
    before = places()
    assert list(before.values()) == [6, 5, 4, 3, 2, 1], "what came last stands on top"
    for number in (held[3], held[6], story[0], held[2]):
        sidebar.set_open([number])
        assert places() == before, number
    sidebar.set_open([held[0]])
    assert places() == before
    assert sidebar.stories.places_of([held[0]]) == [7], "what is open is listed, though others came later"
    assert sidebar.stories.places_of([held[1]]) == []


def test_the_selection_survives_a_list_built_anew_around_it(
    qtbot: QtBot, sidebar: Sidebar, library: Library, story: tuple[int, ...]
) -> None:
    held = [library.hold(draft(f"File {n}\n\nThe file says {n}.", f"/desk/{n}.txt")).id for n in (1, 2)]
    rows = sidebar.story_list
    rows.select_articles(story[:2])
    rows.setCurrentIndex(sidebar.stories.index(sidebar.stories.places_of(story[:1])[0]))
    rows.select_articles(story[:2])
    sidebar.set_open([held[0], story[0]])
    assert sidebar.selected_articles() == list(story[:2])
    assert rows.currentIndex().data(Role.ROW).article_id == story[0]
    sidebar.set_open([story[0]])
    library.rename_story(library.stories()[0].id, "The old bridge")
    sidebar.refresh()
    assert sidebar.selected_articles() == list(story[:2])
    sidebar.stories.set_current(None)
    assert sidebar.selected_articles() == [], "what is folded up is not selected unseen"


def test_the_selection_survives_a_story_that_folds_and_unfolds_in_between(
    sidebar: Sidebar, library: Library, story: tuple[int, ...]
) -> None:
    library.new_story("A school", [story[3]])
    sidebar.refresh()
    sidebar.set_open([story[0]])
    sidebar.story_list.select_articles(story[:2])
    library.rename_story(library.stories()[0].id, "Renamed")
    sidebar.refresh()
    assert sidebar.selected_articles() == list(story[:2])


def test_what_is_open_does_not_look_selected(
    qtbot: QtBot, services: Services, library: Library, story: tuple[int, ...]
) -> None:
    sidebar = Sidebar(services)
    qtbot.addWidget(sidebar)
    sidebar.resize(262, 600)
    sidebar.show()
    sidebar.refresh()
    rows, theme = sidebar.story_list, services.theme

    def ground(article: int) -> str:
        (number,) = sidebar.stories.places_of([article])
        place = rows.visualRect(sidebar.stories.index(number))
        return rows.viewport().grab(place).toImage().pixelColor(place.width() - 16, 6).name()

    sidebar.set_open([story[0]])
    assert ground(story[0]) == ground(story[1])
    rows.select_articles([story[1]])
    assert ground(story[1]) == theme.color("selection").name()
    assert sidebar.stories.index(3).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", open")

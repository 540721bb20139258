"""The whole window with its real screens on a real library; only searching is faked and jobs are done at once."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.core.cancel import never
from variorum.core.collate.changes import ChangeKind
from variorum.core.library.library import Library
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.presentation import Side
from variorum.gui.library.sidebar import NOTHING_TO_REMOVE
from variorum.gui.library.watching import LibraryWatch
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.opening import TWO_FOLDERS, Opening, bring_in
from variorum.gui.remembering import reopen, restore_layout, session_of
from variorum.gui.services import Services
from variorum.gui.session import Session
from variorum.settings import load

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(qtbot: QtBot, services: Services, story: tuple[int, ...], tmp_path: Path) -> Made:
    return Made(qtbot, services, tmp_path / "settings.toml")


def test_at_first_only_what_makes_sense_can_be_done(made: Made) -> None:
    assert made.can("import-files")
    for action in ("next-hit", "next-change", "swap", "export", "remove", "undo", "back", "compare", "folded"):
        assert not made.can(action), action


def test_reading_then_comparing_with_the_next_version(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    assert made.window.windowTitle().startswith("Old bridge to close in May")
    assert made.can("compare")
    made.do("compare-mode")
    assert made.here() == Comparing(story[0], story[1])
    assert made.can("next-change")
    assert made.can("export")
    assert made.window.top_bar.export_button.isVisible()
    made.do("swap")
    assert made.here() == Comparing(story[1], story[0])
    made.do("read")
    assert made.here() == Reading(story[0])
    made.do("back")
    assert made.here() == Comparing(story[1], story[0])


def test_two_selected_are_compared(made: Made, story: tuple[int, ...]) -> None:
    made.screens.sidebar.story_list.select_articles(story[1:3])
    made.do("compare")
    assert made.here() == Comparing(story[1], story[2])


def test_without_a_second_version_comparing_says_how(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[3])
    assert not made.can("compare")
    made.do("compare-mode")
    assert not made.window.frame.reads()
    assert not made.window.frame.compares()
    assert not made.can("next-change")


def test_a_search_shows_the_results_and_escape_takes_them_away(made: Made) -> None:
    made.do("search")
    QTest.keyClicks(made.window.search_box, "bridge")
    assert made.screens.results.isVisible()
    assert made.screens.results.query() == "bridge"
    QTest.keyClick(made.window.search_box, Qt.Key.Key_Escape)
    assert not made.screens.results.isVisible()
    assert made.window.search_box.text() == ""


def test_what_is_read_follows_the_query_and_escape_ends_it(made: Made, story: tuple[int, ...]) -> None:
    made.screens.results.article_opened.emit(story[0], "bridge")
    assert made.can("next-hit")
    made.screens.results.sought.emit("zeppelin")
    assert not made.can("next-hit")
    assert made.here() == Reading(story[0], "zeppelin")
    made.do("search")
    made.screens.results.sought.emit("bridge")
    assert made.can("next-hit")
    QTest.keyClick(made.screens.reader.view, Qt.Key.Key_Escape)
    assert not made.can("next-hit")
    assert not made.screens.results.isVisible()
    assert made.here() == Reading(story[0])


def test_a_search_for_nothing_goes_when_an_article_is_opened(made: Made, story: tuple[int, ...]) -> None:
    made.do("search")
    made.window.library.open(story[0])
    assert not made.screens.results.isVisible()


def test_the_focus_coming_back_from_a_menu_changes_nothing(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    for reason in (Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.TabFocusReason):
        made.screens.compare.setFocus()
        made.window.search_box.setFocus(reason)
        assert made.window.frame.compares()


def test_a_click_into_the_search_box_offers_queries_also_where_it_has_the_keys_already(made: Made) -> None:
    made.window.search_box.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert not made.screens.results.isVisible()
    QTest.mouseClick(made.window.search_box, Qt.MouseButton.LeftButton)
    assert made.screens.results.isVisible()


def test_opening_a_hit_enables_walking_through_hits(made: Made, story: tuple[int, ...]) -> None:
    made.screens.results.article_opened.emit(story[0], "bridge")
    assert made.can("next-hit")
    made.window.library.open(story[3])
    assert not made.can("next-hit")


def test_removing_what_is_open_leaves_nothing_of_it(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.screens.sidebar.story_list.select_articles([story[0]])
    made.do("remove")
    assert made.here() is None
    assert made.screens.compare.comparison() is None
    assert made.window.frame.reads()
    assert made.window.windowTitle() == "Variorum"
    assert any(label.isVisible() and label.text() == "Removed" for label in made.window.findChildren(QLabel))
    made.do("undo")
    assert made.here() == Comparing(story[0], story[1])
    made.do("redo")
    assert made.here() is None
    made.window.library.open(story[2])
    made.do("undo")
    assert made.here() == Reading(story[2]), "who reads something else is left alone"


def test_delete_with_nothing_selected_says_so(made: Made, library: Library) -> None:
    before = len(library.articles())
    made.window.activateWindow()
    made.screens.sidebar.story_list.setFocus()
    QTest.keyClick(made.screens.sidebar.story_list, Qt.Key.Key_Delete)
    assert made.window.frame.toast.text() == NOTHING_TO_REMOVE
    assert len(library.articles()) == before


def test_delete_in_a_field_removes_no_article(made: Made, library: Library, story: tuple[int, ...]) -> None:
    made.screens.sidebar.story_list.select_articles([story[0]])
    made.window.activateWindow()
    made.window.search_box.setText("word")
    made.window.search_box.setFocus()
    QTest.keyClick(made.window.search_box, Qt.Key.Key_Home)
    QTest.keyClick(made.window.search_box, Qt.Key.Key_Delete)
    assert made.window.search_box.text() == "ord"
    assert len(library.articles(story)) == 4


def test_the_theme_and_the_text_size_are_kept(made: Made, tmp_path: Path) -> None:
    made.do("theme-dark")
    made.do("larger")
    kept = load(tmp_path / "settings.toml")
    assert (str(kept.theme_mode), kept.reading_px) == ("dark", 19)
    assert made.services.theme.theme.dark


def test_the_session_comes_back(
    made: Made, qtbot: QtBot, library: Library, story: tuple[int, ...], tmp_path: Path
) -> None:
    made.window.library.open(story[2])
    made.do("sidebar")
    made.screens.sidebar.articles.set_unfolded(True)
    kept = session_of(made.window, made.screens)
    other = Made(qtbot, made.services, tmp_path / "other.toml")
    restore_layout(other.window, other.screens, kept)
    assert reopen(other.window, other.screens, kept, library)
    assert other.here() == Reading(story[2])
    assert not other.screens.sidebar.isVisible()
    assert other.screens.sidebar.articles.is_unfolded()
    made.window.library.compare(story[0], story[2])
    kept = session_of(made.window, made.screens)
    assert reopen(other.window, other.screens, kept, library)
    assert other.here() == Comparing(story[0], story[2])


def test_an_article_comes_back_at_the_line_that_was_read(
    qtbot: QtBot, made: Made, services: Services, library: Library, tmp_path: Path
) -> None:
    text = "\n\n".join(f"Sentence {n} says more of the bridge." for n in range(90))
    article, place = library.add(text).id, text.index("Sentence 40")
    made.window.navigator.go(Reading(article))
    made.screens.reader.set_place(place)
    before = session_of(made.window, made.screens)
    assert before.article_place == place
    made.window.close()
    again = Made(qtbot, services, tmp_path / "settings.toml")
    reopen(again.window, again.screens, before, library)
    qtbot.waitUntil(lambda: again.screens.reader.place() == place)


def test_a_comparison_comes_back_where_it_was_with_its_filter(
    qtbot: QtBot, made: Made, services: Services, library: Library, tmp_path: Path
) -> None:
    texts = ["\n\n".join(f"Sentence {n} says {word} of the bridge." for n in range(90)) for word in ("more", "less")]
    left, right = (library.add(text).id for text in texts)
    place = (texts[0].index("Sentence 40"), texts[1].index("Sentence 20"))
    made.window.navigator.go(Comparing(left, right))
    assert made.screens.compare.place() == (0, 0)
    made.screens.compare.set_place(*place)
    made.do("kind-moved")
    before = session_of(made.window, made.screens)
    assert (before.left_place, before.right_place) == place
    made.window.close()
    again = Made(qtbot, services, tmp_path / "settings.toml")
    restore_layout(again.window, again.screens, before)
    reopen(again.window, again.screens, before, library)
    qtbot.waitUntil(lambda: again.screens.compare.place() == place)
    assert not again.window.actions_by_id["kind-moved"].isChecked()
    assert again.can("all-kinds")
    again.do("all-kinds")
    assert again.window.actions_by_id["kind-moved"].isChecked()
    assert not again.can("all-kinds")


def test_what_needs_a_look_is_not_hidden_from_one_start_to_the_next(made: Made) -> None:
    restore_layout(made.window, made.screens, Session(hidden_kinds="figure moved quote stance"))
    hidden = ALL_KINDS - made.screens.compare.filtering.visible
    assert hidden == {ChangeKind.MOVED}


def test_fading_unchanged_text_is_kept(made: Made, tmp_path: Path) -> None:
    assert made.window.actions_by_id["fade"].isChecked()
    made.do("fade")
    assert not load(tmp_path / "settings.toml").fade_unchanged


def test_the_scheme_of_colors_is_kept(made: Made, tmp_path: Path) -> None:
    assert made.window.actions_by_id["colors-standard"].isChecked()
    made.do("colors-high-contrast")
    assert made.services.theme.theme.ink == "#000000"
    assert load(tmp_path / "settings.toml").scheme == "high-contrast"
    made.do("colors-red-green")
    assert made.services.theme.theme.ink != "#000000"
    assert load(tmp_path / "settings.toml").scheme == "red-green"


def test_a_session_of_articles_that_are_gone_opens_nothing(made: Made, library: Library) -> None:
    assert not reopen(made.window, made.screens, Session(article=999), library)
    assert not reopen(made.window, made.screens, Session(mode="compare", left=998, right=999), library)
    restore_layout(made.window, made.screens, Session(geometry="!!", splitter="??", results_splitter="AAAA"))


def test_a_new_library_gets_the_seeds_and_shows_the_first(
    qtbot: QtBot, services: Services, tmp_path: Path, seeds: list[Path]
) -> None:
    made = Made(qtbot, services, tmp_path / "settings.toml")
    Opening(services, made.screens, made.window, Session(), []).start()
    stories = services.library.stories()
    assert [len(story.versions) for story in stories] == [len(seeds)]
    assert made.here() == Reading(stories[0].versions[0].id)
    assert services.search.started  # type: ignore[attr-defined]


def test_what_came_in_while_the_window_was_closed_is_indexed(
    qtbot: QtBot, made: Made, story: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.gui.opening._INDEX_AFTER_MS", 1)
    refreshed: int = made.services.search.refreshed  # type: ignore[attr-defined]
    Opening(made.services, made.screens, made.window, Session(), []).start()
    qtbot.waitUntil(lambda: made.services.search.refreshed == refreshed + 1)  # type: ignore[attr-defined]


def test_files_of_the_command_line_are_opened(made: Made, tmp_path: Path, library: Library) -> None:
    names = ("a.txt", "b.txt", "c.txt")
    for name in names:
        (tmp_path / name).write_text(f"Headline {name}\n\nThe text of {name} says this.", encoding="utf-8")
    files = [tmp_path / name for name in names]
    before = library.revision()
    Opening(made.services, made.screens, made.window, Session(), files[:1]).start()
    first = made.here()
    assert isinstance(first, Reading)
    Opening(made.services, made.screens, made.window, Session(), [files[1], files[0]]).start()
    assert made.here() == Comparing(first.article_id - 1, first.article_id)
    assert library.revision() == before, "to read or compare files puts nothing into the library"
    focused = made.window.focusWidget()
    assert focused is not None
    assert made.screens.compare.isAncestorOf(focused), "the keys of a comparison work at once"
    named = bring_in(library, [*files, tmp_path / "none.txt"], never)
    assert [row.headline for row in named.rows] == [f"Headline {name}" for name in names]
    assert [failure.path.name for failure in named.failed] == ["none.txt"]
    assert {library.article(row.id).story_id for row in named.rows} == {library.stories()[0].id}


def test_a_file_with_the_text_of_an_article_is_that_article_and_the_window_says_so(
    made: Made, tmp_path: Path, library: Library, story: tuple[int, ...]
) -> None:
    files = [tmp_path / "from the wire.txt", tmp_path / "later.txt"]
    files[0].write_text(library.text(story[0]), encoding="utf-8")
    files[1].write_text("Headline\n\nThe text says this.", encoding="utf-8")
    Opening(made.services, made.screens, made.window, Session(), files).start()
    assert made.here() == Comparing(story[0], -1)
    headline = library.article(story[0]).headline
    assert made.window.frame.toast.text() == f"“from the wire.txt” is in the library already, as A, “{headline}”."
    kept = library.add(files[1].read_text(encoding="utf-8"), str(files[1]))
    again = bring_in(library, files[1:], never)
    assert (again.rows, again.note) == ((kept,), ""), "under its own name there is nothing to say"


def test_a_file_that_is_not_there_any_more_or_not_yet(made: Made, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nThe text says this.", encoding="utf-8")
    for files, said in (
        ([Path("/dev/null"), tmp_path / "a.txt"], "“a.txt” is new: there is no earlier version of it."),
        ([tmp_path / "a.txt", Path("/dev/null")], "“a.txt” was deleted: there is no later version of it."),
    ):
        Opening(made.services, made.screens, made.window, Session(), files).start()
        assert made.window.frame.toast.text() == said
        assert made.window.windowTitle() == "Headline – Variorum"
    (tmp_path / "one").mkdir()
    Opening(made.services, made.screens, made.window, Session(), [tmp_path / "one", tmp_path]).start()
    assert made.window.frame.toast.text() == TWO_FOLDERS


def test_of_files_that_cannot_be_read_the_reason_is_said(made: Made, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nThe text says this.", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 and so on")
    files = [tmp_path / "a.txt", tmp_path / "b.pdf"]
    Opening(made.services, made.screens, made.window, Session(), files).start()
    assert made.window.frame.toast.text().startswith("“b.pdf” is not a text file")
    assert isinstance(made.here(), Reading)


def test_files_are_no_session_what_was_open_before_is(made: Made, tmp_path: Path, story: tuple[int, ...]) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Headline {name}\n\nThe text says {name}.", encoding="utf-8")
    before = Session(mode="compare", left=story[0], right=story[1], left_place=30, sidebar=False)
    Opening(made.services, made.screens, made.window, before, [tmp_path / "a.txt", tmp_path / "b.txt"]).start()
    kept = session_of(made.window, made.screens, before)
    assert (kept.mode, kept.left, kept.right, kept.left_place) == ("compare", story[0], story[1], 30)
    assert kept.sidebar
    made.window.library.open(story[2])
    assert session_of(made.window, made.screens, before).article == story[2]


@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
def test_files_dropped_on_the_sidebar_are_imported(made: Made, library: Library, tmp_path: Path) -> None:
    (tmp_path / "dropped.txt").write_text("Dropped\n\nThis was dropped on the window.", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.txt"))])
    frame, copy = made.window.frame, Qt.DropAction.CopyAction
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(100, 300), copy, data, button, none)
    QApplication.sendEvent(frame, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(frame, QDropEvent(QPointF(100, 300), copy, data, button, none))
    assert "Dropped" in [row.headline for row in library.articles()]
    assert frame.toast.text() == "1 imported."


def test_every_control_has_a_name_for_screen_readers(made: Made) -> None:
    controls = [widget for kind in (QAbstractButton, QLineEdit) for widget in made.window.findChildren(kind)]
    names = {
        control: control.accessibleName() or getattr(control, "text", str)() or control.toolTip()
        for control in controls
    }
    nameless = [
        f"{type(control).__name__} {control.objectName()} in {type(control.parentWidget()).__name__}"
        for control, name in names.items()
        if not name and not control.objectName().startswith("qt_") and control.isVisible()
    ]
    assert nameless == []


def tab_stops(made: Made) -> list[QWidget]:
    made.window.activateWindow()
    made.window.search_box.setFocus()
    stops: list[QWidget] = []
    for _ in range(60):
        widget = made.window.focusWidget()
        if widget is None or widget in stops:
            break
        stops.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return stops


def screens_of(made: Made, stops: list[QWidget]) -> list[str]:
    """The parts of the window in the order in which Tab enters them."""
    screens = made.screens
    parts: dict[str, QWidget] = {
        "bar": made.window.top_bar,
        "sidebar": screens.sidebar,
        "results": screens.results,
        "reader": screens.reader,
        "compare": screens.compare,
    }
    names = [next(name for name, part in parts.items() if part.isAncestorOf(stop)) for stop in stops]
    return [name for name, _ in groupby(names)]


def test_tab_leads_through_the_window_as_one_looks(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    stops = tab_stops(made)
    assert screens_of(made, stops) == ["bar", "sidebar", "reader"]
    assert [stop.accessibleName() for stop in stops[-2:]] == [
        "Compare with another version",
        "Old bridge to close in May",
    ]
    assert all(widget.isVisible() for widget in stops)
    made.window.library.compare(story[0], story[1])
    assert screens_of(made, tab_stops(made)) == ["bar", "sidebar", "compare"]
    made.do("search")
    assert screens_of(made, tab_stops(made)) == ["bar", "sidebar", "results", "reader"]


def test_where_the_keys_go_is_seen(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    made.window.activateWindow()
    for view in (made.screens.sidebar.story_list, made.screens.reader.view):
        made.window.search_box.setFocus()
        before = view.grab().toImage()
        view.setFocus(Qt.FocusReason.TabFocusReason)
        assert view.grab().toImage() != before
    assert made.screens.sidebar.selected_articles() == [], "seen, not chosen"


@pytest.mark.parametrize("size", [(760, 480), (1920, 1080)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_is_drawn_at_every_size_in_both_themes(
    made: Made, story: tuple[int, ...], size: tuple[int, int], mode: str
) -> None:
    made.services.theme.set_mode(mode)
    made.window.resize(*size)
    made.window.library.compare(story[0], story[1])
    assert (made.window.width(), made.window.height()) == size
    image = made.window.grab().toImage()
    corner = image.pixelColor(image.width() - 4, image.height() // 2)
    assert (corner.lightness() < 100) is (mode == "dark")


def test_a_comparison_of_two_revisions_says_which_is_which(made: Made, library: Library) -> None:
    texts = [f"Tunnel approved\n\nThe council voted {n} to four." for n in ("five", "six")]
    left, right = (library.add(text, f"/desk/tunnel-{n}.txt").id for n, text in enumerate(texts))
    made.window.library.compare(left, right)
    buttons = [b for b in made.screens.compare.findChildren(QAbstractButton) if "version:" in b.accessibleName()]
    assert ["tunnel-0.txt" in b.accessibleName() for b in buttons] == [True, False]
    assert ["tunnel-1.txt" in b.toolTip() for b in buttons] == [False, True]


def test_the_title_says_what_is_compared(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    assert made.window.windowTitle() == "A ⇄ B · Old bridge to close in May – Variorum"
    made.do("swap")
    assert made.window.windowTitle() == "B ⇄ A · Bridge closes – Variorum"


@pytest.mark.parametrize("way", ["escape", "back", "compare-mode"])
def test_a_search_from_a_comparison_comes_back_to_it_as_it_was(made: Made, story: tuple[int, ...], way: str) -> None:
    made.window.library.compare(story[0], story[1])
    made.do("next-change")
    shown, current = made.screens.compare.comparison(), made.screens.compare._state.current
    assert current is not None
    made.do("search")
    QTest.keyClicks(made.window.search_box, "bridge")
    assert made.window.frame.reads()
    if way == "escape":
        QTest.keyClick(made.window.search_box, Qt.Key.Key_Escape)
    else:
        made.do(way)
    assert made.window.frame.compares()
    assert made.here() == Comparing(story[0], story[1])
    assert made.screens.compare.comparison() is shown
    assert made.screens.compare._state.current == current


def test_back_from_a_hit_leads_to_the_change_one_stood_on(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.do("next-change")
    current = made.screens.compare._state.current
    made.do("search")
    made.screens.results.article_opened.emit(story[3], "school")
    assert made.here() == Reading(story[3], "school")
    made.do("back")
    assert made.window.frame.compares()
    assert made.screens.compare._state.current == current


def test_what_is_imported_elsewhere_appears_when_the_window_is_used(made: Made, library: Library) -> None:
    searched = made.services.search.refreshed  # type: ignore[attr-defined]
    watch = made.window.findChildren(LibraryWatch)[0]
    watch.look()
    assert made.services.search.refreshed == searched, "nothing happened"  # type: ignore[attr-defined]
    added = library.add("Elsewhere\n\nThis came from a terminal.").id
    QApplication.sendEvent(made.window, QEvent(QEvent.Type.WindowActivate))
    assert made.screens.sidebar.articles.model.places_of([added])
    assert made.services.search.refreshed == searched + 1  # type: ignore[attr-defined]


def test_keys_of_one_letter_are_the_comparisons_own(made: Made, story: tuple[int, ...]) -> None:
    made.window.resize(1500, 800)
    made.window.activateWindow()
    made.window.library.compare(story[0], story[1])
    panel = made.screens.compare
    made.do("next-change")
    for part in (panel._rail.list, panel._texts.panes[Side.LEFT]):
        part.setFocus()
        before = panel._state.reviewed()[0]
        QTest.keyClick(part, Qt.Key.Key_Space)
        assert panel._state.reviewed()[0] == before + 1
    assert made.window.actions_by_id["undo"].text() == "&Undo review"
    done, kinds = panel._state.reviewed()[0], panel.filtering.visible
    chip = panel._chips.chips[ChangeKind.ADDED]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert panel.filtering.visible != kinds, "on a button Space presses it"
    made.do("all-kinds")
    assert panel._state.reviewed()[0] == done
    made.window.search_box.setFocus()
    QTest.keyClicks(made.window.search_box, "n l u")
    assert made.window.search_box.text() == "n l u"
    assert panel._state.pending is None
    made.do("undo")
    assert panel._state.reviewed()[0] == done - 1


def test_what_is_undone_is_told_and_where_if_it_is_out_of_sight(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.do("next-change")
    made.do("review")
    made.do("undo")
    assert made.window.frame.toast.text() == "Undone: review."
    made.do("redo")
    assert made.window.frame.toast.text() == "Done again: review."
    made.window.library.open(story[2])
    made.do("undo")
    assert made.window.frame.toast.text() == "Undone: review in the comparison of A and B"


def test_a_comparison_has_the_keys_wherever_it_was_asked_for(made: Made, story: tuple[int, ...]) -> None:
    compare = made.screens.compare
    made.window.show()
    made.window.search_box.setFocus()
    made.window.library.compare(story[0], story[1])
    assert compare.isAncestorOf(made.window.focusWidget() or compare)
    made.window.search_box.setFocus()
    made.do("next-change")
    assert compare.isAncestorOf(made.window.focusWidget() or compare)


def test_a_link_that_cannot_begin_leaves_the_mode(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.do("mode-read-clean")
    made.do("link")
    assert made.screens.compare.showing.mode.value == "read-clean"
    made.do("next-change")
    made.do("link")
    assert made.screens.compare.showing.mode.value == "side-by-side"

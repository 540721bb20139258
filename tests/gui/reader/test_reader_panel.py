"""The reader on a small library: opening, hits, places, folding, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from variorum.core.library.library import Library
from variorum.core.text.model import Span
from variorum.gui.pairing.choosing import OTHERS
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.services import Services


class Held(Protocol):
    at_once: bool

    def run_all(self) -> None: ...


@pytest.fixture
def panel(qtbot: QtBot, services: Services, ids: list[int]) -> ReaderPanel:
    panel = ReaderPanel(services)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def said(panel: ReaderPanel) -> list[str]:
    """What the status line was told."""
    lines: list[str] = []
    panel.status_changed.connect(lines.append)
    return lines


def visible_texts(panel: ReaderPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def versions(panel: ReaderPanel) -> list[str]:
    texts = [action.text() for menu in panel.findChildren(QMenu) for action in menu.actions()]
    return [text for text in texts if text and text not in OTHERS.values()]


def button(panel: ReaderPanel, text: str) -> QToolButton:
    return next(b for b in panel.findChildren(QToolButton) if b.isVisible() and b.text().startswith(text))


def scroll(panel: ReaderPanel, part: float) -> None:
    """Scroll down by this part of the whole article."""
    panel.view.finish()
    bar = panel.view.verticalScrollBar()
    bar.setValue(round(part * bar.maximum()))


def test_without_an_article_it_says_what_to_do(panel: ReaderPanel) -> None:
    assert "Nothing open yet" in visible_texts(panel)
    assert "Ctrl+K" in visible_texts(panel)


def test_an_empty_library_is_told_apart(panel: ReaderPanel, library: Library, ids: list[int]) -> None:
    library.remove(ids)
    panel.refresh()
    assert "The library is empty" in visible_texts(panel)
    library.restore(ids)
    panel.refresh()
    assert "Nothing open yet" in visible_texts(panel)


def test_an_article_opens_with_its_facts_and_the_other_versions(
    panel: ReaderPanel, ids: list[int], said: list[str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.article_shown) as shown:
        panel.open(ids[0])
    assert shown.args == [ids[0]]
    assert panel.article_id() == ids[0]
    assert panel.view.article is not None
    assert "sentences" in said[-1]
    assert "figure" in said[-1]
    assert len(versions(panel)) == 1
    assert versions(panel)[0].startswith("B")


def test_a_version_is_chosen_for_comparison(panel: ReaderPanel, ids: list[int], qtbot: QtBot) -> None:
    panel.open(ids[0])
    action = panel.findChildren(QMenu)[0].actions()[0]
    with qtbot.waitSignal(panel.comparison_asked) as asked:
        action.trigger()
    assert asked.args == [ids[0], ids[1]]


def test_an_article_of_no_story_can_be_compared_with_anything_else(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[2])
    assert versions(panel) == []
    asked: list[str] = []
    panel.source_asked.connect(asked.append)
    for action in button(panel, "Compare").menu().actions()[-2:]:
        action.trigger()
    assert asked == ["clipboard", "file"]


def test_a_late_answer_is_dropped(panel: ReaderPanel, ids: list[int], jobs: Held) -> None:
    jobs.at_once = False
    panel.open(ids[0])
    panel.open(ids[2])
    jobs.run_all()
    assert panel.article_id() == ids[2]
    panel.open(ids[0])
    panel.clear()
    jobs.run_all()
    assert panel.article_id() is None


def test_hits_are_walked_around_the_ends(panel: ReaderPanel, ids: list[int], said: list[str]) -> None:
    panel.open(ids[0], "quay")
    assert "hit 1 of 3" in visible_texts(panel)
    panel.next_hit()
    panel.next_hit()
    assert "hit 3 of 3" in visible_texts(panel)
    panel.next_hit()
    assert "hit 1 of 3" in visible_texts(panel)
    assert said[-1] == "Back at the first hit"
    panel.previous_hit()
    assert "hit 3 of 3" in visible_texts(panel)
    assert said[-1] == "Around to the last hit"
    panel.previous_hit()
    assert "sentences" in said[-1]


def test_the_current_hit_is_in_view_and_looks_different(panel: ReaderPanel, ids: list[int], services: Services) -> None:
    panel.open(ids[0], "euros")
    article = panel.view.article
    assert article is not None
    hit = article.text.index("euros")
    top = panel.view.verticalScrollBar().value()
    assert top > 0
    [rect] = [r for s in article.sentences if s.span.start <= hit < s.span.end for r in panel.view.rects_of(s.span)]
    assert 0 < rect.top() - top < panel.view.viewport().height()


def test_without_a_query_there_is_no_hit_control(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[0])
    assert "hit" not in visible_texts(panel)
    panel.next_hit()
    assert panel.view.verticalScrollBar().value() == 0


def test_a_query_without_hits_counts_none(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[0], "zeppelin")
    assert "hit" not in visible_texts(panel)


def test_hits_follow_what_is_sought_and_the_place_stays(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[0], "pilot")
    scroll(panel, 0.5)
    place = panel.place()
    assert place > 0
    panel.seek("euros")
    assert "hit 1 of 1" in visible_texts(panel)
    assert panel.place() == place
    counted: list[int] = []
    panel.hits_changed.connect(counted.append)
    for query in ("zeppelin", ""):
        panel.seek("quay")
        panel.seek(query)
        assert counted[-1] == 0
        assert "hit" not in visible_texts(panel)
        assert panel.view.article
        assert not panel.view._page._layers.within(Span(0, len(panel.view.article.text)))
        assert panel.query() == query
    panel.refresh()
    assert panel.query() == ""
    assert panel.place() == place


def test_a_hit_that_was_only_marked_is_gone_to_first(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[0])
    panel.seek("pilot")
    panel.next_hit()
    assert "hit 1 of 30" in visible_texts(panel)
    panel.next_hit()
    assert "hit 2 of 30" in visible_texts(panel)


def test_a_late_answer_does_not_bring_back_what_is_no_longer_sought(
    panel: ReaderPanel, ids: list[int], jobs: Held
) -> None:
    panel.open(ids[0], "pilot")
    jobs.at_once = False
    panel.refresh()
    panel.seek("quay")
    panel.seek("euros")
    jobs.run_all()
    jobs.run_all()
    assert panel.query() == "euros"
    assert "hit 1 of 1" in visible_texts(panel)


def test_each_article_is_found_where_it_was_left(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[0])
    scroll(panel, 0.5)
    place = panel.place()
    assert place > 0
    panel.open(ids[2])
    assert panel.place() == 0
    panel.open(ids[0])
    assert panel.place() == place


def test_the_session_leads_back_to_the_line_whatever_the_width(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[0])
    scroll(panel, 0.5)
    place = panel.place()
    panel.open(ids[2])
    panel.resize(panel.width() // 2, panel.height())
    panel._places.clear()  # as in another run
    panel.open(ids[0])
    assert panel.place() == 0
    panel.set_place(place)
    assert panel.view.article is not None
    lines = panel.view.article.text[panel.place() : place + 1]
    assert len(lines) < 90, "it is in the line at the top"


def test_where_one_is_is_told_without_laying_out_the_rest(
    panel: ReaderPanel, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.open(ids[0])
    scroll(panel, 0.1)
    finished: list[object] = []
    monkeypatch.setattr(panel.view, "finish", lambda: finished.append(1))
    assert panel.place() > 0
    assert not finished


def test_furniture_is_unfolded_by_the_button_and_the_command(panel: ReaderPanel, ids: list[int]) -> None:
    panel.open(ids[0])
    button(panel, "Unfold").click()
    assert not panel.view.folded
    assert button(panel, "Fold").isVisible()
    panel.toggle_folded()
    assert panel.view.folded


def test_an_article_that_went_is_reported_in_place(
    panel: ReaderPanel, library: Library, ids: list[int], said: list[str]
) -> None:
    panel.open(ids[0])
    library.remove([ids[0]])
    panel.refresh()
    assert "can't be shown" in visible_texts(panel)
    assert "library" in visible_texts(panel)
    assert panel.article_id() is None
    panel.open(ids[2])
    assert panel.view.isVisible()


@pytest.mark.logs
def test_an_unexpected_fault_is_logged_and_told(
    panel: ReaderPanel, ids: list[int], services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_id: int) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(services.workbench, "article", broken)
    panel.open(ids[0])
    assert "can't be shown" in visible_texts(panel)


def test_looking_again_keeps_the_place_and_the_hit(
    panel: ReaderPanel, ids: list[int], library: Library, qtbot: QtBot
) -> None:
    panel.open(ids[0], "quay")
    panel.next_hit()
    scroll(panel, 0.7)
    place = panel.place()
    assert place > 0
    library.move_to_story([ids[2]], library.stories()[0].id)
    with qtbot.assertNotEmitted(panel.article_shown):
        panel.refresh()
    assert panel.place() == place
    assert "hit 2 of 3" in visible_texts(panel)
    assert len(versions(panel)) == 2


def test_what_is_on_its_way_comes_whatever_the_library_does(panel: ReaderPanel, ids: list[int], jobs: Held) -> None:
    panel.open(ids[0])
    jobs.at_once = False
    panel.open(ids[1], "quay")
    panel.refresh()
    jobs.run_all()
    assert panel.article_id() == ids[1]
    assert panel.query() == "quay"


@pytest.mark.parametrize(
    "act", [ReaderPanel.next_hit, ReaderPanel.previous_hit, ReaderPanel.toggle_folded, ReaderPanel.clear]
)
def test_commands_do_no_harm_with_nothing_open(panel: ReaderPanel, act: Callable[[ReaderPanel], None]) -> None:
    act(panel)
    assert "Nothing open yet" in visible_texts(panel)

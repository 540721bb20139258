"""Doubtful links one goes to one after the other, and the menu of a passage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.marking import is_doubtful
from variorum.core.text.model import Span
from variorum.gui.compare.context_menu import PassageMenu
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.services import Services

from .bench import Bench


@pytest.fixture
def bench(qtbot: QtBot, services: Services) -> Bench:
    return Bench(qtbot, services)


def doubt(bench: Bench, *claims: int) -> None:
    """Show the same comparison with these links, and no others, in doubt."""
    shown = bench.state.presentation
    assert shown
    rows = [
        replace(claim, confidence=0.5 if n in claims else 1.0) if claim.linked else claim
        for n, claim in enumerate(shown.comparison.claims)
    ]
    comparison = replace(shown.comparison, claims=tuple(rows))
    bench.state.show(Presentation(comparison, shown.changes, shown.visible))


@pytest.mark.parametrize("mode", list(Mode))
def test_one_steps_through_the_doubtful_links_around_the_end(bench: Bench, mode: Mode) -> None:
    bench.panel.showing.set_mode(mode)
    first, last = bench.claim(Side.LEFT, "The city"), bench.claim(Side.LEFT, "Mayor")
    doubt(bench, first, last)
    assert bench.panel.inquiry.doubtful() == 2
    assert bench.panel.inquiry.doubtful_words() == "2 doubtful links"
    stood = []
    for _ in range(3):
        bench.panel.inquiry.next_doubtful()
        stood.append(bench.state.claim)
    assert stood == [first, last, first]
    assert bench.said[-1] == "Doubtful link 1 of 2, 50 % sure · from the top again"
    bench.panel.inquiry.previous_doubtful()
    assert bench.state.claim == last
    assert bench.said[-1].endswith("from the end again")


@pytest.mark.parametrize("by", [1, -1])
def test_the_first_step_is_never_around_an_end(bench: Bench, by: int) -> None:
    first, last = bench.claim(Side.LEFT, "The city"), bench.claim(Side.LEFT, "Mayor")
    doubt(bench, first, last)
    bench.stand_on(Side.LEFT, "Shop" if by > 0 else "The city")
    go = bench.panel.inquiry.next_doubtful if by > 0 else bench.panel.inquiry.previous_doubtful
    go()
    assert bench.said[-1] == f"Doubtful link {1 if by > 0 else 2} of 2, 50 % sure"


def test_the_only_doubtful_link_has_no_end_to_go_around(bench: Bench) -> None:
    doubt(bench, bench.claim(Side.LEFT, "Mayor"))
    for _ in range(2):
        bench.panel.inquiry.next_doubtful()
        assert bench.said[-1] == "Doubtful link 1 of 1, 50 % sure"


def test_a_doubtful_link_is_gone_to_though_its_kind_is_hidden(bench: Bench) -> None:
    claim = bench.claim(Side.LEFT, "Mayor")
    doubt(bench, claim)
    bench.panel.filtering.set_visible(frozenset({ChangeKind.ADDED}))
    bench.panel.inquiry.next_doubtful()
    assert bench.state.claim == claim
    assert bench.state.current is None


def test_without_doubtful_links_there_is_nothing_to_say(bench: Bench) -> None:
    shown = bench.state.presentation
    assert shown
    assert not any(map(is_doubtful, shown.comparison.claims))
    bench.panel.inquiry.next_doubtful()
    assert bench.state.claim is None
    assert bench.panel.inquiry.doubtful_words() == ""


# The menu of a passage


@pytest.fixture
def menu(bench: Bench) -> PassageMenu:
    made = []
    for name, text in (("counterpart", "Show counterpart"), ("why-linked", "Why linked?"), ("link", "Link by hand")):
        action = QAction(text, bench.panel)
        action.setObjectName(name)
        action.triggered.connect(lambda _=False, name=name: bench.said.append(f"triggered {name}"))
        made.append(action)
    bench.panel.inquiry.offer(made)
    found = bench.panel.inquiry._menu
    assert found
    return found


def ask(bench: Bench, words: str, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse) -> None:
    """Ask for the menu on these words of the left pane; beside all of them for ""."""
    view = bench.panel._texts.panes[Side.LEFT]
    point = QPoint(2, 2)
    if words:
        start = view.article.text.index(words) if view.article else 0
        point = view.rects_of(Span(start, start + 4))[0].center().toPoint()
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point)))


def entries(menu: PassageMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.menu.actions() if not action.isSeparator()]


def choose(menu: PassageMenu, text: str) -> None:
    next(action for action in menu.menu.actions() if action.text().startswith(text)).trigger()
    menu.menu.close()


def test_the_menu_of_a_linked_passage_shows_why_without_going_there(bench: Bench, menu: PassageMenu) -> None:
    ask(bench, "Mayor")
    assert entries(menu) == ["Show counterpart", "Why linked?", "Link by hand"]
    choose(menu, "Why")
    assert bench.card.isVisible()
    assert bench.card._summary.isVisible()
    assert bench.state.claim is None


def test_the_menu_goes_with_the_comparison_whose_passage_it_is_about(bench: Bench, menu: PassageMenu) -> None:
    ask(bench, "Mayor")
    assert menu.menu.isVisible()
    bench.panel.open(bench.ids[2], bench.ids[3])
    assert not menu.menu.isVisible()


def test_the_menu_of_what_is_not_linked_has_no_why(bench: Bench, menu: PassageMenu) -> None:
    ask(bench, "Shop")
    assert entries(menu) == ["Show counterpart", "Link by hand"]
    choose(menu, "Link")
    assert bench.state.claim == bench.claim(Side.LEFT, "Shop")
    assert bench.said[-1] == "triggered link"


def test_beside_all_passages_there_is_no_menu_and_by_key_that_of_where_one_stands(
    bench: Bench, menu: PassageMenu
) -> None:
    ask(bench, "")
    assert entries(menu) == []
    bench.stand_on(Side.LEFT, "Mayor")
    ask(bench, "", QContextMenuEvent.Reason.Keyboard)
    assert entries(menu) == ["Show counterpart", "Why linked?", "Link by hand"]


def test_what_is_selected_can_be_copied_and_stays_selected(bench: Bench, menu: PassageMenu) -> None:
    view = bench.panel._texts.panes[Side.LEFT]
    cursor = QTextCursor(view.document())
    start = view.toPlainText().index("Anna Lind")
    cursor.setPosition(start)
    cursor.setPosition(start + len("Anna Lind"), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    ask(bench, "Shop")
    assert entries(menu)[0] == "&Copy"
    choose(menu, "&Copy")
    assert QApplication.clipboard().text() == "Anna Lind"
    ask(bench, "Shop")
    choose(menu, "Link")
    assert bench.state.claim is None  # what is selected is meant, not what lies under the pointer
    assert view.selected_span() is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)

"""What an editor does to a comparison: reviewing, noting, linking, unlinking, each undone and found again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.collate.model import Claim
from variorum.core.handmade.model import Review
from variorum.core.library.library import Library
from variorum.core.text.model import Span
from variorum.gui.compare.acts import Act
from variorum.gui.compare.linking import CHOOSE, LINKED_ALREADY, NOTHING_LINKED, NOTHING_TO_LINK
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rail_model import RailRole
from variorum.gui.compare.reviewing import ALL_REVIEWED, NO_CHANGE
from variorum.gui.library.changes import LibraryChanges
from variorum.gui.services import Services

SHARED = (
    "The city council voted on Monday to close the harbor bridge for repairs. "
    "Engineers found cracks in four of its pillars last autumn.\n\n"
    "Mayor Anna Lind said the work would take 18 months. "
)
TUNNEL = "Voters turned a new tunnel down two years ago."
SHOPS = "Shop owners fear that customers will stay away."
LEFT = f"Bridge to close\n\n{SHARED}{SHOPS} Ferries will run every ten minutes.\n"
RIGHT = f"Bridge to close\n\n{SHARED.replace('18', '24')}{TUNNEL} Ferries will run every ten minutes.\n"


class Desk:
    """A panel on a library with two versions, whose acts are done and can be undone."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        self.services = services
        self.changes = LibraryChanges(services.library, services.jobs)
        self.panel = ComparePanel(services)
        self.panel.act_asked.connect(self._do)
        self.said: list[str] = []
        self.panel.status_changed.connect(self.said.append)
        qtbot.addWidget(self.panel)
        self.panel.resize(1300, 640)
        self.panel.show()
        self.state = self.panel._state

    def _do(self, act: Act) -> None:
        self.changes.do(act.text, act.operation, undone=act.back, redone=act.back, ended=act.ended)

    def changes_of(self, kind: ChangeKind) -> list[int]:
        shown = self.state.presentation
        assert shown
        return [number for number, change in enumerate(shown.changes) if kind in change.kinds]

    def go_to(self, kind: ChangeKind) -> Change:
        self.state.set_current(self.changes_of(kind)[0])
        assert self.state.change
        return self.state.change

    def claim_of(self, side: Side, words: str) -> Claim:
        shown = self.state.presentation
        assert shown
        at = side.article(shown.comparison).text.index(words)
        number = shown.claim_at(side, at)
        assert number is not None
        return shown.comparison.claims[number]

    def select(self, side: Side, words: str) -> None:
        view = self.panel._texts.panes[side]
        start = view.toPlainText().index(words)
        cursor = QTextCursor(view.document())
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)

    def press(self, side: Side, words: str) -> None:
        """As a click on words does."""
        shown = self.state.presentation
        assert shown
        self.panel._texts.panes[side].pressed.emit(side.article(shown.comparison).text.index(words))


@pytest.fixture
def ids(library: Library) -> tuple[int, int]:
    left, right = library.add(LEFT, "/desk/1000.txt").id, library.add(RIGHT, "/desk/1400.txt").id
    library.new_story("The bridge", (left, right))
    return left, right


@pytest.fixture
def desk(qtbot: QtBot, services: Services, ids: tuple[int, int]) -> Desk:
    made = Desk(qtbot, services)
    made.panel.open(*ids)
    return made


# Reviewing


def test_reviewing_goes_to_the_next_open_change_until_there_is_none(desk: Desk) -> None:
    shown = desk.state.presentation
    assert shown
    total = len(shown.changes)
    assert total >= 3
    desk.panel.reviewing.toggle()
    assert desk.state.current == shown.order[0], "from the top, as F8 goes"
    for _ in range(total):
        desk.panel.reviewing.toggle()
    assert desk.state.reviewed() == (total, total)
    assert desk.said[-1] == ALL_REVIEWED
    assert desk.panel._rail.head.text() == f"{total} of {total} reviewed"


def test_of_a_reviewed_change_it_takes_that_back(desk: Desk) -> None:
    desk.go_to(ChangeKind.ADDED)
    here = desk.state.current
    desk.panel.reviewing.toggle()
    desk.state.set_current(here)
    desk.panel.reviewing.toggle()
    assert desk.state.reviewed()[0] == 0
    assert desk.state.current == here


def test_a_review_can_be_undone_and_done_again(desk: Desk) -> None:
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.toggle()
    assert desk.changes.stack.undoText() == "review"
    desk.changes.stack.undo()
    assert desk.state.reviewed()[0] == 0
    desk.changes.stack.redo()
    assert desk.state.reviewed()[0] == 1


@pytest.mark.parametrize("swap", [False, True])
def test_what_is_undone_is_gone_back_to(desk: Desk, swap: bool) -> None:
    added = desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.toggle()
    desk.state.set_current(None)
    if swap:
        desk.panel.swap()
    desk.changes.stack.undo()
    here = desk.state.change
    assert here
    assert (here.right, here.left) if swap else (here.left, here.right) == (added.left, added.right)


def test_a_link_undone_is_gone_back_to(desk: Desk) -> None:
    desk.go_to(ChangeKind.DROPPED)
    desk.panel.link()
    desk.select(Side.RIGHT, TUNNEL)
    desk.panel.link()
    assert desk.claim_of(Side.LEFT, SHOPS).by_hand
    desk.go_to(ChangeKind.FIGURE)
    desk.changes.stack.undo()
    assert desk.state.change
    assert desk.state.change.left == desk.claim_of(Side.LEFT, SHOPS).left
    assert desk.state.change.kinds == (ChangeKind.DROPPED,)
    desk.go_to(ChangeKind.FIGURE)
    desk.changes.stack.redo()
    comparison, number = desk.panel.comparison(), desk.state.claim
    assert comparison
    assert number is not None
    assert comparison.claims[number] == desk.claim_of(Side.LEFT, SHOPS)


def test_what_is_undone_of_another_comparison_moves_nothing(desk: Desk, library: Library, ids: tuple[int, int]) -> None:
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.toggle()
    third = library.add(LEFT.replace("Ferries", "Boats"), "/desk/0900.txt").id
    desk.panel.open(third, ids[1])
    desk.changes.stack.undo()
    assert desk.state.current is None


def test_reviews_and_notes_are_there_in_another_session_and_swapped(
    desk: Desk, qtbot: QtBot, services: Services, ids: tuple[int, int]
) -> None:
    desk.go_to(ChangeKind.ADDED)
    number = desk.state.current
    assert number is not None
    desk.panel.reviewing.take_note(number, "  ask\nthe city ")
    desk.panel.reviewing.toggle()
    again = Desk(qtbot, services)
    again.panel.open(*ids)
    said = Review(reviewed=True, note="ask the city")
    assert again.state.reviews == {number: said}
    again.panel.swap()
    assert list(again.state.reviews.values()) == [said]
    assert again.changes_of(ChangeKind.DROPPED)[0] in again.state.reviews


def test_a_review_holds_against_a_third_version_where_the_passage_is_told_there_only(
    desk: Desk, library: Library, ids: tuple[int, int]
) -> None:
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.toggle()
    third = library.add(LEFT.replace("Ferries", "Boats"), "/desk/0900.txt").id
    desk.panel.open(third, ids[1])
    assert list(desk.state.reviews) == desk.changes_of(ChangeKind.ADDED)


def test_a_new_version_of_the_file_opens_what_was_altered(desk: Desk, library: Library, ids: tuple[int, int]) -> None:
    for _ in range(len(desk.state.presentation.changes) + 1 if desk.state.presentation else 0):
        desk.panel.reviewing.toggle()
    edited = library.add(RIGHT.replace("two years", "three years"), "/desk/1400.txt").id
    desk.panel.open(ids[0], edited)
    done, total = desk.state.reviewed()
    assert done == total - 1
    assert desk.state.next_open(None) in desk.changes_of(ChangeKind.ADDED)


def test_the_count_is_of_what_is_shown(desk: Desk) -> None:
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.toggle()
    total = desk.state.reviewed()[1]
    desk.state.show_only(ChangeKind.ADDED)
    assert desk.state.reviewed() == (1, 1)
    assert desk.panel._rail.head.text() == "1 of 1 reviewed"
    desk.state.toggle(ChangeKind.ADDED)
    assert total > 1


def test_nothing_is_said_of_no_change(desk: Desk) -> None:
    desk.panel.reviewing.ask_note()
    assert desk.said[-1] == NO_CHANGE
    assert not desk.panel._rail.writes


# Notes


def field(desk: Desk) -> QLineEdit:
    (found,) = (field for field in desk.panel._rail.list.findChildren(QLineEdit) if not field.isHidden())
    return found


def test_enter_keeps_a_note_in_its_card(desk: Desk, qtbot: QtBot) -> None:
    desk.go_to(ChangeKind.ADDED)
    number = desk.state.current
    assert number is not None
    desk.panel.reviewing.ask_note()
    assert desk.panel._rail.writes
    QTest.keyClicks(field(desk), "see p. 3")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.panel._rail.writes)
    assert desk.state.review_of(number) == Review(note="see p. 3")
    assert desk.changes.stack.undoText() == "note"
    row = desk.panel._rail.list.currentIndex()
    assert row.data(RailRole.REVIEW).note == "see p. 3"
    assert "Note: see p. 3" in row.data()


def test_a_note_is_kept_and_its_card_as_high_as_before_where_one_goes_on(desk: Desk, qtbot: QtBot) -> None:
    """Another change is current: the list ends the writing, and no key."""
    rail = desk.panel._rail
    desk.panel._state.set_current(0)
    row = rail.list.currentIndex()
    height = rail.list.visualRect(row).height()
    desk.panel.reviewing.ask_note()
    QTest.keyClicks(rail.list.findChildren(QLineEdit)[-1], "Ask")
    with qtbot.waitSignal(rail.writing_ended):
        desk.panel._state.set_current(1)
    assert desk.panel._state.review_of(0).note == "Ask"
    assert not rail.writes
    desk.panel.reviewing.take_note(0, "")
    qtbot.waitUntil(lambda: rail.list.visualRect(rail.list.model().index(row.row(), 0)).height() == height)


def test_escape_leaves_a_note_as_it_was(desk: Desk, qtbot: QtBot) -> None:
    desk.go_to(ChangeKind.ADDED)
    number = desk.state.current
    assert number is not None
    desk.panel.reviewing.take_note(number, "first")
    desk.panel.reviewing.ask_note()
    assert field(desk).text() == "first"
    QTest.keyClicks(field(desk), " and more")
    QTest.keyClick(field(desk), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.panel._rail.writes)
    assert desk.state.review_of(number).note == "first"
    assert desk.changes.stack.count() == 1


def test_what_is_being_written_is_kept_when_another_comparison_comes(desk: Desk, qtbot: QtBot) -> None:
    """By a shortcut, which leaves the keys where they are."""
    for there in (desk.panel.swap, lambda: desk.panel.open(1, 2)):
        desk.go_to(ChangeKind.FIGURE)
        assert desk.state.change
        written = f"ask {len(desk.services.library.reviews((1, 2)))}"
        desk.panel.reviewing.ask_note()
        field(desk).selectAll()
        QTest.keyClicks(field(desk), written)
        there()
        qtbot.waitUntil(lambda: not desk.panel._rail.writes)
        (kept,) = desk.services.library.reviews((1, 2))
        assert kept.review.note == written
        qtbot.waitUntil(lambda: [review.note for review in desk.state.reviews.values()] == [written])  # noqa: B023


def test_what_is_being_written_is_kept_when_the_window_closes(desk: Desk) -> None:
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.ask_note()
    QTest.keyClicks(field(desk), "half a note")
    desk.panel.reviewing.leaving.emit()
    (kept,) = desk.services.library.reviews((1, 2))
    assert kept.review.note == "half a note"
    assert not desk.panel._rail.writes


def test_what_is_being_written_is_kept_when_the_keys_go_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.activateWindow()
    qtbot.waitActive(desk.panel)
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.ask_note()
    QTest.keyClicks(field(desk), "half a note")
    desk.panel._texts.panes[Side.LEFT].setFocus()
    qtbot.waitUntil(lambda: not desk.panel._rail.writes)
    (kept,) = desk.services.library.reviews((1, 2))
    assert kept.review.note == "half a note"


def test_a_note_is_written_where_the_rail_was_hidden(desk: Desk) -> None:
    desk.panel._chips.rail_switch.click()
    assert desk.panel._rail.isHidden()
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.ask_note()
    assert desk.panel._rail.isVisible()
    assert field(desk).isVisible()


def test_what_is_being_written_outlives_a_better_comparison(desk: Desk, qtbot: QtBot) -> None:
    number = desk.changes_of(ChangeKind.ADDED)[0]
    desk.state.set_current(number)
    desk.panel.reviewing.ask_note()
    QTest.keyClicks(field(desk), "half")
    before = desk.panel.comparison()
    desk.select(Side.LEFT, SHOPS)
    desk.select(Side.RIGHT, TUNNEL)
    desk.panel.link()
    assert desk.panel.comparison() is before, "waits"
    QTest.keyClicks(field(desk), " a note")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.panel.comparison() is not before)
    (kept,) = desk.services.library.reviews((1, 2))
    assert kept.review.note == "half a note"


def test_the_card_under_the_pointer_offers_a_note_and_a_mark(desk: Desk, qtbot: QtBot) -> None:
    rail, number = desk.panel._rail, desk.changes_of(ChangeKind.ADDED)[0]
    row = rail._model.row_of(number)
    assert row is not None
    desk.go_to(ChangeKind.DROPPED)
    before = desk.state.current
    rail.list.entered.emit(rail._model.index(row))
    tools = rail.tools
    card = rail.list.visualRect(rail._model.index(row))
    assert tools.holder.isVisible()
    assert card.contains(tools.holder.geometry())
    QTest.mouseClick(tools.buttons.review, Qt.MouseButton.LeftButton)
    assert desk.state.review_of(number).reviewed
    assert desk.state.current == before, "one stays where one is"
    assert tools.buttons.review.isChecked()
    assert tools.buttons.review.accessibleName() == "Mark as not reviewed"
    QTest.mouseClick(tools.buttons.note, Qt.MouseButton.LeftButton)
    assert not tools.holder.isVisible()
    assert desk.state.current == number
    QTest.keyClicks(field(desk), "ask")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.state.review_of(number) == Review(reviewed=True, note="ask"))


def test_headings_offer_nothing_and_scrolling_takes_it_away(desk: Desk) -> None:
    rail = desk.panel._rail
    rail.list.entered.emit(rail._model.index(1))
    assert rail.tools.holder.isVisible()
    rail.list.entered.emit(rail._model.index(0))
    assert not rail.tools.holder.isVisible()
    rail.list.entered.emit(rail._model.index(1))
    rail.list.verticalScrollBar().valueChanged.emit(3)
    assert not rail.tools.holder.isVisible()


def test_the_menu_of_a_card_writes_and_marks(desk: Desk) -> None:
    rail, number = desk.panel._rail, desk.changes_of(ChangeKind.ADDED)[0]
    row = rail._model.row_of(number)
    assert row is not None
    place = rail.list.visualRect(rail._model.index(row)).center()
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, rail.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(rail.list.viewport(), ask)
    texts = [action.text() for action in rail.tools.menu.actions()]
    assert texts == ["Write a note…\tN", "Mark reviewed\tSpace"]
    rail.tools.menu.actions()[1].trigger()
    assert desk.state.review_of(number).reviewed
    rail.tools.menu.actions()[0].trigger()
    rail.tools.menu.close()
    assert rail.writes


def test_the_lens_offers_a_note_and_a_mark_where_something_changed(desk: Desk) -> None:
    lens = desk.panel.inquiry._lens
    assert lens
    shown = desk.state.presentation
    assert shown
    number = desk.changes_of(ChangeKind.FIGURE)[0]
    claim = shown.changes[number].claim
    assert claim is not None
    lens.show_at(Side.LEFT, claim)
    buttons = lens.card.buttons
    assert buttons.isVisible()
    QTest.mouseClick(buttons.review, Qt.MouseButton.LeftButton)
    assert desk.state.review_of(number).reviewed
    assert lens.card.isVisible()
    assert buttons.review.isChecked()
    QTest.mouseClick(buttons.note, Qt.MouseButton.LeftButton)
    assert not lens.card.isVisible()
    assert desk.panel._rail.writes
    unchanged = shown.claim_at(Side.LEFT, LEFT.index("The city council"))
    assert unchanged is not None
    lens.show_at(Side.LEFT, unchanged)
    assert not buttons.isVisible()


def test_a_card_with_a_note_is_higher(desk: Desk) -> None:
    desk.go_to(ChangeKind.ADDED)
    number, rail = desk.state.current, desk.panel._rail.list
    assert number is not None
    before = rail.visualRect(rail.currentIndex()).height()
    desk.panel.reviewing.take_note(number, "see p. 3")
    assert rail.visualRect(rail.currentIndex()).height() > before


# Linking


def linked(desk: Desk) -> bool:
    claim = desk.claim_of(Side.LEFT, SHOPS)
    return claim.by_hand and claim is desk.claim_of(Side.RIGHT, TUNNEL)


def test_two_selections_are_linked_at_once(desk: Desk) -> None:
    desk.select(Side.LEFT, SHOPS)
    desk.select(Side.RIGHT, TUNNEL)
    desk.panel.link()
    assert linked(desk)
    assert desk.changes.stack.undoText() == "link"
    assert all(desk.panel._texts.side_by_side.selection(side) is None for side in Side)
    desk.changes.stack.undo()
    assert not linked(desk)
    desk.changes.stack.redo()
    assert linked(desk)


def test_a_change_is_linked_with_what_is_chosen_by_a_click(desk: Desk) -> None:
    desk.go_to(ChangeKind.DROPPED)
    desk.panel.link()
    pending = desk.state.pending
    assert pending
    assert pending.side is Side.LEFT
    assert desk.panel._link_bar.isVisible()
    desk.press(Side.RIGHT, TUNNEL)
    assert desk.state.pending is None
    assert linked(desk)
    assert not desk.panel._link_bar.isVisible()
    assert desk.state.change
    assert desk.state.change.kinds == (ChangeKind.REWORDED,), "one stands on the change that it has become"


def test_the_same_key_again_links_with_the_passage_that_offers_itself(desk: Desk) -> None:
    change = desk.go_to(ChangeKind.DROPPED)
    shown = desk.state.presentation
    assert shown
    assert change.claim is not None
    nearest = shown.comparison.claims[change.claim].nearest
    assert nearest, "offered when one asks, however far it is"
    desk.panel.link()
    words = nearest.spans[0].of(RIGHT)
    assert words[:20] in desk.panel._link_bar.text()
    desk.panel.link()
    claim = desk.claim_of(Side.LEFT, SHOPS)
    assert claim.by_hand
    assert set(nearest.spans) <= set(claim.right)


def test_a_passage_is_chosen_by_keys(desk: Desk) -> None:
    change = desk.go_to(ChangeKind.ADDED)
    desk.panel._rail.list.setFocus()
    desk.panel.link()
    left = desk.panel._texts.panes[Side.LEFT]
    for _ in range(9):
        QTest.keyClick(left, Qt.Key.Key_Up)
    chosen = desk.state.pending and desk.state.pending.chosen
    assert chosen
    assert chosen[0].start == 0, "the first passage, and no further"
    texts: list[str] = []
    while desk.state.pending and SHOPS not in (texts[-1] if texts else ""):
        QTest.keyClick(left, Qt.Key.Key_Down)
        texts.append(desk.state.pending.chosen[0].of(LEFT))
    QTest.keyClick(left, Qt.Key.Key_Return)
    assert linked(desk)
    assert change.right == desk.claim_of(Side.RIGHT, TUNNEL).right


def test_escape_gives_a_link_up(desk: Desk) -> None:
    desk.go_to(ChangeKind.DROPPED)
    desk.panel.link()
    QTest.keyClick(desk.panel._texts.panes[Side.RIGHT], Qt.Key.Key_Escape)
    assert desk.state.pending is None
    assert desk.state.current is not None
    desk.press(Side.RIGHT, TUNNEL)
    assert desk.changes.stack.count() == 0


def test_a_click_on_the_first_side_begins_there(desk: Desk) -> None:
    desk.go_to(ChangeKind.DROPPED)
    desk.panel.link()
    desk.press(Side.LEFT, "Ferries")
    pending = desk.state.pending
    assert pending
    assert [span.of(LEFT).strip() for span in pending.spans] == ["Ferries will run every ten minutes."]
    assert pending.chosen == ()
    desk.panel.link()
    assert desk.said[-1] == CHOOSE


def test_a_selection_on_the_other_side_is_what_is_chosen(desk: Desk) -> None:
    desk.select(Side.LEFT, SHOPS)
    desk.panel.link()
    desk.select(Side.RIGHT, TUNNEL)
    desk.panel.link()
    assert linked(desk)


def test_linking_says_what_it_needs(desk: Desk) -> None:
    desk.panel.link()
    assert desk.said[-1] == NOTHING_TO_LINK
    desk.panel.unlink()
    assert desk.said[-1] == NOTHING_LINKED
    desk.go_to(ChangeKind.DROPPED)
    desk.panel.unlink()
    assert desk.said[-1] == NOTHING_LINKED
    assert desk.changes.stack.count() == 0


def test_what_is_linked_by_hand_is_not_linked_again(desk: Desk) -> None:
    for _ in range(2):
        desk.select(Side.LEFT, SHOPS)
        desk.select(Side.RIGHT, TUNNEL)
        desk.panel.link()
    assert desk.said[-1] == LINKED_ALREADY
    assert desk.changes.stack.count() == 1
    assert linked(desk)


def test_a_link_is_undone_from_a_change(desk: Desk) -> None:
    desk.go_to(ChangeKind.FIGURE)
    claim = desk.claim_of(Side.LEFT, "Mayor Anna Lind")
    assert claim.linked
    desk.panel.unlink()
    assert not desk.claim_of(Side.LEFT, "Mayor Anna Lind").linked
    desk.changes.stack.undo()
    assert desk.claim_of(Side.LEFT, "Mayor Anna Lind").linked


def test_a_link_is_undone_where_nothing_changed(desk: Desk) -> None:
    desk.press(Side.LEFT, "Ferries")
    assert desk.state.current is None
    assert desk.state.claim is not None
    desk.panel.unlink()
    assert not desk.claim_of(Side.LEFT, "Ferries").linked
    desk.select(Side.LEFT, "Engineers found")
    desk.panel.unlink()
    assert not desk.claim_of(Side.LEFT, "Engineers").linked


LONGER = "Mayor Anna Lind said the work on all of the pillars of the bridge would take a full 24 months, not less."


def apart(desk: Desk) -> tuple[int, int]:
    """The changes that both halves of what was unlinked have become."""
    shown = desk.state.presentation
    assert shown
    left, right = (shown.change_at(side, side.article(shown.comparison).text.index("Mayor")) for side in Side)
    assert left is not None
    assert right is not None
    return left, right


@pytest.fixture
def torn(desk: Desk, library: Library, ids: tuple[int, int]) -> Desk:
    """At a passage whose right half is the longer one, with changes between both halves once they are apart."""
    moved = RIGHT.replace("Mayor Anna Lind said the work would take 24 months. ", "").rstrip()
    desk.panel.open(ids[0], library.add(f"{moved} {LONGER}\n", "/desk/1800.txt").id)
    text = LEFT.index("Mayor")
    assert desk.state.presentation
    desk.state.set_current(desk.state.presentation.change_at(Side.LEFT, text))
    assert desk.claim_of(Side.LEFT, "Mayor") is desk.claim_of(Side.RIGHT, "Mayor")
    return desk


@pytest.mark.parametrize("side", [None, *Side])
def test_after_unlinking_one_stands_on_the_half_with_the_keys_else_on_the_first(torn: Desk, side: Side | None) -> None:
    torn.panel.activateWindow()
    (torn.panel._rail.list if side is None else torn.panel._texts.panes[side]).setFocus()
    torn.panel.unlink()
    left, right = apart(torn)
    assert right > left + 1, "with others between them"
    assert torn.state.current == (right if side is Side.RIGHT else left)


def test_after_unlinking_what_nothing_changed_in_one_stands_on_its_first_half(desk: Desk) -> None:
    desk.press(Side.LEFT, "Ferries")
    assert desk.state.current is None
    desk.panel.unlink()
    shown = desk.state.presentation
    assert shown
    halves = [shown.change_at(Side.LEFT, LEFT.index("Ferries")), shown.change_at(Side.RIGHT, RIGHT.index("Ferries"))]
    assert desk.state.current == min(half for half in halves if half is not None)


def test_a_link_made_by_hand_says_so(desk: Desk) -> None:
    desk.select(Side.LEFT, SHOPS)
    desk.select(Side.RIGHT, TUNNEL)
    desk.panel.link()
    shown = desk.state.presentation
    assert shown
    (link,) = (link for link in shown.links if link.by_hand)
    assert "linked by hand" in desk.panel._texts.side_by_side._explain(link)
    desk.go_to(ChangeKind.REWORDED)
    cards = desk.panel._rail.list.model()
    by_hand = [cards.index(row, 0).data(RailRole.BY_HAND) for row in range(cards.rowCount())]
    assert by_hand.count(True) == 1


def test_what_one_reads_stays_where_it_is_while_linking(desk: Desk) -> None:
    desk.panel.resize(1300, 260)
    left = desk.panel._texts.panes[Side.LEFT]
    desk.select(Side.LEFT, SHOPS)
    place = left.verticalScrollBar().maximum()
    left.verticalScrollBar().setValue(place)
    desk.select(Side.RIGHT, TUNNEL)
    assert left.verticalScrollBar().value() == place > 40
    desk.panel.link()
    assert linked(desk)
    assert abs(left.verticalScrollBar().value() - place) <= 1


def test_clearing_a_selection_does_not_scroll(desk: Desk) -> None:
    desk.panel.resize(1300, 260)
    view = desk.panel._texts.panes[Side.LEFT]
    desk.select(Side.LEFT, "Bridge to close")
    place = view.verticalScrollBar().maximum()
    view.verticalScrollBar().setValue(place)
    view.clear_selection()
    assert view.selected_span() is None
    assert view.verticalScrollBar().value() == place > 40


def test_a_swap_while_a_link_is_begun_gives_it_up(desk: Desk) -> None:
    desk.go_to(ChangeKind.DROPPED)
    desk.panel.link()
    desk.panel.swap()
    assert desk.state.pending is None
    assert desk.panel._texts.panes[Side.LEFT].rects_of(Span(0, 4))


def test_the_bar_names_what_it_would_link_with_as_there_is_room(desk: Desk) -> None:
    change = desk.go_to(ChangeKind.DROPPED)
    shown = desk.state.presentation
    assert shown
    assert change.claim is not None
    nearest = shown.comparison.claims[change.claim].nearest
    assert nearest
    words = nearest.spans[0].of(RIGHT)
    bar = desk.panel._link_bar
    for width, named in ((1300, 20), (420, 0)):
        desk.panel.resize(width, 640)
        desk.panel.link()
        assert words[:named] in bar.text()
        assert bar.geometry().right() <= desk.panel._texts.width()
        desk.panel._linking.cancel()


def test_a_filter_keeps_what_is_being_written(desk: Desk) -> None:
    desk.go_to(ChangeKind.ADDED)
    number = desk.state.current
    assert number is not None
    desk.panel.reviewing.ask_note()
    QTest.keyClicks(field(desk), "see p. 3")
    desk.state.toggle(ChangeKind.FIGURE)
    assert desk.state.review_of(number).note == "see p. 3"
    assert not desk.panel._rail.writes


def test_what_was_made_by_hand_is_told_to_screen_readers(desk: Desk) -> None:
    desk.go_to(ChangeKind.ADDED)
    desk.panel.reviewing.toggle()
    total = desk.state.reviewed()[1]
    assert desk.panel._rail.head.accessibleName() == f"1 of {total} reviewed"
    rows = desk.panel._rail.list.model()
    told = [str(rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(rows.rowCount())]
    assert sum(". Reviewed" in words for words in told) == 1
    desk.go_to(ChangeKind.DROPPED)
    desk.panel.link()
    assert desk.panel._link_bar.accessibleName() == desk.panel._link_bar.text()
    desk.panel.link()
    told = [str(rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(rows.rowCount())]
    assert sum("Linked by hand" in words for words in told) == 1

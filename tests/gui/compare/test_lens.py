"""The lens: what it says, where it lies, when it comes and goes, and why passages are linked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from variorum.core.cancel import CanceledError
from variorum.core.collate.grounds import Grounds
from variorum.core.collate.model import Claim, ClaimKind
from variorum.core.collate.telling import Told
from variorum.core.library.library import Library
from variorum.gui.compare.lens import NOT_LINKED, NOTHING_HERE, WAIT_MS
from variorum.gui.compare.lens_card import ALONE, NOBODY
from variorum.gui.compare.lens_page import NOWHERE_CLOSE, Named, page, sureness, verdict
from variorum.gui.compare.lens_place import Box, placed
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.why_words import BY_HAND, BY_WORDS, NOTHING, SAME_WORDS, Reason, note, reasons, summary
from variorum.gui.jobs import InlineJobs, Job
from variorum.gui.services import Services
from variorum.gui.widgets.passage_text import Own, Part

from .bench import SHOPS, TEXTS, Bench

NAMES = {Side.LEFT: Named("A", "Harbor Post"), Side.RIGHT: Named("B", "City Wire")}
REWORDED, DROPPED, MOVED, ADDED = 1, 2, 3, 4
"""Claims of the comparison made by hand."""


def words(paragraph: tuple[Part, ...], text: str) -> str:
    return "".join(f"[{part.words}]" if isinstance(part, Own) else part.of(text) for part in paragraph)


# What it says


def test_a_counterpart_is_woven_with_the_words_that_only_the_passage_has(presentation: Presentation) -> None:
    said = page(presentation, REWORDED, Side.LEFT, NAMES)
    text = presentation.comparison.right.text
    assert said.shown
    assert said.shown.woven
    assert words(said.shown.paragraphs[0], text) == "Rates rise to[ ][10][ ]12[ ]percent this[ ][spring][ ]summer."
    assert [span.of(text) for span in said.shown.here] == ["12", "summer"]
    assert (said.of, said.verdict) == (NAMES[Side.RIGHT], "Reworded · almost certain, 90 %")
    assert said.linked
    assert not said.asks_others


def test_seen_from_the_right_the_words_of_the_right_are_put_in(presentation: Presentation) -> None:
    said = page(presentation, REWORDED, Side.RIGHT, NAMES)
    assert said.shown
    shown = words(said.shown.paragraphs[0], presentation.comparison.left.text)
    assert shown == "Rates rise to[ ]10[ ][12][ ]percent this[ ]spring[ ][summer]."


def test_a_doubtful_link_of_a_moved_passage_says_so(presentation: Presentation) -> None:
    said = page(presentation, MOVED, Side.LEFT, NAMES)
    assert said.verdict == "Reworded · moved up 3 · doubtful, 40 %"
    assert said.verdict_short == "Reworded · moved up 3 · 40 %"


def test_what_is_told_on_one_side_only_shows_what_comes_closest(presentation: Presentation) -> None:
    said = page(presentation, DROPPED, Side.LEFT, NAMES)
    assert (said.verdict, said.heading) == ("Not told by B", "Closest in B, 20 %")
    assert said.shown
    assert words(said.shown.paragraphs[0], presentation.comparison.right.text) == "A new school opens."
    assert said.asks_others
    far = page(presentation, ADDED, Side.RIGHT, NAMES)
    assert (far.verdict, far.heading, far.shown) == ("Not told by A", NOWHERE_CLOSE, None)


def test_where_little_is_kept_the_counterpart_stands_whole(presentation: Presentation) -> None:
    claims = list(presentation.comparison.claims)
    claims[REWORDED] = replace(claims[REWORDED], words=())
    shown = Presentation(replace(presentation.comparison, claims=tuple(claims)), presentation.changes)
    said = page(shown, REWORDED, Side.LEFT, NAMES)
    assert said.shown
    assert not said.shown.woven
    assert not said.shown.here


@pytest.mark.parametrize(
    ("confidence", "said"),
    [(0.95, "almost certain"), (0.85, "very likely"), (0.7, "likely"), (0.5, "doubtful"), (0.2, "very doubtful")],
)
def test_how_sure_a_link_is_has_words(confidence: float, said: str) -> None:
    claim = Claim(ClaimKind.REWORDED, (), (), confidence)
    assert sureness(claim) == said
    assert f"about {round(confidence * 100)} are right" in summary(claim)


def test_what_a_hand_linked_or_tells_in_the_same_words_needs_no_number() -> None:
    by_hand = Claim(ClaimKind.REWORDED, (), (), 1.0, by_hand=True)
    same = Claim(ClaimKind.UNCHANGED, (), (), 1.0)
    assert (summary(by_hand), summary(same)) == (BY_HAND, SAME_WORDS)
    assert "%" not in verdict(by_hand, "B") + verdict(same, "B")


def test_reasons_are_in_editors_words() -> None:
    found = Grounds(
        names=("Anna Lind",),
        figures=(("nearly 50", "about 50"), ("18 months", "18 months")),
        quotations=(("a gift to smugglers,", "It is a gift to smugglers"),),
        alike_words=(("soldiers", "troops"),),
        by_meaning=True,
    )
    assert [(reason.label, reason.shared) for reason in reasons(found)] == [
        ("Quotation", ("“a gift to smugglers”",)),
        ("Figures", ("nearly 50 ≈ about 50", "18 months")),
        ("Names", ("Anna Lind",)),
        ("Alike in meaning", ("soldiers ≈ troops",)),
    ]
    claim = Claim(ClaimKind.REWORDED, (), (), 0.5)
    assert note(claim, found) == ""
    assert note(claim, Grounds()) == f"{NOTHING} {BY_WORDS}"


# Where it lies


@given(
    st.builds(Box, st.integers(0, 900), st.integers(0, 700), st.integers(1, 600), st.integers(1, 800)),
    st.integers(200, 500),
    st.integers(40, 600),
)
def test_it_stays_in_its_room_and_off_the_passage(passage: Box, width: int, height: int) -> None:
    room = Box(10, 10, 980, 760)
    box = placed(width, height, passage, room)
    if box is None:
        return
    assert room.x <= box.x
    assert box.right <= room.right
    assert room.y <= box.y
    assert box.bottom <= room.bottom
    apart = (box.right <= passage.x, passage.right <= box.x, box.bottom <= passage.y, passage.bottom <= box.y)
    assert any(apart)


def test_it_lies_below_then_above_then_beside() -> None:
    room = Box(0, 0, 1000, 600)
    assert placed(400, 200, Box(20, 100, 400, 50), room) == Box(20, 158, 400, 200)
    assert placed(400, 200, Box(700, 450, 300, 50), room) == Box(600, 242, 400, 200)
    assert placed(400, 200, Box(20, 100, 400, 400), room) == Box(428, 100, 400, 200)
    assert placed(400, 200, Box(20, 0, 600, 600), room) == Box(628, 0, 372, 200)
    assert placed(400, 200, Box(500, 0, 500, 600), room) == Box(92, 0, 400, 200)
    assert placed(400, 200, Box(20, 0, 960, 600), room) is None


# When it comes and goes


@pytest.fixture
def bench(qtbot: QtBot, services: Services) -> Bench:
    return Bench(qtbot, services)


def test_the_pointer_brings_the_counterpart_and_leaves_the_focus(qtbot: QtBot, bench: Bench) -> None:
    view = bench.panel._texts.panes[Side.LEFT]
    view.setFocus()

    def there() -> bool:
        bench.point(Side.LEFT, "Mayor")  # again only where the display has moved the pointer away meanwhile
        return bench.card.isVisible()

    qtbot.waitUntil(there, timeout=30_000)
    assert "24" in bench.card.accessibleName()
    assert "Reworded" in bench.card.accessibleName()
    assert QApplication.focusWidget() is view or not view.isActiveWindow()
    assert bench.panel._texts.rect().contains(bench.card.geometry())
    boxes = bench.panel._texts.boxes_of(Side.LEFT, bench.claim(Side.LEFT, "Mayor"))
    assert boxes
    assert not any(box.intersects(bench.card.geometry()) for box in boxes)


def test_it_goes_when_the_pointer_leaves_and_when_one_scrolls_or_types(qtbot: QtBot, bench: Bench) -> None:
    left = bench.panel._texts.panes[Side.LEFT]
    goings: tuple[Callable[[], Any], ...] = (
        lambda: bench.panel._texts.pointed.emit(None, None),
        bench.panel._texts.scrolled.emit,
        lambda: QTest.keyClick(left, Qt.Key.Key_Down),
        lambda: QTest.mouseClick(left.viewport(), Qt.MouseButton.RightButton),
        lambda: bench.panel.showing.set_mode(Mode.ALIGNED),
    )
    for go in goings:
        bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Mayor"))
        qtbot.waitUntil(bench.card.isVisible)
        go()
        qtbot.waitUntil(lambda: not bench.card.isVisible())


def test_the_pointer_brings_it_only_while_that_is_wanted_and_the_key_always(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.options.set_pointer_lens(False)
    bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Mayor"))
    qtbot.wait(WAIT_MS + 60)
    assert not bench.card.isVisible()
    bench.stand_on(Side.LEFT, "Mayor")
    bench.panel.inquiry.show_counterpart()
    assert bench.card.isVisible()


def test_read_clean_asks_for_the_other_version_and_shows_what_is_not_seen(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.showing.set_mode(Mode.CLEAN)
    bench.stand_on(Side.RIGHT, "Mayor")
    bench.panel.inquiry.show_counterpart()
    assert "A. " in bench.card.accessibleName()  # the left version's words, not those one reads
    bench.panel.inquiry.close()
    bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Shop"))
    qtbot.waitUntil(bench.card.isVisible)
    assert f"A tells. {SHOPS}" in bench.card.accessibleName()


def test_it_is_as_high_as_what_it_says_whatever_it_said_before(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.showing.set_mode(Mode.CLEAN)
    heights = []
    for _ in range(2):
        for words in ("Mayor", "Shop"):
            side = Side.RIGHT if words == "Mayor" else Side.LEFT
            bench.lens.show_at(side, bench.claim(side, words))
            heights.append((bench.card.height(), bench.card.wanted(bench.card.width()).height()))
            bench.lens.close()
    assert heights[:2] == heights[2:]
    assert all(height == wanted for height, wanted in heights)


def test_it_has_room_for_a_name_in_taller_letters(qtbot: QtBot, bench: Bench) -> None:
    bench.point(Side.LEFT, "Mayor")
    qtbot.waitUntil(bench.card.isVisible)
    before = bench.card.wanted(400).height()
    bench.card._name.setMinimumHeight(bench.card._name.height() + 30)
    assert bench.card.wanted(400).height() >= before + 25


def test_names_have_their_room_above_a_text_of_one_line(bench: Bench, presentation: Presentation) -> None:
    said = replace(page(presentation, ADDED, Side.RIGHT, NAMES), asks_others=False)
    assert said.heading == NOWHERE_CLOSE
    card = bench.card
    card.show_page(said, presentation.comparison.left, presentation.comparison.right)
    card.lie(QRect(QPoint(10, 10), card.wanted(400)))
    QApplication.processEvents()
    for label in (card._name, card._verdict):
        assert label.height() >= label.sizeHint().height()


def test_a_glance_brings_nothing(qtbot: QtBot, bench: Bench) -> None:
    bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Mayor"))
    bench.panel._texts.pointed.emit(None, None)
    qtbot.wait(WAIT_MS + 60)
    assert not bench.card.isVisible()


def test_who_else_tells_a_dropped_passage_is_told(qtbot: QtBot, bench: Bench) -> None:
    bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Shop"))
    qtbot.waitUntil(bench.card.isVisible)
    others = bench.card.others()
    assert [(other.version.siglum, other.telling.told) for other in others] == [
        ("C", Told.VERBATIM),
        ("D", Told.NOT),
    ]
    assert others[0].words == SHOPS
    assert bench.card._others_label.text() == ALONE
    assert f"C in the same words · Owners worry: {SHOPS}" in bench.card.accessibleName()


def test_a_click_on_another_version_compares_with_it_at_that_passage(qtbot: QtBot, bench: Bench) -> None:
    bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Shop"))
    qtbot.waitUntil(bench.card.isVisible)
    QTest.mouseClick(bench.card._other_rows[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.state.claim is not None)
    comparison = bench.panel.comparison()
    assert comparison
    assert (comparison.left.text, comparison.right.text) == (TEXTS[0], TEXTS[2])
    claim = comparison.claims[bench.state.claim or 0]
    assert (claim.left[0].of(comparison.left.text), claim.right[0].of(comparison.right.text)) == (SHOPS, SHOPS)
    assert not bench.card.isVisible()


def test_a_passage_of_the_right_version_stays_on_the_right(qtbot: QtBot, bench: Bench) -> None:
    bench.panel._texts.pointed.emit(Side.RIGHT, bench.claim(Side.RIGHT, "Ferries"))
    qtbot.waitUntil(bench.card.isVisible)
    bench.card._other_rows[1].click()
    qtbot.waitUntil(lambda: bench.state.claim is not None)
    comparison = bench.panel.comparison()
    assert comparison
    assert (comparison.left.text, comparison.right.text) == (TEXTS[3], TEXTS[1])
    assert comparison.claims[bench.state.claim or 0].right[0].of(comparison.right.text).startswith("Ferries")


def test_by_key_one_goes_into_the_lens_and_back(qtbot: QtBot, bench: Bench) -> None:
    view = bench.panel._texts.panes[Side.LEFT]
    bench.panel.activateWindow()
    qtbot.waitActive(bench.panel)
    view.setFocus()
    bench.stand_on(Side.LEFT, "Shop")
    bench.panel.inquiry.show_counterpart()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert bench.card._other_rows[0].hasFocus()
    QTest.keyClick(bench.card._other_rows[0], Qt.Key.Key_Escape)
    assert not bench.card.isVisible()
    assert view.hasFocus()
    bench.panel.inquiry.show_counterpart()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(bench.card._other_rows[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.panel.comparison() is not None and bench.panel.comparing.ids == (1, 3))


@pytest.mark.parametrize("mode", list(Mode))
def test_who_gives_the_screen_the_keys_gives_them_to_the_texts(qtbot: QtBot, bench: Bench, mode: Mode) -> None:
    """Commands of one letter work there only."""
    bench.panel.showing.set_mode(mode)
    bench.panel.activateWindow()
    qtbot.waitActive(bench.panel)
    bench.panel.setFocus()
    assert QApplication.focusWidget() in bench.panel._texts.shown.findChildren(QAbstractScrollArea)


def test_that_nobody_else_tells_it_is_told(qtbot: QtBot, bench: Bench) -> None:
    bench.panel._texts.pointed.emit(Side.RIGHT, bench.claim(Side.RIGHT, "Ferries"))
    qtbot.waitUntil(bench.card.isVisible)
    assert bench.card._others_label.text() == NOBODY


def test_in_a_table_the_pointer_brings_only_what_does_not_stand_beside(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.showing.set_mode(Mode.ALIGNED)
    bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Mayor"))
    qtbot.wait(WAIT_MS + 60)
    assert not bench.card.isVisible()
    bench.panel._texts.pointed.emit(Side.LEFT, bench.claim(Side.LEFT, "Shop"))
    qtbot.waitUntil(bench.card.isVisible)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_key_holds_it_and_escape_takes_it_away(qtbot: QtBot, bench: Bench, mode: Mode) -> None:
    bench.panel.showing.set_mode(mode)
    bench.stand_on(Side.RIGHT, "Mayor")
    current = bench.state.current
    bench.panel.inquiry.show_counterpart()
    assert bench.card.isVisible()
    bench.panel._texts.pointed.emit(None, None)
    bench.panel._texts.scrolled.emit()
    qtbot.wait(400)
    assert bench.card.isVisible()
    QTest.keyClick(bench.panel._texts.all_views()[-1], Qt.Key.Key_Escape)
    assert not bench.card.isVisible()
    assert bench.state.current == current  # the first Escape is for the lens, the second for the change
    QTest.keyClick(bench.panel._texts.all_views()[-1], Qt.Key.Key_Escape)
    assert bench.state.current is None


def test_the_key_without_a_passage_says_what_to_do(bench: Bench) -> None:
    bench.panel.inquiry.show_counterpart()
    assert bench.said[-1] == NOTHING_HERE
    assert not bench.card.isVisible()


def test_why_says_what_is_shared_and_how_sure_the_link_is(bench: Bench) -> None:
    bench.stand_on(Side.LEFT, "Mayor")
    bench.panel.inquiry.say_why()
    assert bench.card.isVisible()
    assert "Names: Anna Lind" in bench.card.accessibleName()
    assert "are right" in bench.card._summary.text()
    bench.panel.inquiry.say_why()
    assert bench.card.isVisible()
    assert not bench.card._summary.isVisible()


LONG_REASONS = (
    Reason(
        "Quotation",
        tuple(f"“a shared quotation, number {n}, that goes on for more than one line”" for n in "123"),
        True,
    ),
    Reason("Names", ("Anna Lind", "Jonas Holm", "Ida Berg", "Nils Falk", "Vera Storm", "Karin Dahl")),
    Reason("Words", ("council", "bridge", "repairs", "harbor", "voted")),
)
LONG_NOTE = "A note that stands below all of them and is longer than one line of the card, so that it has two of them."


@pytest.mark.parametrize(
    ("size", "mode"),
    [((1200, 700), Mode.SIDE_BY_SIDE), ((853, 480), Mode.SIDE_BY_SIDE), ((700, 620), Mode.ALIGNED)],
)
def test_why_is_shown_whole_where_the_window_has_room(
    qtbot: QtBot, bench: Bench, size: tuple[int, int], mode: Mode
) -> None:
    bench.panel.resize(*size)
    bench.panel.showing.set_mode(mode)
    bench.stand_on(Side.LEFT, "Mayor")
    qtbot.wait(50)  # the texts have their room
    bench.panel.inquiry.say_why()
    bench.card.show_reasons(LONG_REASONS, LONG_NOTE, "")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert bench.card.isVisible()
    assert bench.panel._texts.rect().contains(bench.card.geometry())
    assert bench.card._scroll.verticalScrollBar().maximum() == 0
    assert bench.card._inside.height() <= bench.card._scroll.viewport().height()


def test_where_the_window_is_too_low_why_begins_with_the_reasons_and_has_a_bar(qtbot: QtBot, bench: Bench) -> None:
    bench.panel.resize(613, 380)
    bench.stand_on(Side.LEFT, "Mayor")
    qtbot.wait(50)  # the texts have their room
    bench.panel.inquiry.say_why()
    bench.card.show_reasons(LONG_REASONS, LONG_NOTE, "")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    bar = bench.card._scroll.verticalScrollBar()
    assert bar.isVisible()
    assert bar.value() == bench.card._why_line.y() > 0


def test_why_of_what_is_not_linked_says_so(bench: Bench) -> None:
    bench.stand_on(Side.LEFT, "Shop")
    bench.panel.inquiry.say_why()
    assert bench.said[-1] == NOT_LINKED


class HeldJobs(InlineJobs):
    """Keeps the answers of one view until they are let go."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[tuple[Job, Callable[[], object]]] = []
        self.holds = ""

    def run(self, work: Any, done: Any, failed: Any = None, *, view: str | None = None, **kept: Any) -> Job:
        if view != self.holds:
            return super().run(work, done, failed, view=view, **kept)
        job = Job(0, view)

        def answer() -> object:
            try:
                return done(work(job.canceled))
            except CanceledError:
                return None

        self.held.append((job, answer))
        return job

    def cancel_view(self, view: str) -> None:
        for job, _ in self.held:
            if job.view == view:
                job.cancel()

    def let_go(self) -> None:
        held, self.held = self.held, []
        for _, answer in held:  # also those canceled: an answer may be on its way when its view has gone
            answer()


@pytest.mark.parametrize("view", ["compare.others", "compare.why"])
def test_a_late_answer_is_dropped(qtbot: QtBot, services: Services, view: str, library: Library) -> None:
    jobs = HeldJobs()
    bench = Bench(qtbot, replace(services, jobs=jobs))
    jobs.holds = view
    bench.stand_on(Side.LEFT, "Shop" if view == "compare.others" else "Mayor")
    bench.panel.inquiry.show_counterpart()
    if view == "compare.why":
        bench.panel.inquiry.say_why()
    assert jobs.held
    bench.panel.inquiry.close()
    bench.stand_on(Side.LEFT, "The city")
    bench.panel.inquiry.show_counterpart()
    before = bench.card.accessibleName()
    jobs.let_go()
    assert bench.card.accessibleName() == before
    assert not bench.card.others()

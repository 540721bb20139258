"""The comparison screen as a user meets it: opening, walking, filtering, swapping, late and failed answers."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Claim, ClaimKind, Comparison
from variorum.core.collate.options import AS_COLLATED, WordOptions
from variorum.core.errors import LibraryError
from variorum.core.handmade.model import Review
from variorum.core.library.model import ArticleRow, StoryRow
from variorum.gui.compare.fetch import Answer
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.notice import Veil
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.wording import COMPARING, NO_LOOKS, SAME_TEXT, STILL_COMPARING, STOPPED
from variorum.gui.jobs import InlineJobs, Jobs
from variorum.gui.pairing.picker import ArticlePicker
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService
from variorum.settings import Settings

MakeComparison = Callable[[int, int], Comparison]


def row(number: int, siglum: str) -> ArticleRow:
    return ArticleRow(number, f"Headline {siglum}", "The Paper", "", "en", "", "", 100, str(number), 1, siglum, 1)


class FakeLibrary:
    """Three versions of one story."""

    def __init__(self) -> None:
        self.rows = tuple(row(n, s) for n, s in ((1, "A"), (2, "B"), (3, "C")))
        self.kept: dict[str, str] = {}

    def article(self, number: int) -> ArticleRow:
        return self.rows[number - 1]

    def articles(self, ids: Iterable[int] | None = None) -> tuple[ArticleRow, ...]:
        return self.rows if ids is None else tuple(self.rows[number - 1] for number in ids)

    def held(self) -> tuple[ArticleRow, ...]:
        return ()

    def story(self, number: int) -> StoryRow:
        return StoryRow(number, "Story", self.rows)

    def get_state(self, key: str) -> str | None:
        return self.kept.get(key)

    def set_state(self, key: str, value: str) -> None:
        self.kept[key] = value


class FakeWorkbench:
    """Answers with comparisons made before; holds back those of `held` until they are let go."""

    def __init__(self, make: MakeComparison) -> None:
        self.make = make
        self.held: dict[tuple[int, int], threading.Event] = {}
        self.error: Exception | None = None
        self.reads_meaning = True
        self.lacks: tuple[int, ...] = ()
        self.said: dict[int, Review] = {}

    def lacking(self, _left: int, _right: int) -> tuple[int, ...]:
        return self.lacks

    def reviews(self, _left: int, _right: int, _comparison: Comparison, _changes: object) -> dict[int, Review]:
        return dict(self.said)

    def compare(
        self, left: int, right: int, should_cancel: ShouldCancel, _options: WordOptions = AS_COLLATED
    ) -> Comparison:
        gate = self.held.get((left, right))
        if gate is not None:
            assert gate.wait(10)
        check(should_cancel)
        if self.error is not None:
            raise self.error
        return self.make(left, right)


def swapped(comparison: Comparison) -> Comparison:
    """The same comparison from the other side."""
    kinds = {ClaimKind.ADDED: ClaimKind.DROPPED, ClaimKind.DROPPED: ClaimKind.ADDED}
    claims: list[Claim] = [
        dataclasses.replace(c, kind=kinds.get(c.kind, c.kind), left=c.right, right=c.left, words=())
        for c in comparison.claims
    ]
    claims.sort(key=lambda c: c.left[0].start if c.left else 10**6)
    figures = tuple(dataclasses.replace(f, left=f.right, right=f.left) for f in comparison.figures)
    quotes = tuple(dataclasses.replace(q, left=q.right, right=q.left) for q in comparison.quotes)
    return dataclasses.replace(
        comparison, left=comparison.right, right=comparison.left, claims=tuple(claims), figures=figures, quotes=quotes
    )


@pytest.fixture
def workbench(comparison: Comparison) -> FakeWorkbench:
    def make(left: int, right: int) -> Comparison:
        if left == right:
            whole = tuple(Claim(ClaimKind.UNCHANGED, (s.span,), (s.span,), 1.0) for s in comparison.left.sentences)
            return Comparison(
                comparison.left, comparison.left, comparison.regime, 1.0, whole, (), (), comparison.counts
            )
        return comparison if left < right else swapped(comparison)

    return FakeWorkbench(make)


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, workbench: FakeWorkbench, library: FakeLibrary) -> Iterator[ComparePanel]:
    jobs = Jobs()
    theme = ThemeService(qapp, "light")
    services = Services(cast(Any, library), cast(Any, workbench), cast(Any, None), jobs, theme, Settings())
    made = ComparePanel(services)
    qtbot.addWidget(made)
    made.resize(1300, 500)
    made.show()
    yield made
    for gate in workbench.held.values():
        gate.set()
    jobs.close()


@pytest.fixture
def opened(panel: ComparePanel, qtbot: QtBot) -> ComparePanel:
    with qtbot.waitSignal(panel.comparison_shown):
        panel.open(1, 2)
    return panel


def place(panel: ComparePanel) -> str:
    return panel._chips._position.text()


def veil(panel: ComparePanel) -> Veil:
    found = panel._texts.findChild(Veil)
    assert isinstance(found, Veil)
    return found


def current_texts(panel: ComparePanel) -> tuple[str, ...]:
    """What the current change covers on each side."""
    shown, number = panel._state.presentation, panel._state.current
    assert shown
    assert number is not None
    change = shown.changes[number]
    return tuple(" ".join(span.of(side.article(shown.comparison).text) for span in side.spans(change)) for side in Side)


def test_opening_shows_both_texts_and_says_how_they_relate(panel: ComparePanel, qtbot: QtBot) -> None:
    said: list[str] = []
    panel.status_changed.connect(said.append)
    with qtbot.waitSignal(panel.comparison_shown) as told:
        panel.open(1, 2)
    assert told.args == [1, 2]
    assert "4 ↔ 4 sentences" in said[-1]
    texts = [panel._texts.panes[side].toPlainText() for side in Side]
    assert "bridge" in texts[0]
    assert "school" in texts[1]
    assert panel._state.current is None, "the first change isn't jumped to"


def test_next_and_previous_walk_all_changes_and_wrap(opened: ComparePanel) -> None:
    total = len(opened._state.presentation.changes) if opened._state.presentation else 0
    said: list[str] = []
    opened.status_changed.connect(said.append)
    opened.next_change()
    assert place(opened) == f"change 1 of {total}"
    opened.previous_change()
    assert place(opened) == f"change {total} of {total}"
    assert "from the last again" in said[-1]
    opened.next_change()
    assert place(opened) == f"change 1 of {total}"
    opened.next_change()
    assert "sentences" in said[-1], "the note has gone"


def test_a_hidden_kind_is_skipped_everywhere(opened: ComparePanel) -> None:
    for kind in set(ChangeKind) - {ChangeKind.ADDED}:
        opened.filtering.toggle_kind(kind.value)
    opened.next_change()
    assert place(opened) == "change 1 of 1"
    assert current_texts(opened) == ("", "A new school opens.")
    assert opened._rail.list.model().rowCount() == 2, "a heading and a card"
    opened.filtering.toggle_kind("added")
    assert place(opened) == "0 of 6 changes"
    assert opened._rail.list.isHidden()


def test_only_what_needs_a_look_is_stepped_through_if_one_asks(opened: ComparePanel, qtbot: QtBot) -> None:
    shown = opened._state.presentation
    assert shown
    head = opened._rail.head
    head.look_only.click()
    assert opened.filtering.hides
    for number in (*shown.looks, shown.looks[0]):
        opened.next_change()
        assert opened._state.current == number
        assert place(opened) == f"change {number + 1} of {len(shown.order)}"
    opened.filtering.set_visible(frozenset({ChangeKind.ADDED}))
    said: list[str] = []
    opened.status_changed.connect(said.append)
    opened.next_change()
    assert said == [NO_LOOKS]
    assert opened._rail._words.text() == f"{NO_LOOKS} 1 other change not listed."
    assert head.isVisible(), "or nobody could switch it off"
    opened.filtering.show_all()
    assert not head.look_only.isChecked()
    assert not opened.filtering.hides


def test_a_chip_filters_by_key_and_says_its_state(opened: ComparePanel, qtbot: QtBot) -> None:
    chip = opened._chips.chips[ChangeKind.DROPPED]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert ChangeKind.DROPPED not in opened._state.visible
    assert not chip.isChecked()
    assert chip.accessibleName() == "Dropped, 1, hidden"


def test_escape_leaves_the_current_change(opened: ComparePanel, qtbot: QtBot) -> None:
    opened.next_change()
    QTest.keyClick(opened._texts.panes[Side.LEFT], Qt.Key.Key_Escape)
    assert opened._state.current is None


def test_a_press_on_a_passage_selects_its_change(opened: ComparePanel, qtbot: QtBot) -> None:
    view = opened._texts.panes[Side.LEFT]
    comparison = opened.comparison()
    assert comparison
    span = comparison.claims[2].left[0]
    qtbot.waitUntil(lambda: bool(view.rects_of(span)))
    point = view.rects_of(span)[0].center().toPoint() - QPoint(0, view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert current_texts(opened) == ("The old bridge is closed.", "")


def test_choosing_in_the_rail_goes_there(opened: ComparePanel, qtbot: QtBot) -> None:
    rail = opened._rail.list
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_Down)
    assert opened._state.current is not None
    assert place(opened) != "0"
    first = opened._state.current
    QTest.keyClick(rail, Qt.Key.Key_Down)
    assert opened._state.current != first


def test_swapping_mirrors_and_stays_at_the_change(opened: ComparePanel, qtbot: QtBot) -> None:
    opened.next_change()
    opened.next_change()
    before = current_texts(opened)
    with qtbot.waitSignal(opened.comparison_shown) as told:
        opened.swap()
    assert told.args == [2, 1]
    assert current_texts(opened) == before[::-1]
    with qtbot.waitSignal(opened.comparison_shown):
        opened.swap()
    assert current_texts(opened) == before


def test_a_late_answer_is_dropped(panel: ComparePanel, workbench: FakeWorkbench, qtbot: QtBot) -> None:
    gate = workbench.held[(1, 2)] = threading.Event()
    shown: list[tuple[int, int]] = []
    panel.comparison_shown.connect(lambda left, right: shown.append((left, right)))
    panel.open(1, 2)
    with qtbot.waitSignal(panel.comparison_shown):
        panel.open(1, 3)
    gate.set()
    qtbot.wait(50)
    assert shown == [(1, 3)]


def test_a_long_comparison_can_be_canceled_and_the_one_before_stays(
    opened: ComparePanel, workbench: FakeWorkbench, qtbot: QtBot
) -> None:
    before = opened.comparison()
    gate = workbench.held[(1, 3)] = threading.Event()
    opened.open(1, 3)
    qtbot.waitUntil(veil(opened).isVisible)
    qtbot.waitUntil(opened._insides.progress.isVisible)
    opened._insides.progress.canceled.emit()
    gate.set()
    qtbot.wait(50)
    assert opened.comparison() is before
    assert not opened._insides.progress.isVisible()
    assert not veil(opened).isVisible()


def test_what_is_still_compared_has_no_numbers_and_no_way_through_it(
    panel: ComparePanel, workbench: FakeWorkbench, qtbot: QtBot
) -> None:
    said: list[str] = []
    panel.status_changed.connect(said.append)
    gate = workbench.held[(1, 2)] = threading.Event()
    panel.open(1, 2)
    assert said[-1] == COMPARING
    assert {chip.number for chip in panel._chips.chips.values()} == {"…"}
    panel.next_change()
    assert said[-1] == STILL_COMPARING, STOPPED
    gate.set()
    qtbot.waitUntil(lambda: panel.comparison() is not None)
    assert panel._chips.chips[ChangeKind.ADDED].number == "1"
    assert said[-1] == panel.told.standing
    gate = workbench.held[(1, 3)] = threading.Event()
    panel.open(1, 3)
    assert panel._chips.chips[ChangeKind.ADDED].number == "1", "nothing flickers where it is quick"
    qtbot.waitUntil(lambda: panel._chips.chips[ChangeKind.ADDED].number == "…")
    panel._insides.progress.canceled.emit()
    gate.set()
    assert panel._chips.chips[ChangeKind.ADDED].number == "1"
    assert place(panel).endswith("changes")
    panel.clear()
    assert {chip.number for chip in panel._chips.chips.values()} == {""}


def test_comparing_again_can_be_waited_for_and_canceled_too(
    opened: ComparePanel, workbench: FakeWorkbench, qtbot: QtBot
) -> None:
    before, said = opened.comparison(), list[str]()
    opened.status_changed.connect(said.append)
    gate = workbench.held[(1, 2)] = threading.Event()
    opened.refining.again()
    qtbot.waitUntil(opened._insides.progress.isVisible)
    assert not veil(opened).isVisible(), "what is shown holds but for what was done by hand"
    assert opened._chips.chips[ChangeKind.ADDED].number == "1"
    opened._insides.progress.canceled.emit()
    assert not opened._insides.progress.isVisible()
    assert said[-1] == STOPPED
    gate.set()
    qtbot.wait(50)
    assert opened.comparison() is before
    with qtbot.waitSignal(opened.refining.refined):
        opened.refining.again()
    assert said[-1] == opened.told.standing


def test_what_is_hidden_is_left_out_before_the_window_has_the_answer(opened: ComparePanel, qtbot: QtBot) -> None:
    """Otherwise marks, rows and text to read would be made once more, in the window's thread."""
    made: list[Answer] = []
    opened.filtering.set_visible(ALL_KINDS - {ChangeKind.MOVED})
    opened.options.set_hide_removals(True)
    opened.refining.refined.connect(made.append)
    with qtbot.waitSignal(opened.refining.refined):
        opened.refining.again()
    with qtbot.waitSignal(opened.comparing.compared):
        opened.comparing.start(2, 1, made.append)
    shown = [answer.presentation for answer in made]
    wanted = [each.showing(opened.filtering.visible, removals=False) for each in shown]
    assert len(shown) == 2
    assert all(one is other for one, other in zip(shown, wanted, strict=True))


def test_an_error_is_said_in_place(opened: ComparePanel, workbench: FakeWorkbench, qtbot: QtBot) -> None:
    workbench.error = LibraryError("This article is not in the library any more.")
    with qtbot.waitSignal(opened.status_changed) as told:
        opened.open(1, 3)
    assert told.args == ["This article is not in the library any more."]
    assert opened._notice.isVisible()
    assert opened.comparison() is None, "what was compared before is not taken for what was asked for"
    assert not opened._texts.panes[Side.LEFT].toPlainText()
    workbench.error = None
    with qtbot.waitSignal(opened.comparison_shown):
        opened.open(1, 3)
    assert not opened._notice.isVisible()


def test_the_same_article_on_both_sides_is_a_calm_state(panel: ComparePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.comparison_shown):
        panel.open(1, 1)
    assert panel._notice.text() == SAME_TEXT
    assert place(panel) == "no changes"
    panel.next_change()
    assert panel._state.current is None


def test_versions_are_chosen_from_the_header(opened: ComparePanel, qtbot: QtBot) -> None:
    button = opened._header.buttons[Side.RIGHT]
    button.menu().aboutToShow.emit()
    actions = button.menu().actions()
    assert [a.isChecked() for a in actions[:3]] == [False, True, False]
    with qtbot.waitSignal(opened.comparison_shown) as told:
        actions[2].trigger()
    assert told.args == [1, 3]


def test_a_version_can_be_read_by_itself(opened: ComparePanel, qtbot: QtBot) -> None:
    button = opened._header.buttons[Side.RIGHT]
    button.menu().aboutToShow.emit()
    with qtbot.waitSignal(opened.article_opened) as told:
        button.menu().actions()[-1].trigger()
    assert told.args == [2]


def test_any_article_of_the_library_can_be_chosen(opened: ComparePanel, qtbot: QtBot) -> None:
    opened._header.other_asked.emit(Side.LEFT, "article")
    qtbot.waitUntil(lambda: bool(opened.findChildren(ArticlePicker)))
    (picker,) = opened.findChildren(ArticlePicker)
    QTest.keyClicks(picker._box, "c HEADLINE")
    with qtbot.waitSignal(opened.comparison_shown) as told:
        QTest.keyClick(picker._box, Qt.Key.Key_Return)
    assert told.args == [3, 2]


def test_the_rail_hides_where_there_is_no_room_and_remembers_a_wish(
    opened: ComparePanel, library: FakeLibrary, qtbot: QtBot
) -> None:
    assert opened._rail.isVisible()
    opened.resize(900, 500)
    assert not opened._rail.isVisible()
    opened.resize(1300, 500)
    assert opened._rail.isVisible()
    opened._chips.rail_switch.click()
    assert not opened._rail.isVisible()
    qtbot.waitUntil(lambda: library.kept == {"compare.rail": "hidden"})


def test_tab_goes_from_headers_to_chips_to_texts_to_the_list(opened: ComparePanel) -> None:
    stops: list[QWidget] = [
        opened._header.buttons[Side.LEFT],
        opened._header.swap,
        opened._header.buttons[Side.RIGHT],
        *opened._chips.chips.values(),
        opened._chips.previous,
        opened._chips.next,
        opened._chips.rail_switch,
        *opened._texts.panes.values(),
        opened._rail.list,
    ]
    chain: list[QWidget] = [stops[0]]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not stops[0]:
        chain.append(following)
    assert [widget for widget in chain if widget in stops] == stops


def test_swapping_keeps_what_is_on_screen(opened: ComparePanel, qtbot: QtBot) -> None:
    opened.resize(1000, 240)
    bars = {side: opened._texts.panes[side].verticalScrollBar() for side in Side}
    qtbot.waitUntil(lambda: all(bar.maximum() > 60 for bar in bars.values()))
    bars[Side.LEFT].setValue(40)
    bars[Side.RIGHT].setValue(55)
    with qtbot.waitSignal(opened.comparison_shown):
        opened.swap()
    qtbot.waitUntil(lambda: (bars[Side.LEFT].value(), bars[Side.RIGHT].value()) == (55, 40))


def test_clearing_leaves_nothing(opened: ComparePanel, qtbot: QtBot) -> None:
    side_by_side = opened._texts.side_by_side
    qtbot.waitUntil(lambda: all(strip._marks for strip in side_by_side.strips.values()))
    opened.clear()
    assert opened.comparison() is None
    qtbot.wait(60)
    assert not any(strip._marks for strip in side_by_side.strips.values())
    assert not any(lines.extents for lines in side_by_side.lines.values())
    assert opened._texts.panes[Side.LEFT].toPlainText() == ""
    opened.next_change()
    opened.swap()


def test_its_insides_are_built_when_they_are_needed(
    qtbot: QtBot, theme: ThemeService, workbench: FakeWorkbench, library: FakeLibrary
) -> None:
    services = Services(cast(Any, library), cast(Any, workbench), cast(Any, None), InlineJobs(), theme, Settings())
    panel = ComparePanel(services)
    qtbot.addWidget(panel)
    assert panel.place() == (0, 0)
    panel.filtering.toggle_kind("added")
    panel.set_faded(False)
    assert panel.findChildren(QWidget) == []
    panel.open(1, 2)
    assert not panel._chips.chips[ChangeKind.ADDED].isChecked()
    assert panel._texts.side_by_side._marked.standing[Side.LEFT]["unchanged"] == []


def test_its_insides_are_built_a_part_a_turn_while_it_is_idle(
    qtbot: QtBot, theme: ThemeService, workbench: FakeWorkbench, library: FakeLibrary
) -> None:
    services = Services(cast(Any, library), cast(Any, workbench), cast(Any, None), InlineJobs(), theme, Settings())
    waited, hurried = ComparePanel(services), ComparePanel(services)
    for panel in (waited, hurried):
        qtbot.addWidget(panel)
        panel.prepare_idly()
        assert panel.findChildren(QWidget) == []
    hurried.open(1, 2)
    assert hurried.comparison() is not None
    hurried.set_faded(False)
    waited.set_faded(False)
    qtbot.waitUntil(lambda: waited.findChildren(QWidget) != [])
    waited.open(1, 2)
    for panel in (waited, hurried):
        assert panel._texts.side_by_side._marked.standing[Side.LEFT]["unchanged"] == []


def refined(comparison: Comparison) -> Comparison:
    """The same two texts with other evidence: what was dropped and what was added tell the same after all."""
    claims = comparison.claims
    joined = dataclasses.replace(
        claims[2], kind=ClaimKind.REWORDED, right=claims[4].right, confidence=0.6, nearest=None
    )
    counts = dataclasses.replace(comparison.counts, added=0, dropped=0, reworded=3)
    return dataclasses.replace(comparison, claims=(*claims[:2], joined, claims[3]), counts=counts)


@pytest.fixture
def waiting(panel: ComparePanel, workbench: FakeWorkbench, qtbot: QtBot) -> ComparePanel:
    """A comparison that lacks the meaning of two versions."""
    workbench.lacks = (2, 3)
    with qtbot.waitSignal(panel.refining.wanted) as told:
        panel.open(1, 2)
    assert told.args == [(2, 3)]
    return panel


def test_a_comparison_is_made_better_when_all_meanings_are_there(
    waiting: ComparePanel, workbench: FakeWorkbench, comparison: Comparison, qtbot: QtBot
) -> None:
    said: list[str] = []
    shown: list[tuple[int, int]] = []
    waiting.status_changed.connect(said.append)
    waiting.comparison_shown.connect(lambda left, right: shown.append((left, right)))
    assert waiting.told.standing.endswith("reading for meaning…")
    better = refined(comparison)
    workbench.lacks, workbench.make = (), lambda _left, _right: better
    waiting.refining.settle(3)
    waiting.refining.settle(7)
    qtbot.wait(20)
    assert waiting.comparison() is comparison
    with qtbot.waitSignal(waiting.refining.refined):
        waiting.refining.settle(2)
    assert waiting.comparison() is better
    assert "meaning" not in said[-1]
    # Of the three one differs in what was said and by whom, which is listed by itself.
    assert waiting._chips.chips[ChangeKind.REWORDED].accessibleName().startswith("Reworded, 2")
    assert shown == [], "nobody has gone anywhere"


def test_being_made_better_leaves_the_reader_in_place(
    waiting: ComparePanel, workbench: FakeWorkbench, comparison: Comparison, qtbot: QtBot
) -> None:
    waiting.resize(1300, 240)
    bars = {side: waiting._texts.panes[side].verticalScrollBar() for side in Side}
    qtbot.waitUntil(lambda: all(bar.maximum() > 60 for bar in bars.values()))
    waiting.filtering.toggle_kind("moved")
    waiting.next_change()
    while current_texts(waiting) != ("The old bridge is closed.", ""):
        waiting.next_change()
    panes = waiting._texts.panes
    qtbot.waitUntil(lambda: all(panes[side]._glide.target == bars[side].value() for side in Side))
    bars[Side.LEFT].setValue(40)
    bars[Side.RIGHT].setValue(55)
    waiting._texts.panes[Side.LEFT].selectAll()
    selected = waiting._texts.panes[Side.LEFT].selected_span()
    bars[Side.LEFT].setValue(40)
    workbench.lacks, workbench.make = (), lambda _left, _right: refined(comparison)
    with qtbot.waitSignal(waiting.refining.refined):
        for number in (2, 3):
            waiting.refining.settle(number)
    qtbot.waitUntil(lambda: (bars[Side.LEFT].value(), bars[Side.RIGHT].value()) == (40, 55))
    assert current_texts(waiting) == ("The old bridge is closed.", "A new school opens.")
    assert ChangeKind.MOVED not in waiting.filtering.visible
    assert waiting._texts.panes[Side.LEFT].selected_span() == selected is not None


def test_what_comes_after_one_has_gone_on_changes_nothing(
    waiting: ComparePanel, workbench: FakeWorkbench, comparison: Comparison, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(waiting.comparison_shown):
        waiting.swap()
    shown = waiting.comparison()
    workbench.lacks = ()
    with qtbot.waitSignal(waiting.refining.wanted) as told:
        waiting.swap()
    assert told.args == [()], "nothing is waited for any more"
    shown = waiting.comparison()
    for number in (2, 3):
        waiting.refining.settle(number)
    qtbot.wait(50)
    assert waiting.comparison() is shown
    waiting.clear()
    waiting.refining.settle(2)


def test_of_many_versions_the_two_that_are_compared_come_first(
    panel: ComparePanel, workbench: FakeWorkbench, comparison: Comparison, qtbot: QtBot
) -> None:
    others = tuple(range(10, 18))
    workbench.lacks = (1, 2, *others)
    with qtbot.waitSignal(panel.comparison_shown):
        panel.open(1, 2)
    better = refined(comparison)
    workbench.lacks, workbench.make = others, lambda _left, _right: better
    panel.refining.settle(1)
    with qtbot.waitSignal(panel.refining.refined):
        panel.refining.settle(2)
    assert panel.comparison() is better
    assert panel.told.standing.endswith("reading for meaning…")
    with qtbot.waitSignal(panel.refining.refined):
        for number in others:
            panel.refining.settle(number)
    assert "meaning" not in panel.told.standing, "even if one of them could not be read"


def test_a_failure_to_make_it_better_leaves_what_is_shown(
    waiting: ComparePanel, workbench: FakeWorkbench, comparison: Comparison, qtbot: QtBot
) -> None:
    workbench.error = LibraryError("The library is locked.")
    with qtbot.waitSignal(waiting.refining.gave_up):
        for number in (2, 3):
            waiting.refining.settle(number)
    assert waiting.comparison() is comparison
    assert not waiting._notice.isVisible()
    assert "reading for meaning" not in waiting.told.standing


def test_without_a_model_the_status_says_so_quietly(
    panel: ComparePanel, workbench: FakeWorkbench, qtbot: QtBot
) -> None:
    workbench.reads_meaning = False
    with qtbot.waitSignal(panel.comparison_shown):
        panel.open(1, 2)
    assert panel.told.standing.endswith("by words only")
    assert "install Variorum again" in panel.told.why
    workbench.reads_meaning = True
    with qtbot.waitSignal(panel.comparison_shown):
        panel.open(1, 3)
    assert "words only" not in panel.told.standing
    assert panel.told.why == ""

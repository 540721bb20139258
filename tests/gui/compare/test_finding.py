"""Finding words in a comparison: order, walking around, marks on both sides, every mode, keys, words of a search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.core.text.finding import Sought
from variorum.core.text.model import Span
from variorum.gui.compare import finding
from variorum.gui.compare.clean_view import CleanView
from variorum.gui.compare.find_bar import FindBar
from variorum.gui.compare.found import Found, Match, count_words, found_marks, matches
from variorum.gui.compare.geometry import Extent
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.overview import OverviewStrip
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose_marks import Mark

SHARED = "The harbor council voted to close the bridge on Monday."
LEFT = f"Harbor bridge\n\n{SHARED}\n\nShop owners at the “old harbor” protested.\n\nIt is 80 years old.\n"
RIGHT = f"Bridge closes\n\nFerries leave from the harbor.\n\n{SHARED}\n\nNobody spoke of tolls.\n"


class Desk:
    """A panel on two versions, with its bar."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        self.ids = [services.library.add(text).id for text in (LEFT, RIGHT)]
        services.library.new_story("Bridge", self.ids)
        self.panel = ComparePanel(services)
        qtbot.addWidget(self.panel)
        self.panel.resize(1200, 640)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.open()
        assert self.panel.inquiry._finding
        self.finding = self.panel.inquiry._finding
        self.bar: FindBar = self.finding.bar

    def open(self) -> None:
        self.panel.open(*self.ids)
        QApplication.processEvents()

    def texts(self) -> list[str]:
        """What is marked on either side, in order."""
        shown = self.panel._state.presentation
        assert shown
        return [
            f"{side.value}: {mark.span.of(side.article(shown.comparison).text)}"
            for side in (Side.LEFT, Side.RIGHT)
            for mark in self.marks(side)
        ]

    def marks(self, side: Side) -> list[Mark]:
        mode = self.panel._texts.shown
        layers = mode.view.marks[side] if isinstance(mode, RowsMode) else mode.panes[side]._page._layers
        return list(layers._layers["hits"].marks)

    def current(self) -> str:
        match, shown = self.finding._found.current, self.panel._state.presentation
        assert shown
        return f"{match.side.value} {match.span.start}" if match else ""

    def type(self, words: str) -> None:
        self.panel.inquiry.find()
        self.bar.field.clear()
        QTest.keyClicks(self.bar.field, words)


@pytest.fixture
def desk(qtbot: QtBot, services: Services) -> Desk:
    return Desk(qtbot, services)


# What is found


def test_matches_are_in_reading_order_claim_by_claim(presentation: Presentation) -> None:
    found = matches(presentation, Sought("on monday"))
    assert [match.side for match in found] == [Side.LEFT, Side.RIGHT]
    letters = matches(presentation, Sought("s"))
    claims = [match.claim for match in letters if match.claim is not None]
    assert claims == sorted(claims)


def test_a_walk_goes_around_and_says_so() -> None:
    found = Found(tuple(Match(Side.LEFT, Span(n, n + 1)) for n in range(3)))
    assert count_words(found) == "3 found"
    assert count_words(found.stepped(1)) == "1 of 3"
    assert count_words(found.stepped(-1)) == "3 of 3"
    assert count_words(found.stepped(-1).stepped(1)) == "1 of 3 · from the top again"
    assert count_words(found.stepped(1).stepped(-1)) == "3 of 3 · from the end again"
    assert count_words(Found()) == "Not found"
    assert Found().stepped(1) == Found()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_marks_have_no_color_of_a_kind(theme: ThemeService, mode: str) -> None:
    theme.set_mode(mode)
    kinds = {color for kind in theme.theme.kinds.values() for color in (kind.word, kind.wash)}
    spans = [Span(0, 1), Span(2, 3)]
    for mark in found_marks(spans, spans[0], theme.theme):
        assert mark.style.fill not in kinds
        assert mark.style.outline or mark.style.fill  # a shape, whatever its color


# Looking for it


def test_what_is_typed_is_marked_on_both_sides_and_gone_to(desk: Desk) -> None:
    desk.type("harbor")
    assert desk.bar.isVisible()
    assert desk.bar.count() == "1 of 5"
    assert [text.casefold() for text in desk.texts()] == ["left: harbor"] * 3 + ["right: harbor"] * 2
    fills = [mark for side in Side for mark in desk.marks(side) if mark.style.fill]
    assert len(fills) == 1


def test_typography_does_not_matter_and_switches_do(desk: Desk) -> None:
    desk.type('"OLD')
    assert desk.bar.count() == "1 of 1"
    desk.bar.case.click()
    assert desk.bar.count() == "Not found"
    assert not desk.bar.next.isEnabled()
    desk.bar.case.click()
    desk.type("bridge")
    everywhere = desk.finding.count()
    desk.type("bri")
    desk.bar.whole.click()
    assert everywhere > 0
    assert desk.bar.count() == "Not found"


def test_enter_and_its_shift_go_on_and_back(desk: Desk) -> None:
    desk.type("harbor")
    first = desk.current()
    QTest.keyClick(desk.bar.field, Qt.Key.Key_Return)
    assert desk.bar.count() == "2 of 5"
    assert desk.current() != first
    QTest.keyClick(desk.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.bar.count() == "5 of 5 · from the end again"
    assert desk.bar.field.accessibleDescription() == desk.bar.count()
    desk.panel.inquiry.next_match()
    assert desk.bar.count() == "1 of 5 · from the top again"


def test_escape_takes_the_bar_and_its_marks_away_and_gives_the_keys_back(desk: Desk) -> None:
    right = desk.panel._texts.panes[Side.RIGHT]
    right.setFocus()
    desk.type("harbor")
    assert desk.bar.field.hasFocus()
    QTest.keyClick(desk.bar.field, Qt.Key.Key_Escape)
    assert not desk.bar.isVisible()
    assert desk.texts() == []
    assert right.hasFocus()
    desk.panel.inquiry.find()
    assert desk.bar.field.text() == "harbor"  # what was sought last is there again
    assert desk.bar.field.selectedText() == "harbor"
    assert len(desk.texts()) == 5


def test_what_is_selected_is_sought(desk: Desk) -> None:
    view = desk.panel._texts.panes[Side.LEFT]
    view.setFocus()
    cursor = view.textCursor()
    start = view.toPlainText().index("council")
    cursor.setPosition(start)
    cursor.setPosition(start + len("council"), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    desk.panel.inquiry.find()
    assert desk.bar.field.text() == "council"
    assert desk.bar.count() == "1 of 2"


@pytest.mark.parametrize(
    ("mode", "counted"), [(Mode.ALIGNED, 5), (Mode.CHANGES, 5), (Mode.CLEAN, 4), (Mode.SIDE_BY_SIDE, 5)]
)
def test_every_way_to_show_the_two_finds_what_it_shows(qtbot: QtBot, desk: Desk, mode: Mode, counted: int) -> None:
    desk.type("harbor")
    desk.panel.showing.set_mode(mode)
    assert desk.finding.count() == counted
    seen = set()
    for _ in range(counted):
        desk.finding.step(1)
        seen.add(desk.current())
    assert len(seen) == counted
    assert len(desk.texts()) == counted


def test_a_match_in_a_folded_row_unfolds_it(desk: Desk) -> None:
    desk.panel.showing.set_mode(Mode.CHANGES)
    mode = desk.panel._texts.shown
    assert isinstance(mode, RowsMode)
    folded = [row for row in mode.view.rows if row.fold]
    assert folded
    desk.type("voted")
    assert desk.bar.count() == "1 of 2"
    assert [row for row in mode.view.rows if row.fold and row.fold.open]


def test_folded_parts_are_looked_through_where_nothing_else_is_found(qtbot: QtBot, services: Services) -> None:
    desk = Desk(qtbot, services)
    text = f"{LEFT}\nLeave a Reply\n\nYour email address will not be published. Required fields are marked\n"
    desk.ids[0] = services.library.add(text).id
    desk.open()
    desk.type("harbor")
    assert desk.finding.count() == 5
    desk.type("email address")
    assert desk.bar.count() == "1 of 1"
    assert not desk.panel._texts.panes[Side.LEFT].folded


def test_another_comparison_is_looked_through_again(desk: Desk, services: Services) -> None:
    desk.type("ferries")
    assert desk.bar.count() == "1 of 1"
    desk.ids[1] = services.library.add("Other\n\nFerries are slow. Ferries are old.").id
    desk.open()
    assert desk.finding.count() == 2


def test_the_overview_shows_where_matches_are(qtbot: QtBot, desk: Desk) -> None:
    desk.type("harbor")
    strips: dict[Side, OverviewStrip] = desk.panel._texts.side_by_side.strips
    qtbot.waitUntil(lambda: len(strips[Side.LEFT]._hits) == 3)  # when the lines are measured
    assert all(isinstance(hit, Extent) for hit in strips[Side.RIGHT]._hits)
    desk.finding.close()
    assert not strips[Side.LEFT]._hits


def test_in_long_texts_a_letter_is_looked_for_when_typing_pauses(qtbot: QtBot, desk: Desk, services: Services) -> None:
    text = "\n\n".join(f"Sentence {n} tells of harbors and of ferries that run." for n in range(700))
    desk.ids = [services.library.add(f"{word}\n\n{text}").id for word in ("One", "Two")]
    desk.open()
    desk.type("e")
    assert desk.finding.count() == 0
    qtbot.waitUntil(lambda: desk.finding.count() > 5000)
    desk.bar.field.setText("a")
    QTest.keyClick(desk.bar.field, Qt.Key.Key_Return)  # who asks for the next one doesn't wait
    assert desk.bar.count().startswith("2 of ")


# Words of a search


def test_what_is_not_looked_for_yet_when_the_bar_closes_is_not_looked_for_any_more(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_LONG", 10)
    desk.type("ha")
    assert desk.texts() == []
    QTest.keyClick(desk.bar.field, Qt.Key.Key_Escape)
    qtbot.wait(finding._PAUSE_MS + 100)
    assert desk.texts() == []


def test_words_of_a_search_stay_marked_and_are_walked_through(desk: Desk) -> None:
    counts: list[int] = []
    desk.panel.inquiry.found_changed.connect(counts.append)
    desk.panel.inquiry.mark_terms("councils")
    desk.open()
    assert desk.texts() == ["left: council", "right: council"]
    assert counts[-1] == desk.panel.inquiry.matches() == 2
    desk.panel.inquiry.next_match()
    assert desk.finding.where() == "1 of 2"
    desk.type("ferries")
    assert len(desk.texts()) == 3  # both, while the bar is there
    desk.finding.close()
    assert len(desk.texts()) == 2
    assert desk.panel.inquiry.close()
    assert desk.texts() == []
    assert not desk.panel.inquiry.close()


def test_a_comparison_opened_otherwise_has_no_words_marked(desk: Desk) -> None:
    desk.panel.inquiry.mark_terms("council")
    desk.open()
    desk.panel.inquiry.mark_terms("")
    desk.open()
    assert desk.texts() == []


def test_in_read_clean_words_in_closed_carets_are_found_and_opened(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.showing.set_mode(Mode.CLEAN)
    view = desk.panel._texts.views()[0]

    def read() -> list[str]:
        assert isinstance(view, CleanView)
        return [p.texts[0].block.text for n in range(len(view.rows)) if (p := view.passages(n)[0]) is not None]

    before = read()
    desk.panel.inquiry.find()
    desk.type("protested")
    assert desk.bar.count() == "1 of 1"
    assert "protested" in " ".join(read())
    number = next(n for n, words in enumerate(read()) if "protested" in words)
    match = desk.finding._found.current
    assert match
    assert isinstance(view, CleanView)
    assert view.rects_in(number, Side.LEFT, match.span)
    assert [mark.style.ink for mark in view.passages(number)[0]._own_marks] != []  # type: ignore[union-attr]
    desk.type("tolls")
    assert read() == before  # what was opened for a match closes again

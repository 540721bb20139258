"""Read clean: where passages are left out, how they open, what stands beside the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.text.model import Span
from variorum.core.text.reading import read_article
from variorum.gui.compare.clean import Rule, clean_marks, clean_text, rules_within
from variorum.gui.compare.clean_mode import CleanMode
from variorum.gui.compare.clean_view import CleanView
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.passage_text import Tone
from variorum.gui.widgets.prose_layout import Role
from variorum.gui.widgets.prose_marks import Pattern, Stroke

LEFT = (
    "The harbor wall will be rebuilt by 2031, the mayor said on Monday.\n\n"
    "Fishermen had asked for it since the storm. The work costs 12 million euros.\n\n"
    "Two cranes stand on the quay already.\n\nThe council votes in June."
)
RIGHT = (
    "The harbor wall will be rebuilt by 2031, the mayor said on Monday.\n\n"
    "The work costs 14 million euros.\n\nA second pier is planned as well.\n\nThe council votes in June."
)


@pytest.fixture
def shown() -> Presentation:
    comparison = compare(read_article(LEFT), read_article(RIGHT))
    return Presentation(comparison, changes(comparison))


@pytest.fixture
def state(shown: Presentation) -> CompareState:
    state = CompareState()
    state.show(shown)
    return state


@pytest.fixture
def modes(qtbot: QtBot, theme: ThemeService, state: CompareState) -> Modes:
    made = Modes(theme, state, fade=True)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.set_mode(Mode.CLEAN)
    return made


def clean(modes: Modes) -> tuple[CleanMode, CleanView]:
    mode = modes.shown
    assert isinstance(mode, CleanMode)
    assert isinstance(mode.view, CleanView)
    return mode, mode.view


def caret_point(view: CleanView, row: int, place: int = 0) -> QPoint:
    """Where a caret of a paragraph is drawn."""
    passage = view.passages(row)[0]
    assert passage is not None
    caret = view._carets(row)[place]
    foot = view._foot(caret, passage) + view._origin(row, view.row_box(row))
    return (foot + QPointF(0, 3)).toPoint()


def words_of(view: CleanView, row: int) -> str:
    passage = view.passages(row)[0]
    assert passage is not None
    return passage.texts[0].block.text


def test_dropped_passages_are_left_out_after_what_both_tell(shown: Presentation) -> None:
    text = clean_text(shown)
    carets = [caret for carets in text.carets for caret in carets if not caret.inside]
    told = [(RIGHT[caret.offset - 8 : caret.offset], caret.words, caret.told) for caret in carets]
    assert told == [
        (" Monday.", "Fishermen had asked for it since the storm.", "1 passage dropped here"),
        ("n euros.", "Two cranes stand on the quay already.", "1 passage dropped here"),
    ]
    assert len(carets) == 2


def test_an_open_caret_shows_the_words_in_place(shown: Presentation) -> None:
    text = clean_text(shown)
    number = text.carets[0][0].number
    assert text.passages(0, frozenset())[0].block.text == LEFT.split("\n")[0]
    opened = text.passages(0, frozenset({number}))[0]
    assert opened.block.text == f"{LEFT.split(chr(10))[0]} Fishermen had asked for it since the storm."


def test_what_is_dropped_before_everything_stands_before_the_first_paragraph() -> None:
    left = "A crowd came.\n\nThe tower bell rang at noon on Friday.\n\nNobody knew why."
    right = "The tower bell rang at noon on Friday.\n\nNobody knew why."
    comparison = compare(read_article(left), read_article(right))
    text = clean_text(Presentation(comparison, changes(comparison)))
    (caret,) = text.carets[0]
    assert caret.offset == 0
    assert text.passages(0, frozenset({caret.number}))[0].block.text.startswith("A crowd came. The tower")


def test_a_sentence_that_was_dropped_is_not_set_as_a_headline() -> None:
    left = "Bell rings at last\n\nA crowd came.\n\nThe tower bell rang at noon on Friday.\n\nNobody knew why."
    right = "Tower heard again\n\nThe tower bell rang at noon on Friday.\n\nNobody knew why."
    comparison = compare(read_article(left), read_article(right))
    dropped = [claim.left[0].of(left) for claim in comparison.claims if not claim.linked and claim.left]
    assert "A crowd came." in dropped
    text = clean_text(Presentation(comparison, changes(comparison)))
    assert [item.role for item in text.items[:2]] == [Role.HEADLINE, Role.TEXT]
    assert not any("crowd" in caret.words for caret in text.carets[0])
    (caret,) = text.carets[1]
    assert text.passages(1, frozenset({caret.number}))[0].block.text.startswith("A crowd came. The tower")


def test_hidden_kinds_leave_no_sign(shown: Presentation, theme: ThemeService) -> None:
    quiet = shown.showing(frozenset({ChangeKind.FIGURE}))
    assert not any(clean_text(quiet).carets)
    marks, rules = clean_marks(quiet, theme.theme)
    assert not rules
    assert marks["figures"]


def test_added_passages_have_a_line_beside_them_and_nothing_is_filled(shown: Presentation, theme: ThemeService) -> None:
    marks, rules = clean_marks(shown, theme.theme)
    assert "A second pier is planned as well." in [rule.span.of(RIGHT) for rule in rules]
    assert not any(mark.style.fill or mark.style.wash or mark.style.strike for own in marks.values() for mark in own)


def test_rules_are_found_beside_a_paragraph() -> None:
    solid = Stroke("#000000", Pattern.SOLID, 2.0)
    rules = [Rule(Span(start, start + 10), solid) for start in range(0, 100, 10)]
    assert [rule.span.start for rule in rules_within(rules, Span(25, 41))] == [20, 30, 40]


def test_a_click_opens_a_caret_and_another_one_closes_it(modes: Modes) -> None:
    _, view = clean(modes)
    closed = words_of(view, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret_point(view, 0))
    assert words_of(view, 0) == f"{closed} Fishermen had asked for it since the storm."
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret_point(view, 0))
    assert words_of(view, 0) == closed


def test_enter_opens_what_was_dropped_in_a_paragraph(modes: Modes) -> None:
    _, view = clean(modes)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Fishermen" in words_of(view, 0)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Fishermen" not in words_of(view, 0)


def test_a_dropped_passage_is_open_while_one_stands_on_it(
    modes: Modes, state: CompareState, shown: Presentation
) -> None:
    _, view = clean(modes)
    dropped = next(n for n in shown.order if ChangeKind.DROPPED in shown.changes[n].kinds)
    state.set_current(dropped)
    assert "Fishermen" in words_of(view, 0)
    state.set_current(shown.order[-1] if shown.order[-1] != dropped else shown.order[0])
    assert "Fishermen" not in words_of(view, 0)


def test_what_was_opened_by_hand_stays_open_when_one_goes_on(
    modes: Modes, state: CompareState, shown: Presentation
) -> None:
    _, view = clean(modes)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret_point(view, 0))
    dropped = next(n for n in shown.order if ChangeKind.DROPPED in shown.changes[n].kinds)
    state.set_current(dropped)
    state.set_current(None)
    assert "Fishermen" in words_of(view, 0)


def test_a_screen_reader_hears_what_was_dropped(modes: Modes) -> None:
    _, view = clean(modes)
    told = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Dropped. The harbor wall will be rebuilt")
    assert told.endswith("1 passage dropped here")


def test_the_place_is_told_for_the_left_version_as_well(modes: Modes) -> None:
    mode, view = clean(modes)
    view.resize(view.width(), 120)
    mode.set_place({Side.RIGHT: RIGHT.index("The council")})
    assert mode.place(Side.LEFT) in (0, LEFT.index("The council"))


# Words taken out inside a sentence

SHUT = "Shops at the market stay shut."
OLD = (
    "The harbor wall, a gift of the king, will be rebuilt.\n\n"
    "Mayor Lind told the “Post” that the work costs $12 million in all.\n\n"
    "In a letter the council thanked the fishermen of the town."
)
NEW = (
    "The harbor wall will be rebuilt.\n\n"
    "Mayor Lind told the “Post” that the work costs $14 million in all.\n\n"
    "The council thanked the fishermen of the town."
)


@pytest.fixture
def revised() -> Presentation:
    comparison = compare(read_article(OLD), read_article(NEW))
    return Presentation(comparison, changes(comparison))


def opened(shown: Presentation) -> list[str]:
    """Every paragraph with all that opens in it."""
    text = clean_text(shown)
    every = frozenset(caret.number for carets in text.carets for caret in carets)
    return [text.passages(number, every)[0].block.text for number in range(len(text.items))]


def test_words_taken_out_of_a_sentence_have_carets_of_their_own(revised: Presentation) -> None:
    first, second, third = clean_text(revised).carets
    assert [(caret.words.strip(" ,"), caret.inside) for caret in (*first, *second, *third)] == [
        ("a gift of the king", True),
        ("$12 million", True),
        ("In a letter the", True),
    ]
    assert second[0].told == "Removed here: “$12 million”"


def test_words_taken_out_open_where_they_stood_with_spaces_around_them(revised: Presentation) -> None:
    first, second, third = opened(revised)
    assert first.startswith("The harbor wall")
    assert "a gift of the king" in first
    assert "costs $12 million $14 million in all." in second
    assert third.startswith("In a letter the The council")
    assert not any("  " in words for words in (first, second, third))


def test_what_only_a_space_parts_is_one_caret() -> None:
    """A passage dropped before a sentence that lost its first words."""
    left = f"The bridge is closed. {SHUT} On Monday the ferry will run every ten minutes, the city said."
    right = "The bridge is closed. The ferry will run every ten minutes, the city said."
    comparison = compare(read_article(left), read_article(right))
    shown = Presentation(comparison, changes(comparison))
    (caret,) = (caret for carets in clean_text(shown).carets for caret in carets)
    assert caret.passages == 1
    assert caret.words.startswith(f"{SHUT} On Monday")


def test_passages_that_stood_apart_are_not_read_as_one() -> None:
    """Both were dropped, and what stood between them moved away."""
    first = "The ferry will run every ten minutes from the old pier below the market, the city said on Monday."
    last = "Rain fell on Sunday, and the engineers of the county went home to wait for the river to go down."
    left = f"{first} {SHUT} The bridge is closed. Nobody asked the farmers of the valley. {last}"
    right = f"{first} {last} The bridge is closed."
    comparison = compare(read_article(left), read_article(right))
    shown = Presentation(comparison, changes(comparison))
    (words,) = (caret.words for carets in clean_text(shown).carets for caret in carets if caret.passages == 2)
    assert words == f"{SHUT} … Nobody asked the farmers of the valley."


def test_words_that_are_struck_are_told_apart_from_passages_left_out(revised: Presentation) -> None:
    caret = clean_text(revised).carets[1][0]
    assert [own.tone for own in caret.parts if own.words.strip()] == [Tone.STRUCK]


def test_what_is_hidden_or_only_punctuation_has_no_caret(revised: Presentation) -> None:
    visible = revised.visible - {ChangeKind.REWORDED, ChangeKind.FIGURE}
    assert not any(clean_text(revised.showing(visible)).carets)
    assert not any(clean_text(revised.showing(revised.visible, removals=False)).carets)
    commas = "The old wall on the quay, the mayor said, is gray and high and will be rebuilt by 2031."
    left, right = read_article(commas), read_article(commas.replace(", the mayor said,", " the mayor said"))
    comparison = compare(left, right)
    assert not any(clean_text(Presentation(comparison, changes(comparison))).carets)


def test_a_passage_told_in_other_words_throughout_opens_to_the_other_telling(presentation: Presentation) -> None:
    claims = list(presentation.comparison.claims)
    claims[1] = replace(claims[1], words=())  # no words stand on both sides
    shown = Presentation(replace(presentation.comparison, claims=tuple(claims)), presentation.changes)
    (caret,) = clean_text(shown.showing(shown.visible - {ChangeKind.DROPPED})).carets_of(1)
    assert (caret.offset, caret.retold) == (claims[1].right[0].end, True)
    assert caret.told == "The left version tells it so: “Rates rise to 10 percent this spring.”"
    (both,) = clean_text(shown).carets_of(1)  # with the passage that was dropped after it
    assert both.told == "1 passage dropped here, and other words"
    assert both.words == "Rates rise to 10 percent this spring. The old bridge is closed."


def test_enter_opens_the_change_one_stands_on_only(qtbot: QtBot, theme: ThemeService, revised: Presentation) -> None:
    state = CompareState()
    state.show(revised)
    made = Modes(theme, state, fade=True)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.set_mode(Mode.CLEAN)
    _, view = clean(made)
    figure = next(n for n in revised.order if "12" in "".join(s.of(OLD) for s in revised.changes[n].left))
    state.set_current(figure)
    view.setFocus()
    before = words_of(view, 0), words_of(view, 1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert words_of(view, 0) == before[0]
    assert "$12 million $14 million" in words_of(view, 1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert words_of(view, 1) == before[1]


# What does not belong to the article

PAGE = f"{RIGHT}\n\nLeave a Reply\n\nYour email address will not be published."


@pytest.fixture
def page(qtbot: QtBot, theme: ThemeService) -> Modes:
    comparison = compare(read_article(LEFT), read_article(PAGE))
    state = CompareState()
    state.show(Presentation(comparison, changes(comparison)))
    made = Modes(theme, state, fade=True)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.set_mode(Mode.CLEAN)
    return made


def test_what_does_not_belong_to_the_article_has_a_placeholder_that_opens(page: Modes) -> None:
    mode, view = clean(page)
    last = len(view.rows) - 1
    fold = view.rows[last].fold
    assert fold
    assert words_of(view, last).startswith("Folded: “Leave a Reply”")
    box = view._frame(last, view.row_box(last)).toRect()
    height = view.row_box(last).height()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    passage = view.passages(last)[0]
    assert passage
    assert [text.block.text for text in passage.texts][1:] == [
        "Leave a Reply",
        "Your email address will not be published.",
    ]
    assert view.row_box(last).height() > height
    assert mode.view.model().index(last, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("open")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert words_of(view, last).startswith("Folded")


def test_what_is_folded_counts_only_where_nothing_else_is_found(page: Modes) -> None:
    mode, _ = clean(page)
    at = PAGE.index("email")
    assert not mode.holds(Side.RIGHT, Span(at, at + 5), None)
    assert mode.folds(Side.RIGHT, Span(at, at + 5), None)
    assert mode.row_for(Side.RIGHT, Span(at, at + 5), None, opening=True) is not None
    assert not words_of(clean(page)[1], len(mode.view.rows) - 1).startswith("Folded")


# What one asks


def test_the_paragraph_with_the_keys_tells_what_one_asks_about(modes: Modes, shown: Presentation) -> None:
    mode, view = clean(modes)
    view.take_keys(1)
    place = mode.standing()
    assert place
    assert (place[0], "14 million" in shown.comparison.claims[place[1]].right[0].of(RIGHT)) == (Side.RIGHT, True)


def test_a_closed_caret_says_that_its_words_are_not_seen(modes: Modes, shown: Presentation) -> None:
    mode, view = clean(modes)
    spot = view.spot_at(caret_point(view, 0))
    assert spot
    claim = mode.claim_at(spot)
    assert claim is not None
    assert shown.comparison.claims[claim].left[0].of(LEFT).startswith("Fishermen")
    assert mode.side_at(spot, claim) is Side.LEFT
    assert mode.hides(Side.LEFT, claim)
    assert mode.boxes_of(Side.LEFT, claim)[0].height() < view.row_box(0).height() + 12
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret_point(view, 0))
    assert not mode.hides(Side.LEFT, claim)

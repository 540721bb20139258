"""A comparison seen with options: words that count as the same, whole sentences, and nothing lost of either side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.marking import marked_passages
from variorum.core.collate.model import ClaimKind, Comparison, Op
from variorum.core.collate.options import AS_COLLATED, Granularity, WordOptions
from variorum.core.collate.viewing import viewed
from variorum.core.collate.wording import word_runs
from variorum.core.text.model import Span
from variorum.core.text.reading import read_article

CASE = WordOptions(ignore_case=True)
PUNCTUATION = WordOptions(ignore_punctuation=True)
FIGURES = WordOptions(ignore_figures=True)
TYPOGRAPHY = WordOptions(ignore_typography=False)
SENTENCES = WordOptions(granularity=Granularity.SENTENCE)


def compared(left: str, right: str) -> Comparison:
    return compare(read_article(left), read_article(right))


def changed(left: str, right: str, options: WordOptions = AS_COLLATED) -> list[tuple[str, str]]:
    """What goes and what comes between two sentences, without white space."""
    one, other = read_article(left), read_article(right)
    found = word_runs(one, [Span(0, len(one.text))], other, [Span(0, len(other.text))], options)
    return [
        (run.op.value, (run.left or run.right or Span(0, 0)).of((one if run.left else other).text).strip())
        for run in found
        if run.op is not Op.EQUAL
    ]


def test_case_can_be_ignored() -> None:
    left, right = "The Harbor Board met on Monday to vote.", "The harbor board met on Monday to vote."
    assert changed(left, right) == [("-", "Harbor Board"), ("+", "harbor board")]
    assert changed(left, right, CASE) == []


def test_a_word_that_differs_otherwise_stays_changed_without_case() -> None:
    left, right = "The Harbor Board met on Monday to vote.", "The harbor Council met on Monday to vote."
    assert changed(left, right, CASE) == [("-", "Board"), ("+", "Council")]


def test_punctuation_can_be_ignored_and_what_counts_stays() -> None:
    left = "After the storm, the ferry – an old one – lost $5 million, 5% of its worth."
    right = "After the storm the ferry, an old one, lost 5 million; 5 of its worth"
    found = changed(left, right, PUNCTUATION)
    assert found == [("-", "$5 million, 5%"), ("+", "5 million; 5")]
    assert changed("It was “over” then.", "It was over, then", PUNCTUATION) == []
    assert changed("A well-known co-op.", "A well known co op.", PUNCTUATION) != []


def test_figures_can_be_ignored() -> None:
    left, right = "The fund paid 300 families of miners.", "The fund paid 450 families of divers."
    assert changed(left, right, FIGURES) == [("-", "miners"), ("+", "divers")]


def test_typography_is_ignored_until_one_wants_to_see_it() -> None:
    left, right = "“We leave,” she said – at once.", '"We leave," she said - at once.'
    assert changed(left, right) == []
    pairs = [("“", '"'), ("”", '"'), ("–", "-")]
    assert changed(left, right, TYPOGRAPHY) == [told for pair in pairs for told in zip("-+", pair, strict=True)]


LEFT = """Ferry returns

The old ferry returns to the harbor on Monday after a long winter of repairs, the Harbor Board said.

About 300 people waited at the pier for the first crossing of the year.

Tickets will cost as much as they did last summer."""
RIGHT = """Ferry returns

The old ferry returns to the harbor on Monday after a long winter of repairs, the harbor board said.

About 450 people waited at the pier for the first crossing of the year.

Tickets will cost as much as they did last summer."""


def test_what_differs_no_more_is_unchanged_and_no_stop_on_the_way() -> None:
    comparison = compared(LEFT, RIGHT)
    assert comparison.counts.reworded == 2
    seen = viewed(comparison, CASE)
    assert (seen.counts.reworded, seen.counts.unchanged) == (1, comparison.counts.unchanged + 1)
    assert [c.kinds for c in changes(seen)] == [(ChangeKind.FIGURE,)]
    assert seen.shared_wording == comparison.shared_wording


def test_ignored_figures_are_no_changes() -> None:
    comparison = compared(LEFT, RIGHT)
    assert comparison.counts.changed_figures == 1
    seen = viewed(comparison, FIGURES)
    assert (seen.counts.changed_figures, seen.counts.reworded) == (0, 1)
    assert ChangeKind.FIGURE not in {kind for change in changes(seen) for kind in change.kinds}


def test_shown_typography_makes_an_unchanged_claim_a_reworded_one() -> None:
    text = "Ferry returns\n\n{} said the captain, who had waited for it all winter."
    comparison = compared(text.format("“We sail,”"), text.format('"We sail,"'))
    assert comparison.counts.reworded == 0
    assert viewed(comparison, TYPOGRAPHY).counts.reworded == 1


def test_by_sentence_whole_passages_go_and_come() -> None:
    comparison = compared(LEFT, RIGHT)
    seen = viewed(comparison, SENTENCES)
    reworded = [claim for claim in seen.claims if claim.kind is ClaimKind.REWORDED]
    assert len(reworded) == 2
    for claim in reworded:
        assert [(run.op, run.left or run.right) for run in claim.words] == [
            (Op.DELETE, claim.left[0]),
            (Op.INSERT, claim.right[0]),
        ]
        assert marked_passages(claim) == (claim.left, claim.right)
    both = viewed(comparison, WordOptions(ignore_case=True, granularity=Granularity.SENTENCE))
    assert both.counts.reworded == 1


def test_the_options_of_collating_leave_a_comparison_alone() -> None:
    comparison = compared(LEFT, RIGHT)
    assert viewed(comparison, WordOptions()) is comparison


WORDS = st.lists(
    st.sampled_from(["The", "the", "ferry", "“ferry”", "–", ",", "5%", "$3 million", "end.", "U.S."]), min_size=1
)
OPTIONS = st.builds(WordOptions, st.booleans(), st.booleans(), st.booleans(), st.booleans())


@given(WORDS, WORDS, OPTIONS)
def test_the_runs_of_each_side_join_to_its_passage(left: list[str], right: list[str], options: WordOptions) -> None:
    one, other = read_article(" ".join(left)), read_article(" ".join(right))
    whole = Span(0, len(one.text)), Span(0, len(other.text))
    runs = word_runs(one, [whole[0]], other, [whole[1]], options)
    assert "".join(run.left.of(one.text) for run in runs if run.left) == one.text
    assert "".join(run.right.of(other.text) for run in runs if run.right) == other.text
    if options.ignore_typography:
        same = word_runs(one, [whole[0]], one, [whole[0]], options)
        assert {run.op for run in same} == {Op.EQUAL}


@pytest.mark.parametrize("options", [CASE, PUNCTUATION, FIGURES, WordOptions(True, True, True, True)])
def test_ignoring_never_adds_changes(options: WordOptions) -> None:
    comparison = compared(LEFT, RIGHT)
    assert len(changes(viewed(comparison, options))) <= len(changes(comparison))

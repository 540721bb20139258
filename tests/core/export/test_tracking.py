"""Both versions as one running text: read with what is gone it is the left one, with what came the right one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.assets import seeds
from variorum.core.cancel import CanceledError
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.tracking import Fate, TrackedParagraph, tracked
from variorum.core.text.model import Article
from variorum.core.text.reading import decode, read_article

SEEDS = [
    read_article(decode(file.read_bytes(), file.name))
    for file in sorted((f for f in seeds().iterdir() if f.name.endswith(".txt")), key=lambda file: file.name)
]


def side(told: tuple[TrackedParagraph, ...], without: Fate) -> list[str]:
    """The paragraphs of one version: what the other one alone has is left out, ends of paragraphs as well."""
    paragraphs, current = [], ""
    for paragraph in told:
        current += "".join(piece.text for piece in paragraph.pieces if piece.fate is not without)
        if paragraph.end is not without:
            paragraphs.append(" ".join(current.split()))
            current = ""
    assert current == ""
    return paragraphs


def paragraphs(article: Article) -> list[str]:
    return [" ".join(paragraph.span.of(article.text).split()) for paragraph in article.paragraphs]


def assert_sound(comparison: Comparison) -> tuple[TrackedParagraph, ...]:
    told = tracked(comparison)
    assert side(told, Fate.COME) == paragraphs(comparison.left)
    assert side(told, Fate.GONE) == paragraphs(comparison.right)
    return told


@pytest.mark.parametrize(("left", "right"), [(0, 0), *combinations(range(5), 2), (4, 3)])
def test_both_versions_of_the_seeds_are_in_it(left: int, right: int) -> None:
    told = assert_sound(compare(SEEDS[left], SEEDS[right]))
    changed = [piece for paragraph in told for piece in paragraph.pieces if piece.fate is not Fate.KEPT]
    assert bool(changed) is (left != right)


_SENTENCES = st.sampled_from(
    ["The bridge is closed.", "Ferries run.", "“We wait,” Lind said.", '"We wait," Lind said.', "It cost $3 million.",
     "It cost  $4 million, the council of the city of Norwick said.", "Shops fear it —", "BREAKING"]
)  # fmt: skip
_TEXTS = st.lists(st.lists(_SENTENCES, min_size=1, max_size=4).map(" ".join), max_size=5).map("\n\n".join)


@settings(max_examples=25, deadline=None)
@given(_TEXTS, _TEXTS)
def test_both_versions_of_any_texts_are_in_it(left: str, right: str) -> None:
    comparison = compare(read_article(left), read_article(right))
    told = tracked(comparison)
    for article, without in ((comparison.left, Fate.COME), (comparison.right, Fate.GONE)):
        found = side(told, without)
        assert found == paragraphs(article) or (not article.paragraphs and found in ([""], []))


def test_an_edit_is_told_word_by_word(revised: Comparison) -> None:
    told = assert_sound(revised)
    vote = next(p for p in told if "approved" in "".join(piece.text for piece in p.pieces))
    assert [(piece.fate, piece.text) for piece in vote.pieces][1:4] == [
        (Fate.GONE, "14"),
        (Fate.COME, "12"),
        (Fate.KEPT, " votes to 9 "),
    ]
    assert vote.end is Fate.KEPT


def test_a_paragraph_that_came_has_an_end_that_came(revised: Comparison) -> None:
    (came,) = [p for p in tracked(revised) if any(piece.text.startswith("The state") for piece in p.pieces)]
    assert [piece.fate for piece in came.pieces] == [Fate.COME]
    assert came.end is Fate.COME


def test_a_moved_passage_is_at_both_ends_of_one_move(revised: Comparison) -> None:
    ends = [piece for paragraph in tracked(revised) for piece in paragraph.pieces if piece.move is not None]
    assert [(piece.fate, piece.text, piece.move) for piece in ends] == [
        (Fate.COME, "The market has stood on the quay since 1891.", 0),
        (Fate.GONE, "The market has stood on the quay since 1891.", 0),
    ]


def test_it_can_be_canceled(revised: Comparison) -> None:
    with pytest.raises(CanceledError):
        tracked(revised, should_cancel=lambda: True)

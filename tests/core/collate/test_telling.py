"""How other versions tell a passage, and what speaks for a link."""

from __future__ import annotations

import pytest

from variorum.core.collate.compare import compare
from variorum.core.collate.grounds import Grounds, grounds
from variorum.core.collate.hand import HandLinks
from variorum.core.collate.model import Claim, Comparison
from variorum.core.collate.telling import Told, telling
from variorum.core.collate.version import Version
from variorum.core.meaning.encoder import Encoder
from variorum.core.text.model import Article, Span
from variorum.core.text.reading import read_article

BASE = (
    "Mayor Anna Lind opened the Harbor Bridge on Monday after repairs of 18 months.",
    "The ferries to Gull Island will run every ten minutes from now on.",
    "Shop owners in the old quarter had feared for their customers.",
)


def read(*sentences: str) -> Article:
    return read_article("Bridge news\n\n" + "\n\n".join(sentences) + "\n")


def spans(article: Article, words: str) -> tuple[Span, ...]:
    start = article.text.index(words)
    return (Span(start, start + len(words)),)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (BASE[0], Told.VERBATIM),
        (BASE[0].replace("repairs of", "repairs that took"), Told.REWORDED),
        (BASE[0].replace("18", "24"), Told.FIGURE),
        ("A school won a prize for its choir in the capital.", Told.NOT),
    ],
)
def test_a_passage_is_told_verbatim_reworded_with_another_figure_or_not(other: str, told: Told) -> None:
    left, right = read(*BASE), read(other, *BASE[1:])
    found = telling(compare(left, right), spans(left, BASE[0]))
    assert found.told is told
    assert [span.of(right.text) for span in found.spans] == ([] if told is Told.NOT else [other])


def test_a_figure_that_changed_elsewhere_is_no_other_figure_here() -> None:
    left, right = read(*BASE), read(BASE[0].replace("18", "24"), *BASE[1:])
    assert telling(compare(left, right), spans(left, BASE[1])).told is Told.VERBATIM


def test_a_word_of_a_passage_that_is_linked_is_not_the_passage() -> None:
    left, right = read(*BASE), read(*BASE)
    wide = (Span(spans(left, BASE[0])[0].end - 5, spans(left, BASE[1])[0].start + 200),)
    assert telling(compare(left, right), wide).told is not Told.VERBATIM


def _grounds(left: Article, right: Article, comparison: Comparison, claim: Claim) -> Grounds:
    return grounds(comparison, claim, Version.of(left), Version.of(right))


def linked(one: str, other: str) -> Grounds:
    """What two passages that were linked by hand share."""
    left, right = read(*BASE[1:], one), read(other, *BASE[1:])
    hand = HandLinks(linked=((spans(left, one)[0], spans(right, other)[0]),))
    comparison = compare(left, right, hand=hand)
    claim = next(claim for claim in comparison.claims if claim.by_hand)
    return _grounds(left, right, comparison, claim)


def test_names_figures_dates_quotations_and_rare_words_are_told_apart() -> None:
    found = linked(
        "On Monday Mayor Anna Lind called the verdict “a gift to smugglers” and asked for nearly 50 inspectors.",
        "The inspectors, about 50 of them, would stop “a gift to smugglers”, as Anna Lind told reporters on Monday.",
    )
    assert found.names == ("Anna Lind",)
    assert found.figures == (("nearly 50 inspectors", "about 50"),)
    assert found.dates == (("Monday", "Monday"),)
    assert found.quotations == (("a gift to smugglers", "a gift to smugglers"),)
    assert found.words == ("smugglers", "gift")
    assert not {"Lind", "50", "Mayor"} & set(found.words)
    assert not found.by_meaning


def test_of_a_name_that_the_other_side_has_in_part_only_that_part_is_shared() -> None:
    found = linked(
        "The council heard Anna Lind speak about pillars.", "In the evening Lind spoke about pillars to the council."
    )
    assert found.names == ("Lind",)


def test_quotations_are_shown_as_the_source_sets_them() -> None:
    found = linked(
        "Then Anna Lind said ``it is a gift'' to them.", "It was then that Lind said “it is a gift” to them."
    )
    assert found.quotations == (("it is a gift", "it is a gift"),)


def test_passages_that_share_nothing_have_no_grounds() -> None:
    assert linked("Pillars cracked overnight.", "A choir won in the capital.") == Grounds()


def test_words_and_clauses_of_one_meaning_are_named() -> None:
    encoder = Encoder.load()
    assert encoder
    one = "The soldiers left the city before dawn, and nobody was hurt."
    other = "Before sunrise the troops withdrew from the town without any injuries."
    left, right = read(*BASE[1:], one), read(other, *BASE[1:])
    comparison = compare(left, right, hand=HandLinks(linked=((spans(left, one)[0], spans(right, other)[0]),)))
    claim = next(claim for claim in comparison.claims if claim.by_hand)
    versions = (Version.of(article).known(encoder.encode(article)) for article in (left, right))
    found = grounds(comparison, claim, *versions)
    assert found.by_meaning
    assert ("soldiers", "troops") in found.alike_words
    assert any("left the city before dawn" in clause for clause, _ in found.alike_clauses)

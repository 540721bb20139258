"""Whatever sets the same words is set plainly in one way, and every character knows where it stands in the source."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from typesetting import settings_of, wrapped
from variorum.core.text.model import Span
from variorum.core.text.plain import plain
from variorum.core.text.reading import read_article

WORDS = (
    "officials said", "“We don’t know", "it is over,”", "Zoë Ångström", "the long-term plan", "in 2014–2016",
    "perhaps … not",
    "— in secret —", "crisis—the worst", "Kestrel Bay’s tunnel.", "The finance ministry", "$126 billion", "U.S.",
    "(10-12 percent)", "‘unrealistic’", "and", "a", "It", "rejected the budget.", "Who pays?", "they asked:",
)  # fmt: skip
PARAGRAPHS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join), min_size=2, max_size=6)
TEXTS = PARAGRAPHS.map("\n\n".join)
ANYTHING = st.text(st.sampled_from(list("abA 09.,:;!?“”\"'’‘—–-$\n\t\r…\u00a0\u00ad\u200béﬁß𝔄e\u0301")), max_size=120)


@settings(max_examples=150, deadline=None)
@given(st.data(), TEXTS)
def test_every_setting_of_a_text_is_set_plainly_in_one_way(data: st.DataObject, text: str) -> None:
    other = data.draw(settings_of(text, in_lines=True))
    assert plain(other).text == plain(text).text


@settings(max_examples=150, deadline=None)
@given(st.one_of(TEXTS, ANYTHING))
def test_what_is_set_plainly_stays_and_has_its_place(text: str) -> None:
    found = plain(text)
    assert plain(found.text).text == found.text
    for match in re.finditer(r"[a-zA-Z0-9$%]+", found.text):
        span = Span(*match.span())
        place = found.places.source(span)
        assert found.places.plain(place) == span
        assert match.group() in re.sub(r"[^a-zA-Z0-9$%]", "", unicodedata.normalize("NFKC", place.of(text)))
    whole = found.places.source(Span(0, len(found.text)))
    assert not (text[: whole.start] + text[whole.end :]).strip("\u00ad\u200b \t\n\r\u00a0")


@settings(max_examples=150, deadline=None)
@given(st.one_of(TEXTS, ANYTHING))
def test_an_article_points_into_its_own_text(text: str) -> None:
    article = read_article(text)
    for one, other in zip(article.sentences, article.plain.sentences, strict=True):
        assert plain(one.span.of(article.text)).text.strip() == other.span.of(article.plain.text)
    assert all(figure.text == figure.span.of(article.text) for figure in article.figures)
    assert all(quotation.text == quotation.span.of(article.text) for quotation in article.quotations)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("“It’s over”", '"It\'s over"'),
        ("“It's over\"", '"It\'s over"'),
        ("a — b – c - d -- e", "a – b – c – d – e"),
        ("pre‑2014, 2014–16, a-b, a—b", "pre-2014, 2014-16, a-b, a–b"),
        ("wait… wait. . . wait...", "wait... wait... wait..."),
        ("wait . . . wait", "wait ... wait"),
        ("a\u00a0b\u2009c  d\te", "a b c d e"),
        ("in\u00adter\u200bnational", "international"),
        ("inter\u00ad\nnational", "international"),
        ("oﬃcial ﬁle", "official file"),
        ("Zoe\u0308", "Zoë"),
        ("one \r\n\r\n \r\ntwo\n", "one\n\ntwo"),
        ("-----\n\n- item", "-----\n\n– item"),
        ("« oui » 5′", "« oui » 5′"),
    ],
)
def test_signs_are_set_plainly(source: str, wanted: str) -> None:
    assert plain(source).text == wanted


LIST = "The team\n\nGoalkeepers: Lind, Haddad\nDefenders: Berg, Dahl, Moe\nForwards: Lund"
VERSE = "The ships\n\nThe sea is wide\nThe wind is very old and cold\nNo sails\n\nAnd nobody at all is in the harbor"


@pytest.mark.parametrize("text", [LIST, VERSE, "Storm closes Norwick harbor\nThe harbor was closed on Monday."])
def test_lines_that_no_width_made_stay(text: str) -> None:
    assert plain(text).text == text


def test_a_headline_may_be_longer_than_the_lines_below() -> None:
    head = "Council of Norwick rejects the plan for a new bridge over the bay after weeks of debate and two votes"
    body = "Mayor Ada Lund said on Monday that the bridge would have cost too much. Norwick has other needs, she said."
    assert plain(f"{head}\n\n{wrapped(body, 60)}").text == f"{head}\n\n{body}"


def test_words_that_were_broken_at_a_hyphen_are_joined() -> None:
    line = "The council of Norwick has for years rejected every plan for a long-"
    assert plain(f"Storm\n\n{line}\nterm solution.").text.endswith("a long-term solution.")
    line = "The council of Norwick has for years rejected every plan for a two-"
    assert plain(f"Storm\n\n{line}\nand three-year loan.").text.endswith("two- and three-year loan.")


def test_a_selection_is_found_in_the_plain_text() -> None:
    source = "in\u00adter\u00adna\u00adtio\u00adnal…  talks"
    found = plain(source)
    assert found.places.plain(Span(0, 5)).of(found.text) == "inte"
    assert found.places.plain(Span(len(source) - 5, len(source) + 9)).of(found.text) == "talks"
    assert found.places.plain(Span(4, 4)).of(found.text) == ""

"""Finds the quotations of an article with their speakers. One over several paragraphs counts once in each.

Pairs marks by `quotemarks`, asks `speakers` who says it and passes speakers on where a quotation goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from variorum.core.text.folding import bare
from variorum.core.text.model import Quotation, Span
from variorum.core.text.names import People
from variorum.core.text.quotemarks import Marked, marked_passages
from variorum.core.text.speakers import NOBODY, Attribution, Speaker

_SCARE_WORDS = 3
_TELLING_WORDS = 3
"""Words from which a quotation that stands in another one is of one utterance with it."""
_SPEAKS = re.compile(r"(?P<name>[A-Z]{2,}(?: [A-Z]{2,}){0,2}): ")
"""How a transcript names who speaks: “LUND: We agree.”"""
_DISTANCED = re.compile(r"\b(?:so-called|supposed|supposedly|alleged|purported|self-described|self-styled) $")
"""Whose words these are isn't said: the writer keeps them at arm's length."""
_SO_CALLED = re.compile(r"\b(?:so-called|codenamed|code-named|dubbed|known as|nicknamed|called|titled|entitled),? $")
_TITLE_OF = re.compile(
    r"\b(?:on|in|of|for|film|movie|book|novel|memoir|song|show|series|program|programme|album|podcast|documentary|"
    r"magazine|column)(?: (?:the|his|her|its|their|[\w’'. ]{2,30}[’']s))?,? $"
)
_LETTER = re.compile(r"\w")
_ENDS_SENTENCE = re.compile(r"[.!?…]\s*$")


def quotations(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], *, english: bool
) -> tuple[Quotation, ...]:
    """The quotations in `paragraphs` in text order. `sentences` are those the attributions stand in."""
    people = People(text, sentences if english else ())
    marked = [[p for p in marked_passages(text, span) if _LETTER.search(p.inner.of(text))] for span in paragraphs]
    attribution = Attribution(text, sentences, people, [passage.inner for passages in marked for passage in passages])
    found: list[Quotation] = []
    goes_on = False
    for paragraph, passages in zip(paragraphs, marked, strict=True):
        speakers = (
            _speakers(text, paragraph, passages, attribution, goes_on=goes_on) if english else [None] * len(passages)
        )
        found.extend(_quotation(text, passage, who) for passage, who in zip(passages, speakers, strict=True))
        goes_on = bool(passages) and not passages[-1].closed
    return tuple(_repeated(found))


def _repeated(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """`found`; words that nobody is named for have the speaker of a quotation elsewhere that holds them, if all that
    do are one speaker's: a headline's fragment, a pull quote."""
    named = [(bare(q.text), q) for q in found if q.speaker]
    for quotation in found:
        twins: dict[str, Quotation] = {}
        if not quotation.speaker and len(quotation.text.split()) >= _TELLING_WORDS:
            words = bare(quotation.text)
            twins = {twin.speaker: twin for other, twin in named if words in other}
        if len(twins) == 1:
            (twin,) = twins.values()
            yield replace(quotation, speaker=twin.speaker, speaker_span=twin.speaker_span, scare=False)
        else:
            yield quotation


def _quotation(text: str, passage: Marked, speaker: Speaker | None) -> Quotation:
    words = passage.inner.of(text)
    called = bool(_SO_CALLED.search(text[max(0, passage.outer.start - 24) : passage.outer.start]))
    scare = len(words.split()) <= _SCARE_WORDS and (speaker is None or called) and not _ENDS_SENTENCE.search(words[:-1])
    if speaker is None:
        return Quotation(passage.inner, words, scare=scare)
    return Quotation(passage.inner, words, speaker.name, speaker.span, scare=False)


def _speakers(
    text: str, paragraph: Span, passages: list[Marked], attribution: Attribution, *, goes_on: bool
) -> list[Speaker | None]:
    """Who says each of a paragraph's passages."""
    outermost = [passage for passage in passages if passage.depth == 0]
    free = {passage.outer: space for passage, space in zip(outermost, _free(paragraph, outermost), strict=True)}
    told: dict[Span, Speaker | None] = {}
    for position, passage in enumerate(outermost):
        if spoken := _SPEAKS.match(text, passage.inner.start, passage.inner.end):
            told[passage.outer] = attribution.named_in_capitals(spoken)
            continue
        if _is_title(text, passage) or _DISTANCED.search(text[: passage.outer.start][-24:]):
            told[passage.outer] = None
            continue
        speaker = attribution.explicit(passage, free[passage.outer])
        if speaker is NOBODY:
            told[passage.outer] = None
            attribution.remember(passage.outer.start, NOBODY)
            continue
        speaker = speaker or _inherited(text, paragraph, outermost, position, told, attribution, goes_on=goes_on)
        speaker = speaker or attribution.opening_participle(passage, free[passage.outer])
        told[passage.outer] = speaker
        if speaker is NOBODY:
            told[passage.outer] = None
        elif speaker:
            attribution.remember(passage.outer.start, speaker)
    _hand_back(text, outermost, told)
    return [told.get(passage.outer) for passage in passages]


def _is_title(text: str, passage: Marked) -> bool:
    """Whether marks hold the title of a show, book or song rather than words said: told us on “Evening Report”."""
    held = passage.inner.of(text).rstrip(".,").split()
    titled = 2 <= len(held) <= 6 and all(word[0].isupper() or len(word) <= 3 for word in held)
    return titled and bool(_TITLE_OF.search(text[max(0, passage.outer.start - 48) : passage.outer.start]))


def _free(paragraph: Span, passages: list[Marked]) -> Iterator[Span]:
    """The text around each passage that belongs to no other."""
    for index, _ in enumerate(passages):
        start = passages[index - 1].outer.end if index else paragraph.start
        end = passages[index + 1].outer.start if index + 1 < len(passages) else paragraph.end
        yield Span(start, end)


def _inherited(
    text: str,
    paragraph: Span,
    passages: list[Marked],
    position: int,
    told: dict[Span, Speaker | None],
    attribution: Attribution,
    *,
    goes_on: bool,
) -> Speaker | None:
    """The speaker of a passage that names none: of the one before it, or whom the sentence before announces."""
    passage = passages[position]
    if position and told[passages[position - 1].outer]:
        between = text[passages[position - 1].outer.end : passage.outer.start]
        if _whole(text, passage) or not _ENDS_SENTENCE.search(between):
            return told[passages[position - 1].outer]
        return None
    if not _whole(text, passage):
        return None
    if position == 0 and goes_on:
        return attribution.last(passage.outer.start)
    stands_alone = passage.outer.start == paragraph.start
    if stands_alone and attribution.set_apart(passage):
        return None  # a pull quote, set beside the text
    if announced := attribution.announced(passage):
        return announced
    return attribution.last(passage.outer.start, since=passage.outer.start - 1500) if stands_alone else None


def _whole(text: str, passage: Marked) -> bool:
    """Whether a passage is a sentence of its own rather than some words of the article's."""
    words = passage.inner.of(text)
    return words[:1].isupper() and (not passage.closed or bool(_ENDS_SENTENCE.search(words)) or len(words.split()) > 8)


def _hand_back(text: str, passages: list[Marked], told: dict[Span, Speaker | None]) -> None:
    """Give a passage without speaker the one of the next, where a sentence interrupts it: “We,” he said, “go.”"""
    for left, right in pairwise(passages):
        between = text[left.outer.end : right.outer.start]
        breaks_off = text[left.inner.start].isupper() and text[left.inner.end - 1] in ",—–-"
        if told[left.outer] is None and breaks_off and len(between) < 120 and not _ENDS_SENTENCE.search(between):
            told[left.outer] = told[right.outer]

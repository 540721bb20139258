"""Reads a file into an article: the one entrance to this package.

`decode` and `read_text` make text of bytes, `read_article` tells its parts, `read_head` only what a list of articles
shows. All but `read_text` are pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.core.text import sentences
from variorum.core.text.blocks import Block
from variorum.core.text.decoding import decode, without_unfit
from variorum.core.text.figures import figures
from variorum.core.text.files import read_bytes
from variorum.core.text.model import Article, Figure, Kind, Paragraph, Sentence, Span
from variorum.core.text.origin import without_dateline
from variorum.core.text.parts import Survey, survey
from variorum.core.text.quotations import quotations

__all__ = ["Head", "decode", "read_article", "read_head", "read_text"]

_HEAD_LIMIT = 60_000
"""Code points: of longer texts only the beginning and the end are looked at for a head."""

_DEEP_LIMIT = 3_000_000
"""Code points: beyond it a text is shown, but no sentences, figures and quotations are looked for; nor are repeats."""

_HEAD_BEGIN, _HEAD_END = 12_000, 4_000


@dataclass(frozen=True, slots=True)
class Head:
    """What a list of articles shows: the same as in the whole article, found without reading it all."""

    headline: str
    outlet: str
    dateline: str
    date: str
    language: str
    words: int
    """Words separated by white space, without furniture and repeated text; of very long texts, of all of it."""


def read_text(path: Path) -> str:
    """The text of a file.

    Raises `UnreadableFileError` with one sentence where it is missing, may not be read, isn't an ordinary file, is too
    large or doesn't hold text. No more than the limit is ever read.
    """
    return decode(read_bytes(path), path.name)


def read_article(text: str) -> Article:
    """The whole reading of `text`. Any string can be read; NULs and lone surrogates become U+FFFD."""
    text = without_unfit(text)
    found = survey(text, find_repeats=len(text) <= _DEEP_LIMIT)
    paragraphs, cut = _in_sentences(text, found)
    english = found.language in ("en", "")
    return Article(
        text=text,
        headline=_title(text, found, cut),
        headline_span=found.headline,
        outlet=found.outlet,
        dateline=found.dateline,
        date=found.date,
        language=found.language,
        paragraphs=paragraphs,
        sentences=cut,
        figures=tuple(_figures(text, cut, english=english)),
        quotations=quotations(
            text,
            [paragraph.span for paragraph in paragraphs if _is_deep(paragraph)],
            [sentence.span for sentence in cut if _is_deep(sentence)],
            english=english,
        ),
    )


def read_head(text: str) -> Head:
    """What an import needs to know of `text`, in about a tenth of the time of the whole reading."""
    text = without_unfit(text)
    part = text if len(text) <= _HEAD_LIMIT else _beginning_and_end(text)
    found = survey(part)
    told = (block for block in found.blocks if not block.kind.folds)
    words = (
        sum(len(block.span.of(part).split()) for block in told) if part is text else text.count(" ") + text.count("\n")
    )
    return Head(_head_title(part, found), found.outlet, found.dateline, found.date, found.language, words)


def _in_sentences(text: str, found: Survey) -> tuple[tuple[Paragraph, ...], tuple[Sentence, ...]]:
    paragraphs: list[Paragraph] = []
    cut: list[Sentence] = []
    for block in found.blocks:
        cut.extend(Sentence(span, block.kind, len(paragraphs)) for span in _sentences_of(text, block))
        paragraphs.append(Paragraph(block.span, block.kind))
    return tuple(paragraphs), tuple(cut)


def _sentences_of(text: str, block: Block) -> Iterator[Span]:
    if block.kind in (Kind.SENTENCE, Kind.REPEATED) and block.span.end <= _DEEP_LIMIT:
        yield from sentences.cut(text, block.span)
    else:
        yield block.span


def _figures(text: str, cut: tuple[Sentence, ...], *, english: bool) -> Iterator[Figure]:
    on_one_line = text.replace("\n", " ")  # a figure may be broken over lines
    for sentence in cut:
        if _is_deep(sentence):
            yield from figures(on_one_line, sentence.span, english=english)


def _is_deep(part: Sentence | Paragraph) -> bool:
    """Whether figures and quotations are looked for in a part."""
    return part.kind.tells and part.span.end <= _DEEP_LIMIT


def _title(text: str, found: Survey, cut: tuple[Sentence, ...]) -> str:
    """The headline on one line, or else the first sentence without its dateline."""
    if found.headline:
        return _on_one_line(found.headline.of(text))
    first = next((sentence for sentence in cut if sentence.kind is Kind.SENTENCE), cut[0] if cut else None)
    return without_dateline(_on_one_line(first.span.of(text))) if first else ""


def _head_title(text: str, found: Survey) -> str:
    """As `_title`, without cutting more than one block into sentences."""
    if found.headline:
        return _on_one_line(found.headline.of(text))
    first = next((block for block in found.blocks if block.kind is Kind.SENTENCE), None)
    first = first or (found.blocks[0] if found.blocks else None)
    return without_dateline(_on_one_line(next(iter(_sentences_of(text, first))).of(text))) if first else ""


def _on_one_line(passage: str) -> str:
    return " ".join(passage.split())


def _beginning_and_end(text: str) -> str:
    """The first and the last lines of a long text."""
    first = text.rfind("\n", 0, _HEAD_BEGIN)
    last = text.find("\n", len(text) - _HEAD_END)
    beginning = text[: first if first > 0 else _HEAD_BEGIN]
    return beginning + "\n\n" + (text[last + 1 :] if last >= 0 else "")

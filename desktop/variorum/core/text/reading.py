"""Reads a file into an article: the one entrance to this package.

`decode` and `read_text` make text of bytes, `read_article` tells its parts, `read_head` only what a list of articles
shows. All but `read_text` are pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from variorum.core.text import sentences
from variorum.core.text.blocks import Block
from variorum.core.text.decoding import decode, without_unfit
from variorum.core.text.figures import figures
from variorum.core.text.files import read_bytes
from variorum.core.text.headlines import title_of
from variorum.core.text.model import Article, Figure, Kind, Paragraph, Places, Sentence, Span
from variorum.core.text.plain import Plain, plain
from variorum.core.text.quotations import quotations
from variorum.core.text.setting import as_set, first_of, typeset
from variorum.core.text.surveying import Survey, survey

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
    found = plain(text) if len(text) <= _DEEP_LIMIT else Plain(text, Places())
    article = _read(found.text)
    if found.places.borders is None and text.startswith(found.text):
        return replace(article, text=text)
    return as_set(article, text, found.places)


def _read(text: str) -> Article:
    """The reading of a text that is set plainly."""
    found = survey(text, find_repeats=len(text) <= _DEEP_LIMIT)
    paragraphs, cut = _in_sentences(text, found)
    english = found.language in ("en", "")
    return Article(
        text=text,
        headline=title_of(text, found.headline, first_of(cut)),
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
    set_plainly = plain(part)
    found = survey(set_plainly.text)
    told = [set_plainly.places.source(block.span) for block in found.blocks if not block.kind.folds]
    words = sum(len(span.of(part).split()) for span in told) if part is text else text.count(" ") + text.count("\n")
    title = title_of(part, *_title(set_plainly, found))
    outlet, dateline = (typeset(name, part) for name in (found.outlet, found.dateline))
    return Head(title, outlet, dateline, found.date, found.language, words)


def _title(text: Plain, found: Survey) -> tuple[Span | None, Span | None]:
    """Where the headline stands in the source and, where there is none, the first sentence: of one block at most."""
    if found.headline:
        return text.places.source(found.headline), None
    first = next((block for block in found.blocks if block.kind is Kind.SENTENCE), None)
    first = first or (found.blocks[0] if found.blocks else None)
    return None, text.places.source(next(iter(_sentences_of(text.text, first)))) if first else None


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
    for sentence in cut:
        if _is_deep(sentence):
            yield from figures(text, sentence.span, english=english)


def _is_deep(part: Sentence | Paragraph) -> bool:
    """Whether figures and quotations are looked for in a part."""
    return part.kind.tells and part.span.end <= _DEEP_LIMIT


def _beginning_and_end(text: str) -> str:
    """The first and the last lines of a long text."""
    first = text.rfind("\n", 0, _HEAD_BEGIN)
    last = text.find("\n", len(text) - _HEAD_END)
    beginning = text[: first if first > 0 else _HEAD_BEGIN]
    return beginning + "\n\n" + (text[last + 1 :] if last >= 0 else "")

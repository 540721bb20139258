"""What reading a text yields: spans, sentences, figures, quotations, all pointing into the source text.

Every offset in Variorum is a Unicode code point index into `Article.text`, half open `[start, end)`.
`Article.text` is the file as decoded: byte order mark dropped, line ends read as a newline, nothing else changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points of the source text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters this span covers in `text`."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> Span:
        """This span without white space at its ends."""
        piece = self.of(text)
        start = self.start + len(piece) - len(piece.lstrip())
        return Span(start, start + len(piece.strip()))

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover (0 where they don't meet)."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Kind(StrEnum):
    """What part of a page a passage is. Only headlines and sentences tell claims."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    SENTENCE = "sentence"
    FURNITURE = "furniture"
    REPEATED = "repeated"

    @property
    def tells(self) -> bool:
        """Whether passages of this kind take part in a comparison."""
        return self in (Kind.HEADLINE, Kind.SENTENCE)

    @property
    def folds(self) -> bool:
        """Whether passages of this kind are folded away when reading."""
        return self in (Kind.FURNITURE, Kind.REPEATED)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, headline, subhead or line of furniture."""

    span: Span
    kind: Kind
    paragraph: int
    """Index into `Article.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of sentences set as one block. A source line that holds several parts is several paragraphs."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as the text gives it, with what it measures.

    `value` is canonical: a plain decimal for amounts ("126000000000", "5", "0.333"), ISO for dates ("2018-07-13",
    "2018-07", "2014", "early 06", "05/early 06"), the phrase itself for vague ones ("tens of thousands", "last week",
    "easter"). `unit` is "%" , an ISO currency code, "date", "year", "ordinal", "time" for a time of day, "times" for
    how often and how many times ("doubled" is 2 times), "article number" and the like where a law is cited, or a
    singular noun for what is counted ("country"); "" where nothing is said.
    A span of time has its unit in the plural ("3", "years"), so that it isn't taken for a date; ages do as well.
    A range joins both ends ("10-15").
    `qualifier` is one of "", "about", "over", "under", "nearly", "up to", "at least", "exactly".
    `referent` names what the figure is about in the text's own content words, for pairing ("GDP", "military aid").
    """

    span: Span
    text: str
    value: str
    unit: str
    qualifier: str = ""
    referent: str = ""
    qualifier_span: Span | None = None
    """Where the words of the qualifier stand, where they stand apart from the figure."""

    @property
    def mention(self) -> Span:
        """The figure together with its qualifier: "over $126 billion"."""
        if self.qualifier_span is None:
            return self.span
        return Span(min(self.span.start, self.qualifier_span.start), max(self.span.end, self.qualifier_span.end))

    @property
    def is_date(self) -> bool:
        """Whether the figure places something in time rather than measuring it."""
        return self.unit in ("date", "year", "time", "ordinal")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks. `span` leaves out the marks; `speaker` is "" where the text doesn't tell."""

    span: Span
    text: str
    speaker: str = ""
    speaker_span: Span | None = None
    """Where the attribution names the speaker, if it does."""
    scare: bool = False
    """True for a word or two held up by the marks rather than uttered."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the characters of a text that was set plainly (`core.text.plain`) stand in the source."""

    borders: Sequence[int] | None = None
    """Of each character where it starts in the source, and at last where the last one ends; None where every
    character stands for the one in the same place."""

    def source(self, span: Span) -> Span:
        """Where a span of the plain text stands in the source."""
        return span if self.borders is None else Span(self.borders[span.start], self.borders[span.end])

    def plain(self, span: Span) -> Span:
        """The part of the plain text that a span of the source touches."""
        if self.borders is None:
            return span
        last = len(self.borders) - 1
        start = min(max(0, bisect_right(self.borders, span.start) - 1), last)
        end = bisect_left(self.borders, span.end)
        if end <= last and self.borders[end] == span.end:
            end = bisect_right(self.borders, span.end) - 1  # a ligature ends where each of its letters does
        return Span(start, max(start, min(end, last)) if span else start)


@dataclass(frozen=True, slots=True)
class Setting:
    """How an article is set: the same article set plainly, and where the characters of that one stand."""

    plain: Article
    """What is compared: the same for all settings of the same words. Its places are those of its own text."""
    places: Places


@dataclass(frozen=True, slots=True)
class Article:
    """A text read: what it says, in which parts, with which figures and quotations."""

    text: str = field(repr=False)
    headline: str
    """The headline, or the first sentence (on one line, without dateline) where the text has none."""
    headline_span: Span | None
    """Where the headline stands; None where the text has none and the first sentence serves as title."""
    outlet: str = ""
    dateline: str = ""
    date: str = ""
    """ISO date ("2025-02-12") where the text names its own date, else ""."""
    language: str = ""
    """ISO 639-1 code where it can be told, else ""."""
    paragraphs: tuple[Paragraph, ...] = field(default=(), repr=False)
    sentences: tuple[Sentence, ...] = field(default=(), repr=False)
    figures: tuple[Figure, ...] = field(default=(), repr=False)
    quotations: tuple[Quotation, ...] = field(default=(), repr=False)
    setting: Setting | None = field(default=None, repr=False, compare=False)
    """None where the text is set plainly."""

    @property
    def plain(self) -> Article:
        """This article as comparisons see it: whatever sets the same words is the same there."""
        return self.setting.plain if self.setting else self

    @property
    def words(self) -> int:
        """How many whitespace-separated words the told part (headline, sentences, subheads) has."""
        return sum(len(s.span.of(self.text).split()) for s in self.sentences if not s.kind.folds)

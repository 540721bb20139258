"""What an export of a comparison shows, whatever the format: heads, counts, what needs a look, rows of marked passages.

Only data, all text harmless (`printable`) and not yet escaped for any format.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.collate.model import ClaimKind
from variorum.core.handmade.model import NO_REVIEW, Review

ALL_KINDS = frozenset(ChangeKind)
_LONGEST_TITLE = 280
"""Characters."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a comparison is to be shown, and what editors added to it.

    `sigla` are the letters of both versions in their story, `reviews` what was said of changes, by their numbers in
    `changes(comparison)`. With `unchanged` false only rows with a visible change are shown. `scheme` names the colors
    of pages. Without `removals`, and without dropped passages among the `kinds`, words of the left version alone are
    left unmarked too.
    """

    kinds: frozenset[ChangeKind] = ALL_KINDS
    unchanged: bool = True
    sigla: tuple[str, str] = ("", "")
    reviews: Mapping[int, Review] = field(default_factory=dict)
    scheme: str = "standard"
    removals: bool = True

    def review_of(self, number: int) -> Review:
        """What was said of a change."""
        return self.reviews.get(number, NO_REVIEW)

    def told(self, found: Sequence[Change]) -> list[tuple[int, Change]]:
        """Those of all changes of a comparison that are to be told, with their numbers: of the visible kinds, and
        whatever has a note, which nobody would look for in a list where it isn't."""
        return [
            (number, change)
            for number, change in enumerate(found)
            if not self.kinds.isdisjoint(change.kinds) or self.review_of(number).note
        ]


EVERYTHING = Scope()


class MarkKind(StrEnum):
    """In what way words are marked."""

    DELETED = "deleted"
    INSERTED = "inserted"
    FIGURE = "figure"
    QUALIFIER = "qualifier"
    QUOTE = "quote"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of words; `hint` says in words what the other side has instead, "" where nothing needs to be said."""

    kind: MarkKind
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def has(self, kind: MarkKind) -> bool:
        """Whether a mark of this kind lies over it."""
        return any(mark.kind is kind for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of one side. `whole` where it is told in other words throughout, so that no words are marked."""

    pieces: tuple[Piece, ...]
    whole: bool = False

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """A claim: its passages on either side. Of one told on one side only, `closest` is the other side's nearest.

    `shown` is false where its kind is filtered out: it is set like unchanged prose then.
    """

    kind: ClaimKind
    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    glyph: str
    label: str
    shown: bool = True
    moved: bool = False
    doubtful: bool = False
    confidence: float = 1.0
    closest: str = ""
    closest_confidence: float = 0.0
    reviewed: str = ""
    """ "✓ reviewed" where its changes were, "✓ 1 of 3 reviewed" where some of them were."""
    notes: tuple[str, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether both sides tell it."""
        return bool(self.left and self.right)

    @property
    def said(self) -> bool:
        """Whether editors said something of it."""
        return bool(self.reviewed or self.notes)


@dataclass(frozen=True, slots=True)
class Look:
    """A change worth a line of its own: what happened, the words around it, from what to what."""

    glyphs: str
    title: str
    context: str = ""
    before: str = ""
    after: str = ""
    review: Review = field(default_factory=Review)


@dataclass(frozen=True, slots=True)
class Head:
    """One version: its headline, or the first sentence if `borrowed`, and where and when it was told."""

    headline: str
    borrowed: bool
    facts: str
    siglum: str = ""

    @property
    def title(self) -> str:
        """The headline as it stands over what is exported: of a text without one, not all of a long first sentence."""
        return shortened(self.headline, _LONGEST_TITLE)


def letters(sigla: tuple[str, str]) -> tuple[str, str]:
    """The letters of two versions as they stand before their words: of both or of neither, as one letter alone reads
    like a typing error ("C over 60 → over 50")."""
    return sigla if all(sigla) else ("", "")


def shortened(text: str, most: int) -> str:
    """Text of at most about `most` characters, cut at a word."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind: "+ Added 9"."""

    glyph: str
    name: str
    number: int

    @property
    def text(self) -> str:
        """The count in words, as on a chip."""
        return f"{self.name} {self.number:,}"


@dataclass(frozen=True, slots=True)
class Content:
    """All of it."""

    left: Head
    right: Head
    how: str
    counts: tuple[Count, ...]
    hidden: str
    """What is filtered out, "" for nothing."""
    looks: tuple[Look, ...]
    qualifiers: tuple[Look, ...]
    rows: tuple[Row, ...]
    revision: bool = False
    """Whether both are revisions of one text."""
    language: str = "en"
    left_out: int = 0
    """How many rows the scope leaves out."""
    scheme: str = "standard"

    @property
    def title(self) -> str:
        """Both headlines on one line."""
        return f"{self.left.headline} | {self.right.headline}"

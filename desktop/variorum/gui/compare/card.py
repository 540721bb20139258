"""The texts of a change's card in the rail. Pure: knows no fonts and no colors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from variorum.core.collate.changes import Change
from variorum.core.handmade.model import NO_REVIEW, Review
from variorum.gui.compare.titles import title_of
from variorum.gui.compare.wording import BY_HAND, exchange
from variorum.gui.telling import one_line
from variorum.gui.words import tr

DETAIL_LINES = 3
NOTE_LINES = 4


class Tone(Enum):
    """How loud a text is."""

    PLAIN = "plain"
    STRONG = "strong"
    SMALL = "small"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A text of a card: how loud it is, the most lines it may take, the icon before it ("" for none)."""

    text: str
    tone: Tone
    most: int
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card."""

    title: str
    detail: str
    exchange: str
    link: str
    """What is to be said of the link: doubtful, or made by hand."""
    by_hand: bool = False
    note: str = ""
    """What the editor wrote."""

    def lines(self, *, writing: bool) -> Iterator[Line]:
        """What stands below the title, from the top; while the note is `writing`, without it."""
        if self.detail:
            yield Line(self.detail, Tone.PLAIN, DETAIL_LINES)
        if self.exchange:
            yield Line(self.exchange, Tone.STRONG, 2)
        if self.link:
            yield Line(self.link, Tone.SMALL, 1, "by-hand" if self.by_hand else "")
        if self.note and not writing:
            yield Line(self.note, Tone.NOTE, NOTE_LINES, "note")


def card_of(change: Change, sigla: tuple[str, str], review: Review = NO_REVIEW, *, by_hand: bool = False) -> Card:
    """The texts of a change's card; `sigla` are the letters of the left and of the right version."""
    link = (
        BY_HAND
        if by_hand
        else tr("doubtful link · {percent} %", percent=round(change.confidence * 100))
        if change.doubtful
        else ""
    )
    title = title_of(change)
    changed = one_line(exchange(change.before, change.after, sigla), 120)
    return Card(title.upper(), one_line(change.detail, 160), changed, link, by_hand, review.note)

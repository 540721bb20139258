"""“Why linked?” in words: how sure a link is, and what its passages share. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.core.collate.grounds import Both, Grounds
from variorum.core.collate.model import Claim, ClaimKind
from variorum.gui.compare.lens_page import sureness
from variorum.gui.telling import one_line
from variorum.gui.words import tr

_LONG = 110
"""Characters of a quotation or clause."""
_LINES = (tr("Quotations"), tr("Clauses"))
SAME_WORDS = tr("Both sides tell it in the same words.")
BY_HAND = tr("Linked by hand: that holds whatever the words say.")
NOTHING = tr(
    "They share no name, figure, quotation or rare word: what speaks for the link are small words and the place."
)
BY_WORDS = tr("The meaning of the two versions isn’t known here; the link rests on words alone.")


@dataclass(frozen=True, slots=True)
class Reason:
    """One kind of what is shared, with all there is of it."""

    label: str
    shared: tuple[str, ...]
    long: bool = False
    """Whether each of it is a line."""


def summary(claim: Claim) -> str:
    """How sure a link is, in a sentence."""
    if claim.by_hand:
        return BY_HAND
    if claim.kind is ClaimKind.UNCHANGED:
        return SAME_WORDS
    percent = round(claim.confidence * 100)
    return tr(
        "{sureness}: of 100 links like this one, about {percent} are right.",
        sureness=sureness(claim).capitalize(),
        percent=percent,
    )


def reasons(found: Grounds) -> tuple[Reason, ...]:
    """What the passages share, the kinds that weigh most first."""
    rows = (
        (tr("Quotation") if len(found.quotations) == 1 else tr("Quotations"), tuple(map(_quoted, found.quotations))),
        (tr("Figures"), tuple(_both(found.figures))),
        (tr("Names"), found.names),
        (tr("Dates"), tuple(_both(found.dates))),
        (tr("Rare words"), found.words),
        (tr("Alike in meaning"), tuple(f"{one} ≈ {other}" for one, other in found.alike_words)),
        (tr("Clauses"), tuple(f"“{_cut(one)}” ≈ “{_cut(other)}”" for one, other in found.alike_clauses)),
    )
    return tuple(Reason(label, shared, label in _LINES) for label, shared in rows if shared)


def note(claim: Claim, found: Grounds) -> str:
    """What else is to be said of a link, "" for nothing."""
    if claim.kind is ClaimKind.UNCHANGED:
        return ""
    said = [] if reasons(found) else [NOTHING]
    return " ".join([*said, BY_WORDS] if not found.by_meaning else said)


def spoken(claim: Claim, found: Grounds) -> str:
    """All of it as one text, for a screen reader."""
    rows = (f"{reason.label}: {', '.join(reason.shared)}" for reason in reasons(found))
    return ". ".join(part.rstrip(".") for part in (summary(claim), *rows, note(claim, found)) if part)


def _both(pairs: Iterable[Both]) -> Iterator[str]:
    """Once where both put it alike."""
    return (one if one.casefold() == other.casefold() else f"{one} ≈ {other}" for one, other in pairs)


def _quoted(pair: Both) -> str:
    """The shorter wording: what both quote stands in it."""
    return f"“{_cut(min(pair, key=len))}”"


def _cut(words: str) -> str:
    return one_line(words.strip("“”\"' ,"), _LONG)

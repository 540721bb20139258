"""Whether two figures of one measure but of different value tell of the same thing, so that one contradicts the other.

A score adds up the words that stand around both, each by its nearness and by how much it tells. What score is asked
for depends on how much the measure itself tells ("55,000 files" more than "two days") and on whether the passages are
linked. Knows pairs of figures, not which of them the versions agree on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from variorum.core.collate.contexts import Placed, is_event
from variorum.core.collate.measures import AGE, PERSON, SPAN, TIMES, UNNAMED, quantity_of
from variorum.core.collate.moments import is_loose, is_weekday
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.terms import stem_of

SURE = 0.5
"""Probability of a link from which its passages are taken to tell the same."""
_FAIR = 0.3
_FAINT = 0.15
_HINT = 0.08
_TELLING = 0.9
"""Score from which figures in passages that may not be linked are about the same thing."""
_NAMED = 0.8
"""The same for things counted, what the thing itself and a large number tell included."""
_CROWD = 0.8
"""The same for people, whom one version calls supporters and another attendees."""
_SOME = 0.5
"""Score asked for where the passages are linked but the measure tells little."""
_LITTLE = 0.3
_CLOSE = 0.6
"""Nearness of words that belong to a figure's own happening."""
_BESIDE = 0.99
"""Nearness of words right beside a figure, with nothing between that parts clauses."""
_RARE = 0.3
"""Weight of a word that tells one happening from others."""
_FAR = Decimal(30)
"""How many times one value may be the other and still be of one thing."""
_FARTHEST = {AGE: Decimal("1.3"), SPAN: Decimal(10)}
"""The same for ages and spans of time."""
_LARGE = 1000
"""Counts from which a number of the same rare thing seldom is of another."""
_VERBATIM = 0.7
"""Probability of a link from which passages share most of their words, or might as well."""
_SLOT = 0.6
"""Share of the words around both that is the same, from which a sentence is one with its number exchanged."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What speaks for two figures telling of the same thing."""

    score: float
    alike: float
    """Share of the words around either that stand around both, 0 to 1."""
    events: int
    """Happenings that both name close by."""
    link: float
    touching: bool
    """Whether both stand right beside the same telling word ("renovated in 2011")."""


def kinship(one: Placed, other: Placed, lexicon: Lexicon, link: float) -> Kinship:
    """What two figures share."""
    shared = one.near.keys() & other.near.keys()
    if not shared:
        return Kinship(0.0, 0.0, 0, link, touching=False)
    nearness = [(stem, min(one.near[stem], other.near[stem])) for stem in shared]
    score = math.fsum(near * lexicon.weight(stem) for stem, near in nearness)
    both = math.fsum(near for _, near in nearness)
    close = [(stem, near) for stem, near in nearness if near >= _CLOSE]
    touching = any(
        near >= _BESIDE and lexicon.weight(stem) >= _RARE and stem not in one.names and stem not in other.names
        for stem, near in close
    )
    events = sum(is_event(stem) for stem, _ in close)
    return Kinship(score, both / (one.mass + other.mass - both), events, link, touching)


def same_slot(kin: Kinship) -> bool:
    """Whether a sentence is the other one with its number exchanged."""
    return kin.link >= SURE and kin.alike >= _SLOT and (kin.score >= _SOME or kin.link >= _VERBATIM)


def contradict(one: Placed, other: Placed, kin: Kinship, lexicon: Lexicon) -> bool:
    """Whether figures of different value tell of one thing, as far as the words around them say."""
    if one.dated:
        return _dates(one, other, kin)
    if one.fate != other.fate and one.fate and other.fate:
        return False
    if one.measure == TIMES:
        return bool(one.heads & other.heads) and kin.link >= _HINT and kin.score >= _SOME
    return _amounts(one, other, kin, lexicon)


def _dates(one: Placed, other: Placed, kin: Kinship) -> bool:
    if is_weekday(one.figure) or is_weekday(other.figure):
        return False
    if one.figure.unit == "time":
        return kin.link >= SURE and (kin.touching or kin.score >= _SOME)
    if is_loose(one.figure) and is_loose(other.figure) and kin.link >= _FAIR and kin.score >= _TELLING:
        return True
    if is_loose(one.figure) or is_loose(other.figure):
        return kin.link >= _HINT and kin.score >= _LITTLE and kin.events >= 2
    if kin.link >= _FAIR and kin.touching:
        return True
    return kin.score >= _TELLING and kin.events >= 1 and bool(one.names & other.names)


def _amounts(one: Placed, other: Placed, kin: Kinship, lexicon: Lexicon) -> bool:
    if not _comparable_in_size(one, other):
        return False
    if one.measure == PERSON and one.fate and one.fate == other.fate:
        return kin.link >= _FAINT and kin.score >= _LITTLE
    if one.measure == PERSON:
        named = lexicon.weight(stem_of(one.figure.unit)) if one.figure.unit == other.figure.unit != PERSON else 0.0
        return kin.link >= _FAINT and kin.score + named >= _CROWD
    if one.measure in UNNAMED or one.measure.isupper():
        beside = kin.link >= _FAIR and kin.touching and kin.score >= _SOME
        return beside or (kin.link >= SURE and (kin.score >= _SOME or kin.alike >= _SLOT))
    if kin.link >= SURE and kin.score >= _LITTLE:
        return True
    named = kin.score + lexicon.weight(one.measure) + _size(one, other)
    return (kin.link >= _FAIR or (kin.link >= _FAINT and kin.score >= _SOME)) and named >= _NAMED


def _comparable_in_size(one: Placed, other: Placed) -> bool:
    """Whether two values are near enough to be of one thing: nobody errs by more; ages are those of one person."""
    if one.measure == AGE and not _same_person(one, other):
        return False
    first, second = quantity_of(one.figure), quantity_of(other.figure)
    if first is None or second is None:
        return False
    least, most = sorted((first, second), key=lambda found: found.low)
    return most.low <= _FARTHEST.get(one.measure, _FAR) * max(least.high, Decimal(1))


def _same_person(one: Placed, other: Placed) -> bool:
    """Whether a name stands near both figures; at the start of a sentence a word may not be known for one."""
    names = one.names | other.names
    return any(min(one.near.get(name, 0.0), other.near.get(name, 0.0)) >= _CLOSE for name in names)


def _size(one: Placed, other: Placed) -> float:
    """What it tells that both numbers are large: nothing below `_LARGE`, more with every digit."""
    ranges = quantity_of(one.figure), quantity_of(other.figure)
    if not ranges[0] or not ranges[1] or min(r.low for r in ranges if r) < _LARGE:
        return 0.0
    return math.log10(min(float(r.low) for r in ranges if r)) / 10

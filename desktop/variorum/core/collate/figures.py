"""Figures of two versions held against each other by value: "three percent" is "3%". Knows no wording.

Precision comes first: a figure is called changed only where the passages are linked and alike, both figures count the
same thing, and neither value stands anywhere on the other side with its unit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.grouping import Pair
from variorum.core.collate.inside import starting_in
from variorum.core.collate.model import FigurePair, PairKind
from variorum.core.collate.rarity import is_function_word
from variorum.core.collate.terms import stem_of
from variorum.core.collate.version import Version
from variorum.core.text.model import Figure

_SURE = 0.5
"""Confidence that a link must have for its figures to contradict each other."""


_LIKELY = 0.3
"""The same for counts of a crowd, whose passages must share a rare name besides."""
_CROWD = frozenset(
    ["activist", "attendee", "demonstrator", "fan", "marcher", "participant", "people", "person", "protester",
     "spectator", "supporter", "visitor"]
)  # fmt: skip
"""Those who come to something: outlets call the same ones now this, now that."""
_RARE = 2
"""Passages of a version in which a name may stand and still tell one thing from others."""


@dataclass(frozen=True, slots=True)
class _Placed:
    figure: Figure
    passage: int
    names: frozenset[str]
    """The rare names of its passage."""
    words: frozenset[str]
    """The other content words of its passage."""


def figure_pairs(
    left: Version, right: Version, links: Mapping[Pair, float], should_cancel: ShouldCancel = never
) -> tuple[FigurePair, ...]:
    """Every figure of both versions with its counterpart, in reading order of the left, then what only the right has.

    `links` are the linked pairs of passages with their confidence. Raises CanceledError.
    """
    one, other = _placed(left), _placed(right)
    pairs = _same(one, other, links, should_cancel)
    pairs |= _changed(one, other, pairs, links)
    taken = set(pairs.values())
    rows = []
    for index, item in enumerate(one):
        to = pairs.get(index)
        if to is None:
            rows.append(FigurePair(PairKind.DROPPED, item.figure, None))
            continue
        kind = PairKind.SAME if agree(item.figure, other[to].figure) else PairKind.CHANGED
        rows.append(FigurePair(kind, item.figure, other[to].figure))
    rows += [FigurePair(PairKind.ADDED, None, o.figure) for at, o in enumerate(other) if at not in taken]
    return tuple(rows)


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same quantity; a bare number agrees with one that names its unit."""
    if one.value != other.value:
        return _within_date(one, other)
    return one.unit == other.unit or not one.unit or not other.unit or not _hard(one.unit, other.unit)


def _within_date(one: Figure, other: Figure) -> bool:
    """Whether one is a date that the other gives less exactly ("July" and "13 July")."""
    if not (one.is_date and other.is_date):
        return False
    short, long = sorted((one.value, other.value), key=len)
    return len(short) >= 4 and long.startswith(short + "-")


def _wider_dates(figure: Figure) -> list[str]:
    """The month and year of a day, the year of a month."""
    parts = figure.value.split("-") if figure.is_date else []
    return ["-".join(parts[:size]) for size in range(1, len(parts)) if len(parts[0]) == 4]


def _hard(unit: str, other: str) -> bool:
    """Whether two units can't measure the same thing: percent and dollars can't, countries and nations may."""
    fixed = {"%", "date", "year", "ordinal", "time"}
    currency = (len(unit) == 3 and unit.isupper(), len(other) == 3 and other.isupper())
    return unit in fixed or other in fixed or any(currency)


def _placed(version: Version) -> list[_Placed]:
    often = Counter(name for passage in version.passages for name in passage.names)
    placed = []
    for index, passage in enumerate(version.passages):
        figures = starting_in(version.article.figures, passage.span)
        if figures:
            names = frozenset(name for name in passage.names if often[name] <= _RARE)
            words = frozenset(s for s in passage.counts if s not in passage.names and not is_function_word(s))
            placed += [_Placed(figure, index, names, words) for figure in figures]
    return placed


def _same(
    one: Sequence[_Placed], other: Sequence[_Placed], links: Mapping[Pair, float], should_cancel: ShouldCancel
) -> dict[int, int]:
    """Pairs of agreeing figures, linked passages first; each figure has one counterpart at most."""
    exact: defaultdict[str, list[int]] = defaultdict(list)
    wider: defaultdict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(other):
        exact[item.figure.value].append(index)
        for date in _wider_dates(item.figure):
            wider[date].append(index)
    options = []
    for index, item in enumerate(one):
        check(should_cancel)
        near = [exact[item.figure.value], wider[item.figure.value]]
        near += [exact[date] for date in _wider_dates(item.figure)]
        for to in {to for indexes in near for to in indexes}:
            if not agree(item.figure, other[to].figure):
                continue
            link = links.get((item.passage, other[to].passage), 0.0)
            kinship = _kinship(item.figure, other[to].figure)
            if link or kinship or item.figure.unit == other[to].figure.unit:
                options.append((-link, item.figure.value != other[to].figure.value, -kinship, index, to))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, index, to in sorted(options):
        if index not in pairs and to not in taken:
            pairs[index] = to
            taken.add(to)
    return pairs


def _changed(
    one: Sequence[_Placed], other: Sequence[_Placed], pairs: Mapping[int, int], links: Mapping[Pair, float]
) -> dict[int, int]:
    """Pairs of figures that contradict each other: the only ones of their kind in linked passages."""
    told = {_key(o) for o in other}, {_key(o) for o in one}
    taken = set(pairs.values())
    free_left = [i for i, o in enumerate(one) if i not in pairs and _key(o) not in told[0]]
    free_right = [i for i, o in enumerate(other) if i not in taken and _key(o) not in told[1]]
    by_passage = _by_passage(one, free_left), _by_passage(other, free_right)
    rivals: defaultdict[int, set[int]] = defaultdict(set)
    choices: defaultdict[int, set[int]] = defaultdict(set)
    for (a, b), confidence in links.items():
        if confidence < _LIKELY:
            continue
        for index in by_passage[0].get(a, ()):
            for to in by_passage[1].get(b, ()):
                sure = confidence >= _SURE and comparable(one[index].figure, other[to].figure)
                if sure or _same_crowd(one[index], other[to]):
                    choices[index].add(to)
                    rivals[to].add(index)
    found = {}
    for index, options in choices.items():
        to = min(options)
        if len(options) == 1 and len(rivals[to]) == 1:
            found[index] = to
    return found


def _key(placed: _Placed) -> tuple[str, str]:
    unit = placed.figure.unit
    return placed.figure.value, "people" if unit in _CROWD else unit


def _by_passage(placed: Sequence[_Placed], indexes: Sequence[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for index in indexes:
        found[placed[index].passage].append(index)
    return found


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same thing, so that different values contradict each other."""
    if one.is_date or other.is_date or one.unit != other.unit or not _number(one) or not _number(other):
        return False
    if one.unit and not _hard(one.unit, other.unit):
        return True
    return _kinship(one, other) > 0


def _same_crowd(one: _Placed, other: _Placed) -> bool:
    """Whether both count those who come to the same thing, going by a rare name and another word that both share."""
    counts = all(o.figure.unit in _CROWD and _number(o.figure) for o in (one, other))
    return counts and bool(one.names & other.names) and bool(one.words & other.words)


def _number(figure: Figure) -> bool:
    return figure.value.replace(".", "", 1).replace("-", "", 1).isdigit()


def _kinship(one: Figure, other: Figure) -> int:
    """How many content words the referents share."""
    return len({stem_of(w) for w in one.referent.split()} & {stem_of(w) for w in other.referent.split()})

"""The rows of the tables: a claim a row, left passage beside right one; runs of unchanged rows folded. Pure.

Knows no widgets, colors or pixels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from variorum.core.collate.changes import INSIDE, ChangeKind
from variorum.core.collate.marking import is_doubtful, named_nearest, nearness
from variorum.core.collate.model import Claim
from variorum.core.text.model import Article, Kind, Span
from variorum.gui.compare.kinds import ALL_KINDS, FACES
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.said import in_words
from variorum.gui.compare.sides import SHORT
from variorum.gui.compare.wording import BY_HAND
from variorum.gui.telling import one_line
from variorum.gui.widgets.prose_layout import Role
from variorum.gui.words import plural, tr

_CLOSEST = 70
"""Characters of the closest passage that are quoted where a claim isn't told."""
_CONTEXT = 160
"""Characters of an unchanged passage that a folded run shows, at most."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row shows of one side: passages, or a note that there are none."""

    side: Side
    spans: tuple[Span, ...] = ()
    note: str = ""
    role: Role = Role.TEXT

    @property
    def length(self) -> int:
        """Characters of its passages."""
        return sum(len(span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of rows without visible changes. `context` is what is told next to the change beside it, left and right."""

    count: int
    label: str
    context: tuple[str, str]
    open: bool = False

    @property
    def spoken(self) -> str:
        """It as a screen reader says it."""
        return f"{self.label}, {tr('open') if self.open else tr('folded')}"


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with its passages; a subhead (no claim); or a folded run, known by its first claim."""

    claim: int | None
    cells: tuple[Cell, ...]
    kinds: tuple[ChangeKind, ...] = ()
    """The visible kinds of what differs in it, in the order of the chips."""
    differs: bool = False
    """Whether anything differs, visible or not."""
    doubtful: bool = False
    distance: int = 0
    """How far it moved, as `Claim.distance`; 0 where that isn't shown."""
    fold: Fold | None = None
    opened: frozenset[int] = frozenset()
    """The numbers of what is open inside it."""
    by_hand: bool = False
    """Whether an editor linked its passages."""

    def starts_on(self, side: Side) -> int | None:
        """The offset at which it begins on a side, None where that side hasn't got it."""
        return min((span.start for cell in self.cells if cell.side is side for span in cell.spans), default=None)


def aligned(shown: Presentation) -> list[Row]:
    """All rows of a comparison in its reading order, subheads before what follows them. Don't change the list."""
    return shown.kept("rows", None, partial(_aligned, shown))


def _aligned(shown: Presentation) -> list[Row]:
    everything = kinds_in_rows(shown.showing(ALL_KINDS))
    visible = kinds_in_rows(shown)
    rows = []
    for number, claim in enumerate(shown.comparison.claims):
        kinds = visible.get(number, ())
        moved = claim.distance if ChangeKind.MOVED in kinds else 0
        cells = tuple(_cell(shown, number, side) for side in Side)
        differs = bool(everything.get(number))
        rows.append(Row(number, cells, kinds, differs, is_doubtful(claim), moved, by_hand=claim.by_hand))
    for side in Side:
        rows = _with_subheads(rows, side, side.article(shown.comparison))
    return rows


def kinds_in_rows(shown: Presentation) -> dict[int, tuple[ChangeKind, ...]]:
    """For each claim the visible kinds of its own changes and of those inside it, on either side."""
    return shown.kept("kinds in rows", None, partial(_kinds_in_rows, shown))


def _kinds_in_rows(shown: Presentation) -> dict[int, tuple[ChangeKind, ...]]:
    found: defaultdict[int, set[ChangeKind]] = defaultdict(set)
    for number, kinds in shown.kinds_listed.items():
        found[number].update(kinds)
    for change in (shown.changes[number] for number in shown.order):
        for claim in shown.claims_of(change):
            found[claim].update(kind for kind in change.kinds if kind in INSIDE and kind in shown.visible)
    return {number: tuple(kind for kind in ChangeKind if kind in kinds) for number, kinds in found.items() if kinds}


def _cell(shown: Presentation, number: int, side: Side) -> Cell:
    claim, article = shown.comparison.claims[number], side.article(shown.comparison)
    spans = side.spans(claim)
    if not spans:
        return Cell(side, note=_closest(claim, article))
    headline = article.headline_span
    whole = (
        headline is not None and headline.contains(spans[-1]) and spans[0].start <= headline.trimmed(article.text).start
    )
    return Cell(side, spans, role=Role.HEADLINE if whole else Role.TEXT)


def _closest(claim: Claim, article: Article) -> str:
    """That a claim isn't told here, and what comes closest to it."""
    nearest = named_nearest(claim)
    if nearest is None:
        return tr("Not told here")
    words = one_line(nearest.spans[0].of(article.text), _CLOSEST).strip("“”\"'")
    return tr("Not told here · closest, {nearness}: “{words}”", nearness=nearness(nearest.confidence), words=words)


def _with_subheads(rows: list[Row], side: Side, article: Article) -> list[Row]:
    """`rows` with the subheads of one side, each before the row that tells what follows it."""
    heads = [sentence.span for sentence in article.sentences if sentence.kind is Kind.SUBHEAD]
    if not heads:
        return rows
    starts = sorted((start, place) for place, row in enumerate(rows) if (start := row.starts_on(side)) is not None)
    before: defaultdict[int, list[Row]] = defaultdict(list)
    for head in heads:
        place = next((place for start, place in starts if start >= head.end), len(rows))
        cells = tuple(Cell(each, (head,) if each is side else (), role=Role.SUBHEAD) for each in Side)
        before[place].append(Row(None, cells))
    return [row for place in range(len(rows) + 1) for row in (*before[place], *rows[place : place + 1])]


def start_near(rows: Sequence[Row], number: int, side: Side) -> int:
    """The offset at which a side stands at a row, else at the next one that has that side, else at one before."""
    starts = (row.starts_on(side) for row in (*rows[number:], *reversed(rows[:number])))
    return next((start for start in starts if start is not None), 0)


def row_holding(rows: Sequence[Row], side: Side, offset: int) -> int:
    """The row that begins last of those that begin at or before an offset of a side; the first without any."""
    starts = ((start, -number) for number, row in enumerate(rows) if (start := row.starts_on(side)) is not None)
    return -max((entry for entry in starts if entry[0] <= offset), default=(0, 0))[1]


def differing(rows: Sequence[Row], opened: frozenset[int], texts: tuple[str, str]) -> list[Row]:
    """The rows with visible changes; each run of others as a fold, with its rows behind it where it is `opened`.

    `texts` are those of the left and the right version; `opened` holds the first claims of runs.
    """
    runs = [list(run) for _, run in groupby((row for row in rows if row.claim is not None), key=_shows)]
    found: list[Row] = []
    for place, run in enumerate(runs):
        if _shows(run[0]):
            found += run
            continue
        is_open = run[0].claim in opened
        beside = run[0] if place == len(runs) - 1 and place else run[-1]
        found.append(_folded(run, beside, texts, is_open=is_open))
        found += run if is_open else []
    return found


def _shows(row: Row) -> bool:
    return bool(row.kinds)


def _folded(run: Sequence[Row], beside: Row, texts: tuple[str, str], *, is_open: bool) -> Row:
    """One row for a run, with the passage `beside` a change as its context."""
    left, right = (
        one_line(" ".join(span.of(text) for span in cell.spans), _CONTEXT)
        for cell, text in zip(beside.cells, texts, strict=True)
    )
    return Row(run[0].claim, run[0].cells, fold=Fold(len(run), fold_label(run), (left, right), is_open))


def fold_label(run: Iterable[Row]) -> str:
    """What a folded run is called: unchanged passages, or passages whose changes are hidden."""
    rows = list(run)
    hidden = sum(row.differs for row in rows)
    if not hidden:
        return plural("%n unchanged passage", "%n unchanged passages", len(rows))
    if hidden == len(rows):
        return plural("%n passage with hidden changes", "%n passages with hidden changes", hidden)
    passages = plural("%n passage", "%n passages", len(rows))
    return tr("{passages}, {hidden} with hidden changes", passages=passages, hidden=f"{hidden:,}")


def _spoken_cell(row: Row, cell: Cell, shown: Presentation, text: str) -> str:
    """The passages of a cell, with the words that were removed or added where the row shows these."""
    if row.claim is not None and ChangeKind.REWORDED in row.kinds:
        return in_words(shown.comparison.claims[row.claim], cell.spans, cell.side, text)
    return " ".join(" ".join(span.of(text) for span in cell.spans).split())


def spoken_row(row: Row, shown: Presentation) -> str:
    """A row as one text for a screen reader."""
    if row.fold is not None:
        return row.fold.spoken
    kinds = [FACES[kind].label for kind in row.kinds] + ([tr("doubtful link")] if row.doubtful else [])
    kinds += [BY_HAND] if row.by_hand else []
    parts = [", ".join(kinds) or (tr("Subhead") if row.claim is None else tr("Unchanged"))]
    for cell in row.cells:
        text = cell.side.article(shown.comparison).text
        words = _spoken_cell(row, cell, shown, text) or cell.note
        parts += [f"{SHORT[cell.side]}: {words}"] if words else []
    return ". ".join(parts)

"""The right version as text to read: its paragraphs, what is folded away, and where words of the left one stood. Pure.

Knows no widgets and no pixels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise

from variorum.core.collate.changes import ChangeKind
from variorum.core.text.model import Article, Kind, Span
from variorum.gui.compare.clean_carets import Caret, carets_of
from variorum.gui.compare.kinds import FACES
from variorum.gui.compare.marks import Marks, side_marks
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import Cell, Fold, Row, kinds_in_rows
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets.passage_text import Own, Part, PassageText, compose
from variorum.gui.widgets.prose_layout import Role, fold_label, parts_of
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, Pattern, Stroke

_ROLES = {Kind.HEADLINE: Role.HEADLINE, Kind.SUBHEAD: Role.SUBHEAD}


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of the right text; or what of it is folded away (`folded`), with what its placeholder says."""

    span: Span
    role: Role
    folded: tuple[Span, ...] = ()
    closed: str = ""
    opened: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line beside a passage: solid where it was added, dashed where it moved, dotted where all words are others."""

    span: Span
    stroke: Stroke


@dataclass(frozen=True)
class CleanText:
    """All that `rows` of the right version need; the rows themselves change as carets and placeholders open."""

    shown: Presentation
    items: tuple[Item, ...]
    carets: tuple[tuple[Caret, ...], ...]
    """For each item those inside or at its end."""

    def rows(self, opened: frozenset[int]) -> list[Row]:
        """A row for each item, with the carets in `opened` open, and the placeholders (`fold_number`)."""
        return [self._row(number, item, opened) for number, item in enumerate(self.items)]

    def _row(self, number: int, item: Item, opened: frozenset[int]) -> Row:
        cells = (Cell(Side.RIGHT, (item.span,), role=item.role),)
        if item.folded:
            open_here = opened & {fold_number(number)}
            label = item.opened if open_here else item.closed
            fold = Fold(len(item.folded), label, ("", ""), open=bool(open_here))
            return Row(None, cells, fold=fold, opened=open_here)
        kinds = self._kinds[number]
        return Row(None, cells, kinds, bool(kinds), opened=opened & {caret.number for caret in self.carets[number]})

    @cached_property
    def _kinds(self) -> list[tuple[ChangeKind, ...]]:
        found: defaultdict[int, set[ChangeKind]] = defaultdict(set)
        for number, kinds in kinds_in_rows(self.shown).items():
            for span in self.shown.comparison.claims[number].right:
                found[self.item_of(span.start)].update(kinds)
        for number, carets in enumerate(self.carets):
            found[number].update({ChangeKind.DROPPED} if any(caret.passages for caret in carets) else ())
        every = range(len(self.items))
        return [tuple(kind for kind in ChangeKind if kind in found[number]) for number in every]

    @cached_property
    def _where(self) -> dict[int, tuple[Caret, int]]:
        """Every caret by its number, with the item it stands in."""
        return {caret.number: (caret, item) for item, carets in enumerate(self.carets) for caret in carets}

    @cached_property
    def _by_claim(self) -> dict[int, tuple[Caret, ...]]:
        found: defaultdict[int, list[Caret]] = defaultdict(list)
        for caret, _ in self._where.values():
            for claim in caret.claims:
                found[claim].append(caret)
        return {claim: tuple(carets) for claim, carets in found.items()}

    def item_of(self, offset: int) -> int:
        """The number of the item that holds an offset, else of the one before it."""
        return max(0, bisect_right(self.items, offset, key=lambda item: item.span.start) - 1)

    def carets_of(self, claim: int) -> tuple[Caret, ...]:
        """The carets that stand for a dropped claim, or for words of a claim that both tell."""
        return self._by_claim.get(claim, ())

    def caret_with(self, span: Span, claim: int | None) -> Caret | None:
        """The caret that opens to any of a span of the left text, which stands in a claim."""
        carets = self.carets_of(claim) if claim is not None else ()
        return next((caret for caret in carets if caret.text.ranges_of(span)), None)

    def caret(self, number: int) -> Caret:
        """The caret of that number."""
        return self._where[number][0]

    def item_with(self, caret: Caret) -> int:
        """The number of the item a caret stands in."""
        return self._where[caret.number][1]

    def passages(self, number: int, opened: frozenset[int]) -> list[PassageText]:
        """An item with what its open carets stand for; of what is folded the placeholder, and the rest if open."""
        item, text = self.items[number], self.shown.comparison.right.text
        if item.folded:
            is_open = fold_number(number) in opened
            label = compose(text, [Own(item.opened if is_open else item.closed)], Role.FOLD)
            return [label, *(compose(text, [span], Role.ASIDE) for span in item.folded if is_open)]
        span = item.span
        parts: list[Part] = []
        open_here = [caret for caret in self.carets[number] if caret.number in opened]
        cuts = [span.start, *(min(max(caret.offset, span.start), span.end) for caret in open_here), span.end]
        for place, (start, end) in enumerate(pairwise(cuts)):
            parts += _with_spaces(Span(start, end), text)
            parts += open_here[place].parts if place < len(open_here) else ()
        return [compose(text, parts, item.role)]

    def spoken(self, row: Row) -> str:
        """A row as one text for a screen reader, with what was left out and where it is open its words."""
        if row.fold is not None:
            return row.fold.spoken
        span = row.cells[0].spans[0]
        parts = [", ".join(FACES[kind].label for kind in row.kinds)] if row.kinds else []
        parts.append(" ".join(span.of(self.shown.comparison.right.text).split()))
        carets = self.carets[self.item_of(span.start)]
        told = (f"{c.told}: {c.words}" if c.number in row.opened and not c.inside else c.told for c in carets)
        return ". ".join((*parts, *told))


def fold_number(item: int) -> int:
    """What a placeholder is called among the carets that are open."""
    return -1 - item


def _with_spaces(span: Span, text: str) -> Iterator[Part]:
    """A stretch cut out of a paragraph; the spaces at its ends are kept, which setting it alone would trim."""
    words = span.of(text)
    if not words.strip():
        yield from (Own(" "),) if words else ()
        return
    if words[0].isspace():
        yield Own(" ")
    yield span
    if words[-1].isspace():
        yield Own(" ")


def clean_text(shown: Presentation) -> CleanText:
    """The right version of a comparison as text to read; what does not belong to the article is folded away."""
    return shown.kept("clean text", None, partial(_clean_text, shown))


def _clean_text(shown: Presentation) -> CleanText:
    items = tuple(_items(shown.comparison.right))
    bare = CleanText(shown, items, tuple(() for _ in items))
    read = [number for number, item in enumerate(items) if not item.folded]
    placed: defaultdict[int, list[Caret]] = defaultdict(list)
    for caret in carets_of(shown) if read else ():
        placed[_item_for(caret, bare, read)].append(caret)
    return CleanText(shown, items, tuple(tuple(placed[number]) for number in range(len(items))))


def _items(article: Article) -> Iterator[Item]:
    text = article.text
    for number, group in parts_of(article.paragraphs):
        spans = tuple(span for paragraph in group if len(span := paragraph.span.trimmed(text)))
        if number is None:
            yield from (
                Item(span, _ROLES.get(paragraph.kind, Role.TEXT))
                for paragraph in group
                if len(span := paragraph.span.trimmed(text))
            )
        elif spans:
            labels = (fold_label(text, group, is_open) for is_open in (False, True))
            yield Item(Span(spans[0].start, spans[-1].end), Role.FOLD, spans, *labels)


def _item_for(caret: Caret, text: CleanText, read: Sequence[int]) -> int:
    """The paragraph a caret stands in, of those that are `read`: the one it hangs on or stands before, else the
    first."""
    at = text.item_of(caret.offset)
    if not caret.inside and text.items[at].span.start != caret.offset:
        at = text.item_of(max(0, caret.offset - 1))
    return read[max(0, bisect_right(read, at) - 1)]


def clean_marks(shown: Presentation, theme: Theme) -> tuple[Marks, list[Rule]]:
    """Quiet marks of the right version: changed words and figures underlined, nothing filled, nothing faded.

    And the lines beside passages: what was added, what moved, and what is told in other words throughout.
    """
    loud = side_marks(shown, Side.RIGHT, theme, fade=False)
    changed = MarkStyle(underline=Stroke(theme.ribbon, Pattern.DOTTED, 1.2))
    figure = MarkStyle(bold=True, underline=Stroke(theme.kinds[ChangeKind.FIGURE].rule, width=2.0))
    marks: Marks = {layer: [] for layer in loud}
    marks["words"] = [Mark(mark.span, changed) for mark in loud["words"]]
    marks["figures"] = [Mark(mark.span, figure) if mark.style.chip else mark for mark in loud["figures"]]
    marks["quotations"] = [Mark(mark.span, replace(mark.style, wash=None)) for mark in loud["quotations"]]
    rules = [Rule(mark.span, stroke) for mark in loud["passages"] if (stroke := _beside(mark.style)) is not None]
    return marks, sorted(rules, key=lambda rule: rule.span)


def _beside(style: MarkStyle) -> Stroke | None:
    if style.left_rule is not None:
        return Stroke(style.left_rule, width=2.0)
    if style.outline is not None:  # moved
        return replace(style.outline, pattern=Pattern.DASHED, width=1.5)
    return replace(style.underline, pattern=Pattern.DOTTED, width=2.0) if style.underline is not None else None


def rules_within(found: Sequence[Rule], span: Span) -> list[Rule]:
    """Those of the sorted `found` that stand beside any of `span`."""
    last = bisect_right(found, span.end, key=lambda rule: rule.span.start)
    first = max(0, bisect_right(found, span.start, key=lambda rule: rule.span.start) - 8)
    return [rule for rule in found[first:last] if rule.span.overlap(span)]

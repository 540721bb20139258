"""What is marked on each side of a comparison, and how: claims, words, figures and quotations to marks by layer.

Pure: data in, marks out. Nothing is filled where nothing changed; every kind has a second sign beside its color.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.collate.marking import is_doubtful, marks_words
from variorum.core.collate.model import (
    Claim,
    ClaimKind,
    Comparison,
    FigurePair,
    Op,
    PairKind,
    QuotePair,
    Regime,
    WordRun,
)
from variorum.core.collate.qualifiers import qualifiers_of
from variorum.core.text.model import Span
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.state import PendingLink
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets.prose_marks import Mark, MarkLayer, MarkStyle, Pattern, Stroke

STANDING_LAYERS = ("unchanged", "passages", "words", "figures", "quotations")
"""The layers `side_marks` fills; "hover", "current", "pending" and "hits" come and go."""

_OPENING = frozenset("“„‟«‹‘‚\"'「『")
_CLOSING = frozenset("”“»›’\"'」』")
_TOLD_ONCE = {ClaimKind.ADDED: ChangeKind.ADDED, ClaimKind.DROPPED: ChangeKind.DROPPED}
Marks = dict[str, list[Mark]]


def side_marks(shown: Presentation, side: Side, theme: Theme, *, fade: bool = True) -> Marks:
    """The marks of one side by layer, for the kinds that are visible.

    With `fade` unchanged prose steps back, if anything changed at all.
    """
    marks = shown.kept(f"marks of the {side.value}", theme, partial(_side_marks, shown, side, theme))
    return marks if fade and shown.changes else {**marks, "unchanged": []}


def _side_marks(shown: Presentation, side: Side, theme: Theme) -> Marks:
    comparison = shown.comparison
    text = side.article(comparison).text
    marks: Marks = {layer: [] for layer in STANDING_LAYERS}
    for number, claim in enumerate(comparison.claims):
        kinds = shown.kinds_by_claim.get(number, ())
        if comparison.regime is Regime.REWRITE:  # order is free there: standing elsewhere is told in the gutter only
            kinds = tuple(kind for kind in kinds if kind is not ChangeKind.MOVED)
        _mark_claim(marks, claim, side, text, theme, kinds)
    _mark_pairs(marks, comparison, side, text, theme, shown.visible)
    # A chip says by itself that the figure changed: no strike and no fill under it.
    chips = MarkLayer([mark for mark in marks["figures"] if mark.style.chip])
    for layer in ("unchanged", "words"):
        under = ((mark, [chip.span for chip in chips.within(mark.span)]) for mark in marks[layer])
        marks[layer] = [Mark(rest, mark.style) for mark, holes in under for rest in _without(mark.span, holes, text)]
    if side is Side.LEFT and not shown.removals:
        marks["words"] = []
    return marks


def _mark_claim(marks: Marks, claim: Claim, side: Side, text: str, theme: Theme, kinds: tuple[ChangeKind, ...]) -> None:
    spans = side.spans(claim)
    whole = _TOLD_ONCE.get(claim.kind)
    if whole is not None and whole in kinds:
        colors = theme.kinds[whole]
        marks["passages"] += _each(spans, MarkStyle(wash=colors.wash, left_rule=colors.rule))
        return
    if ChangeKind.MOVED in kinds:
        outline = Stroke(theme.kinds[ChangeKind.MOVED].rule, Pattern.DOTTED, 1.0)
        marks["passages"] += _each(spans, MarkStyle(outline=outline))
    if claim.kind is not ClaimKind.REWORDED or ChangeKind.REWORDED not in kinds:
        marks["unchanged"] += _each(spans, MarkStyle(ink=theme.ink_faded))
        return
    for span in spans:
        own = list(_runs_in(span, claim.words, side))
        kept = [part for op, part in own if op is Op.EQUAL]
        if not marks_words(claim, span, kept):
            marks["passages"].append(Mark(span, MarkStyle(underline=_underline(claim, theme))))
            continue
        marks["unchanged"] += _each(kept, MarkStyle(ink=theme.ink_faded))
        changed = (_trimmed(part, text) for op, part in own if op is not Op.EQUAL)
        marks["words"] += _each((part for part in changed if len(part)), word_style(theme, side))


def _underline(claim: Claim, theme: Theme) -> Stroke:
    """Under a passage told in other words throughout: dotted, dashed where the link is doubtful."""
    if is_doubtful(claim):
        return Stroke(theme.ribbon, Pattern.DASHED, 1.0)
    return Stroke(theme.kinds[ChangeKind.REWORDED].rule, Pattern.DOTTED, 1.0)


def word_style(theme: Theme, side: Side, *, lifted: bool = False) -> MarkStyle:
    """How changed words of a reworded passage look: underlined on the right, struck on the left, unless `lifted` to be
    read."""
    if side is Side.RIGHT:
        added = theme.kinds[ChangeKind.ADDED]
        return MarkStyle(fill=added.word, ink=added.ink, underline=Stroke(added.rule, width=1.2))
    dropped = theme.kinds[ChangeKind.DROPPED]
    return MarkStyle(fill=dropped.word, ink=dropped.ink, strike=None if lifted else Stroke(dropped.rule, width=1.2))


def lifted(words: Iterable[Mark], spans: Iterable[Span], style: MarkStyle) -> list[Mark]:
    """The marks of words with those inside `spans` in another style: a struck passage under the pointer is legible."""
    inside = tuple(spans)
    return [Mark(mark.span, style) if any(s.contains(mark.span) for s in inside) else mark for mark in words]


def hover_marks(spans: Iterable[Span], theme: Theme) -> list[Mark]:
    """A passage under the pointer, or its counterpart."""
    return _each(spans, MarkStyle(outline=Stroke(theme.line_strong, Pattern.SOLID, 1.0)))


def current_marks(change: Change, side: Side, text: str, theme: Theme) -> list[Mark]:
    """The change one stands on, where it is told on this side; a quotation with the marks around it."""
    whole = ChangeKind.QUOTE in change.kinds
    spans = (quoted(span, text) if whole else span for span in side.spans(change))
    return _each(spans, MarkStyle(outline=Stroke(theme.accent, Pattern.SOLID, 1.6)))


def nearest_marks(spans: Iterable[Span], theme: Theme) -> list[Mark]:
    """The passage that comes closest to one told only on the other side."""
    return _each(spans, MarkStyle(outline=Stroke(theme.ribbon, Pattern.DASHED, 1.2)))


def claim_marks(spans: Iterable[Span], theme: Theme) -> list[Mark]:
    """A passage one stands on in which nothing changed, or its counterpart."""
    return _each(spans, MarkStyle(outline=Stroke(theme.accent, Pattern.SOLID, 1.2)))


def pending_marks(pending: PendingLink, side: Side, theme: Theme) -> list[Mark]:
    """What is to be linked, and on the other side what it is to be linked with."""
    if side is pending.side:
        return _each(pending.spans, MarkStyle(wash=theme.selection, outline=Stroke(theme.focus, Pattern.SOLID, 2.0)))
    return _each(pending.chosen, MarkStyle(wash=theme.selection, outline=Stroke(theme.focus, Pattern.DASHED, 2.0)))


def quoted(span: Span, text: str) -> Span:
    """A quotation's span with the marks around it."""
    start = span.start - (text[span.start - 1 : span.start] in _OPENING)
    return Span(start, span.end + (text[span.end : span.end + 1] in _CLOSING))


def _mark_pairs(
    marks: Marks, comparison: Comparison, side: Side, text: str, theme: Theme, visible: frozenset[ChangeKind]
) -> None:
    if ChangeKind.FIGURE in visible:
        figure = theme.kinds[ChangeKind.FIGURE]
        style = MarkStyle(fill=figure.word, ink=figure.ink, bold=True, chip=True)
        spans = dict.fromkeys(_changed(comparison.figures, side))  # one may contradict two of the other side
        for span in spans:
            follows = text[span.end : span.end + 1]
            marks["figures"].append(Mark(span, replace(style, snug=bool(follows) and not follows.isspace())))
        line = MarkStyle(underline=Stroke(figure.rule, Pattern.DASHED, 2.0))
        marks["figures"] += _each(_qualified(comparison, side), line)
    if ChangeKind.QUOTE in visible:
        quote = theme.kinds[ChangeKind.QUOTE]
        style = MarkStyle(wash=quote.wash, underline=Stroke(quote.rule, Pattern.SOLID, 2.0))
        changed = (quoted(span, text) for span in _changed(comparison.quotes, side))
        marks["quotations"] += _each(changed, style)
    if ChangeKind.STANCE in visible:
        stance = theme.kinds[ChangeKind.STANCE]
        style = MarkStyle(wash=stance.wash, underline=Stroke(stance.rule, Pattern.DASHED, 2.0))
        words = (side.pick(pair.left, pair.right) for pair in comparison.stance)
        marks["quotations"] += _each((span for span in words if span), style)


def _qualified(comparison: Comparison, side: Side) -> Iterator[Span]:
    """The figures of one side that the other tells with another qualifier."""
    for _, left, right in qualifiers_of(comparison):
        yield side.pick(left, right).mention


def _changed(pairs: Iterable[FigurePair | QuotePair], side: Side) -> Iterator[Span]:
    for pair in pairs:
        entry = side.pick(pair.left, pair.right)
        if pair.kind is PairKind.CHANGED and entry is not None:
            yield entry.span


def _runs_in(passage: Span, words: Iterable[WordRun], side: Side) -> Iterator[tuple[Op, Span]]:
    """The runs of one side as far as they stand in a passage."""
    for run in words:
        span = side.pick(run.left, run.right)
        if span is not None and span.overlap(passage):
            yield run.op, Span(max(span.start, passage.start), min(span.end, passage.end))


def _without(span: Span, holes: Iterable[Span], text: str) -> Iterator[Span]:
    """What is left of `span` outside the `holes`, spaces at the cuts left out."""
    rest = [span]
    for hole in holes:
        if span.overlap(hole):
            cut = (Span(part.start, min(part.end, hole.start)) for part in rest)
            after = (Span(max(part.start, hole.end), part.end) for part in rest)
            rest = [_trimmed(part, text) for part in (*cut, *after) if part.start < part.end]
    return (part for part in rest if len(part))


def _trimmed(span: Span, text: str) -> Span:
    """The span without spaces at its ends: a fill ends with its words."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _each(spans: Iterable[Span], style: MarkStyle) -> list[Mark]:
    return [Mark(span, style) for span in spans]

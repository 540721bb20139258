"""The right version as text to read: its paragraphs, and where passages of the left one are left out. Pure.

Knows no widgets and no pixels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Claim, ClaimKind
from variorum.core.text.model import Kind, Span
from variorum.gui.compare.kinds import FACES
from variorum.gui.compare.marks import Marks, side_marks
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import Cell, Row, kinds_by_claim
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets.passage_text import Own, Part, PassageText, Tone, compose
from variorum.gui.widgets.prose_layout import Role
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, Pattern, Stroke

_ROLES = {Kind.HEADLINE: Role.HEADLINE, Kind.SUBHEAD: Role.SUBHEAD}


@dataclass(frozen=True, slots=True)
class Caret:
    """A place of the right text (after the character before `offset`) where passages of the left one are left out."""

    number: int
    offset: int
    claims: tuple[int, ...]
    words: str
    """The passages, on one line."""

    @property
    def told(self) -> str:
        """What it is, for tool tips and screen readers."""
        return "1 passage dropped here" if len(self.claims) == 1 else f"{len(self.claims)} passages dropped here"


@dataclass(frozen=True, slots=True)
class Rule:
    """A line beside a passage: solid where it was added, dashed where it moved, dotted where all words are others."""

    span: Span
    stroke: Stroke


@dataclass(frozen=True)
class CleanText:
    """All that `rows` of the right version need; the rows themselves change as carets open and close."""

    shown: Presentation
    paragraphs: tuple[tuple[Span, Role], ...]
    carets: tuple[tuple[Caret, ...], ...]
    """For each paragraph those inside or at its end."""

    def rows(self, opened: frozenset[int]) -> list[Row]:
        """A row for each paragraph, with the carets in `opened` open."""
        kinds = self._kinds
        return [
            Row(
                None,
                (Cell(Side.RIGHT, (span,), role=role),),
                kinds[number],
                bool(kinds[number]),
                opened=opened & {caret.number for caret in carets},
            )
            for number, ((span, role), carets) in enumerate(zip(self.paragraphs, self.carets, strict=True))
        ]

    @cached_property
    def _kinds(self) -> list[tuple[ChangeKind, ...]]:
        found: defaultdict[int, set[ChangeKind]] = defaultdict(set)
        for number, kinds in kinds_by_claim(self.shown).items():
            for span in self.shown.comparison.claims[number].right:
                found[self.paragraph_of(span.start)].update(kinds)
        for number, carets in enumerate(self.carets):
            found[number].update({ChangeKind.DROPPED} if carets else ())
        every = range(len(self.paragraphs))
        return [tuple(kind for kind in ChangeKind if kind in found[number]) for number in every]

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, else of the one before it."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda entry: entry[0].start) - 1)

    def caret_of(self, claim: int) -> Caret | None:
        """The caret that stands for a dropped claim."""
        return next((caret for carets in self.carets for caret in carets if claim in caret.claims), None)

    def caret(self, number: int) -> Caret:
        """The caret of that number."""
        return next(caret for carets in self.carets for caret in carets if caret.number == number)

    def passage(self, number: int, opened: frozenset[int]) -> PassageText:
        """A paragraph with what its open carets stand for."""
        span, role = self.paragraphs[number]
        parts: list[Part] = []
        open_here = [caret for caret in self.carets[number] if caret.number in opened]
        cuts = [span.start, *(min(max(caret.offset, span.start), span.end) for caret in open_here), span.end]
        for place, (start, end) in enumerate(pairwise(cuts)):
            parts += _with_spaces(Span(start, end), self.shown.comparison.right.text)
            if place < len(open_here):
                caret = open_here[place]
                first = caret.offset <= span.start
                words = f"{caret.words} " if first else f" {caret.words}"
                parts.append(Own(words, Tone.REMOVED, caret.number))
        return compose(self.shown.comparison.right.text, parts, role)

    def spoken(self, row: Row) -> str:
        """A paragraph as one text for a screen reader, with what was left out and where it is open its words."""
        span = row.cells[0].spans[0]
        parts = [", ".join(FACES[kind].label for kind in row.kinds)] if row.kinds else []
        parts.append(" ".join(span.of(self.shown.comparison.right.text).split()))
        carets = self.carets[self.paragraph_of(span.start)]
        told = (f"{each.told}: {each.words}" if each.number in row.opened else each.told for each in carets)
        return ". ".join((*parts, *told))


def _with_spaces(span: Span, text: str) -> Iterator[Part]:
    """A stretch cut out of a paragraph; the space at its head is kept, which setting it alone would trim."""
    if len(span):
        if span.of(text)[:1].isspace():
            yield Own(" ")
        if span.of(text).strip():
            yield span


def clean_text(shown: Presentation) -> CleanText:
    """The right version of a comparison as text to read; what does not belong to the article is left out."""
    return shown.kept("clean text", None, partial(_clean_text, shown))


def _clean_text(shown: Presentation) -> CleanText:
    article = shown.comparison.right
    paragraphs = tuple(
        (paragraph.span.trimmed(article.text), _ROLES.get(paragraph.kind, Role.TEXT))
        for paragraph in article.paragraphs
        if not paragraph.kind.folds and paragraph.span.of(article.text).strip()
    )
    text = CleanText(shown, paragraphs, tuple(() for _ in paragraphs))
    placed: defaultdict[int, list[Caret]] = defaultdict(list)
    for caret in _carets(shown) if paragraphs else ():
        placed[text.paragraph_of(max(0, caret.offset - 1))].append(caret)
    return CleanText(shown, paragraphs, tuple(tuple(placed[number]) for number in range(len(paragraphs))))


def _carets(shown: Presentation) -> list[Caret]:
    """Where dropped claims are left out: after what is told before them by both."""
    if ChangeKind.DROPPED not in shown.visible:
        return []
    groups: defaultdict[int, list[int]] = defaultdict(list)
    after = 0
    for number, claim in enumerate(shown.comparison.claims):
        if claim.kind is ClaimKind.DROPPED:
            groups[after].append(number)
        elif claim.linked and not claim.moved:
            after = max(span.end for span in claim.right)
    text = shown.comparison.left.text
    return [
        Caret(number, offset, tuple(claims), _words(text, (shown.comparison.claims[n] for n in claims)))
        for number, (offset, claims) in enumerate(sorted(groups.items()))
    ]


def _words(text: str, claims: Iterable[Claim]) -> str:
    return " ".join(" ".join(span.of(text).split()) for claim in claims for span in claim.left)


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

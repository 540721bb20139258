"""Gathers what an export shows from a comparison. Knows no format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.excerpt import around
from variorum.core.collate.marking import is_doubtful, marked_passages, named_nearest
from variorum.core.collate.model import Claim, ClaimKind, Comparison, Regime
from variorum.core.export.content import EVERYTHING, Content, Head, Look, Passage, Row, Scope
from variorum.core.export.counting import GLYPHS, counts_of, hidden_text, how_text
from variorum.core.export.marks import Sides, inside_marks, pieces, word_marks
from variorum.core.export.printable import on_one_line
from variorum.core.text.model import Article, Span

_KINDS = {
    ClaimKind.ADDED: ChangeKind.ADDED,
    ClaimKind.DROPPED: ChangeKind.DROPPED,
    ClaimKind.REWORDED: ChangeKind.REWORDED,
}
_LABELS = {ChangeKind.QUOTE: "quotation", ChangeKind.STANCE: "certainty"}
"""Of kinds that are called otherwise than they are by programs."""


def content_of(comparison: Comparison, scope: Scope = EVERYTHING, should_cancel: ShouldCancel = never) -> Content:
    """What of `comparison` is in `scope`. Raises `CanceledError`."""
    found = changes(comparison)
    told = scope.told(found)
    rows = _Rows(comparison, scope, told)
    kept = [row for number, claim in enumerate(comparison.claims) if (row := rows.row(number, claim, should_cancel))]
    looks = [(number, change) for number, change in told if change.look]
    qualifiers = [(number, change) for number, change in told if ChangeKind.FIGURE in change.kinds and not change.look]
    return Content(
        left=head_of(comparison.left, scope.sigla[0]),
        right=head_of(comparison.right, scope.sigla[1]),
        how=how_text(comparison, found, scope),
        counts=counts_of(comparison, found, scope),
        hidden=hidden_text(found, scope),
        looks=tuple(look_of(comparison, change, scope, number) for number, change in looks),
        qualifiers=tuple(look_of(comparison, change, scope, number) for number, change in qualifiers),
        rows=tuple(kept),
        revision=comparison.regime is Regime.REVISION,
        language=comparison.left.language or "en",
        left_out=len(comparison.claims) - len(kept),
        scheme=scope.scheme,
    )


def head_of(article: Article, siglum: str = "") -> Head:
    """The head of a version: headline, outlet and date."""
    facts = " · ".join(fact for fact in (article.outlet, article.date) if fact)
    return Head(on_one_line(article.headline), article.headline_span is None, on_one_line(facts), siglum)


def look_of(comparison: Comparison, change: Change, scope: Scope, number: int) -> Look:
    """A change in words: what, where, from what to what; nothing that its title says is said again."""
    before, after, context = change.before, change.after, ""
    if not (before or after):
        before, after = _passages(comparison.left, change.left), _passages(comparison.right, change.right)
    elif ChangeKind.STANCE in change.kinds:
        before, after = around(comparison.left, change.left[0]), around(comparison.right, change.right[0])
    elif ChangeKind.FIGURE in change.kinds:
        before, after, context = "", "", change.detail
    elif change.detail.strip("“”") != before:
        context = change.detail
    return Look(
        glyphs="".join(GLYPHS[kind] for kind in change.kinds),
        title=on_one_line(change.title),
        context=on_one_line(context),
        before=on_one_line(before),
        after=on_one_line(after),
        review=scope.review_of(number),
    )


def _passages(article: Article, spans: Sequence[Span]) -> str:
    return " ".join(span.of(article.text) for span in spans)


class _Rows:
    """The claims of a comparison as rows."""

    def __init__(self, comparison: Comparison, scope: Scope, told: Iterable[tuple[int, Change]]) -> None:
        self._comparison = comparison
        self._scope = scope
        self._inside = inside_marks(comparison, scope.kinds)
        self._told: defaultdict[int | None, list[tuple[int, Change]]] = defaultdict(list)
        for number, change in told:
            self._told[change.claim].append((number, change))

    def row(self, number: int, claim: Claim, should_cancel: ShouldCancel) -> Row | None:
        """The row of a claim, None where the scope leaves it out."""
        check(should_cancel)
        if not (self._told[number] or self._scope.unchanged):
            return None
        kind = _KINDS.get(claim.kind)
        shown = kind is None or kind in self._scope.kinds
        moved = claim.moved and ChangeKind.MOVED in self._scope.kinds
        kinds = {kind for _, change in self._told[number] for kind in change.kinds} & self._scope.kinds
        words = word_marks(self._comparison, claim) if shown else ([], [])
        if not self._scope.removals and ChangeKind.DROPPED not in self._scope.kinds:
            words = [], words[1]
        left, right = self._sides(claim, words)
        closest, confidence = self._closest(claim) if shown else ("", 0.0)
        glyph, label = _sign(claim, kinds)
        return Row(
            claim.kind, left, right, glyph, label, shown, moved, is_doubtful(claim), claim.confidence, closest,
            confidence, *self._said(number),
        )  # fmt: skip

    def _sides(self, claim: Claim, words: Sides) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        by_words = marked_passages(claim)
        texts = self._comparison.left.text, self._comparison.right.text
        left, right = (
            tuple(
                Passage(pieces(text, span, (*marked, *inside)))
                if span in one_by_one
                else Passage(pieces(text, span, inside), whole=claim.linked)
                for span in spans
            )
            for text, spans, marked, inside, one_by_one in zip(
                texts, (claim.left, claim.right), words, self._inside, by_words, strict=True
            )
        )
        return left, right

    def _closest(self, claim: Claim) -> tuple[str, float]:
        """What comes closest on the other side to a claim told on one side."""
        nearest = named_nearest(claim)
        if nearest is None:
            return "", 0.0
        article = self._comparison.left if claim.kind is ClaimKind.ADDED else self._comparison.right
        return on_one_line(_passages(article, nearest.spans)), nearest.confidence

    def _said(self, number: int) -> tuple[str, tuple[str, ...]]:
        """That its changes were reviewed, and the notes on them."""
        reviews = [self._scope.review_of(change) for change, _ in self._told[number]]
        done = sum(review.reviewed for review in reviews)
        some = f"{done} of {len(reviews)} " if done < len(reviews) else ""
        notes = tuple(on_one_line(review.note) for review in reviews if review.note)
        return f"✓ {some}reviewed" if done else "", notes


def _sign(claim: Claim, kinds: Collection[ChangeKind]) -> tuple[str, str]:
    """The glyph of a row and its label by the kinds of its changes: "≈↕", "reworded, moved down 3"."""
    present = [kind for kind in GLYPHS if kind in kinds]
    labels = [_moved(claim) if kind is ChangeKind.MOVED else _LABELS.get(kind, kind.value) for kind in present]
    labels += ["by hand"] if claim.by_hand else []
    return "".join(GLYPHS[kind] for kind in present) or "=", ", ".join(labels)


def _moved(claim: Claim) -> str:
    return f"moved {'up' if claim.distance < 0 else 'down'} {abs(claim.distance):,}" if claim.distance else "moved"

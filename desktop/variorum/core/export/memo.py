"""The change memo: what an editor sends a colleague about two versions, on one page however much there is to say.

Figures, speakers, quotations and certainty come first, then what else has a note, then what was added and dropped.
Finds what is to be told; `memo_page` says what there is room for. Knows no format.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.excerpt import around
from variorum.core.collate.model import Comparison
from variorum.core.export.content import EVERYTHING, Head, Scope, shortened
from variorum.core.export.counting import GLYPHS, counts_of, hidden_text, how_text
from variorum.core.export.gathering import head_of
from variorum.core.export.memo_page import NOTED, PAGE, Memo, MemoItem, MemoSection, fitted
from variorum.core.export.printable import on_one_line
from variorum.core.handmade.model import Review
from variorum.core.text.model import Article

_LONGEST, _LONGEST_TITLE, _LONGEST_NOTE = 200, 120, 160
"""Characters of a passage, of what is said before it, and of a note, at most."""
_LONGEST_HEADLINE, _LONGEST_FACTS = 160, 90


def memo_of(comparison: Comparison, day: date, scope: Scope = EVERYTHING, room: float = PAGE) -> Memo:
    """The memo, dated `day`, with what fits into `room` lines."""
    return fitted(drafted(comparison, day, scope), room)


def drafted(comparison: Comparison, day: date, scope: Scope = EVERYTHING) -> Memo:
    """The memo with all that there is to tell, before it is `fitted` to a page."""
    listed = changes(comparison)
    found: dict[str, list[MemoItem]] = {title: [] for _, title in _SECTIONS}
    untold: list[ChangeKind] = []
    for number, change in scope.told(listed):
        review = scope.review_of(number)
        title = _section_of(change)
        if title == NOTED and not review.note:
            untold += [kind for kind in change.kinds if kind in scope.kinds]
        else:
            found[title].append(_item(comparison, change, review))
    hidden = hidden_text(listed, scope)
    return Memo(
        left=_head(comparison.left, scope.sigla[0]),
        right=_head(comparison.right, scope.sigla[1]),
        how=how_text(comparison, listed, scope),
        counts=counts_of(comparison, listed, scope),
        sections=tuple(MemoSection(glyph, title, tuple(found[title])) for glyph, title in _SECTIONS if found[title]),
        day=f"{day:%B} {day.day}, {day.year}",
        language=comparison.right.language or "en",
        untold=tuple(untold),
        closing=(f"{hidden}.",) if hidden else (),
    )


def _head(article: Article, siglum: str) -> Head:
    """A head that leaves room for what is below it."""
    head = head_of(article, siglum)
    headline, facts = shortened(head.headline, _LONGEST_HEADLINE), shortened(head.facts, _LONGEST_FACTS)
    return replace(head, headline=headline, facts=facts)


_SECTIONS = (
    (GLYPHS[ChangeKind.FIGURE], "Figures"),
    (GLYPHS[ChangeKind.QUOTE], "Speakers"),
    (GLYPHS[ChangeKind.QUOTE], "Quotations"),
    (GLYPHS[ChangeKind.STANCE], "Certainty, negation, sources"),
    (GLYPHS[ChangeKind.REWORDED] + GLYPHS[ChangeKind.MOVED], NOTED),
    (GLYPHS[ChangeKind.ADDED], "Added"),
    (GLYPHS[ChangeKind.DROPPED], "Dropped"),
)


def _section_of(change: Change) -> str:
    """The title of the section a change belongs to."""
    if ChangeKind.FIGURE in change.kinds:
        return "Figures"
    if ChangeKind.QUOTE in change.kinds:
        return "Speakers" if change.title == "Speaker changed" else "Quotations"
    if ChangeKind.STANCE in change.kinds:
        return "Certainty, negation, sources"
    if ChangeKind.ADDED in change.kinds:
        return "Added"
    return "Dropped" if ChangeKind.DROPPED in change.kinds else NOTED


def _item(comparison: Comparison, change: Change, review: Review) -> MemoItem:
    title, text = on_one_line(change.title), change.detail
    if ChangeKind.QUOTE in change.kinds:
        title, text = _quotation(comparison, change)
    elif not {ChangeKind.ADDED, ChangeKind.DROPPED}.isdisjoint(change.kinds):
        title = ""
    elif ChangeKind.STANCE in change.kinds:
        title = title.partition(": ")[2] or title
    elif ChangeKind.REWORDED in change.kinds:
        text = _both(comparison, change)
    note = shortened(on_one_line(review.note), _LONGEST_NOTE)
    title, text = shortened(on_one_line(title), _LONGEST_TITLE), shortened(on_one_line(text), _LONGEST)
    return MemoItem(title, text, Review(review.reviewed, note), change.kinds)


def _both(comparison: Comparison, change: Change) -> str:
    """The passages of both sides, each cut to half of what an item may have."""
    sides = (comparison.left, change.left), (comparison.right, change.right)
    told = (on_one_line(" ".join(span.of(article.text) for span in spans)) for article, spans in sides)
    return " → ".join(shortened(text, _LONGEST // 2 - 2) for text in told)


def _quotation(comparison: Comparison, change: Change) -> tuple[str, str]:
    if change.title == "Speaker changed":
        return f"{change.before or 'nobody named'} → {change.after or 'nobody named'}", change.detail
    if change.before and change.after:
        half = _LONGEST // 2
        return "Altered", f"“{shortened(change.before, half)}” → “{shortened(change.after, half)}”"
    return change.title, f"{change.detail} → {around(comparison.right, change.right[0])}"

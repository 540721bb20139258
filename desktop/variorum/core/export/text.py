"""A comparison as a report for the terminal: what needs a look first, then every change, wrapped to a width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from variorum.core.collate.changes import INSIDE, Change, ChangeKind, changes
from variorum.core.collate.excerpt import around
from variorum.core.collate.marking import marked_passages
from variorum.core.collate.model import Claim, Comparison, Op
from variorum.core.export.content import EVERYTHING, Scope
from variorum.core.export.counting import GLYPHS, counts_of, hidden_text, how_text
from variorum.core.export.json_export import words_as_text
from variorum.core.export.printable import on_one_line
from variorum.core.handmade.model import Review
from variorum.core.text.model import Article

_COLORS = {
    ChangeKind.ADDED: "34",
    ChangeKind.DROPPED: "33",
    ChangeKind.FIGURE: "1;35",
    ChangeKind.QUOTE: "1;35",
    ChangeKind.STANCE: "1;35",
    ChangeKind.REWORDED: "0",
    ChangeKind.MOVED: "90",
}
_NARROWEST = 40


def as_text(comparison: Comparison, color: bool = False, width: int = 80, scope: Scope = EVERYTHING) -> str:
    """The report, lines at most `width` columns (40 at least), with terminal colors if `color`."""
    report = _Report(comparison, color, max(_NARROWEST, width), scope)
    return "\n".join(report.lines()) + "\n"


def title_of(article: Article) -> str:
    """Headline and outlet on one line."""
    headline = article.headline or "(no text)"
    return f"{headline} ({article.outlet})" if article.outlet else headline


class _Report:
    def __init__(self, comparison: Comparison, color: bool, width: int, scope: Scope) -> None:
        self._comparison = comparison
        self._color = color
        self._width = width
        self._scope = scope

    def lines(self) -> Iterator[str]:
        comparison = self._comparison
        yield from self._wrapped(title_of(comparison.left), "− ", "2")
        yield from self._wrapped(title_of(comparison.right), "+ ", "2")
        listed = changes(comparison)
        counts = " · ".join(count.text for count in counts_of(comparison, listed, self._scope)) or "nothing told"
        yield from self._wrapped(f"{how_text(comparison, listed, self._scope)}: {counts}", "", "1")
        if hidden := hidden_text(listed, self._scope):
            yield from self._wrapped(f"{hidden}.", "", "0")
        found = [(change, self._scope.review_of(number)) for number, change in self._scope.told(listed)]
        looks = [said for said in found if said[0].look]
        if looks:
            yield ""
            yield self._painted("Needs a look", "1")
            for said in looks:
                yield from self._reviewed(*said)
        rest = [said for said in found if not said[0].look]
        if rest:
            yield ""
            yield self._painted("All changes" if not looks else "All other changes", "1")
            for said in rest:
                yield from self._reviewed(*said)

    def _reviewed(self, change: Change, review: Review) -> Iterator[str]:
        """A change, and below it what was said of it."""
        yield from self._change(change)
        done = "reviewed" if review.reviewed else ""
        remark = " · ".join(part for part in (done, review.note) if part)
        if remark:
            yield from self._wrapped(remark, "  ✓ " if done else "  ✎ ", "2")

    def _change(self, change: Change) -> Iterator[str]:
        glyphs = "".join(GLYPHS[kind] for kind in change.kinds)
        color = _COLORS[change.kinds[0]]
        doubt = " (doubtful)" if change.doubtful else ""
        yield ""
        if not INSIDE.isdisjoint(change.kinds):
            yield from self._wrapped(f"{change.title}{doubt}", f"{glyphs} ", color)
            yield from self._inside(change)
            return
        if ChangeKind.REWORDED in change.kinds and change.claim is not None:
            yield from self._wrapped(f"{change.title}{doubt}", f"{glyphs} ", "1")
            yield from self._words(self._comparison.claims[change.claim])
            return
        label = "moved: " if ChangeKind.MOVED in change.kinds else ""
        yield from self._wrapped(label + change.detail, f"{glyphs} ", color)

    def _inside(self, change: Change) -> Iterator[str]:
        """What changed inside a claim, from both sides where the title doesn't say it all."""
        left, right = self._comparison.left, self._comparison.right
        if ChangeKind.STANCE in change.kinds:
            yield from self._both(around(left, change.left[0]), around(right, change.right[0]))
        elif ChangeKind.QUOTE in change.kinds and not (change.before or change.after):
            yield from self._both(change.left[0].of(left.text), change.right[0].of(right.text))
        else:
            yield from self._wrapped(change.detail, "  ", "0")
            if ChangeKind.FIGURE not in change.kinds:
                yield from self._both(change.before or "nobody named", change.after or "nobody named")

    def _both(self, left: str, right: str) -> Iterator[str]:
        """What stands on the left and on the right."""
        yield from self._wrapped(left, "  − ", _COLORS[ChangeKind.DROPPED])
        yield from self._wrapped(right, "  + ", _COLORS[ChangeKind.ADDED])

    def _words(self, claim: Claim) -> Iterator[str]:
        """The passages of both sides, changed words in brackets like wdiff where enough survives."""
        texts = words_as_text(self._comparison, claim.words)
        if marked_passages(claim) != (claim.left, claim.right):
            for op, kind in ((Op.DELETE, ChangeKind.DROPPED), (Op.INSERT, ChangeKind.ADDED)):
                passages = "".join(text for own, text in texts if own in (Op.EQUAL.value, op.value))
                yield from self._wrapped(passages, f"  {GLYPHS[kind]} ", _COLORS[kind])
            return
        marked = (
            (f"[−{t.strip()}−]", t) if op == "-" else (f"{{+{t.strip()}+}}", t) if op == "+" else (t, "")
            for op, t in texts
        )
        yield from self._wrapped("".join(_spaced(mark, text) for mark, text in marked), "  ", "0")

    def _wrapped(self, text: str, lead: str, color: str) -> Iterable[str]:
        lines = textwrap.wrap(on_one_line(text), self._width - len(lead), break_on_hyphens=False) or [""]
        for index, line in enumerate(lines):
            yield (lead if index == 0 else " " * len(lead)) + self._painted(line, color)

    def _painted(self, text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self._color and color != "0" else text


def _spaced(mark: str, text: str) -> str:
    """A mark with the white space that its words had around them."""
    before = " " if text[:1].isspace() else ""
    return f"{before}{mark} " if text[-1:].isspace() else before + mark

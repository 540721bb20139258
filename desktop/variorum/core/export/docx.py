"""The left version turned into the right one as a document with tracked changes: accepted they make the right text,
rejected the left one. What needs a look, and editors' notes, are comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count

from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.changes import Change, changes
from variorum.core.collate.model import Comparison
from variorum.core.export.content import EVERYTHING, Head, Scope, shortened
from variorum.core.export.gathering import head_of
from variorum.core.export.ooxml import Comment, Frame, moment, package, paragraph, quoted, run
from variorum.core.export.paper import A4, Paper
from variorum.core.export.printable import on_one_line
from variorum.core.export.tracking import Fate, Place, Tracked, TrackedParagraph, tracked
from variorum.core.handmade.model import Review
from variorum.core.text.model import Kind

AUTHOR = "Variorum"
_STYLES = {Kind.HEADLINE: "Title", Kind.SUBHEAD: "Heading2", Kind.FURNITURE: "Furniture", Kind.REPEATED: "Furniture"}
_TAGS = {Fate.GONE: "w:del", Fate.COME: "w:ins"}
_MOVED = {Fate.GONE: "w:moveFrom", Fate.COME: "w:moveTo"}
_NAME = 48
"""Characters of a headline in the line above the pages."""


def as_docx(
    comparison: Comparison,
    when: datetime,
    scope: Scope = EVERYTHING,
    paper: Paper = A4,
    should_cancel: ShouldCancel = never,
) -> bytes:
    """The file. `when` dates the changes. Raises `CanceledError`."""
    heads = head_of(comparison.left, scope.sigla[0]), head_of(comparison.right, scope.sigla[1])
    remarks = list(_remarks(comparison, scope))
    told = tracked(comparison, [place for place, _ in remarks], should_cancel)
    body = _Body(author_of(*heads), when, len(remarks)).paragraphs(told)
    frame = Frame(
        title=f"{heads[0].headline} → {heads[1].headline}",
        header=f"{_short(heads[0])}  →  {_short(heads[1])}",
        author=AUTHOR,
        when=when,
        language=comparison.right.language,
        paper=paper,
    )
    return package(body, frame, [comment for _, comment in remarks])


def author_of(left: Head, right: Head) -> str:
    """Whose the changes are: "A → B", two outlets where there are no letters, else the program's."""
    for one, other in ((left.siglum, right.siglum), (left.facts, right.facts)):
        if one and other and one != other:
            return f"{one} → {other}"
    return AUTHOR


def _short(head: Head) -> str:
    return " ".join(filter(None, (head.siglum, shortened(head.headline, _NAME))))


def _remarks(comparison: Comparison, scope: Scope) -> Iterator[tuple[Place, Comment]]:
    """What is to be said in the margin, and where."""
    for number, change in scope.told(changes(comparison)):
        review = scope.review_of(number)
        if change.look or review:
            place = next(iter(change.left), None), next(iter(change.right), None)
            yield place, Comment(AUTHOR, "V", _said(change, review))


def _said(change: Change, review: Review) -> str:
    named = f": {change.before} → {change.after}" if change.before and change.before not in change.title else ""
    note = f" Note: {review.note}" if review.note else ""
    done = " (reviewed)" if review.reviewed else ""
    return on_one_line(f"{change.title}{named}{done}.{note}")


class _Body:
    """The paragraphs as XML. Every change has a number of its own."""

    def __init__(self, author: str, when: datetime, remarks: int) -> None:
        self._numbers = count(1)
        self._by = f'w:author="{quoted(author)}" w:date="{moment(when)}"'
        self._unsaid = set(range(remarks))

    def paragraphs(self, told: Iterable[TrackedParagraph]) -> str:
        """All of them."""
        return "".join(map(self._paragraph, told))

    def _paragraph(self, told: TrackedParagraph) -> str:
        end = "" if told.end is Fate.KEPT else f"<w:rPr><{_TAGS[told.end]} {self._id()}/></w:rPr>"
        return paragraph("".join(map(self._piece, told.pieces)), _STYLES.get(told.kind, ""), end)

    def _piece(self, piece: Tracked) -> str:
        return self._remarked(piece, self._changed(piece))

    def _changed(self, piece: Tracked) -> str:
        if piece.fate is Fate.KEPT:
            return run(piece.text)
        if piece.move is not None:
            return self._moved(piece, piece.move)
        inside = run(piece.text, tag="w:delText" if piece.fate is Fate.GONE else "w:t")
        tag = _TAGS[piece.fate]
        return f"<{tag} {self._id()}>{inside}</{tag}>"

    def _moved(self, piece: Tracked, move: int) -> str:
        """Either end of a move; both carry its name."""
        tag, number = _MOVED[piece.fate], next(self._numbers)
        return (
            f'<{tag}RangeStart w:id="{number}" w:name="move{move + 1}" {self._by}/>'
            f'<{tag} {self._id()}>{run(piece.text)}</{tag}><{tag}RangeEnd w:id="{number}"/>'
        )

    def _remarked(self, piece: Tracked, inside: str) -> str:
        """With its comments, each on the first piece that it is of."""
        for remark in piece.remarks:
            if remark in self._unsaid:
                self._unsaid.remove(remark)
                number = f'w:id="{remark}"'
                inside = (
                    f"<w:commentRangeStart {number}/>{inside}<w:commentRangeEnd {number}/>"
                    f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference {number}/></w:r>'
                )
        return inside

    def _id(self) -> str:
        return f'w:id="{next(self._numbers)}" {self._by}'

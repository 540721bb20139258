"""Names passages of a text by their words, and finds them in it again. Knows one text.

The text is folded once: typographic variants made equal, white space made single spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import normalize

from variorum.core.handmade.model import Passage
from variorum.core.handmade.neighbors import around, chosen
from variorum.core.text.folding import fold
from variorum.core.text.model import Span

_NOT_PLAIN = re.compile(r"\s{2,}|[^\S ]|[^\x00-\x7f]")
"""What may be folded to something else; all the rest stays as it is."""


class Passages:
    """The passages of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        pieces: list[str] = []
        self._starts, self._folded_starts, self._plain = [0], [0], [True]
        """Where runs of characters begin in the text and folded, and whether they stay as they are."""
        at = length = 0
        for match in _NOT_PLAIN.finditer(text):
            between = text[at : match.start()]
            folded = " " if match[0].isspace() else fold(normalize("NFD", match[0]))
            pieces += [between, folded]
            length += len(between)
            self._begin(match.start(), length, plain=False)
            length += len(folded)
            at = match.end()
            self._begin(at, length, plain=True)
        self.folded = "".join([*pieces, text[at:]])

    def _begin(self, start: int, folded_start: int, *, plain: bool) -> None:
        self._starts.append(start)
        self._folded_starts.append(folded_start)
        self._plain.append(plain)

    def words(self, span: Span) -> str:
        """The words of a span, folded."""
        start, end = self._bounds(span)
        return self.folded[start:end]

    def passage(self, span: Span) -> Passage:
        """The name of a span, whatever white space it has around its words."""
        start, end = self._bounds(span)
        words = self.folded[start:end]
        if not words:
            return Passage("")
        return Passage(words, self.folded.count(words, 0, start), around(self.folded, start, end))

    def find(self, passage: Passage) -> Span | None:
        """Where a passage stands; of several with the same words the one with its neighbors (`neighbors.chosen`)."""
        found = self._chosen(passage)
        return None if found is None else Span(self._unfolded(found), self._unfolded(found + len(passage.words)))

    def is_at(self, passage: Passage, span: Span) -> bool:
        """Whether a passage stands at this very place."""
        return self._chosen(passage) == self._bounds(span)[0]

    def _chosen(self, passage: Passage) -> int | None:
        """Where a passage begins in the folded text."""
        words = passage.words
        places = [match.start() for match in re.finditer(re.escape(words), self.folded)] if words else []
        told = [around(self.folded, start, start + len(words)) for start in places]
        found = chosen(passage.around, passage.occurrence, told)
        return None if found is None else places[found]

    def _bounds(self, span: Span) -> tuple[int, int]:
        trimmed = span.trimmed(self._text)
        return self._folded_at(trimmed.start), self._folded_at(trimmed.end)

    def _folded_at(self, offset: int) -> int:
        run = bisect_right(self._starts, offset) - 1
        past = offset - self._starts[run]
        if self._plain[run] or not past:
            return self._folded_starts[run] + past
        return self._folded_starts[run + 1]

    def _unfolded(self, place: int) -> int:
        run = bisect_right(self._folded_starts, place) - 1
        past = place - self._folded_starts[run]
        if self._plain[run] or not past:
            return self._starts[run] + past
        return self._starts[run + 1]

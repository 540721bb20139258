"""Names passages of a text by their words, and finds them in it again. Knows one text.

The text is folded once: typographic variants made equal, white space made single spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import normalize

from variorum.core.handmade.model import Passage
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
        return Passage(words, self.folded.count(words, 0, start) if words else 0)

    def find(self, passage: Passage) -> Span | None:
        """Where a passage stands; one that there is only one of by now is found whatever its number was."""
        words = passage.words
        places = [match.start() for match in re.finditer(re.escape(words), self.folded)] if words else []
        if not places or (len(places) > 1 and passage.occurrence >= len(places)):
            return None
        start = places[min(passage.occurrence, len(places) - 1)]
        return Span(self._unfolded(start), self._unfolded(start + len(words)))

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

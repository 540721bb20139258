"""Links made and undone by hand: what an editor says about two versions, for whatever the evidence says."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.text.model import Span

SpanPair = tuple[Span, Span]
"""A span of the left version's text and one of the right version's."""


@dataclass(frozen=True, slots=True)
class HandLinks:
    """Pairs of passages, or parts of them, that tell the same and that don't: no comparison may say otherwise.

    A span that no word of a telling passage stands in says nothing. Of what is both linked and unlinked the link holds;
    which of the two was said last is for the caller to know.
    """

    linked: tuple[SpanPair, ...] = ()
    unlinked: tuple[SpanPair, ...] = ()

    def swapped(self) -> HandLinks:
        """The same for the two versions held against each other the other way round."""

        def turned(pairs: tuple[SpanPair, ...]) -> tuple[SpanPair, ...]:
            return tuple((right, left) for left, right in pairs)

        return HandLinks(turned(self.linked), turned(self.unlinked))


NO_HAND_LINKS = HandLinks()

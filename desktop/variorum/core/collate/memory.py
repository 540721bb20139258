"""What was worked out about versions and pairs of them, kept for the next comparison of the same story.

Five versions make ten pairs, and each pair looks at all others: without this the same two would be held against each
other seven times. Keys are the very objects, so nothing is taken for what it only equals.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.core.cache import Cache
from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.pieces import Pair
from variorum.core.collate.revision import Revised, revised
from variorum.core.collate.version import Version
from variorum.core.meaning.model import Meaning
from variorum.core.text.model import Article

_VERSIONS, _PAIRS, _EDITS = 64, 512, 16


class Memory:
    """Keeps those used last. Usable from several threads."""

    def __init__(self) -> None:
        # With each value stand the objects of its key: as long as they are held, nobody else has their identity.
        self._versions: Cache[tuple[int, ...], tuple[Version, object]] = Cache(_VERSIONS)
        self._pairs: Cache[tuple[int, ...], tuple[dict[Pair, float], object]] = Cache(_PAIRS)
        self._edits: Cache[tuple[int, ...], tuple[Revised, object]] = Cache(_EDITS)

    def version(self, article: Article, should_cancel: ShouldCancel = never) -> Version:
        """`article` taken apart. Raises CanceledError."""
        return self._versions.get(_key(article), lambda: (Version.of(article, should_cancel), article))[0]

    def known(self, version: Version, meaning: Meaning | None) -> Version:
        """`version` with what is known of its meaning."""
        key = _key(version, meaning)
        return self._versions.get(key, lambda: (version.known(meaning), (version, meaning)))[0]

    def pair(
        self, left: Version, right: Version, make: Callable[[Version, Version], dict[Pair, float]]
    ) -> dict[Pair, float]:
        """What `make` yields for two versions, or yielded before.

        It is always asked for the same one first, whichever of the two is called left: the last digits depend on the
        order, and no comparison may depend on what was compared before it, or at the same time.
        """
        if right.article.text < left.article.text:
            return {(a, b): value for (b, a), value in self.pair(right, left, make).items()}
        return self._pairs.get(_key(left, right), lambda: (make(left, right), (left, right)))[0]

    def edits(self, left: Version, right: Version, should_cancel: ShouldCancel = never) -> Revised:
        """What edits explain, nothing being held by hand: asked for again with every link that is made by hand.

        Raises CanceledError.
        """
        made = self._edits.get(_key(left, right), lambda: (revised(left, right, should_cancel), (left, right)))
        return made[0]


def _key(*objects: object) -> tuple[int, ...]:
    return tuple(map(id, objects))

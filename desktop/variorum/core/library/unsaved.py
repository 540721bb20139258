"""Articles that are open without being in the library: files opened by name, a clipboard, a selection.

In memory only, until somebody keeps them. Their ids are negative, so that they go wherever an article's id goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from variorum.core.library.model import ArticleRow, NewArticle


@dataclass(slots=True)
class _Held:
    row: ArticleRow
    new: NewArticle
    meanings: dict[str, bytes] = field(default_factory=dict)


class Unsaved:
    """What is held. Usable from any thread."""

    def __init__(self) -> None:
        self._held: dict[int, _Held] = {}
        self._lock = Lock()

    def hold(self, new: NewArticle, digest: str, now: str, title: str = "") -> ArticleRow:
        """Hold an article, called `title` where that says more than its headline; the same one is held once."""
        with self._lock:
            for held in self._held.values():
                if (held.row.digest, held.row.path) == (digest, new.path):
                    return held.row
            row = ArticleRow(
                id=-1 - len(self._held),
                headline=title or new.headline,
                outlet=new.outlet,
                date=new.date,
                language=new.language,
                path=new.path,
                added=now,
                words=new.words,
                digest=digest,
                story_id=None,
                siglum="",
                revision=0,
            )
            self._held[row.id] = _Held(row, new)
            return row

    def rows(self, ids: Iterable[int] | None = None) -> dict[int, ArticleRow]:
        """Those of `ids` that are held, or all, by their ids."""
        wanted = list(self._held) if ids is None else ids
        return {number: self._held[number].row for number in wanted if number in self._held}

    def new(self, article_id: int) -> NewArticle | None:
        """What is to be added to the library to keep this one."""
        held = self._held.get(article_id)
        return held.new if held else None

    def meaning(self, article_id: int, model: str) -> bytes | None:
        """What was kept of its meaning by `model`."""
        held = self._held.get(article_id)
        return held.meanings.get(model) if held else None

    def meanings(self, article_id: int) -> dict[str, bytes]:
        """All that was kept of its meaning, by the model that made it."""
        held = self._held.get(article_id)
        return dict(held.meanings) if held else {}

    def set_meaning(self, article_id: int, model: str, data: bytes) -> None:
        """Keep its meaning as long as it is held."""
        held = self._held.get(article_id)
        if held:
            held.meanings[model] = data

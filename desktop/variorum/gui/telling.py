"""What tells articles apart that share a headline, and all that is known of one, in words. Pure: knows no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from variorum.core.library.model import ArticleRow
from variorum.gui.words import plural, tr

_PROGRAM = "Variorum"
_TITLE = 120
"""Characters of a headline in the window's title."""
_HEADLINE = 400
"""Characters of a headline in a tool tip: what serves as one may be a whole paragraph."""


def distinctions(rows: Iterable[ArticleRow]) -> dict[int, str]:
    """For each of `rows` whose headline another one has too, by its id, what it alone has.

    The first of these that differs for all of them: outlet, file, folder and file, date, when it was added. Where none
    does, the file, else when it was added.
    """
    groups: defaultdict[str, dict[int, ArticleRow]] = defaultdict(dict)
    for row in rows:
        groups[" ".join(row.headline.casefold().split())][row.id] = row
    found: dict[int, str] = {}
    for group in groups.values():
        if len(group) > 1:
            found |= _within(list(group.values()))
    return found


def _within(rows: Sequence[ArticleRow]) -> dict[int, str]:
    for name in _NAMES:
        names = [name(row) for row in rows]
        if all(names) and len(set(names)) == len(rows):
            return {row.id: words for row, words in zip(rows, names, strict=True)}
    return {row.id: file_name(row) or added(row) for row in rows}


def file_name(row: ArticleRow) -> str:
    """The name of the file an article was imported from; "" if it had none."""
    return "/".join(_parts(row)[-1:])


def _file_in_folder(row: ArticleRow) -> str:
    return "/".join(_parts(row)[-2:])


def _parts(row: ArticleRow) -> list[str]:
    # A library may have been filled on another system: both kinds of slashes part folders.
    return [part for part in row.path.replace("\\", "/").split("/") if part]


def added(row: ArticleRow) -> str:
    """When an article was added, in local time ("added 2025-02-12 14:05"); "" if that isn't known."""
    try:
        time = datetime.fromisoformat(row.added).astimezone()
    except ValueError:
        return ""
    return tr("added {time}", time=f"{time:%Y-%m-%d %H:%M}")


_NAMES: tuple[Callable[[ArticleRow], str], ...] = (
    lambda row: row.outlet,
    file_name,
    _file_in_folder,
    lambda row: row.date,
    added,
)


def facts(row: ArticleRow, distinction: str = "") -> str:
    """One line: "tunnel-1400.txt · Militarytimes · 2025-02-12 · 677 words", as far as it is known."""
    words = plural("%n word", "%n words", row.words)
    known = (distinction if distinction not in (row.outlet, row.date) else "", row.outlet, row.date, words)
    return " · ".join(part for part in known if part)


def described(row: ArticleRow) -> str:
    """All that is known of an article, for a tool tip: the whole headline, then its facts, file and when it came."""
    source = " · ".join(part for part in (file_name(row), added(row)) if part)
    return "\n".join(part for part in (one_line(row.headline, _HEADLINE), facts(row), source) if part)


def one_line(text: str, limit: int = 240) -> str:
    """`text` on one line, cut at a word where it is longer than `limit` characters."""
    words = " ".join(text[: limit * 2].split())
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"


def told(headline: str, distinction: str) -> str:
    """A headline with what tells it from the same one of another article."""
    return f"{headline} · {distinction}" if distinction else headline


def reading_title(row: ArticleRow) -> str:
    """The window's title while an article is read."""
    return f"{one_line(row.headline, _TITLE)} – {_PROGRAM}"


def comparing_title(left: ArticleRow, right: ArticleRow) -> str:
    """The window's title while two versions are compared: "D ⇄ E · Headline of the left one – Variorum"."""
    if left.siglum and right.siglum and left.story_id == right.story_id:
        return f"{left.siglum} ⇄ {right.siglum} · {one_line(left.headline, _TITLE)} – {_PROGRAM}"
    return f"{one_line(left.headline, _TITLE // 2)} ⇄ {one_line(right.headline, _TITLE // 2)} – {_PROGRAM}"


def undone_elsewhere(what: str, compared: Sequence[ArticleRow]) -> str:
    """That something was undone in a comparison that isn't shown."""
    return f"{tr('Undone')}: {_where(what, compared)}"


def redone_elsewhere(what: str, compared: Sequence[ArticleRow]) -> str:
    """That something was done again in a comparison that isn't shown."""
    return f"{tr('Done again')}: {_where(what, compared)}"


def _where(what: str, compared: Sequence[ArticleRow]) -> str:
    names = [row.siglum or one_line(row.headline, 40) for row in compared]
    if not names:
        return what
    return tr("{what} in the comparison of {left} and {right}", what=what, left=names[0], right=names[-1])


NONE: Mapping[int, str] = {}
"""No two share a headline."""

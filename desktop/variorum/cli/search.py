"""`variorum search`: finds articles of the library."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from variorum.cli.opening import existing_library
from variorum.cli.terminal import complain, in_color, progress
from variorum.core.export.printable import on_one_line, printable

if TYPE_CHECKING:
    from variorum.core.library.library import Library
    from variorum.core.library.model import ArticleRow
    from variorum.core.search.model import Hit, SearchResults, Snippet

SUMMARY = "find articles of the library"

_LANGUAGE = """\
QUERY is one or more words; articles with all of them are found. It may hold:
  "words in quotation marks"       exactly these words, side by side
  outlet:  headline:  story:       only there, as in outlet:reuters
  date:2025-02  date:2025-01..2025-03  date:>2025-01
  AND  OR  NOT  -word  ( )         to combine and to exclude
  begin*   word~   word~2          beginnings; one or two letters wrong"""
_LONGEST_HEADLINE = 200
"""Characters: where a text has no headline its first sentence stands for one, and that may go on for pages."""
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to the program's."""
    parser = subparsers.add_parser(
        "search",
        help=SUMMARY,
        description=f"Find articles of the library.\n\n{_LANGUAGE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "query", nargs="+", metavar="QUERY", help="what to look for; a query with - first goes behind --"
    )
    parser.add_argument("--json", action="store_true", help="write the articles found as JSON")
    parser.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help="show at most N articles (default: 20)"
    )
    parser.set_defaults(run=run)


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError("a number above 0 is needed")
    return number


def run(args: argparse.Namespace) -> int:
    """Search and show; finding nothing is no failure."""
    from variorum.core.search.offline import search_now
    from variorum.places import index_folder

    with existing_library(args.library) as library:
        with progress() as show:

            def indexing(done: int, total: int) -> None:
                show(f"Indexing: {done} of {total} articles")

            results = search_now(library, index_folder(args.library), " ".join(args.query), args.limit, indexing)
        found = _found(library, results)
    if args.json:
        if results.note:
            complain(results.note)
        print(json.dumps([_as_json(*one) for one in found], ensure_ascii=False, indent=1))
    else:
        print(_as_text(results, found, color=in_color()))
    return 0


def _found(library: Library, results: SearchResults) -> list[tuple[Hit, ArticleRow, str]]:
    """Each hit with its article and the name of its story."""
    names = {story.id: story.name for story in library.stories()}
    rows = {row.id: row for row in library.articles([hit.article_id for hit in results.hits])}
    known = ((hit, rows[hit.article_id]) for hit in results.hits if hit.article_id in rows)
    return [(hit, row, names.get(row.story_id or 0, "")) for hit, row in known]


def _as_json(hit: Hit, row: ArticleRow, story: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "headline": row.headline,
        "outlet": row.outlet,
        "date": row.date,
        "story": story,
        "path": row.path,
        "score": hit.score,
        "snippets": [
            {"text": snippet.text, "hits": [[span.start, span.end] for span in snippet.hits]}
            for snippet in hit.snippets
        ],
    }


def _as_text(results: SearchResults, found: list[tuple[Hit, ArticleRow, str]], *, color: bool) -> str:
    bold, dim, plain = (_BOLD, _DIM, _PLAIN) if color else ("", "", "")
    blocks = []
    for hit, row, story in found:
        about = " · ".join(part for part in (row.outlet, row.date, story, row.path) if part)
        lines = [f"{bold}{_shortened(on_one_line(row.headline))}{plain}"]
        lines += [f"  {dim}{on_one_line(about)}{plain}"] if about else []
        lines += [f"  {_marked(snippet, bold, plain)}" for snippet in hit.snippets]
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, _summary(results, len(found))])


def _summary(results: SearchResults, shown: int) -> str:
    number = "1 article" if results.total == 1 else f"{results.total or 'No'} articles"
    more = f", the best {shown} shown" if shown < results.total else ""
    line = f"{number} found in {results.seconds * 1000:.0f} ms{more}."
    return f"{line}\n{on_one_line(results.note)}" if results.note else line


def _shortened(headline: str) -> str:
    return headline if len(headline) <= _LONGEST_HEADLINE else f"{headline[:_LONGEST_HEADLINE].rstrip()} …"


def _marked(snippet: Snippet, bold: str, plain: str) -> str:
    """The snippet with its hits in bold."""
    parts, place = ["… "], 0
    for span in snippet.hits:
        parts += [printable(snippet.text[place : span.start]), bold, printable(span.of(snippet.text)), plain]
        place = span.end
    return "".join([*parts, printable(snippet.text[place:]), " …"])

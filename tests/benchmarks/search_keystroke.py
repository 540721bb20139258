"""Searching as one types, through the service and its process, beside SQLite FTS5 in this process on the same articles.

python tests/benchmarks/search_keystroke.py [--json] [--articles N] [--queries N] [--keep DIR]

Each query is typed letter by letter, the next letter when the answer to the last is there. The target for 10,000
articles is 40 ms for half of the letters and 120 ms for 95 of 100. `--keep` leaves library and index in DIR for the
next run, as indexing takes long; how long is printed by the run that does it.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import closing, nullcontext
from pathlib import Path

from corpus import Corpus, MadeArticle

from variorum.core.library.library import Library
from variorum.core.library.model import NewArticle
from variorum.core.search.folder import IndexFolder
from variorum.core.search.model import SearchResults
from variorum.core.search.service import SearchService
from variorum.core.search.writer import update
from variorum.places import index_folder

_SHOWN = 50
_BATCH = 500
Ask = Callable[[str], int]
"""Searches for what is typed and returns how many articles are shown."""


def main() -> None:
    """Make the corpus, index it both ways if need be, type the queries both ways, print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--queries", type=int, default=24)
    options.add_argument("--keep", type=Path, metavar="DIR")
    args = options.parse_args()
    with nullcontext(args.keep) if args.keep else tempfile.TemporaryDirectory() as name:
        folder = Path(name) / f"{args.articles}-articles"
        results = prepare(folder, args.articles) | compare(folder, Corpus().queries(args.queries))
    print(
        json.dumps(results) if args.json else "\n".join(f"  {key:<44} {value:9.2f}" for key, value in results.items())
    )


def prepare(folder: Path, count: int) -> dict[str, float]:
    """Library, index and FTS5 table of the corpus; the processor seconds each index took, if it was made now."""
    done = folder / "done"
    if done.exists():
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    with closing(Library(folder / "library")) as library:
        if not library.revision():
            fill(library, Corpus().articles(count))
        ours = cpu_seconds(lambda: update(library, IndexFolder(index_folder(folder / "library")), anew=True))
        texts = [(row.headline, library.text(row.id)) for row in library.articles()]
    theirs = cpu_seconds(lambda: fill_fts5(folder / "fts5.sqlite", texts))
    done.touch()
    return {"indexing, CPU s: Variorum": ours, "indexing, CPU s: FTS5": theirs, "indexing, ratio": ours / theirs}


def fill(library: Library, made: Iterable[MadeArticle]) -> None:
    """Put the articles into the library as an import would."""
    batch: list[NewArticle] = []
    for article in made:
        batch.append(NewArticle(article.text, article.headline, article.outlet, article.date))
        if len(batch) == _BATCH:
            library.add_all(batch)
            batch.clear()
    library.add_all(batch)


def fill_fts5(path: Path, texts: list[tuple[str, str]]) -> None:
    """A full-text table with prefixes indexed, as good as FTS5 can do it."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        columns = "headline, body, tokenize = 'porter unicode61', prefix = '2 3'"
        connection.execute(f"CREATE VIRTUAL TABLE article USING fts5({columns})")
        connection.executemany("INSERT INTO article VALUES (?, ?)", texts)


def cpu_seconds(work: Callable[[], object]) -> float:
    """How many seconds of a processor the work took."""
    began = time.process_time()
    work()
    return time.process_time() - began


def compare(folder: Path, queries: list[str]) -> dict[str, float]:
    """The queries typed in both, in turn."""
    times: dict[str, list[float]] = {"Variorum": [], "FTS5": []}
    with (
        closing(SearchService(folder / "library", index_folder(folder / "library"))) as service,
        closing(sqlite3.connect(folder / "fts5.sqlite")) as connection,
    ):
        service.start()
        ways = {"Variorum": through(service), "FTS5": through_fts5(connection)}
        for ask in ways.values():
            ask("warm")
        for query in queries:
            for name, ask in ways.items():
                times[name] += typed(query, ask)
    rows: dict[str, float] = {"letters typed": len(times["FTS5"])}
    for name, seconds in times.items():
        cuts = statistics.quantiles(seconds, n=20)
        rows |= {f"p50, ms: {name}": cuts[9] * 1000, f"p95, ms: {name}": cuts[18] * 1000}
    return rows | {
        "p50, ratio": rows["p50, ms: Variorum"] / rows["p50, ms: FTS5"],
        "p95, ratio": rows["p95, ms: Variorum"] / rows["p95, ms: FTS5"],
    }


def typed(query: str, ask: Ask) -> list[float]:
    """Seconds from each letter to its answer."""
    seconds = []
    for length in range(1, len(query) + 1):
        began = time.perf_counter()
        ask(query[:length])
        seconds.append(time.perf_counter() - began)
    return seconds


def through(service: SearchService) -> Ask:
    """Ask as the window does: with a callback from another thread, answered by another process."""

    def ask(query: str) -> int:
        there = threading.Event()
        answers: list[SearchResults | Exception] = []

        def take(answer: SearchResults | Exception) -> None:
            answers.append(answer)
            there.set()

        service.search(query, take, limit=_SHOWN)
        assert there.wait(60), f"no answer to {query!r}"
        assert isinstance(answers[0], SearchResults), answers[0]
        return len(answers[0].hits)

    return ask


def through_fts5(connection: sqlite3.Connection) -> Ask:
    """The same search for FTS5: all words, the last one a beginning, ranked, with a snippet and the number found."""
    shown = (
        "SELECT rowid, snippet(article, 1, '<', '>', '…', 30) FROM article WHERE article MATCH ?"
        " ORDER BY bm25(article, 3.0, 1.0) LIMIT ?"
    )
    counted = "SELECT count(*) FROM article WHERE article MATCH ?"

    def ask(query: str) -> int:
        wanted = " AND ".join(f'"{word}"' for word in query.split()) + ("" if query.endswith(" ") else "*")
        connection.execute(counted, (wanted,)).fetchone()
        return len(connection.execute(shown, (wanted, _SHOWN)).fetchall())

    return ask


if __name__ == "__main__":
    main()

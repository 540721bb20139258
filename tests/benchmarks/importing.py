"""Importing a folder of articles into a library, against putting the same texts into an SQLite FTS5 table.

python tests/benchmarks/importing.py [--json] [--articles N]
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from pathlib import Path

from corpus import make_corpus
from measure import report

from variorum.core.library.importing import import_paths
from variorum.core.library.library import Library


def main() -> None:
    """Write N articles (default 2,000) of 300–800 words to files, then take them in both ways."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--articles", type=int, default=2_000)
    count = options.parse_args().articles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_files(folder / "articles", count)
        ours = seconds_to_import(folder / "library", folder / "articles")
        theirs = seconds_into_fts5(folder / "fts5.sqlite", files)
    report(
        f"Import of {count:,} articles from files",
        {"Variorum": count / ours, "SQLite FTS5, texts only": count / theirs},
        "articles/s",
        {"FTS5 / Variorum": ours / theirs},
    )


def write_files(folder: Path, count: int) -> list[Path]:
    """One file an article, below `folder`."""
    folder.mkdir()
    files = []
    for number, text in enumerate(make_corpus(count)):
        path = folder / f"{number:06}.txt"
        path.write_text(text, encoding="utf-8")
        files.append(path)
    return files


def seconds_to_import(library_folder: Path, articles: Path) -> float:
    """How long the library takes to import the folder."""
    library = Library(library_folder)
    began = time.perf_counter()
    outcome = import_paths(library, [articles])
    seconds = time.perf_counter() - began
    library.close()
    assert not outcome.failed, outcome.failed[:3]
    return seconds


def seconds_into_fts5(path: Path, files: list[Path]) -> float:
    """How long a bare full-text table takes to read and hold the same files."""
    began = time.perf_counter()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE article USING fts5(body)")
        texts = ((file.read_text(encoding="utf-8"),) for file in files)
        connection.executemany("INSERT INTO article VALUES (?)", texts)
    connection.close()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

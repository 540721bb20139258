"""The program inside the search processes: one answers searches, one brings the index up to date and ends.

They speak lines of JSON over standard input and output, and end when standard input is closed: so no process is left
behind, however the window ends. Started by `service` as `… search-worker search|index LIBRARY INDEX`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from variorum.core.channel import Say, connect, give_way
from variorum.core.errors import VariorumError
from variorum.core.reporting import told
from variorum.core.search.folder import IndexFolder, LockedError
from variorum.core.search.searcher import Searcher
from variorum.core.search.source import LibraryReader
from variorum.core.search.wire import to_wire
from variorum.core.search.writer import update

_LOCK_PAUSE = 0.5
"""Seconds until an index that another Variorum is updating is tried again."""


def main(argv: Sequence[str]) -> int:
    """Run a search process; `argv` is what stands after the program's name."""
    parser = argparse.ArgumentParser(prog="search-worker")
    parser.add_argument("task", choices=["search", "index"])
    parser.add_argument("library", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("--anew", action="store_true", help="build the index from nothing")
    args = parser.parse_args(argv)
    requests, say = connect()
    try:
        library = _open(args.library)
        if args.task == "search":
            _answer(Searcher(library, args.index), requests, say)
        else:
            _index(library, IndexFolder(args.index), args.anew, say)
    except Exception as error:
        say(_told(error))
        return 1
    return 0


def _open(folder: Path) -> LibraryReader:
    from variorum.core.library.library import Library

    return Library(folder)


def _answer(searcher: Searcher, requests: SimpleQueue[dict[str, Any]], say: Say) -> None:
    """Answer searches for ever; of several waiting, only the newest."""
    searcher.prepare()
    say({"ready": True})
    while True:
        request = requests.get()
        with suppress(Empty):
            while True:
                request = requests.get_nowait()
        answer: dict[str, Any] = {"ticket": request["ticket"]}
        try:
            results = searcher.search(request["query"], request["limit"], typing=True)
            answer |= {"results": to_wire(results), "damaged": searcher.is_damaged}
        except Exception as error:
            answer |= _told(error)
        say(answer)


def _index(library: LibraryReader, folder: IndexFolder, anew: bool, say: Say) -> None:
    """Bring the index up to date, once no other process is at it."""
    give_way()
    while True:
        try:
            changed = update(library, folder, lambda done, total: say({"done": done, "total": total}), anew=anew)
        except LockedError:
            time.sleep(_LOCK_PAUSE)
            continue
        say({"indexed": changed})
        return


def _sentence(error: Exception) -> str:
    if isinstance(error, VariorumError):
        return str(error)
    if isinstance(error, OSError):
        return f"The search index can't be written: {error.strerror or error}."
    return f"The search failed ({type(error).__name__}: {error})."


def _told(error: Exception) -> dict[str, str]:
    """What the window is told: a sentence for people and, of what nobody expected, a report without their words."""
    answer = {"error": _sentence(error)}
    if not isinstance(error, VariorumError | OSError):
        answer["report"] = told(error)
    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

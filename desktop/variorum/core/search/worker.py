"""The program inside the search processes: one answers searches, one brings the index up to date and ends.

They speak lines of JSON over standard input and output, and end when standard input is closed: so no process is left
behind, however the window ends. Started by `service` as `… search-worker search|index LIBRARY INDEX`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, BinaryIO

from variorum.core.errors import VariorumError
from variorum.core.search.folder import IndexFolder, LockedError
from variorum.core.search.searcher import Searcher
from variorum.core.search.source import LibraryReader
from variorum.core.search.wire import to_wire
from variorum.core.search.writer import update

_LOCK_PAUSE = 0.5
"""Seconds until an index that another Variorum is updating is tried again."""

Say = Callable[[dict[str, Any]], None]


def main(argv: Sequence[str]) -> int:
    """Run a search process; `argv` is what stands after the program's name."""
    parser = argparse.ArgumentParser(prog="search-worker")
    parser.add_argument("task", choices=["search", "index"])
    parser.add_argument("library", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("--anew", action="store_true", help="build the index from nothing")
    args = parser.parse_args(argv)
    requests, say = _connect()
    try:
        library = _open(args.library)
        if args.task == "search":
            _answer(Searcher(library, args.index), requests, say)
        else:
            _index(library, IndexFolder(args.index), args.anew, say)
    except Exception as error:
        say({"error": _sentence(error)})
        return 1
    return 0


def _open(folder: Path) -> LibraryReader:
    from variorum.core.library.library import Library

    return Library(folder)


def _connect() -> tuple[SimpleQueue[dict[str, Any]], Say]:
    """The requests that come in, and how to answer; nothing else gets onto the channel."""
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
    threading.Thread(target=_listen, args=(os.fdopen(0, "rb"), requests), daemon=True).start()

    def say(message: dict[str, Any]) -> None:
        channel.write(json.dumps(message).encode("ascii") + b"\n")
        channel.flush()

    return requests, say


def _listen(source: BinaryIO, requests: SimpleQueue[dict[str, Any]]) -> None:
    """Queue what comes; end the process, whatever it does, when whoever started it is gone."""
    with suppress(OSError, ValueError):
        for line in source:
            requests.put(json.loads(line))
    os._exit(0)


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
            answer["error"] = _sentence(error)
        say(answer)


def _index(library: LibraryReader, folder: IndexFolder, anew: bool, say: Say) -> None:
    """Bring the index up to date, once no other process is at it."""
    if hasattr(os, "nice"):
        os.nice(10)
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

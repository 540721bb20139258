"""The inside of a process of our own: lines of JSON come in and go out. The other end is `process`.

A process ends when its standard input is closed: so none is left behind, however the window ends.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, BinaryIO

from variorum.core.native import write_crashes

Say = Callable[[dict[str, Any]], None]


def connect() -> tuple[SimpleQueue[dict[str, Any]], Say]:
    """The requests that come in, and how to answer; nothing else gets onto the channel."""
    write_crashes()
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
    threading.Thread(target=_listen, args=(os.fdopen(0, "rb"), requests), daemon=True).start()

    def say(message: dict[str, Any]) -> None:
        channel.write(json.dumps(message).encode("ascii") + b"\n")
        channel.flush()

    return requests, say


def give_way() -> None:
    """Let everything else on the machine go first."""
    if hasattr(os, "nice"):
        os.nice(10)


def _listen(source: BinaryIO, requests: SimpleQueue[dict[str, Any]]) -> None:
    """Queue what comes; end the process, whatever it does, when whoever started it is gone."""
    with suppress(OSError, ValueError):
        for line in source:
            requests.put(json.loads(line))
    os._exit(0)

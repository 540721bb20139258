"""A process of our own as seen from the window: started, spoken to, ended. Knows no requests and no answers.

What can't be stopped, or would hold the window's interpreter lock, runs in one: searching, indexing, the encoder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_TIME_TO_END = 0.3
"""Seconds that a process has to end by itself."""

Hear = Callable[[dict[str, Any] | None], None]
"""Told what the process says, on a thread of its own; None once it has ended."""


def default_command(worker: str, part: str = "core") -> list[str]:
    """How this program starts itself as a "search", a "meaning" or (of the part "gui") a "printing" process, installed,
    from source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, f"{worker}-worker"]
    return [sys.executable, "-m", f"variorum.{part}.{worker}.worker"]


class WorkerProcess:
    """A running process. Raises `OSError` if it can't be started."""

    def __init__(self, command: Sequence[str], hear: Hear) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._hear = hear
        self._thread = threading.Thread(target=self._listen, name="worker-process", daemon=True)
        self._thread.start()

    def say(self, message: dict[str, Any]) -> None:
        """Send a line; if the process has ended, its end is heard of anyway."""
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):
            self._process.stdin.write(json.dumps(message).encode("ascii") + b"\n")
            self._process.stdin.flush()

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        self._process.kill()
        self._finish()

    def end(self) -> None:
        """Let it end: it does when nobody speaks to it any more; kill it if not soon."""
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(_TIME_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._finish()

    def _finish(self) -> None:
        """Wait for the end and close the pipes, so that nothing of the process is left."""
        self._process.wait()
        if threading.current_thread() is not self._thread:
            self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError):
            for line in self._process.stdout:
                self._hear(json.loads(line))
        self._process.wait()
        self._hear(None)


def own_environment() -> dict[str, str]:
    """This process's environment, in which the package is found as it was found here."""
    source = str(Path(__file__).resolve().parents[2])
    known = os.environ.get("PYTHONPATH", "")
    paths = [source, *(path for path in known.split(os.pathsep) if path and path != source)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}

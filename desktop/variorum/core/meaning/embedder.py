"""Texts to packed meanings in a process of its own: it can be stopped in the middle, and the window never waits for it.

Loading the model would hold the window's interpreter lock for a twentieth of a second at a time, and the model takes
200 MB: it is there only while there is something to do. Knows no library.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import Any

from variorum.core.cancel import CanceledError, ShouldCancel, never
from variorum.core.errors import VariorumError
from variorum.core.meaning.shipped import shipped
from variorum.core.process import WorkerProcess, default_command

_EVERY = 0.05
"""Seconds between two questions whether to stop."""


class EmbeddingError(VariorumError):
    """A text could not be encoded. `report` tells of an error in the encoder's process that nobody expected."""

    def __init__(self, sentence: str, report: str = "") -> None:
        super().__init__(sentence)
        self.report = report


class Embedder:
    """The encoder, for whoever has a thread to wait on. Usable from any thread; one text at a time."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """`command` starts the process; it is started with the first text."""
        self._command = list(command) if command is not None else default_command("meaning")
        self._process: WorkerProcess | None = None
        self._answers: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._absent = False

    @property
    def model(self) -> str | None:
        """What the meanings are made by; None where there is no model, so that nothing can be encoded."""
        found = None if self._absent else shipped()
        return found.id if found else None

    def embed(self, text: str, should_cancel: ShouldCancel = never) -> bytes:
        """The packed meaning of the article that `text` is.

        Raises `CanceledError`, or `EmbeddingError` where it can't be done.
        """
        with self._lock:
            if self.model is None:
                raise EmbeddingError("There is no model that could read for meaning.")
            self._running().say({"text": text})
            answer = self._wait(should_cancel)
            if answer is None or "absent" in answer:
                self._absent = answer is not None
                self._stop()
                raise EmbeddingError("The process that reads for meaning has ended.")
            if "error" in answer:
                raise EmbeddingError(
                    f"The text could not be read for meaning ({answer['error']}).", answer.get("report", "")
                )
            return base64.b64decode(answer["meaning"])

    def rest(self) -> None:
        """End the process until the next text comes; waits for the one under way."""
        with self._lock:
            self._stop()

    def _running(self) -> WorkerProcess:
        if self._process is None:
            # Answers of an older process go nowhere.
            answers = self._answers = SimpleQueue()
            try:
                self._process = WorkerProcess(self._command, answers.put)
            except OSError as error:
                raise EmbeddingError(f"The process that reads for meaning can't be started: {error}.") from error
        return self._process

    def _wait(self, should_cancel: ShouldCancel) -> dict[str, Any] | None:
        """The next answer; None if the process has ended instead."""
        while True:
            if should_cancel():
                self._stop()
                raise CanceledError
            try:
                return self._answers.get(timeout=_EVERY)
            except Empty:
                continue

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None

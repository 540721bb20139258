"""What is shown before there is a window: that something is waited for, or why there will be none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent

from variorum.core.errors import VariorumError
from variorum.gui.dialogs.trouble import TroubleDialog
from variorum.gui.dialogs.waiting import WaitingDialog, Words
from variorum.gui.stage import Stage
from variorum.gui.trouble import said

T = TypeVar("T")


def wait_for(step: Callable[[], T | None], words: Callable[[], Words], stage: Stage) -> T | None:
    """Ask `step` again and again until it returns something, with a dialog that says what is waited for.

    None where the user didn't want to wait. Raises what `step` raises.
    """
    with _no_quitting(stage):
        return WaitingDialog(step, words, stage.theme).wait()


def tell(title: str, error: VariorumError, stage: Stage) -> None:
    """Say why there is no window, and wait until that is read."""
    with _no_quitting(stage):
        TroubleDialog(title, said(error), stage.theme).exec()


@contextmanager
def _no_quitting(stage: Stage) -> Iterator[None]:
    """The last window that is closed ends the program, but not one that is closed before the first one is there."""
    stage.theme.put_style_sheet()
    quits = stage.application.quitOnLastWindowClosed()
    stage.application.setQuitOnLastWindowClosed(False)
    try:
        yield
    finally:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        stage.application.setQuitOnLastWindowClosed(quits)

"""Keeps Python's full garbage collections out of the way of someone who types.

A full collection stops everything for 25 ms and more, because it looks at every object there is. So what the start
built is left out of it for good, and full collections happen when the user is in another window; in this one only
rarely. Knows nothing of the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_SETTLED_MS = 2_000
"""After this everything that lasts is built."""
_SELDOM = 200
"""Collections of the middle generation before a full one; Python's own number is 10."""


class GarbageKeeper(QObject):
    """Does its work as long as it lives."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _SELDOM)
        application.applicationStateChanged.connect(_collect_unseen)
        QTimer.singleShot(_SETTLED_MS, self, gc.freeze)


def _collect_unseen(state: Qt.ApplicationState) -> None:
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()

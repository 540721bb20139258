"""Selecting text by keys in a view without a caret: Shift with arrows, Home and End; Ctrl takes words and paragraphs.

A selection begins at the passage that was gone to last if that is in sight, else at the first line in sight.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

_Key, _Move = QKeySequence.StandardKey, QTextCursor.MoveOperation
_MOVES = {
    _Key.SelectNextChar: _Move.NextCharacter,
    _Key.SelectPreviousChar: _Move.PreviousCharacter,
    _Key.SelectNextWord: _Move.NextWord,
    _Key.SelectPreviousWord: _Move.PreviousWord,
    _Key.SelectNextLine: _Move.Down,
    _Key.SelectPreviousLine: _Move.Up,
    _Key.SelectStartOfLine: _Move.StartOfLine,
    _Key.SelectEndOfLine: _Move.EndOfLine,
    _Key.SelectStartOfBlock: _Move.StartOfBlock,
    _Key.SelectEndOfBlock: _Move.EndOfBlock,
    _Key.SelectStartOfDocument: _Move.Start,
    _Key.SelectEndOfDocument: _Move.End,
}


class SelectingKeys(QObject):
    """Takes the keys of `view`; `gone_to` is the document position of the passage gone to last, None for none."""

    def __init__(self, view: QTextEdit, gone_to: Callable[[], int | None]) -> None:
        super().__init__(view)
        self._view, self._gone_to = view, gone_to
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            move = next((move for key, move in _MOVES.items() if event.matches(key)), None)
            if move is not None:
                self._extend(move)
                return True
        return super().eventFilter(watched, event)

    def _extend(self, move: QTextCursor.MoveOperation) -> None:
        cursor = self._view.textCursor()
        if not cursor.hasSelection():
            cursor.setPosition(self._start())
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)

    def _start(self) -> int:
        position = self._gone_to()
        if position is not None:
            place = QTextCursor(self._view.document())
            place.setPosition(position)
            if self._view.viewport().rect().contains(self._view.cursorRect(place).center()):
                return position
        return self._view.cursorForPosition(QPoint(0, 0)).position()

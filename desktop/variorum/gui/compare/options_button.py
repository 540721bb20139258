"""The button that opens the options of a comparison, with a dot where one of them isn't as at first.

Shows the window's actions; does nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

OFFERED = (
    "ignore-case", "ignore-punctuation", "ignore-figures", "show-typography", "", "by-word", "by-sentence", "",
    "hide-removals", "fade", "pointer-lens", "", "reset-options",
)  # fmt: skip
"""What the button offers, by the ids of actions; "" for a line between groups."""
_ON_AT_FIRST = frozenset({"by-word", "fade", "pointer-lens"})
_NAME = tr("Options of the comparison")


class StayingMenu(QMenu):
    """A menu that stays open while its check boxes are clicked or switched with Space; Enter closes it as always."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._switch(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._switch(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _switch(action: QAction | None) -> bool:
        if action is None or not (action.isCheckable() and action.isEnabled()):
            return False
        action.trigger()
        return True


class OptionsButton(QToolButton):
    """Opens the options."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: tuple[QAction, ...] = ()
        self.setIcon(theme.icon("options"))
        self.setIconSize(QSize(18, 18))
        self.setMenu(StayingMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self, "flat")
        theme.theme_changed.connect(self.update)
        self._tell()

    def offer(self, actions: Sequence[QAction | None]) -> None:
        """Offer these actions; None for a line between groups."""
        self._actions = tuple(action for action in actions if action is not None)
        self.menu().clear()
        for action in actions:
            if action is None:
                self.menu().addSeparator()
            else:
                self.menu().addAction(action)
        for action in self._actions:
            action.changed.connect(self._tell)
        self._tell()

    def switched(self) -> list[str]:
        """The options that aren't as at first, in words."""
        switchable = (action for action in self._actions if action.isCheckable())
        away = [a for a in switchable if a.isChecked() is not (a.objectName() in _ON_AT_FIRST)]
        # Of two ways the one that is off says nothing that the other one doesn't.
        return [_words(action) for action in away if action.actionGroup() is None or action.isChecked()]

    def _tell(self) -> None:
        away = self.switched()
        self.setAccessibleName(tr("{name}, changed: {options}", name=_NAME, options=", ".join(away)) if away else _NAME)
        self.setToolTip(_NAME + "\n" + tr("Changed: {options}", options=", ".join(away)) if away else _NAME)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.switched():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("focus"))
            painter.drawEllipse(QPointF(self.width() - 7.0, 7.0), 3.5, 3.5)


def _words(action: QAction) -> str:
    text = action.text().replace("&", "")
    return text if action.isChecked() else tr("not “{text}”", text=text)

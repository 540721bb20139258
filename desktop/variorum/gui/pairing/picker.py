"""A small window to pick an article of the library: type to filter, Enter or click to pick, Esc to leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from variorum.core.library.model import ArticleRow
from variorum.gui.library.article_model import ArticleModel
from variorum.gui.telling import NONE, one_line
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

_WIDTH, _HEIGHT, _LOW = 520, 380, 130
"""Pixels; it is lower where there are few articles."""
_AROUND = 56
"""Pixels of the field and the margins."""
_LONG, _SHORT = 120, 34
"""Characters of a headline; of one that other articles have too, so that what tells them apart is in sight."""
_ROW = 28
"""Height of a row in pixels."""
_INDENT = 6
"""Pixels before the words of a row."""


class ArticlePicker(QFrame):
    """A popup over `parent`; closes when it has been used."""

    picked = Signal(int)
    """The id of the article."""

    def __init__(
        self,
        rows: Sequence[ArticleRow],
        parent: QWidget,
        apart: Mapping[int, str] = NONE,
        story: int | None = None,
    ) -> None:
        """`apart` tells those of `rows` apart that share a headline, by id; versions of `story` show a letter."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_look(self, "card")
        self._model = _Lines(story, self)
        self._model.set_articles(rows, apart)
        self._box = QLineEdit()
        self._box.setPlaceholderText(tr("Filter by headline, outlet, date or file"))
        self._box.setAccessibleName(tr("Filter articles"))
        set_look(self._box, "field")
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Roomy(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setAccessibleName(tr("Articles of the library"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._nothing = QLabel(tr("No article has this in its headline, outlet, date or file name."))
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (self._box, self._nothing, self._list):
            column.addWidget(widget)
        self._box.textChanged.connect(self._narrow)
        self._list.clicked.connect(self._pick)
        self._list.activated.connect(self._pick)
        self.setFixedSize(_WIDTH, max(_LOW, min(_HEIGHT, _AROUND + _ROW * len(rows))))
        self._narrow("")

    def open_at(self, place: QPoint) -> None:
        """Show it with its corner at `place` (global coordinates), moved in where it would leave the screen."""
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - _WIDTH))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._box.setFocus()

    def _narrow(self, text: str) -> None:
        self._model.set_filter(text)
        self._nothing.setVisible(self._model.rowCount() == 0)
        self._list.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._box.hasFocus():
            self._list.setFocus()
            self._list.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            number = self._model.article(index).id
            self.close()
            self.picked.emit(number)


class _Roomy(QStyledItemDelegate):
    """Rows with air around them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setOpacity(1.0 if selected else 0.5)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(option.rect, 5, 5)
            painter.setOpacity(1.0)
        painter.setPen(palette.color(palette.ColorRole.HighlightedText if selected else palette.ColorRole.Text))
        room = option.rect.adjusted(_INDENT, 0, -_INDENT, 0)
        words = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class _Lines(ArticleModel):
    """A line for each article, made when it is asked for."""

    def __init__(self, story: int | None, parent: QObject) -> None:
        super().__init__(parent)
        self._story = story

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            article = self.article(index)
            return _line(article, self.distinction(article), self._story)
        return super().data(index, role)

    def found_by(self, article: ArticleRow) -> str:
        """The same, and what stands in its line to tell it from others."""
        return f"{_letter(article, self._story)} {super().found_by(article)} {self.distinction(article)}"


def _line(row: ArticleRow, apart: str, story: int | None) -> str:
    headline = one_line(row.headline, _SHORT if apart else _LONG)
    letter = _letter(row, story)
    known = (apart if apart not in (row.outlet, row.date) else "", row.outlet, row.date)
    where = (tr("not in the library"),) if row.is_unsaved else ()
    line = " · ".join(part for part in (headline, *known, *where) if part)
    return f"{letter}   {line}" if letter else line


def _letter(row: ArticleRow, story: int | None) -> str:
    """Its letter in the story that is chosen from."""
    return row.siglum if row.story_id == story else ""

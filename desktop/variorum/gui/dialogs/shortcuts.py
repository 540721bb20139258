"""The page of all commands with their keys, made from the table of actions, to be searched."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from variorum.gui.actions import ACTIONS, MENUS, ActionSpec
from variorum.gui.dialogs.frame import CHAPTER, DialogFrame
from variorum.gui.menus import key_text
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

_ROW_HEIGHT = 24
_PADDING = 8
"""Pixels around the words of a cell."""
_HIGHEST = 1_000


class ShortcutsDialog(DialogFrame):
    """Commands by menu, narrowed by what is typed: a word of the command or a key."""

    def __init__(self, theme: ThemeService, parent: QWidget | None) -> None:
        super().__init__(tr("Keyboard shortcuts"), theme, parent)
        self.setProperty(CHAPTER, "keyboard")
        self.resize(920, 640)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a command or a key"))
        self.filter.setAccessibleName(tr("Find a command or a key"))
        self.filter.setClearButtonEnabled(True)
        set_look(self.filter, "field")
        self.filter.textChanged.connect(self._narrow)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Commands with their keys"))
        self.table.setHeaderLabels([tr("Command"), tr("Key"), tr("What it does")])
        self.table.setWordWrap(True)
        self.table.setItemDelegate(_Wrapping(self.table))
        self.table.setRootIsDecorated(False)
        self.table.setIndentation(14)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._fill(theme)
        self.contents.addWidget(self.filter)
        self.contents.addWidget(self.table, 1)
        self.filter.setFocus()

    def shown(self) -> list[str]:
        """The commands that are shown now."""
        return [item.text(0) for _group, items in self._groups for item in items if not item.isHidden()]

    def _fill(self, theme: ThemeService) -> None:
        for menu, title in ((title.replace("&", ""), tr(title).replace("&", "")) for title in MENUS):
            group = QTreeWidgetItem([title])
            group.setFont(0, theme.interface_font(13, 600))
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            items = [_item(spec) for spec in ACTIONS if spec.menu.partition("/")[0] == menu]
            self.table.addTopLevelItem(group)
            group.addChildren(items)
            group.setExpanded(True)
            self._groups.append((group, items))
        header = self.table.header()
        header.resizeSection(0, 260)
        header.resizeSection(1, 160)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self.table.scheduleDelayedItemsLayout())

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for group, items in self._groups:
            for item in items:
                item.setHidden(not _matches(item, words))
            group.setHidden(all(item.isHidden() for item in items))


class _Wrapping(QStyledItemDelegate):
    """Makes a row as high as what it says needs: a tree by itself counts one line."""

    def __init__(self, table: QTreeWidget) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        beside = _PADDING + (self._table.indentation() if index.column() == 0 else 0)
        room = QRect(0, 0, max(1, self._table.columnWidth(index.column()) - beside), _HIGHEST)
        metrics = QFontMetrics(index.data(Qt.ItemDataRole.FontRole) or self._table.font())
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, index.data() or "")
        return QSize(words.width() + beside, max(words.height() + _PADDING, _ROW_HEIGHT))


def _item(spec: ActionSpec) -> QTreeWidgetItem:
    item = QTreeWidgetItem([spec.full_text, tr(" or ").join(map(key_text, spec.keys)), tr(spec.tip)])
    for column in range(3):
        item.setToolTip(column, item.text(column))
    return item


def _matches(item: QTreeWidgetItem, words: list[str]) -> bool:
    text = " ".join(item.text(column) for column in range(3)).casefold()
    return all(word in text for word in words)

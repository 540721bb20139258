"""The window of the user guide: chapters at the left, the text at the right, finding, back and forward."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from variorum.gui.guide.book import chapters
from variorum.gui.guide.page import GuidePage
from variorum.gui.guide.text import GuideText
from variorum.gui.guide.walk import Walk
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.inks import ink
from variorum.gui.words import tr

_SIZE = QSize(1040, 760)
_DECORATION = QSize(16, 48)
_LIST_WIDTH = 230
_NAME = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """One guide, beside the main window; closing it only hides it."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle(tr("Variorum: User Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._walk = Walk()
        self._hits: dict[str, int] = {}
        """How often what is sought stands in each chapter."""
        self._hit = -1
        self._pages: dict[str, GuidePage] = {}
        self._titles = {chapter.name: chapter.title for chapter in chapters()}
        self._name = next(iter(self._titles))
        self.chapters = self._list()
        self.text = GuideText(theme)
        self.back = self._button("arrow-left", tr("Back"), "Alt+Left", lambda: self._step(-1))
        self.forward = self._button("arrow-right", tr("Forward"), "Alt+Right", lambda: self._step(1))
        self.field, self._count = QLineEdit(), QLabel()
        self.next_hit = self._button("arrow-down", tr("Next place"), "F3", lambda: self._go_on(1))
        self.previous_hit = self._button("arrow-up", tr("Previous place"), "Shift+F3", lambda: self._go_on(-1))
        self._arrange()
        self._connect()
        self._dress()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _DECORATION))

    def open(self, name: str) -> None:
        """Show a chapter, and the window."""
        self._go(name)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def chapter(self) -> str:
        """The name of the chapter that is shown."""
        return self._name

    def _list(self) -> QListWidget:
        names = QListWidget()
        names.setAccessibleName(tr("Chapters"))
        names.setFrameShape(QFrame.Shape.NoFrame)
        names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, (name, title) in enumerate(self._titles.items(), 1):
            item = QListWidgetItem(title, names)
            item.setData(_NAME, name)
            item.setSizeHint(QSize(0, 30))
            item.setToolTip(f"{number} · {title}")
        set_look(names, "contents")
        return names

    def _button(self, icon: str, words: str, key: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(f"{words} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(False)
        set_look(button, "flat")
        button.clicked.connect(act)
        QShortcut(QKeySequence(key), self, button.click)
        return button

    def _arrange(self) -> None:
        self.field.setPlaceholderText(tr("Find in the guide"))
        self.field.setAccessibleName(tr("Find in the guide"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(300)
        set_look(self.field, "field")
        self._count.setMinimumWidth(70)
        bar = QFrame()
        set_look(bar, "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 14, 8)
        row.setSpacing(6)
        for part in (self.back, self.forward):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.field)
        for button in (self.previous_hit, self.next_hit):
            row.addWidget(button)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.chapters)
        halves.addWidget(self.text)
        halves.setStretchFactor(1, 1)
        halves.setSizes([_LIST_WIDTH, _SIZE.width() - _LIST_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(halves, 1)

    def _connect(self) -> None:
        self.chapters.currentItemChanged.connect(lambda item, _: self._go(item.data(_NAME)))
        self.text.chapter_asked.connect(self._go)
        self.field.textChanged.connect(self._seek)
        QShortcut(QKeySequence.StandardKey.Find, self, self._focus_field)
        self._theme.theme_changed.connect(self._dress)
        self._theme.reading_px_changed.connect(self._dress)

    def _focus_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # Going from chapter to chapter

    def _go(self, name: str, *, passing: bool = False) -> None:
        if name in self._titles:
            self._walk.go(name, passing=passing)
            self._show(name)

    def _step(self, by: int) -> None:
        self._show(self._walk.step(by))

    def _show(self, name: str) -> None:
        self._name = name
        self.chapters.blockSignals(True)
        self.chapters.setCurrentRow(list(self._titles).index(name))
        self.chapters.blockSignals(False)
        self.text.show_page(self._page(name))
        self.text.setAccessibleName(self._titles[name])
        self._hit = -1
        self._mark()
        self.back.setEnabled(self._walk.can_step(-1))
        self.forward.setEnabled(self._walk.can_step(1))

    def _page(self, name: str) -> GuidePage:
        if name not in self._pages:
            self._pages[name] = GuidePage(self._theme, name)
        return self._pages[name]

    # Finding

    def _seek(self, words: str) -> None:
        """Count in every chapter, and go to the first place from here on."""
        sought = words.strip()
        self._hits = {name: len(self._page(name).places_of(sought)) for name in self._titles} if len(sought) > 1 else {}
        for row, (name, title) in enumerate(self._titles.items()):
            count = self._hits.get(name, 0)
            item = self.chapters.item(row)
            item.setText(f"{title}   {count}" if count else title)
            item.setForeground(self._theme.color("text" if count or not self._hits else "soft"))
        self._hit = -1
        self._mark()
        if any(self._hits.values()):
            self._go_on(1)

    def _mark(self) -> None:
        self.text.find_all(self.field.text().strip() if self._hits else "")
        total = sum(self._hits.values())
        sought = len(self.field.text().strip()) > 1
        self._count.setText(
            tr("{passed} of {total}", passed=self._passed(), total=total)
            if total
            else tr("Not found")
            if sought
            else ""
        )
        self.field.setAccessibleDescription(self._count.text())
        for button in (self.next_hit, self.previous_hit):
            button.setEnabled(total > 0)

    def _passed(self) -> int:
        """The number of the current place among all."""
        before = list(self._titles).index(self._name)
        return sum(self._hits.get(name, 0) for name in list(self._titles)[:before]) + self._hit + 1

    def _go_on(self, by: int) -> None:
        """To the next (1) or previous (-1) place, across chapters and around the ends."""
        if not any(self._hits.values()):
            return
        hit = self._hit + by if self._hit >= 0 or by > 0 else -1
        if not 0 <= hit < self._hits[self._name]:
            names = list(self._titles)
            here = names.index(self._name)
            around = (names[(here + by * step) % len(names)] for step in range(1, len(names) + 1))
            name = next(name for name in around if self._hits[name])
            self._go(name, passing=True)
            hit = 0 if by > 0 else self._hits[name] - 1
        self._hit = hit
        self._mark()
        self.text.go_to_hit(hit)

    # Looks

    def _dress(self, _: object = None) -> None:
        """Set every page anew: colors and sizes are in it."""
        place = self.text.verticalScrollBar().value()
        before, self._pages = self._pages, {}
        ink(self._count, self._theme.color("soft"))
        if self._walk.can_step(0):
            self._show(self._name)
            self.text.verticalScrollBar().setValue(place)
        for page in before.values():
            page.deleteLater()  # those that were shown belong to the view, and would stay as long as it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field goes on; Esc ends the search, then closes the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self._go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.field.clear()
        super().closeEvent(event)

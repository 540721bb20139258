"""Asks in which form a comparison is to be saved: the table of formats, and what of the comparison. Saves nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from variorum.core.export.content import ALL_KINDS, Scope
from variorum.core.export.formats import BY_ID, FORMATS, Format
from variorum.core.export.paper import A4, LETTER, PAPERS, Paper
from variorum.gui.compare.kinds import FACES
from variorum.gui.dialogs.frame import CHAPTER, DialogFrame
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

_ROW_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. `only_shown` leaves out kinds that are filtered out, `unchanged` says whether other passages
    than the changed ones are told."""

    form: Format
    only_shown: bool = True
    unchanged: bool = True
    paper: Paper = A4


def usual_paper() -> Paper:
    """The paper of the user's country."""
    imperial = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return LETTER if imperial else A4


class ExportDialog(DialogFrame):
    """The form is chosen from a list; Enter or a double click goes on to where it is to be saved."""

    chosen = Signal(object)
    """An `ExportChoice`."""

    def __init__(self, theme: ThemeService, scope: Scope, last: str, parent: QWidget | None) -> None:
        super().__init__(tr("Export comparison"), theme, parent)
        self.setProperty(CHAPTER, "export")
        self.resize(680, 640)
        self.forms = QTreeWidget()
        self._fill(theme)
        self.only_shown = QCheckBox(_shown_text(scope))
        self.only_shown.setChecked(True)
        self.only_shown.setVisible(scope.kinds != ALL_KINDS)
        self.changed_only = QCheckBox(tr("Leave out what didn't change"))
        self.changed_only.setChecked(not scope.unchanged)
        self.paper = QComboBox()
        self.paper.setAccessibleName(tr("Paper"))
        self.paper.addItems([paper.name for paper in PAPERS])
        self.paper.setCurrentIndex(PAPERS.index(usual_paper()))
        self._save = self.buttons.addButton(tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setDefault(True)
        self.buttons.accepted.connect(self._choose)
        self._arrange()
        self.forms.currentItemChanged.connect(lambda *_: self._follow())
        self.forms.itemDoubleClicked.connect(lambda *_: self._choose())
        self.set_form(last)

    def _fill(self, theme: ThemeService) -> None:
        self.forms.setAccessibleName(tr("Forms"))
        self.forms.setHeaderHidden(True)
        self.forms.setColumnCount(2)
        self.forms.setRootIsDecorated(False)
        self.forms.setAllColumnsShowFocus(True)
        self._items: dict[str, QTreeWidgetItem] = {}
        group = ""
        for form in FORMATS:
            if form.group != group:
                group = form.group
                self._add_heading(tr(group), theme)
            item = QTreeWidgetItem(self.forms, [tr(form.name), tr(form.meaning)])
            item.setData(0, Qt.ItemDataRole.UserRole, form.id)
            item.setSizeHint(0, QSize(0, _ROW_HEIGHT))
            item.setForeground(1, theme.color("ink_soft"))
            self._items[form.id] = item
        self.forms.header().resizeSection(0, 190)
        self.forms.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _add_heading(self, words: str, theme: ThemeService) -> None:
        """A row that keys and clicks pass over; not the parent of its forms, which would be disabled with it."""
        heading = QTreeWidgetItem(self.forms, [words])
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(0, theme.interface_font(13, 600))
        heading.setForeground(0, theme.color("ink"))
        heading.setFirstColumnSpanned(True)
        heading.setSizeHint(0, QSize(0, _ROW_HEIGHT + 6))

    def _arrange(self) -> None:
        label = QLabel(tr("&Paper"))
        label.setBuddy(self.paper)
        row = QHBoxLayout()
        row.addWidget(self.changed_only)
        row.addStretch(1)
        row.addWidget(label)
        row.addWidget(self.paper)
        self.contents.addWidget(self.forms, 1)
        self.contents.addWidget(self.only_shown)
        self.contents.addLayout(row)

    def form(self) -> Format | None:
        """The form that is marked."""
        item = self.forms.currentItem()
        return BY_ID.get(item.data(0, Qt.ItemDataRole.UserRole)) if item else None

    def set_form(self, name: str) -> None:
        """Mark a form by its id, the first one where there is none of that id."""
        self.forms.setCurrentItem(self._items.get(name) or self._items[FORMATS[0].id])
        self.forms.setFocus()

    def _follow(self) -> None:
        """Only what makes a difference to the form can be chosen."""
        form = self.form()
        self._save.setEnabled(form is not None)
        self.only_shown.setEnabled(form is not None and form.filters)
        self.changed_only.setEnabled(form is not None and form.tells_unchanged)
        self.paper.setEnabled(form is not None and form.paged)

    def _choose(self) -> None:
        form = self.form()
        if form is not None:
            self.accept()
            unchanged = not (self.changed_only.isChecked() and form.tells_unchanged)
            paper = PAPERS[self.paper.currentIndex()]
            self.chosen.emit(ExportChoice(form, self.only_shown.isChecked(), unchanged, paper))


def _shown_text(scope: Scope) -> str:
    """ "Only the kinds that are shown, and what has a note: Added, Figures"."""
    names = ", ".join(face.plural for kind, face in FACES.items() if kind in scope.kinds)
    return tr("Only the kinds that are shown, and what has a note: {names}", names=names or tr("none is"))

"""Where an export is saved, and under which name: proposed, asked for, remembered. Knows no form's insides."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from variorum.core.cancel import ShouldCancel
from variorum.core.library.library import Library
from variorum.gui.compare.shown import Shown
from variorum.gui.jobs import Jobs, Lane
from variorum.gui.words import tr

if TYPE_CHECKING:
    from variorum.core.export.formats import Format

_FOLDER, _FORM, _NAMES = "export.folder", "export.form", "export.names"
_SIZE = QSize(820, 560)
"""Of the dialog where the system has none of its own."""
_HEADLINE, _OUTLET = 60, 30
"""Characters of a headline and of an outlet in a file's name, at most."""


@dataclass(frozen=True, slots=True)
class FileName:
    """What the file of a comparison is called, without its ending: which two versions, then what and when."""

    versions: str
    day: date
    tail: str

    @property
    def stem(self) -> str:
        """The name: "Old bridge to close, A to C, 2026-03-01, memo"."""
        return f"{self.versions}, {self.day.isoformat()}{self.tail}"


def file_name(shown: Shown, form: Format, day: date) -> FileName:
    """A name that says what it is: the beginning of the left headline, both letters or both outlets, the day."""
    left, right = shown.comparison.left, shown.comparison.right
    told = shown.scope.sigla if all(shown.scope.sigla) else (left.outlet, right.outlet)
    ends = [_plain(end, _OUTLET) for end in told]
    headline = _plain(left.headline, _HEADLINE) or tr("Comparison")
    both = ", " + tr("{left} to {right}", left=ends[0], right=ends[1]) if all(ends) and ends[0] != ends[1] else ""
    return FileName(headline + both, day, form.tail)


def _plain(text: str, most: int) -> str:
    """Text without what file systems dislike, cut at a word."""
    words, told = re.sub(r"[^\w\s-]", "", text).split(), ""
    for word in words:
        if told and len(told) + len(word) >= most:
            break
        told = f"{told} {word}".strip()
    return told[:most].strip(" -")


class SavePlaces:
    """What the library remembers of the last export: folder, form, and the names one gave to files of that pair."""

    def __init__(self, library: Library, jobs: Jobs) -> None:
        self._library, self._jobs = library, jobs

    def form(self) -> str:
        """The id of the form of the last export, "" for none."""
        return self._library.get_state(_FORM) or ""

    def proposal(self, name: FileName, form: Format) -> Path:
        """Where the file might go: into the folder of the last time if that is still there, and under the name that was
        given to the last file of this pair and kind."""
        last = Path(self._library.get_state(_FOLDER) or QDir.homePath())
        folder = last if last.is_dir() else Path(QDir.homePath())
        return folder / (self._names(name.versions).get(name.tail, name.stem) + form.suffix)

    def remember(self, target: Path, name: FileName, form: Format) -> None:
        """Keep where a file went and what it was called, if that isn't the name that was proposed."""
        names = self._names(name.versions)
        own = target.name.removesuffix(form.suffix)
        names.pop(name.tail, None)
        if own != name.stem:
            names[name.tail] = own
        kept = json.dumps({"versions": name.versions, "names": names})

        def work(_: ShouldCancel) -> None:
            for key, value in ((_FOLDER, str(target.parent)), (_FORM, form.id), (_NAMES, kept)):
                self._library.set_state(key, value)

        self._jobs.run(work, lambda _: None, lane=Lane.WRITE)

    def _names(self, versions: str) -> dict[str, str]:
        """The names given to files of these versions, if they were the last ones, by what stands at their ends."""
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads(self._library.get_state(_NAMES) or "{}")
            if kept["versions"] == versions:
                return {str(tail): str(name) for tail, name in kept["names"].items()}
        return {}


def ask_where(window: QWidget, proposal: Path, form: Format, save: Callable[[Path], None]) -> None:
    """Ask where a file is to be saved, and have it saved there; an ending is added before the user is asked about a
    file of that name."""
    kind = f"{tr(form.name)} (*{form.suffix})"
    dialog = QFileDialog(window, tr("Save as {name}", name=tr(form.name)), str(proposal.parent), kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(form.suffix)
    dialog.selectFile(proposal.name)
    dialog.resize(_SIZE.boundedTo(window.screen().availableSize()))
    dialog.fileSelected.connect(lambda name: save(Path(name)))
    dialog.open()

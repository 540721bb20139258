"""Opens the window in a language that is made up for the purpose, and prints every text in it that is left in English.

Run by `test_pseudo.py` in a process of its own, as tables are translated when they are imported. Every letter of the
made-up language bears an accent, so that what was translated is told from what wasn't at a glance.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QApplication, QWidget

from variorum.core.library.library import Library
from variorum.core.search.service import SearchService
from variorum.core.workbench import Workbench
from variorum.gui.appearance import Appearance
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.frame import Screens
from variorum.gui.jobs import InlineJobs
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.search.panel import SearchPanel
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService
from variorum.gui.window import MainWindow
from variorum.settings import Settings

TEXTS = (
    "ẞ1\n\nΔ΄ 10 ΩΨ ΛΔ. ΔΨ “ΩΛ ΨΔ ΛΛ ΩΨ” ΨΩ. ΛΔΨ ΩΔΛ ΨΨΔ.",
    "ẞ2\n\nΔ΄ 12 ΩΨ ΛΔ. ΨΛΩ ΔΔΛ ΨΩΩ ΛΛΨ. ΔΨ “ΩΛ ΨΔ ΩΩ ΩΨ” ΨΩ.",
)
"""Two versions without a letter of the English alphabet."""


def texts_of(window: QWidget) -> Iterator[str]:
    """Everything that the window says: to eyes, and to screen readers."""
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        for name in ("text", "placeholderText", "title"):
            said = getattr(widget, name, None)
            yield from [words] if callable(said) and isinstance(words := _call(said), str) else []
    for node in _walk(QAccessible.queryAccessibleInterface(window)):
        yield node.text(QAccessible.Text.Name)
        yield node.text(QAccessible.Text.Description)


def _call(said: object) -> object:
    try:
        return said()  # type: ignore[operator]
    except TypeError:  # one that wants arguments
        return None


def _walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from _walk(child)


def main(folder: Path) -> None:
    application = QApplication(sys.argv[:1])
    theme = ThemeService(application, "light")
    library = Library(folder)
    ids = [library.add(text).id for text in TEXTS]
    library.new_story("ẞΔ", ids)
    search = SearchService(folder, folder / "index")
    services = Services(library, Workbench(library), search, InlineJobs(), theme, Settings())
    screens = Screens(Sidebar(services), SearchPanel(services), ReaderPanel(services), ComparePanel(services))
    window = MainWindow(services, screens, Appearance(theme, services.jobs, Settings(), folder / "settings.toml"))
    window.resize(1600, 900)
    window.show()
    screens.compare.prepare()
    window.library.refresh()
    said: set[str] = set()
    for action in (
        "read",
        "search",
        "recent",
        "mode-side-by-side",
        "mode-aligned",
        "mode-changes-only",
        "mode-read-clean",
    ):
        if action.startswith("mode-"):
            window.navigator.go(Comparing(ids[0], ids[1]))
            window.actions_by_id[action].trigger()
            window.actions_by_id["next-change"].trigger()
        else:
            window.navigator.go(Reading(ids[0]))
            window.actions_by_id[action].trigger()
        application.processEvents()
        said.update(texts_of(window))
    for action in ("shortcuts", "about", "export", "guide"):
        window.actions_by_id[action].trigger()
        application.processEvents()
        for dialog in application.topLevelWidgets():
            if dialog is not window and dialog.isVisible():
                said.update(texts_of(dialog))
                dialog.close()
    lines = sorted(text.replace("\n", "⏎") for text in said if text.strip())
    sys.stdout.write("\n".join(lines))
    library.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

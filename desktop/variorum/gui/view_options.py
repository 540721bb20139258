"""Keeps the actions of the comparison's options, and the button that offers them, in line with what is set."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction

from variorum.gui.appearance import Appearance
from variorum.gui.compare.options import CompareOptions
from variorum.gui.compare.options_button import OFFERED


def connect_options(actions: Mapping[str, QAction], options: CompareOptions, appearance: Appearance) -> None:
    """Check the actions as the options are, now and whenever these change, and offer them in the comparison."""

    def check() -> None:
        for name, on in options.checked().items():
            actions[name].setChecked(on)

    def reset() -> None:
        actions["fade"].setChecked(True)
        appearance.set_faded(True)

    check()
    options.changed.connect(check)
    options.was_reset.connect(reset)
    options.offer([actions[name] if name else None for name in OFFERED])

"""Keeps the actions of View in line with what is set: a comparison's options, the size of the interface."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from variorum.gui.appearance import Appearance
from variorum.gui.compare.options import CompareOptions
from variorum.gui.compare.options_button import OFFERED
from variorum.gui.widgets.toast import Toast
from variorum.gui.words import tr


def connect_options(actions: Mapping[str, QAction], options: CompareOptions, appearance: Appearance) -> None:
    """Check the actions as the options are, now and whenever these change, and offer them in the comparison."""

    def check() -> None:
        for name, on in options.checked().items():
            actions[name].setChecked(on)

    def reset() -> None:
        actions["fade"].setChecked(True)
        appearance.set_faded(True)

    check()
    actions["reduced-motion"].setChecked(appearance.reduces_motion())
    options.changed.connect(check)
    options.was_reset.connect(reset)
    options.offer([actions[name] if name else None for name in OFFERED])


def connect_scale(actions: Mapping[str, QAction], appearance: Appearance, toast: Toast, window: QWidget) -> None:
    """Check the scale that is set; where another one is chosen, offer to start the program again with it."""

    def start_again() -> None:
        appearance.starts_again = True
        window.close()

    def tell(percent: int) -> None:
        toast.say(
            tr("At the next start everything is drawn at {percent} %.", percent=percent),
            [(tr("Start again now"), start_again)],
        )

    actions[f"scale-{appearance.scale()}"].setChecked(True)
    appearance.scale_changed.connect(tell)

"""The application and its look, made once before there is any window, for that and for what is said before it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from variorum import __version__, places, settings
from variorum.assets import resource
from variorum.core.errors import VariorumError
from variorum.gui.display import why_no_display
from variorum.gui.scale import scale_interface
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr


@dataclass(frozen=True, slots=True)
class Stage:
    """What every window of the program stands on."""

    application: QApplication
    theme: ThemeService
    kept: settings.Settings
    """The settings of the start."""
    factor: float
    """What `scale_interface` returned."""
    note: str = ""
    """What is to be said of the settings."""


def make_stage() -> Stage:
    """Make the application. Raises `VariorumError` where no window can be opened at all."""
    reason = why_no_display(os.environ)
    if reason:
        raise VariorumError(reason)
    # A thread that computes gives way after a millisecond instead of five: painting must not wait for a comparison.
    sys.setswitchinterval(0.001)
    kept, unreadable = settings.read(places.settings_file())
    factor = scale_interface(kept.interface_scale)
    application = _application()
    theme = ThemeService(
        application,
        kept.theme_mode,
        kept.reading_px,
        scheme=kept.scheme,
        reduced_motion=kept.reduced_motion,
        style_later=True,
    )
    return Stage(application, theme, kept, factor, _note(unreadable) if unreadable else "")


def _note(settings_file: settings.Unreadable) -> str:
    place = tr("{file}, line {line},", file=settings_file.file, line=settings_file.line)
    return tr(
        "The settings in {place} can't be read, so all are as at first. Mend the file and start again; or change a "
        "setting, and the old file is kept as {aside}.",
        place=place if settings_file.line else settings_file.file,
        aside=settings_file.aside.name,
    )


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Variorum")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("variorum")
    picture = QPixmap()
    picture.loadFromData(resource("icons/variorum.svg").read_bytes(), "SVG")
    application.setWindowIcon(QIcon(picture))
    return application

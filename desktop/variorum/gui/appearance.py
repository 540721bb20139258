"""The user's choice of theme, text size and fading, applied and kept in the settings. Knows no menus."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from variorum import settings
from variorum.core.reporting import in_short
from variorum.gui.jobs import Jobs, Lane
from variorum.gui.scale import nearest_percent
from variorum.gui.theme.service import DEFAULT_READING_PX, ThemeService
from variorum.settings import Scheme, Settings, ThemeMode

log = logging.getLogger(__name__)


class Appearance(QObject):
    """The slots of View that are about how texts look."""

    fade_changed = Signal(bool)
    """Whether a comparison draws unchanged text paler from now on."""
    scale_changed = Signal(int)
    """The interface is to be so many percent as large, from the next start on."""

    def __init__(self, theme: ThemeService, jobs: Jobs, kept: Settings, file: Path) -> None:
        super().__init__(theme)
        self._theme = theme
        self._jobs = jobs
        self._kept = kept
        self._file = file
        self.starts_again = False
        """Whether the program is to be started once more when it has ended."""

    def set_mode(self, mode: str) -> None:
        """Use this theme: "auto", "light" or "dark"."""
        self._theme.set_mode(mode)
        self._keep(replace(self._kept, theme_mode=ThemeMode(self._theme.mode)))

    def set_scheme(self, scheme: str) -> None:
        """Wear these colors: "standard", "high-contrast" or "red-green"."""
        self._theme.set_scheme(scheme)
        self._keep(replace(self._kept, scheme=Scheme(self._theme.scheme)))

    def scale(self) -> int:
        """How large the interface is to be, in percent."""
        return nearest_percent(self._kept.interface_scale)

    def set_scale(self, percent: int) -> None:
        """Draw the whole interface so large from the next start on."""
        if percent != self.scale():
            self._keep(replace(self._kept, interface_scale=percent / 100))
            self.scale_changed.emit(percent)

    def reduces_motion(self) -> bool:
        """Whether the user wants nothing to slide or flash, whatever the system asks for."""
        return self._kept.reduced_motion

    def set_reduced_motion(self, still: bool) -> None:
        """Let nothing slide or flash, or only where the system asks for that."""
        self._theme.set_reduced_motion(still)
        self._keep(replace(self._kept, reduced_motion=still))

    def fades(self) -> bool:
        """Whether a comparison draws unchanged text paler."""
        return self._kept.fade_unchanged

    def set_faded(self, fade: bool) -> None:
        """Draw unchanged text of comparisons paler, or not."""
        self._keep(replace(self._kept, fade_unchanged=fade))
        self.fade_changed.emit(fade)

    def step_text(self, steps: int) -> None:
        """Larger or smaller prose."""
        self._theme.step_reading_px(steps)
        self._keep(replace(self._kept, reading_px=self._theme.reading_px))

    def reset_text(self) -> None:
        """Prose as large as it is at first."""
        self._theme.set_reading_px(DEFAULT_READING_PX)
        self._keep(replace(self._kept, reading_px=self._theme.reading_px))

    def _keep(self, new: Settings) -> None:
        if new != self._kept:
            self._kept = new
            self._jobs.run(
                lambda _should_cancel: settings.save(self._file, new),
                lambda _: None,
                lambda error: log.info("the settings could not be kept: %s", in_short(error)),
                lane=Lane.WRITE,
            )

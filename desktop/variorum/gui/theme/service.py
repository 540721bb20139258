"""The look while the program runs: which theme, which fonts and icons, what changes when the user changes it.

Built once in `gui.app` and handed to the screens. Knows no windows and no settings file.
"""

from __future__ import annotations

from typing import Any, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from variorum.gui.theme import fonts
from variorum.gui.theme.icons import clear_cache, themed_icon
from variorum.gui.theme.palette import mix, palette
from variorum.gui.theme.style import Style
from variorum.gui.theme.stylesheet import style_sheet
from variorum.gui.theme.theme import SCHEMES, STANDARD, Theme, load_theme

Mode = Literal["auto", "light", "dark"]
READING_SIZES = (14, 15, 16, 17, 18, 19, 20, 22, 24, 27, 30, 34)
"""The steps of the reading size, in logical pixels."""
INTERFACE_PX = 13
DEFAULT_READING_PX = 18


class ThemeService(QObject):
    """The theme of `application`: palette, style sheet, fonts and icons, all from `resources`."""

    theme_changed = Signal(object)
    """The new `Theme`. Repaint, and forget cached colors and layouts."""
    reading_px_changed = Signal(int)
    """The new size of prose in logical pixels."""

    def __init__(
        self,
        application: QApplication,
        mode: str = "auto",
        reading_px: int = DEFAULT_READING_PX,
        *,
        scheme: str = STANDARD,
        reduced_motion: bool = False,
        style_later: bool = False,
    ) -> None:
        """`scheme` is one of `SCHEMES`: the colors that the user wants.

        With `style_later` the style sheet waits for `put_style_sheet`: while there is one, Qt styles every widget anew
        each time it is put into another, which would double the time that a window takes to build.
        """
        super().__init__(application)
        self._application = application
        self._style_waits = style_later
        self._system_palette = application.palette()
        self._stillness_asked = _asks_for(application, "MotionPreference", "ReducedMotion")
        self._contrast_asked = _asks_for(application, "ContrastPreference", "HighContrast")
        self._scheme = _known_scheme(scheme)
        self._stillness_wanted = reduced_motion
        self._reading_px = _nearest_size(reading_px)
        application.setStyle(Style())
        fonts.add_fonts()
        application.setFont(fonts.interface_font(INTERFACE_PX))
        self._mode = _known_mode(mode)
        self._theme = self._load()
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def reduced_motion(self) -> bool:
        """Whether the user or the system asks that nothing slides or flashes."""
        still = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._stillness_wanted or self._stillness_asked or self._application.style().styleHint(still) == 0

    def set_reduced_motion(self, still: bool) -> None:
        """Let nothing slide or flash from now on, or only where the system asks for that."""
        self._stillness_wanted = still

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    def put_style_sheet(self) -> None:
        """The first window is built: put the style sheet on that was to wait."""
        self._style_waits = False
        self._application.setStyleSheet(style_sheet(self._theme))

    @property
    def mode(self) -> Mode:
        """What the user chose: follow the system, light or dark."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Use the light or dark theme, or follow the system ("auto", also for words not known)."""
        self._mode = _known_mode(mode)
        self._follow()

    @property
    def scheme(self) -> str:
        """The scheme of colors that the user chose."""
        return self._scheme

    def set_scheme(self, scheme: str) -> None:
        """Wear the colors of this one of `SCHEMES` (the first for words not known)."""
        self._scheme = _known_scheme(scheme)
        self._follow()

    @property
    def reading_px(self) -> int:
        """The size of prose in logical pixels."""
        return self._reading_px

    def set_reading_px(self, px: int) -> None:
        """Set prose at the step nearest to `px`."""
        size = _nearest_size(px)
        if size != self._reading_px:
            self._reading_px = size
            self.reading_px_changed.emit(size)

    def step_reading_px(self, steps: int) -> None:
        """Set prose larger (or smaller, if negative) by so many steps."""
        place = READING_SIZES.index(self._reading_px) + steps
        self.set_reading_px(READING_SIZES[max(0, min(place, len(READING_SIZES) - 1))])

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The icon `name` in the color of `role`, following the theme: "text", "soft", "accent_ink", any color of
        `Theme` by its name, or a kind of change ("added", …) for its rule's color."""
        return themed_icon(name, lambda mode: self._icon_color(role, mode))

    def color(self, role: str) -> QColor:
        """The color of `role`, named as for `icon`."""
        return QColor(self._color_name(role))

    def reading_font(
        self, px: float | None = None, weight: int = QFont.Weight.Normal, *, italic: bool = False
    ) -> QFont:
        """The serif for prose, at the reading size if `px` (logical pixels) is not given."""
        return fonts.reading_font(self._reading_px if px is None else px, weight, italic=italic)

    def interface_font(
        self,
        px: float = INTERFACE_PX,
        weight: int = QFont.Weight.Normal,
        *,
        italic: bool = False,
        tabular: bool = False,
    ) -> QFont:
        """The sans serif for everything else; `tabular` for digits of equal width."""
        return fonts.interface_font(px, weight, italic=italic, tabular=tabular)

    def _color_name(self, role: str) -> str:
        if role in self._theme.kinds:
            return self._theme.kinds[role].rule
        return cast(str, getattr(self._theme, {"text": "ink", "soft": "ink_soft"}.get(role, role)))

    def _icon_color(self, role: str, mode: QIcon.Mode) -> str:
        color = self._color_name(role)
        return mix(color, self._theme.chrome, 0.6).name() if mode == QIcon.Mode.Disabled else color

    def _load(self) -> Theme:
        mode = ("dark" if self._system_is_dark() else "light") if self._mode == "auto" else self._mode
        return load_theme(mode, self._scheme, strong=self._contrast_asked)

    def _system_is_dark(self) -> bool:
        scheme = self._application.styleHints().colorScheme()
        if scheme != Qt.ColorScheme.Unknown:
            return scheme == Qt.ColorScheme.Dark
        return self._system_palette.color(QPalette.ColorRole.Window).lightness() < 128

    def _follow_system(self) -> None:
        if self._mode == "auto":
            self._follow()

    def _follow(self) -> None:
        theme = self._load()
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self.theme_changed.emit(theme)

    def _apply(self) -> None:
        clear_cache()
        self._application.setPalette(palette(self._theme))
        if not self._style_waits:
            self._application.setStyleSheet(style_sheet(self._theme))


def _asks_for(application: QApplication, preference: str, wanted: str) -> bool:
    """Whether the system asks for reduced motion or high contrast; Qt can tell from 6.12 on.

    Asked once, and of no older Qt: PySide's wrapper of what is asked is torn down after Python itself.
    """
    if not hasattr(Qt, "MotionPreference"):
        return False
    hints: Any = application.styleHints().accessibility()
    asked = getattr(hints, preference[0].lower() + preference[1:])()
    return bool(asked.name == wanted)


def _known_mode(mode: str) -> Mode:
    return cast(Mode, mode) if mode in ("auto", "light", "dark") else "auto"


def _known_scheme(scheme: str) -> str:
    return scheme if scheme in SCHEMES else STANDARD


def _nearest_size(px: int) -> int:
    return min(READING_SIZES, key=lambda size: abs(size - px))

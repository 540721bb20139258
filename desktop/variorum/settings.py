"""What the user has set, as frozen data, read from and written to a TOML file. Knows no window and no folder.

A value that is missing, of the wrong type or out of range counts as not set: a broken file never stops the program.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import tomli_w

from variorum.core.replacing import replace_file


class ThemeMode(StrEnum):
    """Which palette the window wears; AUTO is what the system asks for."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Scheme(StrEnum):
    """The colors of the window."""

    STANDARD = "standard"
    HIGH_CONTRAST = "high-contrast"
    RED_GREEN = "red-green"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with what holds until it is."""

    theme_mode: ThemeMode = ThemeMode.AUTO
    reading_px: int = 18
    """Size of the text of articles, in pixels: 12 to 40."""
    line_spacing: float = 1.5
    """From one line of an article to the next, in text sizes: 1.1 to 2.5."""
    interface_scale: float = 1.0
    """Size of everything else against the system's: 0.75 to 2."""
    fade_unchanged: bool = True
    """Whether a comparison draws unchanged passages paler."""
    show_furniture: bool = False
    """Whether parts of the page that are not the article start unfolded."""
    scheme: Scheme = Scheme.STANDARD
    reduced_motion: bool = False
    """Whether nothing slides or flashes even if the system does not ask for that."""


def load(path: Path) -> Settings:
    """The settings kept in the file, with defaults for all it doesn't (validly) say."""
    return read(path)[0]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A settings file that can't be read."""

    file: Path
    line: int
    """Where it is wrong; 0 where that isn't known."""
    aside: Path
    """Where it is kept once a setting changes."""


def read(path: Path) -> tuple[Settings, Unreadable | None]:
    """The same, and what is wrong with a file that can't be read at all."""
    try:
        return _settings_of(tomllib.loads(path.read_text(encoding="utf-8"))), None
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError) as error:
        return Settings(), Unreadable(path, _line(error), _aside(path))


def _line(error: Exception) -> int:
    found = re.search(r"\bline (\d+)", str(error)) if isinstance(error, tomllib.TOMLDecodeError) else None
    return int(found[1]) if found else 0


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.stem}.unreadable{path.suffix}")


def _set_aside(path: Path) -> None:
    """Keep a file that can't be read, for whoever wants to mend it. Raises `OSError`."""
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        pass
    except ValueError:
        path.replace(_aside(path))


def _settings_of(kept: dict[str, Any]) -> Settings:
    unset = Settings()
    return Settings(
        theme_mode=_mode(kept.get("theme_mode"), unset.theme_mode),
        reading_px=round(_number(kept.get("reading_px"), 12, 40, unset.reading_px)),
        line_spacing=_number(kept.get("line_spacing"), 1.1, 2.5, unset.line_spacing),
        interface_scale=_number(kept.get("interface_scale"), 0.75, 2.0, unset.interface_scale),
        fade_unchanged=_switch(kept.get("fade_unchanged"), unset.fade_unchanged),
        show_furniture=_switch(kept.get("show_furniture"), unset.show_furniture),
        scheme=_scheme(kept, unset.scheme),
        reduced_motion=_switch(kept.get("reduced_motion"), unset.reduced_motion),
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings; the file is the old one or the new one, never half of either. Raises `OSError`.

    An old one that can't be read is kept beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _set_aside(path)
    values = {name: str(value) if isinstance(value, StrEnum) else value for name, value in asdict(settings).items()}
    replace_file(path, tomli_w.dumps(values).encode())


def _mode(value: object, unset: ThemeMode) -> ThemeMode:
    return ThemeMode(value) if isinstance(value, str) and value in set(ThemeMode) else unset


def _scheme(kept: dict[str, object], unset: Scheme) -> Scheme:
    if kept.get("high_contrast") is True:  # what there was before there were schemes
        unset = Scheme.HIGH_CONTRAST
    value = kept.get("scheme")
    return Scheme(value) if isinstance(value, str) and value in set(Scheme) else unset


def _number(value: object, lowest: float, highest: float, unset: float) -> float:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and lowest <= value <= highest
    return float(cast(float, value)) if fits else unset


def _switch(value: object, unset: bool) -> bool:
    return value if isinstance(value, bool) else unset

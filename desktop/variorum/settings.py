"""What the user has set, as frozen data, kept as TOML. Knows no Qt; a broken file means the defaults, never an error."""

from __future__ import annotations

import logging
import os
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import tomli_w

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings with their defaults."""

    theme: str = "auto"
    """"auto" (follow the system), "light" or "dark"."""
    reading_px: int = 18
    """Size of prose in logical pixels."""
    reduced_motion: bool = False
    """Nothing slides or flashes."""


def load(path: Path) -> Settings:
    """The settings kept in `path`; what is missing, unknown or of the wrong type is the default."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        log.info("settings in %s are not used: %s", path, error)
        return Settings()
    known = {field.name: type(field.default) for field in fields(Settings)}
    return Settings(**{name: value for name, value in data.items() if known.get(name) is type(value)})


def save(path: Path, settings: Settings) -> None:
    """Keep `settings` in `path`, whole or not at all. Raises `OSError`."""
    write_whole(path, tomli_w.dumps(asdict(settings)))


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that a crash leaves the old one or the new one, never a part. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".new")
    waiting.write_text(text, encoding="utf-8")
    os.replace(waiting, path)

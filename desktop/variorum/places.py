"""The folders the program keeps things in, by platformdirs. Knows nothing of what is kept there."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_APP = "Variorum"


def library_folder() -> Path:
    """Where the user's library is."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def index_folder(library: Path) -> Path:
    """Where the search index of the library at `library` is: a cache, one per library."""
    if library == library_folder():
        return Path(platformdirs.user_cache_dir(_APP, appauthor=False)) / "index"
    return library / "cache" / "index"


def settings_file() -> Path:
    """Where the settings are."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / "settings.toml"


def log_folder() -> Path:
    """Where the log is."""
    return Path(platformdirs.user_log_dir(_APP, appauthor=False))

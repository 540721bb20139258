"""The folders the program keeps things in, by platformdirs. Knows nothing of what is kept there."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import platformdirs

from variorum.core.errors import VariorumError

_APP = "Variorum"


class NoHomeError(VariorumError):
    """The system can't tell where this user's files are."""


def library_folder() -> Path:
    """Where the user's library is. Raises `NoHomeError`: nothing is kept where nobody would look for it."""
    try:
        return _existing(Path(platformdirs.user_data_dir(_APP, appauthor=False)))
    except RuntimeError as error:
        raise NoHomeError(
            "This user has no home folder to keep the library in; name a folder for it with --library DIR."
        ) from error


def index_folder(library: Path) -> Path:
    """Where the search index of the library at `library` is: a cache, one per library."""
    try:
        if library == library_folder():
            return _of_user(platformdirs.user_cache_dir) / "index"
    except NoHomeError:
        pass
    return library / "cache" / "index"


def settings_file() -> Path:
    """Where the settings are."""
    return _of_user(platformdirs.user_config_dir) / "settings.toml"


def log_folder() -> Path:
    """Where the log is."""
    return _of_user(platformdirs.user_log_dir)


def meeting_folder() -> Path | None:
    """Where a program of this user finds another one that runs on this machine; None where no folder is safe for that.

    Nobody else can read it or put anything into it.
    """
    for folder in _meeting_places():
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            if _is_private(folder):
                return folder
        except OSError:
            continue
    return None


def _meeting_places() -> Iterator[Path]:
    if sys.platform == "win32":  # the folder for what passes is each user's own there
        yield Path(tempfile.gettempdir()) / "variorum"
        return
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(runtime):
        yield Path(runtime) / "variorum"
    yield Path(tempfile.gettempdir()) / f"variorum-{os.getuid()}"


def _is_private(folder: Path) -> bool:
    """Whether it is a folder, no link to one, of this user's, and closed to all others."""
    if sys.platform == "win32":
        return folder.is_dir()
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077


def _of_user(find: Callable[..., str]) -> Path:
    """A folder of this user's; for one without a home it is forgotten after this run."""
    try:
        return _existing(Path(find(_APP, appauthor=False)))
    except RuntimeError:
        return _for_this_run()


def _existing(folder: Path) -> Path:
    """The folder itself. Raises `RuntimeError` if it would be in a home that isn't there: homes are made by others."""
    if not folder.is_absolute():
        raise RuntimeError("no home is known")
    home = Path(os.path.expanduser("~"))
    if folder.is_relative_to(home) and not home.is_dir():
        raise RuntimeError("the home is missing")
    return folder


@cache
def _for_this_run() -> Path:
    return Path(tempfile.mkdtemp(prefix="variorum-"))

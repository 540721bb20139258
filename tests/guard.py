"""Sees to it that no test touches the library, settings, log or cache of whoever runs the tests.

What this process opens, makes, renames or deletes there is caught as it happens; of a process that a test starts it is
asked which home it is given. The folders themselves aren't looked at: they may be in use meanwhile.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from unittest.mock import patch

import platformdirs

_APP = "Variorum"
_FILES = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "sqlite3.connect"})
_XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


class HomeGuard:
    """Notes what is done to the user's own folders; made before the tests get a home of their own."""

    def __init__(self) -> None:
        self._home = _home_by_account()
        # Of parallel tests each process is started by one that has another home already, so both are watched.
        plain = {name: value for name, value in os.environ.items() if name not in _XDG} | {"HOME": self._home}
        own = _folders()
        with patch.dict(os.environ, plain, clear=True):
            own |= _folders()
        self._folders = tuple(sorted(own))
        self._touched: list[str] = []

    def watch(self) -> None:
        """From now on, as long as the process lives: Python has no way to take this back."""
        sys.addaudithook(self._hear)

    def touched(self) -> list[str]:
        """What was done since this was asked the last time."""
        touched, self._touched = self._touched, []
        return touched

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _FILES:
            place = arguments[0] if arguments else None
            if isinstance(place, (str, bytes, os.PathLike)) and os.fsdecode(place).startswith(self._folders):
                self._touched.append(f"{event} {os.fsdecode(place)}")
        elif event == "subprocess.Popen":
            _, command, _, environment = arguments
            if isinstance(environment, Mapping) and self.leads_home(environment):
                self._touched.append(f"{command} is given the user's own home")

    def leads_home(self, environment: Mapping[str, str]) -> bool:
        """Whether a program with this environment would use the user's own folders."""
        if environment.get("HOME", self._home) == self._home and not all(environment.get(name) for name in _XDG):
            return True
        given = (os.path.join(environment.get(name, ""), _APP) for name in _XDG)
        return any(folder.startswith(place) for place in given for folder in self._folders)


def _folders() -> set[str]:
    found = (platformdirs.user_data_dir, platformdirs.user_config_dir, platformdirs.user_cache_dir)
    return {find(_APP, appauthor=False) for find in (*found, platformdirs.user_log_dir)}


def _home_by_account() -> str:
    """The home that the system knows for who runs the tests, whatever the environment says."""
    if sys.platform == "win32":
        return os.environ.get("USERPROFILE", "")
    import pwd

    return pwd.getpwuid(os.getuid()).pw_dir

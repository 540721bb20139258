"""A virtual screen with a window manager, for tests and screenshots that need real windows."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED = ("Xvfb", "openbox", "xdotool", "import")


def missing() -> list[str]:
    """The programs a virtual screen needs that are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def own_home() -> Iterator[dict[str, str]]:
    """What programs that are tried have in their environment, so that nothing of the user's is read or written."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        folders = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("DATA", "CACHE", "CONFIG", "STATE")}
        yield {"HOME": home, "XDG_RUNTIME_DIR": home, **folders}


@contextmanager
def virtual_screen(width: int = 1280, height: int = 800) -> Iterator[dict[str, str]]:
    """Start Xvfb and openbox on a free display; yields the environment for programs that are to appear there, in a home
    of their own."""
    with own_home() as home:
        yield from _screen(width, height, {**os.environ, **home})


def _screen(width: int, height: int, environment: dict[str, str]) -> Iterator[dict[str, str]]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-dpi", "96"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    environment |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(timeout=10)

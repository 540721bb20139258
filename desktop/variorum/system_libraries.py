"""Which system libraries the window needs, which Debian package brings each, and those the program brings along itself.

Knows no Qt.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}
_SHARED_OBJECT = re.compile(r"\blib[\w.+-]+\.so(?:\.\d+)*(?=: cannot open shared object file)")


RUNTIME = ("libgcc_s.so.1", "libstdc++.so.6", "libbz2.so.1.0", "liblzma.so.5")
"""What Python's packages need, window or not."""


def load_missing(
    folder: Path | None = None, load: Callable[[str], object] = ctypes.CDLL, only: Sequence[str] = ()
) -> tuple[str, ...]:
    """Load those libraries of `folder` (`only` some) that the system lacks, before anybody asks; returns their names.

    `folder` is by default the one that a packaged program brings along (`packaging/bundle.py`); any other program has
    none. The linker takes what is loaded under the name it looks for; the system's own library comes first, for it
    fits the rest of the system.
    """
    if folder is None:
        if not getattr(sys, "frozen", False):
            return ()
        folder = Path(getattr(sys, "_MEIPASS", sys.prefix)) / "system"
    wanted = sorted(file.name for file in folder.glob("lib*.so*") if not only or file.name in only)
    missing_here = [name for name in wanted if not _loads(name, load)]
    loaded: list[str] = []
    # They need one another: what can't be loaded yet is tried again as long as others could.
    while True:
        now = [name for name in missing_here if name not in loaded and _loads(str(folder / name), load)]
        if not now:
            return tuple(loaded)
        loaded += now


def _loads(library: str, load: Callable[[str], object]) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


def why_no_window(error: ImportError) -> str:
    """One sentence that says what is missing for the window when importing it failed with `error`."""
    found = _SHARED_OBJECT.search(str(error))
    if found:
        return missing(found.group())
    if (error.name or "").startswith(("PySide6", "shiboken6")):
        return "The window needs PySide6, which is not installed: run “pip install PySide6-Essentials”."
    return f"The window can't be loaded: {error}."


def missing(library: str) -> str:
    """The sentence for one shared library that is not there, named as the linker names it ("libEGL.so.1")."""
    package = _PACKAGES.get(library)
    how = (
        f"on Debian and Ubuntu run “sudo apt install {package}”"
        if package
        else "install it with your system's packages"
    )
    return f"The window needs the system library {library}, which is not installed: {how}."

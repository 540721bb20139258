"""Which system libraries the window needs and which Debian package brings each. Loads none of them, knows no Qt."""

from __future__ import annotations

import re

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

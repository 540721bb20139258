"""Whether a window can be opened here at all, asked before Qt is: Qt answers with a wall of text and aborts."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping

from variorum.system_libraries import missing

_XCB = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxkbcommon-x11.so.0",
)
"""What Qt's plugin for X11 loads and a bare system lacks. What Qt itself links to has been found already."""


def why_no_display(
    environment: Mapping[str, str], system: str = sys.platform, load: Callable[[str], object] = ctypes.CDLL
) -> str:
    """One sentence that says why there can't be a window, or "" if there can."""
    if system != "linux" or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    if not environment.get("DISPLAY"):
        return (
            "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "The commands of “variorum --help” work without one."
        )
    for library in _XCB:
        try:
            load(library)
        except OSError:
            return missing(library)
    return ""

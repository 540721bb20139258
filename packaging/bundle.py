"""What goes into the packaged program and where: parts of Qt that nothing uses stay out, libraries of the system apart.

Used by `variorum.spec`. An entry is PyInstaller's: name in the program's folder, file, kind.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]

SYSTEM_FOLDER = "system"
"""Where libraries of the system are put: they are loaded only where the system has none (`system_libraries.py`)."""

_QT_PLUGINS = (
    "platforms/*xcb*", "platforms/*wayland*", "platforms/*offscreen*", "platforms/*windows*", "platforms/*cocoa*",
    "imageformats/*svg*", "iconengines/*", "platformthemes/*", "printsupport/*", "platforminputcontexts/*",
    "wayland-*-client/*", "wayland-shell-integration/*", "xcbglintegrations/*", "styles/*",
)  # fmt: skip
"""The plugins of Qt that the program can use: screens, SVG, themes and dialogs of the desktop, input of other scripts,
printing."""
_UNUSED = (
    "PySide6/Qt/translations/*",
    "PySide6/Qt/qml/*",
    "PySide6/*.pyi",
    "*/tests/*",
    "*/test/*",
    "*.dist-info/*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6VirtualKeyboard*",
    "*qtvirtualkeyboard*",
    "*Qt6Pdf*",
    "*Qt6Egl*",
    # The same as macOS calls them, and what draws in three dimensions where Windows has no driver for it.
    "*/QtQml*.framework/*",
    "*/QtQuick*.framework/*",
    "*/QtVirtualKeyboard*.framework/*",
    "*/QtPdf*.framework/*",
    "*opengl32sw.dll",
    "*d3dcompiler_*.dll",
    "*.ts",
    "*/py.typed",
)
_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
_ALWAYS_OURS = re.compile(r"lib(python3|sqlite3|ffi)[.\d]")
"""Loaded before anything can be looked for (libffi), or wanted in just this version."""
_EVERY_SYSTEM_HAS = re.compile(r"(ld-linux.*|lib(c|m|dl|pthread|rt|resolv|util|z))\.so")
_OPTIONAL = ("libqgtk3", "libcupsprintersupport")
"""Plugins for systems that have GTK or CUPS: where these are missing Qt does without, and nobody misses them."""
_RESOLVED = re.compile(r"^\s*(\S+) => (/\S+)", re.MULTILINE)


def modules_below(source: Path, package: str) -> list[str]:
    """The names of all modules of a package: screens and workers of ours are imported by name only."""
    files = sorted((source / package).rglob("*.py"))
    parts = [file.relative_to(source).with_suffix("").parts for file in files]
    return [".".join(names[:-1] if names[-1] == "__init__" else names) for names in parts]


def is_used(name: str) -> bool:
    """Whether the file of that name in the program's folder is wanted."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "plugins" in path.parts and "PySide6" in path.parts:
        below = "/".join(path.parts[path.parts.index("plugins") + 1 :])
        return any(fnmatch(below, pattern) for pattern in _QT_PLUGINS)
    return not any(fnmatch(str(path), pattern) for pattern in _UNUSED)


def placed_libraries(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, with the libraries of this system moved into a folder of their own, and complete."""
    entries = list(entries)
    if sys.platform != "linux":
        return entries
    ours = [entry for entry in entries if not of_system(entry[1]) or _ALWAYS_OURS.match(Path(entry[1]).name)]
    # PyInstaller gives libraries at the top that are links to those in the folders of packages, too: they stay.
    needed = _needed_by(Path(source) for name, source, _kind in ours if not any(part in name for part in _OPTIONAL))
    taken = {Path(name).name for name, _source, _kind in ours}
    return ours + [
        (f"{SYSTEM_FOLDER}/{name}", source, "BINARY") for name, source in sorted(needed.items()) if name not in taken
    ]


def of_system(source: str) -> bool:
    """Whether a file is a library of this Linux system."""
    return source.startswith(_SYSTEM_FOLDERS)


def _needed_by(files: Iterable[Path]) -> dict[str, str]:
    """The libraries of the system that these files need, directly or not: name as the linker knows it, and file."""
    return {
        name: source
        for file in files
        if ".so" in file.name
        for name, source in _resolved(file)
        if of_system(source) and not _EVERY_SYSTEM_HAS.match(name) and not _ALWAYS_OURS.match(name)
    }


def _resolved(file: Path) -> Iterator[tuple[str, str]]:
    done = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False)
    for found in _RESOLVED.finditer(done.stdout):
        yield found[1], found[2]

"""The files that a drag or a clipboard names, also those whose names are no UTF-8. Knows no widgets."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QUrl

_LOST = "\ufffd"


def local_files(urls: Sequence[QUrl]) -> tuple[Path, ...]:
    """The paths of those that are of this machine, as Python itself would name them."""
    return tuple(Path(_path(url)) for url in urls if url.isLocalFile())


def _path(url: QUrl) -> str:
    path = url.toLocalFile()
    if os.name == "posix" and _LOST in path:  # Qt has put it where bytes stand that are no text; the URL has them
        return os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded)))
    return path

"""Files named by a drag or a clipboard are found whatever bytes their names are made of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from variorum.gui.pairing.urls import local_files


def dragged(*urls: bytes) -> tuple[Path, ...]:
    data = QMimeData()
    data.setData("text/uri-list", b"\r\n".join(urls))
    return local_files(data.urls())


def test_pages_of_the_web_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "café 100%25.txt").touch()
    url = bytes(QUrl.fromLocalFile(str(tmp_path / "café 100%25.txt")).toEncoded().data())
    assert dragged(b"https://example.org/a.txt", url) == (tmp_path / "café 100%25.txt",)


@pytest.mark.skipif(os.name != "posix", reason="file names that are no text")
def test_a_name_that_is_no_text_is_found(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9 100%25.txt")
    try:
        file.touch()
    except OSError:
        pytest.skip("files can't be named like this here")
    assert dragged(b"file://" + os.fsencode(tmp_path) + b"/caf%E9%20100%2525.txt") == (file,)
    odd = tmp_path / "a \ufffd.txt"
    odd.touch()
    assert local_files([QUrl.fromLocalFile(str(odd))]) == (odd,)

"""The icon files of Windows and macOS hold the pictures they say they hold."""

from __future__ import annotations

import struct
from types import ModuleType

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot


def test_a_windows_icon_points_at_its_pictures(qtbot: QtBot, icon: ModuleType) -> None:
    data = icon.ico({size: icon.png(size) for size in (16, 256)})
    _zero, kind, count = struct.unpack_from("<HHH", data)
    assert (kind, count) == (1, 2)
    for number, size in enumerate((16, 256)):
        width, *_rest, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert width == size % 256
        picture = QImage.fromData(data[offset : offset + length])
        assert picture.width() == size
        assert picture.pixelColor(size // 2, 1).alpha() > 0  # drawn, not blank


def test_a_mac_icon_is_a_chain_of_pictures(qtbot: QtBot, icon: ModuleType) -> None:
    data = icon.icns({size: icon.png(size) for size in (16, 128)})
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)
    place, sizes = 8, []
    while place < len(data):
        length = struct.unpack_from(">I", data, place + 4)[0]
        sizes.append(QImage.fromData(data[place + 8 : place + length]).width())
        place += length
    assert sizes == [16, 128]

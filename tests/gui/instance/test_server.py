"""Whatever comes in by the socket: a message is heeded and answered, everything else is dropped and nothing breaks."""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from variorum.gui.instance import server as module
from variorum.gui.instance.message import HEARD, Request, packed
from variorum.gui.instance.server import Server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of Unix")
FILES = Request((Path("/news/a.txt"), Path("/news/b.txt")))


class Heard:
    def __init__(self, server: Server, address: Path) -> None:
        self.server, self.address = server, address
        self.requests: list[Request] = []
        server.asked.connect(self.requests.append)

    def call(self, data: bytes) -> socket.socket:
        caller = socket.socket(socket.AF_UNIX)
        caller.setblocking(False)
        caller.connect(str(self.address))
        caller.send(data)
        return caller


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[Heard]:
    folder = Path(tempfile.mkdtemp(prefix="run-"))
    server = Server(str(folder / "x.socket"))
    assert server.listen()
    yield Heard(server, folder / "x.socket")
    server.close()
    shutil.rmtree(folder)


def answer(qtbot: QtBot, caller: socket.socket) -> bytes:
    """All that the server says until it hangs up."""
    said = b""

    def ended() -> bool:
        nonlocal said
        try:
            more = caller.recv(1000)
        except BlockingIOError:
            return False
        except ConnectionResetError:
            more = b""
        said += more
        return not more

    qtbot.waitUntil(ended)
    caller.close()
    return said


def test_a_message_is_heeded_and_answered(qtbot: QtBot, heard: Heard) -> None:
    assert heard.address.stat().st_mode & 0o777 == 0o700
    assert answer(qtbot, heard.call(packed(FILES))) == HEARD
    assert heard.requests == [FILES]


def test_a_message_may_come_in_pieces(qtbot: QtBot, heard: Heard) -> None:
    message = packed(FILES)
    caller = heard.call(message[:5])
    for place in range(5, len(message)):
        qtbot.wait(1)
        caller.send(message[place : place + 1])
    assert answer(qtbot, caller) == HEARD
    assert heard.requests == [FILES]


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\0" * 5000,
        b"VARIORUM1\xff\xff\xff\xff",
        b"VARIORUM1\0\0\0\2[]",
        b"VARIORUM1\0\0\0\5[[[[[",
        packed(FILES) + b"more",
    ],
)
def test_anything_else_is_dropped_without_an_answer(qtbot: QtBot, heard: Heard, data: bytes) -> None:
    assert answer(qtbot, heard.call(data)) == b""
    assert heard.requests == []
    assert answer(qtbot, heard.call(packed(FILES))) == HEARD


def test_who_begins_and_says_no_more_is_left(qtbot: QtBot, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE_MS", 30)
    assert answer(qtbot, heard.call(packed(FILES)[:-1])) == b""
    assert heard.requests == []


def test_who_hangs_up_at_once_is_forgotten(qtbot: QtBot, heard: Heard) -> None:
    for _ in range(30):
        heard.call(b"VARI").close()
    qtbot.waitUntil(lambda: not heard.server._callers)
    assert answer(qtbot, heard.call(packed(FILES))) == HEARD


def test_however_many_say_nothing_others_are_heard(qtbot: QtBot, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE_MS", 200)
    silent = []
    for _ in range(module._MOST_CALLERS + 20):
        silent.append(heard.call(b"V"))
        qtbot.wait(1)
    assert len(heard.server._callers) <= module._MOST_CALLERS
    qtbot.waitUntil(lambda: not heard.server._callers)
    assert answer(qtbot, heard.call(packed(FILES))) == HEARD
    for caller in silent:
        caller.close()


def test_a_socket_that_a_killed_program_left_is_taken_over(qtbot: QtBot) -> None:
    folder = Path(tempfile.mkdtemp(prefix="run-"))
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(folder / "x.socket"))
    left.close()
    server = Server(str(folder / "x.socket"))
    assert server.listen()
    server.close()
    assert not (folder / "x.socket").exists()
    shutil.rmtree(folder)


@pytest.mark.logs
def test_where_nothing_can_be_heard_the_program_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    assert not Server(str(tmp_path / "missing" / "x.socket")).listen()

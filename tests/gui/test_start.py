"""Before the window: is there a display; and unexpected errors: logged, shown once, survived."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from variorum.gui.crash import CrashCatcher, log_to
from variorum.gui.display import why_no_display


def nothing_missing(_library: str) -> None:
    """Loads whatever it is asked for."""


def no_cursor(library: str) -> None:
    if "cursor" in library:
        raise OSError(f"{library}: cannot open shared object file")


def test_without_a_display_one_sentence_says_so() -> None:
    reason = why_no_display({}, "linux", nothing_missing)
    assert "DISPLAY" in reason
    assert "\n" not in reason


@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_with_a_display_there_is_nothing_to_say(environment: dict[str, str], system: str) -> None:
    assert why_no_display(environment, system, nothing_missing) == ""


def test_a_library_that_is_missing_is_named_with_its_package() -> None:
    assert "libxcb-cursor0" in why_no_display({"DISPLAY": ":0"}, "linux", no_cursor)


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def fail() -> None:
    raise RuntimeError("the same mistake")


@pytest.mark.logs
def test_an_unexpected_error_is_logged_each_time_and_shown_once(
    qtbot: QtBot, hooks: None, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []
    said: list[str] = []
    catcher = CrashCatcher(shown.append, said.append)
    for _ in range(3):
        try:
            fail()
        except RuntimeError as error:
            catcher.catch(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(10)
    assert len(shown) == 1
    assert "RuntimeError" in shown[0]
    assert "the same mistake" not in shown[0], "what an error says may be from a text"
    assert not said
    assert "Python" in shown[0]
    assert caplog.text.count("unexpected error") == 3


@pytest.mark.logs
def test_errors_of_threads_arrive_in_the_window(qtbot: QtBot, hooks: None) -> None:
    shown: list[threading.Thread] = []
    catcher = CrashCatcher(lambda _report: shown.append(threading.current_thread()), print)
    catcher.install()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [threading.main_thread()]


def test_the_log_goes_to_its_folder_or_nowhere(tmp_path: Path) -> None:
    logger = logging.getLogger("variorum")
    before = list(logger.handlers)
    try:
        file = log_to(tmp_path / "log")
        logging.getLogger("variorum.test").info("one line")
        assert "one line" in file.read_text(encoding="utf-8")
        (tmp_path / "taken").write_text("", encoding="utf-8")
        assert log_to(tmp_path / "taken").name == "variorum.log"
    finally:
        for handler in logger.handlers[len(before) :]:
            handler.close()
            logger.removeHandler(handler)

"""For all tests: a home of their own, no display of the user's, and log lines of the program count as failures."""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from guard import HomeGuard

_GUARD = HomeGuard()
_GUARD.watch()

# Set before anything asks for a folder: no test may touch the library, settings or cache of whoever runs them.
_HOME = Path(tempfile.mkdtemp(prefix="variorum-test-home-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name, _folder in {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
}.items():
    os.environ[_name] = str(_HOME / _folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run, so that a change fails for what it changed. New ones are searched for on purpose:
# VARIORUM_EXAMPLES=new python -m pytest …
# No example has a deadline: the machine may have other work.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", derandomize=False, print_blob=True, deadline=None)
settings.load_profile(os.environ.get("VARIORUM_EXAMPLES", "same"))

MARKERS = (
    "xvfb: drives a real window on a virtual screen with real key and mouse events",
    "logs: the program is expected to log a warning or an error",
)


def pytest_configure(config: pytest.Config) -> None:
    """Marks are known here, so that a run without `pyproject.toml` (as `.ci/run` does one) knows them, too."""
    for marker in MARKERS:
        config.addinivalue_line("markers", marker)


SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture
def seeds() -> list[Path]:
    """The five articles of the first start."""
    return sorted(SEEDS.glob("*.txt"))


@pytest.fixture(autouse=True)
def nothing_in_the_home_of_the_user() -> Iterator[None]:
    """A test that touches what belongs to whoever runs it fails; see `guard`."""
    yield
    touched = _GUARD.touched()
    assert not touched, f"in the user's own home: {touched}"


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or error that the program logs fails the test, unless it is marked `logs`."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    lines = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING and r.name.startswith("variorum")]
    assert not lines, f"unexpected log lines: {[r.getMessage() for r in lines]}"

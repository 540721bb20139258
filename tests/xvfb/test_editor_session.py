"""The main path in a real window, with real key and mouse events."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.timeout(300)  # on a machine that has other work

SESSION = Path(__file__).with_name("editor_session.py")
BY_HAND = Path(__file__).with_name("by_hand_session.py")
EXPORT = Path(__file__).with_name("export_session.py")
INQUIRY = Path(__file__).with_name("inquiry_session.py")
MODES = Path(__file__).with_name("modes_session.py")
OPTIONS = Path(__file__).with_name("options_session.py")
ANY_TWO = Path(__file__).with_name("any_two_session.py")
KEYS = Path(__file__).with_name("keys_session.py")
GUIDE = Path(__file__).with_name("guide_session.py")
MOUSE = Path(__file__).with_name("mouse_session.py")
ONE_WINDOW = Path(__file__).with_name("one_window_session.py")


@pytest.mark.xvfb
@pytest.mark.parametrize("look", [[], ["--dark", "--size", "1920x1080"]], ids=["light", "dark"])
def test_an_editor_searches_reads_compares_walks_filters_and_swaps(look: list[str]) -> None:
    run(SESSION, look)


@pytest.mark.xvfb
@pytest.mark.parametrize("look", [["--dark"], ["--size", "1920x1080"]], ids=["dark", "light"])
def test_an_editor_reviews_notes_links_and_undoes_it_by_keys(look: list[str]) -> None:
    run(BY_HAND, look)


@pytest.mark.xvfb
@pytest.mark.parametrize("look", [[], ["--dark", "--size", "1920x1080"]], ids=["light", "dark"])
def test_an_editor_saves_copies_and_prints_a_comparison_by_keys(look: list[str]) -> None:
    run(EXPORT, look)


@pytest.mark.xvfb
@pytest.mark.parametrize("look", [[], ["--dark", "--size", "1920x1080"]], ids=["light", "dark"])
def test_an_editor_sees_a_comparison_in_every_mode(look: list[str]) -> None:
    run(MODES, look)


@pytest.mark.xvfb
@pytest.mark.parametrize("look", [[], ["--dark", "--size", "1920x1080"]], ids=["light", "dark"])
def test_an_editor_compares_the_clipboard_selections_and_files_dragged_from_another_program(look: list[str]) -> None:
    run(ANY_TWO, look)


@pytest.mark.xvfb
@pytest.mark.parametrize("look", [["--size", "1920x1080"]], ids=["light"])
def test_an_editor_chooses_options_colors_and_size_by_keys_alone(look: list[str]) -> None:
    run(OPTIONS, look)


@pytest.mark.xvfb
@pytest.mark.parametrize("look", [[], ["--dark", "--size", "1920x1080"]], ids=["light", "dark"])
def test_an_editor_asks_a_comparison(look: list[str]) -> None:
    run(INQUIRY, look)


@pytest.mark.xvfb
def test_the_whole_work_of_a_comparison_needs_no_mouse() -> None:
    run(KEYS, ["--dark", "--size", "1920x1080"])


@pytest.mark.xvfb
def test_the_whole_work_of_a_comparison_needs_no_keyboard() -> None:
    run(MOUSE, [])


@pytest.mark.xvfb
def test_a_second_start_brings_the_window_forward_with_its_files() -> None:
    run(ONE_WINDOW, [])


@pytest.mark.xvfb
def test_all_pictures_of_the_guide_can_be_taken() -> None:
    run(GUIDE, ["--size", "1060x720"])


def run(session: Path, look: list[str]) -> None:
    command = [sys.executable, str(session), *look]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr.strip(), done.stderr

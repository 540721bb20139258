"""A second start hands its files to the open window: as real processes, also many at once and when one hangs."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from desk import PATIENCE, Desk, wait

pytestmark = [pytest.mark.timeout(180), pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")]


def test_files_are_opened_as_if_they_had_been_named_at_the_start(desk: Desk) -> None:
    first = desk.start()
    first.until("Reading")
    two = desk.start(desk.article("a.txt", "Ferry stops"), desk.article("b.txt", "Ferry sails"))
    assert two.process.wait(PATIENCE) == 0
    assert first.until("Comparing").count("Ferry") == 2
    folder = desk.home / "Новости à lire"
    folder.mkdir()
    name = os.fsdecode(b"caf\xe9.txt")
    desk.article(f"{folder.name}/{name}", "Café opens")
    one = desk.start(name, cwd=folder)
    assert one.process.wait(PATIENCE) == 0
    first.until("Reading Café opens")
    desk.article(f"{folder.name}/bridge.txt", "Bridge closes")
    assert desk.start(folder).process.wait(PATIENCE) == 0
    first.until("kept Bridge closes")
    assert desk.start().process.wait(PATIENCE) == 0
    for started in (two, one):
        assert "open" not in started.lines(), "no second window"
        assert started.errors() == ""
    assert first.close() == 0
    assert first.errors() == ""
    assert not list((desk.runtime / "variorum").iterdir()), "nothing is left"


def test_twenty_starts_at_once_make_one_window_with_all_their_files(desk: Desk) -> None:
    files = [desk.article(f"{number}.txt", f"Ferry {number} stops") for number in range(20)]
    started = [desk.start(file) for file in files]
    wait(
        lambda: str(len([one for one in started if one.process.poll() is not None]) >= 19 or ""),
        lambda: f"still running: {[one.lines() for one in started if one.process.poll() is None]}",
    )
    window = next(one for one in started if one.process.poll() is None)
    assert [one.process.returncode for one in started if one is not window] == [0] * 19
    for number in range(20):
        window.until(f"held Ferry {number} stops")
    assert window.close() == 0
    assert [one.errors() for one in started] == [""] * 20


def test_after_a_crash_the_next_start_is_the_window(desk: Desk) -> None:
    first = desk.start()
    first.until("Reading")
    first.process.kill()
    first.process.wait()
    second = desk.start(desk.article("a.txt", "Ferry stops"))
    second.until("Reading Ferry stops")
    assert desk.start(desk.article("b.txt", "Ferry sails")).process.wait(PATIENCE) == 0
    second.until("Reading Ferry sails")
    assert second.close() == 0


def test_a_window_that_hangs_is_told_of_and_gets_the_files_when_it_goes_on(desk: Desk) -> None:
    first = desk.start()
    first.until("Reading")
    time.sleep(0.3)
    first.process.send_signal(signal.SIGSTOP)
    given_up = desk.start(desk.article("a.txt", "Ferry stops"))
    patient = desk.start(desk.article("b.txt", "Ferry sails"))
    given_up.until("WaitingDialog Variorum is open already | It is busy")
    said = given_up.until("WaitingDialog Variorum is open already | It does not answer")
    assert str(first.process.pid) in said
    assert given_up.close() == 1
    assert "does not answer" in given_up.errors()
    assert given_up.errors().count("\n") == 0
    assert "Traceback" not in given_up.errors()
    first.process.send_signal(signal.SIGCONT)
    assert patient.process.wait(PATIENCE) == 0
    first.until("held Ferry sails")
    assert first.close() == 0


def test_who_waits_for_a_window_that_ends_becomes_the_window(desk: Desk) -> None:
    first = desk.start()
    first.until("Reading")
    time.sleep(0.3)
    first.process.send_signal(signal.SIGSTOP)
    second = desk.start(desk.article("a.txt", "Ferry stops"))
    second.until("WaitingDialog")
    first.process.kill()
    second.until("Reading Ferry stops")
    assert second.close() == 0
    assert second.errors() == ""


def test_a_start_while_the_window_closes_loses_nothing(desk: Desk) -> None:
    first = desk.start()
    first.until("Reading")
    assert first.process.stdin is not None
    first.process.stdin.close()
    second = desk.start(desk.article("a.txt", "Ferry stops"))
    assert first.process.wait(PATIENCE) == 0
    second.until("Reading Ferry stops")
    assert second.close() == 0


def test_another_library_has_a_window_of_its_own_and_so_has_one_who_asks_for_it(desk: Desk) -> None:
    first = desk.start()
    first.until("Reading")
    other = desk.start(library=desk.home / "other")
    own = desk.start("--new-window", desk.article("a.txt", "Ferry stops"))
    other.until("Reading")
    own.until("Reading Ferry stops")
    assert not any(line.startswith("held") for line in first.lines())
    assert [program.close() for program in (first, other, own)] == [0, 0, 0]


def test_where_programs_can_not_find_each_other_each_has_its_window(desk: Desk, tmp_path: Path) -> None:
    for place in (desk.runtime / "variorum", tmp_path / "tmp"):
        place.mkdir()
        place.chmod(0o755)
    (tmp_path / "tmp" / f"variorum-{os.getuid()}").mkdir(mode=0o755)
    desk.environment["TMPDIR"] = str(tmp_path / "tmp")
    first, second = desk.start(), desk.start()
    first.until("open")
    second.until("open")
    assert [program.close() for program in (first, second)] == [0, 0]

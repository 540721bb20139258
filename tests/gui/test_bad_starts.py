"""Starts that go wrong: one clear message that says what to do, nothing touched, exit status 1, never a traceback."""

from __future__ import annotations

from desk import Desk, Program


def ends_with(program: Program, *words: str) -> None:
    """The program says so in a dialog and, once that is closed, in one line on standard error."""
    said = program.until("TroubleDialog")
    assert program.close() == 1
    assert program.errors().count("\n") == 0
    for word in words:
        assert word in said
        assert word in program.errors()
    assert "Traceback" not in said + program.errors()
    assert "open" not in program.lines()


def test_a_file_that_is_no_library(desk: Desk) -> None:
    desk.library.mkdir()
    file = desk.library / "library.sqlite"
    file.write_text("this is no database, whatever its name says", encoding="utf-8")
    ends_with(desk.start(), str(file), "is damaged", "put back a copy")
    assert file.read_text(encoding="utf-8").startswith("this is no database")
    assert list(desk.library.iterdir()) == [file]

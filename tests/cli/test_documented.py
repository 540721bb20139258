"""`docs/cli.md` names what `--help` names: every command, every option, every form by its ending."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from variorum.cli.export import _BY_ENDING
from variorum.cli.main import COMMANDS, run
from variorum.core.export.formats import BY_ID

TEXT = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
EVERYWHERE = {"--help", "--library"}


def sections() -> dict[str, str]:
    """The text on each command by its name, "" for the program's own."""
    _, *parts = re.split(r"^## variorum ?", TEXT, flags=re.MULTILINE)
    return {name.strip(): text for name, _, text in (part.partition("\n") for part in parts)}


def in_tables(text: str) -> set[str]:
    """The options that the first columns of tables name."""
    return {
        option
        for cell in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
        for option in re.findall(r"`(--[\w-]+)", cell)
    }


def in_help(capsys: pytest.CaptureFixture[str], *command: str) -> set[str]:
    with pytest.raises(SystemExit, match="0"):
        run([*command, "--help"], lambda *_: 1)
    told = capsys.readouterr().out
    return set(re.findall(r"^  (?:-h, )?(--[\w-]+)", told, re.MULTILINE))


def test_every_command_has_a_section() -> None:
    assert set(sections()) == {"", *COMMANDS}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_page_has_the_options_of_the_help_and_no_others(capsys: pytest.CaptureFixture[str], command: str) -> None:
    helped = in_help(capsys, command) if command else in_help(capsys)
    assert len(helped) > 2
    told = in_tables(sections()[command])
    assert told - EVERYWHERE == helped - EVERYWHERE
    assert in_tables(sections()[""]) >= EVERYWHERE


def test_usage_lines_name_known_options_only(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        usage = re.findall(r"^    variorum .*", sections()[command], re.MULTILINE)
        assert usage
        assert {option for line in usage for option in re.findall(r"--[\w-]+", line)} <= in_help(capsys, command)


def test_the_forms_of_export_are_all_there_by_their_endings() -> None:
    rows = re.findall(r"^\| ((?:`\.\w+`(?:, )?)+) \| `([\w-]+)` \| (.*?) ?\|$", sections()["export"], re.MULTILINE)
    endings = {ending: form for cell, form, _ in rows for ending in re.findall(r"`(\.\w+)`", cell)}
    assert endings == _BY_ENDING
    forms = {form for _, form, others in rows for form in (form, *re.findall(r"`([\w-]+)`", others))}
    assert forms == set(BY_ID)

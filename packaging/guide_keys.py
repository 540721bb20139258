"""Writes the table of all commands into the guide's chapter on the keyboard: python packaging/guide_keys.py.

The part of the chapter above the table is written by hand and stays.
"""

from __future__ import annotations

from pathlib import Path

from variorum.gui.actions import ACTIONS, MENUS, ActionSpec

CHAPTER = Path(__file__).parents[1] / "docs" / "guide" / "keyboard.md"
_HEADING = "## All commands"


def with_table(chapter: str) -> str:
    """The chapter with the commands as they are now."""
    by_hand = chapter.partition(f"\n{_HEADING}\n")[0].rstrip("\n")
    menus = [title.replace("&", "") for title in MENUS]
    return "\n".join([by_hand, "", _HEADING, *(line for menu in menus for line in _table(menu))]) + "\n"


def _table(menu: str) -> list[str]:
    rows = [_row(spec) for spec in ACTIONS if spec.menu.partition("/")[0] == menu]
    return ["", f"### {menu}", "", "| command | key | what it does |", "|---|---|---|", *rows]


def _row(spec: ActionSpec) -> str:
    keys = " or ".join(f"`{key}`" for key in spec.keys)
    return f"| **{spec.full_text}** | {keys} | {spec.tip} |"


if __name__ == "__main__":
    CHAPTER.write_text(with_table(CHAPTER.read_text(encoding="utf-8")), encoding="utf-8")

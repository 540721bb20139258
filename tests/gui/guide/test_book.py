"""The guide says only what is so: chapters, links and pictures are there, and so are the commands and keys it names."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QKeySequence

from variorum.gui.actions import ACTIONS, MENUS
from variorum.gui.guide.book import chapters, picture, text_of

ROOT = Path(__file__).parents[3]
GUIDE = ROOT / "docs" / "guide"
NAMES = [chapter.name for chapter in chapters()]
ELSEWHERE = frozenset(
    {"Tab", "Shift+Tab", "Alt", "Ctrl", "Shift", "Enter", "Esc", "Up", "Down", "Home", "End", "Shift+F10"}
)
"""Keys that every program has, and no command of the window."""
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|[A-Z0-9]|\+|-|/|Space|Del|Left|Right|" + "|".join(ELSEWHERE) + ")")


def spans(name: str, sign: str) -> list[str]:
    """What stands between two of these signs in a chapter, outside indented code."""
    text = re.sub(r"^ {4}.*$", "", text_of(name), flags=re.MULTILINE)
    mark = re.escape(sign)
    return re.findall(rf"{mark}(.+?){mark}", text)


def test_the_contents_name_every_chapter_by_its_title() -> None:
    assert sorted(NAMES) == sorted(file.stem for file in GUIDE.glob("*.md") if file.stem != "README")
    for chapter in chapters():
        assert text_of(chapter.name).startswith(f"# {chapter.title}\n"), chapter.name


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    for address in re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", text_of(name)):
        assert address.startswith("https://") or address.removesuffix(".md") in NAMES, address


def test_every_picture_is_there_in_both_looks_and_used() -> None:
    used = {address for name in NAMES for address in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text_of(name))}
    assert {GUIDE / address for address in used} == set(GUIDE.glob("pictures/*.png"))
    for address in used:
        assert picture(address, dark=False), address
        one_look = address == "pictures/dark.png"
        assert (picture(address, dark=True) == picture(address, dark=False)) is one_look, address


def test_pictures_are_light_enough_to_be_brought_along() -> None:
    assert sum(file.stat().st_size for file in GUIDE.rglob("*.png")) < 2_500_000


def keys_of_commands() -> set[str]:
    return {key for spec in ACTIONS for key in spec.keys}


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_one_of_the_window(name: str) -> None:
    known = keys_of_commands() | ELSEWHERE
    named = [words for words in spans(name, "`") if KEY.fullmatch(words)]
    assert [key for key in named if key not in known] == []
    for key in named:
        assert QKeySequence(key).toString() or key in ELSEWHERE


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_every_name_stands_in_the_window(name: str) -> None:
    bold = spans(name, "**")
    missing = [words for words in bold if not (in_menu(words) if " → " in words else in_window(words))]
    assert missing == []


def test_the_table_of_commands_is_that_of_the_window() -> None:
    generator = _generator()
    chapter = text_of("keyboard")
    assert chapter == generator.with_table(chapter), "python packaging/guide_keys.py writes it anew"
    assert all(f"**{spec.full_text}**" in chapter for spec in ACTIONS)


@cache
def _paths() -> frozenset[str]:
    paths = {title.replace("&", "") for title in MENUS}
    for spec in ACTIONS:
        menu, _, submenu = spec.menu.replace("&", "").partition("/")
        paths.add(f"{menu} → {submenu}" if submenu else f"{menu} → {spec.plain_text}")
        if submenu:
            paths.add(f"{menu} → {submenu} → {spec.plain_text}")
    return frozenset(paths)


def in_menu(words: str) -> bool:
    return words in _paths()


@cache
def _words_of_the_window() -> frozenset[str]:
    """All texts in the source of the window and of the core, as they are shown."""
    sources = [*(ROOT / "desktop/variorum/gui").rglob("*.py"), *(ROOT / "desktop/variorum/core").rglob("*.py")]
    texts = {words for source in sources for words in _texts(source)}
    return frozenset(texts | {spec.full_text for spec in ACTIONS})


def _texts(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.replace("&", "").removesuffix("…").strip()


def in_window(words: str) -> bool:
    return words.removesuffix("…") in _words_of_the_window()


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("guide_keys", ROOT / "packaging" / "guide_keys.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

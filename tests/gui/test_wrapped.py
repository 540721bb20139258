"""No text of the window is left in English only: what looks like words stands in `tr` or `plural`.

Words are looked for in the source: literals with a space or a capital, outside docstrings. What is none (names of
colors, SQL, samples) is in the list of exceptions.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

GUI = Path(__file__).parents[2] / "desktop" / "variorum" / "gui"
WHOLE_MODULES = {
    "actions.py": "translated by menus.py, collected from the table",
    "compare_actions.py": "as actions.py",
    "export_actions.py": "as actions.py",
    "option_actions.py": "as actions.py",
    "pairing_actions.py": "as actions.py",
    "crash.py": "a report for those who build the program",
    "catching.py": "as crash.py",
    "display.py": "said in a terminal, before Qt is there",
    "compare/insides.py": "names of modules",
    "compare/warming.py": "letters of a typeface",
    "dialogs/about.py": "names and licenses of components; what they are for is translated",
    "instance/message.py": "said by one program to another",
    "search/advice.py": "queries, beside what they mean, which is translated",
    "search/rows.py": "values; search/header.py has their names",
    "session.py": "in a log",
    "widgets/prose_document.py": "a sentence of usual letters, to be measured",
    "widgets/prose_marks.py": "an error for those who build the program",
    "printing/comparison_sheet.py": "on paper, in English as all exports are",
    "printing/memo_sheet.py": "as comparison_sheet.py",
    "printing/pages.py": "as comparison_sheet.py",
    "printing/typesetting.py": "names of typefaces",
    "printing/worker.py": "as comparison_sheet.py",
    "printing/pdf.py": "as comparison_sheet.py",
    "theme/fonts.py": "names of typefaces",
    "theme/icons.py": "SVG",
    "theme/palette.py": "names of colors",
    "theme/service.py": "names of Qt's",
    "theme/style.py": "as service.py",
    "theme/stylesheet.py": "a style sheet",
    "guide/page.py": "names of typefaces",
}
TRANSLATORS = frozenset({"tr", "plural", "word"})
NO_WORDS = frozenset(
    {
        "QByteArray", "QKeySequence", "color", "compile", "debug", "draw_icon", "error", "exception", "get_state",
        "getattr",
        "icon", "info", "interface_font", "kept", "key_text", "reading_font", "resource", "run", "setObjectName",
        "setProperty", "setShortcut", "set_look", "set_state", "warning",
    }
)  # fmt: skip
"""Calls whose arguments nobody reads."""
WORDS = re.compile(r"[a-z]{2,}[ ,:…]|[ ][a-z]{2,}|^[“(&]?[A-Z][a-z]+")
KEYS = re.compile(r"^(?:(?:Ctrl|Shift|Alt)\+.*|\(?(?:Enter|Del|Esc|Space)\)?|\s*\((?:Ctrl|Shift|Alt)[^)]*\))$")
SAMPLES = frozenset({"Variorum", "Aa", " ms", " (Ctrl+Shift+F)"})


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of what is neither a docstring, nor translated, nor an argument that nobody reads."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        elif isinstance(node, ast.Call) and _name(node.func) in TRANSLATORS | NO_WORDS:
            skipped.update(id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.Assert | ast.Compare | ast.Subscript | ast.MatchValue | ast.AnnAssign):
            hidden = node.annotation if isinstance(node, ast.AnnAssign) else node
            skipped.update(id(inner) for inner in ast.walk(hidden))
        elif isinstance(node, ast.FunctionDef):
            skipped.update(id(inner) for part in _annotations(node) for inner in ast.walk(part))
    for node in ast.walk(tree):
        if id(node) not in skipped and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _annotations(node: ast.FunctionDef) -> Iterator[ast.expr]:
    arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    yield from (part for part in (node.returns, *(argument.annotation for argument in arguments)) if part is not None)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _is_words(text: str) -> bool:
    return (
        bool(WORDS.search(text)) and not KEYS.match(text) and text not in SAMPLES and not text.startswith("variorum.")
    )


MODULES = sorted(file.relative_to(GUI).as_posix() for file in GUI.rglob("*.py"))


@pytest.mark.parametrize("module", [module for module in MODULES if module not in WHOLE_MODULES])
def test_all_words_are_translated(module: str) -> None:
    tree = ast.parse((GUI / module).read_text(encoding="utf-8"))
    left = [f"{line}: {text[:70]!r}" for line, text in literals(tree) if _is_words(text)]
    assert left == [], f"{module}: wrap in tr or plural (gui/words.py), or say in this test why not"


def test_exceptions_are_modules() -> None:
    assert set(WHOLE_MODULES) <= set(MODULES)

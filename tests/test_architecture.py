"""The lines of the house: what may import what. Read from the source, so it also sees imports inside functions."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "desktop"
PACKAGE = ROOT / "variorum"
MODULES = sorted(PACKAGE.rglob("*.py"))

ONLY_IN: dict[str, str | tuple[str, ...]] = {
    "PySide6": "variorum.gui",
    "shiboken6": "variorum.gui",
    "whoosh": "variorum.core.search",
    "diff_match_patch": "variorum.core.collate",
    "sqlite3": "variorum.core.library",
    "onnxruntime": "variorum.core.meaning.encoder",
    "numpy": ("variorum.core.meaning", "variorum.core.collate"),
}
"""Packages that only some parts of the house know."""
MOST_LINES = 400
LONGEST = {ast.ClassDef: 300, ast.FunctionDef: 40, ast.AsyncFunctionDef: 40}
"""Lines of modules, classes and functions, with what stands inside them."""
LATE = ("numpy", "onnxruntime", "snowballstemmer", "variorum.core.export.docx", "variorum.gui.guide.window")
"""What takes long to load: neither a start of the window nor a look at the library may wait for it."""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path, *, top_level: bool = False) -> Iterator[str]:
    """Names of the modules that a file imports; with `top_level` those of the first run of the file only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes: list[ast.AST] = list(tree.body) if top_level else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_keep_to_their_part_of_the_house(path: Path) -> None:
    module = name_of(path)
    for imported in imports_of(path):
        for package, home in ONLY_IN.items():
            if within(imported, package):
                homes = (home,) if isinstance(home, str) else home
                assert any(within(module, home) for home in homes), f"{module} imports {imported}; only {homes} may"
        if within(imported, "variorum.gui"):
            allowed = within(module, "variorum.gui") or module == "variorum.__main__"
            assert allowed, f"{module} imports {imported}: the core and the command line know no window"
        if within(imported, "variorum.cli"):
            assert within(module, "variorum.cli") or module == "variorum.__main__", f"{module} imports {imported}"
        if within(module, "variorum.core"):
            assert not within(imported, "variorum.settings"), f"{module} reads settings; it is to be given them"
            assert not within(imported, "variorum.places"), f"{module} knows folders; it is to be given them"


def test_no_import_cycles() -> None:
    known = {name_of(path) for path in MODULES}
    graph = {name_of(path): known.intersection(imports_of(path, top_level=True)) - {name_of(path)} for path in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"import cycle: {' → '.join(error.args[1])}")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source)), f"{name_of(path)} has no first line"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_too_long(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES, f"{name_of(path)} is too long"
    for node in ast.walk(ast.parse(source)):
        most = next((lines for kind, lines in LONGEST.items() if isinstance(node, kind)), None)
        if most is not None and isinstance(node, ast.stmt):
            assert node.end_lineno is not None
            lines = node.end_lineno - node.lineno + 1
            assert lines <= most, f"{name_of(path)}: {getattr(node, 'name', '')} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_possessive_groups(path: Path) -> None:
    """Python before 3.11.5 matches "(…)*+" wrongly (gh-106052), and Debian 12 has 3.11.2."""
    assert not re.search(r"\)[*+?]\+", path.read_text(encoding="utf-8")), f"{name_of(path)} has a possessive group"


def test_a_start_loads_nothing_that_takes_long() -> None:
    code = f"import sys, variorum.gui.app; sys.exit(', '.join(m for m in {LATE} if m in sys.modules) or None)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_the_command_line_never_loads_qt() -> None:
    code = "import sys, variorum.cli.main; sys.exit(any(m.split('.')[0] == 'PySide6' for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 0

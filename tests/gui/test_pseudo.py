"""A translation reaches the whole window: in a made-up language nothing is left in English."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from variorum.gui.guide.book import chapters
from variorum.gui.search.advice import EXAMPLES

ROOT = Path(__file__).parents[2]
ACCENTED = str.maketrans(
    "aeiouycdglnrstzAEIOUYCDGLNRSTZbfhjkmpqvwxBFHJKMPQVWX",
    "áéíóúýćďģľńŕśťźÁÉÍÓÚÝĆĎĢĽŃŔŚŤŹƀƒĥĵķḿṕʠṽŵẋƁƑĤĴĶḾṔɊṼŴẊ",
)
NAMES = re.compile(
    r"Variorum|^Aa$|Ctrl|Shift|Alt|Esc(?:ape)?|Enter|Return|Space|Del|Home|End|PgUp|PgDown|Tab|F\d+|Left|Right|Up|Down"
    r"|PDF|HTML|CSV|JSON|A4|Letter|\b[A-Z]\b|\ba\b|\bms\b|&\w?"
)
"""What is called alike in every language: the program, keys, formats."""
KNOWN = re.compile(
    "|".join(
        [
            *(re.escape(advice.query) for advice in EXAMPLES),  # queries are typed alike everywhere
            *(f"^{re.escape(chapter.title)}" for chapter in chapters()),  # the guide would be another book
            "^Close$",  # Qt's own button, which has Qt's translations
        ]
    )
)


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def accented(text: str) -> str:
    """The text in the made-up language; names of values and access keys stay."""
    kept = re.split(r"(\{[^}]*\}|%n|&.)", text)
    return "".join(part if number % 2 else part.translate(ACCENTED) for number, part in enumerate(kept))


def test_nothing_is_left_in_english(tool: ModuleType, tmp_path: Path) -> None:
    ts, qm = tmp_path / "variorum_eo.ts", tmp_path / "variorum_eo.qm"
    tool.update(ts, tool.messages())
    tree = ElementTree.parse(ts)
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = list(translation.iter("numerusform"))
        for form in forms or [translation]:
            form.text = accented(message.findtext("source", ""))
    tree.write(ts, encoding="utf-8")
    tool.release(ts, qm)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("pseudo.py")), str(tmp_path / "library")],
        env={**os.environ, "VARIORUM_TRANSLATION": str(qm), "PYTHONPATH": str(ROOT / "desktop")},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert len(said) > 300
    english = [text for text in said if re.search(r"[A-Za-z]{2}", NAMES.sub("", text)) and not KNOWN.search(text)]
    assert english == []

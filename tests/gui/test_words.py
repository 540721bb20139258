"""The window's words: English where there is no translation, forms for counts, and the tool chain of Qt Linguist."""

from __future__ import annotations

import importlib.util
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from variorum.gui import words
from variorum.gui.words import plural, tr

ROOT = Path(__file__).parents[2]
TRANSLATIONS = sorted((ROOT / "resources" / "translations").glob("*.ts"))


@pytest.fixture(scope="session")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """No translation is loaded yet, and none of this test stays."""
    for cached in (words._translated, words._translator):
        cached.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    for cached in (words._translated, words._translator):
        cached.cache_clear()


def test_texts_are_english_where_nobody_has_translated_them() -> None:
    assert tr("Not found") == "Not found"
    assert tr("{place} of {total}", place=3, total="1,204") == "3 of 1,204"
    assert tr("50 % of {") == "50 % of {", "braces mean nothing where no values are given"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 links"), (1, "1 link"), (2, "2 links"), (21, "21 links"), (1204, "1,204 links")]
)
def test_english_counts(number: int, said: str) -> None:
    assert plural("%n link", "%n links", number) == said


def test_a_name_with_percent_signs_is_no_count() -> None:
    assert plural("%n article in “{name}”", "%n articles in “{name}”", 2, name="{x} %n") == "2 articles in “{x} %n”"


def test_a_translation_has_its_own_forms(tool: ModuleType, fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Polish has three: 1, 2 to 4 (not 12 to 14), all others."""
    ts, qm = tmp_path / "variorum_pl.ts", tmp_path / "variorum_pl.qm"
    ts.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="pl"><context>'
        "<name>Variorum</name><message><source>Not found</source><translation>Nie znaleziono</translation></message>"
        "<message><source>Open</source><comment>a file</comment><translation>Otwórz</translation></message>"
        "<message><source>Open</source><translation>Otwarte</translation></message>"
        '<message numerus="yes"><source>%n links</source><translation><numerusform>%n związek</numerusform>'
        "<numerusform>%n związki</numerusform><numerusform>%n związków</numerusform></translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    tool.release(ts, qm)
    fresh.setenv(words.TRIAL, str(qm))
    assert tr("Not found") == "Nie znaleziono"
    assert (tr("Open", "a file"), tr("Open")) == ("Otwórz", "Otwarte")
    said = [plural("%n link", "%n links", number) for number in (1, 3, 5, 12, 22)]
    assert said == ["1 związek", "3 związki", "5 związków", "12 związków", "22 związki"]


@pytest.mark.parametrize("ts", TRANSLATIONS, ids=lambda ts: ts.stem)
def test_translations_know_the_texts_of_today(tool: ModuleType, ts: Path, tmp_path: Path) -> None:
    again = tmp_path / ts.name
    again.write_bytes(ts.read_bytes())
    tool.update(again, tool.messages())
    assert again.read_text(encoding="utf-8") == ts.read_text(encoding="utf-8"), "run packaging/translations.py"
    tool.release(again, again.with_suffix(".qm"))
    assert again.with_suffix(".qm").read_bytes() == ts.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("ts", TRANSLATIONS, ids=lambda ts: ts.stem)
def test_translations_name_the_values_that_their_texts_name(ts: Path) -> None:
    for message in ElementTree.parse(ts).iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        for text in filter(None, (translation.text, *(form.text for form in translation.iter("numerusform")))):
            if text.strip():
                assert _names(text) <= _names(source), source


def test_texts_are_collected_from_the_source(tool: ModuleType) -> None:
    source = (
        'tr("Not found"), tr("Open", "a file"), plural("%n link", "%n links", n), word("Speaker changed"), tr(found)'
    )
    found = {(m.text, m.about, m.one) for m in tool.messages_in(source, "x.py")}
    assert found == {
        ("Not found", "", ""),
        ("Open", "a file", ""),
        ("%n links", "", "%n link"),
        ("Speaker changed", "", ""),
    }
    with pytest.raises(tool.UnreadableCallError):
        list(tool.messages_in("plural(one, many, n)", "x.py"))


def test_all_texts_are_there(tool: ModuleType) -> None:
    texts = {message.text for message in tool.messages()}
    assert {"&Import files…", "Add articles to the library", "&Theme", "&File", "Find in both versions"} <= texts


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}

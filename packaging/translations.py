"""Collects the window's texts, merges them into the translations and compiles these: python packaging/translations.py.

Texts are what stands in calls of `tr` and `plural` (`variorum.gui.words`) and of `word` (`variorum.core.words`), and in
the tables of actions and of forms of export. They are handed to Qt's `lupdate` as lines of C++, as its reader of Python
knows neither f-strings nor functions of ours; `lupdate` merges them into resources/translations/*.ts, for Qt Linguist,
and `lrelease` makes the .qm files of these, which the program reads. English has nothing but the forms of counts. To
begin another language:
python packaging/translations.py de
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from variorum.core.export.formats import FORMATS
from variorum.gui.actions import ACTIONS, MENUS
from variorum.gui.words import CONTEXT

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "desktop" / "variorum"
TRANSLATIONS = ROOT / "resources" / "translations"
_TOOLS = Path(PySide6.__file__).parent
_ENGLISH = "variorum_en"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be translated; `one` is the English singular of one that counts, "" for others."""

    text: str
    about: str = ""
    one: str = ""
    where: str = ""


class UnreadableCallError(Exception):
    """A text is no literal, so that nobody can know it without running the program."""


def messages() -> list[Message]:
    """All texts of the window, each once, in the order of modules."""
    found: dict[tuple[str, str], Message] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        for message in messages_in(file.read_text(encoding="utf-8"), file.relative_to(SOURCE).as_posix()):
            found.setdefault((message.text, message.about), message)
    for message in (*_of_actions(), *_of_forms()):
        found.setdefault((message.text, message.about), message)
    return list(found.values())


def messages_in(source: str, where: str) -> Iterator[Message]:
    """The texts in a module's source. Raises `UnreadableCallError` where `plural` has no literals."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        literals = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        match node.func.id, literals:
            case (("tr" | "word"), [str(text)]):
                yield Message(text, where=where)
            case "tr", [str(text), str(about)]:
                yield Message(text, about, where=where)
            case "plural", [str(one), str(many), _]:
                yield Message(many, one=one, where=where)
            case "plural", _:
                raise UnreadableCallError(f"{where}:{node.lineno}")


def _of_actions() -> Iterator[Message]:
    where = "gui/actions.py"
    titles = dict.fromkeys(spec.menu.partition("/")[2] for spec in ACTIONS)
    for text in (*MENUS, *titles, *(text for spec in ACTIONS for text in (spec.text, spec.tip))):
        if text:
            yield Message(text, where=where)


def _of_forms() -> Iterator[Message]:
    for form in FORMATS:
        yield from (Message(text, where="core/export/formats.py") for text in (form.group, form.name, form.meaning))


def as_cpp(found: list[Message]) -> str:
    """The texts as lines that lupdate understands."""
    lines = []
    for message in found:
        text, about = (json.dumps(words, ensure_ascii=False) for words in (message.text, message.about))
        lines.append(f"//: {message.where}")
        if message.one:
            lines.append(f'QT_TRANSLATE_N_NOOP("{CONTEXT}", {text})')
        else:
            lines.append(f'QT_TRANSLATE_NOOP3("{CONTEXT}", {text}, {about})')
    return "\n".join(lines) + "\n"


def update(ts: Path, found: list[Message]) -> None:
    """Merge the texts into a translation; what is English is filled in."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "texts.cpp")
        source.write_text(as_cpp(found), encoding="utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
        options += ["-target-language", ts.stem.removeprefix("variorum_")]
        options += ["-pluralonly"] if ts.stem == _ENGLISH else []
        subprocess.run([_TOOLS / "lupdate", *options, source, "-ts", ts], check=True)
    if ts.stem == _ENGLISH:
        _fill_english(ts, found)


def _fill_english(ts: Path, found: list[Message]) -> None:
    """English has nothing to be translated but the forms of counts."""
    singular = {message.text: message.one for message in found if message.one}
    tree = ElementTree.parse(ts)
    for message in tree.iter("message"):
        text, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        if message.get("numerus") == "yes":
            translation.attrib.pop("type", None)
            for form, words in zip(translation.iter("numerusform"), (singular[text], text), strict=True):
                form.text = words
    ts.write_text(_HEAD + ElementTree.tostring(tree.getroot(), encoding="unicode") + "\n", encoding="utf-8")


def release(ts: Path, qm: Path) -> None:
    """Compile a translation; texts that nobody has translated yet stay out."""
    subprocess.run([_TOOLS / "lrelease", "-silent", "-nounfinished", ts, "-qm", qm], check=True)


def main() -> None:
    """Bring all translations up to date."""
    found = messages()
    begun = [TRANSLATIONS / f"variorum_{language}.ts" for language in ("en", *sys.argv[1:])]
    for ts in sorted({*TRANSLATIONS.glob("*.ts"), *begun}):
        update(ts, found)
        release(ts, ts.with_suffix(".qm"))
    counts = sum(bool(message.one) for message in found)
    print(f"{len(found)} texts, {counts} of them with forms for counts")


if __name__ == "__main__":
    main()

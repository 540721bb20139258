"""Errors become one sentence each; unexpected ones leave their traceback in the log."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from variorum.core.errors import LibraryError, UnreadableFileError
from variorum.core.library.library import Library
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.jobs import InlineJobs
from variorum.gui.library.changes import LibraryChanges
from variorum.gui.library.import_flow import ImportFlow
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.services import Services
from variorum.gui.trouble import said, sentence
from variorum.gui.widgets.progress_line import ProgressLine


def fail(*_: object, **__: object) -> NoReturn:
    raise ZeroDivisionError("division by zero")


def said_well(said: list[str], log: str) -> bool:
    """Whether the sentence is one for people and the log has the rest."""
    return len(said) == 1 and said[0].endswith("; the log says why.") and "ZeroDivisionError" in log


def test_an_error_meant_for_people_is_its_own_sentence(caplog: pytest.LogCaptureFixture) -> None:
    assert sentence(LibraryError("The disk is full."), "This failed") == "The disk is full."
    assert caplog.records == []


@pytest.mark.logs
def test_another_error_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        fail()
    assert sentence(caught.value, "This failed") == "This failed; the log says why."
    assert "in fail" in caplog.text
    assert "ZeroDivisionError: division by zero" in caplog.text


@pytest.mark.logs
def test_the_sidebar_says_so(
    qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(services.library, "revision", fail)
    sidebar, said = Sidebar(services), list[str]()
    qtbot.addWidget(sidebar)
    sidebar.failed.connect(said.append)
    sidebar.refresh()
    assert said_well(said, caplog.text)


@pytest.mark.logs
def test_importing_says_so(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("variorum.gui.library.import_flow.import_paths", fail)
    line, said = ProgressLine(), list[str]()
    qtbot.addWidget(line)
    flow = ImportFlow(library, InlineJobs(), line)
    flow.failed.connect(said.append)
    flow.start([Path("one.txt")])
    assert said_well(said, caplog.text)


@pytest.mark.logs
def test_changing_the_library_says_so(qapp: object, library: Library, caplog: pytest.LogCaptureFixture) -> None:
    changes, said = LibraryChanges(library, InlineJobs()), list[str]()
    changes.failed.connect(said.append)
    changes.do("break", fail)
    assert said_well(said, caplog.text)


@pytest.mark.logs
def test_the_comparison_says_so(
    qtbot: QtBot,
    services: Services,
    story: tuple[int, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(services.workbench, "compare", fail)
    panel, said = ComparePanel(services), list[str]()
    qtbot.addWidget(panel)
    panel.status_changed.connect(said.append)
    panel.open(*story[:2])
    assert said_well(said[-1:], caplog.text)


@pytest.mark.logs
def test_the_reader_logs_it(
    qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(services.library, "article", fail)
    panel = ReaderPanel(services)
    qtbot.addWidget(panel)
    panel.open(1)
    assert "ZeroDivisionError" in caplog.text


def test_sentences_of_the_core_are_made_anew_in_the_users_language(monkeypatch: pytest.MonkeyPatch) -> None:
    translated = {"“{name}” is empty.": "«{name}» está vacío."}
    monkeypatch.setattr("variorum.gui.words._translated", lambda text, _about: translated.get(text, text))
    error = UnreadableFileError("“{name}” is empty.", name="{a}.txt")
    assert str(error) == "“{a}.txt” is empty."
    assert said(error) == "«{a}.txt» está vacío."
    assert said(UnreadableFileError("“{a}” is odd.")) == "“{a}” is odd."
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), said(again)) == (str(error), said(error))

"""Answers that come when one has gone on: nothing is opened, compared or scrolled that is no longer asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from held_jobs import HeldJobs
from made_window import Made
from variorum.gui.compare.presentation import Side
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.opening import Opening
from variorum.gui.pairing.picker import ArticlePicker
from variorum.gui.services import Services
from variorum.gui.session import Session

Act = Callable[["Made", Path, tuple[int, ...]], object]


@pytest.fixture
def jobs() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def made(qtbot: QtBot, services: Services, jobs: HeldJobs, story: tuple[int, ...], tmp_path: Path) -> Made:
    return Made(qtbot, replace(services, jobs=jobs), tmp_path / "settings.toml")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "tunnel.txt"
    file.write_text("Tunnel rejected\n\nVoters turned the tunnel down on Sunday.\n", encoding="utf-8")
    return file


def drop_file(made: Made, file: Path, _: tuple[int, ...]) -> None:
    made.window.any_two.pairing.put_file(Side.RIGHT, file)


def drop_nothing(made: Made, file: Path, _: tuple[int, ...]) -> None:
    made.window.any_two.pairing.put_file(Side.RIGHT, file.with_name("gone.txt"))


def compare_files(made: Made, file: Path, _: tuple[int, ...]) -> None:
    made.window.any_two.pairing.compare_files([file, file])


def compare_again(made: Made, _: Path, story: tuple[int, ...]) -> None:
    recents = made.window.any_two._recents
    recents.open(next(one for one in recents._rows if one.recent.right.article_id == story[1]))


def open_files(made: Made, file: Path, _: tuple[int, ...]) -> None:
    services = replace(made.services, search=made.services.search)
    Opening(services, made.screens, made.window, Session(), [file, file]).start()


@pytest.mark.parametrize("act", [drop_file, drop_nothing, compare_files, compare_again, open_files])
def test_who_has_gone_elsewhere_stays_there(
    made: Made, jobs: HeldJobs, story: tuple[int, ...], file: Path, act: Act
) -> None:
    made.window.navigator.go(Comparing(story[0], story[1]))
    made.window.navigator.go(Reading(story[0]))
    jobs.hold = True
    act(made, file, story)
    made.window.navigator.go(Reading(story[2]))
    jobs.let_go()
    assert made.here() == Reading(story[2])
    assert made.said() == ""


@pytest.mark.parametrize("act", [drop_file, compare_files, compare_again, open_files])
def test_who_waits_gets_it(made: Made, jobs: HeldJobs, story: tuple[int, ...], file: Path, act: Act) -> None:
    made.window.navigator.go(Comparing(story[0], story[1]))
    made.window.navigator.go(Reading(story[0]))
    jobs.hold = True
    act(made, file, story)
    jobs.let_go()
    assert isinstance(made.here(), Comparing)


def test_of_two_things_asked_for_the_second_comes(
    made: Made, jobs: HeldJobs, story: tuple[int, ...], file: Path
) -> None:
    made.window.navigator.go(Comparing(story[0], story[1]))
    made.window.navigator.go(Reading(story[0]))
    jobs.hold = True
    open_files(made, file, story)
    compare_again(made, file, story)
    jobs.let_go()
    assert made.here() == Comparing(story[0], story[1])


def test_what_is_kept_meanwhile_is_still_the_same_place(made: Made, jobs: HeldJobs, file: Path) -> None:
    made.window.any_two.pairing.put_file(Side.RIGHT, file)  # nothing is open: it is read
    jobs.hold = True
    data = QMimeData()
    data.setText("A tunnel after all\n\nThe voters were asked again.")
    QGuiApplication.clipboard().setMimeData(data)
    made.do("keep")
    made.do("compare-clipboard")
    jobs.let_go()
    here = made.here()
    assert isinstance(here, Comparing)
    assert here.left > 0 > here.right


def test_the_place_of_what_was_kept_is_not_that_of_another_comparison(
    made: Made, jobs: HeldJobs, story: tuple[int, ...], file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.window.navigator.go(Reading(story[0]))
    made.window.any_two.pairing.put_file(Side.RIGHT, file)
    gone_to: list[tuple[int, int]] = []
    monkeypatch.setattr(made.screens.compare, "set_place", lambda left, right: gone_to.append((left, right)))
    jobs.hold = True
    made.do("keep")
    jobs.let_go(further=True)  # the comparison is on its way once more, under the new id
    made.window.navigator.go(Comparing(story[1], story[2]))
    jobs.let_go()
    qtbot.wait(1)
    assert made.screens.compare.comparing.ids == (story[1], story[2])
    assert gone_to == []


def test_what_is_searched_while_an_article_comes_is_marked_in_it(
    made: Made, jobs: HeldJobs, story: tuple[int, ...]
) -> None:
    reader = made.screens.reader
    made.window.navigator.go(Reading(story[1]))
    jobs.hold = True
    made.window.navigator.go(Reading(story[0], "bridge"))
    reader.seek("city")
    jobs.let_go()
    assert (reader.article_id(), reader.query()) == (story[0], "city")


def remove(made: Made, article_id: int) -> None:
    made.screens.sidebar.show_articles([article_id])
    made.window.library.remove()


def test_removing_what_is_read_does_not_lose_what_is_still_to_come(
    made: Made, jobs: HeldJobs, story: tuple[int, ...]
) -> None:
    made.window.navigator.go(Reading(story[0]))
    jobs.hold = True
    made.window.navigator.go(Reading(story[1]))
    remove(made, story[0])
    jobs.let_go()
    assert made.screens.reader.article_id() == story[1]


def test_what_is_removed_while_it_comes_is_no_trouble(made: Made, jobs: HeldJobs, story: tuple[int, ...]) -> None:
    reader = made.screens.reader
    made.window.navigator.go(Reading(story[0]))
    jobs.hold = True
    made.window.navigator.go(Reading(story[1]))
    remove(made, story[1])
    jobs.let_go()
    assert made.here() is None
    assert reader._pages.currentWidget() is reader._empty


def test_a_version_that_is_removed_while_it_is_compared_leaves_what_was_compared(
    made: Made, jobs: HeldJobs, story: tuple[int, ...]
) -> None:
    compare = made.screens.compare
    made.window.navigator.go(Comparing(story[0], story[1]))
    jobs.hold = True
    compare.partners._choose(Side.RIGHT, story[2])
    remove(made, story[2])
    jobs.let_go()
    assert compare.comparing.ids == (story[0], story[1])
    assert compare.comparison() is not None


def picker() -> list[ArticlePicker]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ArticlePicker)]


@pytest.mark.parametrize("compares", [True, False], ids=["comparison", "reader"])
def test_the_list_of_articles_does_not_come_for_what_is_no_longer_shown(
    made: Made, jobs: HeldJobs, story: tuple[int, ...], compares: bool
) -> None:
    places = (
        (Comparing(story[0], story[1]), Comparing(story[1], story[2]))
        if compares
        else (Reading(story[0]), Reading(story[1]))
    )
    made.window.navigator.go(places[0])
    jobs.hold = True
    made.window.any_two.pairing.compare_with()
    jobs.hold = False
    made.window.navigator.go(places[1])
    before = len(picker())
    jobs.let_go()
    assert len(picker()) == before


def test_a_new_librarys_first_article_takes_nobody_away(made: Made, story: tuple[int, ...]) -> None:
    library = made.services.library
    opening = Opening(made.services, made.screens, made.window, Session(), [])
    made.window.navigator.go(Reading(story[3]))
    opening._welcome(library.stories()[0])
    assert made.here() == Reading(story[3])


def test_what_is_opened_otherwise_ends_the_wait_for_the_first_result(made: Made, story: tuple[int, ...]) -> None:
    results = made.screens.results
    made.window.search_box.setText("bridge")
    results.open_current()
    assert results._open_first
    made.window.navigator.go(Reading(story[2]))
    assert not results._open_first

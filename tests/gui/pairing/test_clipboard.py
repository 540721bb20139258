"""The clipboard against an article: held, kept with one click, taken back; what can't be compared says why."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from made_window import Made
from variorum.core.errors import UnreadableFileError
from variorum.core.library.library import Library
from variorum.core.text.decoding import LIMIT
from variorum.gui.compare.presentation import Side
from variorum.gui.library.rows import Row
from variorum.gui.library.story_model import Role
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.pairing import clipboard
from variorum.gui.pairing.clipboard import copied

TEXT = "Old bridge to close in June\n\nThe old bridge will close in June, the city said on Tuesday."


def copy(text: str) -> None:
    QApplication.clipboard().setText(text)


def headings(made: Made) -> list[str]:
    model = made.screens.sidebar.stories
    rows: list[Row] = [model.index(number).data(Role.ROW) for number in range(model.rowCount())]
    return [row.text for row in rows if not row.article_id and not row.story_id]


def test_it_stands_beside_the_open_article_and_is_not_in_the_library(
    made: Made, library: Library, story: tuple[int, ...]
) -> None:
    made.window.library.open(story[0])
    copy(TEXT)
    before = library.revision()
    made.do("compare-clipboard")
    assert isinstance(made.here(), Comparing)
    left, right = made.rows()
    assert left.id == story[0]
    assert re.fullmatch(r"Clipboard, \d\d:\d\d", right.headline)
    assert library.revision() == before
    comparison = made.screens.compare.comparison()
    assert comparison is not None
    assert comparison.right.text == TEXT
    assert headings(made)[0] == "Not in the library"
    made.do("back")
    assert made.here() == Reading(story[0])


def test_what_the_library_has_already_is_its_article_and_that_is_said(
    made: Made, library: Library, story: tuple[int, ...]
) -> None:
    made.window.library.open(story[0])
    copy(library.text(story[1]))
    made.do("compare-clipboard")
    assert made.here() == Comparing(story[0], story[1])
    headline = library.article(story[1]).headline
    assert made.window.frame.toast.text() == f"What is on the clipboard is in the library already, as B, “{headline}”."


def test_one_click_keeps_it_and_undo_takes_that_back(made: Made, library: Library, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    copy(TEXT)
    made.do("compare-clipboard")
    held = made.rows()[1].id
    keeps = made.screens.compare._header.keeps
    assert not keeps[Side.LEFT].isVisible()
    keeps[Side.RIGHT].click()
    left, right = made.rows()
    assert (left.id, right.headline) == (story[0], "Old bridge to close in June")
    assert right.id > 0
    assert not keeps[Side.RIGHT].isVisible()
    assert not made.can("keep")
    assert library.text(right.id) == TEXT
    assert "Not in the library" not in headings(made)
    made.do("undo")
    assert made.here() == Comparing(story[0], held)
    assert library.articles([right.id]) == ()
    made.do("redo")
    assert made.here() == Comparing(story[0], right.id)


def test_what_is_kept_can_join_the_story_it_is_compared_in(
    made: Made, library: Library, story: tuple[int, ...]
) -> None:
    made.window.library.open(story[0])
    copy(TEXT)
    made.do("compare-clipboard")
    made.do("keep")
    assert made.said().startswith("Kept in the library: “Clipboard, ")
    made.press("Add to the story")
    assert made.rows()[1].siglum == "D"


def test_without_an_article_it_is_read_and_kept(made: Made, library: Library) -> None:
    copy(TEXT)
    made.do("compare-clipboard")
    (row,) = made.rows()
    assert isinstance(made.here(), Reading)
    assert row.is_unsaved
    made.do("keep")
    (row,) = made.rows()
    assert library.text(row.id) == TEXT


def test_what_is_in_the_library_already_is_that_article(made: Made, library: Library, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    copy(library.text(story[3]))
    made.do("compare-clipboard")
    assert made.here() == Comparing(story[0], story[3])


def test_a_side_of_the_comparison_can_be_chosen(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    copy(TEXT)
    made.screens.compare._header.other_asked.emit(Side.LEFT, "clipboard")
    left, right = made.rows()
    assert left.is_unsaved
    assert right.id == story[1]


def test_what_is_made_by_hand_is_kept_with_it_and_goes_back_with_it(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    copy(TEXT)
    made.do("compare-clipboard")
    made.do("next-change")
    made.do("review")
    state = made.screens.compare._state
    for action in ("keep", "undo", "redo"):
        assert state.reviewed()[0] == 1, action
        made.do(action)
    assert state.reviewed()[0] == 1


@pytest.mark.parametrize("forward", [1, 2])
def test_one_stays_on_the_change_when_it_is_kept(made: Made, story: tuple[int, ...], forward: int) -> None:
    made.window.library.open(story[1])
    copy(TEXT)
    made.do("compare-clipboard")
    state = made.screens.compare._state
    for _ in range(forward):
        made.do("next-change")
    on = state.current
    assert on is not None
    for action in ("keep", "undo", "redo"):
        made.do(action)
        assert state.current == on, action
    made.window.library.compare(story[0], story[1])
    assert state.current is None, "of other texts one is on no change"


def mime(**parts: object) -> QMimeData:
    data = QMimeData()
    for name, value in parts.items():
        getattr(data, name)(value)
    return data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (None, clipboard.EMPTY),
        (mime(), clipboard.EMPTY),
        (mime(setImageData=QImage(4, 4, QImage.Format.Format_RGB32)), clipboard.PICTURE),
        (mime(setColorData=QColor("red")), clipboard.NO_TEXT),
        (mime(setText=" \n\t \n"), clipboard.BLANK),
        (mime(setText="\x01\x02\x03binary\x04" * 50), clipboard.NO_TEXT),
        (mime(setText="<!DOCTYPE html><html><body><p>Ferry fares rise.</p></body></html>"), clipboard.WEB_PAGE),
    ],
)
def test_what_cannot_be_compared_says_why(data: QMimeData | None, why: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        copied(data)
    assert str(caught.value) == why


def test_a_huge_clipboard_is_refused_at_once() -> None:
    with pytest.raises(UnreadableFileError, match=r"holds too much \(2[12] MB\)"):
        copied(mime(setText="word " * (LIMIT // 5 + 100_000)))


def test_rich_text_is_taken_as_plain() -> None:
    found = copied(mime(setHtml="<h1>Ferry fares rise</h1><p>They <b>rise</b> in May.</p>"))
    assert isinstance(found, str)
    assert found.split("\n") == ["Ferry fares rise", "They rise in May."]
    assert copied(mime(setHtml="<b>Rich</b>", setText="Plain\r\nwords")) == "Plain\nwords"


def test_copied_files_are_files() -> None:
    assert copied(mime(setUrls=[QUrl.fromLocalFile("/desk/a.txt")], setText="/desk/a.txt")) != "/desk/a.txt"


def test_why_it_failed_is_said_in_the_window(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    QApplication.clipboard().clear()
    made.do("compare-clipboard")
    assert made.said() == clipboard.EMPTY
    assert made.here() == Reading(story[0])

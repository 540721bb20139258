"""Articles that are held without being in the library: they can be read and compared, and leave no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.core.errors import LibraryError
from variorum.core.library.drafts import draft
from variorum.core.library.library import FILE_NAME, Library
from variorum.core.workbench import Workbench

TEXT = "Ferry fares rise\n\nFerry fares will rise by 10 percent in May, the operator said.\n"
OTHER = "Ferry fares to rise\n\nFerry fares will rise by 12 percent in May, the operator said.\n"


def test_what_is_held_is_read_and_compared_and_not_in_the_library(library: Library) -> None:
    left = library.hold(draft(TEXT), "Clipboard, 14:02")
    right = library.hold(draft(OTHER, "/desk/ferry.txt"))
    assert left.is_unsaved
    assert (left.headline, right.headline) == ("Clipboard, 14:02", "Ferry fares to rise")
    assert library.articles([right.id, 7, left.id]) == (right, left)
    assert library.text(left.id) == TEXT
    workbench = Workbench(library)
    assert workbench.article(left.id).headline == "Ferry fares rise"
    assert workbench.compare(left.id, right.id).figures
    assert library.held() == (left, right)
    assert library.articles() == ()
    assert library.revision() == 0
    folder = library.folder
    library.close()
    assert b"Ferry fares" not in (folder / FILE_NAME).read_bytes()


def test_the_same_text_is_held_once_but_two_files_of_it_are_two(library: Library) -> None:
    clipboard = library.hold(draft(TEXT), "Clipboard, 14:02")
    assert library.hold(draft(TEXT), "Clipboard, 14:05") == clipboard
    one, other = (library.hold(draft(TEXT, f"/desk/{name}.txt")) for name in ("a", "b"))
    assert len({clipboard.id, one.id, other.id}) == 3


def test_a_text_of_the_library_is_its_article(library: Library) -> None:
    row = library.add(TEXT)
    assert library.hold(draft(TEXT, "/desk/ferry.txt")) == row
    library.remove([row.id])
    assert library.hold(draft(TEXT, "/desk/ferry.txt")).is_unsaved, "what was removed does not come back unasked"


def test_keeping_it_survives_a_crash(library: Library) -> None:
    held = library.hold(draft(TEXT, "/desk/ferry.txt", TEXT.encode()), "Clipboard, 14:02")
    addition = library.keep(held.id)
    assert not addition.known
    assert not addition.row.is_unsaved
    assert (addition.row.headline, addition.row.path) == ("Ferry fares rise", "/desk/ferry.txt")
    another = Library(library.folder)  # as another process, after this one has gone without closing anything
    assert another.text(addition.row.id) == TEXT
    another.close()
    library.remove([addition.row.id])
    assert library.text(held.id) == TEXT, "taken back, it is held as before"
    with pytest.raises(LibraryError):
        library.keep(-99)


def test_the_meaning_of_what_is_held_is_kept_as_long(library: Library, tmp_path: Path) -> None:
    held = library.hold(draft(TEXT))
    kept = library.add(OTHER)
    assert library.with_meaning([held.id, kept.id], "m") == frozenset()
    for row in (held, kept):
        library.set_meaning(row.id, "m", b"vectors")
    assert library.with_meaning([held.id, kept.id], "m") == {held.id, kept.id}
    assert library.meaning(held.id, "m") == b"vectors"
    assert library.meaning(held.id, "other") is None

"""Pages are made in one thread after the other: Qt and PySide6 bear no two that set text at once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest

from variorum.core.cancel import CanceledError
from variorum.core.collate.compare import compare
from variorum.core.export.content import Scope
from variorum.core.export.formats import BY_ID, Order
from variorum.core.text.reading import read_article
from variorum.gui.printing import making
from variorum.gui.printing.memo_sheet import memo_sheet
from variorum.gui.printing.pages import Sheet
from variorum.gui.printing.typesetting import Face

pytestmark = pytest.mark.usefixtures("theme")
ORDER = Order(datetime(2026, 3, 2, tzinfo=UTC), Scope())
COMPARISON = compare(
    read_article("Bridge to close\n\nThe council closed the bridge. Ferries will run.\n"),
    read_article("Bridge to close\n\nThe council shut the bridge. Buses will run.\n"),
)


def test_several_files_are_made_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    under_way, most = 0, 0

    def slowly(*memo: object) -> Sheet:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        time.sleep(0.02)
        under_way -= 1
        return memo_sheet(*memo)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "memo_sheet", slowly)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: making.made(BY_ID["memo-pdf"], COMPARISON, ORDER), range(4)))
    assert most == 1
    assert all(file.startswith(b"%PDF") for file in made)


def test_who_waits_for_another_file_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, end = Event(), Event()

    def slowly(*memo: object) -> Sheet:
        begun.set()
        end.wait(5)
        return memo_sheet(*memo)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "memo_sheet", slowly)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(making.made, BY_ID["memo-pdf"], COMPARISON, ORDER)
        assert begun.wait(5)
        with pytest.raises(CanceledError):
            making.made(BY_ID["pdf"], COMPARISON, ORDER, lambda: True)
        end.set()
        assert first.result().startswith(b"%PDF")


def test_no_two_threads_share_a_font() -> None:
    fonts = [Face(9).font(), Face(9).font()]
    assert fonts[0] == fonts[1]
    assert not fonts[0].isCopyOf(fonts[1])

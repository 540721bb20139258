"""The workbench reads and compares each pair once, with the story's other versions as evidence."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from variorum.core.cancel import CanceledError, ShouldCancel, never
from variorum.core.collate.model import Comparison, Counts, Regime
from variorum.core.errors import LibraryError
from variorum.core.library.library import Library
from variorum.core.text.model import Article
from variorum.core.workbench import Workbench

SUBJECTS = ("bridges", "ferries", "customs", "cranes")


class Comparer:
    """Stands for comparing, and notes what it was given."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, tuple[str, ...]]] = []

    def __call__(
        self, left: Article, right: Article, among: Sequence[Article] = (), should_cancel: ShouldCancel = never
    ) -> Comparison:
        self.calls.append((left.headline, right.headline, tuple(article.headline for article in among)))
        return Comparison(left, right, Regime.REWRITE, 0.0, (), (), (), Counts())


@pytest.fixture
def comparer(monkeypatch: pytest.MonkeyPatch) -> Comparer:
    comparer = Comparer()
    module = ModuleType("variorum.core.collate.compare")
    module.compare = comparer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "variorum.core.collate.compare", module)
    return comparer


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path)
    for subject in SUBJECTS:
        library.add(f"Eastport and its {subject}\n\nThe council of Eastport talked about {subject} on Monday.\n")
    yield library
    library.close()


def test_an_article_is_read_once(library: Library) -> None:
    bench = Workbench(library)
    article = bench.article(1)
    assert article.headline == "Eastport and its bridges"
    assert article.text == library.text(1)
    assert bench.article(1) is article


def test_only_so_many_articles_are_kept(library: Library) -> None:
    bench = Workbench(library, articles=2)
    first, second = bench.article(1), bench.article(2)
    assert bench.article(1) is first
    bench.article(3)
    assert bench.article(1) is first
    assert bench.article(2) is not second


def test_the_other_versions_of_the_story_are_evidence(library: Library, comparer: Comparer) -> None:
    story = library.new_story("Eastport", [1, 2, 3])
    bench = Workbench(library)
    bench.compare(1, 2)
    bench.compare(1, 4)
    library.move_to_story([4], story.id)
    bench.compare(1, 2)
    headlines = [f"Eastport and its {subject}" for subject in SUBJECTS]
    one, two, three, four = headlines
    assert comparer.calls == [(one, two, (three,)), (one, four, ()), (one, two, (three, four))]


def test_a_pair_is_compared_once(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library)
    assert bench.compare(1, 2) is bench.compare(1, 2)
    assert bench.compare(2, 1) is not bench.compare(1, 2)
    assert len(comparer.calls) == 2


def test_a_comparison_can_be_canceled(library: Library, comparer: Comparer) -> None:
    with pytest.raises(CanceledError):
        Workbench(library).compare(1, 2, lambda: True)
    assert comparer.calls == []


def test_what_is_removed_is_not_shown_from_the_cache(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library)
    bench.compare(1, 2)
    library.remove([2])
    for ask in (lambda: bench.article(2), lambda: bench.compare(1, 2)):
        with pytest.raises(LibraryError, match="no longer"):
            ask()


def test_threads_share_what_is_read(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: bench.article(n % 4 + 1), range(40)))
    assert [article.headline for article in found[:4]] == [f"Eastport and its {subject}" for subject in SUBJECTS]
    assert all(found[n] == found[n % 4] for n in range(40))

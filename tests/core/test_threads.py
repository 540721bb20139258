"""Reading, searching, comparing and reading for meaning in several threads give what one thread alone gets."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from pathlib import Path
from threading import Barrier

import pytest

from variorum.core.cache import Cache
from variorum.core.collate.changes import Change, changes
from variorum.core.collate.links import Linker, Model
from variorum.core.collate.model import Comparison
from variorum.core.collate.options import Granularity, WordOptions
from variorum.core.library.library import Library
from variorum.core.meaning.embedder import Embedder
from variorum.core.search.marking import hits_in
from variorum.core.text.finding import Sought, find
from variorum.core.text.model import Article, Span
from variorum.core.text.reading import decode, read_article
from variorum.core.workbench import Workbench

THREADS = 4
QUERIES = ("minister said", '"defense secretary"', "secur* allies~", "nato 2014")


@pytest.fixture
def switching() -> Iterator[None]:
    """Threads take turns after every few instructions, and nothing is known from earlier work."""
    for module in [module for name, module in sys.modules.items() if name.startswith("variorum.core.")]:
        for kept in list(vars(module).values()):
            if hasattr(kept, "cache_clear") and kept.__module__ == module.__name__:
                kept.cache_clear()
            elif isinstance(kept, dict) and type(kept).__module__ == module.__name__:
                kept.clear()
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture
def library(tmp_path: Path, seeds: Sequence[Path]) -> Iterator[Library]:
    library = Library(tmp_path)
    ids = [library.add(file.read_text(encoding="utf-8")).id for file in seeds]
    library.new_story("Defense", ids)
    yield library
    library.close()


def read(file: Path) -> tuple[Article, list[tuple[Span, ...]], tuple[Span, ...]]:
    """An article, and what is sought in it."""
    article = read_article(decode(file.read_bytes(), file.name))
    return article, [hits_in(article.text, query) for query in QUERIES], find(article.text, Sought("ukraine’s"))


def in_threads(work: Callable[..., object], given: Iterable[object]) -> list[object]:
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(work, given))


def test_articles_are_read_and_searched_alike(seeds: list[Path], switching: None) -> None:
    together = in_threads(read, [*seeds, *reversed(seeds)])
    alone = [read(file) for file in seeds]
    assert together == [*alone, *reversed(alone)]


def comparer(library: Library) -> Callable[[tuple[int, int]], tuple[Comparison, tuple[Change, ...], Comparison]]:
    bench = Workbench(library)
    by_sentence = WordOptions(granularity=Granularity.SENTENCE)

    def compare(ids: tuple[int, int]) -> tuple[Comparison, tuple[Change, ...], Comparison]:
        exact = bench.compare(*ids)
        return exact, changes(exact), bench.compare(*ids, options=by_sentence)

    return compare


def test_versions_of_a_story_are_compared_alike_in_whatever_order(library: Library, switching: None) -> None:
    ids = sorted(row.id for row in library.articles())
    pairs = list(permutations(ids[:3], 2))
    together = in_threads(comparer(library), pairs)
    alone = list(map(comparer(library), reversed(pairs)))
    assert together == alone[::-1]


def test_articles_are_read_for_meaning_alike(library: Library, switching: None) -> None:
    embedder = Embedder()
    bench = Workbench(library, embedder=embedder)
    texts = [f"Ferries stop\n\nThe {number} ferries of Eastport stopped on Monday." for number in range(20, 26)]
    ids = [library.add(text).id for text in texts]
    assert in_threads(bench.embed, ids) == [True] * len(ids)
    assert embedder.model is not None
    assert [library.meaning(number, embedder.model) for number in ids] == [embedder.embed(text) for text in texts]
    embedder.rest()


def test_of_two_values_made_at_once_the_first_is_kept_for_both() -> None:
    cache: Cache[str, object] = Cache(4)
    missing = Barrier(2)

    def make() -> object:
        missing.wait(5)
        return object()

    one, other = in_threads(lambda _: cache.get("key", make), range(2))
    assert one is other is cache.known("key")


def test_one_linker_has_one_method_however_many_threads_begin_with_it(
    seeds: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Two methods would not be known for the same, and one thread would leave the other versions of the story out.
    from variorum.core.collate import links

    linker, here, model = Linker(), Barrier(2), links.shipped_model("words")
    article = read_article(seeds[0].read_text(encoding="utf-8"))
    version = linker.memory.version(article)

    def slowly(_name: str) -> Model:
        try:
            here.wait(0.2)  # for the other thread, which may make one as well
        except Exception:
            here.reset()
        return model

    monkeypatch.setattr(links, "shipped_model", slowly)
    one, other = in_threads(lambda _: linker._method(version, version), range(2))
    assert one is other is linker._method(version, version)

"""The workbench reads and compares each pair once, with the story's other versions as evidence."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from variorum.core.cancel import CanceledError, ShouldCancel, never
from variorum.core.collate.changes import changes
from variorum.core.collate.hand import NO_HAND_LINKS, HandLinks
from variorum.core.collate.links import Linker
from variorum.core.collate.model import Comparison, Counts, Regime
from variorum.core.errors import LibraryError
from variorum.core.handmade.linking import Compared, exchange
from variorum.core.handmade.model import Review
from variorum.core.handmade.passages import Passages
from variorum.core.handmade.reviewing import Reviewed
from variorum.core.library.library import Library
from variorum.core.meaning.embedder import Embedder, EmbeddingError
from variorum.core.meaning.encoder import Encoder
from variorum.core.meaning.model import Meaning, MeaningOf, no_meaning
from variorum.core.meaning.packing import pack
from variorum.core.meaning.shipped import MOST_WORDS
from variorum.core.text.model import Article, Span
from variorum.core.text.reading import read_article
from variorum.core.workbench import Workbench

SUBJECTS = ("bridges", "ferries", "customs", "cranes")


class Comparer:
    """Stands for comparing, and notes what it was given."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, tuple[str, ...]]] = []
        self.meanings: list[list[Meaning | None]] = []
        self.hands: list[HandLinks] = []

    def __call__(
        self,
        left: Article,
        right: Article,
        among: Sequence[Article] = (),
        should_cancel: ShouldCancel = never,
        linker: Linker | None = None,
        *,
        meaning_of: MeaningOf = no_meaning,
        hand: HandLinks = NO_HAND_LINKS,
    ) -> Comparison:
        self.calls.append((left.headline, right.headline, tuple(article.headline for article in among)))
        self.hands.append(hand)
        self.meanings.append([meaning_of(article) for article in (left, right, *among)])
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


class InlineEmbedder(Embedder):
    """Encodes in this process, and notes what it was given."""

    def __init__(self) -> None:
        super().__init__([])
        self.texts: list[str] = []
        self._encoder: Encoder | None = None

    def embed(self, text: str, should_cancel: ShouldCancel = never) -> bytes:
        self.texts.append(text)
        self._encoder = self._encoder or Encoder.load()
        assert self._encoder is not None
        return pack(self._encoder.encode(read_article(text), should_cancel))


class AbsentEmbedder(Embedder):
    """There is no model."""

    @property
    def model(self) -> str | None:
        return None


def test_a_comparison_uses_the_meanings_that_are_there(library: Library, comparer: Comparer) -> None:
    library.new_story("Eastport", [1, 2, 3])
    embedder = InlineEmbedder()
    bench = Workbench(library, embedder=embedder)
    first = bench.compare(1, 2)
    assert bench.lacking(1, 2) == (1, 2, 3)
    assert bench.embed(2)
    assert not bench.embed(2)
    assert embedder.texts == [library.text(2)]
    assert bench.lacking(1, 2) == (1, 3)
    assert bench.compare(1, 2) is not first
    assert bench.compare(1, 2) is bench.compare(1, 2)
    one, two = comparer.meanings
    assert one == [None, None, None]
    assert two[0] is None
    assert two[1] is not None
    assert two[1].fits(bench.article(2))


def test_what_lacks_a_meaning_is_told_in_order_and_only_once(library: Library) -> None:
    library.new_story("Eastport", [2])
    long = library.add("Endless\n\n" + "The council talked and talked. " * (MOST_WORDS // 4)).id
    bench = Workbench(library, embedder=InlineEmbedder())
    assert bench.without_meaning()[0] == 2
    assert sorted(bench.without_meaning()) == [1, 2, 3, 4]
    assert bench.embed(2)
    assert 2 not in bench.without_meaning()
    assert not bench.embed(long)


def test_a_meaning_of_other_passages_or_damaged_counts_as_lacking(library: Library, comparer: Comparer) -> None:
    embedder = InlineEmbedder()
    bench = Workbench(library, embedder=embedder)
    assert embedder.model is not None
    library.set_meaning(1, embedder.model, embedder.embed("Another text.\n"))
    library.set_meaning(2, embedder.model, b"rubbish")
    bench.compare(1, 2)
    assert comparer.meanings == [[None, None]]
    assert bench.lacking(1, 2) == (1, 2)
    assert bench.embed(1)
    assert bench.embed(2)
    assert bench.lacking(1, 2) == ()
    bench.compare(1, 2)
    assert None not in comparer.meanings[-1]


def test_a_meaning_by_another_model_counts_as_lacking(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library, embedder=InlineEmbedder())
    library.set_meaning(1, "an older model", b"")
    bench.compare(1, 2)
    assert comparer.meanings == [[None, None]]
    assert bench.lacking(1, 2) == (1, 2)


def test_without_a_model_nothing_is_lacking(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library, embedder=AbsentEmbedder())
    assert not bench.reads_meaning
    assert bench.lacking(1, 2) == ()
    assert bench.without_meaning() == ()
    assert not bench.embed(1)
    bench.compare(1, 2)
    assert comparer.meanings == [[None, None]]


def test_an_article_can_be_compared_with_itself(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library, embedder=InlineEmbedder())
    bench.embed(1)
    bench.compare(1, 1)
    assert None not in comparer.meanings[0]


def test_a_failure_to_encode_keeps_nothing(library: Library) -> None:
    bench = Workbench(library, embedder=Embedder(["false"]))
    with pytest.raises(EmbeddingError):
        bench.embed(1)
    assert 1 in bench.without_meaning()


def link_by_hand(bench: Workbench, library: Library, *, linked: bool = True) -> tuple[Span, Span]:
    """Say of the bodies of articles 1 and 2 that they tell the same, or not."""
    bodies = [
        next(s.span for s in bench.article(n).sentences if "council" in s.span.of(library.text(n))) for n in (1, 2)
    ]
    one, other = (Compared(n, Passages(library.text(n))) for n in (1, 2))
    pair = bodies[0], bodies[1]
    acted = exchange(library.hand_links((1, 2)), one, other, [pair], linked=linked)
    library.exchange_links(acted.gone, acted.new)
    return pair


def test_links_by_hand_hold_in_every_comparison_of_the_two(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library)
    first = bench.compare(1, 2)
    pair = link_by_hand(bench, library)
    assert bench.compare(1, 2) is not first
    bench.compare(2, 1)
    bench.compare(1, 3)
    assert comparer.hands == [
        NO_HAND_LINKS, HandLinks(linked=(pair,)), HandLinks(linked=(pair[::-1],)), NO_HAND_LINKS
    ]  # fmt: skip


def test_what_was_compared_before_a_link_was_undone_again_is_still_there(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library)
    first = bench.compare(1, 2)
    link_by_hand(bench, library)
    bench.compare(1, 2)
    library.exchange_links(library.hand_links((1, 2)), ())
    assert bench.compare(1, 2) is first
    link_by_hand(bench, library, linked=False)
    bench.compare(1, 2)
    assert [bool(hand.unlinked) for hand in comparer.hands] == [False, False, True]


def test_a_link_to_a_third_version_has_nothing_compared_anew(library: Library, comparer: Comparer) -> None:
    bench = Workbench(library)
    third = bench.compare(1, 3)
    link_by_hand(bench, library)
    assert bench.compare(1, 3) is third
    assert len(comparer.calls) == 1


def test_a_link_by_hand_is_seen_in_the_claims(library: Library) -> None:
    bench = Workbench(library)
    pair = link_by_hand(bench, library, linked=False)
    apart = bench.compare(1, 2)
    assert not any(claim.left and claim.right and claim.left[0].overlap(pair[0]) for claim in apart.claims)
    link_by_hand(bench, library)
    assert any(claim.by_hand and claim.left == pair[:1] for claim in bench.compare(1, 2).claims)


def test_reviews_come_back_with_their_changes(library: Library) -> None:
    bench = Workbench(library)
    comparison = bench.compare(1, 2)
    listed = changes(comparison)
    assert bench.reviews(1, 2, comparison, listed) == {}
    acted = Reviewed(comparison, 1, 2).exchange(listed[-1], (), lambda _: Review(reviewed=True))
    library.exchange_reviews(acted.gone, acted.new)
    assert bench.reviews(1, 2, comparison, listed) == {len(listed) - 1: Review(reviewed=True)}


def test_what_speaks_for_a_link_is_told_of_the_two_versions(library: Library) -> None:
    texts = ("One\n\nThen Anna Lind opened the bridge.", "Two\n\nThe bridge was opened by Anna Lind.")
    one, other = (library.add(text).id for text in texts)
    workbench = Workbench(library)
    comparison = workbench.compare(one, other)
    claim = next(claim for claim in comparison.claims if claim.linked)
    found = workbench.grounds(one, other, comparison, claim)
    assert found.names == ("Anna Lind",)

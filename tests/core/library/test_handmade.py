"""Links made by hand and reviews live as long as their articles; they outlive old libraries, crashes and edits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from variorum.core.errors import LibraryError
from variorum.core.handmade.model import End, HandLink, KeptReview, Passage, PassageOf, Review
from variorum.core.library.drafts import draft
from variorum.core.library.library import Library


def link(one: int, other: int, *, linked: bool = True, words: str = "The bridge closes.") -> HandLink:
    return HandLink.between(
        PassageOf(one, Passage(words)), PassageOf(other, Passage(words, 1, "before\x1fafter")), linked=linked
    )


def review(*articles: int, note: str = "") -> KeptReview:
    ends = tuple(sorted(End(article, "abc", article, f"{article}\x1f") for article in articles))
    return KeptReview("reworded", ends, Review(reviewed=True, note=note))


@pytest.fixture
def pair(add: Callable[..., int]) -> tuple[int, int]:
    return add("cranes"), add("customs")


def test_what_is_kept_is_given_back_as_it_was(library: Library, pair: tuple[int, int]) -> None:
    links = link(*pair), link(*pair, linked=False, words="Ferries run.")
    reviews = review(*pair, note="ask “Ann”"), review(pair[1])
    library.exchange_links((), links)
    library.exchange_reviews((), reviews)
    assert library.hand_links(pair[:1]) == library.hand_links(pair) == links
    assert library.reviews(pair) == reviews
    assert library.reviews(pair[:1]) == reviews[:1]


def test_the_other_way_round_undoes_it(library: Library, pair: tuple[int, int]) -> None:
    before, after = (link(*pair, linked=False),), (link(*pair),)
    library.exchange_links((), before)
    library.exchange_links(before, after)
    assert library.hand_links(pair) == after
    library.exchange_links(after, before)
    assert library.hand_links(pair) == before
    first, second = (review(pair[0]),), (review(pair[0], note="seen"),)
    library.exchange_reviews((), first)
    library.exchange_reviews(first, second)
    library.exchange_reviews(second, first)
    assert library.reviews(pair) == first


def test_it_is_no_change_of_the_content(library: Library, pair: tuple[int, int]) -> None:
    revision = library.revision()
    library.exchange_links((), [link(*pair)])
    library.exchange_reviews((), [review(*pair)])
    assert library.revision() == revision


def test_with_a_removed_article_it_goes_and_comes_back(library: Library, pair: tuple[int, int]) -> None:
    library.exchange_links((), [link(*pair)])
    library.exchange_reviews((), [review(*pair), review(pair[0])])
    library.remove([pair[1]])
    assert library.hand_links(pair) == ()
    assert library.reviews(pair) == (review(pair[0]),)
    library.restore([pair[1]])
    assert library.hand_links(pair) == (link(*pair),)
    assert len(library.reviews(pair)) == 2


def test_of_a_purged_article_nothing_is_left(
    library: Library, pair: tuple[int, int], later: Callable[[int], None]
) -> None:
    library.exchange_links((), [link(*pair)])
    library.exchange_reviews((), [review(*pair), review(pair[0])])
    library.remove([pair[1]])
    later(40)
    library.purge(timedelta(days=30))
    with library._connections.reading() as connection:
        assert connection.execute("SELECT COUNT(*) FROM hand_links").fetchone()[0] == 0
        assert connection.execute("SELECT COUNT(*) FROM reviews").fetchone()[0] == 1


def test_what_comes_after_a_purge_is_not_kept(library: Library, pair: tuple[int, int]) -> None:
    library.exchange_reviews((), [review(pair[0], 999)])
    library.exchange_links((), [link(pair[0], 999)])
    assert library.reviews(pair) == ()
    assert library.hand_links(pair) == ()


def test_an_edited_file_imported_again_has_what_its_last_version_has(library: Library) -> None:
    first = library.add("Bridge to close in May.\n", "/desk/bridge.txt").id
    other = library.add("Ferries run every hour.\n", "/desk/ferries.txt").id
    library.exchange_links((), [link(first, other)])
    library.exchange_reviews((), [review(first, other), review(other)])
    second = library.add("Bridge to close in June.\n", "/desk/bridge.txt").id
    (inherited,) = library.hand_links([second])
    assert {inherited.one.article, inherited.other.article} == {second, other}
    (reviewed,) = library.reviews([second])
    assert {end.article for end in reviewed.ends} == {second, other}
    library.remove([first])
    assert library.hand_links([second]) == (inherited,)
    assert library.add("Another text.\n", "/desk/another.txt").id
    assert len(library.hand_links([other])) == 1


def test_texts_without_a_file_inherit_nothing(library: Library) -> None:
    first, other = library.add("One text.\n").id, library.add("Two texts.\n").id
    library.exchange_links((), [link(first, other)])
    assert library.hand_links([library.add("Three texts.\n").id]) == ()


def test_an_act_is_kept_whole_or_not_at_all(library: Library, pair: tuple[int, int]) -> None:
    library.exchange_links((), [link(*pair)])
    broken = HandLink(PassageOf(pair[0], Passage(None)), PassageOf(pair[1], Passage("x")), True)  # type: ignore[arg-type]
    with pytest.raises(LibraryError):
        library.exchange_links([link(*pair)], [link(*pair, linked=False), broken])
    assert library.hand_links(pair) == (link(*pair),)


def test_a_killed_process_loses_nothing_that_was_done(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from variorum.core.library.library import Library;"
        "from variorum.core.handmade.model import End, KeptReview, Review;"
        "library = Library(Path(sys.argv[1])); number = library.add('A text.').id;"
        "library.exchange_reviews((), [KeptReview('reworded', (End(number, 'abc'),), Review(True, 'seen'))]);"
        "os.kill(os.getpid(), 9)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3] / "desktop")}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=environment, check=False, timeout=30)
    library = Library(tmp_path)
    assert [kept.review for kept in library.reviews([1])] == [Review(reviewed=True, note="seen")]
    library.close()


def test_of_an_article_that_is_only_held_it_lives_as_long_as_that(library: Library, tmp_path: Path) -> None:
    kept, held = library.add("Bridge to close.\n").id, library.hold(draft("Bridge to close in May.\n")).id
    library.exchange_links((), [link(kept, held)])
    library.exchange_reviews((), [review(kept, held), review(kept), review(held)])
    assert library.hand_links([kept]) == (link(kept, held),)
    assert len(library.reviews([held])) == 2
    library.exchange_reviews([review(held)], [review(held, note="seen")])
    assert [one.review.note for one in library.reviews([held])] == ["", "seen"]
    folder = library.folder
    library.close()
    again = Library(folder)
    assert again.hand_links([kept, held]) == ()
    assert again.reviews([kept, held]) == (review(kept),)
    again.close()


def test_who_keeps_a_held_article_keeps_what_was_made_of_it(library: Library) -> None:
    kept, held = library.add("Bridge to close.\n").id, library.hold(draft("Bridge to close in May.\n")).id
    library.exchange_links((), [link(kept, held)])
    library.exchange_reviews((), [review(kept, held, note="seen")])
    number = library.keep(held).row.id
    folder = library.folder
    library.close()
    again = Library(folder)
    (linked,) = again.hand_links([number])
    assert set(linked.articles) == {kept, number}
    (said,) = again.reviews([number])
    assert (set(said.articles), said.review.note) == ({kept, number}, "seen")
    again.close()

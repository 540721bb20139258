"""Which tokens stand on both sides: phrases before scattered words, islands that tell, survival by passage."""

from __future__ import annotations

from variorum.core.collate.alignment import Token, aligned, closely_aligned, mostly_stands


def tokens(words: str, passage: int = 0) -> list[Token]:
    """Tokens that all say something."""
    return [Token(word, True, passage) for word in words.split()]


def standing(left: list[Token], right: list[Token]) -> list[str]:
    return [left[a].key for a, _ in aligned(left, right)]


def test_a_phrase_stands_though_more_scattered_words_keep_another_order() -> None:
    left, right = (
        tokens("one u two v three w four northern freight terminal x"),
        tokens("y northern freight terminal one k two m three n four z"),
    )
    assert standing(left, right) == ["northern", "freight", "terminal"]


def test_lone_names_and_figures_stand_and_lone_words_do_not() -> None:
    assert standing(tokens("a b Zelig c d"), tokens("e f Zelig g h")) == ["Zelig"]
    assert standing(tokens("a b $36 c d"), tokens("e f $36 g h")) == ["$36"]
    assert standing(tokens("a b heavy c d"), tokens("e f heavy g h")) == []


def test_a_name_that_stands_twice_is_no_island() -> None:
    assert standing(tokens("a b Zelig c d"), tokens("e f Zelig g h Zelig i")) == []


def test_survival_is_measured_against_the_shorter_passage() -> None:
    short, more = tokens("a ferry line b c d"), " ".join(f"w{at}" for at in range(40))
    assert standing(short, tokens(f"{more} ferry line v")) == ["ferry", "line"]
    assert standing(tokens(f"{more} ferry line v"), tokens(f"{more.replace('w', 'z')} ferry line u")) == []


def test_each_passage_survives_by_itself() -> None:
    left = [*tokens("a ferry line b c d", 0), *tokens(" ".join(f"w{at}" for at in range(40)) + " night boat v", 1)]
    right = [*tokens("e ferry line f g h", 0), *tokens(" ".join(f"z{at}" for at in range(40)) + " night boat u", 1)]
    assert standing(left, right) == ["ferry", "line"]


def test_where_most_stands_small_words_between_replaced_figures_stand() -> None:
    words = "the council passed the plan by 14 votes to 9"
    left, right = tokens(f"{words} today"), tokens(f"{words.replace('14', '12').replace('9', '11')} today")
    assert mostly_stands(left, right, aligned(left, right))
    assert [left[a].key for a, _ in closely_aligned(left, right)] == [*words.replace("14 ", "").split()[:-1], "today"]

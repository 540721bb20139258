"""Texts as nobody edits them, but as people open them: what grows must grow about as fast as the text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from variorum.core.collate.compare import compare
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

THE_DIFF = 1.5
"""Seconds that the words of one long passage may take, however long it is: the diff stops after one."""

Made = Callable[[int], tuple[Article, Article]]


def quoting(size: int) -> tuple[Article, Article]:
    """Quotations that all share their words but one."""
    one = (f'"We will build homes number {at} in this town."' for at in range(size))
    other = (f'"We shall build homes number {at} in that town," Mayor Anna Lund said.' for at in range(size))
    return read_article("\n\n".join(one)), read_article("\n\n".join(other))


def quoted_in_one_line(size: int) -> tuple[Article, Article]:
    """A line without a full stop in which every few words are a quotation."""
    one = " ".join(f'and they called the harbor "a place of the {at} sorrows" once more' for at in range(size))
    return read_article(one), read_article(one.replace("sorrows", "joys"))


def listing(size: int) -> tuple[Article, Article]:
    """Figures without a full stop between them."""
    one = ", ".join(f"{at} houses" for at in range(2 * size, 4 * size))
    other = ", ".join(f"{at} homes" for at in range(3 * size, 5 * size))
    return read_article(f"{one}."), read_article(f"{other}.")


def tabulated(size: int) -> tuple[Article, Article]:
    """Rows of the same few numbers, of which one is another in the other version."""
    rows = [f"In row {at} stand 7, 8 and 9 boats of the fleet." for at in range(size)]
    return read_article("\n\n".join(rows)), read_article("\n\n".join(row.replace("9", "6") for row in rows))


@pytest.mark.parametrize("made", [quoting, quoted_in_one_line, listing, tabulated])
def test_long_texts_take_near_linear_time(made: Made) -> None:
    def seconds(size: int) -> float:
        left, right = made(size)
        start = time.process_time()
        compare(left, right)
        return time.process_time() - start

    seconds(20)
    assert seconds(1200) < 30 * seconds(120) + THE_DIFF


def test_what_many_quotations_share_is_told_of_each() -> None:
    """Words that stand in hundreds of quotations still tell which of two linked passages quote the same."""
    comparison = compare(*quoting(400))
    there = [pair for pair in comparison.quotes if pair.left and pair.right]
    assert len(there) == 400
    assert all(pair.left and pair.right and pair.left.text.split()[4] == pair.right.text.split()[4] for pair in there)

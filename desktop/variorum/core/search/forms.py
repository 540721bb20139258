"""Words that look like the one asked for: by pattern or with letters wrong. One test for index and text alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from variorum.core.search.syntax import Fuzzy, Pattern

Test = Callable[[str], bool]


def test_of(node: Pattern | Fuzzy) -> Test:
    """Whether a folded word is what the condition asks for."""
    if isinstance(node, Pattern):
        pattern = re.compile(".*".join(re.escape(piece) for piece in re.split(r"\*+", node.pattern)), re.DOTALL)
        return lambda word: pattern.fullmatch(word) is not None
    wanted, distance = node.word, node.distance
    return lambda word: is_near(wanted, word, distance)


def matching_words(node: Pattern | Fuzzy, expand: Callable[[str, str], Iterable[str]], field: str) -> list[str]:
    """The words of a field of the index that the condition asks for. `expand` gives those with a common beginning."""
    start = node.pattern.partition("*")[0] if isinstance(node, Pattern) else node.word[0]
    test = test_of(node)
    return [word for word in expand(field, start) if test(word)]


@lru_cache(maxsize=50_000)
def is_near(wanted: str, word: str, distance: int) -> bool:
    """Whether at most `distance` letters of `word` are wrong, missing, too many or swapped, but the first one right.

    Damerau's distance with each swap counted once (optimal string alignment).
    """
    if wanted[:1] != word[:1] or abs(len(wanted) - len(word)) > distance:
        return False
    above: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(wanted, 1):
        above, row, before = row, [i], above
        for j, other in enumerate(word, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and wanted[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > distance:
            return False
    return row[-1] <= distance

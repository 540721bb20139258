"""Where the words of a query stand in a text: as the index would find them, so that every article found shows why.

Pure: needs no index. About a millisecond for 1,000 words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from variorum.core.search.analysis import Tokens, stem
from variorum.core.search.forms import test_of
from variorum.core.search.query import parse
from variorum.core.search.syntax import Fuzzy, Node, Pattern, Words, sought
from variorum.core.text.model import Span

_LETTERS_TO_COMPLETE = 3

Test = Callable[[str], bool]


class Mark(NamedTuple):
    """A place that a query asks for. `term` numbers the condition it fulfills."""

    span: Span
    term: int


def hits_in(text: str, query: str, *, typing: bool = True) -> tuple[Span, ...]:
    """The places in `text` that `query` asks for, in order, none overlapping; a phrase is one place.

    With `typing`, words that begin like the query's last one count too, as in the search while typing.
    """
    return tuple(merged(mark.span for mark in _marker(query, typing).marks(text)))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, with those that overlap made one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


class Marker:
    """Marks the same query in many texts: what it finds out of a word holds for all of them."""

    def __init__(self, root: Node | None) -> None:
        conditions = list(sought(root))
        self._tests = [word_tests(condition) for condition in conditions]
        self._letters = {_first_letter(condition) for condition in conditions}
        self._begun = _Begun([tests[0] for tests in self._tests])

    def marks(self, text: str) -> list[Mark]:
        """The places in `text` that fulfill a condition of the query, in order; they may overlap."""
        if not self._tests:
            return []
        found = Tokens(text)
        words, letters = found.words, self._letters
        marks = []
        for first in [place for place, word in enumerate(words) if word[0] in letters]:
            for term in self._begun[words[first]]:
                last = first + len(self._tests[term]) - 1
                if last == first or _goes_on(words, first, self._tests[term]):
                    marks.append(Mark(Span(*found.span(first, last)), term))
        return marks


class _Begun(dict[str, tuple[int, ...]]):
    """By word, the conditions that it is the first word of."""

    def __init__(self, first_tests: Sequence[Test]) -> None:
        super().__init__()
        self._tests = first_tests

    def __missing__(self, word: str) -> tuple[int, ...]:
        self[word] = passed = tuple(term for term, test in enumerate(self._tests) if test(word))
        return passed


def _first_letter(condition: Words | Pattern | Fuzzy) -> str:
    """The letter that the condition's first word begins with: no stem, pattern or slip changes it."""
    match condition:
        case Words(words):
            return words[0][0]
        case Pattern(pattern):
            return pattern[0]
        case Fuzzy(word):
            return word[0]


def _goes_on(words: Sequence[str], first: int, tests: Sequence[Test]) -> bool:
    """Whether the condition begun at `first` is fulfilled by the words after it."""
    following = words[first + 1 : first + len(tests)]
    return len(following) == len(tests) - 1 and all(map(_passes, tests[1:], following))


def _passes(test: Test, word: str) -> bool:
    return test(word)


def word_tests(condition: Words | Pattern | Fuzzy) -> list[Test]:
    """A test for each word in a row that fulfills the condition."""
    if isinstance(condition, Pattern | Fuzzy):
        return [test_of(condition)]
    *fixed, last = condition.words
    tests: list[Test] = [word.__eq__ for word in fixed]
    return [*tests, _last_test(condition, last)]


def _last_test(condition: Words, last: str) -> Test:
    begins = condition.open_end and (len(last) >= _LETTERS_TO_COMPLETE or len(condition.words) > 1)
    if condition.exact or len(condition.words) > 1:
        return (lambda word: word.startswith(last)) if begins else last.__eq__
    stemmed = stem(last)
    return lambda word: stem(word) == stemmed or (begins and word.startswith(last))


@lru_cache(maxsize=64)
def _marker(query: str, typing: bool) -> Marker:
    return Marker(parse(query, typing=typing).root)

"""What a sentence is made of when it is held against others: stems, names, numbers, quoted words. Knows one article.

Nothing here knows of pairs. Other versions matter only through `Lexicon`, which says how rare a stem is.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.inside import starting_in
from variorum.core.text.model import Article, Kind, Sentence, Span
from variorum.core.text.stemming import stem

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)
_PLACE_ENDING = re.compile(r"^(.{4,}?)(?:ians?|eans?|ans?|ese|ia|ea|is?|a|e)$")
_ALGORITHMS = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
    "pt": "portuguese", "ru": "russian", "sv": "swedish", "no": "norwegian", "da": "danish", "fi": "finnish",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or headline, taken apart."""

    span: Span
    kind: Kind
    place: float
    """Where it stands in its article, from 0 to 1."""
    stems: tuple[str, ...]
    """Stems in reading order, names among them in one form ("iran" for Iran, Iranian)."""
    starts: tuple[int, ...]
    """Where the word of each stem starts in the article."""
    names: frozenset[str]
    """The stems that are names."""
    numbers: frozenset[str]
    """Canonical values of the figures in it that measure something (dates don't)."""
    quoted: frozenset[str]
    """Stems inside quotation marks."""
    counts: Counter[str]


@cache
def _stem(word: str, algorithm: str) -> str:
    return stem(word, algorithm) if algorithm else word


def stem_of(word: str, language: str = "en") -> str:
    """The stem of a word in `language` (ISO 639-1), lower-cased."""
    return _stem(word.lower(), _ALGORITHMS.get(language, ""))


@cache
def stem_name(word: str) -> str:
    """One form for a name, its possessive and the adjective of a place: Russia, Russian, Russia’s → "russ"."""
    word = word.lower().replace(".", "")
    found = _PLACE_ENDING.match(word)
    return found[1] if found else word


Word = tuple[str, int]
"""A word as written, without a possessive ending, and where it starts."""


def words_in(text: str, span: Span) -> list[Word]:
    """The words of `span`, those that passages are made of."""
    found = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match[0]
        if "'" in word or "’" in word:
            word = _POSSESSIVE.sub("", word)
        found.append((word, match.start()))
    return found


def _is_initial(text: str, begin: int, at: int) -> bool:
    """Whether a capital at `at` tells nothing: it opens a sentence that begins at `begin`, or what is said in it."""
    gap = text[max(begin, at - 3) : at]
    before = gap.rstrip()
    if before.endswith(('"', "'")) and before != gap:
        return False  # a straight mark before a space closes: "It is done," Lind said
    return not before or before[-1] in "“\"'‘.!?:"


def word_at(article: Article, start: int) -> str:
    """The word as written whose stem starts at `start`."""
    match = _TOKEN.match(article.text, start)
    return _POSSESSIVE.sub("", match[0]) if match else ""


def _names_of(text: str, sentences: Iterable[tuple[Span, list[Word]]]) -> frozenset[str]:
    """Lower-cased words that stand with a capital inside sentences and seldom without."""
    rows = [(word, at, span.start) for span, words in sentences for word, at in words]
    small = Counter(word for word, _, _ in rows)
    capital = Counter(
        word.lower() for word, at, begin in rows if word[0].isupper() and not _is_initial(text, begin, at)
    )
    return frozenset(word for word, count in capital.items() if count > small[word])


def passages_of(article: Article, should_cancel: ShouldCancel = never) -> tuple[Passage, ...]:
    """The sentences and headlines of `article` that tell something, in reading order. Raises CanceledError."""
    told = [s for s in article.sentences if s.kind.tells]
    words = []
    for sentence in told:
        check(should_cancel)
        words.append(words_in(article.text, sentence.span))
    # Headlines in title case would make every word a name.
    rows = ((s.span, w) for s, w in zip(told, words, strict=True) if s.kind is Kind.SENTENCE)
    forms = _Forms(_names_of(article.text, rows), _ALGORITHMS.get(article.language or "en", ""))
    quotations = _quotations_by_sentence(article, told)
    size = max(1, len(told) - 1)
    passages = []
    for index, sentence in enumerate(told):
        check(should_cancel)
        passages.append(_passage(article, sentence, index / size, words[index], forms, quotations[index]))
    return tuple(passages)


class _Forms(dict[str, str]):
    """The stem of every word as written; names have one form."""

    def __init__(self, names: frozenset[str], algorithm: str) -> None:
        super().__init__()
        self._names, self._algorithm = names, algorithm
        self.named: set[str] = set()
        """The words as written, of those asked for, that are names in this article."""

    def __missing__(self, written: str) -> str:
        word = written.lower()
        if word in self._names:
            self.named.add(written)
            form = stem_name(word)
        else:
            form = _stem(word.replace("’", "'"), self._algorithm)
        self[written] = form
        return form


def _passage(
    article: Article, sentence: Sentence, place: float, words: list[Word], forms: _Forms, quotations: list[Span]
) -> Passage:
    stems = [forms[word] for word, _ in words]
    return Passage(
        span=sentence.span,
        kind=sentence.kind,
        place=place,
        stems=tuple(stems),
        starts=tuple(start for _, start in words),
        names=frozenset(forms[word] for word in forms.named.intersection(word for word, _ in words)),
        numbers=frozenset(f.value for f in starting_in(article.figures, sentence.span) if not f.is_date),
        quoted=_quoted(stems, words, quotations),
        counts=Counter(stems),
    )


def _quotations_by_sentence(article: Article, told: Sequence[Sentence]) -> list[list[Span]]:
    """For each sentence the quotations that reach into it."""
    found: list[list[Span]] = []
    waiting = deque(q.span for q in article.quotations)
    for sentence in told:
        while waiting and waiting[0].end <= sentence.span.start:
            waiting.popleft()
        found.append([])
        for span in waiting:
            if span.start >= sentence.span.end:
                break
            found[-1].append(span)
    return found


def _quoted(stems: list[str], words: list[Word], quotations: list[Span]) -> frozenset[str]:
    """The stems of words that start inside any of the quotations, which stand in reading order."""
    found = set()
    begun = reach = 0
    for form, (_, at) in zip(stems, words, strict=True):
        while begun < len(quotations) and quotations[begun].start <= at:
            reach = max(reach, quotations[begun].end)
            begun += 1
        if at < reach:
            found.add(form)
    return frozenset(found)

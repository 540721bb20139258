"""What a sentence is made of when it is held against others: stems, names, numbers, quoted words. Knows one article.

Nothing here knows of pairs. Other versions matter only through `Lexicon`, which says how rare a stem is.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from snowballstemmer import stemmer

from variorum.core.collate.inside import starting_in
from variorum.core.text.model import Article, Kind, Sentence, Span

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


_stemmer = cache(stemmer)


@cache
def _stem(word: str, algorithm: str) -> str:
    return str(_stemmer(algorithm).stemWord(word)) if algorithm else word


def stem_of(word: str, language: str = "en") -> str:
    """The stem of a word in `language` (ISO 639-1), lower-cased."""
    return _stem(word.lower(), _ALGORITHMS.get(language, ""))


@cache
def stem_name(word: str) -> str:
    """One form for a name, its possessive and the adjective of a place: Russia, Russian, Russia’s → "russ"."""
    word = word.lower().replace(".", "")
    found = _PLACE_ENDING.match(word)
    return found[1] if found else word


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    span: Span
    initial: bool


def _tokens(text: str, span: Span) -> list[_Token]:
    """The words of `span`, possessive endings dropped; `initial` where a capital letter tells nothing."""
    found = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = _POSSESSIVE.sub("", match[0])
        before = text[max(span.start, match.start() - 3) : match.start()].rstrip()
        initial = match.start() == span.start or not before or before[-1] in "“\"'‘.!?:"
        found.append(_Token(word, Span(*match.span()), initial))
    return found


def words_of(article: Article, passage: Passage) -> list[str]:
    """The words of `passage` as written, one for each of its stems."""
    found = (_TOKEN.match(article.text, start) for start in passage.starts)
    return [_POSSESSIVE.sub("", match[0]) if match else "" for match in found]


def _names_of(sentences: Iterable[list[_Token]]) -> frozenset[str]:
    """Lower-cased words that stand with a capital inside sentences and seldom without."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for tokens in sentences:
        for token in tokens:
            if token.word[0].islower():
                small[token.word] += 1
            elif token.word[0].isupper() and not token.initial:
                capital[token.word.lower()] += 1
    return frozenset(word for word, count in capital.items() if count > small[word])


def passages_of(article: Article) -> tuple[Passage, ...]:
    """The sentences and headlines of `article` that tell something, in reading order."""
    told = [s for s in article.sentences if s.kind.tells]
    tokens = [_tokens(article.text, s.span) for s in told]
    # Headlines in title case would make every word a name.
    names = _names_of(t for t, s in zip(tokens, told, strict=True) if s.kind is Kind.SENTENCE)
    algorithm = _ALGORITHMS.get(article.language or "en", "")
    quotations = _quotations_by_sentence(article, told)
    size = max(1, len(told) - 1)
    passages = []
    for index, (sentence, words) in enumerate(zip(told, tokens, strict=True)):
        stems = [_form(token, names, algorithm) for token in words]
        passages.append(
            Passage(
                span=sentence.span,
                kind=sentence.kind,
                place=index / size,
                stems=tuple(stems),
                starts=tuple(token.span.start for token in words),
                names=frozenset(stem for stem, token in zip(stems, words, strict=True) if token.word.lower() in names),
                numbers=frozenset(f.value for f in starting_in(article.figures, sentence.span) if not f.is_date),
                quoted=_quoted(stems, words, quotations[index]),
                counts=Counter(stems),
            )
        )
    return tuple(passages)


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


def _quoted(stems: list[str], words: list[_Token], quotations: list[Span]) -> frozenset[str]:
    """The stems that stand inside any of the quotations."""
    if not quotations:
        return frozenset()
    return frozenset(s for s, word in zip(stems, words, strict=True) if any(q.contains(word.span) for q in quotations))


def _form(token: _Token, names: frozenset[str], algorithm: str) -> str:
    word = token.word.lower()
    return stem_name(word) if word in names else _stem(word.replace("’", "'"), algorithm)

"""Which people each passage of an article tells of: by name, by office ("the defense secretary"), by pronoun.

English offices and pronouns. What a description means is settled within the article where that introduces somebody with
the title; where it doesn't, `holder` of another version may know. Knows one article, no pairs and no links.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.terms import stem_name
from variorum.core.text.folding import same_words
from variorum.core.text.model import Article, Sentence, Span
from variorum.core.text.names import People
from variorum.core.text.names import names as names_in
from variorum.core.text.patterns import words
from variorum.core.text.speakers import Attribution, Speaker

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_NO_OFFICE = frozenset(
    ["general", "head", "deputy", "chief", "official", "officer", "executive", "host", "owner", "resident", "witness"]
)
"""Titles that say too little to name somebody by them alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named, described or meant by a pronoun."""

    at: int
    """Where, for the order within a passage."""
    person: str
    """The same for the same person in all versions; "" where this article doesn't say whom `phrase` means."""
    acts: bool
    """Whether the mention can be a subject: it is not in the genitive."""
    phrase: str = ""
    """The description, where it is one."""


class Cast:
    """The people of an article, passage by passage."""

    def __init__(self, article: Article, should_cancel: ShouldCancel = never) -> None:
        """Raises CanceledError."""
        told = [sentence for sentence in article.sentences if sentence.kind.tells]
        # Folded, so that the setting of a text changes nothing; each passage keeps its place among the others.
        pieces = [same_words(sentence.span.of(article.text)) for sentence in told]
        self._spans = list(_placed(pieces))
        self._text = "\n".join(pieces)
        self._people = People(self._text, self._spans)
        self._alone = Counter(name.text for name in self._people.between(0, len(self._text)) if " " not in name.text)
        self._english = article.language in ("en", "")
        self._quoted = _quoted(article, told, self._spans)
        self._attribution = Attribution(self._text, self._spans, self._people, [span for span, _ in self._quoted])
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        spoken = iter(self._quoted)
        latest = next(spoken, None)
        for sentence, span in zip(told, self._spans, strict=True):
            check(should_cancel)
            found = [*self._named(span), *(self._described(span) if self._english else ())]
            for match in _PRONOUN.finditer(self._text, span.start, span.end) if self._english else ():
                while latest and latest[0].start < match.start():
                    self._remember(*latest)
                    latest = next(spoken, None)
                found += self._meant(match)
            self._mentions[sentence.span.start] = tuple(sorted(found, key=lambda mention: mention.at))

    def of(self, start: int) -> tuple[Mention, ...]:
        """The mentions in the passage that starts at `start` in the article, in order."""
        return self._mentions.get(start, ())

    def holder(self, phrase: str) -> str:
        """The person whom the article introduces with the title that `phrase` names, or ""."""
        found = self._people.latest_with_role(phrase, 0)
        return self._key(found) if found else ""

    def _named(self, span: Span) -> Iterator[Mention]:
        for name in self._people.between(span.start, span.end):
            if self._people.is_person(name):
                yield Mention(name.span.start, self._key(self._people.fullest(name.text)), not name.owner)

    def _described(self, span: Span) -> Iterator[Mention]:
        for match in _description().finditer(self._text, span.start, span.end):
            if match["of"] and match["owner"]:
                continue  # "the director of South Korea's spies" is another one
            found = self._people.latest_with_role(match["phrase"], match.start())
            yield Mention(match.start(), self._key(found) if found else "", not match["owner"], match["phrase"])

    def _meant(self, pronoun: re.Match[str]) -> Iterator[Mention]:
        at = bisect_right(self._quoted, pronoun.start(), key=lambda part: part[0].start) - 1
        if at >= 0 and self._quoted[at][0].end > pronoun.start():
            return
        speaker = self._attribution.meant(pronoun.group().lower(), pronoun.start())
        if speaker and speaker.person:
            yield Mention(pronoun.start(), self._key(speaker.name), acts=True)

    def _remember(self, span: Span, speaker: str) -> None:
        named = next(names_in(speaker, Span(0, len(speaker))), None)
        if named:
            person = self._people.is_person(named)
            self._attribution.remember(span.start, Speaker(speaker, None, person))

    def _key(self, name: str) -> str:
        """One form for a full name: its surname, which comes first where that is what the article calls them by."""
        parts = [part for part in name.split() if part not in words("names", "suffixes")] or name.split()
        first = len(parts) > 1 and self._alone[parts[0]] > self._alone[parts[-1]]
        return stem_name(parts[0 if first else -1].replace("'", ""))


def _placed(pieces: Sequence[str]) -> Iterator[Span]:
    """Where each of `pieces` stands when they are joined."""
    at = 0
    for piece in pieces:
        yield Span(at, at + len(piece))
        at += len(piece) + 1


def _quoted(article: Article, told: Sequence[Sentence], spans: Sequence[Span]) -> list[tuple[Span, str]]:
    """What is quoted in the folded passages, a passage at a time, with the speakers."""
    found = []
    waiting = deque(article.quotations)
    for sentence, span in zip(told, spans, strict=True):
        while waiting and waiting[0].span.end <= sentence.span.start:
            waiting.popleft()
        for quotation in waiting:
            if quotation.span.start >= sentence.span.end:
                break
            ends = max(quotation.span.start, sentence.span.start), min(quotation.span.end, sentence.span.end)
            start, end = (len(same_words(article.text[sentence.span.start : end])) for end in ends)
            found.append((Span(span.start + start, span.start + end), quotation.speaker))
    return found


@cache
def _description() -> re.Pattern[str]:
    titles = {title.lower() for title in words("names", "titles")} & words("names", "titles")
    heads = sorted(titles - _NO_OFFICE, key=len, reverse=True)
    either = "|".join(f"{head}|{head.capitalize()}" for head in heads)
    small = (
        "of|the|an?|to|and|or|but|with|for|by|in|on|at|that|who|his|her|from|as|is|are|was|were|has|had|have|will|would"
    )
    between = rf"(?!(?:{small})\b)[\w'.-]+ "
    return re.compile(
        rf"\b(?P<phrase>(?:[Tt]he|[A-Z][\w-]+'s|[Ii]ts|[Tt]heir) (?:{between}){{0,3}}?(?:{either})\b(?! [A-Z])"
        r"(?P<of> (?:of|for) (?:the )?[\w.-]+(?: [A-Z][\w.-]+)*\b)?)(?P<owner>'s?)?"
    )

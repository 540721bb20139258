"""Tells who says a quoted passage, from the words around it: attribution behind, before, in the sentence before.

English attributions. Prefers no answer to a doubtful one; knows the names of the article (`names.People`), not how
marks are paired.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.core.text import saying
from variorum.core.text.folding import fold
from variorum.core.text.model import Span
from variorum.core.text.names import Name, People
from variorum.core.text.patterns import words
from variorum.core.text.quotemarks import Marked

_LONGEST_NAME = 4
_STILL_MEANT = 1000
"""Code points behind a quotation in which a pronoun means its speaker, if nobody else is named."""
_NEAR = 12
_FARTHEST = 260
"""Code points around a quotation that an attribution is looked for in."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker by the fullest name, and where the attribution names them."""

    name: str
    span: Span | None
    person: bool


NOBODY = Speaker("", None, person=False)
"""An attribution there is, but nobody it names is known: the quotation isn't anybody else's either."""


class Attribution:
    """Finds the speakers of an article's quotations, called in text order: earlier answers help with later ones."""

    def __init__(self, text: str, sentences: Sequence[Span], people: People, quoted: Sequence[Span]) -> None:
        self._text, self._sentences, self._people = text, sentences, people
        self._passages = quoted
        self._quoted = {name.span.start for span in quoted for name in people.between(span.start, span.end)}
        self._starts = [sentence.start for sentence in sentences]
        self._told: list[tuple[int, Speaker]] = []

    def remember(self, at: int, speaker: Speaker) -> None:
        """Keep who says the quotation at `at`, for pronouns and for quotations that go on."""
        self._told.append((at, speaker))

    def explicit(self, passage: Marked, free: Span) -> Speaker | None:
        """The speaker that the passage's own sentence names. `free` is what lies between it and its neighbors."""
        if signed := saying.SIGNED.match(self._text, passage.outer.end, free.end):
            named = self._people.between(signed.start("name"), signed.end("name"))
            return self._speaker(named[0]) if named and self._people.is_person(named[0]) else NOBODY
        behind = Span(passage.outer.end, min(free.end, self._sentence_at(passage.outer.end - 1).end))
        before = Span(
            max(free.start, self._sentence_at(passage.outer.start).start, passage.outer.start - _FARTHEST),
            passage.outer.start,
        )
        is_speech = bool(
            saying.SPEECHLIKE.search(passage.inner.of(self._text)) or behind.of(self._text).startswith((",", " –", "–"))
        )
        is_fragment = passage.inner.of(self._text)[:1].islower()
        if is_speech and not is_fragment:
            return self._behind(behind) or self._before(before) or self._according(behind)
        found = self._before(before) or self._according(behind)
        if is_fragment and free.start > self._sentence_at(passage.outer.start).start:
            return found  # what an earlier passage's speaker says on
        return found or (self._behind(behind) if is_speech or not before.of(self._text).strip() else None)

    def opening_participle(self, passage: Marked, free: Span) -> Speaker | None:
        """The subject behind a passage that an opening participle introduces: Praising the “great” city, Khan said."""
        sentence = self._sentence_at(passage.outer.start)
        before = self._text[max(sentence.start, free.start) : passage.outer.start].split()
        if not before or not before[0].endswith("ing") or before[0].lower() not in words("names", "speech"):
            return None
        behind = [name for name in self._people.between(passage.outer.end, sentence.end) if not name.owner]
        person = next((name for name in behind if self._people.is_person(name)), None)
        if person or not behind:
            return self._speaker(person) if person else None
        follows = self._text[passage.outer.end : behind[0].span.start].strip() in ("", ",", "the", ", the")
        return self._speaker(behind[0]) if follows else None

    def named_in_capitals(self, match: re.Match[str]) -> Speaker:
        """The speaker that a transcript names in capitals before the words."""
        name = self._people.fullest(match["name"].title())
        return Speaker(name, Span(*match.span("name")), person=True)

    def last(self, before: int, *, since: int = 0) -> Speaker | None:
        """The speaker of the latest quotation that begins in `[since, before)`."""
        if not self._told:
            return None
        at, speaker = self._told[-1]
        return speaker if since <= at < before else None

    def set_apart(self, passage: Marked) -> bool:
        """Whether a passage stands in single marks and the one before it in double ones, or the other way round."""
        if not self._told:
            return False
        marks = (fold(self._text[at]) == "'" for at in (self._told[-1][0], passage.outer.start))
        return len(set(marks)) == 2

    def announced(self, passage: Marked) -> Speaker | None:
        """The subject of the sentence before, where it ends with a colon or speaks of saying something."""
        index = bisect_right(self._starts, passage.outer.start) - 2
        if index < 0:
            return None
        sentence = self._sentences[index]
        verbs = [
            verb
            for verb in saying.verb().finditer(self._text, sentence.start, sentence.end)
            if not self._in_quote(verb.start())
        ]
        if not verbs:
            return self._before_colon(sentence)
        if not (self._text[sentence.end - 1] == ":" or passage.outer.start - sentence.end < 3):
            return None
        return self._subject(Span(sentence.start, verbs[-1].start()), verbs[-1].group())

    def meant(self, pronoun: str, at: int) -> Speaker | None:
        """Whom a pronoun means: a subject of its own sentence, the latest speaker, the subject before."""
        if pronoun in ("it", "they"):
            latest = self._told[-1] if self._told else None
            return latest[1] if latest and not latest[1].person and at - latest[0] < 600 else None
        index = bisect_right(self._starts, at) - 1
        for step in range(4):
            if index - step < 0:
                break
            sentence = self._sentences[index - step]
            named = self._people.between(sentence.start, min(sentence.end, at))
            persons = [name for name in named if self._people.is_person(name) and name.span.start not in self._quoted]
            spoken = [
                speaker
                for start, speaker in self._told[-6:]
                if sentence.start <= start < sentence.end and speaker.person
            ]
            if step and saying.OPENS_WITH_PRONOUN.match(self._text, sentence.start, sentence.end):
                continue  # that one means somebody named further back
            if spoken:
                return Speaker(spoken[-1].name, Span(at, at + len(pronoun)), person=True)
            free = [name for name in persons if name.owner or not self._depends(sentence, name)]
            if free or (persons and step):
                others = [name for name in free if not name.owner]
                acting = (name for name in others if saying.ACTS.match(self._text, name.span.end))
                chosen = next(acting, next(iter(others), (free or persons)[0]))
                return Speaker(self._people.fullest(chosen.text), Span(at, at + len(pronoun)), person=True)
        latest = self._told[-1] if self._told else None
        if latest and latest[1].person and at - latest[0] < _STILL_MEANT:
            return Speaker(latest[1].name, Span(at, at + len(pronoun)), person=True)
        return None

    def _in_quote(self, position: int) -> bool:
        index = bisect_right(self._passages, Span(position, len(self._text))) - 1
        return index >= 0 and self._passages[index].end > position

    def _sentence_at(self, position: int) -> Span:
        index = bisect_right(self._starts, position) - 1
        return self._sentences[index] if index >= 0 else Span(position, position)

    def _behind(self, span: Span) -> Speaker | None:
        """The attribution behind a quotation: “…,” Smith said · “…,” said Smith · “…,” Smith, the minister, said."""
        end = min(span.end, span.start + _FARTHEST)
        verb = saying.verb().search(self._text, span.start, end)
        if verb is None or saying.RELATIVE.match(self._text, span.start, end):
            return None  # "a “state visit”, which many criticized"
        if saying.OTHER_CLAUSE.match(self._text, span.start, end):
            return None
        lead = self._text[span.start : verb.start()].strip(" ,—–-")
        if lead:
            found = self._subject(Span(span.start, verb.start()), verb.group(), first=True)
            told = len(lead.split()) <= _NEAR and not saying.PRONOUN.search(lead)
            return found or (NOBODY if told else None)
        return None if verb.group().endswith("ing") else self._inverted(verb.end(), end)

    def _inverted(self, start: int, end: int) -> Speaker | None:
        """The subject that follows its verb: “…,” said Smith · “…,” said a neighbor."""
        named = [name for name in self._people.between(start, end) if not name.owner]
        phrase = saying.INVERTED_PHRASE.match(self._text, start, end)
        if named and named[0].span.start - len(named[0].role) - start <= 2:
            return self._speaker(named[0])
        persons = [name for name in named if self._people.is_person(name)]
        if persons or named:
            return self._speaker((persons or named)[0])
        return self._by_phrase(phrase, whole=True) if phrase else None

    def _before(self, span: Span) -> Speaker | None:
        """The attribution before a quotation: Smith said that it was “…” · calling it “…”."""
        if heading := self._heading(span):
            return heading
        according = self._according(span)
        verbs = list(saying.verb().finditer(self._text, span.start, span.end))
        for verb in reversed(verbs):
            found = self._subject(Span(span.start, verb.start()), verb.group())
            if found and not (according and _place(found) <= _place(according)):
                return found
        if according:
            return according
        return None if verbs else self._before_colon(span)

    def _before_colon(self, span: Span) -> Speaker | None:
        """Whom a clause without verb of saying is about that ends with a colon: Smith had one wish: “…”."""
        if not span.of(self._text).rstrip().endswith(":"):
            return None
        named = (name for name in self._people.between(span.start, span.end) if not name.owner)
        free = (name for name in named if self._people.is_person(name) and not self._depends(span, name))
        acting = next((name for name in free if self._acts(span, name)), None)
        return self._speaker(acting) if acting else None

    def _heading(self, span: Span) -> Speaker | None:
        """The name that a headline sets before a colon: "Netanyahu: deal is “based on lies”"."""
        match = saying.ANNOUNCED.match(span.of(self._text))
        if match is None or self._sentence_at(span.start).start != span.start:
            return None
        named = self._people.between(span.start, span.start + match.end())
        stands_alone = (
            named
            and len(named[-1].text.split()) <= _LONGEST_NAME
            and named[-1].text.lower() not in words("names", "labels")
            and span.start + match.end() - named[-1].span.end <= 3
            and not self._depends(span, named[-1])
            and not saying.verb().search(self._text, span.start, named[-1].span.start)
        )
        return self._speaker(named[-1]) if stands_alone else None

    def _according(self, span: Span) -> Speaker | None:
        match = saying.ACCORDING.search(self._text, span.start, span.end)
        if match is None:
            return None
        named = self._people.between(match.end(), min(match.end() + 80, span.end))
        person = next((name for name in named if self._people.is_person(name)), named[0] if named else None)
        return self._speaker(person) if person else None

    def _subject(self, clause: Span, verb: str, *, first: bool = False) -> Speaker | None:
        """The subject of a verb of speech that follows `clause`."""
        lead = clause.of(self._text)
        if lead.endswith((" what ", " whatever ")):
            return None  # a word is missing: "to what called “…”"
        if pronoun := saying.PRONOUN.search(lead):
            return self.meant(pronoun["word"].lower(), clause.start + pronoun.start())
        named = [name for name in self._people.between(clause.start, clause.end) if not name.owner]
        persons = [name for name in named if self._people.is_person(name)]
        participle = verb.lower().endswith("ing") and bool(saying.TRAILS.search(lead))
        if participle:
            if clause.start > self._sentence_at(clause.start).start:
                return None  # another passage stands between: its speaker goes on
            acting = next((name for name in persons if self._acts(clause, name)), None)
            return self._speaker(acting) if acting else None if persons else self._opening_pronoun(clause)
        if named and self._inside_relative(clause, named[-1]):
            return None
        if named and saying.DIRECT.match(self._text[named[-1].span.end : clause.end]):
            seen = verb.endswith("ing") and clause.end - named[-1].span.end == 1  # "footage of Smith saying"
            if seen or not self._depends(clause, named[-1]):
                return self._speaker(named[-1])
        if set_off := self._set_off(clause, persons):
            return self._speaker(set_off)
        if phrase := saying.NOUN_PHRASE.search(lead.rstrip()):
            return self._by_phrase(phrase, clause.start, whole=first and phrase.start("phrase") <= 3)
        if first and not named and (listed := self._listed(clause)):
            return listed
        free = [name for name in persons if not self._depends(clause, name)]
        return self._speaker(free[0 if first else -1]) if free else None

    def _inside_relative(self, clause: Span, name: Name) -> bool:
        """Whether a name is put into a relative clause and speaks for that one only: files that, Smith said, show …"""
        lead = self._text[clause.start : name.span.start].rstrip()
        return bool(saying.INSIDE_RELATIVE.search(saying.ROLE.sub("", lead)))

    def _acts(self, clause: Span, name: Name) -> bool:
        """Whether a name is the subject of its clause rather than an object of it: it opens it, or a verb follows."""
        opens = name.span.start - len(name.role) - self._sentence_at(clause.start).start <= _NEAR
        follows = self._text[name.span.end : name.span.end + 2]
        return opens or follows in (", ", " (") or bool(saying.ACTS.match(self._text, name.span.end))

    def _listed(self, clause: Span) -> Speaker | None:
        """Those who are called by what they are, without an article: “…,” protesters chanted."""
        words_before = clause.of(self._text).strip(" ,—–-")
        match = saying.LISTED.fullmatch(words_before)
        if match is None or match["head"].lower() not in words("names", "sources"):
            return None
        start = self._text.index(words_before, clause.start)
        return Speaker(words_before, Span(start, start + len(words_before)), person=False)

    def _set_off(self, clause: Span, persons: list[Name]) -> Name | None:
        """The person that an apposition or relative clause follows: Smith, a lawyer for Jones, said."""
        for name in persons:
            if self._text[name.span.end : name.span.end + 2] in (", ", " (") and not self._depends(clause, name):
                return name
        return None

    def _depends(self, clause: Span, name: Name) -> bool:
        """Whether a name hangs on a preposition and so can't be a subject."""
        lead = self._text[max(clause.start, name.span.start - 60) : name.span.start].rstrip()
        match = saying.AFTER_PREPOSITION.search(lead.removesuffix(name.role).rstrip() + " ")
        if match is None:
            return False
        return not name.person or match["head"] not in words(
            "names", "titles"
        )  # but "Secretary of Defense Smith", "Ambassador to the US Jones"

    def _opening_pronoun(self, clause: Span) -> Speaker | None:
        match = re.match(r"\W*(he|she)\b", clause.of(self._text), re.IGNORECASE)
        return self.meant(match.group(1).lower(), clause.start + match.start(1)) if match else None

    def _by_phrase(self, match: re.Match[str], offset: int = 0, *, whole: bool = False) -> Speaker | None:
        """Whom a noun phrase means: the holder of an office, else those it describes. It must be known to name
        somebody unless it is the `whole` subject of an attribution."""
        phrase = saying.TRAILING.sub("", match["phrase"])
        span = Span(match.start("phrase") + offset, match.start("phrase") + offset + len(phrase))
        if person := self._people.with_role(phrase):
            return Speaker(person, span, person=True)
        last = phrase.split()[-1].lower()
        return Speaker(phrase, span, person=False) if whole or last in words("names", "sources") else None

    def _speaker(self, name: Name) -> Speaker:
        return Speaker(self._people.fullest(name.text), name.span, self._people.is_person(name))


def _place(speaker: Speaker) -> int:
    return speaker.span.start if speaker.span else -1

"""Finds names of people and institutions in English news and ties short forms to the fullest one an article has.

A heuristic on capitals, titles and word lists; knows nothing of who says what.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from variorum.core.text.model import Span
from variorum.core.text.offices import OTHERS, Offices, names_nation
from variorum.core.text.patterns import words

_TABLE = "names"
_TOKEN = r"(?:[A-ZÀ-ÞŁŚŻ](?:[\w’'-]*\w)?(?:\.[A-Z]\.|\.(?=[ ,A-Z]))?)"
_CAPITALS = re.compile(
    rf"(?<![\w’'.-])(?P<first>{_TOKEN})"
    rf"(?:[ \u00a0](?:(?:de|der|den|del|della|di|da|la|le|el|al|bin|bint|ibn|van|von|ter|ten|y)"
    rf"[ \u00a0]){{0,2}}(?:&[ \u00a0])?{_TOKEN}){{0,9}}"
)
_HONORIFICS = frozenset(["Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Sen", "Rep", "Gov", "Prof"])
_OWNED = re.compile(r"['’]s?$")
_WORD = re.compile(r"\S+")
_ACRONYM = re.compile(r"[A-Z]{2,5}|(?:[A-Z]\.){2,5}")
"""A body by its initials, whose officer is none of another's: "SEC chairman", "F.B.I. director"."""
_BASED = re.compile(r"\w+-(?:based|led|born|backed|run|owned|style|era)")
_OF_WHAT = re.compile(r" (?:for|of|on)(?: the)? ")
_OFFICE_OF = re.compile(
    r"(?P<office>(?:[A-Z]\w+ )?(?:Secretary|Minister|Director|Chair\w*|Leader|Chief|Head|Commissioner) (?:of|for)"
    r" (?:the )?(?:[A-Z]\w+ ?){1,3}) $"
)
_APPOSITION = re.compile(
    r", (?:the |an? |[\w.’'-]+[’']s )?(?P<title>(?:[\w.’'-]+ ){0,4}?(?:" + "|".join(
        ("secretary", "minister", "president", "chairman", "chairwoman", "chair", "director", "mayor", "governor",
         "senator", "ambassador", "commissioner", "chief", "spokesman", "spokeswoman", "chancellor", "envoy")
    ) + r"))\b(?: of [\w ]{3,20})?(?=[,.;])"
)  # fmt: skip
_NO_NOUN = frozenset(
    ["a", "an", "and", "as", "by", "for", "from", "her", "his", "in", "its", "of", "on", "or", "said", "that", "the",
     "their", "then", "to", "told", "when", "where", "who", "with"]
)  # fmt: skip
"""Small words before a title that are no part of it."""
_NEAR = 60
"""Names before a description among which the one it means is looked for."""
_TITLE_BEFORE = re.compile(r"([\w-]+)\.?,? $")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. `role` is the title before it ("Defense Secretary"); an `owner` is in the genitive."""

    span: Span
    text: str
    role: str
    person: bool
    owner: bool


def names(text: str, passage: Span, surnames: Collection[str] = ()) -> Iterator[Name]:
    """The names in a passage in order. Titles, words that open a sentence and genitive endings are left out of them,
    but not `surnames` that look like such words ("May")."""
    last: Name | None = None
    for match in _CAPITALS.finditer(text, passage.start, passage.end):
        found = _name(text, match, passage, surnames)
        if last and found and _goes_on(text, last, found):
            last = replace(last, span=(span := Span(last.span.start, found.span.end)), text=span.of(text),
                           owner=found.owner)  # fmt: skip
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _goes_on(text: str, last: Name, found: Name) -> bool:
    """Whether two names are one of an institution: Center for Strategic & International Studies, Bank of Japan."""
    if last.person or found.person or not _OF_WHAT.fullmatch(text, last.span.end, found.span.start):
        return False
    return last.text.split()[-1] in words(_TABLE, "institutions") and not found.role


def _name(text: str, match: re.Match[str], passage: Span, surnames: Collection[str]) -> Name | None:
    tokens = [Span(match.start() + m.start(), match.start() + m.end()) for m in _WORD.finditer(match.group())]
    bare = [token.of(text).rstrip(".") for token in tokens]
    first = 0
    while first < len(tokens) and (
        _BASED.fullmatch(bare[first])
        or (bare[first] in words(_TABLE, "openers") and _OWNED.sub("", bare[first]) not in surnames)
    ):
        first += 1
    begin = _past_titles(bare, first)
    if begin >= len(tokens):
        return None
    last = tokens[-1].of(text)
    owned = _OWNED.search(last)
    end = tokens[-1].end - (len(owned.group()) if owned else 0)
    span = Span(tokens[begin].start, end)
    role = (
        text[tokens[first].start : tokens[begin - 1].end] if begin > first else _title_before(text, passage, span.start)
    )
    if begin > first and (office := _OFFICE_OF.search(text, max(passage.start, tokens[first].start - 40), span.start)):
        role = office["office"]
    parts = [part for part in bare[begin:] if part]
    return Name(span, " ".join(span.of(text).split()), role, _is_person(parts, bool(role)), bool(owned))


def _past_titles(bare: list[str], first: int) -> int:
    """Where the name begins in a run of capitalized words: behind the last title, or behind institutions and places
    that a person's name follows ("[Secretary of] Defense Pete Hegseth")."""
    begin = next((i + 1 for i in range(len(bare) - 1, first - 1, -1) if bare[i] in words(_TABLE, "titles")), first)
    if begin == len(bare) > first:  # but Mr. King has a name
        return begin - 1 if begin - first >= 2 and bare[-2] in _HONORIFICS else begin
    behind = begin
    while behind < len(bare) and (
        bare[behind] in words(_TABLE, "institutions") or bare[behind] in words(_TABLE, "places")
    ):
        behind += 1
    return behind if len(bare) - behind >= 2 and "&" not in bare else begin


def _title_before(text: str, passage: Span, start: int) -> str:
    """The lower-case title right before a name ("secretary" in "press secretary Sarah Sanders"), or ""."""
    match = _TITLE_BEFORE.search(text, max(passage.start, start - 24), start)
    return match.group(1) if match and match.group(1) in words(_TABLE, "titles") else ""


def _whose(text: str, name: Name) -> str:
    """The words before a title that make another one of it: "former", "North Korean", "F.B.I.", "foreign"."""
    start = max(0, text.rfind(name.role, max(0, name.span.start - len(name.role) - 60), name.span.start))
    found: list[str] = []
    for word in reversed(text[max(0, start - 40) : start].split(" ")[:-1]):
        noun = not found and word.isalpha() and word.islower() and word not in _NO_NOUN
        whose = noun or word.rstrip(".") in words(_TABLE, "places") or _ACRONYM.fullmatch(word)
        if not whose and word not in OTHERS:
            break
        found.append(word)
    return " ".join(reversed(found))


def _is_person(parts: list[str], titled: bool) -> bool:
    parts = [_OWNED.sub("", part) for part in parts]
    if any(part in words(_TABLE, "institutions") for part in parts):
        return False
    if any(part in words(_TABLE, "places") for part in parts) and not (titled and len(parts) > 1):
        return False
    if any(len(part) > 2 and part.isupper() for part in parts if part not in words(_TABLE, "suffixes")):
        return False  # a body by its initials, or a headline in capitals
    if any(map(str.isdigit, "".join(parts))):
        return False
    return titled or 2 <= len(parts) <= 4


class People:
    """The names of an article, and which of them mean the same person."""

    def __init__(self, text: str, passages: Iterable[Span]) -> None:
        passages = tuple(passages)
        found = [name for passage in passages for name in names(text, passage)]
        last = {name.text.split()[-1] for name in found if name.person and " " in name.text}
        if surnames := last & words(_TABLE, "openers"):
            found = [name for passage in passages for name in names(text, passage, surnames)]
        self._names = found
        self._starts = [name.span.start for name in self._names]
        self._full: dict[str, Counter[str]] = {}
        self._offices = Offices()
        self._titled: Counter[str] = Counter()
        for name in self._names:
            if name.person:
                self._learn(text, name)
        self._single = {name.text for name in self._names if name.person and " " not in name.text}

    def _learn(self, text: str, name: Name) -> None:
        """Keep the full form of a name and the offices that stand before or behind it."""
        parts = name.text.split()
        if len(parts) > 1 and parts[-1] not in words(_TABLE, "suffixes"):
            self._full.setdefault(_key(parts[-1]), Counter())[name.text] += 1
            if len(parts) == 3 or "-" in parts[-1]:
                self._full.setdefault(_key(parts[0]), Counter())[name.text] += 1  # surname first: Kim Jong Un
        if name.role and len(parts) == 1 and name.role.rstrip(".") not in _HONORIFICS:
            self._titled[name.text] += 1
        elif name.role:
            self._titled[parts[-1]] -= 1
        behind = _APPOSITION.match(text, name.span.end)
        role = f"{_whose(text, name)} {name.role}" if name.role else ""
        for title in (role, behind["title"] if behind else ""):
            self._offices.add(title, name.text)

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_person(self, name: Name) -> bool:
        """Whether `name` means a person, by itself or by what the article says elsewhere."""
        return (
            name.person
            or name.text in self._single
            or (_key(name.text) in self._full and name.text not in words(_TABLE, "places"))
        )

    def fullest(self, name: str) -> str:
        """The fullest form of a person's name in the article ("Pete Hegseth" for "Hegseth")."""
        parts = name.split()
        candidates = self._full.get(_key(parts[-1]) if parts[-1] not in words(_TABLE, "suffixes") else "")
        if not candidates or len(parts) > 2:
            return name
        if len(parts) == 1 and self._titled[name] > sum(candidates.values()):
            return name  # President Lind is not the Anna Lind who is named once and without a title
        fitting = [full for full, _ in candidates.most_common() if len(parts) == 1 or set(parts) <= set(full.split())]
        if len(parts) == 1:
            as_last = [full for full in fitting if _key(full.split()[-1]) == _key(name)]
            fitting = as_last or fitting
        return fitting[0] if fitting else name

    def with_role(self, phrase: str) -> str:
        """Who holds the office that `phrase` names ("the defense secretary"), or ""."""
        found = self._offices.holder(phrase)
        return self.fullest(found) if found else ""

    def latest_with_role(self, phrase: str, before: int) -> str:
        """Who holds the office that `phrase` names, place and all; of several the one named last before `before`."""
        holders = {self.fullest(holder) for holder in self._offices.holders(phrase, strict=True)}
        if len(holders) <= 1 or names_nation(phrase):
            found = self._offices.holder(phrase, strict=True)
            return self.fullest(found) if found else ""
        at = bisect_left(self._starts, before)
        near = (self.fullest(name.text) for name in reversed(self._names[max(0, at - _NEAR) : at]))
        return next((name for name in near if name in holders), "")


def _key(name: str) -> str:
    """One form for what is written with a straight or a curly apostrophe."""
    return name.replace("’", "'")

"""Whether two names of speakers mean the same person or body: "Pete Hegseth" and "Hegseth" do. Knows names only.

Precision first: who is named by an office, as somebody's spokesperson or without a name may be anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache, lru_cache

from variorum.core.collate.model import SpeakerVerdict
from variorum.core.collate.terms import stem_name
from variorum.core.text.patterns import words as table_words

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SPOKESPERSON = re.compile(r"\b(?:spokes\w+|officials?|sources?|aides?|office)\b", re.IGNORECASE)
"""Who speaks for a body or unnamed may be anybody of that body."""
_SPEAKS_FOR = re.compile(r"\b(?:spokes\w+|(?:press|communications) (?:secretary|director|officer|chief))\b")
_DESCRIBED = re.compile(
    r"(?:the|an?|his|her|its|their|our|my|one|another|this|that|some|several|two|many|other|[\w.’'-]+[’']s) "
    r"(?:.* )?(?P<head>[\w’'-]+)",
    re.IGNORECASE,
)
_WRITING = re.compile(
    r"\b(?:(?:law)?suit|complaint|statement|report|letter|memo|document|ruling|filing|manifesto|article|survey|study)\b",
    re.IGNORECASE,
)
_TITLES = frozenset(
    word
    for line in (
        "mr mrs ms dr sir lord lady dame king queen prince princess pope archbishop bishop professor prof",
        "president prime minister secretary general chancellor senator sen representative rep governor gov mayor",
        "foreign defense defence state attorney judge justice ambassador director chief chairman chairwoman chair",
        "captain colonel major lieutenant vice deputy acting former leader head official officials adviser advisor",
        "spokesman spokeswoman spokesperson the a an of",
    )
    for word in line.split()
)
"""Words of titles and offices: they name nobody."""
_NICKNAMES = tuple(
    frozenset(names.split())
    for names in (
        "bob robert bobby rob", "bill william will billy", "dick richard rick", "ted edward theodore ed", "jack john",
        "jim james jimmy", "peggy margaret meg", "liz elizabeth beth betty", "tony anthony", "chuck charles",
        "kate catherine katherine cathy", "hank henry harry", "sasha alexander aleksandr alex", "mike michael",
    )
)  # fmt: skip
_ALIKE = 0.85
"""Likeness from which two spellings of a name from another script are taken for one: Zelensky, Zelenskiy."""
_LONG_NAME = 5


@lru_cache(maxsize=4096)
def same_speaker(one: str, other: str) -> SpeakerVerdict:
    """The verdict for two speakers as written; unknown where a version names nobody."""
    names, others = _names(one), _names(other)
    if not names or not others:
        return SpeakerVerdict.UNKNOWN
    if _SPOKESPERSON.search(one) or _SPOKESPERSON.search(other) or _described(one) or _described(other):
        return SpeakerVerdict.UNKNOWN
    if _abbreviates(names, others):
        return SpeakerVerdict.SAME
    if {stem_name(n) for n in names} & {stem_name(n) for n in others}:
        return SpeakerVerdict.DIFFERS if _namesakes(names, others) else SpeakerVerdict.SAME
    if _general(names) or _general(others):
        return SpeakerVerdict.UNKNOWN
    return SpeakerVerdict.SAME if _spelled_alike(names[-1], others[-1]) else SpeakerVerdict.DIFFERS


def unlike(one: str, other: str) -> bool:
    """Whether two speakers are hardly the same: differently named, or a paper and a person."""
    if same_speaker(one, other) is SpeakerVerdict.DIFFERS:
        return True
    pairs = ((one, other), (other, one))
    return any(_WRITING.search(a) and _names(b) and not _described(b) and not _WRITING.search(b) for a, b in pairs)


def spokespeople(text: str) -> Callable[[str], bool]:
    """Tells of a speaker whether `text` calls them somebody's spokesperson: their words are the body's.

    The text is looked through once, when that is asked first.
    """

    @cache
    def roles() -> list[tuple[int, int]]:
        return [match.span() for match in _SPEAKS_FOR.finditer(text)]

    @cache
    def speaks_for(speaker: str) -> bool:
        names = _names(speaker)
        if not names:
            return False
        last = re.escape(names[-1])
        behind = re.compile(rf"[^.!?\n]{{0,40}}\b{last}\b")
        before = re.compile(rf"\b{last}, [^.!?\n]{{0,60}}\Z")
        reach = len(names[-1]) + len(", ") + 60
        return any(
            behind.match(text, end) or before.search(text, max(0, start - reach), start) for start, end in roles()
        )

    return speaks_for


def _described(speaker: str) -> bool:
    """Whether a speaker is told by a description ("the New York businessman"): the names in it are of other things."""
    match = _DESCRIBED.fullmatch(speaker)
    return match is not None and match["head"][:1].islower()


def _general(names: list[str]) -> bool:
    """Whether capitalized words name a country or a kind of people ("Police", "Israel"): one of them may be meant."""
    sources, places = table_words("names", "sources"), table_words("names", "places")
    return all(name.lower() in sources or (name in places and not name.isupper()) for name in names)


def _names(speaker: str) -> list[str]:
    """The words of a speaker's name: those with a capital that are no title."""
    words = _WORD.findall(speaker)
    return [w for w in words if w[0].isupper() and w.lower().rstrip(".") not in _TITLES]


def _namesakes(names: list[str], others: list[str]) -> bool:
    """Whether two full names share the surname only: Anna Lind, Omar Lind. Initials and nicknames may be the same."""
    if len(names) < 2 or len(others) < 2 or stem_name(names[-1]) != stem_name(others[-1]):
        return False
    places = table_words("names", "places") | table_words("names", "institutions")
    if any(word in places for word in (*names, *others)):
        return False
    given, theirs = ({word.lower() for word in part[:-1]} for part in (names, others))
    if {word[0] for word in given} & {word[0] for word in theirs}:
        return False
    return not any(known & given and known & theirs for known in _NICKNAMES)


def _spelled_alike(name: str, other: str) -> bool:
    name, other = name.lower(), other.lower()
    if min(len(name), len(other)) < _LONG_NAME or name[0] != other[0]:
        return False
    return SequenceMatcher(None, name, other, autojunk=False).ratio() >= _ALIKE


def _abbreviates(names: list[str], others: list[str]) -> bool:
    """Whether one name is the initials of the other (DNC, Democratic National Committee)."""
    for short, long in ((names, others), (others, names)):
        initials = "".join(word[0] for word in long).upper()
        if len(long) > 1 and any(word.replace(".", "").upper() == initials for word in short):
            return True
    return False

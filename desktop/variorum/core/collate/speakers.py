"""Whether two names of speakers mean the same person or body: "Pete Hegseth" and "Hegseth" do. Knows names only."""

from __future__ import annotations

import re

from variorum.core.collate.model import SpeakerVerdict
from variorum.core.collate.terms import stem_name

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SPOKESPERSON = re.compile(r"\b(?:spokes\w+|officials?|sources?|aides?|office)\b", re.IGNORECASE)
"""Who speaks for a body or unnamed may be anybody of that body."""
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


def same_speaker(one: str, other: str) -> SpeakerVerdict:
    """The verdict for two speakers as written; unknown where a version names nobody."""
    names, others = _names(one), _names(other)
    if not names or not others or _SPOKESPERSON.search(one) or _SPOKESPERSON.search(other):
        return SpeakerVerdict.UNKNOWN
    if {stem_name(n) for n in names} & {stem_name(n) for n in others} or _abbreviates(names, others):
        return SpeakerVerdict.SAME
    return SpeakerVerdict.DIFFERS


def _names(speaker: str) -> list[str]:
    """The words of a speaker's name: those with a capital that are no title."""
    words = _WORD.findall(speaker)
    return [w for w in words if w[0].isupper() and w.lower().rstrip(".") not in _TITLES]


def _abbreviates(names: list[str], others: list[str]) -> bool:
    """Whether one name is the initials of the other (DNC, Democratic National Committee)."""
    for short, long in ((names, others), (others, names)):
        initials = "".join(word[0] for word in long).upper()
        if len(long) > 1 and any(word.replace(".", "").upper() == initials for word in short):
            return True
    return False

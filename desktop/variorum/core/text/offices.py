"""Who holds which office in an article: "U.S. Secretary of Defense Pete Hegseth" is "the defense secretary".

Goes by the words of titles, in whatever order; knows no text but the titles it was told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from variorum.core.text.patterns import words

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset("of for the a an and to in on at s us u american british uk".split())  # noqa: SIM905
_NATIONS = frozenset(["us", "american", "british", "uk"])
_SPELLED = {"defence": "defense", "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general"}
OTHERS = frozenset(
    ["former", "vice", "deputy", "ex", "acting", "shadow", "incoming", "outgoing", "first", "assistant", "under",
     "designate", "next", "late"]
)  # fmt: skip
"""Words that make another office of one."""


class Offices:
    """The offices named in an article with their holders."""

    def __init__(self) -> None:
        self._holders: defaultdict[frozenset[str], list[str]] = defaultdict(list)

    def add(self, title: str, holder: str) -> None:
        """Learn that `holder` bears `title`."""
        if named := _words(title):
            self._holders[named].append(holder)

    def holder(self, phrase: str, *, strict: bool = False) -> str:
        """The one who holds the office that `phrase` names, as told first; "" where nobody does or several may."""
        found = self.holders(phrase, strict=strict)
        return found[0] if len({holder.split()[-1] for holder in found}) == 1 else ""

    def holders(self, phrase: str, *, strict: bool = False) -> list[str]:
        """All who may hold the office that `phrase` names, as told first.

        `strict`: a place in the phrase must be in the title, too: who is called president needn't be the French one.
        """
        wanted = _words(phrase)
        head = _words(phrase.partition(" of ")[0].rpartition(" ")[2])
        if not head <= _heads():
            return []  # "the prime minister's office" is none
        if exact := self._holders.get(wanted):
            return exact
        return [
            holder
            for title, holders in self._holders.items()
            if (wanted < title or title < wanted)
            and (wanted ^ title).isdisjoint(OTHERS)
            and title & wanted & _heads()
            and (not strict or wanted & _places() <= title)
            for holder in holders
        ]


def names_nation(phrase: str) -> bool:
    """Whether `phrase` says whose office it names, in a word that titles are told apart without."""
    return not _NATIONS.isdisjoint(phrase.lower().replace(".", "").split())


@cache
def _heads() -> frozenset[str]:
    return frozenset(title.lower() for title in words("names", "titles"))


@cache
def _places() -> frozenset[str]:
    return frozenset(place.lower().replace(".", "") for place in words("names", "places"))


def _words(title: str) -> frozenset[str]:
    """The telling words of a title, in one spelling."""
    found = (word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(title.replace(".", "")))
    return frozenset(_SPELLED.get(word, word) for word in found if word not in _SMALL)

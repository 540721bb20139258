"""Who holds which office in an article: "U.S. Secretary of Defense Pete Hegseth" is "the defense secretary".

Goes by the words of titles, in whatever order; knows no text but the titles it was told.
"""

from __future__ import annotations

import re
from collections import defaultdict

from variorum.core.text.patterns import words

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset("of for the a an and to in on at s us u american british uk".split())  # noqa: SIM905
_SPELLED = {"defence": "defense", "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general"}
_OTHERS = frozenset("former vice deputy ex acting shadow incoming outgoing first assistant under designate".split())  # noqa: SIM905
"""Words that make another office of one."""


class Offices:
    """The offices named in an article with their holders."""

    def __init__(self) -> None:
        self._holders: defaultdict[frozenset[str], list[str]] = defaultdict(list)

    def add(self, title: str, holder: str) -> None:
        """Learn that `holder` bears `title`."""
        if named := _words(title):
            self._holders[named].append(holder)

    def holder(self, phrase: str) -> str:
        """The one who holds the office that `phrase` names, as told first; "" where nobody does or several may."""
        wanted = _words(phrase)
        head = _words(phrase.partition(" of ")[0].rpartition(" ")[2])
        if not head <= _heads():
            return ""  # "the prime minister's office" is none
        if exact := self._holders.get(wanted):
            return exact[0] if len({holder.split()[-1] for holder in exact}) == 1 else ""
        found = [
            holder
            for title, holders in self._holders.items()
            if (wanted < title or title < wanted) and (wanted ^ title).isdisjoint(_OTHERS) and title & wanted & _heads()
            for holder in holders
        ]
        return found[0] if len({holder.split()[-1] for holder in found}) == 1 else ""


def _heads() -> frozenset[str]:
    return frozenset(title.lower() for title in words("names", "titles"))


def _words(title: str) -> frozenset[str]:
    """The telling words of a title, in one spelling."""
    found = (word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(title.replace(".", "")))
    return frozenset(_SPELLED.get(word, word) for word in found if word not in _SMALL)

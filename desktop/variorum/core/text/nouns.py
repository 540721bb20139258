"""Finds the noun that a number counts ("three senior European leaders" → leader). English; judged by endings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.core.text.patterns import table, words

_TABLE = "figures"
_NEXT_WORD = re.compile(r"(?P<gap>[ \u00a0]|-)(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w’'.-]*\w)?)")
_FARTHEST = 5
"""Words after the number that are looked at."""


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """The noun as written, where it ends, and its canonical singular."""

    word: str
    end: int
    unit: str


def counted_noun(text: str, start: int, end: int) -> CountedNoun | None:
    """The first plural noun after `start`, before anything that ends the phrase; None where there is none."""
    position = start
    for index in range(_FARTHEST):
        match = _NEXT_WORD.match(text, position, end)
        if match is None:
            return None
        word = match["word"]
        if index == 0 and word.lower() == "of":
            position = match.end()
            continue
        owner = word.endswith(("’s", "'s"))
        core = word.removesuffix("’s").removesuffix("'s")
        if core.lower() in table(_TABLE)["small"]:
            return None
        if core.lower() in words(_TABLE, "words", "stops") and not (index and core.lower() == "the"):
            return None
        if _is_body(core) and (after := _NEXT_WORD.match(text, match.end(), end)) and _is_plural(after["word"]):
            position = match.end()
            continue  # "45 crew members"
        if owner and core.isalpha() and core.isupper():  # "183 CD's"
            return CountedNoun(core.lower(), match.end("word"), singular(core.lower()))
        if _is_plural(core) or core.lower() in words(_TABLE, "words", "ones"):
            return CountedNoun(core.lower(), match.start("word") + len(core), singular(core))
        if owner:
            return None
        position = match.end()
    return None


def singular(word: str) -> str:
    """The canonical singular of a noun ("countries" and "nations" → "country")."""
    word = word.lower()
    irregular = table(_TABLE)["plurals"]
    if word in irregular:
        return str(irregular[word])
    for ending, replacement in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + replacement
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_body(word: str) -> bool:
    """Whether a noun means many without an ending of its own ("crew", "police")."""
    return bool(table(_TABLE)["plurals"].get(word.lower()) == word.lower())


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if "." in lower:
        return False  # "four U.S. officials"
    if lower in table(_TABLE)["plurals"]:
        return True
    ends = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s", "'s")) and len(lower) > 2
    return ends and lower not in words(_TABLE, "words", "singular")

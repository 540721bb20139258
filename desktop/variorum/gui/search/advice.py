"""What to try when a search finds nothing, and what one can type at all. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.gui.words import tr

_FIELD = re.compile(r"\b(?:outlet|headline|story|date):(?:\"[^\"]*\"|“[^”]*”|\S+)\s*", re.IGNORECASE)
_DATE = re.compile(r"\bdate:", re.IGNORECASE)
_EXCLUDED = re.compile(r"(?:\bNOT\s+|(?:(?<=\s)|^)[-−])(?:\"[^\"]*\"|“[^”]*”|\S+)\s*")
_QUOTES = re.compile('["“”„‟«»]')
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to try: `text` says it, `query` is the query to search instead."""

    text: str
    query: str


EXAMPLES: tuple[Advice, ...] = (
    Advice(tr("all of the words, in any form"), "rising prices"),
    Advice(tr("these words, side by side"), "“prime minister”"),
    Advice(tr("one word or the other"), "strike OR walkout"),
    Advice(tr("without a word"), "election NOT local"),
    Advice(tr("how a word begins"), "negotiat*"),
    Advice(tr("words spelled nearly so"), "Zelenskiy~"),
    Advice(tr("in the headline only"), "headline:budget"),
    Advice(tr("from one outlet"), "outlet:times"),
    Advice(tr("in one story"), "story:summit"),
    Advice(tr("from month to month"), "date:2025-01..2025-03"),
)
"""Every form that the query language has, with an example that works."""


def reason(query: str) -> str:
    """Why nothing may have been found."""
    if _DATE.search(query):
        return tr(
            "No article of that time holds this. An article is found by date only where its text or file names one."
        )
    return tr("No article in the library holds what you typed. Check the spelling, or search for less.")


def advice(query: str) -> list[Advice]:
    """Looser queries than one that found nothing, the least loosened first."""
    found: list[Advice] = []
    if _QUOTES.search(query):
        found.append(Advice(tr("Remove the quotation marks"), _QUOTES.sub(" ", query)))
    if _FIELD.search(query):
        found.append(Advice(tr("Search everywhere, not only where you said"), _FIELD.sub(_bare, query)))
    if _EXCLUDED.search(query):
        found.append(Advice(tr("Exclude nothing"), _EXCLUDED.sub("", query)))
    parts = (part.strip("()") for part in _QUOTES.sub(" ", query).split())
    words = [part for part in parts if part not in _OPERATORS and ":" not in part and any(map(str.isalnum, part))]
    if len(words) > 1:
        found.append(Advice(tr("Find any of the words"), " OR ".join(words)))
    if len(words) == 1 and len(words[0]) > 5 and words[0].isalpha():
        found.append(Advice(tr("Find words that begin like it"), f"{words[0][:5]}*"))
        found.append(Advice(tr("Find words spelled nearly so"), f"{words[0]}~"))
    tidy = (Advice(entry.text, " ".join(entry.query.split())) for entry in found)
    return [entry for entry in tidy if entry.query and entry.query != " ".join(query.split())]


def _bare(match: re.Match[str]) -> str:
    """What stood after the field's name; nothing for a date, which no text holds that way."""
    name, _, value = match[0].partition(":")
    return "" if name.lower() == "date" else f"{value.strip()} "

"""Cuts a query into words, quoted phrases, field names, operators and parentheses. Knows nothing of what they mean."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """What a piece of a query is."""

    QUOTED = "quoted"
    FIELD = "field"
    OPEN = "open"
    CLOSE = "close"
    AND = "and"
    OR = "or"
    NOT = "not"
    WORD = "word"
    STRAY = "stray"
    """A quotation mark without its partner."""


class Lexeme(NamedTuple):
    """A piece of a query. `text` is without the marks around it; `end` is where it ends in the query."""

    part: Part
    text: str
    end: int


_PATTERN = re.compile(
    r"""
      (?P<url>(?:https?://|www\.)[^\s"()]+)
    | "(?P<quoted>[^"]*)"(?:~\d*)?
    | (?P<stray>")
    | (?P<field>[A-Za-z]+):(?!//)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<and>AND(?![^\s"()]))
    | (?P<or>OR(?![^\s"()]))
    | (?P<not>NOT(?![^\s"()])|(?<![^\s(:])[-−](?=[^\s)-]))
    | (?P<figure>[^\W_]+(?:[.,]\d+)*[\s\u00a0-]+per\s?cent(?![\w*~]))
    | (?P<word>[^\s"()]+)
    """,
    re.VERBOSE,
)
_SAME = {"url": Part.QUOTED, "figure": Part.WORD}


def lex(query: str) -> list[Lexeme]:
    """The pieces of a query in order. "5 percent" is one word: it is a figure, not two things to find."""
    found = []
    for match in _PATTERN.finditer(query):
        name = match.lastgroup or ""
        found.append(Lexeme(_SAME.get(name) or Part(name), match[name], match.end()))
    return found

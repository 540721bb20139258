"""Knows news agencies and broadcasters by name, where one says whose a text is: on a line of its own, at the end.

The names are in `resources/text/outlets.toml`. A name inside a sentence ("told Reuters") says nothing of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.core.text.patterns import table

_LONGEST = 100
"""Code points of a credit line."""
_BODY = 80
"""Code points from which a line is part of what is told, whatever its end."""
_TOP = 6
"""Blocks from the top among which a credit stands."""
_STOPS = (".", "!", "?", "”", '"', "…", ":")


@cache
def any_agency() -> str:
    """A pattern that matches the name of an agency as written, or in capitals, longest first."""
    names = {form for name in table("outlets")["agencies"] for form in (name, name.upper())}
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_PERSON = r"[A-Z][\w.'’-]+(?: (?:and |& )?[A-Z][\w.'’-]+){0,8}"


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"[\W_]{{0,4}}(?:(?:[Bb]y|BY) {_PERSON} (?:of|for) |(?:(?:[Bb]y|BY|[Vv]ia|[Ff]rom) )?"
        rf"(?:{_PERSON}(?:, ?| ?[|/•·–—-] ?))?)"
        rf"(?:[Tt]he )?(?P<name>{any_agency()})"
        r"(?: (?:[Ss]taff|[Nn]ewsroom|[Nn]ews [Aa]gency|[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?)){0,2}"
        r"(?: ?[|,/•·–—-] ?[^.!?]{0,30}\d[^.!?]{0,20}(?:[ap]\.m\.)?)?[\W_]{0,3}"
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"[.!?”\"’] ?(?:\((?P<inside>{any_agency()})\)|[–—-]{{1,2}} ?(?P<bare>{any_agency()}))\.?$")


def credited(line: str) -> str:
    """The agency that `line` is nothing but the credit of ("By Reuters", "(AFP)"), as written, or ""."""
    match = _credit().fullmatch(line) if len(line) <= _LONGEST else None
    return match["name"] if match else ""


def closing(paragraph: str) -> str:
    """The agency named behind the last full stop of an article ("… on Friday. (AFP)"), as written, or ""."""
    match = _closing().search(paragraph[-60:])
    return (match["inside"] or match["bare"]) if match else ""


def credit_lines(lines: Sequence[str], furniture: Sequence[bool]) -> list[int]:
    """The lines of an article that are an agency's credit: above what is told, or last of all but `furniture`.

    A long line counts as told and may be given as "".
    """
    own = [index for index, line_is_furniture in enumerate(furniture) if not line_is_furniture]
    found = []
    for index in own[:_TOP]:
        line = lines[index]
        told = line.endswith(_STOPS)
        if not line or (index > own[0] and told) or (len(line) >= _BODY and (index > own[0] or told)):
            break
        if credited(line):
            found.append(index)
    return found + [index for index in own[max(2, len(found)) :][-1:] if credited(lines[index])]

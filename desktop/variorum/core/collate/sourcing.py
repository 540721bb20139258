"""Who a passage has its claim from: somebody by name, or officials and sources whose names aren't told.

English. Knows one passage and the names of its article; which passages tell the same claim is `stance`'s matter.
"""

from __future__ import annotations

import re
from functools import cache

from variorum.core.text.model import Span
from variorum.core.text.names import People
from variorum.core.text.patterns import table, words

_LAST_WORD = re.compile(r"([\w’'-]+)(?: [A-Z][\w.’'-]*)*$")
"""The last word before a name and its titles."""
_ACCORDING = re.compile(r"\baccording to (?:the |an? )?", re.IGNORECASE)
_NAMED_REACH = 90
"""Characters behind "according to" in which the name stands."""
_BETWEEN = re.compile(
    r",?(?: (?:also|has|had|have|later|then|on \w+day|previously|earlier|himself|herself))*|, [^,.;“”\"]{3,80}, ?"
)
"""What may stand between a name and its verb of saying: adverbs, or an apposition."""


def unnamed(text: str, span: Span) -> Span | None:
    """The source without a name that a passage is given to."""
    match = _unnamed().search(span.of(text))
    if match is None:
        return None
    start, end = match.span(str(match.lastgroup))
    return Span(span.start + start, span.start + end)


def named(text: str, span: Span, people: People) -> Span | None:
    """The person by name that a passage is given to: said by them, or told according to them."""
    for name in people.between(span.start, span.end):
        if name.owner or not people.is_person(name):
            continue
        if _said_by(text, name.span, span) or _according_to(text, name.span, span):
            return name.span
    return None


def _said_by(text: str, name: Span, span: Span) -> bool:
    behind = _BETWEEN.match(text, name.end, span.end)
    if behind and _saying().match(text[behind.end() : span.end].lstrip()):
        return True
    before = text[max(span.start, name.start - _NAMED_REACH) : name.start].rstrip()
    last = _LAST_WORD.search(before)
    return last is not None and bool(_saying().fullmatch(last[1]))


def _according_to(text: str, name: Span, span: Span) -> bool:
    ends = [match.end() for match in _ACCORDING.finditer(text, span.start, name.start)]
    return bool(ends) and name.start - ends[-1] < _NAMED_REACH


@cache
def _saying() -> re.Pattern[str]:
    """Matches a finite verb of saying."""
    forms = [form for form in words("names", "speech") if not form.endswith("ing")]
    return re.compile(rf"(?:{'|'.join(sorted(forms, key=len, reverse=True))})\b")


@cache
def _unnamed() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("stance", "source", "unnamed"), key=len, reverse=True))
    knowing = "|".join(re.escape(phrase) for phrase in table("stance")["source"]["knowing"])
    attributes = r"(?:[\w.’'-]+ ){0,4}?"
    subject = rf"{attributes}(?:{nouns})(?: (?:{knowing})[^.,;]{{0,60}})?"
    saying = "said|say|says|told|confirmed|reported|added|claim|claimed|claims|alleged"
    verb = rf"(?:have |had |has |also |later )?(?:{saying})\b"
    return re.compile(
        rf"\baccording to (?P<after>{subject})\b|(?:^|[.,;“”\"] |\bthat )(?P<before>{subject}),? {verb}",
        re.IGNORECASE,
    )

"""Finds the documents that a query asks for, with their scores: sets of documents joined as the query says.

Plain set algebra over postings rather than Whoosh's query objects: every condition is read once and kept, the number
found is exact, and no query can overflow the stack or take minutes.
"""

from __future__ import annotations

from collections.abc import Iterable

from variorum.core.search.analysis import stem
from variorum.core.search.forms import matching_words
from variorum.core.search.postings import Postings, Scores
from variorum.core.search.syntax import And, Dates, Field, Fuzzy, Node, Not, Or, Pattern, Words

_BODY = "words"
_STEMS = {Field.TEXT: "stems", Field.HEADLINE: "headline_stems"}
_LETTERS_IN_HEADLINE, _LETTERS_IN_BODY = 2, 3
"""From how many letters on a word still being typed is completed."""

_MOST_ENDINGS = 100
"""Words tried for the last one of a phrase still being typed."""

_PART_SCORE = 0.5
"""What a document scores for a word that only begins or looks like the one asked for …"""
_HEADLINE_SCORE = 2.0
"""… and what more if that stands in its headline."""


def find(node: Node, postings: Postings) -> Scores:
    """The documents that fulfill the query, scored."""
    match node:
        case And(parts):
            return _all_of(parts, postings)
        case Or(parts):
            return _sum(find(part, postings) for part in parts)
        case Not(part):
            return dict.fromkeys(postings.every() - find(part, postings).keys(), 0.0)
        case Dates(first, last):
            return dict.fromkeys(postings.dated(first, last), 0.0)
        case Words():
            return _words(node, postings)
        case Pattern() | Fuzzy():
            return _forms(node, postings)


def _all_of(parts: tuple[Node, ...], postings: Postings) -> Scores:
    wanted = [find(part, postings) for part in parts if not isinstance(part, Not)]
    excluded = [find(part.part, postings) for part in parts if isinstance(part, Not)]
    wanted.sort(key=len)
    documents = set(wanted[0]) if wanted else set(postings.every())
    for found in wanted[1:]:
        documents &= found.keys()
    for found in excluded:
        documents -= found.keys()
    return {document: sum(found[document] for found in wanted) for document in documents}


def _sum(founds: Iterable[Scores]) -> Scores:
    total: Scores = {}
    for found in founds:
        if not total:
            total = dict(found)
            continue
        for document, score in found.items():
            total[document] = total.get(document, 0.0) + score
    return total


def _words(node: Words, postings: Postings) -> Scores:
    if len(node.words) > 1:
        return _phrase(node, postings)
    word = node.words[0]
    field = _STEMS.get(node.field)
    if node.exact or field is None:
        found = postings.scored(_index_field(node.field), word)
    else:
        found = postings.scored(field, stem(word)) or postings.scored(_index_field(node.field), word)
    return _sum((found, _completed(word, node.field, postings))) if node.open_end else found


def _completed(start: str, field: Field, postings: Postings) -> Scores:
    """The documents with a word that begins like this; those first that have it in the headline."""
    if field is not Field.TEXT:
        return dict.fromkeys(postings.beginning(_index_field(field), start), _PART_SCORE)
    in_body = postings.beginning(_BODY, start) if len(start) >= _LETTERS_IN_BODY else ()
    found = dict.fromkeys(in_body, _PART_SCORE)
    for document in postings.beginning(Field.HEADLINE.value, start) if len(start) >= _LETTERS_IN_HEADLINE else ():
        found[document] = _PART_SCORE + _HEADLINE_SCORE
    return found


def _forms(node: Pattern | Fuzzy, postings: Postings) -> Scores:
    found = dict.fromkeys(_holding_forms(node, _index_field(node.field), postings), _PART_SCORE)
    if node.field is Field.TEXT:
        for document in _holding_forms(node, Field.HEADLINE.value, postings):
            found[document] = _PART_SCORE + _HEADLINE_SCORE
    return found


def _holding_forms(node: Pattern | Fuzzy, field: str, postings: Postings) -> frozenset[int]:
    if isinstance(node, Pattern) and node.pattern.find("*") == len(node.pattern) - 1:
        return postings.beginning(field, node.pattern[:-1])
    return postings.holding(field, matching_words(node, postings.expand, field))


def _phrase(node: Words, postings: Postings) -> Scores:
    field = _index_field(node.field)
    *before, last = node.words
    fixed = [postings.scored(field, word) for word in before]
    common = set(fixed[0]).intersection(*fixed[1:])
    documents: set[int] = set()
    for ending in _endings(last, node, postings) if common else ():
        among = (common - documents) & postings.holding(field, [ending])
        documents.update(postings.adjacent(field, (*before, ending), among))
    return {document: sum(found[document] for found in fixed) for document in documents}


def _endings(last: str, node: Words, postings: Postings) -> list[str]:
    """The words that a phrase may end with: while it is being typed, those that begin like its last one."""
    if not node.open_end:
        return [last]
    begun = [word for word in postings.expand(_index_field(node.field), last) if word != last]
    return [last, *begun[:_MOST_ENDINGS]]


def _index_field(field: Field) -> str:
    return field.value or _BODY

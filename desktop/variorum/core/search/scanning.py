"""Matches a query against one article without an index: for articles that came since the last update of it."""

from __future__ import annotations

from variorum.core.search.marking import Test, word_tests
from variorum.core.search.schema import Document
from variorum.core.search.syntax import And, Dates, Field, Fuzzy, Node, Not, Or, Pattern, Words

_HIT, _HEADLINE_HIT = 2.0, 4.0
"""Scores of the size that the index gives."""


def score(node: Node, document: Document) -> float | None:
    """How well the article fits; None if it does not fulfill the query."""
    match node:
        case And(parts):
            scores = [score(part, document) for part in parts]
            return None if None in scores else sum(found for found in scores if found is not None)
        case Or(parts):
            found = [value for part in parts if (value := score(part, document)) is not None]
            return sum(found) if found else None
        case Not(part):
            return 0.0 if score(part, document) is None else None
        case Dates(first, last):
            return 0.0 if document["date"] and first <= str(document["date"]) <= last else None
        case Words() | Pattern() | Fuzzy():
            return _leaf_score(node, document)


def _leaf_score(node: Words | Pattern | Fuzzy, document: Document) -> float | None:
    tests = word_tests(node)
    if node.field is not Field.TEXT:
        return _HIT if _holds(document[node.field.value], tests) else None
    if _holds(document["headline"], tests):
        return _HEADLINE_HIT
    return _HIT if _holds(document["words"], tests) else None


def _holds(words: str | list[str], tests: list[Test]) -> bool:
    if len(tests) == 1:
        return any(tests[0](word) for word in words)
    starts = range(len(words) - len(tests) + 1)
    return any(all(test(words[start + place]) for place, test in enumerate(tests)) for start in starts)

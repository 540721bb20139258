"""How results cross from the search process to the window: one line of JSON each. Knows the shapes, no processes."""

from __future__ import annotations

from typing import Any

from variorum.core.search.model import Hit, SearchResults, Snippet
from variorum.core.text.model import Span


def to_wire(results: SearchResults) -> dict[str, Any]:
    """The results as plain values for JSON."""
    return {
        "query": results.query,
        "hits": [[hit.article_id, hit.score, [_snippet_to_wire(s) for s in hit.snippets]] for hit in results.hits],
        "total": results.total,
        "seconds": results.seconds,
        "note": results.note,
        "pending": results.pending,
    }


def from_wire(data: dict[str, Any]) -> SearchResults:
    """The results that `to_wire` made these values of. Raises `KeyError`, `TypeError` or `ValueError` for others."""
    hits = tuple(Hit(number, score, tuple(map(_snippet, pieces))) for number, score, pieces in data["hits"])
    return SearchResults(
        data["query"], hits, data["total"], data["seconds"], note=data["note"], pending=data["pending"]
    )


def _snippet_to_wire(snippet: Snippet) -> list[Any]:
    return [snippet.text, [[hit.start, hit.end] for hit in snippet.hits]]


def _snippet(data: list[Any]) -> Snippet:
    text, hits = data
    return Snippet(text, tuple(Span(start, end) for start, end in hits))

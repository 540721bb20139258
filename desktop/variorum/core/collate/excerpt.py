"""The sentence around a place of an article, cut to what a list has room for. Knows one article."""

from __future__ import annotations

from bisect import bisect_right

from variorum.core.text.model import Article, Span

_ROOM = 140
"""Characters of an excerpt, about."""


def around(article: Article, place: Span) -> str:
    """The sentence that holds `place` on one line, cut at words to about 140 characters with `place` in the middle."""
    index = bisect_right(article.sentences, place.start, key=lambda sentence: sentence.span.start) - 1
    sentence = article.sentences[index].span if index >= 0 else place
    start, end = sentence.start, max(sentence.end, place.end)
    spare = max(0, _ROOM - len(place))
    if end - start > _ROOM:
        start = max(start, min(place.start - spare // 2, end - _ROOM))
        end = min(end, max(start + _ROOM, place.end))
    cut_before, cut_behind = start > sentence.start, end < sentence.end
    words = article.text[start:end].split()
    if cut_before and not article.text[start - 1].isspace() and start < place.start:
        words = words[1:]
    if cut_behind and not article.text[end].isspace() and end > place.end:
        words = words[:-1]
    return ("… " if cut_before else "") + " ".join(words) + (" …" if cut_behind else "")

"""Cuts a passage into sentences: syntok decides, repairs for what news texts do to it come before and after.

Before: full stops without a space behind ("China.In remarks", "added.“The"), full stops of scripts written without
spaces. After: abbreviations, semicolons, questions followed by their speaker. Knows nothing of headlines or furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from syntok import segmenter
from syntok.tokenizer import Token, Tokenizer

from variorum.core.text.model import Span
from variorum.core.text.patterns import words

_TABLE = "sentences"
_CHUNK = 6000
"""Code points given to syntok at once."""

_TOKENIZER = Tokenizer(replace_not_contraction=False)

_OPEN = "“‘«„\"'(\\["
_CLOSE = "”’»“\"')\\]"
_GLUED = (
    rf"(?<=[a-zà-öø-ÿ0-9%)’”\"])[.!?…]++[”’\"]?(?!(?:Com|Org|Net)\b)"
    rf"(?=[“‘\"]?(?:[A-ZÀ-Þ][a-zà-ÿ]{{1,20}}\b(?![.@/])|(?:[A-Z]\.){{2,5}}|[AI]\s))"
    rf"|(?<=[.!?])[”](?=[“A-Z])"
    rf"|[。！？][{_CLOSE}」』]*"
    rf"|[؟۔।](?=\s)"
)
"""Where a sentence surely ends although no space follows."""

_ADDRESS = re.compile(r"(?:www\.|https?:|@|\w\.(?:com|org|net|co|gov|de|uk|fr))[\w./-]*$", re.IGNORECASE)
_SURE = re.compile(rf"[a-z]{{3}}[.!?][{_CLOSE}]?\s+(?=[{_OPEN}]?[A-Z])")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)[.]\s*$")
_CARRIES_ON = re.compile(r"[—–,;]|- |\([A-Z][\w .&/-]{1,30}\) ?[—–-]")
_DOMAIN = re.compile(r"(?:Com|Org|Net)\b")
_DIGIT = re.compile(r"[#№]?\d")
_ASKED = re.compile(rf"[?!…—–,][{_CLOSE}]+$")
_FIRST_WORDS = re.compile(r"[\w.’'-]+(?:\s+[\w.’'-]+){0,6}")
_ANY_WORD = re.compile(r"\w")


def cut(text: str, passage: Span) -> list[Span]:
    """The sentences of `passage`, in order; together they hold every character of it that isn't white space."""
    found: list[Span] = []
    for piece in _at_glued(text, passage):
        for chunk in _chunks(text, piece):
            found.extend(_segment(text, chunk))
    return _merged(text, found)


def _at_glued(text: str, passage: Span) -> Iterator[Span]:
    start = counted = passage.start
    marks = 0
    for match in _sure_ends().finditer(text, passage.start, passage.end):
        end = match.end()
        if end >= passage.end or _ADDRESS.search(text, max(start, match.start() - 40), end + 1):
            continue
        marks += text.count('"', counted, end)
        counted = end
        if match.group().endswith('"') and marks % 2:
            end -= 1  # it opens what follows: added."The coast needs help," he said
        yield Span(start, end)
        start = end
    yield Span(start, passage.end)


@cache
def _sure_ends() -> re.Pattern[str]:
    """`_GLUED`, and "U.S." before a word that surely begins a sentence."""
    starters = "|".join(sorted(words(_TABLE, "starters")))
    return re.compile(rf"{_GLUED}|(?<=[A-Z]\.[A-Z]\.)[”\"]?(?=\s(?:{starters})\s)")


def _chunks(text: str, piece: Span) -> Iterator[Span]:
    """`piece` in parts short enough to be cut quickly, parted where a sentence surely ends or, failing that, a word."""
    start = piece.start
    while piece.end - start > _CHUNK:
        sure = [match.end() for match in _SURE.finditer(text, start + _CHUNK // 2, start + _CHUNK)]
        space = text.rfind(" ", start + _CHUNK // 2, start + _CHUNK)
        end = sure[-1] if sure else space + 1 or start + _CHUNK
        yield Span(start, end)
        start = end
    yield Span(start, piece.end)


def _segment(text: str, chunk: Span) -> Iterator[Span]:
    """What syntok makes of a chunk, as spans of the source without white space at their ends."""
    tokens = _TOKENIZER.tokenize(chunk.of(text))
    starts = [_offset(sentence) + chunk.start for sentence in segmenter.segment(tokens)]
    borders = [chunk.start, *starts[1:], chunk.end] if starts else [chunk.start, chunk.end]
    for start, end in pairwise(borders):
        yield Span(start, end)


def _offset(sentence: list[Token]) -> int:
    return int(sentence[0].offset)


def _merged(text: str, pieces: list[Span]) -> list[Span]:
    """`pieces` trimmed, with those put together that were parted in mid-sentence."""
    merged: list[Span] = []
    for piece in (span.trimmed(text) for span in pieces):
        if not piece:
            continue
        if merged and not _parts(text, merged[-1], piece):
            merged[-1] = Span(merged[-1].start, piece.end)
        else:
            merged.append(piece)
    return merged


def _parts(text: str, left: Span, right: Span) -> bool:
    """Whether a sentence really ends between `left` and `right`."""
    before, after = (
        text[max(left.start, left.end - 60) : left.end],
        text[right.start : min(right.end, right.start + 120)],
    )
    if not _ANY_WORD.search(after) or _CARRIES_ON.match(after):
        return False  # only punctuation is left, or a dateline goes on ("PALM BEACH, Fla. (AP) — ")
    if left.end == right.start and _DOMAIN.match(after):
        return False
    bare = before.rstrip("”’»\"')]")
    if not bare.endswith((".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "‽", "‼", "⁇", "⁈", "⁉")):
        return False  # parted at a semicolon, a bracket or in a chunk without any end
    first = _FIRST_WORDS.search(after)
    following = [word.rstrip(".") for word in first.group().split()] if first else []
    if before.endswith("."):
        return _ends_after_stop(before, following)
    return not (_ASKED.search(before) and _names_speaker(following))


def _ends_after_stop(before: str, following: list[str]) -> bool:
    """Whether the full stop that `before` closes with ends a sentence rather than an abbreviation."""
    match = _WORD_BEFORE.search(before)
    word = match.group(1).lstrip(".") if match else ""
    if word in words(_TABLE, "titles"):
        return False
    if word in words(_TABLE, "before_figures"):
        return not (following and (following[0][:1].islower() or _DIGIT.match(following[0])))
    if f"{word}." in words(_TABLE, "joined"):
        return bool(following) and following[0] in words(_TABLE, "starters")
    return True


def _names_speaker(following: list[str]) -> bool:
    """Whether the words begin like the attribution of a question: a name of up to four words, then a verb of speech."""
    for index, word in enumerate(following[:6]):
        if word in words(_TABLE, "speech"):
            return 0 < index <= 5
        if not word[:1].isupper() and word not in ("the", "of", "de", "van", "von", "al"):
            return False
    return False

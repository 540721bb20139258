"""Sets a text plainly, so that all who set the same words read the same: the one place where typography is evened out.

Quotation marks become straight, dashes and hyphens one of either, every blank a single space; letters are composed,
ligatures taken apart, what has no width goes, and lines that a width broke are joined. Knows nothing of what a text
says.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.core.text.model import Places
from variorum.core.text.wrapping import joints

_BLANKS = "".join(ch for ch in map(chr, range(0x3001)) if ch.isspace())
_LINE_ENDS = "\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SIGNS = {
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **dict.fromkeys("‘’‚‛ʼ＇", "'"),
    **dict.fromkeys("“”„‟＂", '"'),
    **dict.fromkeys("‐‑－−", "-"),
    **dict.fromkeys("‒–—―﹘", "–"),
}
"""One for one. Guillemets stay: which way they point tells French from German. So do primes, which measure."""
_SIGN = re.compile(f"[{re.escape(''.join(sign for sign, plain in _SIGNS.items() if sign != plain))}]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_LONGER = re.compile(
    r"(?P<broken>\u00ad(?<=[^\W\d_]\u00ad) *\n *(?=[^\W\d_]))"
    rf"|(?P<blank>[ \n{_NO_WIDTH}]{{2,}}|[{_NO_WIDTH}]|[ \n](?<![\s\S]{{2}}))"
    rf"|(?P<ellipsis>…|\.(?<!\.\.)[ {_NO_WIDTH}]+\.[ {_NO_WIDTH}]+\.(?![ {_NO_WIDTH}]*\.))"
    r"|(?P<dash>-(?<!--)-{1,2}(?!-))"
    rf"|(?P<ligature>[{''.join(_LIGATURES)}])"
)
"""What takes more or fewer characters when it is set plainly. Each begins with a sign to look for, which is quick."""
_SPACED_HYPHEN = re.compile(r"-(?<![^ \n]-)(?![^ \n])")
_HYPHENED = re.compile(r"\w[-–]$")
_GOES_ON = re.compile(r"(?!(?:and|or|to)\b)\w")
"""Behind it, "two-" is none of "two- and three-year"."""
_RANGE = re.compile(r"–(?<=\d–)(?=\d)")

Edit = tuple[int, int, str]
"""Where a part of a text starts and ends, and what takes its place."""
Borders = Sequence[int]
"""See `Places`."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text set plainly. What its characters stand for in the source follows on one another."""

    text: str
    places: Places


def plain(source: str) -> Plain:
    """`source` set plainly; texts that differ in typography and in where lines break are set the same.

    Lines are joined where blank lines set the paragraphs apart and all break at one width: see `wrapping`.
    """
    text = source.rstrip(_BLANKS + _NO_WIDTH)
    text, borders = _replaced(text, None, _composed(text))
    text = _SIGN.sub(lambda match: _SIGNS[match[0]], text)
    text, borders = _replaced(text, borders, ((*match.span(), _set_plainly(match)) for match in _LONGER.finditer(text)))
    text, borders = _replaced(text, borders, _composed(text))  # marks may have come behind other letters
    text = _RANGE.sub("-", _SPACED_HYPHEN.sub("–", text))
    found = joints(text, _sizes(borders))
    if found:
        starts = (0, *(at + 1 for at in found))
        text = " ".join(text[start:end] for start, end in zip(starts, (*found, len(text)), strict=True))
        text, borders = _replaced(text, borders, ((at, at + 1, "") for at in found if _is_hyphened(text, at)))
    return Plain(text, Places(borders))


def _composed(text: str) -> Iterator[Edit]:
    """What makes composed letters of marks that follow theirs (Unicode's form C)."""
    if unicodedata.is_normalized("NFC", text):
        return
    signs = set(text)
    marks = "".join(ch for ch in signs if unicodedata.category(ch).startswith("M") or "\u1160" <= ch <= "\u11ff")
    alone = "".join(ch for ch in signs if unicodedata.normalize("NFC", ch) != ch)
    pattern = "|".join([rf"[^\n][{re.escape(marks)}]+"] * bool(marks) + [f"[{re.escape(alone)}]"] * bool(alone))
    for match in re.finditer(pattern, text):
        yield (*match.span(), unicodedata.normalize("NFC", match.group()))


def _set_plainly(match: re.Match[str]) -> str:
    kind, found = match.lastgroup, match.group()
    if kind == "blank":
        return "" if match.start() == 0 else "\n" * min(2, found.count("\n")) or " " * (" " in found)
    return {"ellipsis": "...", "dash": "–", "ligature": _LIGATURES.get(found, "")}.get(kind or "", "")


def _replaced(text: str, borders: Borders | None, edits: Iterable[Edit]) -> tuple[str, Borders | None]:
    """`text` with parts of it replaced, and the borders that it has then."""
    pieces: list[str] = []
    moved: array[int] = array("L")
    done = 0
    for start, end, piece in edits:
        pieces += text[done:start], piece
        moved.extend(range(done, start))
        moved.extend(min(start + at, end) for at in range(len(piece)))
        done = end
    if not pieces:
        return text, borders
    pieces.append(text[done:])
    moved.extend(range(done, len(text) + 1))
    return "".join(pieces), array("L", map(borders.__getitem__, moved)) if borders else moved


def _sizes(borders: Borders | None) -> Callable[[int, int], int]:
    """Tells how long a part of the text is in the source."""
    return (lambda start, end: borders[end] - borders[start]) if borders else (lambda start, end: end - start)


def _is_hyphened(text: str, at: int) -> bool:
    """Whether the blank at `at` was a line end behind a hyphen or dash inside a word: "long-" and "term"."""
    return bool(_HYPHENED.search(text, max(0, at - 2), at) and _GOES_ON.match(text, at + 1))

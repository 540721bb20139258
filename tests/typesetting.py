"""Sets texts another way, for tests: other marks, dashes and blanks, letters taken apart, lines broken at a width."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from random import Random

from hypothesis import strategies as st

VARIANTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"[“”\"]", ("“", "”", '"', "„")),
    (r"[‘’']", ("‘", "’", "'")),
    (r"(?<=\w) [—–-] (?=\w)", (" — ", " – ", " - ", " -- ", "\u2009—\u2009", "\u00a0– ")),
    (r"(?<=[^\W\d_])[—–](?=[^\W\d_])", ("—", "–", "--")),
    (r"(?<=\d)[–-](?=\d)", ("-", "–", "‑")),
    (r"(?<=\w)-(?=[^\W\d_])", ("-", "‐", "‑")),
    (r"(?<![.…])(?:…|\.{3})(?![.…])", ("…", "...", ". . .", ".\u00a0.\u00a0.")),
    (r"ffi", ("ﬃ", "ffi", "fﬁ")),
    (r"fi", ("ﬁ", "fi")),
    (r" ", (" ", "\u00a0", "\u2009", "\u202f", "  ", " \u200b", "\t")),
)
"""What may stand for one another, each as the pattern that finds any of them."""
_INSIDE_WORD = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")


@st.composite
def settings_of(draw: st.DrawFn, text: str, *, in_lines: bool) -> str:
    """`text` set another way. With `in_lines` its paragraphs, which blank lines set apart, may be broken into lines."""
    rng = draw(st.randoms(use_true_random=False))
    if in_lines and draw(st.booleans()):
        text = wrapped(text, draw(st.integers(50, 95)))
    for pattern, signs in draw(st.sets(st.sampled_from(VARIANTS))):
        text = exchanged(text, pattern, signs, rng)
    if draw(st.booleans()):
        text = _INSIDE_WORD.sub(lambda _: rng.choice(["", "", "", "\u00ad"]), text)
    if draw(st.booleans()):
        text = "\n".join(line + rng.choice(["", "", "  ", "\t", "\u00a0"]) for line in text.split("\n"))
    if in_lines:
        text = text.replace("\n\n", draw(st.sampled_from(["\n\n", "\n\n\n", "\n \n", "\n\t\n\n"])))
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def exchanged(text: str, pattern: str, signs: tuple[str, ...], rng: Random) -> str:
    """`text` with each sign that is found made any of those that may stand for it."""
    return re.sub(pattern, lambda _: rng.choice(signs), text)


def wrapped(text: str, width: int) -> str:
    """`text` with each paragraph in lines of at most `width` characters."""
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in text.split("\n\n"))

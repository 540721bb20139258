"""Articles revised by known edits: what became of every sentence is true by construction, not by anybody's judgment.

An article is paragraphs of pieces. A piece is what one version says in one sentence (or, split, in two), with what the
other version says there, if anything. The left version keeps the pieces' order, the right one is what the edits make.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.core.text.model import Figure
from variorum.core.text.reading import read_article

Texts = list[list[str]]
"""An article as paragraphs of sentences; the headline is the first."""

_JOINT = re.compile(r"(?:, |; | )(and|but|while) (?=\w)|; (?=\w)")
_FEWEST = 4
"""Words on both sides of a place where a sentence is split."""
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CONTENT = re.compile(r"(?<![\w’'-])[^\W\d_]{4,}(?![\w’'-])")


@dataclass(eq=False)
class Piece:
    """Sentences of the left and of the right version that say the same; none on one side: dropped or added."""

    left: list[str]
    right: list[str]
    moved: bool = False
    """Whether it was moved, alone or with its paragraph."""
    figures: list[tuple[str, str]] = field(default_factory=list)
    """Figures that were changed, as the left and the right write them."""
    qualifiers: list[tuple[str, str]] = field(default_factory=list)
    """Figures that got a qualifier of another sense, with what stands before them on either side."""

    @property
    def untouched(self) -> bool:
        """Whether no edit has come to its words."""
        return self.left == self.right and len(self.left) == 1


@dataclass(eq=False)
class Revision:
    """Two versions of an article, with what was done to it."""

    left: list[list[Piece]]
    right: list[list[Piece]]
    splits: int = 0
    """Paragraphs split and merged."""


_QUALIFIERS = {
    "near": ("about", "around", "roughly", "nearly", "almost", "approximately"),
    "or more": ("over", "more than", "at least", "upwards of"),
    "or less": ("under", "less than", "up to", "no more than"),
    "as told": ("",),
}
"""How an edit qualifies a figure, by what that makes of it."""
_QUALIFYING = frozenset(
    ["about", "above", "almost", "approximately", "around", "below", "close", "estimated", "exactly", "exceeding",
     "fewer", "inside", "just", "least", "less", "more", "most", "nearly", "only", "over", "precisely", "roughly",
     "some", "than", "under", "upwards", "within"]
)  # fmt: skip
"""Words that before a figure would qualify it."""
_SENSES = {
    "about": "near", "nearly": "near", "over": "or more", "at least": "or more", "under": "or less", "up to": "or less",
    "exactly": "as told", "": "as told",
}  # fmt: skip
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|that|these|those|his|her|its|their|our|all|both|another|other|first|last|next|past|every|"
    r"each|between|from|to|and|or|not|number|no\.|article|chapter|[\w]+['’]s|\w*\d[\w.,:%]*|[$€£])\s*$",
    re.IGNORECASE,
)
"""Behind these words a figure takes no qualifier, or is part of another one."""

Edit = Callable[[Revision, random.Random, Sequence[str]], bool]
"""Does one edit, if there is room for it; the strings are sentences of other articles."""


def original(article: Texts) -> Revision:
    """An article to which nothing has been done yet."""
    pieces = [[Piece([sentence], [sentence]) for sentence in paragraph] for paragraph in article]
    return Revision(pieces, [list(paragraph) for paragraph in pieces])


def texts_of(text: str) -> Texts:
    """What an article tells, as paragraphs of sentences: no subheads, furniture or repeats."""
    article = read_article(text)
    told: dict[int, list[str]] = {}
    for sentence in article.sentences:
        if sentence.kind.tells:
            told.setdefault(sentence.paragraph, []).append(" ".join(sentence.span.of(article.text).split()))
    headline, *paragraphs = told.values()
    return [headline, *([_ended(sentence) for sentence in paragraph] for paragraph in paragraphs)]


def _ended(sentence: str) -> str:
    """`sentence` with a full stop if nothing ends it, so that it stays one with whatever comes behind it."""
    return sentence if sentence.endswith((".", "!", "?", ".”", '."', "?”", '?"', "!”", '!"')) else sentence + "."


def _pick(revision: Revision, rng: random.Random, *, untouched: bool = True) -> tuple[list[Piece], Piece] | None:
    """A paragraph of the right version, not the headline, and a piece of it."""
    options = [
        (paragraph, piece)
        for paragraph in revision.right[1:]
        for piece in paragraph
        if piece.untouched or (not untouched and piece.left)
    ]
    return rng.choice(options) if options else None


def drop(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """A sentence goes."""
    found = _pick(revision, rng)
    if not found:
        return False
    paragraph, piece = found
    paragraph.remove(piece)
    piece.right, piece.moved = [], False
    revision.right = [paragraph for paragraph in revision.right if paragraph]
    return True


def _new(revision: Revision, pool: Sequence[str]) -> list[str]:
    """The sentences of `pool` that neither version tells."""
    told = {s for paragraph in revision.left for piece in paragraph for s in piece.left}
    told |= {s for paragraph in revision.right for piece in paragraph for s in piece.right}
    return [sentence for sentence in pool if sentence not in told]


def add(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """A sentence comes that no version had: in a paragraph or as one."""
    options = _new(revision, pool)
    if not options or len(revision.right) < 2:
        return False
    piece = Piece([], [rng.choice(options)])
    at = rng.randrange(1, len(revision.right))
    if rng.random() < 0.5:
        revision.right.insert(at + 1, [piece])
    else:
        paragraph = revision.right[at]
        paragraph.insert(rng.randint(0, len(paragraph)), piece)
    return True


def replace(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """A sentence goes and another one, about something else, comes in its place."""
    found, options = _pick(revision, rng), _new(revision, pool)
    if not found or not options:
        return False
    paragraph, piece = found
    paragraph.insert(paragraph.index(piece), Piece([], [rng.choice(options)]))
    paragraph.remove(piece)
    piece.right, piece.moved = [], False
    return True


def _exchange(share: float) -> Edit:
    def exchange(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
        found = _pick(revision, rng)
        words = [
            word
            for sentence in pool
            for word in _CONTENT.findall(sentence)
            if word.islower() and word not in _QUALIFYING
        ]
        if not found or not words:
            return False
        sentence = found[1].right[0]
        figures = [figure.mention for figure in read_article(sentence).figures]
        places = [
            match
            for match in _CONTENT.finditer(sentence)
            if not any(f.start <= match.start() < f.end for f in figures) and (share > 0.3 or match[0].islower())
        ]
        count = max(1, min(round(share * len(places)), len(places) // 2))
        if len(places) < 2:
            return False
        for match in sorted(rng.sample(places, count), key=lambda match: -match.start()):
            word = rng.choice([word for word in rng.sample(words, min(9, len(words))) if word != match[0].lower()])
            word = word.capitalize() if match[0][0].isupper() else word
            sentence = sentence[: match.start()] + word + sentence[match.end() :]
        found[1].right = [sentence]
        return True

    return exchange


exchange_few, exchange_half = _exchange(0.12), _exchange(0.5)


def trim(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """A sentence loses what stands behind its last comma, or gets such an end from another one."""
    found = _pick(revision, rng)
    if not found or any(mark in found[1].left[0] for mark in '“”"'):
        return False
    body = found[1].left[0].rstrip(".")
    head, comma, end = body.rpartition(", ")
    if comma and len(head.split()) > len(end.split()) + 2:
        found[1].right = [head + "."]
        return True
    ends = [s.rstrip(".").rpartition(", ")[2] for s in pool if ", " in s and '"' not in s and "”" not in s]
    ends = [e for e in ends if 3 <= len(e.split()) <= len(body.split()) // 2 and not any(map(str.isdigit, e))]
    if not ends or found[1].left[0][-1:] != ".":
        return False
    found[1].right = [f"{body}, {rng.choice(ends)}."]
    return True


def change_figure(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """An amount, a share or a count gets another value."""
    options = []
    for paragraph in revision.right[1:]:
        for piece in paragraph:
            if piece.untouched:
                article = read_article(piece.left[0])
                options += [
                    (piece, f)
                    for f in article.figures
                    if not f.is_date and _DIGITS.search(f.text) and "-" not in f.value
                ]
    if not options:
        return False
    piece, figure = rng.choice(options)
    changed = _DIGITS.sub(lambda match: _another(match[0], rng), figure.text, count=1)
    sentence = piece.left[0]
    piece.right = [sentence[: figure.span.start] + changed + sentence[figure.span.end :]]
    piece.figures.append((figure.text, changed))
    return True


def change_qualifier(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """An amount, a share or a count gets a qualifier of another sense ("over 300" → "about 300"), or loses its own."""
    options = []
    for paragraph in revision.right[1:]:
        for piece in paragraph:
            if piece.untouched:
                figures = read_article(piece.left[0]).figures
                options += [(piece, f) for f in figures if not f.is_date and _takes_qualifier(piece.left[0], f)]
    if not options:
        return False
    piece, figure = rng.choice(options)
    sentence, before = piece.left[0], figure.mention
    sense = rng.choice([sense for sense in _QUALIFIERS if sense != _SENSES[figure.qualifier]])
    phrases = _QUALIFIERS[sense]
    if figure.unit.endswith("s"):
        phrases = tuple(phrase for phrase in phrases if phrase != "over")  # "over three days" lasts no longer
    qualified = f"{rng.choice(phrases)} {figure.text}".strip()
    written = qualified[0].upper() + qualified[1:] if before.start == 0 else qualified
    piece.right = [sentence[: before.start] + written + sentence[before.end :]]
    piece.qualifiers.append((before.of(sentence).lower(), qualified.lower()))
    return True


def _takes_qualifier(sentence: str, figure: Figure) -> bool:
    """Whether a figure can be qualified otherwise by exchanging what stands right before it."""
    begins = figure.mention.start
    if not (figure.text[0].isdigit() or figure.text[0] in "$€£") or _DETERMINED.search(sentence[:begins]):
        return False
    if figure.qualifier:
        where = figure.qualifier_span
        return where is not None and sentence[where.end : figure.span.start] == " "
    return begins == 0 or sentence[begins - 1] == " "


def _another(number: str, rng: random.Random) -> str:
    """Another number written alike."""
    value = float(number.replace(",", ""))
    decimals = len(number.partition(".")[2])
    while True:
        other = round(value * rng.uniform(0.5, 1.9) + rng.choice([1, 2, 3]), decimals)
        written = f"{other:,.{decimals}f}" if "," in number or value >= 10_000 else f"{other:.{decimals}f}"
        if other != value:
            return written


def split_sentence(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """A sentence becomes two at an "and" between two clauses."""
    options = []
    for paragraph in revision.right[1:]:
        for piece in paragraph:
            if piece.untouched and not any(mark in piece.left[0] for mark in '“”"'):
                options += [(piece, match) for match in _JOINT.finditer(piece.left[0])]
    rng.shuffle(options)
    for piece, match in options:
        first, second = piece.left[0][: match.start()], piece.left[0][match.end() :]
        if min(len(first.split()), len(second.split())) >= _FEWEST:
            piece.right = [first + ".", second[0].upper() + second[1:]]
            if len([s for p in texts_of(" ".join(piece.right)) for s in p]) == 2:
                return True
            piece.right = list(piece.left)
    return False


def merge_sentences(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """Two sentences in a row become one."""
    options = []
    for paragraph in revision.right[1:]:
        for one, other in pairwise(paragraph):
            whole = one.untouched and other.untouched and _follow(revision, one, other)
            plain = not any(mark in s for s in one.left + other.left for mark in '“”"?!:')
            sizes = [len(s.split()) for s in one.left + other.left]
            if whole and plain and min(sizes) >= _FEWEST and one.left[0][-1] == other.left[0][-1] == ".":
                options.append((paragraph, one, other))
    if not options:
        return False
    paragraph, one, other = rng.choice(options)
    second = other.left[0]
    second = second[0].lower() + second[1:] if second.split()[0] in ("The", "A", "An", "He", "She", "It") else second
    one.right = [f"{one.left[0][:-1]}{rng.choice([', and ', ', while ', '; '])}{second}"]
    one.left = [*one.left, *other.left]
    paragraph.remove(other)
    for row in revision.left:
        if other in row:
            row.remove(other)
    return True


def _follow(revision: Revision, one: Piece, other: Piece) -> bool:
    """Whether the second piece follows the first in a paragraph of the left version, too."""
    return any(row[at] is one and row[at + 1] is other for row in revision.left for at in range(len(row) - 1))


def move_paragraph(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """A paragraph goes elsewhere, near or far."""
    if len(revision.right) < 5:
        return False
    at = rng.randrange(1, len(revision.right))
    if any(piece.moved for piece in revision.right[at]):
        return False
    paragraph = revision.right.pop(at)
    to = rng.choice([place for place in range(1, len(revision.right) + 1) if abs(place - at) >= 2])
    revision.right.insert(to, paragraph)
    for piece in paragraph:
        piece.moved = bool(piece.left)
    return True


def split_paragraph(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """A paragraph becomes two."""
    options = [at for at, paragraph in enumerate(revision.right) if at and len(paragraph) > 1]
    if not options:
        return False
    at = rng.choice(options)
    paragraph = revision.right[at]
    border = rng.randrange(1, len(paragraph))
    revision.right[at : at + 1] = [paragraph[:border], paragraph[border:]]
    revision.splits += 1
    return True


def merge_paragraphs(revision: Revision, rng: random.Random, pool: Sequence[str]) -> bool:
    """Two paragraphs in a row become one."""
    if len(revision.right) < 4:
        return False
    at = rng.randrange(1, len(revision.right) - 1)
    revision.right[at : at + 2] = [revision.right[at] + revision.right[at + 1]]
    revision.splits += 1
    return True


PLAIN: tuple[Edit, ...] = (
    drop, add, exchange_few, trim, change_figure, change_qualifier, split_sentence, merge_sentences, move_paragraph,
    split_paragraph, merge_paragraphs,
)  # fmt: skip
HARSH: tuple[Edit, ...] = (*PLAIN, exchange_half, exchange_half, replace)


def revise(article: Texts, share: float, edits: Sequence[Edit], pool: Sequence[str], rng: random.Random) -> Revision:
    """`article` with about `share` of its sentences edited, the kinds in turn; what has been moved may be edited."""
    revision = original(article)
    size = sum(map(len, article))
    wanted, done = max(1, round(share * size)), 0
    order: list[Edit] = []
    for _ in range(10 * wanted):
        if done == wanted:
            break
        order = order or rng.sample(edits, len(edits))
        done += order.pop()(revision, rng, pool)
    return revision

"""A comparison as one page that needs nothing else: no script, no other file, light and dark, ready to print.

Everything that comes from an article is escaped. How it looks stands in `resources/export/compare.css`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from variorum.assets import resource_text
from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.excerpt import around
from variorum.core.collate.marking import is_doubtful, marked_passages
from variorum.core.collate.model import (
    Claim,
    ClaimKind,
    Comparison,
    Op,
    PairKind,
    Regime,
    SpeakerVerdict,
    StanceKind,
    Wording,
)
from variorum.core.collate.qualifiers import qualifiers_of
from variorum.core.export.printable import on_one_line, printable
from variorum.core.export.text import GLYPHS
from variorum.core.text.model import Article, Span

_SIGNS = {ClaimKind.UNCHANGED: ("=", ""), ClaimKind.REWORDED: ("≈", "reworded"), ClaimKind.ADDED: ("+", "added"),
          ClaimKind.DROPPED: ("−", "dropped")}  # fmt: skip
_OTHERWISE = {
    StanceKind.CERTAINTY: "another certainty",
    StanceKind.NEGATION: "no negation",
    StanceKind.SOURCE: "another source",
}
_WORTH_NAMING = 0.1
"""The nearest passage is named from this confidence on."""

_CHIP = "<mark>", "</mark>"
"""The tags of a changed figure."""
_QUALIFIED = '<span class="qualifier" title="another qualifier on the other side">', "</span>"
"""The tags of one told with another qualifier."""

Mark = tuple[Span, str, str]
"""A span with the tags that open and close it."""


def as_html(comparison: Comparison) -> str:
    """The whole page."""
    title = _plain(f"{comparison.left.headline} | {comparison.right.headline}")
    body = "\n".join((*_head(comparison), *_looks(comparison), *_rows(comparison)))
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(comparison.left.language or "en")}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{resource_text('export/compare.css')}</style>\n</head>\n<body>\n"
        f"{body}\n<footer>Compared with Variorum. Left: the version compared from; right: the version compared "
        "with.</footer>\n</body>\n</html>\n"
    )


def _head(comparison: Comparison) -> Iterator[str]:
    yield "<header>"
    yield _heading(comparison.left)
    yield "<div></div>"
    yield _heading(comparison.right)
    yield "</header>"
    counts = comparison.counts
    how = "Revisions of one text" if comparison.regime is Regime.REVISION else "Two tellings of a story"
    chips = [
        (counts.added, "+", "added"),
        (counts.dropped, "−", "dropped"),
        (counts.changed_figures, "#", "figure changed" if counts.changed_figures == 1 else "figures changed"),
        (counts.changed_qualifiers, "#", _qualifiers_changed(counts.changed_qualifiers)),
        (counts.changed_quotes, "❝", "quotation changed" if counts.changed_quotes == 1 else "quotations changed"),
        (counts.stance, "±", "difference of stance" if counts.stance == 1 else "differences of stance"),
        (counts.reworded, "≈", "reworded"),
        (counts.moved, "↕", "moved"),
        (counts.unchanged, "=", "unchanged"),
    ]
    shown = "".join(f"<li>{glyph} {count} {what}</li>" for count, glyph, what in chips if count)
    yield f'<ul class="counts"><li class="regime">{how}</li>{shown}</ul>'


def _qualifiers_changed(count: int) -> str:
    return "qualifier changed" if count == 1 else "qualifiers changed"


def _heading(article: Article) -> str:
    facts = " · ".join(fact for fact in (article.outlet, article.date) if fact)
    kind = "" if article.headline_span else ' class="first"'
    title = f"<h1{kind}>{_plain(article.headline)}</h1>"
    return f'<div class="side" dir="auto"><p class="outlet">{_plain(facts)}</p>{title}</div>'


def _looks(comparison: Comparison) -> Iterator[str]:
    """What an editor should look at first, then figures of one value under another qualifier."""
    found = changes(comparison)
    looks = [change for change in found if change.look]
    qualifiers = [change for change in found if ChangeKind.FIGURE in change.kinds and not change.look]
    for heading, listed in (("Needs a look", looks), ("Qualifiers changed", qualifiers)):
        if listed:
            yield f"<h2>{heading}</h2>"
            yield '<ul class="look">'
            yield from (_look(comparison, change) for change in listed)
            yield "</ul>"


def _look(comparison: Comparison, change: Change) -> str:
    """What changed, where, from what to what; nothing that the title says is said again."""
    glyphs = "".join(GLYPHS[kind] for kind in change.kinds)
    text = f"<b>{glyphs} {_plain(change.title)}</b>"
    before, after = change.before, change.after
    if not (before or after):
        before, after = _passages(comparison.left, change.left), _passages(comparison.right, change.right)
    elif ChangeKind.STANCE in change.kinds:
        before, after = around(comparison.left, change.left[0]), around(comparison.right, change.right[0])
    elif ChangeKind.FIGURE in change.kinds:
        return f'<li dir="auto">{text}<q>{_plain(change.detail)}</q></li>'
    elif change.detail.strip("“”") != before:
        text += f"<q>{_plain(change.detail)}</q>"
    text += f'<span class="from">{_plain(before)}</span><span class="to">{_plain(after)}</span>'
    return f'<li dir="auto">{text}</li>'


def _passages(article: Article, spans: Sequence[Span]) -> str:
    return " ".join(span.of(article.text) for span in spans)


def _rows(comparison: Comparison) -> Iterator[str]:
    yield "<h2>Side by side</h2>"
    marks = _chips(comparison)
    yield "<main>"
    for claim in comparison.claims:
        yield _row(comparison, claim, marks)
    yield "</main>"


def _row(comparison: Comparison, claim: Claim, chips: tuple[Sequence[Mark], Sequence[Mark]]) -> str:
    glyph, word = _SIGNS[claim.kind]
    classes = [claim.kind.value]
    classes += ["moved"] if claim.moved else []
    classes += ["doubtful"] if is_doubtful(claim) else []
    if claim.moved:
        glyph, word = f"{glyph}↕", f"{word} {'up' if claim.distance < 0 else 'down'} {abs(claim.distance)}".strip()
    hint = f' title="{claim.confidence:.0%} sure"' if claim.linked else ""
    gone = _words(comparison.left.text, (run.left for run in claim.words if run.op is Op.DELETE), "del")
    come = _words(comparison.right.text, (run.right for run in claim.words if run.op is Op.INSERT), "ins")
    by_words = marked_passages(claim)
    left = _side("left", comparison.left.text, claim.left, (gone, chips[0]), by_words[0])
    right = _side("right", comparison.right.text, claim.right, (come, chips[1]), by_words[1])
    closest = _closest(comparison, claim)
    left, right = (closest or left, right) if claim.kind is ClaimKind.ADDED else (left, closest or right)
    sign = f'<div class="sign"{hint}>{glyph}<small>{word}</small></div>'
    return f'<div class="row {" ".join(classes)}">{left}{sign}{right}</div>'


def _words(text: str, spans: Iterable[Span | None], tag: str) -> list[Mark]:
    """Marks of changed words, without the white space around them."""
    return [(span.trimmed(text), f"<{tag}>", f"</{tag}>") for span in spans if span]


def _side(
    name: str, text: str, spans: Sequence[Span], marks: tuple[Sequence[Mark], Sequence[Mark]], by_words: Sequence[Span]
) -> str:
    """The cell of one side; `marks` are those of words, for the passages `by_words`, and the chips."""
    words, chips = marks
    paragraphs = (
        f"<p>{_marked(text, span, (*words, *chips))}</p>"
        if span in by_words
        else f'<p class="whole">{_marked(text, span, chips)}</p>'
        for span in spans
    )
    return f'<div class="side {name}{" told" if spans else ""}" dir="auto">{"".join(paragraphs)}</div>'


def _closest(comparison: Comparison, claim: Claim) -> str:
    """The cell across from a claim told on one side: what comes closest, in small print."""
    if claim.nearest is None or claim.nearest.confidence < _WORTH_NAMING:
        return ""
    text = comparison.left.text if claim.kind is ClaimKind.ADDED else comparison.right.text
    near = " ".join(span.of(text) for span in claim.nearest.spans)
    name = "left" if claim.kind is ClaimKind.ADDED else "right"
    share = f"{claim.nearest.confidence:.0%}"
    return f'<div class="side {name}" dir="auto"><p class="note">closest ({share}): {_plain(near)}</p></div>'


def _chips(comparison: Comparison) -> tuple[list[Mark], list[Mark]]:
    """Marks of changed figures and quotations on either side, and of words that tell another stance."""
    sides: tuple[list[Mark], list[Mark]] = ([], [])
    for figures in comparison.figures:
        if figures.kind is PairKind.CHANGED:
            for side, figure in zip(sides, (figures.left, figures.right), strict=True):
                side += [(figure.span, *_CHIP)] if figure else []
    for _, *qualified in qualifiers_of(comparison):
        for side, figure in zip(sides, qualified, strict=True):
            side.append((figure.mention, *_QUALIFIED))
    for quotes in comparison.quotes:
        if quotes.kind is PairKind.CHANGED:
            what = "another speaker" if quotes.speaker is SpeakerVerdict.DIFFERS else "other words"
            what = "no quotation marks" if quotes.wording is Wording.PARAPHRASED else what
            for side, quotation in zip(sides, (quotes.left, quotes.right), strict=True):
                tag = f'<span class="said" title="quotation with {what} on the other side">'
                side += [(quotation.span, tag, "</span>")] if quotation else []
    for stance in comparison.stance:
        tag = f'<span class="stance" title="{_OTHERWISE[stance.kind]} on the other side">'
        for side, span in zip(sides, (stance.left, stance.right), strict=True):
            side += [(span, tag, "</span>")] if span else []
    # What contradicts two figures of the other side is marked once.
    return list(dict.fromkeys(sides[0])), list(dict.fromkeys(sides[1]))


def _marked(text: str, span: Span, marks: Iterable[Mark]) -> str:
    """The passage with its marks; where marks overlap, each piece carries all of its tags. A chip says by itself that
    its words changed: they aren't struck or filled as well."""
    here = [mark for mark in marks if mark[0].overlap(span)]
    borders = {span.start, span.end}
    for mark, _, _ in here:
        borders |= {max(mark.start, span.start), min(mark.end, span.end)}
    cuts = sorted(borders)
    pieces: list[tuple[str, str, str]] = []
    for start, end in pairwise(cuts):
        over = [mark for mark in here if mark[0].start <= start and end <= mark[0].end]
        if any(mark[1] == _CHIP[0] for mark in over):
            over = [mark for mark in over if mark[1] not in ("<del>", "<ins>")]
        opening = "".join(mark[1] for mark in over)
        closing = "".join(mark[2] for mark in reversed(over))
        pieces.append((opening, escape(printable(text[start:end])), closing))
    parts = groupby(pieces, key=lambda piece: (piece[0], piece[2]))
    return "".join(opening + "".join(words for _, words, _ in same) + closing for (opening, closing), same in parts)


def _plain(text: str) -> str:
    """Text on one line, escaped."""
    return escape(on_one_line(text))

"""What the lens says of a passage: its counterpart with the words that differ, or what comes closest. Pure.

Knows a comparison and its words; no widgets, fonts or colors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.marking import marked_passages, nearness
from variorum.core.collate.model import Claim, ClaimKind, Op, WordRun
from variorum.core.collate.telling import Telling
from variorum.core.text.model import Article, Span
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.wording import BY_HAND
from variorum.gui.widgets.passage_text import ELLIPSIS, Own, Part, Tone
from variorum.gui.words import tr

_WOVEN = 0.5
"""Share of either telling's characters that must stand in the other for both to be woven into one text."""
_SURE = (
    (0.9, tr("almost certain")),
    (0.8, tr("very likely")),
    (0.65, tr("likely")),
    (0.4, tr("doubtful")),
    (0.0, tr("very doubtful")),
)

NOWHERE_CLOSE = tr("Nothing comes close to it.")


@dataclass(frozen=True, slots=True)
class Place:
    """A claim where it stands on a side."""

    side: Side
    claim: int


@dataclass(frozen=True, slots=True)
class Named:
    """A version as the lens names it."""

    siglum: str
    name: str
    """Its outlet, or else its headline."""

    @property
    def short(self) -> str:
        """The shortest name."""
        return self.siglum or self.name


@dataclass(frozen=True, slots=True)
class Quoted:
    """Passages of a version, quoted as paragraphs of parts. `here` are words that only this version has; where the two
    tellings are `woven`, words of the other one stand between."""

    paragraphs: tuple[tuple[Part, ...], ...]
    here: tuple[Span, ...] = ()
    woven: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What the lens says. `of` is the version that `shown` stands in; `shown` is None where nothing comes close."""

    of: Named
    side: Side
    """The side that `shown` stands on."""
    kinds: tuple[ChangeKind, ...]
    verdict: str
    verdict_short: str
    """The same for where there is little room."""
    heading: str
    shown: Quoted | None
    linked: bool
    asks_others: bool
    """Whether it matters who else tells the passage."""
    own: Quoted | None = None
    """The passage itself, of the side opposite to `side`, where nothing else shows it."""
    own_heading: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """How a third version of the story tells a passage."""

    version: Named
    article: int
    """Its id in the library."""
    telling: Telling
    words: str
    """The passage there on one line; "" where it isn't told."""


def page(shown: Presentation, number: int, side: Side, names: Mapping[Side, Named], *, hidden: bool = False) -> Page:
    """What the lens says of claim `number` where it stands on `side`; `hidden` if the passage itself isn't seen."""
    claim = shown.comparison.claims[number]
    there = side.other
    kinds = shown.kinds_by_claim.get(number, ())
    if claim.linked:
        body: Quoted | None = _counterpart(shown, claim, there)
        heading = ""
    else:
        body = _nearest(claim, there.article(shown.comparison))
        near = nearness(claim.nearest.confidence) if claim.nearest and body else ""
        heading = _closest(names[there], near) if near else NOWHERE_CLOSE
    return Page(
        of=names[there],
        side=there,
        kinds=kinds,
        verdict=verdict(claim, names[there].short),
        verdict_short=verdict(claim, names[there].short, short=True),
        heading=heading,
        shown=body,
        linked=claim.linked,
        asks_others=not claim.linked,
        own=Quoted(_plain(side.spans(claim), side.article(shown.comparison))) if hidden else None,
        own_heading=_tells(names[side]) if hidden else "",
    )


def _closest(version: Named, near: str) -> str:
    if version.siglum:
        return tr("Closest in {version}, {near}", version=version.siglum, near=near)
    return tr("Closest in the other version, {near}", near=near)


def _tells(version: Named) -> str:
    return tr("{version} tells", version=version.siglum) if version.siglum else tr("The other version tells")


def verdict(claim: Claim, other: str, *, short: bool = False) -> str:
    """What became of a claim, where it stands now, and how sure that is, in words; in figures only if `short`."""
    if not claim.linked:
        return tr("Not told by {other}", other=other) if other else tr("Not told by the other version")
    parts = [tr("In the same words") if claim.kind is ClaimKind.UNCHANGED else tr("Reworded")]
    if claim.moved:
        way = f" {'down' if claim.distance > 0 else 'up'} {abs(claim.distance)}" if claim.distance else ""
        parts.append(f"moved{way}")
    parts += [BY_HAND] if claim.by_hand else []
    if claim.kind is not ClaimKind.UNCHANGED and not claim.by_hand:
        percent = f"{round(claim.confidence * 100)} %"
        parts.append(percent if short else f"{sureness(claim)}, {percent}")
    return " · ".join(parts)


def sureness(claim: Claim) -> str:
    """How sure a link is, in words."""
    return next(words for least, words in _SURE if claim.confidence >= least)


def _counterpart(shown: Presentation, claim: Claim, there: Side) -> Quoted:
    spans, article = there.spans(claim), there.article(shown.comparison)
    if claim.kind is ClaimKind.UNCHANGED:
        return Quoted(_plain(spans, article))
    marked = there.pick(*marked_passages(claim))
    if marked == spans and all(_stands(claim, side) >= _WOVEN for side in Side):
        parts, here = _woven(shown, claim, there)
        return Quoted((parts,), here, woven=True)
    only = (span for run in claim.words if run.op is not Op.EQUAL and (span := _on(there, run)))
    here = tuple(span.trimmed(article.text) for span in only if any(passage.contains(span) for passage in marked))
    return Quoted(_plain(spans, article), here)


def _stands(claim: Claim, side: Side) -> float:
    """Share of a side's characters that stand on the other one, too."""
    equal = sum(len(span) for run in claim.words if run.op is Op.EQUAL and (span := _on(side, run)))
    return equal / max(1, sum(map(len, side.spans(claim))))


def _nearest(claim: Claim, article: Article) -> Quoted | None:
    return Quoted(_plain(claim.nearest.spans, article)) if claim.nearest and claim.nearest.spans else None


def _plain(spans: Sequence[Span], article: Article) -> tuple[tuple[Part, ...], ...]:
    """Passages, one paragraph each; an ellipsis where a sentence is cut."""
    starts = {sentence.span.trimmed(article.text).start for sentence in article.sentences}
    ends = {sentence.span.trimmed(article.text).end for sentence in article.sentences}
    paragraphs = []
    for span in (span.trimmed(article.text) for span in spans):
        before = () if span.start in starts else (Own(f"{ELLIPSIS} "),)
        behind = () if span.end in ends else (Own(f" {ELLIPSIS}"),)
        paragraphs.append((*before, span, *behind))
    return tuple(paragraphs)


def _woven(shown: Presentation, claim: Claim, there: Side) -> tuple[tuple[Part, ...], tuple[Span, ...]]:
    """Both tellings in one text: the words of `there`, and where they stood the words that only the other has. Also
    which words only `there` has."""
    here_text, there_text = (side.article(shown.comparison).text for side in (there.other, there))
    parts: list[Part] = []
    only: list[Span] = []
    before = ""
    for run in claim.words:
        span, removed = _on(there, run), _on(there.other, run)
        words = span.of(there_text) if span else removed.of(here_text) if removed else ""
        if not words.strip():  # the border between two passages, or the space between two words
            before += " "
            continue
        changes = bool(parts) and isinstance(parts[-1], Own) is not (span is None)
        if parts and (before[-1:].isspace() or words[0].isspace() or (changes and _joins(before, words))):
            parts.append(Own(" "))
        if span:
            parts.append(span.trimmed(there_text))
            only += [span.trimmed(there_text)] if run.op is not Op.EQUAL else []
        else:
            parts.append(Own(" ".join(words.split()), Tone.REMOVED, len(parts)))
        before = words
    return tuple(parts), tuple(only)


def _joins(before: str, behind: str) -> bool:
    """Whether two stretches would read as one word."""
    return before[-1:].isalnum() and behind[:1].isalnum()


def _on(side: Side, run: WordRun) -> Span | None:
    return side.pick(run.left, run.right)


def spoken(page: Page, article: Article, own: Article) -> str:
    """What the lens says as one text, for a screen reader; `own` is the version of the passage itself."""
    told = _words(page.own, own), page.heading, _words(page.shown, article)
    return ". ".join(part for part in (page.of.siglum, page.of.name, page.verdict, page.own_heading, *told) if part)


def _words(shown: Quoted | None, article: Article) -> str:
    words = (
        " ".join(" ".join(p.words if isinstance(p, Own) else p.of(article.text) for p in paragraph).split())
        for paragraph in (shown.paragraphs if shown else ())
    )
    return ". ".join(words)

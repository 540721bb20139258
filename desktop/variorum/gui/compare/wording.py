"""The sentences of the comparison: status, position and what a screen reader says of a change. Pure."""

from __future__ import annotations

from difflib import SequenceMatcher

from variorum.core.collate.changes import Change
from variorum.core.collate.marking import is_doubtful
from variorum.core.collate.model import Claim, Comparison, Regime
from variorum.core.handmade.model import NO_REVIEW, Review
from variorum.core.text.model import Article
from variorum.gui.compare.kinds import FACES
from variorum.gui.compare.titles import title_of
from variorum.gui.telling import one_line
from variorum.gui.words import plural, tr

SHORT = 6
"""Words up to which what changed is shown whole."""
SAME_TEXT = tr("These two are the same text.")
READING = tr("reading for meaning…")
BY_WORDS_ONLY = tr("by words only")
BY_WORDS_ONLY_WHY = tr(
    "The model that reads for meaning is not there, so sentences are linked by the words, names, figures and "
    "quotations they share. To have it, install Variorum again."
)
COMPARING = tr("Comparing the two versions…")
STILL_COMPARING = tr("Still comparing the two versions…")
AGAIN = tr("Comparing the two versions again…")
STOPPED = tr("Stopped: what is shown is still as it was before.")
BY_HAND = tr("linked by hand")
NO_LOOKS = tr("Nothing that is shown needs a look.")
NOTHING_LINKED = tr("No sentence of one is told by the other")


def status(comparison: Comparison, note: str = "") -> str:
    """One line on how the two versions relate: sentences, links, regime and shared wording; then a note."""
    if same_text(comparison):
        return SAME_TEXT
    left, right = _sentences(comparison.left), _sentences(comparison.right)
    linked = [claim for claim in comparison.claims if claim.linked]
    links = plural("%n link", "%n links", len(linked))
    regime = tr("revision") if comparison.regime is Regime.REVISION else tr("independent rewrite")
    parts = [
        tr("{left} ↔ {right} sentences", left=f"{left:,}", right=f"{right:,}"),
        links if linked else NOTHING_LINKED,
        tr("{regime} ({percent} shared wording)", regime=regime, percent=_percent(comparison.shared_wording)),
    ]
    return " · ".join([*parts, note] if note else parts)


def same_text(comparison: Comparison) -> bool:
    """Whether both sides hold the same text."""
    return comparison.left.text == comparison.right.text


def same_pair(one: Comparison, other: Comparison | None) -> bool:
    """Whether both hold the same text on the left, and on the right."""
    return other is not None and (one.left.text, one.right.text) == (other.left.text, other.right.text)


def position(place: int, total: int, hidden: int = 0) -> str:
    """Which change one stands on; else how many there are, and of how many if some are `hidden`."""
    if hidden and not place:
        return tr("{shown} of {every} changes", shown=f"{total:,}", every=f"{total + hidden:,}")
    if not total:
        return tr("no changes")
    return (
        tr("change {place} of {total}", place=f"{place:,}", total=f"{total:,}")
        if place
        else plural("%n change", "%n changes", total)
    )


def unlisted(others: int) -> str:
    """That nothing needs a look, and how many changes are left out for it."""
    return f"{NO_LOOKS} {plural('%n other change not listed.', '%n other changes not listed.', others)}"


def numbered(place: int, total: int) -> str:
    """A change's number, as a screen reader says it."""
    return tr(". Change {place} of {total}", place=f"{place:,}", total=f"{total:,}")


def reviewed(done: int, total: int) -> str:
    """How many changes were reviewed."""
    return tr("{done} of {total} reviewed", done=f"{done:,}", total=f"{total:,}") if total else ""


def far(lines: int) -> str:
    """How far the other end of a link is off: so many lines below (or, negative, above) this one."""
    return (
        plural("The counterpart stands %n line further down", "The counterpart stands %n lines further down", lines)
        if lines > 0
        else plural("The counterpart stands %n line further up", "The counterpart stands %n lines further up", -lines)
    )


def wrapped(forward: bool) -> str:
    """That a step went over the end of the list."""
    return (
        tr("Past the last change: from the first again")
        if forward
        else tr("Before the first change: from the last again")
    )


def spoken(change: Change, review: Review = NO_REVIEW, *, by_hand: bool = False) -> str:
    """All that a change says, as one text for a screen reader, and what was said of it or linked by hand."""
    kinds = ", ".join(FACES[kind].label for kind in change.kinds)
    title = title_of(change)
    parts = [title if title.casefold() == kinds.casefold() else f"{title} ({kinds})"]
    if change.detail:
        parts.append(f": {change.detail}")
    if change.before or change.after:
        parts.append(
            tr(", from {before} to {after}", before=change.before or tr("nothing"), after=change.after or tr("nothing"))
        )
    if change.look:
        parts.append(tr(". Needs a look"))
    if change.doubtful:
        parts.append(tr(". Doubtful link"))
    if by_hand:
        parts.append(f". {BY_HAND.capitalize()}")
    if review.reviewed:
        parts.append(tr(". Reviewed"))
    if review.note:
        parts.append(tr(". Note: {note}", note=review.note))
    return "".join(parts)


def exchange(before: str, after: str, sigla: tuple[str, str] = ("", "")) -> str:
    """What changed from what to what: short things whole, of long ones only the words that differ.

    `sigla` tell whose the short things are, if the versions have any.
    """
    if not (before or after):
        return ""
    if max(len(before.split()), len(after.split())) <= SHORT:
        told = (f"{siglum} {words or '—'}".lstrip() for siglum, words in zip(sigla, (before, after), strict=True))
        return " → ".join(told)
    one, other = before.split(), after.split()
    script = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    pairs = (
        f"{one_line(' '.join(one[a:b]), 60) or '—'} → {one_line(' '.join(other[c:d]), 60) or '—'}"
        for op, a, b, c, d in script
        if op != "equal"
    )
    return " · ".join(dict.fromkeys(pairs))


def why_linked(claim: Claim) -> str:
    """What speaks for a link, and how sure it is."""
    sure = tr("{percent} sure", percent=_percent(claim.confidence))
    moved = _moved(claim)
    evidence = (
        tr("linked by {evidence}", evidence=", ".join(claim.evidence)) if claim.evidence else tr("linked", "passages")
    )
    if claim.by_hand:
        shared = (
            tr("linked by hand (both: {evidence})", evidence=", ".join(claim.evidence)) if claim.evidence else BY_HAND
        )
        return " · ".join(part for part in (tr(claim.kind.value.capitalize()), moved, shared) if part)
    doubt = tr("doubtful") if is_doubtful(claim) else ""
    return " · ".join(part for part in (tr(claim.kind.value.capitalize()), moved, evidence, sure, doubt) if part)


def _moved(claim: Claim) -> str:
    if not (claim.moved and claim.distance):
        return tr("moved") if claim.moved else ""
    far = claim.distance
    if far > 0:
        return plural("moved down by %n passage", "moved down by %n passages", far)
    return plural("moved up by %n passage", "moved up by %n passages", -far)


def _sentences(article: Article) -> int:
    return sum(sentence.kind.tells for sentence in article.sentences)


def _percent(share: float) -> str:
    """In whole numbers; what isn't quite all or nothing isn't rounded to it."""
    rounded = round(share * 100)
    return f"{min(99, max(1, rounded)) if 0.0 < share < 1.0 else rounded} %"

"""Where words of the left version are left out of the right one: whole passages, and words inside sentences. Pure.

Knows a comparison and what of it is visible; no widgets and no pixels.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.marking import marked_passages
from variorum.core.collate.model import Claim, ClaimKind, Op
from variorum.core.text.model import Article, Kind, Span
from variorum.gui.compare.presentation import Presentation
from variorum.gui.telling import one_line
from variorum.gui.widgets.passage_text import ELLIPSIS, Own, Part, PassageText, Tone, compose
from variorum.gui.words import plural, tr

_TOLD = 80
"""Characters of the words that a closed caret tells unasked."""
_SPACES = " \t\u00a0"
_SIGNS = "%§#"
"""Signs that say something by themselves; other punctuation left out is no loss."""


@dataclass(frozen=True, slots=True)
class Caret:
    """A place of the right text (after the character before `offset`) where words of the left one are left out."""

    number: int
    offset: int
    claims: tuple[int, ...]
    """What it stands for, dropped passages first."""
    text: PassageText
    """The words, as they are shown where it opens."""
    passages: int
    """How many whole passages it stands for; 0 where words are left out inside a sentence that both tell."""
    retold: bool = False
    """Whether it stands for all that the left one has in place of a passage told in other words throughout."""
    before: str = " "
    """What stands between the text and the words."""
    behind: str = ""
    """What stands between the words and the rest of the text."""

    @property
    def words(self) -> str:
        """The words, on one line."""
        return self.text.block.text

    @property
    def inside(self) -> bool:
        """Whether it stands for words inside a sentence only."""
        return not self.passages

    @property
    def told(self) -> str:
        """What it is, for tool tips and screen readers."""
        if self.inside:
            how = tr("The left version tells it so") if self.retold else tr("Removed here")
            return f"{how}: “{one_line(self.words, _TOLD)}”"
        dropped = plural("%n passage dropped here", "%n passages dropped here", self.passages)
        return tr("{dropped}, and other words", dropped=dropped) if self.retold else dropped

    @property
    def parts(self) -> tuple[Own, ...]:
        """What it opens to, with the spaces around it."""
        tone = Tone.STRUCK if self.inside else Tone.REMOVED
        parts = (Own(self.before), Own(self.words, tone, self.number), Own(self.behind))
        return tuple(part for part in parts if part.words)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Words of one claim that are left out at one place; of a whole passage if `dropped`."""

    offset: int
    claim: int
    spans: tuple[Span, ...]
    dropped: bool = False
    retold: bool = False


def carets_of(shown: Presentation) -> list[Caret]:
    """All carets of a comparison, in the order of the right text; of one place there is one."""
    left, right = shown.comparison.left.text, shown.comparison.right.text
    gaps = sorted((*_dropped(shown), *_removed(shown)), key=lambda gap: gap.offset)
    made = []
    for number, (_, group) in enumerate(groupby(gaps, key=lambda gap: _word_end(gap.offset, right))):
        together = list(group)
        made.append(_caret(number, together[0].offset, together, left, right))
    return made


def _caret(number: int, offset: int, gaps: Sequence[_Gap], left: str, right: str) -> Caret:
    parts: list[Part] = []
    end = 0
    for span in sorted(span for gap in gaps for span in gap.spans):
        # What stood apart isn't read as one sentence.
        between = " " if not _says(left[end : span.start]) else f" {ELLIPSIS} "
        parts += [Own(between), span] if parts else [span]
        end = max(end, span.end)
    claims = tuple(dict.fromkeys(gap.claim for gap in sorted(gaps, key=lambda gap: not gap.dropped)))
    # At the head of a sentence, and inside a word ("$|14 million"), the words stand close to what follows.
    close = not offset or right[offset - 1].isspace() or right[offset : offset + 1].isalnum()
    before, behind = ("", " ") if close else (" ", "")
    retold, passages = any(gap.retold for gap in gaps), sum(gap.dropped for gap in gaps)
    return Caret(number, offset, claims, compose(left, parts), passages, retold, before, behind)


def _dropped(shown: Presentation) -> Iterator[_Gap]:
    """Dropped claims, each after what is told before it by both; in a headline only what was one."""
    if ChangeKind.DROPPED not in shown.visible:
        return
    left, right = shown.comparison.left, shown.comparison.right
    after, body = 0, _body(right)
    for number, claim in enumerate(shown.comparison.claims):
        if claim.kind is ClaimKind.DROPPED:
            was_headline = left.headline_span is not None and left.headline_span.overlap(claim.left[0])
            yield _Gap(after if was_headline else max(after, body), number, claim.left, dropped=True)
        elif claim.linked and not claim.moved:
            after = max(span.end for span in claim.right)


def _body(article: Article) -> int:
    """Where the text below the headline begins; 0 where there is no headline, or nothing else."""
    headline = article.headline_span
    sentences = (s.span.start for s in article.sentences if s.kind is Kind.SENTENCE)
    return next((start for start in sentences if start >= headline.end), 0) if headline is not None else 0


def _removed(shown: Presentation) -> Iterator[_Gap]:
    """What sentences told by both have on the left only: words where words are marked one by one, else all of it."""
    left, right = shown.comparison.left.text, shown.comparison.right.text
    for number, claim in enumerate(shown.comparison.claims if shown.removals else ()):
        if ChangeKind.REWORDED not in shown.kinds_by_claim.get(number, ()):
            continue
        passages = marked_passages(claim)[1]
        if not passages:
            yield _Gap(max(span.end for span in claim.right), number, claim.left, retold=True)
        for offset, spans in _left_out(claim, left, right) if passages else ():
            if any(_says(span.of(left)) for span in spans):
                yield _Gap(_hung(offset, claim, passages, right), number, spans)


def _left_out(claim: Claim, left: str, right: str) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """The words of a linked claim that only the left has, by the place of the right text before what replaced them."""
    at = claim.right[0].start
    removed: defaultdict[int, list[Span]] = defaultdict(list)
    for run in claim.words:
        if run.op is Op.EQUAL and run.right is not None and run.right.of(right).strip():
            at = run.right.end
        elif run.op is Op.DELETE and run.left is not None and run.left.of(left).strip():
            removed[at].append(run.left)
    yield from ((offset, tuple(spans)) for offset, spans in removed.items())


def _hung(offset: int, claim: Claim, marked: Sequence[Span], text: str) -> int:
    """Where words that stood at `offset` are left out: after the word before it, as carets hang on words and not on
    spaces; at the end of a passage in which no words are marked."""
    passage = next((span for span in claim.right if span.start <= offset <= span.end), claim.right[0])
    if passage not in marked:
        return passage.end
    while offset > passage.start and text[offset - 1].isspace():
        offset -= 1
    return offset


def _word_end(offset: int, text: str) -> int:
    """The end of the word before an offset, on its line: carets that only a space parts are at one place."""
    while offset and text[offset - 1] in _SPACES:
        offset -= 1
    return offset


def _says(words: str) -> bool:
    """Whether words say anything that is missed where they are left out."""
    return any(c.isalnum() or c in _SIGNS or unicodedata.category(c) == "Sc" for c in words)

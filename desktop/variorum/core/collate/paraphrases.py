"""Quotations that the other version tells without quotation marks: an utterance turned paraphrase, or the way back.

Only where the passages are linked beyond doubt and most of what the quotation says stands there outside quotation
marks. Knows words, passages and links, not how quotations are paired with each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.marking import DOUBTFUL
from variorum.core.collate.model import PairKind, Paraphrase, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon, is_function_word
from variorum.core.collate.terms import stem_name
from variorum.core.collate.version import Version
from variorum.core.text.model import Quotation, Span
from variorum.core.text.saying import PRONOUN, verb
from variorum.core.text.tokens import words

_WORDS = 5
"""Words from which a quotation is an utterance that can be told in other words."""
_SHARED, _SHARE = 4, 0.5
"""Content words of the quotation that the other side must have, and their share of its weight."""
_FEW, _SHARE_OF_FEW = 3, 0.8
"""The same for quotations with few content words."""


def with_paraphrases(
    pairs: Sequence[QuotePair],
    left: Version,
    right: Version,
    links: Mapping[Pair, float],
    lexicon: Lexicon,
    should_cancel: ShouldCancel = never,
) -> tuple[QuotePair, ...]:
    """`pairs` with quotations of one side put beside the passage of the other that tells them in its own words.

    Raises CanceledError.
    """
    there: defaultdict[int, list[int]] = defaultdict(list)
    back: defaultdict[int, list[int]] = defaultdict(list)
    for (a, b), probability in links.items():
        if probability >= DOUBTFUL:
            there[a].append(b)
            back[b].append(a)
    found = []
    for pair in pairs:
        check(should_cancel)
        found.append(_changed(pair, left, right, (there, back), lexicon))
    return tuple(found)


def _changed(
    pair: QuotePair,
    left: Version,
    right: Version,
    linked: tuple[Mapping[int, Sequence[int]], Mapping[int, Sequence[int]]],
    lexicon: Lexicon,
) -> QuotePair:
    if pair.kind is PairKind.DROPPED and isinstance(pair.left, Quotation):
        told = _paraphrase(pair.left, left, right, linked[0], lexicon)
        return _pair(pair.left, told) if told else pair
    if pair.kind is PairKind.ADDED and isinstance(pair.right, Quotation):
        told = _paraphrase(pair.right, right, left, linked[1], lexicon)
        return _pair(told, pair.right) if told else pair
    return pair


def _pair(left: Quotation | Paraphrase | None, right: Quotation | Paraphrase | None) -> QuotePair:
    named = all(side and side.speaker for side in (left, right))
    verdict = SpeakerVerdict.SAME if named else SpeakerVerdict.UNKNOWN
    return QuotePair(PairKind.CHANGED, Wording.PARAPHRASED, verdict, left, right)


def _paraphrase(
    quotation: Quotation, here: Version, there: Version, linked: Mapping[int, Sequence[int]], lexicon: Lexicon
) -> Paraphrase | None:
    """The passage of `there` that tells `quotation` without marks, if one does."""
    if quotation.scare or len(quotation.text.split()) < _WORDS:
        return None
    passages = here.touched(quotation.span)
    said = _weights(_stems(here, passages, inside=quotation.span), lexicon)
    best: tuple[float, int] | None = None
    for index in {b for a in passages for b in linked.get(a, ())}:
        passage, text = there.passages[index], there.text(index)
        told = _weights(passage.counts.keys() - passage.quoted, lexicon)
        shared = said.keys() & told.keys()
        share = fsum(said[stem] for stem in shared) / max(0.01, fsum(said.values()))
        enough = share >= _SHARE if len(shared) >= _SHARED else len(shared) == _FEW and share >= _SHARE_OF_FEW
        verbatim = passage.quoted.isdisjoint(said) and _stands_in(quotation, text)
        share += verbatim
        if verbatim or (enough and not _given_to_others(text, quotation.speaker)):
            best = max(best or (0.0, index), (share, index))
    return _told(there, best[1], quotation) if best else None


def _stands_in(quotation: Quotation, passage: str) -> bool:
    """Whether a passage has the words of a quotation as they are."""
    one, other = (" ".join(word.folded for word in words(text)) for text in (quotation.text, passage))
    return f" {one} " in f" {other} "


def _given_to_others(passage: str, speaker: str) -> bool:
    """Whether a passage gives its claim to somebody, and nothing says that this is `speaker`."""
    subjects = [passage[: said.start()] for said in verb().finditer(passage)]
    by_pronoun = any(PRONOUN.search(subject) for subject in subjects)
    return bool(speaker and subjects) and not by_pronoun and not names(passage, speaker)


def names(passage: str, speaker: str) -> bool:
    """Whether a passage names a speaker: has the last name of `speaker`, or the word for what they are."""
    last = stem_name(speaker.split()[-1]) if speaker else ""
    return last in {stem_name(word.strip(".,’'")) for word in passage.split()}


def _told(version: Version, index: int, quotation: Quotation) -> Paraphrase:
    """Passage `index`, with the quotation's speaker if it names the same one."""
    span = version.passages[index].span
    text = span.of(version.article.text)
    return Paraphrase(span, text, quotation.speaker if names(text, quotation.speaker) else "")


def _stems(version: Version, passages: Iterable[int], *, inside: Span) -> Iterator[str]:
    """The stems of `passages` that stand inside a span."""
    for index in passages:
        passage = version.passages[index]
        yield from passage.stems[bisect_left(passage.starts, inside.start) : bisect_left(passage.starts, inside.end)]


def _weights(stems: Iterable[str], lexicon: Lexicon) -> dict[str, float]:
    """Content stems with what they tell: the rarer in the language and in the story, the more."""
    return {stem: lexicon.weight(stem) for stem in stems if not is_function_word(stem)}

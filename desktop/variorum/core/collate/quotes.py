"""Quotations of two versions held against each other: the same utterance, its wording, who is said to have said it.

Utterances are paired by their words; a fragment belongs to the whole it was taken from, so a long quotation may have
several counterparts. A different speaker is reported only where both versions name somebody, and where the words or
the link between their passages leave no doubt that it is one utterance. Words held up by the marks alone (`scare`)
belong to nobody and never changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import fsum

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import PairKind, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import bits, is_function_word
from variorum.core.collate.speakers import same_speaker, spokespeople, unlike
from variorum.core.collate.terms import stem_of
from variorum.core.collate.version import Version
from variorum.core.text.model import Quotation
from variorum.core.text.tokens import words as text_words

_SAME_UTTERANCE = 0.7
"""Share of the shorter quotation's words that the longer one must hold."""
_IN_ORDER = 0.6
"""Share of them that must stand there in the same order."""
_LONGEST = 400
"""Words of a quotation looked at for their order."""
_FEWEST = 3
"""Content words that two quotations must share unless one holds the other as it is, or one speaker says them in
linked passages; and words that each has at least."""
_SURELY_THE_SAME = 0.85
_SURELY_ENOUGH = 4
"""What both must reach where the speakers differ and their passages aren't linked: many people say "state visit"."""
_LISTED = 50
"""Quotations of a passage up to which it is a sentence that quotes each; more are a text without full stops."""
_OFTEN = 300
"""Quotations in which a word may stand and still have them held against others that it stands in."""
_NEAR = 400
"""Code points between a quotation and its speaker's name within which nearly all speakers read are right; beyond that
four in five."""
_FRAGMENT_WORDS, _FRAGMENT_BITS = 4, 42
"""What a fragment must have to be known by itself in a longer quotation of somebody else: three words that one in
16,000 is, or more words."""


@dataclass(frozen=True, slots=True)
class _Said:
    quotation: Quotation
    words: tuple[str, ...]
    distinct: frozenset[str]
    """Each of them once."""
    passages: range
    """The passages it stands in."""
    content: frozenset[str]
    """The words that say something."""
    explicit: bool
    """Whether one of those names the speaker."""
    near: bool
    """Whether the speaker is named close enough to be trusted: not for words that stand alone pages further on."""
    for_others: Callable[[str], bool]
    """Whether a speaker speaks for somebody; asked only where it matters, for it looks through the text."""

    def speaks_for_others(self) -> bool:
        """Whether this speaker does."""
        return self.for_others(self.quotation.speaker)


def quote_pairs(
    left: Version, right: Version, links: Collection[Pair] = (), should_cancel: ShouldCancel = never
) -> tuple[QuotePair, ...]:
    """Every quotation of both versions with its counterpart, in reading order of the left, then those of the right.

    `links` are the pairs of passages that tell the same claim. Raises CanceledError.
    """
    one, other = _said(left, should_cancel), _said(right, should_cancel)
    likeness = _likeness(one, other, links, should_cancel)
    pairs = _paired(likeness, one, other, should_cancel)
    by_left: defaultdict[int, list[Pair]] = defaultdict(list)
    by_right: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in likeness:
        by_left[pair[0]].append(pair)
        by_right[pair[1]].append(pair)
    rows: list[tuple[int, int, QuotePair]] = []
    for a, b in pairs:
        check(should_cancel)
        alike = likeness[a, b]
        twins = ((x, y) for x, y in (*by_left[a], *by_right[b]) if likeness[x, y] >= alike)
        agreed = any(_speaker(one[x], other[y]) is SpeakerVerdict.SAME for x, y in twins)
        agreed = agreed and not (one[a].explicit and other[b].explicit)
        rows.append((a, b, _pair(one[a], other[b], agreed)))
    told_left, told_right = {a for a, _ in pairs}, {b for _, b in pairs}
    rows += [(a, -1, _alone(PairKind.DROPPED, said)) for a, said in enumerate(one) if a not in told_left]
    rows.sort(key=lambda row: row[:2])
    added = [_alone(PairKind.ADDED, said) for b, said in enumerate(other) if b not in told_right]
    return (*(pair for _, _, pair in rows), *added)


def _paired(
    likeness: Mapping[Pair, float], one: Sequence[_Said], other: Sequence[_Said], should_cancel: ShouldCancel
) -> set[Pair]:
    """Quotations that are each other's best counterpart, then the best one of each that is left over."""

    def rank(pair: Pair) -> tuple[float, bool, int, int]:
        check(should_cancel)
        agreed = _speaker(one[pair[0]], other[pair[1]]) is SpeakerVerdict.SAME
        return -likeness[pair], not agreed, abs(pair[0] - pair[1]), sum(pair)

    of_left: dict[int, Pair] = {}
    of_right: dict[int, Pair] = {}
    for pair in sorted(likeness, key=rank):
        of_left.setdefault(pair[0], pair)
        of_right.setdefault(pair[1], pair)
    mutual = set(of_left.values()) & set(of_right.values())
    told_left, told_right = {a for a, _ in mutual}, {b for _, b in mutual}
    rest = {pair for a, pair in of_left.items() if a not in told_left}
    return mutual | rest | {pair for b, pair in of_right.items() if b not in told_right}


def _speaker(one: _Said, other: _Said) -> SpeakerVerdict:
    """The verdict on two speakers; one who speaks for others may give the words of any of them."""
    verdict = same_speaker(one.quotation.speaker, other.quotation.speaker)
    if verdict is SpeakerVerdict.DIFFERS and not (one.near and other.near):
        return SpeakerVerdict.UNKNOWN
    if verdict is SpeakerVerdict.DIFFERS and (one.speaks_for_others() or other.speaks_for_others()):
        return SpeakerVerdict.UNKNOWN
    return verdict


def _alone(kind: PairKind, said: _Said) -> QuotePair:
    """A quotation that only one side has."""
    left, right = (said.quotation, None) if kind is PairKind.DROPPED else (None, said.quotation)
    return QuotePair(kind, Wording.DIFFERS, SpeakerVerdict.UNKNOWN, left, right)


def _said(version: Version, should_cancel: ShouldCancel) -> list[_Said]:
    """The quotations in passages that take part, with their words."""
    told = [p.span for p in version.passages]
    found = []
    speaks = spokespeople(version.article.text)
    at = 0
    for quotation in version.article.quotations:
        check(should_cancel)
        while at < len(told) and told[at].end <= quotation.span.start:
            at += 1
        words = tuple(word.folded for word in text_words(quotation.text))
        behind = at
        while behind < len(told) and told[behind].overlap(quotation.span):
            behind += 1
        if words and behind > at:
            named = quotation.speaker_span
            explicit = named is not None and any(span.contains(named) for span in told[at:behind])
            content = frozenset(word for word in words if not is_function_word(word))
            far = named is not None and not -_NEAR <= named.start - quotation.span.start <= len(quotation.span) + _NEAR
            near = explicit or not far
            standing = range(at, behind)
            found.append(_Said(quotation, words, frozenset(words), standing, content, explicit, near, speaks))
    return found


def _likeness(
    one: Sequence[_Said], other: Sequence[_Said], links: Collection[Pair], should_cancel: ShouldCancel
) -> dict[Pair, float]:
    """How surely two quotations are the same utterance, for those that may be."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for b, said in enumerate(other):
        for word in said.content:
            holding[word].append(b)
    beside = _beside(one, other, links)
    found: dict[Pair, float] = {}
    for a, said in enumerate(one):
        check(should_cancel)
        linked = {b for x in said.passages for b in beside.get(x, ())}
        rows = [holding[word] for word in said.content if word in holding]
        for b in sorted(linked.union(*(row for row in rows if len(row) <= _OFTEN))):
            content = len(said.content & other[b].content)
            if not content or (b not in linked and not _may_be_one(said, other[b], content)):
                continue
            value = _alike(said, other[b], linked=b in linked)
            if value:
                found[a, b] = value
    return found


def _beside(one: Sequence[_Said], other: Sequence[_Said], links: Collection[Pair]) -> Mapping[int, set[int]]:
    """For each left passage the right quotations in the passages linked to it; long lists of quotations are linked to
    nothing."""
    here, there = _by_passage(one), _by_passage(other)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for x, y in links:
        if max(len(here[x]), len(there[y])) <= _LISTED:
            found[x].update(there[y])
    return found


def _by_passage(told: Sequence[_Said]) -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for index, said in enumerate(told):
        for passage in said.passages:
            found[passage].append(index)
    return found


def _may_be_one(one: _Said, other: _Said, content: int) -> bool:
    """Whether two quotations sharing so many content words can be one utterance: all that is quickly told of a pair."""
    if content >= min(len(one.content), len(other.content)) - 1:
        return True  # one may hold the other, a word of it written in two
    if content < _FEWEST:
        return False
    words, others = len(one.distinct), len(other.distinct)
    function_words = min(words - len(one.content), others - len(other.content))
    return content + function_words >= _SAME_UTTERANCE * min(words, others)


def _alike(one: _Said, other: _Said, *, linked: bool) -> float:
    """0 where two quotations are different utterances, else how alike they are (2 for the same words)."""
    if one.words == other.words and linked:
        return 2.0  # whoever is said to have said it
    words, others = one.distinct, other.distinct
    content = len(one.content & other.content)
    share = len(words & others) / min(len(words), len(others))
    one_voice = linked and _speaker(one, other) is SpeakerVerdict.SAME
    fewest = 1 if one_voice else _FEWEST
    if min(len(one.words), len(other.words)) >= _FEWEST:
        telling = content or one_voice
    else:  # a word or two that anybody may say
        telling = content and (linked or _speaker(one, other) is SpeakerVerdict.SAME)
    held = bool(telling) and _within(one.words, other.words)
    if not held and (content < fewest or share < _SAME_UTTERANCE or min(len(words), len(others)) < _FEWEST):
        return 0.0
    if not held and _in_order(one.words, other.words) < _IN_ORDER:
        return 0.0
    sizes = sorted((len(one.words), len(other.words)))
    of_one_length = held or sizes[0] >= _IN_ORDER * sizes[1]
    doubtful = content < _SURELY_ENOUGH or share < _SURELY_THE_SAME or not of_one_length
    if held and doubtful and _speaker(one, other) is SpeakerVerdict.DIFFERS and not _telling(one, other):
        return 0.0
    if not held and doubtful and unlike(one.quotation.speaker, other.quotation.speaker):
        return 0.0
    return 1.0 + sizes[0] / sizes[1] if held else share


def _telling(one: _Said, other: _Said) -> bool:
    """Whether the shorter of two quotations is rare enough to be known from its words, and both are given to somebody
    right where they stand."""
    short = min(one, other, key=lambda said: len(said.words))
    telling = {word for word in short.words if not is_function_word(word)}
    if len(short.words) < _FRAGMENT_WORDS or fsum(bits(stem_of(word)) for word in telling) < _FRAGMENT_BITS:
        return False
    titled = all(word.text[0].isupper() for word in text_words(short.quotation.text) if word.folded in telling)
    return one.explicit and other.explicit and not titled


def _in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the shorter quotation's words that stand in the longer one in the same order."""
    one, other = one[:_LONGEST], other[:_LONGEST]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / min(len(one), len(other))


def _within(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter run of words stands in the longer one as it is."""
    short, long = sorted((one, other), key=len)
    if len(short) < _FEWEST:
        return f" {' '.join(short)} " in f" {' '.join(long)} "
    return "".join(short) in "".join(long)  # goodwill is good will


def _pair(one: _Said, other: _Said, agreed: bool) -> QuotePair:
    """The verdict on two quotations; with `agreed`, a version that gives the words to somebody else gives them to the
    same speaker, too, so that nothing can be said (a pull quote read as somebody else's, mostly)."""
    speaker = _speaker(one, other)
    if agreed and speaker is SpeakerVerdict.DIFFERS:
        speaker = SpeakerVerdict.UNKNOWN
    if one.words == other.words:
        wording = Wording.SAME
    else:
        wording = Wording.TRIMMED if _within(one.words, other.words) else Wording.DIFFERS
    held_up = one.quotation.scare or other.quotation.scare
    altered = not held_up and (wording is Wording.DIFFERS or speaker is SpeakerVerdict.DIFFERS)
    return QuotePair(PairKind.CHANGED if altered else PairKind.SAME, wording, speaker, one.quotation, other.quotation)

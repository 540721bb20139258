"""What comparing two versions yields: claims linked, added and dropped, with words, figures and quotations.

"Left" is the version compared from, "right" the version compared with: what only the right tells is *added*,
what only the left tells is *dropped*. All spans are code point offsets into that side's `Article.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from variorum.core.text.model import Article, Figure, Quotation, Span


class Regime(StrEnum):
    """How two versions relate: edits of one text, or two tellings of one story."""

    REVISION = "revision"
    REWRITE = "rewrite"


class ClaimKind(StrEnum):
    """What became of a claim from left to right."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    ADDED = "added"
    DROPPED = "dropped"


class Op(StrEnum):
    """A run of words: on both sides, only on the left, only on the right."""

    EQUAL = "="
    DELETE = "-"
    INSERT = "+"


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of whole words. `left` is None for INSERT, `right` is None for DELETE."""

    op: Op
    left: Span | None
    right: Span | None


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of the other side that comes closest to an added or dropped claim."""

    spans: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage and its counterpart, or a passage told on one side only.

    `confidence` is the probability that the passages tell the same claim (for linked claims), or that the claim is
    told only here (for added and dropped ones). `evidence` names what speaks for the link, strongest first
    ("Rutte", "$126 billion", "“must end”"), for "Why linked?".
    """

    kind: ClaimKind
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    confidence: float
    moved: bool = False
    distance: int = 0
    """How many claims that stand in common order a moved one has passed (negative: it stands earlier on the right)."""
    nearest: Nearest | None = None
    words: tuple[WordRun, ...] = ()
    evidence: tuple[str, ...] = ()
    by_hand: bool = False
    """Whether an editor linked these passages: beyond doubt, whatever the evidence."""
    whole: bool = False
    """Whether its passages are to be shown as one taken out and one put in, not word by word; no comparison is made so,
    see `viewing`."""

    @property
    def linked(self) -> bool:
        """Whether both sides tell the claim."""
        return self.kind in (ClaimKind.UNCHANGED, ClaimKind.REWORDED)


class PairKind(StrEnum):
    """What became of a figure or a quotation."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


class Wording(StrEnum):
    """How the words of a quotation agree."""

    SAME = "same"
    TRIMMED = "trimmed"
    DIFFERS = "differs"
    PARAPHRASED = "paraphrased"
    """Quoted on one side, told without quotation marks on the other."""


class SpeakerVerdict(StrEnum):
    """Whether both versions give a quotation to the same person."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class Agreement(StrEnum):
    """How two figures give the same value: in the same words, in others ("3%", "three percent"), one rounded or told
    less exactly ("nearly 50", "48"). NONE where they don't."""

    VERBATIM = "verbatim"
    OTHER_WORDS = "other words"
    ROUNDED = "rounded"
    NONE = ""


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A figure of one side with the same quantity on the other, if it stands there."""

    kind: PairKind
    left: Figure | None
    right: Figure | None
    agreement: Agreement = Agreement.NONE
    qualifier_changed: bool = False
    """Whether the same value is told with another qualifier ("over $3 million" and "about $3 million")."""


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A passage that tells without quotation marks what the other side quotes. `speaker` is "" if it names nobody."""

    span: Span
    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class QuotePair:
    """A quotation of one side with the same utterance on the other, if it stands there.

    `kind` is CHANGED where the wording differs or the speaker does; of a quotation told in other words one side is a
    `Paraphrase`.
    """

    kind: PairKind
    wording: Wording
    speaker: SpeakerVerdict
    left: Quotation | Paraphrase | None
    right: Quotation | Paraphrase | None


class StanceKind(StrEnum):
    """In what the stance of two tellings of one claim differs."""

    CERTAINTY = "certainty"
    """How sure it is said to be: suggests, rules out; confirmed, reportedly."""
    NEGATION = "negation"
    """One side says "not"."""
    SOURCE = "source"
    """Somebody by name on one side, nobody's name on the other."""


@dataclass(frozen=True, slots=True)
class StancePair:
    """The words in which the stance of a linked claim differs; None where a side has none for it."""

    kind: StanceKind
    claim: int
    """Index into `Comparison.claims`."""
    left: Span | None
    right: Span | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each kind, as the chips show them."""

    added: int = 0
    dropped: int = 0
    reworded: int = 0
    unchanged: int = 0
    moved: int = 0
    changed_figures: int = 0
    changed_quotes: int = 0
    stance: int = 0
    changed_qualifiers: int = 0
    """Figures of one value told in another sense ("over 300", "about 300"); none of `changed_figures`."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions held against each other. Claims stand in reading order (by the left, added ones where the
    right version has them)."""

    left: Article
    right: Article
    regime: Regime
    shared_wording: float
    """Share of the words of both sides that stand in verbatim runs on the other side, 0 to 1."""
    claims: tuple[Claim, ...]
    figures: tuple[FigurePair, ...]
    quotes: tuple[QuotePair, ...]
    counts: Counts
    stance: tuple[StancePair, ...] = ()

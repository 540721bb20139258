"""What an article means, as numbers: a vector for each passage, clause and content word. Frozen data; knows no encoder.

Vectors have unit length, so that the dot product of two is their cosine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.core.text.model import Article

if TYPE_CHECKING:  # numpy is loaded only where something is computed
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """The vectors of one article by one model; the arrays can't be written to.

    All places are code points of the article's text set plainly. Of a passage too long for the model only the first
    clauses and words are there.
    """

    model: str
    """Which model made the vectors: those of two models can't be compared."""
    passages: NDArray[np.int32]
    """n × 2: start and end of each passage that tells something, in reading order."""
    vectors: NDArray[np.float32]
    """n × dimensions."""
    clauses: NDArray[np.int32]
    """m × 3: number of the passage, start, end; at least one a passage that has words, in reading order."""
    clause_vectors: NDArray[np.float32]
    """m × dimensions."""
    words: NDArray[np.int32]
    """k: where each content word starts (as `Passage.starts` has it), in reading order."""
    word_vectors: NDArray[np.float32]
    """k × dimensions of words, which are fewer."""

    def __post_init__(self) -> None:
        for array in self.arrays:
            array.flags.writeable = False

    @property
    def arrays(self) -> tuple[NDArray[np.int32 | np.float32], ...]:
        """All arrays, in the order in which they are declared."""
        return self.passages, self.vectors, self.clauses, self.clause_vectors, self.words, self.word_vectors

    def fits(self, article: Article) -> bool:
        """Whether this was made of the passages that `article` has, so that numbers of passages are the same."""
        spans = [(s.span.start, s.span.end) for s in article.plain.sentences if s.kind.tells]
        return len(spans) == len(self.passages) and spans == [(int(a), int(b)) for a, b in self.passages]


MeaningOf = Callable[[Article], Meaning | None]
"""Gives what is known of an article's meaning; None where nothing is (yet)."""


def no_meaning(_article: Article) -> None:
    """The `MeaningOf` of those who have none."""

"""How well a smaller model agrees with the one it was made from, and the short vectors of words with the long ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from variorum.core.meaning.encoder import Encoder
from variorum.core.meaning.model import Meaning
from variorum.core.meaning.pieces import PieceCutter
from variorum.core.text.model import Article, Span


def pieces(tokenizer: Path, cutter: PieceCutter, texts: Sequence[Article]) -> None:
    """Print for how many passages the product's pieces and their places are those of the model's own tokenizer."""
    own = Tokenizer.from_file(str(tokenizer))
    own.no_truncation()
    own.no_padding()
    passages = [sentence.span.of(text.text) for text in texts for sentence in text.sentences]
    same = 0
    for passage in passages:
        cut, encoded = cutter.cut(passage, Span(0, len(passage)), 10**6), own.encode(passage, add_special_tokens=False)
        same += (list(cut.ids), list(zip(cut.starts, cut.ends, strict=True))) == (encoded.ids, encoded.offsets)
    print(f"{len(passages):6} passages, the same pieces at the same places for {same}")


def agreement(original: Encoder, small: Encoder, texts: Sequence[Article]) -> None:
    """Print how much the neighbors of all passages of `texts`, and the vectors themselves, are the same."""
    first = [original.encode(text) for text in texts]
    second = [small.encode(text) for text in texts]
    for name in ("vectors", "clause_vectors", "word_vectors"):
        one, other = (np.concatenate([getattr(meaning, name) for meaning in read]) for read in (first, second))
        print(f"{len(one):6} {name:<15} mean cosine with the original's {float((one * other).sum(1).mean()):.4f}")
    one, other = (np.concatenate([meaning.vectors for meaning in read]) for read in (first, second))
    like, likewise = one @ one.T, other @ other.T
    pairs = np.triu_indices(len(like), 1)
    print(f"similarities of passages correlate at {np.corrcoef(like[pairs], likewise[pairs])[0, 1]:.4f}")
    for matrix in (like, likewise):
        np.fill_diagonal(matrix, -1)
    ranks, ranked = (np.argsort(-matrix, axis=1) for matrix in (like, likewise))
    print(f"the same nearest passage for {float((ranks[:, 0] == ranked[:, 0]).mean()):.3f}")
    shared = [len({*a[:5]} & {*b[:5]}) / 5 for a, b in zip(ranks, ranked, strict=True)]
    print(f"of the five nearest the same {float(np.mean(shared)):.3f}")


def neighbors_kept(full: Encoder, projection: np.ndarray, texts: Sequence[Article]) -> None:
    """Print what the projection keeps of the vectors of words, on words of each text and of the next one."""
    read = [full.encode(text) for text in texts]
    words = np.concatenate([meaning.word_vectors for meaning in read])
    print(f"the projection keeps {float(((words @ projection) ** 2).sum(1).mean()):.3f} of the words' variance")
    same, errors = [], []
    for one, other in pairwise(read):
        like = one.word_vectors @ other.word_vectors.T
        likewise = short(one, projection) @ short(other, projection).T
        same.append((like.argmax(1) == likewise.argmax(1)).mean())
        errors.append(np.corrcoef(like.max(1), likewise.max(1))[0, 1])
    print(f"the same best match in the next text for {float(np.mean(same)):.3f} of the words")
    print(f"how good the best match is correlates at {float(np.mean(errors)):.3f}")


def short(meaning: Meaning, projection: np.ndarray) -> np.ndarray:
    """The vectors of words as they are kept."""
    found = meaning.word_vectors @ projection
    return found / np.linalg.norm(found, axis=1, keepdims=True)

"""How comparing grows with length: revisions of 10,000 to 100,000 words, rewrites of up to 20,000 words a side.

python tests/benchmarks/collation.py [--revisions WORDS…] [--rewrites WORDS…] [--json]

Beside each stands the reading of both texts. Memory is what the process holds at most after the longest revision, less
what it held before. A cancel is asked for at ten moments of a comparison; how soon it is heeded is counted in
milliseconds from then. Processor time is what counts: the machine may have other work. Rewrites that are not too long
to be read for meaning are compared by that as well, with the meaning at hand.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "accuracy"))

from measure import report
from revisions.prose import invented

from variorum.core.cancel import CanceledError
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.meaning.encoder import Encoder
from variorum.core.meaning.model import Meaning, MeaningOf, no_meaning
from variorum.core.meaning.shipped import MOST_WORDS
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

_EDITED = 0.15
_MOMENTS = 10


def paragraphs(words: int, seed: int) -> list[list[str]]:
    """Invented news of at least so many words."""
    made: list[list[str]] = []
    count = 0
    while count < words:
        for paragraph in invented(seed, 60)[1:]:
            made.append(paragraph)
            count += sum(len(sentence.split()) for sentence in paragraph)
        seed += 1
    return made


def revised(made: list[list[str]], rng: random.Random) -> list[list[str]]:
    """The same with sentences dropped, added and reworded and paragraphs moved."""
    later = [[edited for s in paragraph for edited in _edit(s, rng)] for paragraph in made]
    for _ in range(len(later) // 50):
        later.insert(rng.randrange(len(later)), later.pop(rng.randrange(len(later))))
    return [paragraph for paragraph in later if paragraph]


def _edit(sentence: str, rng: random.Random) -> Iterator[str]:
    draw = rng.random()
    if draw < _EDITED / 4:
        return
    if draw < _EDITED / 2:
        yield f"Nobody had told reporter number {rng.randrange(10_000)} of anything like that."
    if draw < _EDITED:
        words = sentence.split()
        words[rng.randrange(1, len(words))] = "meanwhile"
        sentence = " ".join(words)
    yield sentence


def retold(made: list[list[str]], rng: random.Random) -> list[list[str]]:
    """The same told anew: every sentence keeps about a third of its words, in another order."""
    later: list[list[str]] = []
    for paragraph in rng.sample(made, len(made)):
        later.append([])
        for sentence in paragraph:
            words = sentence.rstrip(".").split()
            kept = rng.sample(words, min(len(words), max(3, len(words) // 3)))
            later[-1].append("It was said of " + " and ".join(kept) + ".")
    return later


def text_of(made: list[list[str]]) -> str:
    """Paragraphs as a text with a headline."""
    return "News of the day\n\n" + "\n\n".join(" ".join(paragraph) for paragraph in made)


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    began = time.process_time()
    work()
    return time.process_time() - began


def slowest_cancel(left: Article, right: Article, seconds: float, meaning_of: MeaningOf = no_meaning) -> float:
    """Seconds between asking for a cancel and the end of the comparison, the longest of several moments."""
    slowest = 0.0
    for moment in range(_MOMENTS):
        asked = time.process_time() + seconds * (moment + 0.5) / _MOMENTS
        try:
            late = partial(_is_over, asked)
            compare(left, right, should_cancel=late, meaning_of=meaning_of)
        except CanceledError:
            slowest = max(slowest, time.process_time() - asked)
    return slowest


def _is_over(moment: float) -> bool:
    return time.process_time() >= moment


def by_meaning(encoder: Encoder, articles: tuple[Article, Article], name: str) -> dict[str, float]:
    """Milliseconds of comparing two articles whose meaning is at hand."""
    meanings = {id(article): encoder.encode(article) for article in articles}

    def meaning_of(article: Article) -> Meaning:
        return meanings[id(article)]

    seconds = timed(lambda: compare(*articles, meaning_of=meaning_of))
    cancel = slowest_cancel(*articles, seconds, meaning_of)
    return {f"{name}: compare by meaning": seconds * 1000, f"{name}: slowest cancel by meaning": cancel * 1000}


def peak(left: Article, right: Article) -> float:
    """Megabytes that a comparison of two articles takes at most."""
    tracemalloc.start()
    compare(left, right)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def measured(left: str, right: str, name: str) -> tuple[dict[str, float], tuple[Article, Article], float]:
    """Milliseconds of reading and comparing two texts."""
    articles: list[Article] = []
    reading = timed(lambda: articles.extend(map(read_article, (left, right))))
    one, other = articles
    found: list[Comparison] = []
    comparing = timed(lambda: found.append(compare(one, other)))
    rows = {f"{name}, {found[0].regime}: read both": reading * 1000, f"{name}: compare": comparing * 1000}
    return rows, (one, other), comparing


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--revisions", nargs="*", type=int, default=[10_000, 30_000, 100_000])
    parser.add_argument("--rewrites", nargs="*", type=int, default=[5_000, 10_000, 20_000])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    compare(read_article("News.\n\nA word."), read_article("News.\n\nNo word."))
    encoder = Encoder.load()
    rows: dict[str, float] = {}
    ratios: dict[str, float] = {}
    for kind, sizes, change in (("revision", args.revisions, revised), ("rewrite", args.rewrites, retold)):
        took: dict[int, float] = {}
        for words in sizes:
            made = paragraphs(words, 1)
            name = f"{kind}, {words:,} words a side"
            found, articles, took[words] = measured(text_of(made), text_of(change(made, random.Random(2))), name)
            rows |= found
            if change is retold and words <= MOST_WORDS and encoder is not None:
                rows |= by_meaning(encoder, articles, name)
            if words == max(sizes):
                rows[f"{name}: slowest cancel"] = slowest_cancel(*articles, took[words]) * 1000
                rows[f"{name}: memory, MB (not ms)"] = peak(*articles)
        for few, many in pairwise(sizes):
            ratios[f"{kind}: {many:,} / {few:,} words ({many / few:.1f} × as many)"] = took[many] / took[few]
    report("Collation of long texts", rows, "ms", ratios)


if __name__ == "__main__":
    main()

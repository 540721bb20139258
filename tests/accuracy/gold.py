"""Reads annotated stories for fitting and measuring: versions as the program reads them, links as people see them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.collate.pieces import Pair
from variorum.core.collate.version import Version
from variorum.core.meaning.encoder import Encoder
from variorum.core.text.model import Span
from variorum.core.text.reading import read_article, read_text

Names = tuple[str, str]
"""Two versions, or two annotated sentences, by their names."""


@dataclass(frozen=True)
class Story:
    """One annotated story."""

    name: str
    versions: dict[str, Version]
    sentences: dict[str, list[list[str]]]
    """For each version and passage of the program the annotated sentences that it covers."""
    told: dict[str, tuple[str, ...]]
    """The annotated sentences of each version."""
    either: dict[Names, set[Names]]
    """For each pair of versions the sentence pairs that any annotator links."""
    both: dict[Names, set[Names]]
    """The ones that every annotator links."""

    def pairs(self) -> Iterator[Names]:
        """Every pair of versions."""
        return combinations(sorted(self.versions), 2)

    def is_link(self, names: Names, pair: Pair) -> bool:
        """Whether any annotator links the sentences of two passages."""
        return bool(self.sentence_pairs(names, [pair]) & self.either[names])

    def sentence_pairs(self, names: Names, pairs: list[Pair]) -> set[Names]:
        """The pairs of annotated sentences that pairs of passages stand for."""
        left, right = (self.sentences[name] for name in names)
        return {(x, y) for a, b in pairs for x in left[a] for y in right[b]}


def load(folder: Path, texts: Path | None = None, encoder: Encoder | None = None) -> Story:
    """The story annotated in `folder`; its texts lie there or in `texts`. `encoder` reads them for meaning."""
    data = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    notes = [
        json.loads((folder / f"annotation-{number}.json").read_text(encoding="utf-8"))
        for number in range(1, data["annotations"] + 1)
    ]
    versions, sentences = {}, {}
    for row in data["versions"]:
        path = folder / row["file"]
        text = read_text(path if path.exists() else (texts or folder) / Path(row["file"]).name)
        article = read_article(text)
        versions[row["letter"]] = Version.of(article).known(encoder.encode(article) if encoder else None)
        places = {name: _occurrences(text, text[start:end]) for name, start, end in row["sentences"]}
        spans = [sentence.span for sentence in article.sentences if sentence.kind.tells]
        sentences[row["letter"]] = [
            [name for name, found in places.items() if any(_covers(passage, place) for place in found)]
            for passage in spans
        ]
    linked = {names: [_links(note, *names) for note in notes] for names in combinations(sorted(versions), 2)}
    return Story(
        name=folder.name,
        versions=versions,
        sentences=sentences,
        told={row["letter"]: tuple(name for name, *_ in row["sentences"]) for row in data["versions"]},
        either={names: set.union(*links) for names, links in linked.items()},
        both={names: set.intersection(*links) for names, links in linked.items()},
    )


def compared(left: Version, right: Version, others: Sequence[Version] = ()) -> Comparison:
    """Two versions as the program holds them against each other, with all that is known of their meaning."""
    known = {id(version.source): version.meaning for version in (left, right, *others)}
    among = [version.source for version in others]
    return compare(left.source, right.source, among, meaning_of=lambda article: known[id(article)])


def f1(counts: list[int]) -> float:
    """F1 of [right, said, found, asked]."""
    right, said, found, asked = counts
    precision, recall = right / max(1, said), found / max(1, asked)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def counts(story: Story, names: Names, said: set[Names]) -> list[int]:
    """[right, said, found, asked] for the sentence pairs said to be linked."""
    return [len(said & story.either[names]), len(said), len(said & story.both[names]), len(story.both[names])]


class Tally:
    """What the links of a story's pairs of versions come to, as the measure of the stories counts."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._links = [0, 0, 0, 0]
        self._only = [0, 0, 0, 0]
        self._status = [0, 0]

    def add(self, names: Names, pairs: list[Pair]) -> None:
        """Count the pairs of passages said to be linked between two versions."""
        said = self._story.sentence_pairs(names, pairs)
        self._links = [a + b for a, b in zip(self._links, counts(self._story, names, said), strict=True)]
        for side, name in enumerate(names):
            told = {pair[side] for pair in said}
            may = {pair[side] for pair in self._story.either[names]}
            must = {pair[side] for pair in self._story.both[names]}
            for sentence in self._story.told[name]:
                only = sentence not in told
                right = sentence not in must if only else sentence in may
                alone = sentence not in may
                row = (only and right, only, only and alone, alone)
                self._only = [a + b for a, b in zip(self._only, row, strict=True)]
                self._status = [self._status[0] + right, self._status[1] + 1]

    def figures(self) -> dict[str, float]:
        """Links P, R and F1, told only here F1, share of sentences whose status is right."""
        right, said, found, asked = self._links
        return {
            "claims": f1(self._links),
            "claims, precision": right / max(1, said),
            "claims, recall": found / max(1, asked),
            "told only here": f1(self._only),
            "status right": self._status[0] / max(1, self._status[1]),
        }


def _links(note: dict[str, Any], left: str, right: str) -> set[Names]:
    claims = (claim["in"] for claim in note["claims"])
    return {(a, b) for claim in claims for a in claim.get(left, []) for b in claim.get(right, [])}


def _occurrences(text: str, part: str) -> list[Span]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(Span(at, at + len(part)))
        at = text.find(part, at + 1)
    return found


def _covers(passage: Span, sentence: Span) -> bool:
    shared = passage.overlap(sentence)
    return shared > 0 and shared >= 0.5 * min(len(passage), len(sentence))

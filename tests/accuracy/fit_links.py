"""Fit the weights of `resources/links.toml` to annotated stories, and say how well they do on stories not seen.

usage: fit_links.py STORY_DIR… [--texts DIR] [--threshold T] [--write FILE]

Prints links F1 of each story with weights fitted on the other stories only (leave one story out), from the pair alone
and with the story's other versions, as pairs of sentences and as the program groups them into claims. `--write` then
fits on all stories and writes the weights. Pure Python: a logistic regression by Newton's method takes a few seconds.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import gold

from variorum.core.cancel import never
from variorum.core.collate.features import NAMES, WordEvidence
from variorum.core.collate.grouping import Pair
from variorum.core.collate.links import STORY_NAMES, Model, Weights, anchored, best_paths, story_evidence
from variorum.core.collate.parts import groups_of
from variorum.core.collate.rarity import Lexicon

PENALTY = 1.0
"""Ridge on the standardized weights."""
Rows = list[tuple[tuple[float, ...], bool]]


@dataclass(frozen=True)
class Fold:
    """A story with its evidence, computed once: the fits ask for it again and again."""

    story: gold.Story
    evidence: dict[gold.Names, dict[Pair, tuple[float, ...]]]

    def rows(self) -> Rows:
        """The numbers of every candidate pair, with whether it is a link."""
        return [
            (numbers, self.story.is_link(names, pair))
            for names, found in self.evidence.items()
            for pair, numbers in found.items()
        ]

    def first(self, words: Weights) -> dict[gold.Names, dict[Pair, float]]:
        """The first step's probabilities for each pair of versions, both ways round."""
        found = {}
        for names, evidence in self.evidence.items():
            one, other = (self.story.versions[name] for name in names)
            own = {pair: words.probability(NAMES, numbers) for pair, numbers in evidence.items()}
            probabilities = anchored(own, one, other)
            found[names] = probabilities
            found[names[1], names[0]] = {(b, a): p for (a, b), p in probabilities.items()}
        return found

    def second(self, words: Weights) -> dict[gold.Names, dict[Pair, tuple[float, ...]]]:
        """The second step's numbers for each pair of versions, with all other versions as evidence."""
        first = self.first(words)
        found: dict[gold.Names, dict[Pair, tuple[float, ...]]] = {}
        for left, right in self.evidence:
            paths: dict[Pair, float] = {}
            for via in self.story.versions.keys() - {left, right}:
                for pair, through in best_paths(first[left, via], first[via, right]).items():
                    paths[pair] = max(paths.get(pair, 0.0), through)
            found[left, right] = dict(story_evidence(first[left, right], paths))
        return found


def fold_of(story: gold.Story) -> Fold:
    """`story` with the evidence of words for each pair of versions."""
    evidence = {}
    for left, right in story.pairs():
        one, other = story.versions[left], story.versions[right]
        lexicon = Lexicon([one.passages, other.passages], one.article.language)
        evidence[left, right] = WordEvidence().of(one, other, lexicon, never)
    return Fold(story, evidence)


def fit(rows: Rows, names: Sequence[str]) -> Weights:
    """A logistic regression on standardized numbers by Newton's method, weights given back for the raw numbers."""
    width = len(names)
    means = [sum(x[i] for x, _ in rows) / len(rows) for i in range(width)]
    scales = [math.sqrt(sum((x[i] - means[i]) ** 2 for x, _ in rows) / len(rows)) or 1.0 for i in range(width)]
    points = [((1.0, *((v - m) / s for v, m, s in zip(x, means, scales, strict=True))), y) for x, y in rows]
    beta = [0.0] * (width + 1)
    for _ in range(12):
        step = _newton_step(points, beta)
        beta = [b - s for b, s in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    weights = [b / s for b, s in zip(beta[1:], scales, strict=True)]
    bias = beta[0] - sum(w * m for w, m in zip(weights, means, strict=True))
    return Weights(bias, dict(zip(names, weights, strict=True)))


def _newton_step(points: list[tuple[tuple[float, ...], bool]], beta: list[float]) -> list[float]:
    size = len(beta)
    gradient = [0.0, *(PENALTY * b for b in beta[1:])]
    hessian = [[PENALTY if i == j and i else 0.0 for j in range(size)] for i in range(size)]
    for x, y in points:
        z = sum(map(mul, beta, x))
        p = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))
        error, curvature = p - y, p * (1.0 - p)
        for i, value in enumerate(x):
            gradient[i] += error * value
            row, bent = hessian[i], curvature * value
            for j in range(i + 1):
                row[j] += bent * x[j]
    for i in range(size):
        for j in range(i):
            hessian[j][i] = hessian[i][j]
    return _solved(hessian, gradient)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small system of linear equations (Gauss)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        best = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for k in range(size):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def fitted(folds: Sequence[Fold], threshold: float) -> Model:
    """Both steps fitted on `folds`; the second on first-step probabilities of stories the first step hasn't seen."""
    words = fit([row for fold in folds for row in fold.rows()], NAMES)
    rows: Rows = []
    for fold in folds:
        without = fit([row for other in folds if other is not fold for row in other.rows()], NAMES)
        for names, found in fold.second(without).items():
            rows += [(numbers, fold.story.is_link(names, pair)) for pair, numbers in found.items()]
    return Model(threshold, words, fit(rows, STORY_NAMES))


def measure(fold: Fold, model: Model) -> dict[str, float]:
    """Links F1 with `model`: alone and among, pair by pair and in claims."""
    tallies: dict[str, list[int]] = {}
    first = fold.first(model.words)
    second = fold.second(model.words)
    for names in fold.evidence:
        among = {pair: model.story.probability(STORY_NAMES, x) for pair, x in second[names].items()}
        one, other = (fold.story.versions[name] for name in names)
        for label, probability in (("alone", first[names]), ("among", anchored(among, one, other))):
            pairs = [pair for pair, p in probability.items() if p >= model.threshold]
            for how, said in (("pairs", pairs), ("claims", in_claims(fold, names, probability, model.threshold))):
                tally = tallies.setdefault(f"{label}, {how}", [0, 0, 0, 0])
                row = gold.counts(fold.story, names, fold.story.sentence_pairs(names, said))
                tallies[f"{label}, {how}"] = [a + b for a, b in zip(tally, row, strict=True)]
    return {label: gold.f1(tally) for label, tally in tallies.items()}


def in_claims(fold: Fold, names: gold.Names, probability: dict[Pair, float], threshold: float) -> list[Pair]:
    """The pairs of passages that stand in one claim."""
    one, other = (fold.story.versions[name] for name in names)
    found = groups_of(one, other, probability, threshold)
    return [(a.passage, b.passage) for group in found for a in group.left for b in group.right]


def as_toml(model: Model) -> str:
    """The weights as the resource file holds them."""
    head = (
        "# Fitted by tests/accuracy/fit_links.py; what the names mean stands in core/collate (features.py, links.py)."
    )
    parts = [f"{head}\nthreshold = {model.threshold}"]
    for step, weights in (("words", model.words), ("story", model.story)):
        lines = [f'"{name}" = {weight:.3f}' for name, weight in weights.weights.items()]
        parts.append("\n".join((f"[{step}]\nbias = {weights.bias:.3f}\n\n[{step}.weights]", *lines)))
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Measure, and fit for shipping if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY_DIR")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="where texts lie that aren't in their story's folder")
    parser.add_argument("--threshold", type=float, default=0.2)
    parser.add_argument("--write", type=Path, metavar="FILE")
    args = parser.parse_args()
    folds = [fold_of(gold.load(folder, args.texts)) for folder in args.stories]
    table = {}
    for fold in folds:
        model = fitted([other for other in folds if other is not fold], args.threshold)
        table[fold.story.name] = measure(fold, model)
    for label in next(iter(table.values())):
        mean = sum(row[label] for row in table.values()) / len(table)
        stories = "  ".join(f"{name} {row[label]:.3f}" for name, row in table.items())
        sys.stdout.write(f"{label:16} mean {mean:.3f}  {stories}\n")
    if args.write:
        args.write.write_text(as_toml(fitted(folds, args.threshold)), encoding="utf-8")


if __name__ == "__main__":
    main()

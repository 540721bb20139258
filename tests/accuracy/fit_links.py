"""Fit the weights of `resources/links.toml` to annotated stories, and say how well they do on stories not seen.

usage: fit_links.py STORY_DIR… [--texts DIR] [--write FILE] [--only words|meaning]

For versions whose meaning isn't known ("words") and for those whose is ("meaning"), prints links F1 of each story with
weights and threshold fitted on the other stories only (leave one story out), from the pair alone and with the story's
other versions, as pairs of sentences and as the program groups them into claims; then how sure links are (the
reliability table), how right those shown as certain are, and told only here. `--write` then fits on all stories and
writes the weights.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import gold
import numpy as np
from numpy.typing import NDArray

from variorum.core.cancel import never
from variorum.core.collate.circumstances import CircumstanceEvidence
from variorum.core.collate.features import WordEvidence
from variorum.core.collate.likeness import MeaningEvidence
from variorum.core.collate.links import (
    STORY_NAMES,
    Evidence,
    Model,
    Weights,
    anchored,
    best_paths,
    story_evidence,
)
from variorum.core.collate.marking import DOUBTFUL
from variorum.core.collate.parts import confidence, groups_of
from variorum.core.collate.persons import PersonEvidence
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.meaning.encoder import Encoder

PENALTY = 10.0
"""Ridge on the standardized weights."""
THRESHOLDS = tuple(round(0.14 + 0.02 * step, 2) for step in range(13))
EVIDENCE: dict[str, tuple[Evidence, ...]] = {
    "words": (WordEvidence(), PersonEvidence(), CircumstanceEvidence()),
    "meaning": (WordEvidence(), PersonEvidence(), CircumstanceEvidence(), MeaningEvidence()),
}
LEFT_OUT: dict[str, frozenset[str]] = {
    "words": frozenset({"in step"}),
    "meaning": frozenset({"share of the longer", "phrases", "shorter length", "rival", "persons", "meaning in step"}),
}
"""Numbers that bring nothing beside the others (backward elimination, mean F1 of the stories left out)."""

Numbers = dict[Pair, tuple[float, ...]]
Probabilities = dict[gold.Names, dict[Pair, float]]
Table = NDArray[np.float64]
_BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True)
class Fold:
    """A story with its evidence, computed once: the fits ask for it again and again."""

    story: gold.Story
    names: tuple[str, ...]
    """What each number is called."""
    evidence: dict[gold.Names, Numbers]

    def first(self, weights: Weights) -> Probabilities:
        """The first step's probabilities for each pair of versions, both ways round."""
        found: Probabilities = {}
        probability = weights.judge(self.names)
        for names, evidence in self.evidence.items():
            one, other = (self.story.versions[name] for name in names)
            own = {pair: probability(numbers) for pair, numbers in evidence.items()}
            found[names] = anchored(own, one, other)
            found[names[1], names[0]] = {(b, a): p for (a, b), p in found[names].items()}
        return found

    def second(self, first: Probabilities) -> dict[gold.Names, Numbers]:
        """The second step's numbers for each pair of versions, with all other versions as evidence."""
        found: dict[gold.Names, Numbers] = {}
        for left, right in self.evidence:
            paths: dict[Pair, float] = {}
            for via in self.story.versions.keys() - {left, right}:
                for pair, through in best_paths(first[left, via], first[via, right]).items():
                    paths[pair] = max(paths.get(pair, 0.0), through)
            found[left, right] = dict(story_evidence(first[left, right], paths))
        return found

    def among(self, model: Model) -> Probabilities:
        """Probabilities with the story's other versions as evidence."""
        found = {}
        probability = model.story.judge(STORY_NAMES)
        for names, numbers in self.second(self.first(model.pair)).items():
            one, other = (self.story.versions[name] for name in names)
            found[names] = anchored({pair: probability(x) for pair, x in numbers.items()}, one, other)
        return found

    def rows(self, numbers: dict[gold.Names, Numbers]) -> tuple[Table, Table]:
        """The numbers of every candidate pair, and whether it is a link."""
        rows = [(x, self.story.is_link(names, pair)) for names, found in numbers.items() for pair, x in found.items()]
        return np.array([x for x, _ in rows]), np.array([y for _, y in rows], float)


def fold_of(story: gold.Story, method: str) -> Fold:
    """`story` with the evidence of a method for each pair of versions."""
    kinds = EVIDENCE[method]
    evidence: dict[gold.Names, Numbers] = {}
    for left, right in story.pairs():
        one, other = story.versions[left], story.versions[right]
        lexicon = Lexicon([one.passages, other.passages], one.article.language)
        found = [kind.about(one, other, lexicon, never) for kind in kinds]
        pairs = {pair for numbers in found for pair in numbers.candidates()}
        evidence[left, right] = {(a, b): tuple(x for numbers in found for x in numbers.of(a, b)) for a, b in pairs}
    return Fold(story, tuple(name for kind in kinds for name in kind.names), evidence)


def fit(x: Table, y: Table, names: Sequence[str], left_out: frozenset[str] = frozenset()) -> Weights:
    """A logistic regression on standardized numbers by Newton's method, weights given back for the raw numbers."""
    kept = [i for i, name in enumerate(names) if name not in left_out]
    means, scales = x[:, kept].mean(0), x[:, kept].std(0) + 1e-9
    points = np.column_stack((np.ones(len(x)), (x[:, kept] - means) / scales))
    penalty = np.full(points.shape[1], PENALTY)
    penalty[0] = 1e-6

    def cost(beta: Table) -> float:
        z = points @ beta
        return float((np.logaddexp(0, z) - y * z).sum() + 0.5 * (penalty * beta * beta).sum())

    beta = np.zeros(points.shape[1])
    best = cost(beta)
    for _ in range(40):
        p = 1.0 / (1.0 + np.exp(-np.clip(points @ beta, -30, 30)))
        gradient = points.T @ (p - y) + penalty * beta
        bend = (points * (p * (1 - p))[:, None]).T @ points + np.diag(penalty)
        step = np.linalg.solve(bend, gradient)
        while cost(beta - step) > best and np.abs(step).max() > 1e-6:
            step /= 2
        beta, before, best = beta - step, best, cost(beta - step)
        if before - best < 1e-4:
            break
    weights = beta[1:] / scales
    bias = float(beta[0] - (weights * means).sum())
    return Weights(bias, {names[i]: float(w) for i, w in zip(kept, weights, strict=True)})


def fitted(folds: Sequence[Fold], left_out: frozenset[str]) -> tuple[Weights, Weights]:
    """Both steps fitted on `folds`; the second on first-step probabilities of stories the first step hasn't seen."""
    tables = [fold.rows(fold.evidence) for fold in folds]
    pair = fit(*_joined(tables), folds[0].names, left_out)
    seconds = []
    for fold in folds:
        others = [table for other, table in zip(folds, tables, strict=True) if other is not fold]
        without = fit(*_joined(others), folds[0].names, left_out)
        seconds.append(fold.rows(fold.second(fold.first(without))))
    return pair, fit(*_joined(seconds), STORY_NAMES)


def _joined(tables: Sequence[tuple[Table, Table]]) -> tuple[Table, Table]:
    return np.concatenate([x for x, _ in tables]), np.concatenate([y for _, y in tables])


def best_threshold(folds: Sequence[Fold], left_out: frozenset[str]) -> float:
    """The threshold with the best mean F1, with other versions as evidence, of each of `folds` left out in turn."""
    sums = dict.fromkeys(THRESHOLDS, 0.0)
    for fold in folds:
        pair, story = fitted([other for other in folds if other is not fold], left_out)
        found = fold.among(Model(0.0, pair, story))
        for threshold in THRESHOLDS:
            sums[threshold] += gold.f1(_claims_tally(fold, found, threshold))
    # F1 over thresholds is a flat hill with bumps: its top is where the neighbors are high as well.
    around = {
        THRESHOLDS[at]: sum(sums[threshold] for threshold in THRESHOLDS[at - 2 : at + 3])
        for at in range(2, len(THRESHOLDS) - 2)
    }
    return max(around, key=lambda threshold: around[threshold])


def _pairs_tally(fold: Fold, found: Probabilities, threshold: float) -> list[int]:
    tally = [0, 0, 0, 0]
    for names in fold.evidence:
        said = [pair for pair, p in found[names].items() if p >= threshold]
        row = gold.counts(fold.story, names, fold.story.sentence_pairs(names, said))
        tally = [a + b for a, b in zip(tally, row, strict=True)]
    return tally


def _claims_tally(fold: Fold, found: Probabilities, threshold: float) -> list[int]:
    tally = [0, 0, 0, 0]
    for names in fold.evidence:
        said = list(in_claims(fold, names, found[names], threshold))
        row = gold.counts(fold.story, names, fold.story.sentence_pairs(names, said))
        tally = [a + b for a, b in zip(tally, row, strict=True)]
    return tally


class Report:
    """What is said of one method, story by story."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, float]] = {}
        self._sure: list[tuple[float, bool]] = []

    def add(self, fold: Fold, model: Model) -> None:
        """Measure a story with weights that haven't seen it."""
        first = fold.first(model.pair)
        for label, found in (("alone", first), ("among", fold.among(model))):
            self._note(f"{label}, pairs", fold, gold.f1(_pairs_tally(fold, found, model.threshold)))
            tally = gold.Tally(fold.story)
            for names in fold.evidence:
                links = in_claims(fold, names, found[names], model.threshold)
                tally.add(names, list(links))
                if label == "among":
                    self._sure += [(p, fold.story.is_link(names, pair)) for pair, p in links.items()]
            for what, value in tally.figures().items():
                self._note(f"{label}, {what}", fold, value)

    def _note(self, label: str, fold: Fold, value: float) -> None:
        self._rows.setdefault(label, {})[fold.story.name] = value

    def lines(self) -> list[str]:
        """The tables as text."""
        lines = []
        for label, row in self._rows.items():
            stories = "  ".join(f"{name} {value:.3f}" for name, value in row.items())
            lines.append(f"{label:28} mean {sum(row.values()) / len(row):.3f}  {stories}")
        certain = [right for p, right in self._sure if p >= DOUBTFUL]
        share = f"{len(certain)} of {len(self._sure)}"
        lines.append(f"links shown as certain: {share}, right {sum(certain) / max(1, len(certain)):.3f}")
        for low, high in pairwise(_BINS):
            here = [(p, right) for p, right in self._sure if low <= p < high]
            if here:
                mean, right = sum(p for p, _ in here) / len(here), sum(r for _, r in here) / len(here)
                span = f"{low:.1f}–{min(high, 1.0):.1f}"
                lines.append(f"  confidence {span}: {len(here):4} links, mean {mean:.2f}, right {right:.2f}")
        return lines


def in_claims(fold: Fold, names: gold.Names, probability: dict[Pair, float], threshold: float) -> dict[Pair, float]:
    """The pairs of passages that stand in one claim, each with the claim's confidence."""
    one, other = (fold.story.versions[name] for name in names)
    found = {}
    for group in groups_of(one, other, probability, threshold):
        sure = confidence(group, probability)
        found.update({(a.passage, b.passage): sure for a in group.left for b in group.right})
    return found


def as_toml(models: dict[str, Model], reports: dict[str, list[str]]) -> str:
    """The weights as the resource file holds them, with the figures of the fit."""
    parts = [
        "# Fitted by tests/accuracy/fit_links.py; what the names mean stands in core/collate (features, likeness,\n"
        "# links). The figures are of stories left out, one after the other."
    ]
    for name, model in models.items():
        parts.append(
            "\n".join(f"# {line}" for line in reports.get(name, [])) + f"\n[{name}]\nthreshold = {model.threshold}"
        )
        for step, weights in (("pair", model.pair), ("story", model.story)):
            lines = [f'"{key}" = {weight:.3f}' for key, weight in weights.weights.items()]
            parts.append("\n".join((f"[{name}.{step}]\nbias = {weights.bias:.3f}\n\n[{name}.{step}.weights]", *lines)))
    return "\n\n".join(part.lstrip("\n") for part in parts) + "\n"


def main() -> None:
    """Measure, and fit for shipping if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY_DIR")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="where texts lie that aren't in their story's folder")
    parser.add_argument("--only", choices=tuple(EVIDENCE))
    parser.add_argument("--write", type=Path, metavar="FILE")
    args = parser.parse_args()
    encoder = Encoder.load()
    stories = [gold.load(folder, args.texts, encoder) for folder in args.stories]
    models, reports = {}, {}
    for name in (args.only,) if args.only else EVIDENCE:
        left_out = LEFT_OUT[name]
        folds = [fold_of(story, name) for story in stories]
        report = Report()
        for fold in folds:
            others = [other for other in folds if other is not fold]
            report.add(fold, Model(best_threshold(others, left_out), *fitted(others, left_out)))
        reports[name] = report.lines()
        sys.stdout.write("\n".join((name, *reports[name], "")))
        if args.write:
            models[name] = Model(best_threshold(folds, left_out), *fitted(folds, left_out))
    if args.write:
        args.write.write_text(as_toml(models, reports), encoding="utf-8")


if __name__ == "__main__":
    main()

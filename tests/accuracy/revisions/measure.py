"""Precision and recall of every kind of change on articles revised by known edits.

usage: measure.py [--texts DIR…] [--rounds N] [--seed N] [--invented N] [--harsh | --plain] [--misses] [--json]

Base texts are the five seeds, invented articles (`prose`) and every *.txt in the folders given. Each is revised with 5,
15 and 30 % of its sentences edited: plain edits (each kind in turn) and harsh ones (also half of a sentence's words
exchanged, sentences replaced by unrelated ones, sentences that stand twice).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from revisions.edits import HARSH, PLAIN, Revision, Texts, revise, texts_of
from revisions.prose import TWICE, invented
from revisions.score import KINDS, Tally, misses, scored

from variorum.core.text.reading import read_text

SEEDS = Path(__file__).parents[3] / "seeds"
SHARES = (0.05, 0.15, 0.3)


def bases(folders: Sequence[Path], made: int) -> dict[str, Texts]:
    """The articles to revise, by name."""
    found = {}
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            found[f"{folder.name}/{path.stem}"] = texts_of(read_text(path))
    for number in range(made):
        found[f"invented/{number}"] = invented(number, 20 + 15 * (number % 4))
    return found


def revisions_of(name: str, articles: dict[str, Texts], share: float, *, harsh: bool, seed: int) -> Revision:
    """One revision of an article, the same for the same seed."""
    rng = random.Random(f"{name} {share} {harsh} {seed}")
    folder = name.split("/")[0]
    # Other versions of its story, or made by the same rules, may tell what it tells: what is new comes from elsewhere.
    pool = [s for other, text in articles.items() if other.split("/")[0] != folder for p in text[1:] for s in p]
    article = articles[name]
    if harsh:
        article = with_repeats(article, rng)
    return revise(article, share, HARSH if harsh else PLAIN, pool, rng)


def with_repeats(article: Texts, rng: random.Random) -> Texts:
    """`article` with a short sentence that stands in it twice or three times."""
    paragraphs = [list(paragraph) for paragraph in article]
    options = [paragraph for paragraph in paragraphs[1:] if paragraph[-1].endswith((".", ".”", '."'))]
    for sentence in rng.sample(TWICE, 2):
        for _ in range(rng.choice([2, 3])):
            if options:
                rng.choice(options).append(sentence)
    return paragraphs


def measured(articles: dict[str, Texts], share: float, *, harsh: bool, rounds: int, seed: int) -> dict[str, Tally]:
    """The tallies over all articles."""
    total = {kind: Tally() for kind in KINDS}
    for name in articles:
        for number in range(rounds):
            revision = revisions_of(name, articles, share, harsh=harsh, seed=seed + number)
            for kind, tally in scored(revision).items():
                total[kind].add(tally)
    return total


def _rows(articles: dict[str, Texts], args: argparse.Namespace) -> Iterator[tuple[str, dict[str, Tally]]]:
    for harsh in [False, True]:
        if (harsh and args.plain) or (not harsh and args.harsh):
            continue
        for share in SHARES:
            name = f"{'harsh' if harsh else 'plain'} {share:.0%}"
            yield name, measured(articles, share, harsh=harsh, rounds=args.rounds, seed=args.seed)


def main() -> None:
    """Measure and print a table, or an object of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--invented", type=int, default=12)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--harsh", action="store_true")
    parser.add_argument("--misses", action="store_true", help="say what goes wrong where")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    articles = bases([SEEDS, *args.texts], args.invented)
    if args.misses:
        _say_misses(articles, args)
        return
    rows = dict(_rows(articles, args))
    if args.json:
        print(json.dumps({n: {k: [t.right, t.false, t.missed] for k, t in row.items()} for n, row in rows.items()}))
        return
    print(f"{len(articles)} articles, {args.rounds} revisions each; precision / recall (how many there are)")
    for name, row in rows.items():
        print(name)
        for kind, tally in row.items():
            print(f"  {kind:<16} {tally.precision:.3f} / {tally.recall:.3f}  ({tally.right + tally.missed})")


def _say_misses(articles: dict[str, Texts], args: argparse.Namespace) -> None:
    for name in articles:
        for share in SHARES:
            for number in range(args.rounds):
                revision = revisions_of(name, articles, share, harsh=args.harsh, seed=args.seed + number)
                print(f"--- {name} {share:.0%} {args.seed + number}", *misses(revision), sep="\n  ")


if __name__ == "__main__":
    main()

"""The same comes out in every process: nothing may rest on the order of a set of words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import variorum

SCRIPT = """
import json, sys
from itertools import combinations
from variorum.assets import seeds
from variorum.core.collate.compare import compare
from variorum.core.collate.links import Linker
from variorum.core.export.json_export import as_json
from variorum.core.text.reading import decode, read_article
files = sorted((f for f in seeds().iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
articles = [read_article(decode(f.read_bytes(), f.name)) for f in files]
linker = Linker()
for left, right in list(combinations(articles, 2))[::3]:
    comparison = compare(left, right, [a for a in articles if a not in (left, right)], linker=linker)
    exact = [(c.confidence, c.evidence, c.nearest) for c in comparison.claims]
    sys.stdout.write(json.dumps(as_json(comparison, "a", "b")) + repr(exact))
towns = [a + b for a in ("Ar", "Bro", "Cas", "Dor", "Fen", "Hol") for b in ("wick", "dale", "mouth", "stead")]
for turn in range(len(towns)):  # all names are told of once: which ones lead, and are these two versions of one story?
    names = towns[turn:] + towns[:turn]
    stories = (
        f"We went by bus to {' and '.join(names[:13])}. It was late.\\n\\nThe crash killed 12 people.",
        f"Trains run to {' and '.join(names[10:23])} again.\\n\\nMore than 30 commuters died there when a wall fell.",
    )
    comparison = compare(*map(read_article, stories))
    sys.stdout.write(repr([(p.kind, p.left, p.right) for p in comparison.figures]))
"""


def told_with(seed: int) -> bytes:
    """What a process with this seed of its hashes says of some pairs of the seeds' story, to the last digit."""
    folder = Path(variorum.__file__).parents[1]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(folder)}
    return subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True).stdout


def test_comparisons_do_not_depend_on_the_seed_of_hashes() -> None:
    first, second = told_with(1), told_with(2)
    assert len(first) > 10_000
    assert first == second

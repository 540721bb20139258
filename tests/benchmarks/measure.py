"""Times things in turn (A B A B …) within one run and prints medians and ratios: single times mean little here."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each work over `rounds` rounds, after one round that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            began = time.perf_counter()
            work()
            if number:
                seconds[name].append(time.perf_counter() - began)
    return {name: statistics.median(values) for name, values in seconds.items()}


def report(title: str, rows: Mapping[str, float], unit: str, ratios: Mapping[str, float]) -> None:
    """Print a small table, or one JSON object with `--json` on the command line."""
    if "--json" in sys.argv:
        print(json.dumps({"title": title, "unit": unit, "values": dict(rows), "ratios": dict(ratios)}))
        return
    print(f"\n{title}")
    for name, value in rows.items():
        print(f"  {name:<52} {value:10.1f} {unit}")
    for name, value in ratios.items():
        print(f"  {name:<52} {value:10.2f} ×")

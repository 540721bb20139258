"""Measures figures on annotated stories: found, contradictions reported, also where links were better or worse.

usage: measure_figures.py STORY_DIR… [--texts DIR] [--strangers] [--show]

For each annotated figure that is no date: does the program have it? For each pair of versions that an annotated group
called "changed" tells differently: is a contradiction reported between two of its mentions, and how many of the reports
are right? Both are asked again with the links' probabilities made other than they are. `--strangers` also holds every
article against those of the other stories, which must contradict nothing. `--show` lists what is missed or wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import gold

from variorum.core.collate.figures import figure_pairs
from variorum.core.collate.links import Linker
from variorum.core.collate.model import FigurePair, PairKind
from variorum.core.meaning.encoder import Encoder
from variorum.core.text.model import Figure, Span

_DATES = re.compile(r"date|year|month|day|time|week|ordinal", re.IGNORECASE)
_OTHER_LINKS: dict[str, Callable[[float], float]] = {
    "none": lambda _: 0.0,
    "half": lambda p: p / 2,
    "root": lambda p: p**0.5,
    "all 0.3": lambda _: 0.3,
    "all 0.6": lambda _: 0.6,
}
"""What is made of the links' probabilities."""


@dataclass(frozen=True)
class Told:
    """An annotated figure where it stands."""

    version: str
    places: tuple[Span, ...]
    text: str
    value: str
    group: str
    is_date: bool


@dataclass
class Report:
    """What was counted, and what there is to read."""

    found: int = 0
    noted: int = 0
    said: int = 0
    right: int = 0
    asked: int = 0
    answered: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, other: Report) -> None:
        """Count what `other` counted as well."""
        for name in ("found", "noted", "said", "right", "asked", "answered"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.lines += other.lines


def told(folder: Path, story: gold.Story) -> tuple[list[Told], set[str]]:
    """The annotated figures of a story, and the groups of those that contradict each other."""
    note = json.loads((folder / "annotation-1.json").read_text(encoding="utf-8"))
    rows = json.loads((folder / "story.json").read_text(encoding="utf-8"))["versions"]
    where = {name: (row["letter"], start, end) for row in rows for name, start, end in row["sentences"]}
    found = []
    for figure in note["figures"]:
        letter, start, end = where[figure["sent"]]
        text = story.versions[letter].source.text
        sentence, at = text[start:end], text[start:end].find(figure["text"])
        places = [m.start() + at for m in re.finditer(re.escape(sentence), text)] if at >= 0 else []
        spans = tuple(Span(place, place + len(figure["text"])) for place in places)
        is_date = bool(_DATES.search(figure["unit"] or ""))
        found.append(Told(letter, spans, figure["text"], figure["value"], figure["group"], is_date))
    return found, {group["id"] for group in note["figure_groups"] if group["verdict"] == "changed"}


def touches(figure: Figure | None, annotated: Told) -> bool:
    """Whether the program's figure shares a character with the annotated one."""
    return figure is not None and any(place.overlap(figure.mention) for place in annotated.places)


def extraction(story: gold.Story, noted: Sequence[Told]) -> Report:
    """How many of the annotated figures are found: half of the shorter of both spans is shared."""
    report = Report()
    for item in (item for item in noted if not item.is_date):
        spans = [figure.mention for figure in story.versions[item.version].source.figures]
        found = any(p.overlap(s) * 2 >= min(len(p), len(s)) for p in item.places for s in spans)
        report.noted += 1
        report.found += found
        if not found:
            report.lines.append(f"{story.name} {item.version}: not found: {item.text}")
    return report


def contradictions(
    names: gold.Names, pairs: Sequence[FigurePair], noted: Sequence[Told], changed: set[str], story: str
) -> Report:
    """How many reported contradictions of two versions are annotated, and how many annotated ones are reported."""
    report = Report()
    reported = [pair for pair in pairs if pair.kind is PairKind.CHANGED]
    sides = [[item for item in noted if item.version == name and item.group in changed] for name in names]
    for pair in reported:
        groups = [
            {i.group for i in side if touches(f, i)} for side, f in zip(sides, (pair.left, pair.right), strict=True)
        ]
        report.said += 1
        report.right += bool(groups[0] & groups[1])
        if not groups[0] & groups[1] and pair.left and pair.right:
            report.lines.append(f"{story} {''.join(names)}: false: {pair.left.text} ~ {pair.right.text}")
    for group in sorted(changed):
        here = [[item for item in side if item.group == group] for side in sides]
        if all(here) and len({item.value for side in here for item in side}) > 1:
            hits = (
                all(any(touches(f, i) for i in s) for s, f in zip(here, (p.left, p.right), strict=True))
                for p in reported
            )
            answered = any(hits)
            report.asked += 1
            report.answered += answered
            if not answered:
                report.lines.append(f"{story} {''.join(names)}: missed: {here[0][0].text} ~ {here[1][0].text}")
    return report


def as_shipped(story: gold.Story, names: gold.Names, *, among: bool) -> Sequence[FigurePair]:
    """The figures of two versions as the program holds them against each other."""
    others = [version for name, version in story.versions.items() if among and name not in names]
    return gold.compared(story.versions[names[0]], story.versions[names[1]], others).figures


def with_links(story: gold.Story, names: gold.Names, *, change: Callable[[float], float]) -> Sequence[FigurePair]:
    """The same with probabilities of links other than they are."""
    left, right = (story.versions[name] for name in names)
    links = Linker().link(left, right).probability
    pairs = figure_pairs(left, right, {}, likely={pair: change(probability) for pair, probability in links.items()})
    lefts, rights = (dict(zip(v.article.figures, v.source.figures, strict=True)) for v in (left, right))
    return [
        replace(pair, left=pair.left and lefts[pair.left], right=pair.right and rights[pair.right]) for pair in pairs
    ]


def strangers(stories: Sequence[gold.Story]) -> Iterator[str]:
    """What is reported between articles of different stories."""
    for one, other in combinations(stories, 2):
        for left in one.versions.values():
            for right in other.versions.values():
                for pair in gold.compared(left, right).figures:
                    if pair.kind is PairKind.CHANGED and pair.left and pair.right:
                        yield f"{one.name}, {other.name}: {pair.left.text} ~ {pair.right.text}"


def row(name: str, report: Report) -> str:
    """One line of the result."""
    precision = report.right / report.said if report.said else 1.0
    recall = report.answered / report.asked if report.asked else 1.0
    counts = f"{report.right} of {report.said} right, {report.answered} of {report.asked} reported"
    return f"{name:28} precision {precision:.3f}  recall {recall:.3f}  ({counts})"


def lines(stories: Sequence[tuple[gold.Story, Path]], *, show: bool) -> Iterator[str]:
    """The result, line by line."""
    ways: dict[str, Callable[[gold.Story, gold.Names], Sequence[FigurePair]]] = {
        "the pair alone": partial(as_shipped, among=False),
        "with the other versions": partial(as_shipped, among=True),
    }
    ways |= {f"links: {name}": partial(with_links, change=change) for name, change in _OTHER_LINKS.items()}
    totals = {name: Report() for name in ways}
    for story, folder in stories:
        noted, changed = told(folder, story)
        found = extraction(story, noted)
        yield f"{story.name:28} found {found.found} of {found.noted} ({found.found / max(1, found.noted):.3f})"
        if show:
            yield from found.lines
        for (name, way), names in product(ways.items(), story.pairs()):
            one = contradictions(names, way(story, names), noted, changed, story.name)
            totals[name].add(one)
            if show:
                yield from (f"{name}: {line}" for line in one.lines)
    yield from (row(name, report) for name, report in totals.items())


def main() -> None:
    """Measure the stories named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, help="where texts lie that aren't beside the annotation")
    parser.add_argument("--strangers", action="store_true")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    encoder = Encoder.load()
    stories = [(gold.load(folder, args.texts, encoder), folder) for folder in args.stories]
    for line in lines(stories, show=args.show):
        sys.stdout.write(line + "\n")
    if args.strangers:
        reports = list(strangers([story for story, _ in stories]))
        sys.stdout.write("\n".join([f"{'articles of other stories':28} {len(reports)} reported", *reports, ""]))


if __name__ == "__main__":
    main()

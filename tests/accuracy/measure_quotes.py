"""Measures quotations on annotated stories: found, speaker right, verdicts on one utterance in two versions.

usage: measure_quotes.py STORY_DIR… [--texts DIR] [--show]

For each annotated quotation: does the program have it (sharing half of the shorter of both), and with whose name? For
each annotated utterance that two versions quote: are the two paired, and are wording and speaker judged as annotated?
`--show` also lists what is missed or wrong, and every changed quotation that is reported, for reading.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import gold

from variorum.core.collate.model import Comparison, PairKind, Paraphrase, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.speakers import same_speaker
from variorum.core.meaning.encoder import Encoder
from variorum.core.text.model import Quotation, Span

_BODIES = {"suit", "lawsuit", "complaint", "statement", "office", "spokesperson"}
"""Words that tie an annotated speaker without a person's name to what the program says."""
_NOBODY = re.compile(r"^(?:none|unattributed|\(?scare)|\(unattributed\)")
"""How annotators write that nobody is named."""


@dataclass(frozen=True)
class Told:
    """An annotated quotation where it stands."""

    version: str
    places: tuple[Span, ...]
    text: str
    speaker: str
    group: str


@dataclass
class Report:
    """What was counted for a story, and what there is to read."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def note(self, what: str, right: bool, line: str) -> None:
        """Count a question that was answered rightly or not; `line` tells the one that wasn't."""
        self.counts[what] += 1
        self.counts[f"{what} right"] += right
        if not right:
            self.lines.append(f"{what}: {line}")


def told(folder: Path, story: gold.Story) -> tuple[list[Told], dict[str, dict[str, Any]]]:
    """The annotated quotations of a story and the verdict on each group."""
    note = json.loads((folder / "annotation-1.json").read_text(encoding="utf-8"))
    rows = json.loads((folder / "story.json").read_text(encoding="utf-8"))["versions"]
    found = []
    for quote in note["quotes"]:
        letter = next(row["letter"] for row in rows if any(name == quote["sent"] for name, *_ in row["sentences"]))
        text = story.versions[letter].source.text
        start, end = next(s[1:] for row in rows for s in row["sentences"] if s[0] == quote["sent"])
        at = text.find(quote["text"], max(0, start - 2), end + 2)
        size = len(quote["text"]) if at >= 0 else end - start
        words = text[max(at, start) : max(at, start) + size]
        places = [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
        found.append(Told(letter, tuple(places), quote["text"], quote["speaker"], quote["group"]))
    return found, {group["id"]: group for group in note["quote_groups"]}


def is_it(quotation: Quotation | Paraphrase | None, annotated: Told) -> bool:
    """Whether the program's quotation is the annotated one."""
    if not isinstance(quotation, Quotation):
        return False
    sizes = ((place.overlap(quotation.span), min(len(place), len(quotation.span))) for place in annotated.places)
    return any(shared * 2 >= size > 0 for shared, size in sizes)


def agrees(said: str, annotated: str) -> bool:
    """Whether the program's speaker is the annotated one, as far as words tell."""
    if _NOBODY.search(annotated):
        return not said
    if said == annotated or same_speaker(said, annotated) is SpeakerVerdict.SAME:
        return True
    words, others = (set(re.findall(r"\w+", name.lower())) - {"the", "of", "a"} for name in (said, annotated))
    return bool(words & others) or bool(words & _BODIES and others & _BODIES)


def measure(folder: Path, texts: Path | None) -> Report:
    """All of it for one story, every pair of versions with the other versions as evidence."""
    story = gold.load(folder, texts, Encoder.load())
    quotes, groups = told(folder, story)
    report = Report()
    for quote in quotes:
        own = [q for q in story.versions[quote.version].source.quotations if is_it(q, quote)]
        report.note("found", bool(own), f"{quote.version} {quote.text}")
        if own:
            best = next((q for q in own if agrees(q.speaker, quote.speaker)), own[0])
            line = f"{quote.version} “{quote.text[:70]}” is {quote.speaker}'s, not {best.speaker or 'nobody'}'s"
            report.note("speaker", agrees(best.speaker, quote.speaker), line)
            report.counts["speaker none"] += not best.speaker and not agrees("", quote.speaker)
            report.counts["utterance"] += 1
            report.counts["utterance right"] += not best.scare
    for left, right in combinations(sorted(story.versions), 2):
        others = [version for name, version in story.versions.items() if name not in (left, right)]
        found = gold.compared(story.versions[left], story.versions[right], others)
        _verdicts(report, found, quotes, groups, (left, right))
        _reported(report, found, f"{folder.name} {left}{right}")
    return report


def _verdicts(
    report: Report, found: Comparison, quotes: list[Told], groups: dict[str, dict[str, Any]], names: tuple[str, str]
) -> None:
    """Hold every utterance that both versions quote against the verdicts on it."""
    left, right = ([quote for quote in quotes if quote.version == name] for name in names)
    for a, b in product(left, right):
        if a.group != b.group:
            continue
        pair = next((p for p in found.quotes if is_it(p.left, a) and is_it(p.right, b)), None)
        where = f"{names} “{a.text[:60]}” / “{b.text[:60]}”"
        report.note("paired", pair is not None, where)
        if pair is None:
            continue
        if groups[a.group]["wording"] in ("same", "differs"):
            same = _bare(a.text) in _bare(b.text) or _bare(b.text) in _bare(a.text)
            right_wording = (pair.wording is not Wording.DIFFERS) == same
            report.note("wording", right_wording, f"{where} {pair.wording}")
        if groups[a.group]["speaker"] == "same" or a.speaker == b.speaker:
            report.note("same speaker", pair.speaker is not SpeakerVerdict.DIFFERS, f"{where} {_who(pair)}")


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))


def _who(pair: QuotePair) -> str:
    return " / ".join(f"{quote.speaker or '—'}" for quote in (pair.left, pair.right) if quote)


def _reported(report: Report, found: Comparison, where: str) -> None:
    """List the changed quotations, for reading."""
    for pair in found.quotes:
        if pair.kind is PairKind.CHANGED and pair.left and pair.right:
            kind = "speaker" if pair.speaker is SpeakerVerdict.DIFFERS else "wording"
            kind = "paraphrase" if pair.wording is Wording.PARAPHRASED else kind
            report.counts[f"reported {kind}"] += 1
            report.lines.append(f"REPORTED {kind} {where}: “{pair.left.text}” / “{pair.right.text}” ({_who(pair)})")

    for stance in found.stance:
        claim = found.claims[stance.claim]
        report.counts[f"reported {stance.kind}"] += 1
        terms, told = (
            [" / ".join(span.of(side.text) for span in spans if span) for spans, side in zip(pair, sides, strict=True)]
            for sides in ((found.left, found.right),)
            for pair in (((stance.left,), (stance.right,)), (claim.left, claim.right))
        )
        line = f"{terms[0]} → {terms[1]} ({claim.confidence:.2f}): {told[0]} || {told[1]}"
        report.lines.append(f"REPORTED {stance.kind} {where}: {line}")


def main() -> None:
    """Print one line a story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    total: Counter[str] = Counter()
    for folder in args.stories:
        report = measure(folder, args.texts)
        total += report.counts
        sys.stdout.write(f"{folder.name}: {summary(report.counts)}\n")
        if args.show:
            sys.stdout.write("".join(f"    {' '.join(line.split())}\n" for line in report.lines))
    sys.stdout.write(f"all: {summary(total)}\n")


def summary(counts: Counter[str]) -> str:
    """What was counted, on one line: "found 27 of 27, …"."""
    asked = [name.removesuffix(" right") for name in counts if name.endswith(" right")]
    parts = [f"{name} {counts[f'{name} right']} of {counts[name]}" for name in dict.fromkeys(asked)]
    parts += [f"{counts[name]} {name}" for name in sorted(counts) if name.startswith("reported")]
    return ", ".join([*parts, f"{counts['speaker none']} without speaker"])


if __name__ == "__main__":
    main()

"""Measures certainty, negation, source and quotations on articles revised by known edits of single words.

usage: measure_stance.py TEXTS_DIR… [--seed N] [--show]

Each kind of edit is done to up to five sentences of each *.txt; so are edits of other words, which must not be reported
(another adjective, another place, another day). What is reported at a place that wasn't edited so is a false alarm.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.text.model import Article, Kind, Span
from variorum.core.text.reading import read_article, read_text

_MOST = 5
_OTHER = "Ingrid Halloran"
"""Who is made to say what somebody else said."""
_QUOTED = re.compile(r"[“\"]([^”\"]{30,})[,.]?[”\"]")
_SAID = re.compile(r"(?<=[,”\"] )((?:[A-Z][\w’.-]+ ){1,3})(said|told)\b")
_SAID_BEFORE = re.compile(r"^((?:[A-Z][\w’.-]+ ){1,3})(said|told)\b")


@dataclass(frozen=True)
class Edit:
    """A kind of edit: what it makes of a sentence (None where it can't be done) and what must be reported of it."""

    name: str
    expected: str
    """How the title of the change begins; "" for an edit that isn't to be reported."""
    apply: Callable[[str], str | None]


def exchange(pattern: str, other: str) -> Callable[[str], str | None]:
    """The first match outside quotation marks exchanged for other words."""
    compiled = re.compile(pattern)

    def apply(sentence: str) -> str | None:
        if '"' in sentence or "“" in sentence:
            return None
        edited = compiled.sub(other, sentence, count=1)
        return edited if edited != sentence else None

    return apply


_AMID = (
    "In a week that had begun with rain, late trains and a quarrel over tickets between two neighboring towns, while "
    "shops along the river stayed open until dawn and bands played for those whose hotels had turned them away, "
)


def amid_others(apply: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """What `apply` does, in a sentence that gets as many new words as it has."""

    def applied(sentence: str) -> str | None:
        edited = None if re.search('[“”"]', sentence) else apply(sentence)
        return None if edited is None or edited[1:2].isupper() else _AMID + edited

    return applied


def _only_quotation(sentence: str) -> re.Match[str] | None:
    """The quotation of a sentence that has one and no other marks."""
    return _QUOTED.search(sentence) if len(re.findall(r"[“”\"]", sentence)) == 2 else None


def unmarked(sentence: str) -> str | None:
    """The sentence with its quotation marks left out."""
    found = _only_quotation(sentence)
    return re.sub(r"[“”\"]", "", sentence) if found else None


def altered(sentence: str) -> str | None:
    """The sentence with a long word inside its quotation exchanged."""
    found = _only_quotation(sentence)
    word = re.search(r"\b[a-z]{6,}\b", found[1]) if found else None
    if not found or not word:
        return None
    at = found.start(1) + word.start()
    return f"{sentence[:at]}different{sentence[at + len(word[0]) :]}"


def given_away(sentence: str) -> str | None:
    """The sentence with its quotation given to somebody else."""
    found = _only_quotation(sentence)
    who = _SAID.search(sentence) or _SAID_BEFORE.search(sentence)
    return sentence[: who.start()] + f"{_OTHER} " + sentence[who.start(2) :] if found and who else None


_TO_MAY = exchange(r"\bwill (?!not)", "may ")
_TO_WILL = exchange(r"\b(?:could|might|may) (?!not|have)", "will ")
_NEGATED = exchange(r"\b(was|were|is|are|has|had|will|would) (?!not|no )", r"\1 not ")
EDITS = (
    Edit("will → may", "Certainty changed", _TO_MAY),
    Edit("said → claimed", "Certainty changed", exchange(r"\bsaid\b", "claimed")),
    Edit("+ reportedly", "Certainty changed", exchange(r"\b(had|has|was|were) (?!not|been|no )", r"\1 reportedly ")),
    Edit("confirmed", "Certainty changed", exchange(r"\bsaid that\b", "confirmed that")),
    Edit("not", "Negation changed", _NEGATED),
    Edit("named → officials", "Source changed", exchange(r"(^|(?<=, ))(?:[A-Z][\w’.-]+ ){1,3}said\b", "aides said")),
    Edit("marks left out", "Quotation marks", unmarked),
    Edit("word of a quotation", "Quotation altered", altered),
    Edit("other speaker", "Speaker changed", given_away),
    Edit("will → may amid others", "Certainty changed", amid_others(_TO_MAY)),
    Edit("could → will amid others", "Certainty changed", amid_others(_TO_WILL)),
    Edit("not amid others", "Negation changed", amid_others(_NEGATED)),
    Edit("only others", "", amid_others(lambda sentence: sentence)),
    Edit("another adjective", "", exchange(r"\b(new|large|small|long|recent|major|key)\b", "great")),
    Edit("another day", "", exchange(r"\b(Mon|Tues|Wednes|Thurs|Fri)day\b", "Sunday")),
    Edit("an adverb of time", "", exchange(r"\b(had|has|was|were) (?!not|been|no )", r"\1 already ")),
    Edit("stated", "", exchange(r"\bsaid\b", "stated")),
)


def revised(article: Article, edit: Edit, rng: random.Random) -> tuple[str, list[Span]]:
    """The text with up to five of its sentences edited, and where those stand in it."""
    inside = [q.span for q in article.quotations]
    told = [
        s.span for s in article.sentences if s.kind is Kind.SENTENCE and not any(q.contains(s.span) for q in inside)
    ]
    fitting = [(span, after) for span in told if (after := edit.apply(span.of(article.text))) is not None]
    chosen = sorted(rng.sample(fitting, min(_MOST, len(fitting))), key=lambda item: item[0])
    text, at, places = "", 0, []
    for span, after in chosen:
        text += article.text[at : span.start]
        places.append(Span(len(text), len(text) + len(after)))
        text += after
        at = span.end
    return text + article.text[at:], places


def measure(article: Article, edit: Edit, rng: random.Random) -> tuple[Counter[str], list[str]]:
    """How many edits were reported as what they are, and everything else that was reported."""
    text, places = revised(article, edit, rng)
    right = read_article(text)
    found = [c for c in changes(compare(article, right)) if {ChangeKind.STANCE, ChangeKind.QUOTE} & set(c.kinds)]
    counts = Counter(edits=len(places))
    lines = []
    for place in places:
        here = [c for c in found if any(place.overlap(span) for span in c.right)]
        hit = [c for c in here if edit.expected and c.title.startswith(edit.expected)]
        counts["found"] += bool(hit)
        if edit.expected and not hit:
            lines.append(f"missed: {place.of(text)}")
        counts["reported"] += len(here)
        counts["right"] += len(hit)
        lines += [f"wrong: {c.title}: {place.of(text)}" for c in here if c not in hit]
    # A quotation that goes on, or whose pronoun means the one named before, changes its speaker with that one's name.
    found = [c for c in found if any(place.overlap(span) for place in places for span in c.right) or c.after != _OTHER]
    elsewhere = [c for c in found if not any(place.overlap(span) for place in places for span in c.right)]
    counts["reported"] += len(elsewhere)
    lines += [f"elsewhere: {c.title}: {c.detail}" for c in elsewhere]
    return counts, lines


def main() -> None:
    """Print a line for each kind of edit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    articles = [read_article(read_text(path)) for folder in args.texts for path in sorted(folder.glob("*.txt"))]
    for edit in EDITS:
        rng = random.Random(f"{args.seed} {edit.name}")
        total: Counter[str] = Counter()
        for article in articles:
            counts, lines = measure(article, edit, rng)
            total += counts
            if args.show:
                sys.stdout.write("".join(f"    {' '.join(line.split())[:300]}\n" for line in lines))
        kind = f"found {total['found']} of {total['edits']}" if edit.expected else f"{total['edits']} edits"
        false = total["reported"] - total["right"]
        sys.stdout.write(f"{edit.name}: {kind}, {total['reported']} reported, {false} of them wrong\n")


if __name__ == "__main__":
    main()

"""A comparison as the data of `compare --json`; the shape is `resources/schemas/compare.schema.json`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from variorum.core.collate.changes import changes
from variorum.core.collate.model import (
    Claim,
    Comparison,
    FigurePair,
    Nearest,
    Op,
    Paraphrase,
    QuotePair,
    StancePair,
    WordRun,
)
from variorum.core.handmade.model import Review
from variorum.core.text.model import Article, Figure, Quotation, Span

_WORD_OR_BLANK = re.compile(r"\s+|\S+")


def as_json(
    comparison: Comparison, left_path: str, right_path: str, reviews: Mapping[int, Review] | None = None
) -> dict[str, Any]:
    """The comparison in plain lists and dictionaries; offsets are code points of each side's text.

    `reviews` are what was said of changes, by their numbers in `changes(comparison)`.
    """
    counts = comparison.counts
    said = {"reviews": _reviews(comparison, reviews)} if reviews else {}
    return said | {
        "left": _side(comparison.left, left_path),
        "right": _side(comparison.right, right_path),
        "regime": comparison.regime.value,
        "claims": [_claim(comparison, claim) for claim in comparison.claims],
        "figures": [_figures(pair, comparison) for pair in comparison.figures],
        "quotes": [_quotes(pair) for pair in comparison.quotes],
        "stance": [_stance(pair, comparison) for pair in comparison.stance],
        "counts": {name: getattr(counts, name) for name in counts.__slots__},
    }


def words_as_text(comparison: Comparison, runs: Sequence[WordRun]) -> list[tuple[str, str]]:
    """(operation, text) of word runs for people: an equal run in the left's spelling, an empty span read as a space."""
    texts = ((run.op.value, _run_text(comparison, run)) for run in runs)
    return [(op, "".join(text for _, text in same)) for op, same in groupby(texts, key=lambda item: item[0])]


def _run_text(comparison: Comparison, run: WordRun) -> str:
    if run.left is not None:
        return run.left.of(comparison.left.text) or " "
    return run.right.of(comparison.right.text) or " " if run.right is not None else ""


def _exact_runs(comparison: Comparison, claim: Claim) -> Iterator[tuple[str, str, bool]]:
    """(operation, text, whether it is typography) so that both sides join to their passages to the letter.

    Only what is identical is equal; what differs in typography or white space alone goes and comes.
    """
    for run in claim.words:
        one = _exact(comparison.left.text, claim.left, run.left)
        other = _exact(comparison.right.text, claim.right, run.right)
        if run.op is not Op.EQUAL:
            yield run.op.value, one or other, False
            continue
        here, there = (_WORD_OR_BLANK.findall(text) for text in (one, other))
        alike = zip(here, there, strict=True) if len(here) == len(there) else [(one, other)]
        for same, group in groupby(alike, key=lambda pair: pair[0] == pair[1]):
            left, right = ("".join(side) for side in zip(*group, strict=True))
            yield from [(Op.EQUAL.value, left, False)] if same else _respelled(left, right)


def _exact(text: str, passages: Sequence[Span], run: Span | None) -> str:
    """The words of one side of a run, with the space that joins passages behind one that ends with a space itself."""
    if run is None or not run:
        return "" if run is None else " "
    ends = [passage.end for passage in passages[:-1] if run.start < passage.end <= run.end]
    parts = [text[start:end] for start, end in pairwise([run.start, *ends, run.end])]
    return "".join(part + " " * part[-1:].isspace() for part in parts[:-1]) + parts[-1]


def _respelled(left: str, right: str) -> tuple[tuple[str, str, bool], tuple[str, str, bool]]:
    return (Op.DELETE.value, left, True), (Op.INSERT.value, right, True)


def _word_runs(comparison: Comparison, claim: Claim) -> dict[str, Any]:
    """The runs of a claim and, where there are any, which of them differ from each other in typography alone."""
    exact = groupby(_exact_runs(comparison, claim), key=lambda run: (run[0], run[2]))
    rows = [(op, "".join(text for _, text, _ in same), respelled) for (op, respelled), same in exact]
    typography = [at for at, (*_, respelled) in enumerate(rows) if respelled]
    return {"words": [[op, text] for op, text, _ in rows]} | ({"typography": typography} if typography else {})


def _side(article: Article, path: str) -> dict[str, Any]:
    return {
        "path": path,
        "headline": article.headline,
        "outlet": article.outlet,
        "sentences": [{"start": s.span.start, "end": s.span.end, "kind": s.kind.value} for s in article.sentences],
    }


def _claim(comparison: Comparison, claim: Claim) -> dict[str, Any]:
    by_hand = {"by_hand": True} if claim.by_hand else {}
    return by_hand | {
        "kind": claim.kind.value,
        "moved": claim.moved,
        "left": _spans(claim.left),
        "right": _spans(claim.right),
        "confidence": round(claim.confidence, 3),
        "nearest": _nearest(claim.nearest),
        **_word_runs(comparison, claim),
    }


def _reviews(comparison: Comparison, reviews: Mapping[int, Review]) -> list[dict[str, Any]]:
    return [
        {
            "kinds": [kind.value for kind in change.kinds],
            "title": change.title,
            "claim": change.claim,
            "left": _spans(change.left),
            "right": _spans(change.right),
            "reviewed": reviews[number].reviewed,
            "note": reviews[number].note,
        }
        for number, change in enumerate(changes(comparison))
        if number in reviews
    ]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _nearest(nearest: Nearest | None) -> dict[str, Any] | None:
    return None if nearest is None else {"spans": _spans(nearest.spans), "confidence": round(nearest.confidence, 3)}


def _figures(pair: FigurePair, comparison: Comparison) -> dict[str, Any]:
    return {
        "kind": pair.kind.value,
        "agreement": pair.agreement.value or None,
        "qualifier_changed": pair.qualifier_changed,
        "left": _figure(pair.left, comparison.left.text),
        "right": _figure(pair.right, comparison.right.text),
    }


def _figure(figure: Figure | None, text: str) -> dict[str, Any] | None:
    """A figure as the text gives it, its qualifier included."""
    if figure is None:
        return None
    return _place(figure.mention) | {
        "text": figure.mention.of(text), "value": figure.value, "unit": figure.unit, "qualifier": figure.qualifier,
        "referent": figure.referent,
    }  # fmt: skip


def _quotes(pair: QuotePair) -> dict[str, Any]:
    return {
        "kind": pair.kind.value,
        "wording": pair.wording.value,
        "speaker": pair.speaker.value,
        "left": _quotation(pair.left),
        "right": _quotation(pair.right),
    }


def _quotation(quotation: Quotation | Paraphrase | None) -> dict[str, Any] | None:
    if quotation is None:
        return None
    quoted = isinstance(quotation, Quotation)
    return _place(quotation.span) | {"text": quotation.text, "speaker": quotation.speaker, "quoted": quoted}


def _stance(pair: StancePair, comparison: Comparison) -> dict[str, Any]:
    return {
        "kind": pair.kind.value,
        "claim": pair.claim,
        "left": _words(pair.left, comparison.left.text),
        "right": _words(pair.right, comparison.right.text),
    }


def _words(span: Span | None, text: str) -> dict[str, Any] | None:
    return None if span is None else _place(span) | {"text": span.of(text)}


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}

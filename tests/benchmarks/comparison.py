"""A comparison of two articles of about 700 words, against diff-match-patch over the two whole texts.

python tests/benchmarks/comparison.py [--json]
"""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

from diff_match_patch import diff_match_patch
from measure import in_turn, report

from variorum.core.collate.compare import compare
from variorum.core.text.reading import read_article, read_text

SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> None:
    """Compare two seeds of about 700 words each way and print medians over 15 rounds."""
    left, right = (read_text(path) for path in closest_to(700))
    articles = read_article(left), read_article(right)
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    medians = in_turn(
        {
            "read two articles": lambda: (read_article(left), read_article(right)),
            "compare them (articles read)": lambda: compare(*articles),
            "read and compare": lambda: compare(read_article(left), read_article(right)),
            "diff-match-patch over the whole texts": lambda: differ.diff_main(left, right),
            "the same, word by word": lambda: differ.diff_main(*as_characters(left, right), False),
        },
        rounds=15,
    )
    whole = medians["diff-match-patch over the whole texts"]
    report(
        f"Comparison of two articles ({articles[0].words} and {articles[1].words} words)",
        {name: value * 1000 for name, value in medians.items()},
        "ms",
        {
            "diff-match-patch / compare": whole / medians["compare them (articles read)"],
            "diff-match-patch / read and compare": whole / medians["read and compare"],
            "word by word / read and compare": medians["the same, word by word"] / medians["read and compare"],
        },
    )


def as_characters(*texts: str) -> list[str]:
    """Each word and sign of the texts as one character: how diff-match-patch is made to compare words."""
    numbers: dict[str, int] = {}
    return [
        "".join(chr(0xE000 + numbers.setdefault(word, len(numbers))) for word in re.findall(r"\w+|\W", text))
        for text in texts
    ]


def closest_to(words: int) -> tuple[Path, Path]:
    """The two seeds whose lengths come closest to a number of words."""
    size = {path: len(path.read_text(encoding="utf-8").split()) for path in sorted(SEEDS.glob("*.txt"))}
    return min(combinations(size, 2), key=lambda pair: sum(abs(size[path] - words) for path in pair))


if __name__ == "__main__":
    main()

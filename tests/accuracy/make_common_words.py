"""Make `resources/language/common-en.txt` from a list of word counts: how often stems occur in English at large.

usage: make_common_words.py COUNTS > resources/language/common-en.txt

COUNTS holds a word and its count a line; the shipped list was made from `SymSpell/frequency_dictionary_en_82_765.txt`
of github.com/wolfgarbe/SymSpell (MIT), itself counted from Google Books Ngrams (CC BY 3.0) over the words of SCOWL.
Stems are grouped by rarity in whole bits (-log2 of their share of all words); what is rarer than the list's end is left
out, so that an unlisted stem counts as rare.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from snowballstemmer import stemmer

LISTED = 6000
"""How many stems the list holds: down to about one word in 100,000."""
HEAD = """\
# How common English stems are: bits (-log2 of a stem's share of all words), then the stems. Unlisted stems are rarer.
# Counted from Google Books Ngrams (CC BY 3.0, books.google.com/ngrams) over the words of SCOWL (wordlist.aspell.net,
# permissive), as put together for SymSpell (MIT, Wolf Garbe). Made by tests/accuracy/make_common_words.py.
"""


def main(counts: Path) -> None:
    """Write the list to standard output."""
    stem = stemmer("english")
    stems: Counter[str] = Counter()
    for line in counts.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        stems[stem.stemWord(word)] += int(count)
    total = stems.total()
    by_bits: defaultdict[int, list[str]] = defaultdict(list)
    for name, times in stems.most_common(LISTED):
        by_bits[round(-math.log2(times / total))].append(name)
    rows = (f"{bits} {' '.join(sorted(names))}" for bits, names in sorted(by_bits.items()))
    sys.stdout.write(HEAD + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Make `resources/language/common-en.txt`: how often stems occur in English at large, by the package `wordfreq`.

usage: pip install wordfreq snowballstemmer (in an environment of its own: the program doesn't need it), then
       make_common_words.py > resources/language/common-en.txt

Stems are grouped by rarity in whole bits (-log2 of their share of all words); what is rarer than the list's end is left
out, so that an unlisted stem counts as rare. Web addresses and obscenities are left out: no news text is full of them.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from collections.abc import Mapping

from snowballstemmer import stemmer

LISTED = 6000
"""How many stems the list holds: down to about one word in 100,000."""
HEAD = """\
# How common English stems are: bits (-log2 of a stem's share of all words), then the stems. Unlisted stems are rarer.
# Derived from the data of wordfreq 3.1.1 by Robyn Speer, CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0), and
# under the same license; the sources are credited in README.md beside this file. Words were reduced to stems, counted
# together and rounded by tests/accuracy/make_common_words.py.
"""
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_LEFT_OUT = re.compile(
    r"https?|www|.*(?:fuck|shit|nigg|asshol).*|ass|bitch|cock|cum|cunt|dick|piss|pussi|retard|slut|tit|whore"
)


def common_stems(frequency: Mapping[str, float], listed: int) -> dict[str, float]:
    """The share of all words that the most common stems have, most common first."""
    stem = stemmer("english")
    shares: defaultdict[str, float] = defaultdict(float)
    for word, share in frequency.items():
        if _WORD.fullmatch(word):
            shares[stem.stemWord(word)] += share
    total = sum(shares.values())
    kept = sorted((-share, name) for name, share in shares.items() if not _LEFT_OUT.fullmatch(name))
    return {name: -share / total for share, name in kept[:listed]}


def as_list(shares: Mapping[str, float]) -> str:
    """The list as the resource file holds it."""
    by_bits: defaultdict[int, list[str]] = defaultdict(list)
    for name, share in shares.items():
        by_bits[round(-math.log2(share))].append(name)
    return HEAD + "".join(f"{bits} {' '.join(sorted(names))}\n" for bits, names in sorted(by_bits.items()))


def main() -> None:
    """Write the list to standard output."""
    from wordfreq import get_frequency_dict  # type: ignore[import-not-found]  # not among the dependencies

    sys.stdout.write(as_list(common_stems(get_frequency_dict("en"), LISTED)))


if __name__ == "__main__":
    main()

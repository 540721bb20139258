"""Reading an article of about 700 words for meaning, beside comparing two such; and whether the window minds.

python tests/benchmarks/embedding.py [--json] [--articles N]        (without a screen: QT_QPA_PLATFORM=offscreen)

First the encoder by itself: loading the model, one article, and what is kept of it. Then the real program on a library
of N made articles (default 30) that it reads in the background: how long its window's thread is away at a stretch.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from comparison import closest_to
from corpus import Corpus
from measure import in_turn, report
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from search_keystroke import fill
from search_window import Heartbeat, Stretch, cuts

from variorum.core.collate.compare import compare
from variorum.core.library.library import Library
from variorum.core.meaning.encoder import Encoder
from variorum.core.meaning.packing import pack, unpack
from variorum.core.meaning.shipped import MOST_WORDS, shipped
from variorum.core.text.reading import read_article, read_text
from variorum.gui import app

_LOOK_MS = 100
"""How often the longest stretch is taken down."""
_SETTLE_MS = 2000
"""From the window to the first of these: what a start does is another benchmark."""
_PATIENCE_MS = 300_000


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--articles", type=int, default=30)
    args = options.parse_args()
    measure_encoder()
    measure_window(args.articles)


def measure_encoder() -> None:
    """The encoder in this process."""
    began = time.perf_counter()
    encoder = Encoder.load()
    loaded = time.perf_counter() - began
    assert encoder is not None
    left, right = (read_article(read_text(path)) for path in closest_to(700))
    packed = pack(encoder.encode(left))
    medians = in_turn(
        {
            "read an article for meaning": lambda: encoder.encode(left),
            "compare two by their words": lambda: compare(left, right),
            "take a kept meaning off its bytes": lambda: unpack(packed),
        },
        rounds=15,
    )
    ours, beside, _ = medians.values()
    report(
        f"Reading for meaning ({left.words} words; {len(packed):,} bytes are kept)",
        {"import onnxruntime, load the model": loaded * 1000} | {name: t * 1000 for name, t in medians.items()},
        "ms",
        {"read for meaning / compare": ours / beside},
    )


def measure_window(count: int) -> None:
    """The program, reading a library for meaning."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "library"
        with closing(Library(folder)) as library:
            fill(library, Corpus().articles(count))
        folders = {f"XDG_{kind}_HOME": home for kind in ("DATA", "CACHE", "CONFIG", "STATE")}
        away: list[Stretch] = []
        real_exec = QApplication.exec

        def run(application: QApplication) -> int:
            watch(folder, away, QApplication.instance() or application)
            return real_exec()

        began = time.perf_counter()
        with patch.dict(os.environ, folders | {"HOME": home}), patch.object(QApplication, "exec", run):
            app.run([], folder)
        took = time.perf_counter() - began
    report(
        f"The window while {count} articles are read for meaning ({took:.0f} s with the start)",
        cuts("away at a stretch", [stretch.passed for stretch in away])
        | cuts("of which computing", [stretch.computed for stretch in away]),
        "ms",
        {},
    )


def watch(folder: Path, away: list[Stretch], parent: object) -> None:
    """Take down the stretches until nothing lacks a meaning, then close the program."""
    heart = Heartbeat(parent)  # type: ignore[arg-type]
    library = Library(folder)
    found = shipped()
    assert found is not None

    def look() -> None:
        away.append(heart.take_longest())
        if not library.articles_without_meaning(found.id, MOST_WORDS, 1000):
            library.close()
            QApplication.quit()

    def begin() -> None:
        heart.take_longest()
        timer = QTimer(heart, interval=_LOOK_MS)
        timer.timeout.connect(look)
        timer.start()

    QTimer.singleShot(_SETTLE_MS, begin)
    QTimer.singleShot(_PATIENCE_MS, QApplication.quit)


if __name__ == "__main__":
    main()

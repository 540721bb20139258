"""Pictures of every way to show a comparison: five pairs of texts, light and dark, in two sizes.

The texts are two tellings of one story (seeds), two revisions of one article, two revisions of 20,000 words, an
article against itself and against one that has nothing to do with it. For looking at after every change of the window.

python tests/xvfb/gallery.py FOLDER [--only PAIR…] [--mode MODE…] [--look light|dark] [--size 1280x800] [--scheme NAME]
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from display import own_home, virtual_screen
from hand import Hand
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from variorum import places, settings
from variorum.gui import app
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.wording import READING
from variorum.gui.widgets.status_line import StatusLine
from variorum.gui.window import MainWindow

sys.path.insert(0, str(Path(__file__).parents[1] / "accuracy"))
from revisions.edits import PLAIN, revise, texts_of
from revisions.prose import invented
from revisions.score import rendered

SEEDS = Path(__file__).parents[2] / "seeds"
ONE, OTHER = (next(SEEDS.glob(f"{number}_*")) for number in ("003", "004"))
SENTENCES = 1100
"""Of the long text: about 20,000 words."""
KEYS = {Mode.SIDE_BY_SIDE: "ctrl+4", Mode.ALIGNED: "ctrl+5", Mode.CHANGES: "ctrl+6", Mode.CLEAN: "ctrl+7"}
LOOKS = ("light", "dark")
SIZES = ("1280x800", "1920x1080")


def texts(pair: str) -> tuple[str, str]:
    """The left and the right text of a pair."""
    one = ONE.read_text(encoding="utf-8")
    if pair == "rewrites":
        return one, OTHER.read_text(encoding="utf-8")
    if pair == "itself":
        return one, one
    if pair == "unrelated":
        return one, "\n\n".join(" ".join(paragraph) for paragraph in invented(3, 30))
    article = texts_of(one) if pair == "revisions" else invented(7, SENTENCES)
    pool = [sentence for paragraph in invented(11, 60) for sentence in paragraph]
    left, right = rendered(revise(article, 0.2, PLAIN, pool, random.Random(5)))
    return left.text, right.text


PAIRS = ("rewrites", "revisions", "long", "itself", "unrelated")


def photograph(files: list[Path], folder: Path, prefix: str, modes: list[Mode]) -> int:
    """Open the two files in the window that is on this display, and keep a picture of each mode."""
    failures: list[str] = []

    def use() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        window.showMaximized()
        hand = Hand(window, folder)
        panel, status = window.findChild(ComparePanel), window.findChild(StatusLine)
        assert panel is not None
        assert status is not None
        try:
            hand.until(lambda: panel.comparison() is not None, "the comparison is there", 60)
            hand.until(lambda: READING not in status.facts(), "the comparison rests on meaning", 60)
            for mode in modes:
                hand.key(KEYS[mode])
                hand.rest(0.6)
                hand.key("F8", "F8")
                hand.rest(0.6)
                hand.shoot(f"{prefix}-{mode}")
        except AssertionError as failure:
            failures.append(f"{prefix}: {failure}")
        finally:
            window.close()

    QTimer.singleShot(0, use)
    status = app.run(files, places.library_folder())
    print("\n".join(failures), file=sys.stderr, end="")
    return status or len(failures)


def takes(options: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    """Which pair is photographed in which look and size."""
    looks = [options.look] if options.look else LOOKS
    sizes = [options.size] if options.size else SIZES
    yield from itertools.product(options.only or PAIRS, looks, sizes)


def main() -> int:
    """Take all pictures that were asked for; the exit status tells whether all came out."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--only", nargs="+", choices=PAIRS)
    options.add_argument("--mode", nargs="+", type=Mode, default=list(Mode))
    options.add_argument("--look", choices=LOOKS)
    options.add_argument("--size")
    options.add_argument("--scheme", choices=list(settings.Scheme), default="standard")
    options.add_argument("--here", action="store_true", help="on the display that is there")
    args = options.parse_args()
    if args.here:
        with own_home() as home, patch.dict(os.environ, home):
            return _take(args)
    failed = 0
    for pair, look, size in takes(args):
        chosen = ["--only", pair, "--look", look, "--size", size, "--scheme", args.scheme, "--mode", *args.mode]
        width, height = map(int, size.split("x"))
        with virtual_screen(width, height) as environment:
            command = [sys.executable, __file__, str(args.folder), "--here", *chosen]
            failed |= subprocess.run(command, env=environment, check=False).returncode
    return failed


def _take(args: argparse.Namespace) -> int:
    """Take one picture in this process."""
    (pair, look, size), mode = next(takes(args)), settings.ThemeMode(args.look)
    settings.save(
        places.settings_file(),
        settings.Settings(theme_mode=mode, scheme=settings.Scheme(args.scheme)),
    )
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("the 10 o'clock text.txt", "the 2 o'clock text.txt")]
        for file, text in zip(files, texts(pair), strict=True):
            file.write_text(text, encoding="utf-8")
        return photograph(files, args.folder, f"{pair}-{look}-{size}", args.mode)


if __name__ == "__main__":
    sys.exit(main())

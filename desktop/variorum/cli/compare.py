"""`variorum compare`: two versions held against each other, as a report or a file."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.cli.forms import add_forms, asked_for, paper_of, write
from variorum.cli.piped import is_piped, read_piped
from variorum.cli.terminal import complain, in_color
from variorum.core.export.printable import on_one_line

if TYPE_CHECKING:
    from variorum.core.collate.model import Comparison
    from variorum.core.meaning.model import Meaning, MeaningOf
    from variorum.core.text.model import Article

SUMMARY = "show what differs between two versions of a story"
_WIDEST = 100
"""Columns of the report at most: longer lines read badly."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to the program's."""
    parser = subparsers.add_parser(
        "compare", help=SUMMARY, description="Show what differs between two versions of a story."
    )
    parser.add_argument("left", type=Path, metavar="LEFT", help="the version compared from; - is standard input")
    parser.add_argument("right", type=Path, metavar="RIGHT", help="the version compared with; - is standard input")
    parser.add_argument(
        "--among", nargs="+", type=Path, default=[], metavar="FILE", help="other versions of the story: more evidence"
    )
    add_forms(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare and print or write.

    Raises `VariorumError` where a file can't be read or written.
    """
    from variorum.core.collate.compare import compare
    from variorum.core.text.files import why_nothing

    wanted = asked_for(args)
    read = cache(_read)  # a file that is named twice is read, and complained of, once
    left, right, *others = map(read, (args.left, args.right, *args.among))
    comparison = compare(left, right, _besides(left, right, others), meaning_of=_reading_for_meaning())
    note = why_nothing(args.left, args.right)
    if note and (args.json or wanted):
        complain(note)
    if args.json:
        _print_json(comparison, str(args.left), str(args.right))
    elif wanted:
        _write(*wanted, comparison, args)
    else:
        _print_report(comparison, note)
    return 0


def _read(path: Path) -> Article:
    """The article of a file, an empty one where there is no file; says so where some of it was lost."""
    from variorum.core.text.decoding import UNREADABLE
    from variorum.core.text.files import is_nothing
    from variorum.core.text.reading import read_article, read_text

    read = read_piped if is_piped(path) else read_text
    article = read_article("" if is_nothing(path) else read(path))
    if UNREADABLE in article.text:
        complain(f"{path}: some of its characters could not be read and stand as “{UNREADABLE}”.")
    return article


def _besides(left: Article, right: Article, others: Iterable[Article]) -> list[Article]:
    """The others, each once and without the two: `--among *.txt` names them all."""
    by_text = {article.text: article for article in others}
    return [article for text, article in by_text.items() if text not in (left.text, right.text)]


def _reading_for_meaning() -> MeaningOf:
    """Encodes an article when it is asked for, once; the model is loaded with the first. None where there is none."""
    from variorum.core.meaning.encoder import Encoder
    from variorum.core.meaning.shipped import MOST_WORDS

    encoder = cache(Encoder.load)
    found: dict[str, Meaning | None] = {}

    def meaning_of(article: Article) -> Meaning | None:
        if article.text not in found:
            able = encoder() if article.words <= MOST_WORDS else None
            found[article.text] = able.encode(article) if able else None
        return found[article.text]

    return meaning_of


def _write(form: str, path: Path, comparison: Comparison, args: argparse.Namespace) -> None:
    from datetime import datetime

    from variorum.core.export.formats import Order

    order = Order(datetime.now().astimezone(), paper=paper_of(args), paths=(str(args.left), str(args.right)))
    write(form, path, comparison, order)


def _print_json(comparison: Comparison, left: str, right: str) -> None:
    from variorum.core.export.json_export import as_json

    print(json.dumps(as_json(comparison, left, right), ensure_ascii=False, indent=1))


def _print_report(comparison: Comparison, note: str) -> None:
    from variorum.core.export.text import as_text

    if note:
        print(f"{on_one_line(note)}\n")

    width = min(_WIDEST, shutil.get_terminal_size().columns)
    print(as_text(comparison, color=in_color(), width=width), end="")

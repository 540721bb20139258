"""`variorum export`: two articles of the library compared as in the window, with notes and links by hand, in a file."""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.cli.forms import add_paper, paper_of, write
from variorum.cli.opening import existing_library

if TYPE_CHECKING:
    from variorum.core.collate.model import Comparison
    from variorum.core.export.content import Scope
    from variorum.core.library.library import Library

SUMMARY = "compare two articles of the library and write that to a file"

_BY_ENDING = {
    ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown", ".csv": "csv",
    ".json": "changes", ".txt": "memo-text",
}  # fmt: skip
_FORMS = (
    "pdf", "docx", "html", "markdown", "memo-pdf", "memo-docx", "memo-html", "memo-text", "csv", "changes", "json",
)  # fmt: skip
"""The ids of the table of formats, which takes long to load."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to the program's."""
    parser = subparsers.add_parser(
        "export",
        help=SUMMARY,
        description="Compare two articles of the library as the window does, with what was noted and linked by hand, "
        "and write that to a file. “variorum search --json” tells the ids.",
    )
    parser.add_argument("left", type=int, metavar="LEFT", help="the id of the version compared from")
    parser.add_argument("right", type=int, metavar="RIGHT", help="the id of the version compared with")
    parser.add_argument("file", type=Path, metavar="FILE", help=f"its ending says the form: {', '.join(_BY_ENDING)}")
    parser.add_argument("--form", choices=_FORMS, help="another form than the ending says")
    parser.add_argument("--changed-only", action="store_true", help="leave out passages that didn't change")
    add_paper(parser)
    parser.set_defaults(run=run, refuse=parser.error)


def run(args: argparse.Namespace) -> int:
    """Compare and write. Raises `VariorumError` where an article isn't there or the file can't be written."""
    from variorum.core.export.formats import Order

    otherwise = f"“{args.file.name}” must end in {', '.join(_BY_ENDING)}; any other name needs --form"
    form: str = args.form or _BY_ENDING.get(args.file.suffix.lower()) or args.refuse(otherwise)
    with existing_library(args.library) as library:
        comparison, scope = _compared(library, args)
    order = Order(datetime.now().astimezone(), scope, paper_of(args))
    write(form, args.file, comparison, order)
    return 0


def _compared(library: Library, args: argparse.Namespace) -> tuple[Comparison, Scope]:
    """What the window would show of these two once they are read for meaning."""
    from variorum.core.collate.changes import changes
    from variorum.core.export.content import Scope, letters
    from variorum.core.meaning.embedder import EmbeddingError
    from variorum.core.workbench import Workbench

    workbench = Workbench(library)
    try:
        with suppress(EmbeddingError):
            for lacking in workbench.lacking(args.left, args.right):
                workbench.embed(lacking)
    finally:
        workbench.rest()
    comparison = workbench.compare(args.left, args.right)
    rows = library.article(args.left), library.article(args.right)
    reviews = workbench.reviews(args.left, args.right, comparison, changes(comparison))
    sigla = letters((rows[0].siglum, rows[1].siglum))
    return comparison, Scope(unchanged=not args.changed_only, sigla=sigla, reviews=reviews)

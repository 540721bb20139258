"""The forms of `variorum compare`: which option asks for which, and how each is made and written."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.core.collate.model import Comparison
    from variorum.core.export.formats import Order
    from variorum.core.export.paper import Paper

_FILES = {
    "html": "write a page that needs nothing else",
    "pdf": "write a PDF, to print and to send",
    "docx": "write a document with tracked changes: the left version turned into the right one",
    "markdown": "write Markdown",
    "csv": "write the list of changes as a table",
    "changes": "write the list of changes as JSON",
    "memo": "write a one-page memo: .pdf, .docx, .html or .txt",
}
"""Options that name a file."""
_MEMOS = {".pdf": "memo-pdf", ".docx": "memo-docx", ".html": "memo-html", ".htm": "memo-html", ".txt": "memo-text"}


def add_forms(parser: argparse.ArgumentParser) -> None:
    """The options, of which one at a time can be given."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="a report to read (the default)")
    form.add_argument("--json", action="store_true", help="everything, as JSON")
    for name, meaning in _FILES.items():
        form.add_argument(f"--{name}", type=_memo_path if name == "memo" else Path, metavar="FILE", help=meaning)
    add_paper(parser)


def asked_for(args: argparse.Namespace) -> tuple[str, Path] | None:
    """The form of the table of formats and the file, if one is to be written."""
    for name in _FILES:
        path: Path | None = getattr(args, name)
        if path is not None:
            return _MEMOS[path.suffix.lower()] if name == "memo" else name, path
    return None


def _memo_path(name: str) -> Path:
    """The file of a memo, whose ending says in which form."""
    path = Path(name)
    if path.suffix.lower() not in _MEMOS:
        raise argparse.ArgumentTypeError(f"“{path.name}” must end in .pdf, .docx, .html or .txt")
    return path


def add_paper(parser: argparse.ArgumentParser) -> None:
    """The option that says how large the paper is."""
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="for PDF and DOCX (default: a4)")


def paper_of(args: argparse.Namespace) -> Paper:
    """The paper that was asked for."""
    from variorum.core.export.paper import A4, LETTER

    return LETTER if args.paper == "letter" else A4


def write(form: str, path: Path, comparison: Comparison, order: Order) -> None:
    """Write the comparison to `path` in a form of the table of formats. Raises `VariorumError`."""
    from variorum.cli.paper import as_pdf
    from variorum.core.export.formats import BY_ID, rendered
    from variorum.core.export.writing import write_whole

    row = BY_ID[form]
    write_whole(path, rendered(row, comparison, order) if row.render else as_pdf(form, comparison, order))

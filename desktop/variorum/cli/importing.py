"""`variorum import`: files and folders into the library."""

from __future__ import annotations

import argparse
import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.cli.terminal import complain, progress

if TYPE_CHECKING:
    from variorum.core.cancel import ShouldCancel
    from variorum.core.library.library import Library
    from variorum.core.library.model import ArticleRow, ImportProgress, ImportReport

SUMMARY = "add files and folders to the library"
_LONGEST_NAME = 50
"""Characters of a file's name that progress shows."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to the program's."""
    parser = subparsers.add_parser("import", help=SUMMARY, description="Add files and folders to the library.")
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all that is in it"
    )
    parser.add_argument("--story", metavar="NAME", help="put the articles into this story, made if there is none")
    parser.add_argument("--json", action="store_true", help="write what was done as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Import and report; 1 if anything failed, 130 if interrupted (what was imported until then stays)."""
    from variorum.core.library.importing import import_paths
    from variorum.core.library.library import Library

    library = Library(args.library)
    try:
        with _stopping_at_interrupt() as should_cancel, progress() as show:
            report = import_paths(library, args.paths, args.story, lambda at: show(_told(at)), should_cancel)
        if args.json:
            print(json.dumps(_as_json(library, report), ensure_ascii=False, indent=1))
        else:
            print(_summary(report))
    finally:
        library.close()
    for failure in report.failed:
        complain(f"{failure.path}: {failure.reason}")
    for row in report.damaged:
        complain(f"{row.path}: imported, but some of its characters could not be read and stand as “\ufffd”.")
    if report.canceled:
        return 128 + signal.SIGINT
    return 1 if report.failed else 0


def _as_json(library: Library, report: ImportReport) -> dict[str, Any]:
    names = {story.id: story.name for story in library.stories()}

    def as_json(row: ArticleRow) -> dict[str, Any]:
        return {
            "id": row.id,
            "headline": row.headline,
            "outlet": row.outlet,
            "date": row.date,
            "path": row.path,
            "siglum": row.siglum,
            "story": names.get(row.story_id, "") if row.story_id is not None else "",
        }

    return {
        "added": [as_json(row) for row in report.added],
        "known": [as_json(row) for row in report.known],
        "failed": [{"path": str(failure.path), "reason": failure.reason} for failure in report.failed],
        "damaged": [as_json(row) for row in report.damaged],
    }


def _summary(report: ImportReport) -> str:
    if not (report.added or report.known or report.failed or report.canceled):
        return "No text files found there."
    parts = [f"{len(report.added)} {'article' if len(report.added) == 1 else 'articles'} added"]
    if report.known:
        parts.append(f"{len(report.known)} known already")
    if report.failed:
        parts.append(f"{len(report.failed)} failed")
    return ", ".join(parts) + (" (interrupted)." if report.canceled else ".")


def _told(at: ImportProgress) -> str:
    return f"{at.done + 1} of {at.total}: {at.current.name[:_LONGEST_NAME]}" if at.current else ""


@contextmanager
def _stopping_at_interrupt() -> Iterator[ShouldCancel]:
    """Ctrl+C ends the import after the file under way; pressed again, at once."""
    interrupted = False

    def note(_signal: int, _frame: object) -> None:
        nonlocal interrupted
        interrupted = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: interrupted
    finally:
        signal.signal(signal.SIGINT, before)

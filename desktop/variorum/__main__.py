"""Where the program starts: argv goes to the command line, and files without a subcommand to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from variorum.cli.main import run
from variorum.core.errors import VariorumError

_SEARCH_WORKER = "search-worker"
"""How a packaged program, which has no `python -m`, starts its own search processes."""


def open_window(files: Sequence[Path], library_folder: Path) -> int:
    """Open the window and return its exit status. Raises `VariorumError` if the system lacks what it needs."""
    try:
        from variorum.gui.app import run as run_window
    except ImportError as error:
        from variorum.system_libraries import why_no_window

        raise VariorumError(why_no_window(error)) from error
    return run_window(files, library_folder)


def main() -> int:
    """The program; its exit status is returned."""
    if sys.argv[1:2] == [_SEARCH_WORKER]:
        from variorum.core.search.worker import main as run_worker

        return run_worker(sys.argv[2:])
    return run(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())

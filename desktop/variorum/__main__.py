"""Where the program starts: argv goes to the command line, and files without a subcommand to the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from variorum.cli.main import run
from variorum.core.errors import VariorumError

_WORKERS = {
    "search-worker": "variorum.core.search.worker",
    "meaning-worker": "variorum.core.meaning.worker",
    "printing-worker": "variorum.gui.printing.worker",
}
"""How a packaged program, which has no `python -m`, starts its own processes."""


def open_window(files: Sequence[Path], library_folder: Path | None, new_window: bool) -> int:
    """Open the window and return its exit status. Raises `VariorumError` if the system lacks what it needs."""
    from variorum.system_libraries import load_missing, why_no_window

    load_missing()
    try:
        from variorum.gui.starting import run as run_window

        return run_window(files, library_folder, new_window)
    except ImportError as error:
        raise VariorumError(why_no_window(error)) from error


def main() -> int:
    """The program; its exit status is returned."""
    # Vectors of an article are held against another's in a few milliseconds: more threads only get in the way of each
    # other, and spin while the window needs the processor. Must be said before numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    worker = _WORKERS.get(sys.argv[1]) if sys.argv[1:] else None
    if worker is not None:
        status: int = import_module(worker).main(sys.argv[2:])
        return status
    return run(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())

"""PDFs from the command line: made by Qt, in a process of its own, so that this one never loads it."""

from __future__ import annotations

import pickle
import subprocess
from typing import TYPE_CHECKING

from variorum.core.errors import VariorumError
from variorum.core.process import default_command, own_environment

if TYPE_CHECKING:
    from variorum.core.collate.model import Comparison
    from variorum.core.export.formats import Order


class UnprintableError(VariorumError):
    """A PDF that could not be made: Qt or a library of the system that it needs is missing."""


def as_pdf(form: str, comparison: Comparison, order: Order) -> bytes:
    """The PDF of a form of the table. Raises `UnprintableError`."""
    done = subprocess.run(
        default_command("printing", "gui"),
        input=pickle.dumps((form, comparison, order)),
        capture_output=True,
        env=own_environment(),
        check=False,
    )
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnprintableError(f"The PDF could not be made: {lines[-1] if lines else 'its process ended'}")
    return done.stdout

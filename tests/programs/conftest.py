"""Programs of others that open what Variorum exports. They must be there: `packaging/test.sh` installs them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a program to its end, with nothing of the user's and no network proxy; what it prints is returned."""

    def run(program: str, *arguments: str) -> str:
        found = shutil.which(program)
        assert found, f"{program} is missing; sh packaging/test.sh installs it"
        done = subprocess.run(
            [found, *arguments],
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def pdf_text(run: Run) -> Callable[[Path], str]:
    """The text of a PDF as poppler reads it, on one line."""
    return lambda path: " ".join(run("pdftotext", "-raw", str(path), "-").split())

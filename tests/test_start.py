"""Where the program starts: what argv leads to."""

from __future__ import annotations

import subprocess
import sys


def test_a_packaged_program_can_start_its_search_processes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "variorum", "search-worker", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "search-worker" in done.stdout

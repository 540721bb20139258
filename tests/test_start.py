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


def test_a_packaged_program_can_start_its_encoder() -> None:
    command = [sys.executable, "-m", "variorum", "meaning-worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write('{"text": "Ferries stop."}\n')
        process.stdin.flush()
        assert process.stdout.readline().startswith('{"meaning": ')
        process.stdin.close()
        assert process.wait(10) == 0

"""Process start to a visible window, and to one that shows an article, for several ways to start the program by turns.

python packaging/linux/start_time.py [--rounds N] COMMAND…    (each in quotes; needs xdotool and a display)
"""

from __future__ import annotations

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_EVERY = 0.01
_PATIENCE = 60.0
_SHOWS = " – Variorum"


def main() -> None:
    """Start each by turns (after one round that is not counted) and print medians, and their ratio to the first."""
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("commands", nargs="+")
    asked = options.parse_args()
    times: dict[str, list[tuple[float, float]]] = {command: [] for command in asked.commands}
    with tempfile.TemporaryDirectory() as home:
        for number in range(asked.rounds + 1):
            for command in asked.commands:
                seconds = start(command, Path(home))
                if number:
                    times[command].append(seconds)
    for column, reached in enumerate(("visible", "usable")):
        first = statistics.median(pair[column] for pair in times[asked.commands[0]])
        for command, pairs in times.items():
            values = [pair[column] for pair in pairs]
            median = statistics.median(values)
            spread = f"{min(values):.2f} to {max(values):.2f} s"
            print(f"{reached} {median * 1000:7.0f} ms  (× {median / first:.2f}; {spread})  {command}")


def start(command: str, home: Path) -> tuple[float, float]:
    """Seconds until a window of the program is on the screen, and until it shows an article, which its title names."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    # Installed programs have their compiled files; the round that is not counted writes them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    process = subprocess.Popen(shlex.split(command), env={**environment, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"})
    try:
        visible = 0.0
        while True:
            # Bootloaders replace themselves, so the process that owns the window is the one that was started.
            windows = _asked("search", "--onlyvisible", "--pid", str(process.pid))
            seconds = time.monotonic() - began
            visible = visible or (seconds if windows else 0.0)
            if any(title.endswith(_SHOWS) for window in windows for title in _asked("getwindowname", window)):
                return visible, time.monotonic() - began
            if process.poll() is not None or seconds > _PATIENCE:
                sys.exit(f"no window of {command} shows an article")
            time.sleep(_EVERY)
    finally:
        process.terminate()
        process.wait()


def _asked(*question: str) -> list[str]:
    """What xdotool answers, line by line."""
    answer = subprocess.run(["xdotool", *question], capture_output=True, encoding="utf-8", check=False)
    return answer.stdout.splitlines()


if __name__ == "__main__":
    main()

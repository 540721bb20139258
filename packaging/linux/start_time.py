"""Process start to a visible window, for several ways to start the program, by turns on one screen.

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


def main() -> None:
    """Start each by turns (after one round that is not counted) and print medians, and their ratio to the first."""
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("commands", nargs="+")
    asked = options.parse_args()
    times: dict[str, list[float]] = {command: [] for command in asked.commands}
    with tempfile.TemporaryDirectory() as home:
        for number in range(asked.rounds + 1):
            for command in asked.commands:
                seconds = start(command, Path(home))
                if number:
                    times[command].append(seconds)
    first = statistics.median(times[asked.commands[0]])
    for command, values in times.items():
        median = statistics.median(values)
        print(f"{median * 1000:7.0f} ms  (× {median / first:.2f}; {min(values):.2f} to {max(values):.2f} s)  {command}")


def start(command: str, home: Path) -> float:
    """Seconds until a window of the program is on the screen."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    # Installed programs have their compiled files; the round that is not counted writes them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    process = subprocess.Popen(shlex.split(command), env={**environment, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"})
    try:
        # Bootloaders replace themselves, so the process that owns the window is the one that was started.
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)]
        while subprocess.run(search, capture_output=True, check=False).returncode != 0:
            if process.poll() is not None or time.monotonic() - began > _PATIENCE:
                sys.exit(f"no window of {command}")
            time.sleep(_EVERY)
        return time.monotonic() - began
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()

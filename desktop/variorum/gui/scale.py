"""How large the interface is: told to Qt before it starts, so that type, icons and spacing grow alike and stay crisp.

Qt asks once. Another scale holds from the next start on, which the window offers to make at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import MutableMapping
from pathlib import Path

PERCENT = (100, 110, 125, 150, 175, 200)
"""The scales that are offered, against what the system itself asks for."""
_FACTOR = "QT_SCALE_FACTOR"


def scale_interface(scale: float, environment: MutableMapping[str, str] = os.environ) -> float:
    """Have Qt draw everything `scale` times as large as the environment says; to be called before Qt starts.

    Returns the factor that was there before.
    """
    before = _number(environment.get(_FACTOR, ""))
    if scale != 1.0:
        environment[_FACTOR] = f"{before * scale:g}"
    return before


def start_again(library_folder: Path, factor: float) -> None:
    """Start the program once more, on its own; `factor` is what `scale_interface` returned. Raises `OSError`."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "variorum"]
    environment = {**os.environ, _FACTOR: f"{factor:g}"}
    subprocess.Popen([*program, "--library", str(library_folder)], env=environment, start_new_session=True)


def nearest_percent(scale: float) -> int:
    """The offered scale that is nearest to `scale`."""
    return min(PERCENT, key=lambda percent: abs(percent - 100 * scale))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 1.0
    return number if 0.1 <= number <= 10 else 1.0

"""The guard against losing None (see `variorum.gui.refcounts`)."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import variorum.gui
from PySide6.QtCore import QRectF
rect = QRectF()
for _ in range(100_000):
    rect.setWidth(1.0)
print("alive")
"""


def test_a_hundred_thousand_calls_do_no_harm() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr

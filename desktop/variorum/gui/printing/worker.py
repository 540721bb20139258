"""The program inside the process that sets PDFs for the command line, which never loads Qt itself.

A comparison comes in, a PDF goes out; no screen is needed.

Only its own program speaks to it (see `cli/paper.py`), so that what comes in may be pickled.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Sequence

from variorum.system_libraries import load_missing, why_no_window


def main(_argv: Sequence[str]) -> int:
    """Set one PDF. What goes wrong is said on standard error."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    load_missing()
    try:
        from PySide6.QtGui import QGuiApplication

        from variorum.core.export.formats import BY_ID
        from variorum.gui.printing.making import made
    except ImportError as error:
        sys.stderr.write(why_no_window(error))
        return 1
    application = QGuiApplication(sys.argv[:1])
    form, comparison, order = pickle.load(sys.stdin.buffer)
    sys.stdout.buffer.write(made(BY_ID[form], comparison, order))
    sys.stdout.buffer.flush()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Where the packaged program starts. Only what a frozen program needs before it is an installed one like any other."""

from __future__ import annotations

import os
import sys

from variorum.__main__ import main
from variorum.system_libraries import RUNTIME, load_missing

# The starter has pointed the linker at the program's own folder. What we start ourselves (a browser for an export) is
# to find the libraries of the system.
_kept = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _kept is not None:
    os.environ["LD_LIBRARY_PATH"] = _kept

# So what this program starts of itself (workers, its next start) has to point the linker there again: without this the
# starter takes it for done.
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"

load_missing(only=RUNTIME)
sys.exit(main())

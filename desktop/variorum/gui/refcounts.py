"""A guard against PySide6 6.12.0 on Python 3.10 and 3.11, where it would end the program after some thousand calls.

That release hands out None without counting the reference (as is right from Python 3.12 on, where None is immortal,
PEP 683), so each call that returns nothing brings None one step nearer to being freed: "Fatal Python error:
none_dealloc". 6.11.3 and Python 3.12 are not affected. `python -c "import sys; from PySide6.QtCore import QRectF;
r = QRectF(); print([(r.setWidth(1), sys.getrefcount(None))[1] for _ in range(5)])"` shows it.
"""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << 40
"""More references than any session could lose."""


def protect_singletons() -> None:
    """Make None, True and False practically immortal where Python itself does not."""
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        for singleton in (None, True, False):
            # The count of references is the first field of every object.
            ctypes.c_ssize_t.from_address(id(singleton)).value += _MANY

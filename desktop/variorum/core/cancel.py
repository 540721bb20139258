"""How long work is told to stop: a callable asked often, an exception raised when it says so.

Knows nothing of threads or processes; whoever starts the work decides what the callable looks at.
"""

from __future__ import annotations

from collections.abc import Callable

ShouldCancel = Callable[[], bool]


class CanceledError(Exception):
    """The work was given up because its result is no longer wanted."""


def never() -> bool:
    """The `ShouldCancel` of work that nobody can cancel."""
    return False


def check(should_cancel: ShouldCancel) -> None:
    """Raise `CanceledError` if the work is to stop."""
    if should_cancel():
        raise CanceledError

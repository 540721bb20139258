"""An unexpected error as others may see it: where and of which kind, never what the program was working on.

The words of an error may quote an article, a query or a file's name. So only those are told that Python itself makes
of names in the program; all others are left out. Knows no log and no window.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

LEFT_OUT = "(its words are left out: they may be from your texts)"
_HARMLESS = (
    r"'[\w.]+' object (is not [a-z]+|has no attribute '\w+'|does not support [a-z ]+)"
    r"|'[\w.]+' object cannot be interpreted as an integer"
    r"|(type object|module) '[\w.]+' has no attribute '\w+'"
    r"|unsupported operand type\(s\) for \S+: '[\w.]+' and '[\w.]+'"
    r"|'\S+' not supported between instances of '[\w.]+' and '[\w.]+'"
    r"|[\w.<>]+\(\) (missing \d+ required (positional|keyword-only) arguments?: ['\w, ]+"
    r"|takes [\w ]+ positional arguments? but \d+ (was|were) given|got an unexpected keyword argument '\w+')"
    r"|name '\w+' is not defined|No module named '[\w.]+'"
    r"|cannot access local variable '\w+' where it is not associated with a value"
    r"|expected string or bytes-like object(, got '[\w.]+')?"
    r"|(list|tuple|string|deque|array) index out of range|pop from (an )?empty \w+|division by zero"
    r"|not enough values to unpack \(expected \d+, got \d+\)|too many values to unpack \(expected \d+\)"
    r"|dictionary changed size during iteration|maximum recursion depth exceeded( while calling a Python object)?"
    r"|(libshiboken: )?Internal C\+\+ object \([\w.]+\) already deleted\."
)
"""Words that hold nothing but names of classes, functions and variables, and numbers of arguments."""
_HOME = Path(__file__).parents[2]
_LIBRARIES = ("site-packages", "dist-packages", "lib-dynload")
_MOST_FRAMES = 40
_MOST_CAUSES = 8


def told(error: BaseException) -> str:
    """The error with where it happened and what it came from, the last one below, as Python shows it."""
    return "\n".join("\n".join(_one(each, link)) for each, link in _chain(error)) + "\n"


def in_short(error: BaseException) -> str:
    """Kind and words of an error on one line, for the log."""
    words = words_of(error)
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def words_of(error: BaseException) -> str:
    """The words of an error as far as they say nothing of texts."""
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno)
    if isinstance(error, UnicodeEncodeError | UnicodeDecodeError):
        return f"{error.encoding}, at {error.start}"
    name = getattr(error, "sqlite_errorname", None)
    if isinstance(name, str):
        return name
    words = str(error)
    return words if not words or re.fullmatch(_HARMLESS, words, re.ASCII) else LEFT_OUT


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """An error and those it came from, the first one first, each with what ties it to the one before."""
    chain: list[tuple[BaseException, str]] = []
    here: BaseException | None = error
    while here is not None and len(chain) < _MOST_CAUSES and all(here is not known for known, _ in chain):
        cause = here.__cause__
        context = None if here.__suppress_context__ else here.__context__
        before = cause if cause is not None else context
        tie = "" if before is None else "which led to:" if cause is not None else "and while that was handled:"
        chain.append((here, tie))
        here = before
    return reversed(chain)


def _one(error: BaseException, tie: str) -> Iterator[str]:
    if tie:
        yield f"\n{tie}\n"
    import traceback  # five milliseconds of a start in which nothing goes wrong

    frames = traceback.extract_tb(error.__traceback__)
    if len(frames) > _MOST_FRAMES:
        yield f"  … {len(frames) - _MOST_FRAMES} places before"
    for frame in frames[-_MOST_FRAMES:]:
        yield f'  File "{_place(frame.filename)}", line {frame.lineno}, in {frame.name}'
        if frame.line and _is_ours(frame.filename):
            yield f"    {frame.line}"
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    words = words_of(error)
    yield f"{name}: {words}" if words else name


def _is_ours(filename: str) -> bool:
    return Path(filename).is_relative_to(_HOME / "variorum")


def _place(filename: str) -> str:
    """Where a file of the program is, without the folders above it, which may have the user's name."""
    path = Path(filename)
    if path.is_relative_to(_HOME):
        return path.relative_to(_HOME).as_posix()
    for folder in _LIBRARIES:
        if folder in path.parts:
            return "/".join(path.parts[path.parts.index(folder) + 1 :])
    return path.name

"""The command line: which subcommand is meant, what every one has in common (errors, encoding, `--library`).

Knows no Qt: whoever calls `run` hands it the function that opens the window.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from variorum import __version__
from variorum.cli import compare, export, importing, search
from variorum.cli.terminal import complain, complaining_of_warnings
from variorum.core.cancel import CanceledError
from variorum.core.errors import VariorumError

OpenWindow = Callable[[Sequence[Path], Path | None, bool], int]
"""Takes the files, the library's folder (None is the user's own) and whether it is to be a window of its own, even if
there is one."""

COMMANDS = {"compare": compare, "search": search, "import": importing, "export": export}
"""The subcommands. Each is a module with `register(subparsers)`, which sets the `run` of its parser; all that takes
time to load is loaded inside that function."""

_WITHOUT_LIBRARY = {"compare"}
"""Commands that work where no library can be."""

_USAGE = "variorum [--library DIR] [FILE …]\n       variorum COMMAND … [--library DIR]"
_ABOUT = (
    "Shows how the versions of a news story differ.\n"
    "Without a command it opens the window: one FILE is read, two are compared, more become a story.\n"
    "A window that is open already opens them, and this ends at once."
)
_EPILOG = "“variorum COMMAND --help” tells more. A file that is called like a command is given as ./NAME."

FAILED, INTERRUPTED = 1, 128 + signal.SIGINT
_PIPE_CLOSED = 128 + 13
"""What a shell reports for a program that ended because nobody reads its output any more (SIGPIPE is 13)."""


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what the arguments say and return the exit status: 0 done, 1 something could not be read, 2 wrong usage."""
    _prepare_streams()
    try:
        try:
            return _dispatch(arguments, open_window)
        finally:
            sys.stdout.flush()  # also what argparse has said before it raised SystemExit: here a failure can be told
    except (KeyboardInterrupt, CanceledError):
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _PIPE_CLOSED
    except VariorumError as error:
        complain(str(error))
        return FAILED
    except OSError as error:
        complain(f"{error.strerror or error}: {error.filename}" if error.filename else str(error.strerror or error))
        _drop_output()
        return FAILED


def _dispatch(arguments: Sequence[str], open_window: OpenWindow) -> int:
    if _first_word(arguments) in COMMANDS:
        args = _command_parser().parse_args(arguments)
    else:
        args = _window_parser().parse_args(arguments)
        return open_window(args.files, args.library, args.new_window)
    if args.library is None and args.command not in _WITHOUT_LIBRARY:
        from variorum.places import library_folder

        args.library = library_folder()
    with complaining_of_warnings():
        status: int = args.run(args)
    return status


def _first_word(arguments: Sequence[str]) -> str | None:
    """The first argument that is no option and no option's value; None behind `--`, where only files stand."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return None
        if argument == "--library":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None


def _window_parser() -> argparse.ArgumentParser:
    """For `variorum [FILES…]`; its help is the program's, so it names the commands, too."""
    parser = _parser()
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="an article to open in the window")
    parser.add_argument("--new-window", action="store_true", help="open a window of its own, and end when it is closed")
    summaries = "\n".join(f"  {name:<10} {module.SUMMARY}" for name, module in COMMANDS.items())
    parser.epilog = f"commands:\n{summaries}\n\n{_EPILOG}"
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = _parser()
    subparsers = parser.add_subparsers(prog="variorum", dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS.values():
        module.register(subparsers)
    for subparser in subparsers.choices.values():
        # Behind the command, too; not given there, it leaves alone what stood before the command.
        _add_library(subparser, default=argparse.SUPPRESS)
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="variorum",
        usage=_USAGE,
        description=_ABOUT,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Variorum {__version__}")
    _add_library(parser, default=None)
    return parser


def _add_library(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--library", type=_folder, default=default, metavar="DIR", help="the library's folder (default: the user's own)"
    )


def _folder(name: str) -> Path:
    if not name:  # which would be the current folder; a variable of a script was not set
        raise argparse.ArgumentTypeError("the name of a folder is needed")
    return Path(name)


def _prepare_streams() -> None:
    """Write UTF-8 whatever the locale says; what no UTF-8 can hold (odd file names) is written as an escape.

    A stream that was closed, or that a program without a console never had, is None: nothing is read or written there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Let nothing that could not be written be tried again when the interpreter ends, which would complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""What happens before the window: is one open already, which then has the files handed over; else it is built.

A start that is the first one only takes a lock here. Loads the window's modules as late as it can: who hands over
files needs none of them.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import places
from variorum.core.errors import VariorumError
from variorum.gui.instance.claim import Claim, claim_on
from variorum.gui.instance.message import packed, request_for
from variorum.gui.words import tr

if TYPE_CHECKING:
    from variorum.gui.instance.caller import Caller
    from variorum.gui.stage import Stage

log = logging.getLogger(__name__)
QUIET = 2.5
"""Seconds that handing over may take before people are told of it."""
LONG = 5.5
"""Seconds after that until the other program is said not to answer."""


class NotAnsweredError(VariorumError):
    """Another program has the window and does not answer."""


def run(files: Sequence[Path], library_folder: Path | None, new_window: bool = False) -> int:
    """Open these files in the window that is open on this library, or in a new one; returns the exit status.

    Without a folder it is the user's own library. Raises `VariorumError`, which was shown where that was possible.
    """
    folder = library_folder or _own_library()
    claim = None if new_window else claim_on(folder, places.meeting_folder())
    stage = None
    try:
        if claim is not None and not claim.take():
            told, stage = _hand_over(claim, files)
            if told:
                return 0
    except OSError as error:
        log.info("it can't be told whether a window is open: %s", error.strerror)
        claim = None
    from variorum.gui import app

    try:
        return app.run(files, folder, claim, stage)
    finally:
        if claim is not None:
            claim.release()


def _own_library() -> Path:
    try:
        return places.library_folder()
    except VariorumError as error:
        from variorum.gui.before import tell
        from variorum.gui.stage import make_stage

        tell(tr("There is no place for the library"), error, make_stage())
        raise


def _hand_over(claim: Claim, files: Sequence[Path]) -> tuple[bool, Stage | None]:
    """Whether the other program was told; if not, it has ended and this one is the first. What was made to say that
    it takes long comes along."""
    from variorum.gui.instance.caller import Caller, Step

    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
    try:
        message = packed(request_for(files, token))
    except ValueError as error:
        raise VariorumError(
            tr("So many files can't be handed to the window that is open; open their folder.")
        ) from error
    _let_others_come_forward()
    caller = Caller(claim, message)
    quiet_until = time.monotonic() + QUIET
    while time.monotonic() < quiet_until:
        step = caller.step()
        if step is not Step.WAITING:
            return step is Step.TOLD, None
        time.sleep(0.01)
    return _wait_in_sight(caller, claim)


def _wait_in_sight(caller: Caller, claim: Claim) -> tuple[bool, Stage]:
    """The same as `_hand_over`, with a dialog that says what is waited for."""
    from variorum.gui.before import wait_for
    from variorum.gui.dialogs.waiting import Words
    from variorum.gui.instance.caller import Step
    from variorum.gui.stage import make_stage

    def go_on() -> Step | None:
        step = caller.step()
        return step if step is not Step.WAITING else None

    def words() -> Words:
        busy = time.monotonic() - shown < LONG
        text = tr("It is busy, and comes forward as soon as it answers.") if busy else _no_answer(claim)
        return Words(tr("Variorum is open already"), text)

    stage = make_stage()
    shown = time.monotonic()
    found = wait_for(go_on, words, stage)
    if found is None:
        caller.close()
        raise NotAnsweredError(tr("Variorum is open already. {no_answer}", no_answer=_no_answer(claim)))
    return found is Step.TOLD, stage


def _no_answer(claim: Claim) -> str:
    holder = claim.holder()
    which = tr("its process {holder}", holder=holder) if holder else tr("its process")
    return tr(
        "It does not answer. Wait a little longer, or end {which} with the system's task manager "
        "and start Variorum again: what is in the library is safe.",
        which=which,
    )


def _let_others_come_forward() -> None:
    """Windows lets only the program one has just used put a window before all others; it may pass that on."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)

"""What a failed job is to people: one sentence. What nobody expected goes into the log with its traceback."""

from __future__ import annotations

import logging

from variorum.core.errors import VariorumError
from variorum.gui.words import tr

log = logging.getLogger(__name__)


def said(error: VariorumError) -> str:
    """The sentence of an error meant for people, in the user's language."""
    return tr(error.sentence, **error.values)


def sentence(error: Exception, otherwise: str) -> str:
    """The sentence of an error meant for people; of any other `otherwise` ("This article can't be shown"), logged."""
    if isinstance(error, VariorumError):
        return said(error)
    log.error("%s", otherwise, exc_info=error)
    return tr("{otherwise}; the log says why.", otherwise=otherwise)

"""What happened at a change, in a few words of the user's language. Pure."""

from __future__ import annotations

from variorum.core.collate.changes import Change
from variorum.gui.words import tr


def title_of(change: Change) -> str:
    """The title of a change, without what changed to what: that is told elsewhere, with whose words are which."""
    what, _, exchanged = change.title.partition(": ")
    if exchanged or "→" not in change.title:
        return tr(what)
    return tr("Figure changed")

"""The commands that say what of a comparison is shown, and how, and those that work on it. Only data."""

from __future__ import annotations

from variorum.gui.action_spec import ActionSpec

KIND_ACTIONS = tuple(
    ActionSpec(
        f"kind-{kind}",
        text,
        "Compare",
        "filtering.toggle_kind",
        kind,
        (f"Alt+{number}",),
        f"Show or hide {what}",
        "comparison",
        kind,
        checkable=True,
    )
    for number, (kind, text, what) in enumerate(
        (
            ("added", "A&dded", "passages that only the right version has"),
            ("dropped", "Dr&opped", "passages that only the left version has"),
            ("figure", "&Figures", "changed figures"),
            ("quote", "&Quotes", "changed quotations"),
            ("stance", "Certaint&y", "changes of certainty, negation or source"),
            ("reworded", "&Reworded", "reworded passages"),
            ("moved", "&Moved", "moved passages"),
        ),
        1,
    )
)
"""The filter of a comparison: a row for each kind of change."""

MODE_ACTIONS = tuple(
    ActionSpec(
        f"mode-{mode}",
        text,
        "Compare/S&how as",
        "showing.set_mode",
        "",
        (f"Ctrl+{number}",),
        tip,
        "comparison",
        mode,
        checkable=True,
        group="comparison-mode",
    )
    for number, (mode, text, tip) in enumerate(
        (
            ("side-by-side", "&Side by side", "Each version in its own order, links between them"),
            ("aligned", "&Aligned", "A table: every passage beside what tells the same in the other version"),
            ("changes-only", "&Changes only", "The rows of the table that differ"),
            ("read-clean", "&Read clean", "The right version as plain text, with what was added and dropped at hand"),
        ),
        4,
    )
)
"""How a comparison is shown."""

HAND_ACTIONS = (
    ActionSpec(
        "link",
        "&Link by hand",
        "Compare",
        "compare.link",
        "link",
        ("L",),
        "Link the current or selected passage with one of the other version",
        "comparison",
        divider=True,
        local=True,
    ),
    ActionSpec(
        "unlink",
        "&Unlink",
        "Compare",
        "compare.unlink",
        "unlink",
        ("U",),
        "The current or selected passages do not tell the same",
        "comparison",
        local=True,
    ),
    ActionSpec(
        "review",
        "Mark re&viewed",
        "Compare",
        "reviewing.toggle",
        "reviewed",
        ("Space",),
        "Mark the current change reviewed and go to the next one that isn't; again: take that back",
        "comparison",
        divider=True,
        local=True,
    ),
    ActionSpec(
        "note",
        "&Write a note…",
        "Compare",
        "reviewing.ask_note",
        "note",
        ("N",),
        "Write a line of text on the current change",
        "comparison",
        local=True,
    ),
)
"""What an editor does to a comparison."""

INQUIRY_ACTIONS = (
    ActionSpec(
        "counterpart",
        "Show counterpart &in place",
        "Compare",
        "inquiry.show_counterpart",
        "lens",
        ("I",),
        "What the other version tells of the current passage, or what comes closest, in a small card",
        "comparison",
        divider=True,
        local=True,
    ),
    ActionSpec(
        "why-linked",
        "Why lin&ked?",
        "Compare",
        "inquiry.say_why",
        "why",
        ("W",),
        "What the current passage and its counterpart share, and how sure the link is",
        "comparison",
        local=True,
    ),
    ActionSpec(
        "next-doubtful",
        "Next doubtful link",
        "Compare",
        "inquiry.next_doubtful",
        "",
        ("D",),
        "Go to the next link that may well be none",
        "doubtful",
        local=True,
    ),
    ActionSpec(
        "previous-doubtful",
        "Previous doubtful link",
        "Compare",
        "inquiry.previous_doubtful",
        "",
        ("Shift+D",),
        "Go to the previous link that may well be none",
        "doubtful",
        local=True,
    ),
)
"""What one asks a comparison."""

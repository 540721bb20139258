"""The commands that say what of a comparison is shown, and how. Only data."""

from __future__ import annotations

from variorum.gui.action_spec import ActionSpec

KIND_ACTIONS = tuple(
    ActionSpec(
        f"kind-{kind}",
        text,
        "Compare",
        "compare.toggle_kind",
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
        "Compare/Show &as",
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

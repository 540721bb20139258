"""The commands that hold any two texts side by side, and keep them. Only data."""

from __future__ import annotations

from variorum.gui.action_spec import ActionSpec

KEEP_ACTION = ActionSpec(
    "keep",
    "&Keep in the library",
    "File",
    "pairing.keep",
    "keep",
    ("Ctrl+S",),
    "Put what is open without being in the library into it",
    "unsaved",
)
PAIR_ACTIONS = (
    ActionSpec(
        "compare-with",
        "Compare wi&th…",
        "Compare",
        "pairing.compare_with",
        "compare",
        ("Ctrl+Shift+D",),
        "Choose any article to hold beside the open one",
        "open",
    ),
    ActionSpec(
        "compare-clipboard",
        "Compare with clip&board",
        "Compare",
        "pairing.compare_clipboard",
        "clipboard",
        ("Ctrl+Shift+V",),
        "Hold the text on the clipboard beside the open article",
    ),
    ActionSpec(
        "compare-selection",
        "Compare s&election…",
        "Compare",
        "selecting.take",
        "selection",
        ("Ctrl+Shift+S",),
        "Remember the selected text; of a second one, in whatever article, compare the two",
    ),
)
RECENT_ACTION = ActionSpec(
    "recent",
    "Recent &comparisons",
    "Go",
    "recents.show",
    "recent",
    ("Ctrl+H",),
    "The last twenty comparisons",
)

"""The rows of the table of actions that are about what counts as a change in a comparison, and how large
all is drawn. Only data."""

from __future__ import annotations

from variorum.gui.action_spec import ActionSpec
from variorum.gui.scale import PERCENT

_MENU = "View/C&omparison options"


def _switch(name: str, text: str, tip: str, *, divider: bool = False) -> ActionSpec:
    slot = f"options.set_{name.replace('-', '_')}"
    return ActionSpec(name, text, _MENU, slot, tip=tip, checkable=True, divider=divider)


def _way(name: str, text: str, tip: str, granularity: str, *, divider: bool = False) -> ActionSpec:
    return ActionSpec(
        name,
        text,
        _MENU,
        "options.set_granularity",
        tip=tip,
        argument=granularity,
        checkable=True,
        group="granularity",
        divider=divider,
    )


SCALE_ACTIONS = tuple(
    ActionSpec(
        f"scale-{percent}",
        f"{percent} %",
        "View/&Zoom interface",
        "appearance.set_scale",
        tip=f"Draw type, icons and spacing at {percent} % of what the system asks for",
        argument=percent,
        checkable=True,
        group="scale",
    )
    for percent in PERCENT
)
MOTION_ACTION = ActionSpec(
    "reduced-motion",
    "Reduce mot&ion",
    "View",
    "appearance.set_reduced_motion",
    tip="Let nothing slide or flash, even where the system does not ask for that",
    checkable=True,
)
OPTION_ACTIONS = (
    _switch("ignore-case", "Ignore &case", "Capital and small letters are the same"),
    _switch("ignore-punctuation", "Ignore &punctuation", "Commas, dashes and quotation marks count for nothing"),
    _switch("ignore-figures", "Ignore &figures", "All numbers and dates are the same, and none is listed as changed"),
    _switch(
        "show-typography",
        "Show &typographic variants",
        "Tell curly quotation marks from straight ones, long dashes from short",
    ),
    _way("by-word", "Mark changed &words", "Mark the words that differ inside reworded passages", "word", divider=True),
    _way("by-sentence", "Mark whole &sentences", "Strike and add reworded passages as a whole", "sentence"),
    _switch(
        "hide-removals",
        "&Hide removals",
        "Leave what only the left version has unmarked and unlisted",
        divider=True,
    ),
    _switch(
        "pointer-lens",
        "Show counterpart under the poin&ter",
        "Let the pointer bring the counterpart of a passage, in a small card; by key it comes anyway (I, W)",
    ),
    ActionSpec("reset-options", "&Reset options", _MENU, "options.reset", tip="Tell changes as at first", divider=True),
)

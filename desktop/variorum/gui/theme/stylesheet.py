"""The little that a palette cannot say: rounded buttons, chips, cards and fields, told apart by a `look` property.

A widget opts in with `set_look(widget, "chip")`; all others are painted by Fusion from the palette. Lengths are logical
pixels, which Qt scales, so edges are crisp at 100 to 200 %. Knows no screens.
"""

from __future__ import annotations

from string import Template

from PySide6.QtWidgets import QWidget

from variorum.gui.theme.palette import mix
from variorum.gui.theme.theme import Theme

LOOKS = (
    "button",
    "flat",
    "chip",
    "card",
    "field",
    "bar",
    "panel",
    "segment-first",
    "segment",
    "segment-last",
    "toast",
    "heading",
    "link",
    "contents",
)

_SHEET = Template("""
QToolTip { background: $raised; color: $ink; border: 1px solid $line_strong; padding: 3px 5px; }
*[look="button"] {
    background: $raised; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 4px 10px;
}
*[look="flat"] {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px;
}
*[look="chip"] {
    background: $raised; color: $ink; border: 1px solid $edge; border-radius: 12px;
    padding: 2px 10px; min-height: 18px;
}
*[look="button"]:hover, *[look="flat"]:hover, *[look="chip"]:hover { background: $hover; }
*[look="button"]:pressed, *[look="flat"]:pressed, *[look="chip"]:pressed { background: $badge; }
*[look="button"]:checked, *[look="flat"]:checked, *[look="chip"]:checked { background: $accent; color: $accent_ink; }
*[look="button"]:disabled, *[look="flat"]:disabled, *[look="chip"]:disabled { color: $ink_soft; border-color: $line; }
*[look="flat"]:disabled { border-color: transparent; }
*[look="button"]:focus, *[look="chip"]:focus, *[look="flat"]:focus, *[look="field"]:focus { border: 2px solid $focus; }
*[look="button"]:focus { padding: 3px 9px; }
*[look="flat"]:focus { padding: 3px 7px; }
*[look="chip"]:focus { padding: 1px 9px; }
*[look="button"]::menu-indicator, *[look="flat"]::menu-indicator { image: none; width: 0; }
*[look="card"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
*[look="card"]:focus { border: 2px solid $focus; }
*[look="field"] {
    background: $raised; color: $ink; border: 1px solid $line_strong; border-radius: 6px; padding: 3px 4px;
    selection-background-color: $selection; selection-color: $ink; placeholder-text-color: $ink_soft;
}
*[look="field"]:focus { padding: 2px 3px; }
*[look="segment-first"], *[look="segment"], *[look="segment-last"] {
    background: $raised; color: $ink; border: 1px solid $edge; padding: 4px 13px; margin: 0;
}
*[look="segment-first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; border-right: none; }
*[look="segment"] { border-right: none; }
*[look="segment-last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
*[look="segment-first"]:hover, *[look="segment"]:hover, *[look="segment-last"]:hover { background: $hover; }
*[look="segment-first"]:checked, *[look="segment"]:checked, *[look="segment-last"]:checked {
    background: $accent; color: $accent_ink; border-color: $accent;
}
*[look="segment-first"]:focus, *[look="segment"]:focus, *[look="segment-last"]:focus {
    border: 2px solid $focus; padding: 3px 12px;
}
*[look="heading"] {
    background: transparent; color: $ink_soft; border: 1px solid transparent; border-radius: 6px; padding: 4px 2px;
}
*[look="heading"]:hover { background: $hover; }
*[look="heading"]:focus { border: 2px solid $focus; padding: 3px 1px; }
*[look="link"] {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: 4px; padding: 1px 5px;
}
*[look="link"]:hover { background: $badge; }
*[look="link"]:focus { border: 2px solid $focus; padding: 0 4px; }
*[look="contents"] { background: $chrome; border: none; padding: 12px 8px; }
*[look="contents"]::item { padding: 0 8px; border-radius: 6px; }
*[look="contents"]::item:hover { background: $hover; }
*[look="contents"]::item:selected { background: $selection; }
*[look="contents"]::item:focus { border: 2px solid $focus; padding: 0 6px; }
*[look="toast"] { background: $raised; color: $ink; border: 1px solid $line_strong; border-radius: 8px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QInputDialog QLineEdit { min-width: 380px; }
QProgressBar { background: $raised; border: 1px solid $edge; border-radius: 4px; }
QProgressBar::chunk { background: $focus; border-radius: 3px; }
QSplitter::handle { background: $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $line_strong; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
*[look="bar"] { background: $chrome; border: none; }
*[look="panel"] { background: $paper; border: none; }
""")


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole program in the colors of `theme`."""
    names = (
        "raised",
        "hover",
        "line",
        "line_strong",
        "ink",
        "ink_soft",
        "accent",
        "accent_ink",
        "badge",
        "selection",
        "focus",
    )
    colors = {name: getattr(theme, name) for name in names}
    # Softer than an outline that alone tells a control: buttons are told by their words, too.
    edge = mix(theme.line, theme.line_strong, 0.35).name()
    return _SHEET.substitute(colors, edge=edge, chrome=theme.chrome, paper=theme.paper)


def set_look(widget: QWidget, look: str) -> None:
    """Have the style sheet paint `widget` as one of `LOOKS`. Set it before the widget is shown."""
    if look not in LOOKS:
        raise ValueError(f"no look {look!r}")
    widget.setProperty("look", look)

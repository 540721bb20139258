"""The commands that take a comparison out of the window: saved, copied, printed. Only data."""

from __future__ import annotations

from variorum.gui.action_spec import ActionSpec

EXPORT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "export",
        "&Export comparison…",
        "File",
        "exporting.export",
        "export",
        ("Ctrl+E",),
        "Save the comparison as PDF, Word document, web page, change memo, table …",
        "comparison",
        divider=True,
    ),
    ActionSpec(
        "copy-comparison",
        "&Copy comparison",
        "File",
        "exporting.copy",
        "copy",
        ("Ctrl+Shift+C",),
        "Put the comparison on the clipboard, for a mail or a document",
        "comparison",
    ),
    ActionSpec(
        "copy-memo",
        "Copy change &memo",
        "File",
        "exporting.copy_memo",
        "memo",
        ("Ctrl+Shift+M",),
        "Put what a colleague should know on the clipboard: figures, speakers, quotations first",
        "comparison",
    ),
    ActionSpec(
        "print",
        "&Print comparison…",
        "File",
        "exporting.print_out",
        "print",
        ("Ctrl+P",),
        "Print the comparison; the preview comes first",
        "comparison",
    ),
)

"""Every command of the window as one table: menus, tool tips, shortcuts and their page are made from it.

A row names the slot it calls as "target.slot" and what must be there for it to make sense. Only data; `gui.menus` makes
the actions.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. `needs` names the fact that must hold ("" for none), `argument` is handed to the slot,
    `group` makes actions exclude each other, `menu` is a path ("View/Theme"), `divider` draws a line above it. A
    `local` one has keys that are also used otherwise, so that only some parts of the window take them as a command."""

    id: str
    text: str
    menu: str
    slot: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""
    needs: str = ""
    argument: str | int | None = None
    checkable: bool = False
    group: str = ""
    divider: bool = False
    local: bool = False

    @property
    def plain_text(self) -> str:
        """The text without the mark of the access key and without dots."""
        return self.text.replace("&", "").removesuffix("…")

    @property
    def full_text(self) -> str:
        """The text with the title of the submenu it stands in: "Theme: Dark"."""
        title = self.menu.partition("/")[2].replace("&", "")
        return f"{title}: {self.plain_text}" if title else self.plain_text


MENUS = ("&File", "&Edit", "&View", "&Go", "&Compare", "&Help")

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

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "import-files",
        "&Import files…",
        "File",
        "library.import_files",
        "import",
        ("Ctrl+O",),
        "Add articles to the library",
    ),
    ActionSpec(
        "import-folder",
        "Import f&older…",
        "File",
        "library.import_folder",
        "folder",
        ("Ctrl+Shift+O",),
        "Add all articles of a folder",
    ),
    ActionSpec(
        "export-html",
        "&HTML…",
        "File/&Export comparison as",
        "exporting.save_html",
        "export",
        ("Ctrl+E",),
        "Save the comparison as a page for any browser",
        "comparison",
        divider=True,
    ),
    ActionSpec(
        "export-json",
        "&JSON…",
        "File/&Export comparison as",
        "exporting.save_json",
        "export",
        (),
        "Save the comparison as data",
        "comparison",
    ),
    ActionSpec("quit", "&Quit", "File", "window.close", "quit", ("Ctrl+Q",), divider=True),
    ActionSpec(
        "undo", "&Undo", "Edit", "library.undo", "undo", ("Ctrl+Z",), "Take the last change of the library back", "undo"
    ),
    ActionSpec("redo", "&Redo", "Edit", "library.redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Do it again", "redo"),
    ActionSpec(
        "rename-story",
        "Re&name story…",
        "Edit",
        "library.rename_story",
        "rename",
        ("F2",),
        "Give the story another name",
        "story",
        divider=True,
    ),
    ActionSpec(
        "new-story",
        "New s&tory from selection…",
        "Edit",
        "library.new_story",
        "new-story",
        ("Ctrl+Shift+N",),
        "Put the selected articles into a story of their own",
        "selection",
    ),
    ActionSpec(
        "remove",
        "Re&move from the library",
        "Edit",
        "library.remove",
        "remove",
        ("Del",),
        "Remove the selected articles; this can be undone",
        "selection",
        local=True,
    ),
    ActionSpec(
        "read",
        "&Read",
        "View",
        "window.show_reader",
        "read",
        ("Ctrl+1",),
        "Read one article",
        checkable=True,
        group="mode",
    ),
    ActionSpec(
        "compare-mode",
        "&Compare",
        "View",
        "window.show_comparison",
        "compare",
        ("Ctrl+2",),
        "Two versions side by side",
        checkable=True,
        group="mode",
    ),
    ActionSpec(
        "sidebar",
        "&Sidebar",
        "View",
        "window.show_sidebar",
        "sidebar",
        ("F9",),
        "Show or hide stories and articles",
        checkable=True,
        divider=True,
    ),
    ActionSpec(
        "folded",
        "&Unfold furniture and repeated text",
        "View",
        "reader.toggle_folded",
        "unfold",
        ("Ctrl+Shift+F",),
        "Show or fold what does not belong to the article",
        "article",
    ),
    ActionSpec(
        "fade",
        "Fade unchan&ged text",
        "View",
        "appearance.set_faded",
        "",
        ("Ctrl+Shift+G",),
        "Draw what both versions tell in the same words paler",
        checkable=True,
    ),
    ActionSpec(
        "larger",
        "&Larger text",
        "View",
        "appearance.step_text",
        "text-larger",
        ("Ctrl++", "Ctrl+="),
        argument=1,
        divider=True,
    ),
    ActionSpec("smaller", "S&maller text", "View", "appearance.step_text", "text-smaller", ("Ctrl+-",), argument=-1),
    ActionSpec("normal-size", "&Normal text size", "View", "appearance.reset_text", "", ("Ctrl+0",)),
    ActionSpec(
        "theme-auto",
        "Like the &system",
        "View/&Theme",
        "appearance.set_mode",
        "auto",
        argument="auto",
        checkable=True,
        group="theme",
        divider=True,
    ),
    ActionSpec(
        "theme-light",
        "&Light",
        "View/&Theme",
        "appearance.set_mode",
        "light",
        argument="light",
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "theme-dark",
        "&Dark",
        "View/&Theme",
        "appearance.set_mode",
        "dark",
        argument="dark",
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "high-contrast",
        "&High contrast",
        "View",
        "appearance.set_high_contrast",
        "",
        (),
        "Black or white text and stronger lines, even where the system does not ask for them",
        checkable=True,
    ),
    ActionSpec(
        "full-screen", "Full scr&een", "View", "window.show_full_screen", "full-screen", ("F11",), checkable=True
    ),
    ActionSpec(
        "search",
        "&Search the library",
        "Go",
        "searching.focus_box",
        "search",
        ("Ctrl+K", "Ctrl+F"),
        "Find articles by their words",
    ),
    ActionSpec(
        "results",
        "Search r&esults",
        "Go",
        "searching.focus_results",
        "articles",
        ("Ctrl+L",),
        "Go to the list of results",
        "results",
    ),
    ActionSpec(
        "next-hit",
        "&Next hit",
        "Go",
        "reader.next_hit",
        "arrow-down",
        ("F3",),
        "Next place of the search in the article",
        "hits",
        divider=True,
    ),
    ActionSpec(
        "previous-hit",
        "&Previous hit",
        "Go",
        "reader.previous_hit",
        "arrow-up",
        ("Shift+F3",),
        "Previous place of the search in the article",
        "hits",
    ),
    ActionSpec(
        "back",
        "&Back",
        "Go",
        "window.go_back",
        "arrow-left",
        ("Alt+Left",),
        "To what was open before",
        "back",
        divider=True,
    ),
    ActionSpec(
        "forward",
        "&Forward",
        "Go",
        "navigator.forward",
        "arrow-right",
        ("Alt+Right",),
        "To where you came back from",
        "forward",
    ),
    ActionSpec(
        "go-sidebar",
        "St&ories",
        "Go",
        "window.focus_sidebar",
        "story",
        ("Ctrl+3",),
        "To stories and articles",
        divider=True,
    ),
    ActionSpec(
        "compare",
        "&Compare versions",
        "Compare",
        "window.compare_selected",
        "compare",
        ("Ctrl+D",),
        "Hold the two selected versions side by side, or the open one and the next",
        "two",
    ),
    ActionSpec(
        "next-change",
        "&Next change",
        "Compare",
        "compare.next_change",
        "next-change",
        ("F8",),
        "",
        "comparison",
        divider=True,
    ),
    ActionSpec(
        "previous-change",
        "&Previous change",
        "Compare",
        "compare.previous_change",
        "previous-change",
        ("Shift+F8",),
        "",
        "comparison",
    ),
    ActionSpec(
        "swap", "&Swap sides", "Compare", "compare.swap", "swap", ("Ctrl+Shift+X",), "Left becomes right", "comparison"
    ),
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
    ActionSpec(
        "all-kinds",
        "Show &all kinds",
        "Compare",
        "compare.show_all_kinds",
        "filter",
        ("Alt+0",),
        "Show the kinds of change again that were hidden",
        "hidden-kinds",
        divider=True,
    ),
    *KIND_ACTIONS,
    ActionSpec(
        "shortcuts",
        "&Keyboard shortcuts",
        "Help",
        "window.show_shortcuts",
        "keyboard",
        ("F1", "Ctrl+/"),
        "All commands with their keys",
    ),
    ActionSpec(
        "sample",
        "Add the &sample story",
        "Help",
        "library.add_sample",
        "story",
        (),
        "Put the articles that a new library starts with into this one, to try things on",
    ),
    ActionSpec("about", "&About Variorum", "Help", "window.show_about", "about", (), "Version, license and components"),
)

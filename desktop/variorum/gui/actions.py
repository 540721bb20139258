"""Every command of the window as one table, and the menus, tool tips and shortcuts made from it.

A row names the slot it calls as "target.slot" and what must be there for it to make sense. Knows no screens: the window
hands over its targets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from variorum.gui.theme.service import ThemeService


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. `needs` names the fact that must hold ("" for none), `argument` is handed to the slot,
    `group` makes actions exclude each other, `menu` is a path ("View/Theme"), `divider` draws a line above it."""

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

    @property
    def plain_text(self) -> str:
        """The text without the mark of the access key and without dots."""
        return self.text.replace("&", "").removesuffix("…")


MENUS = ("&File", "&Edit", "&View", "&Go", "&Compare", "&Help")
_S = ActionSpec

ACTIONS: tuple[ActionSpec, ...] = (
    _S("import-files", "&Import files…", "File", "library.import_files", "import", ("Ctrl+O",), "Add articles to the library"),
    _S("import-folder", "Import f&older…", "File", "library.import_folder", "folder", ("Ctrl+Shift+O",),
       "Add all articles of a folder"),
    _S("export-html", "As &HTML…", "File/&Export comparison", "exporting.save_html", "export", ("Ctrl+E",),
       "Save the comparison as a page for any browser", "comparison", divider=True),
    _S("export-json", "As &JSON…", "File/&Export comparison", "exporting.save_json", "export", (),
       "Save the comparison as data", "comparison"),
    _S("quit", "&Quit", "File", "window.close", "quit", ("Ctrl+Q",), divider=True),
    _S("undo", "&Undo", "Edit", "library.undo", "undo", ("Ctrl+Z",), "Take the last change of the library back", "undo"),
    _S("redo", "&Redo", "Edit", "library.redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Do it again", "redo"),
    _S("rename-story", "Re&name story…", "Edit", "library.rename_story", "rename", ("F2",), "Give the story another name",
       "story", divider=True),
    _S("new-story", "New s&tory from selection…", "Edit", "library.new_story", "new-story", ("Ctrl+Shift+N",),
       "Put the selected articles into a story of their own", "selection"),
    _S("remove", "Re&move from the library", "Edit", "library.remove", "remove", ("Del",),
       "Remove the selected articles; this can be undone", "selection"),
    _S("read", "&Read", "View", "window.show_reader", "read", ("Ctrl+1",), "Read one article", checkable=True, group="mode"),
    _S("compare-mode", "&Compare", "View", "window.show_comparison", "compare", ("Ctrl+2",), "Two versions side by side",
       checkable=True, group="mode"),
    _S("sidebar", "&Sidebar", "View", "window.show_sidebar", "sidebar", ("F9",), "Show or hide stories and articles",
       checkable=True, divider=True),
    _S("folded", "&Unfold furniture and repeated text", "View", "reader.toggle_folded", "unfold", ("Ctrl+Shift+F",),
       "Show or fold what does not belong to the article", "article"),
    _S("larger", "&Larger text", "View", "appearance.step_text", "text-larger", ("Ctrl++", "Ctrl+="), argument=1, divider=True),
    _S("smaller", "S&maller text", "View", "appearance.step_text", "text-smaller", ("Ctrl+-",), argument=-1),
    _S("normal-size", "&Normal text size", "View", "appearance.reset_text", "", ("Ctrl+0",)),
    _S("theme-auto", "Like the &system", "View/&Theme", "appearance.set_mode", "auto", argument="auto", checkable=True,
       group="theme", divider=True),
    _S("theme-light", "&Light", "View/&Theme", "appearance.set_mode", "light", argument="light", checkable=True, group="theme"),
    _S("theme-dark", "&Dark", "View/&Theme", "appearance.set_mode", "dark", argument="dark", checkable=True, group="theme"),
    _S("full-screen", "F&ull screen", "View", "window.show_full_screen", "full-screen", ("F11",), checkable=True),
    _S("search", "&Search the library", "Go", "window.focus_search", "search", ("Ctrl+K", "Ctrl+F"),
       "Find articles by their words"),
    _S("results", "Search r&esults", "Go", "window.focus_results", "articles", ("Ctrl+L",), "Go to the list of results",
       "results"),
    _S("next-hit", "&Next hit", "Go", "reader.next_hit", "arrow-down", ("F3",), "Next place of the search in the article",
       "hits", divider=True),
    _S("previous-hit", "&Previous hit", "Go", "reader.previous_hit", "arrow-up", ("Shift+F3",),
       "Previous place of the search in the article", "hits"),
    _S("back", "&Back", "Go", "navigator.back", "arrow-left", ("Alt+Left",), "To what was open before", "back", divider=True),
    _S("forward", "&Forward", "Go", "navigator.forward", "arrow-right", ("Alt+Right",), "To where you came back from",
       "forward"),
    _S("go-sidebar", "St&ories", "Go", "window.focus_sidebar", "story", ("Ctrl+3",), "To stories and articles", divider=True),
    _S("compare", "&Compare the two selected", "Compare", "window.compare_selected", "compare", ("Ctrl+D",),
       "Hold the two selected articles side by side", "two"),
    _S("next-change", "&Next change", "Compare", "compare.next_change", "next-change", ("F8",), "", "comparison", divider=True),
    _S("previous-change", "&Previous change", "Compare", "compare.previous_change", "previous-change", ("Shift+F8",), "",
       "comparison"),
    _S("swap", "&Swap sides", "Compare", "compare.swap", "swap", ("Ctrl+Shift+X",), "Left becomes right", "comparison"),
    _S("only-added", "&Added", "Compare/&Filter", "compare.toggle_kind", "added", ("Alt+1",), "Filter added passages",
       "comparison", "added", divider=True),
    _S("only-dropped", "&Dropped", "Compare/&Filter", "compare.toggle_kind", "dropped", ("Alt+2",),
       "Filter dropped passages", "comparison", "dropped"),
    _S("only-figures", "&Figures", "Compare/&Filter", "compare.toggle_kind", "figure", ("Alt+3",),
       "Filter changed figures", "comparison", "figure"),
    _S("only-quotes", "&Quotes", "Compare/&Filter", "compare.toggle_kind", "quote", ("Alt+4",),
       "Filter changed quotations", "comparison", "quote"),
    _S("only-reworded", "&Reworded", "Compare/&Filter", "compare.toggle_kind", "reworded", ("Alt+5",),
       "Filter reworded passages", "comparison", "reworded"),
    _S("only-moved", "&Moved", "Compare/&Filter", "compare.toggle_kind", "moved", ("Alt+6",), "Filter moved passages",
       "comparison", "moved"),
    _S("shortcuts", "&Keyboard shortcuts", "Help", "window.show_shortcuts", "keyboard", ("F1", "Ctrl+/"),
       "All commands with their keys"),
    _S("about", "&About Variorum", "Help", "window.show_about", "about", (), "Version, license and components"),
)  # fmt: skip

Targets = Mapping[str, object]


def make_actions(parent: QWidget, theme: ThemeService, targets: Targets) -> dict[str, QAction]:
    """The actions of the table by their ids, connected to the slots of `targets`.

    Raises `AttributeError` or `KeyError` at once if a row names a slot that is not there.
    """
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in ACTIONS:
        action = QAction(spec.text, parent)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setToolTip(tool_tip(spec))
        action.setStatusTip(spec.tip)
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(theme.icon(spec.icon))
        if spec.group:
            group = groups.setdefault(spec.group, QActionGroup(parent))
            group.addAction(action)
        if spec.id == "remove":
            # Del also edits text: only the lists of the sidebar take it as a command.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(_caller(spec, targets))
        actions[spec.id] = action
    return actions


def _caller(spec: ActionSpec, targets: Targets) -> Callable[..., None]:
    target, _, name = spec.slot.partition(".")
    slot: Callable[..., Any] = getattr(targets[target], name)
    if spec.argument is not None:
        return _without_state(partial(slot, spec.argument))
    if spec.checkable and not spec.group:
        return lambda checked: slot(checked)
    return _without_state(slot)


def _without_state(slot: Callable[..., Any]) -> Callable[..., None]:
    """`triggered` hands over whether the action is checked; most slots don't ask."""
    return lambda _checked=False: slot() and None


def tool_tip(spec: ActionSpec) -> str:
    """What the command does, with its first key."""
    text = spec.tip or spec.plain_text
    return f"{text} ({key_text(spec.keys[0])})" if spec.keys else text


def key_text(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Build the menu bar from the table."""
    menus: dict[str, QMenu] = {title.replace("&", ""): bar.addMenu(title) for title in MENUS}
    for spec in ACTIONS:
        parent, _, title = spec.menu.partition("/")
        menu = menus[parent]
        if spec.divider:
            menu.addSeparator()
        if title:
            menu = menus.get(spec.menu) or menus.setdefault(spec.menu, menu.addMenu(title))
        menu.addAction(actions[spec.id])


def enable(actions: Mapping[str, QAction], facts: set[str]) -> None:
    """Switch on the actions whose needs are among `facts`, and only those."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(not spec.needs or spec.needs in facts)


def hints(ids: Sequence[str]) -> list[tuple[str, str]]:
    """Key and text of these commands, for the line at the bottom."""
    by_id = {spec.id: spec for spec in ACTIONS}
    return [(key_text(by_id[name].keys[0]), by_id[name].plain_text.lower()) for name in ids]

"""One command of the window, as a row of the table of actions. Only data."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.gui.words import tr


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command, in English; it is translated when it is shown.

    `needs` names the fact that must hold ("" for none), `argument` is handed to the slot,
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
        """The text in the user's language, without the mark of the access key and without dots."""
        return tr(self.text).replace("&", "").removesuffix("…")

    @property
    def full_text(self) -> str:
        """The text with the title of the submenu it stands in: "Theme: Dark"."""
        title = tr(self.menu.partition("/")[2]).replace("&", "")
        return f"{title}: {self.plain_text}" if title else self.plain_text

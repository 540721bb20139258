"""Options, colors and size of the interface in the real window, by real keys alone, with a screenshot of each.

Starts on an empty home: two versions side by side; what counts as a change is chosen in the menu and in the button's,
the colors in View, and the size of the interface, for the next start. Run by `tests/xvfb/test_editor_session.py`; by
hand, on a virtual screen of its own:

python tests/xvfb/options_session.py [--dark] [--size 1280x800] [--shots FOLDER]
"""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtWidgets import QApplication, QToolButton
from session import Session, main, only

from variorum import places, settings
from variorum.core.collate.model import Comparison, Op
from variorum.gui.compare.options_button import OptionsButton
from variorum.gui.widgets.toast import Toast


class OptionsSession(Session):
    """From the comparison as it is at first to another way to tell it, in other colors."""

    def run(self) -> None:
        for step in (self.start, self.hold, self.by_menu, self.by_button, self.colors, self.scale):
            step()

    def by_menu(self) -> None:
        """Alt+V, o, s: whole sentences."""
        assert not any(claim.whole for claim in self._comparison().claims)
        self.hand.key("F8", "F8", "F8")
        self.hand.key("alt+v", "o", "s")
        self.hand.until(lambda: any(claim.whole for claim in self._comparison().claims), "sentences are told whole")
        whole = [claim for claim in self._comparison().claims if claim.whole]
        assert all(run.op is not Op.EQUAL for claim in whole for run in claim.words)
        self.hand.shoot("options-1-sentences")

    def by_button(self) -> None:
        """Tab to the button, Space opens it, Space switches one thing after the other, the last entry resets all."""
        self.hand.key("ctrl+3")
        button = only(self.window, OptionsButton)
        for _ in range(60):
            if QApplication.focusWidget() is button:
                break
            self.hand.key("Tab")
        assert QApplication.focusWidget() is button, "Tab reaches the options"
        self._keys("space", "Down", "space", "Down", "space", "Escape")
        self.hand.until(lambda: self._on("ignore-case") and self._on("ignore-punctuation"), "two options are on")
        assert button.switched() == ["Ignore case", "Ignore punctuation", "Mark whole sentences"]
        self.hand.shoot("options-2-button")
        self._keys("space", "Up", "Return")
        self.hand.until(lambda: not button.switched(), "all is as at first")
        self.hand.until(lambda: not any(c.whole for c in self._comparison().claims), "words are told again")

    def colors(self) -> None:
        """Alt+V, h: high contrast, red and green, and back."""
        for key, scheme in (("h", "high-contrast"), ("r", "red-green"), ("s", "standard")):
            self.hand.key("alt+v", "h", key)
            self.hand.until(partial(self._wears, scheme), f"the colors are {scheme}")
            self.hand.shoot(f"options-3-{scheme}")
        assert settings.load(places.settings_file()).scheme is settings.Scheme.STANDARD

    def scale(self) -> None:
        """Alt+V, z, up to the last: twice as large, from the next start on."""
        self.hand.key("alt+v", "z", "Up", "Return")
        toast = only(self.window, Toast)
        self.hand.until(toast.isVisible, "the window tells when that holds")
        assert any(button.text() == "Start again now" for button in toast.findChildren(QToolButton))
        self.hand.until(lambda: settings.load(places.settings_file()).interface_scale == 2.0, "it is kept")
        self.hand.shoot("options-4-scale")

    def _comparison(self) -> Comparison:
        comparison = self.compare.comparison()
        assert comparison is not None
        return comparison

    def _wears(self, scheme: str) -> bool:
        return self.window._services.theme.theme.scheme == scheme

    def _on(self, action: str) -> bool:
        return self.window.actions_by_id[action].isChecked()

    def _keys(self, *keys: str) -> None:
        """Keys for a menu that a button opens: it keeps the program in a loop of its own until it is closed, so that
        all of them are to be on their way before."""
        self.hand._xdotool("key", "--delay", "150", *keys)
        self.hand.rest(0.2)


if __name__ == "__main__":
    sys.exit(main(__file__, OptionsSession))

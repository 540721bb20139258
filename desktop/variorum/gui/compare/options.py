"""What counts as a change and what of it is shown, as the user has set it; remembered in the library.

Knows how to have the comparison told otherwise, not how it is shown.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from variorum.core.collate.options import AS_COLLATED, Granularity, WordOptions
from variorum.gui.compare.options_button import OptionsButton
from variorum.gui.compare.refining import Refining
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wishes import remember
from variorum.gui.services import Services

_STATE = "compare.options"


@dataclass(frozen=True, slots=True)
class Options:
    """How changes are told, whether what was removed is shown, and whether the lens comes to the pointer."""

    words: WordOptions = AS_COLLATED
    hide_removals: bool = False
    pointer_lens: bool = True


class CompareOptions(QObject):
    """The options and the slots that change them."""

    changed = Signal()
    was_reset = Signal()

    def __init__(self, services: Services, state: CompareState, refining: Refining, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._state, self._refining = services, state, refining
        self._options = _read(services.library.get_state(_STATE))
        self._actions: tuple[QAction | None, ...] = ()
        self._button: OptionsButton | None = None
        state.removals_wanted.connect(lambda: self.set_hide_removals(False))
        self._tell_others()

    @property
    def words(self) -> WordOptions:
        """Which words count as changed."""
        return self._options.words

    @property
    def hide_removals(self) -> bool:
        """Whether what only the left version has is left unmarked and out of the list."""
        return self._options.hide_removals

    def offer(self, actions: Sequence[QAction | None]) -> None:
        """The actions that change the options, for the button; None for a line between groups."""
        self._actions = tuple(actions)
        if self._button is not None:
            self._button.offer(self._actions)

    def offer_in(self, button: OptionsButton) -> None:
        """The button is there now."""
        self._button = button
        button.offer(self._actions)

    def checked(self) -> dict[str, bool]:
        """Which actions of the options are checked, by their ids."""
        words = self.words
        return {
            "ignore-case": words.ignore_case,
            "ignore-punctuation": words.ignore_punctuation,
            "ignore-figures": words.ignore_figures,
            "show-typography": not words.ignore_typography,
            "by-word": words.granularity is Granularity.WORD,
            "by-sentence": words.granularity is Granularity.SENTENCE,
            "hide-removals": self.hide_removals,
            "pointer-lens": self._options.pointer_lens,
        }

    @Slot(bool)
    def set_ignore_case(self, ignore: bool) -> None:
        """Whether capital and small letters are the same."""
        self._set_words(replace(self.words, ignore_case=ignore))

    @Slot(bool)
    def set_ignore_punctuation(self, ignore: bool) -> None:
        """Whether commas, dashes and quotation marks count for nothing."""
        self._set_words(replace(self.words, ignore_punctuation=ignore))

    @Slot(bool)
    def set_ignore_figures(self, ignore: bool) -> None:
        """Whether all figures are the same."""
        self._set_words(replace(self.words, ignore_figures=ignore))

    @Slot(bool)
    def set_show_typography(self, show: bool) -> None:
        """Whether “x” and "x" are different."""
        self._set_words(replace(self.words, ignore_typography=not show))

    @Slot(str)
    def set_granularity(self, name: str) -> None:
        """Mark words or sentences, by the value of a `Granularity`."""
        self._set_words(replace(self.words, granularity=Granularity(name)))

    @Slot(bool)
    def set_hide_removals(self, hide: bool) -> None:
        """Leave unmarked what only the left version has, or mark it."""
        self._set(replace(self._options, hide_removals=hide))

    @Slot(bool)
    def set_pointer_lens(self, comes: bool) -> None:
        """Show the counterpart of what the pointer rests on, or only where it is asked for by key."""
        self._set(replace(self._options, pointer_lens=comes))

    @Slot()
    def reset(self) -> None:
        """As it is at first."""
        self._set(Options())
        self.was_reset.emit()

    def _set_words(self, words: WordOptions) -> None:
        self._set(replace(self._options, words=words))

    def _set(self, options: Options) -> None:
        before, self._options = self._options, options
        if options == before:
            return
        remember(self._services, _STATE, _text(options))
        self._tell_others()
        self.changed.emit()
        if options.words != before.words:
            self._refining.again()

    def _tell_others(self) -> None:
        self._state.set_removals_hidden(self.hide_removals)
        self._state.pointer_lens = self._options.pointer_lens


def _text(options: Options) -> str:
    """What differs from the options of the first start."""
    now, first = _flat(options), _flat(Options())
    return json.dumps({name: value for name, value in now.items() if value != first[name]})


def _flat(options: Options) -> dict[str, object]:
    return {**asdict(options.words), "hide_removals": options.hide_removals, "pointer_lens": options.pointer_lens}


def _read(text: str | None) -> Options:
    """The options as they were kept; what can't be read of them is as at first."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        kept = {}
    kept = kept if isinstance(kept, dict) else {}
    switches = [field.name for field in fields(WordOptions) if field.name != "granularity"]
    words = WordOptions(**{name: kept[name] for name in switches if isinstance(kept.get(name), bool)})
    if kept.get("granularity") in list(Granularity):
        words = replace(words, granularity=Granularity(kept["granularity"]))
    return Options(words, kept.get("hide_removals") is True, kept.get("pointer_lens") is not False)

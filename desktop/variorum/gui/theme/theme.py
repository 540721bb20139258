"""The colors of the window as frozen data, read from `resources/themes/*.toml`. Knows no widgets and no Qt."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import Any

from variorum.assets import resource_text


@dataclass(frozen=True, slots=True)
class KindColors:
    """One kind of change: `word` fills changed words, `wash` the passage, `rule` draws rules, ribbons and glyphs.

    `ink` is the text color on `word` (and on chips).
    """

    word: str
    wash: str
    rule: str
    ink: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Colors as "#RRGGBB" or "#AARRGGBB"."""

    name: str
    dark: bool
    paper: str
    """Behind prose."""
    chrome: str
    """Behind sidebar, tool bar and rail."""
    raised: str
    """Buttons, cards and fields on the chrome."""
    hover: str
    line: str
    """Hairlines between parts."""
    line_strong: str
    """Outlines of fields and cards that must be seen (contrast at least 3:1)."""
    ink: str
    ink_soft: str
    """Secondary text (contrast at least 4.5:1)."""
    ink_faded: str
    """Unchanged prose in a comparison: ink at about 60 %."""
    accent: str
    """Selected segments, sigla of open versions, focus."""
    accent_ink: str
    selection: str
    """Selected rows and selected text."""
    focus: str
    hit: str
    """A search hit."""
    hit_current: str
    """The search hit one stands on."""
    hit_ink: str
    """Text on a search hit."""
    hit_current_ink: str
    """Text on the search hit one stands on."""
    error: str
    ribbon: str
    """Ribbons of unmarked links."""
    kinds: dict[str, KindColors]
    """By `ChangeKind` value: added, dropped, figure, quote, reworded, moved."""


def with_high_contrast(theme: Theme) -> Theme:
    """`theme` with pure ink, no faded text and lines as strong as outlines."""
    ink = "#FFFFFF" if theme.dark else "#000000"
    kinds = {name: replace(kind, ink=ink) if kind.ink == theme.ink else kind for name, kind in theme.kinds.items()}
    return replace(
        theme,
        ink=ink,
        ink_soft=theme.ink,
        ink_faded=theme.ink,
        line=theme.line_strong,
        line_strong=theme.ink_soft,
        ribbon=theme.line_strong,
        kinds=kinds,
    )


def load_theme(name: str) -> Theme:
    """The bundled theme of that name ("light", "dark")."""
    return _parse(tomllib.loads(resource_text(f"themes/{name}.toml")))


def _parse(data: dict[str, Any]) -> Theme:
    kinds = {kind: KindColors(**colors) for kind, colors in data["kinds"].items()}
    return Theme(name=data["name"], dark=data["dark"], kinds=kinds, **data["colors"])

"""The colors of the window as frozen data, read from `resources/themes/*.toml`. Knows no widgets and no Qt."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from variorum.assets import resource_text

STANDARD, HIGH_CONTRAST, RED_GREEN = "standard", "high-contrast", "red-green"
SCHEMES = (STANDARD, HIGH_CONTRAST, RED_GREEN)
"""The schemes of colors; each but the first has a file that says what differs from `light.toml` and `dark.toml`."""


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
    scheme: str
    """One of `SCHEMES`."""
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
    badge: str
    """Sigla of versions that aren't open, counts, what is pressed: a ground for text, which a line is too dark for."""
    badge_ink: str
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


def load_theme(name: str, scheme: str = STANDARD, *, strong: bool = False) -> Theme:
    """The bundled theme of that name ("light", "dark") in a scheme of colors.

    With `strong` the system asks for high contrast: text, lines and grounds are those of the scheme for it, whatever
    colors the kinds of change have.
    """
    layers = [name, f"{HIGH_CONTRAST}-{name}"] if strong else [name]
    layers += [] if scheme == STANDARD else [f"{scheme}-{name}"]
    data = _read(layers[0])
    for layer in layers[1:]:
        data = _laid_over(data, _read(layer))
    kinds = {kind: KindColors(**colors) for kind, colors in data["kinds"].items()}
    return Theme(name=data["name"], dark=data["dark"], scheme=scheme, kinds=kinds, **data["colors"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource_text(f"themes/{name}.toml"))


def _laid_over(data: dict[str, Any], layer: dict[str, Any]) -> dict[str, Any]:
    """What a scheme says in place of what `data` says, table by table."""
    merged = {**data, **layer}
    return merged | {table: {**data[table], **layer.get(table, {})} for table in ("colors", "kinds")}

"""The colors of a page in another scheme than the standard one: the window's, from the same files."""

from __future__ import annotations

import tomllib
from typing import Any

from variorum.assets import resource_text

STANDARD = "standard"
_COLORS = {
    "paper": "paper", "ink": "ink", "soft": "ink_soft", "line": "line", "strong": "line_strong", "faint": "line_strong",
    "card": "raised",
}  # fmt: skip
_KINDS = {
    "added": ("added", "word"),
    "added-wash": ("added", "wash"),
    "added-rule": ("added", "rule"),
    "dropped": ("dropped", "word"),
    "dropped-wash": ("dropped", "wash"),
    "dropped-rule": ("dropped", "rule"),
    "moved": ("moved", "rule"),
    "chip": ("figure", "word"),
    "chip-ink": ("figure", "ink"),
    "chip-wash": ("figure", "wash"),
}


def colors_of(scheme: str) -> str:
    """The rules that put `scheme` over the colors of the page's style sheet; none for the standard scheme.

    For screens only: what is printed has lines and few fills, whatever the screen shows.
    """
    if scheme == STANDARD:
        return ""
    light, dark = (_variables(f"{scheme}-{name}") for name in ("light", "dark"))
    return (
        f"@media screen {{\n  :root {{ {light} }}\n}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{ {dark} }}\n}}\n"
    )


def _variables(name: str) -> str:
    said: dict[str, Any] = tomllib.loads(resource_text(f"themes/{name}.toml"))
    colors, kinds = said.get("colors", {}), said.get("kinds", {})
    found = {variable: colors[role] for variable, role in _COLORS.items() if role in colors}
    found |= {variable: kinds[kind][part] for variable, (kind, part) in _KINDS.items() if kind in kinds}
    return " ".join(f"--{variable}: {color};" for variable, color in found.items())

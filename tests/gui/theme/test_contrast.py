"""The themes' colors, computed: contrast by WCAG 2, and how far apart kinds are for color-blind eyes.

Color blindness is simulated after Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB; distances are
CIE 1976 ΔE in CIELAB (D65).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from variorum.gui.theme.theme import Theme, load_theme, with_high_contrast

Color = tuple[float, float, float]
PLAIN = [load_theme("light"), load_theme("dark")]
THEMES = PLAIN + [replace(with_high_contrast(theme), name=f"{theme.name}, high contrast") for theme in PLAIN]
MACHADO = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
FILLS = ("added", "dropped", "moved", "figure")
"""Kinds with a fill of their own; quotations and certainty share the figures', rewording has none."""


def linear(color: str) -> Color:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def luminance(color: Color) -> float:
    return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(linear(first)), luminance(linear(second))))
    return (high + 0.05) / (low + 0.05)


def lab(color: Color) -> Color:
    r, g, b = color
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(color: str, eyes: str) -> Color:
    source = linear(color)
    r, g, b = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, source, strict=True)))) for row in MACHADO[eyes])
    return r, g, b


def distance(first: str, second: str, eyes: str) -> float:
    a, b = lab(seen(first, eyes)), lab(seen(second, eyes))
    return float(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)


def name(theme: Theme) -> str:
    return theme.name


def test_the_measures_are_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert lab(linear("#FF0000")) == pytest.approx((53.24, 80.09, 67.2), abs=0.1)
    assert distance("#D32F2F", "#388E3C", "deuteranopia") < distance("#D32F2F", "#388E3C", "normal") / 3


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground in (theme.paper, theme.chrome, theme.raised, theme.hover, theme.selection):
        assert contrast(theme.ink, ground) >= 9.8, ground
        assert contrast(theme.ink_soft, ground) >= 4.5, ground
    assert contrast(theme.ink_faded, theme.paper) >= 4.5
    assert contrast(theme.accent_ink, theme.accent) >= 7
    assert contrast(theme.error, theme.paper) >= 4.5
    assert contrast(theme.hit_ink, theme.hit) >= 4.5
    assert contrast(theme.hit_current_ink, theme.hit_current) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_words_can_be_read_on_the_fills_of_their_kinds(theme: Theme) -> None:
    least = 6.9 if theme.dark else 9.8
    for kind, colors in theme.kinds.items():
        assert contrast(colors.ink, colors.word) >= least, kind
        assert contrast(theme.ink, colors.wash) >= least, kind


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_outlines_focus_and_rules_can_be_seen(theme: Theme) -> None:
    for ground in (theme.paper, theme.chrome, theme.raised):
        assert contrast(theme.line_strong, ground) >= 3, ground
        assert contrast(theme.focus, ground) >= 3, ground
        for kind, colors in theme.kinds.items():
            assert contrast(colors.rule, ground) >= 3, (kind, ground)


@pytest.mark.parametrize("eyes", MACHADO)
@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_fills_of_kinds_are_apart_for_all_eyes(theme: Theme, eyes: str) -> None:
    for first, second in combinations(FILLS, 2):
        apart = distance(theme.kinds[first].word, theme.kinds[second].word, eyes)
        assert apart >= 20, f"{first} and {second} are {apart:.1f} apart"


@pytest.mark.parametrize("theme", PLAIN, ids=name)
def test_high_contrast_is_pure_ink_and_strong_lines(theme: Theme) -> None:
    high = with_high_contrast(theme)
    assert high.ink == ("#FFFFFF" if theme.dark else "#000000")
    assert contrast(high.ink, high.paper) > contrast(theme.ink, theme.paper)
    for text in (high.ink_soft, high.ink_faded):
        assert contrast(text, high.paper) >= 9.8
    assert contrast(high.line, high.paper) >= 3
    assert contrast(high.line_strong, high.paper) >= 4.5

"""The themes' colors, computed: contrast by WCAG 2, and how far apart kinds are for color-blind eyes.

Color blindness is simulated after Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB; distances are
CIEDE2000 in CIELAB (D65). Red and green are exempt from being apart for all eyes, not from a second sign.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import combinations, product

import pytest

from variorum.gui.compare.marks import word_style
from variorum.gui.compare.presentation import Side
from variorum.gui.theme.stylesheet import style_sheet
from variorum.gui.theme.theme import HIGH_CONTRAST, RED_GREEN, SCHEMES, STANDARD, Theme, load_theme
from variorum.gui.widgets.badges import badge_colors

Color = tuple[float, float, float]
CHOSEN = [load_theme(name, scheme) for scheme, name in product(SCHEMES, ("light", "dark"))]
ASKED = [load_theme(name, RED_GREEN, strong=True) for name in ("light", "dark")]
"""Where the system asks for high contrast and the user for red and green."""
THEMES = CHOSEN + [replace(theme, name=f"{theme.name}, asked for high contrast") for theme in ASKED]
FOR_ALL_EYES = [theme for theme in CHOSEN if theme.scheme != RED_GREEN]
APART_FILLS, APART_RULES = 15, 13
"""The floors of the distance between any two kinds, for any eyes: of what is filled, and of thin marks and glyphs."""
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
PURE = ("#FFFFFF", "#000000")
"""The paper of high contrast."""
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
    return ciede2000(lab(seen(first, eyes)), lab(seen(second, eyes)))


def ciede2000(one: Color, other: Color) -> float:
    """The difference of two colors of CIELAB, after Sharma, Wu and Dalal (2005)."""
    mean_chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    (c1, h1), (c2, h2) = (
        (math.hypot(a * stretch, b), math.degrees(math.atan2(b, a * stretch)) % 360) for _, a, b in (one, other)
    )
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    light, chroma, hue = other[0] - one[0], c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    mean_light, mean_chroma, mean_hue = (one[0] + other[0]) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360 if turn else h1
    if not c1 * c2:
        mean_hue = h1 + h2
    waves = ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.2, 4, -63))
    t = 1 - sum(share * math.cos(math.radians(times * mean_hue + at)) for share, times, at in waves)
    by_light = 1 + 0.015 * (mean_light - 50) ** 2 / math.sqrt(20 + (mean_light - 50) ** 2)
    by_chroma, by_hue = 1 + 0.045 * mean_chroma, 1 + 0.015 * mean_chroma * t
    blue = 60 * math.exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = -math.sin(math.radians(blue)) * 2 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    parts = light / by_light, chroma / by_chroma, hue / by_hue
    return math.sqrt(sum(part**2 for part in parts) + rotation * parts[1] * parts[2])


def name(theme: Theme) -> str:
    return theme.name


def test_the_measures_are_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert lab(linear("#FF0000")) == pytest.approx((53.24, 80.09, 67.2), abs=0.1)
    assert distance("#D32F2F", "#388E3C", "deuteranopia") < distance("#D32F2F", "#388E3C", "normal") / 3


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(one: Color, other: Color, apart: float) -> None:
    assert ciede2000(one, other) == pytest.approx(apart, abs=1e-4)


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    soft = 7 if theme in CHOSEN and theme.scheme == HIGH_CONTRAST else 4.5
    for ground in (theme.paper, theme.chrome, theme.raised, theme.hover, theme.selection):
        assert contrast(theme.ink, ground) >= 9.8, ground
        assert contrast(theme.ink_soft, ground) >= soft, ground
    assert contrast(theme.ink_faded, theme.paper) >= soft
    assert contrast(theme.accent_ink, theme.accent) >= 7
    assert contrast(theme.error, theme.paper) >= soft
    assert contrast(theme.hit_ink, theme.hit) >= soft
    assert contrast(theme.hit_current_ink, theme.hit_current) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_words_can_be_read_on_the_fills_of_their_kinds(theme: Theme) -> None:
    strong = theme.paper in PURE
    least = 7 if strong else 6.9 if theme.dark else 9.8
    for kind, colors in theme.kinds.items():
        assert contrast(colors.ink, colors.word) >= least, kind
        assert contrast(theme.ink, colors.wash) >= (12 if strong else least), kind
        assert contrast(theme.ink_faded, colors.wash) >= 4.5 or kind == "reworded", kind


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_letters_can_be_read_on_their_badges(theme: Theme, strong: bool) -> None:
    fill, ink = (color.name() for color in badge_colors(theme, strong=strong))
    assert contrast(ink, fill) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_words_can_be_read_on_what_is_pressed(theme: Theme) -> None:
    (rule,) = re.findall(r'.*"chip"\]:pressed \{ background: (#\w+)', style_sheet(theme))
    assert contrast(theme.ink, rule) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_outlines_focus_and_rules_can_be_seen(theme: Theme) -> None:
    least = 4.5 if theme.paper in PURE else 3
    for ground in (theme.paper, theme.chrome, theme.raised):
        assert contrast(theme.line_strong, ground) >= least, ground
        assert contrast(theme.focus, ground) >= least, ground
        assert contrast(theme.ribbon, ground) >= 3, ground
        for kind, colors in theme.kinds.items():
            assert contrast(colors.rule, ground) >= least, (kind, ground)


@pytest.mark.parametrize("theme", THEMES, ids=name)
def test_underlines_and_strikes_can_be_seen_on_the_fills_they_lie_on(theme: Theme) -> None:
    for kind in ("added", "dropped"):
        assert contrast(theme.kinds[kind].rule, theme.kinds[kind].word) >= 3, kind
        assert contrast(theme.kinds[kind].rule, theme.kinds[kind].wash) >= 3, kind
    for kind in ("quote", "stance"):
        assert contrast(theme.kinds[kind].rule, theme.kinds[kind].wash) >= 3, kind


@pytest.mark.parametrize("eyes", MACHADO)
@pytest.mark.parametrize("theme", FOR_ALL_EYES, ids=name)
def test_kinds_are_apart_for_all_eyes(theme: Theme, eyes: str) -> None:
    for first, second in combinations(FILLS, 2):
        for part, least in (("word", APART_FILLS), ("rule", APART_RULES)):
            one, other = (getattr(theme.kinds[kind], part) for kind in (first, second))
            apart = distance(one, other, eyes)
            assert apart >= least, f"{part}s of {first} and {second} are {apart:.1f} apart"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_red_and_green_are_what_they_say_and_keep_a_second_sign(name: str) -> None:
    theme = load_theme(name, RED_GREEN)
    red, green = linear(theme.kinds["dropped"].rule), linear(theme.kinds["added"].rule)
    assert red[0] > 1.5 * max(red[1:])
    assert green[1] > 1.5 * max(green[0], green[2])
    added, dropped = word_style(theme, Side.RIGHT), word_style(theme, Side.LEFT)
    assert added.underline
    assert not added.strike
    assert dropped.strike
    assert not dropped.underline


@pytest.mark.parametrize("name", ["light", "dark"])
def test_high_contrast_is_pure_ink_and_strong_lines(name: str) -> None:
    plain, high = load_theme(name, STANDARD), load_theme(name, HIGH_CONTRAST)
    assert high.ink == ("#FFFFFF" if high.dark else "#000000")
    assert contrast(high.ink, high.paper) > contrast(plain.ink, plain.paper)
    for text in (high.ink_soft, high.ink_faded):
        assert contrast(text, high.paper) >= 9.8
    assert contrast(high.line, high.paper) >= 4.5
    for kind, colors in high.kinds.items():
        assert contrast(colors.rule, high.paper) >= 7, kind


@pytest.mark.parametrize("name", ["light", "dark"])
def test_where_the_system_asks_for_high_contrast_text_and_lines_follow_it_whatever_the_colors(name: str) -> None:
    high = load_theme(name, HIGH_CONTRAST)
    assert load_theme(name, STANDARD, strong=True).kinds == high.kinds
    asked = load_theme(name, RED_GREEN, strong=True)
    assert (asked.ink, asked.line, asked.paper) == (high.ink, high.line, high.paper)
    assert asked.kinds["added"] == load_theme(name, RED_GREEN).kinds["added"]

"""Palette, icons and sizes while the program runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu
from pytestqt.qtbot import QtBot

from variorum.assets import resource
from variorum.gui.theme.palette import palette
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look, style_sheet
from variorum.gui.theme.theme import load_theme


def test_every_role_is_set_in_every_group() -> None:
    made = palette(load_theme("dark"))
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
                assert made.isBrushSet(group, role), (role, group)


def test_disabled_text_is_fainter() -> None:
    theme = load_theme("light")
    made = palette(theme)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert QColor(theme.ink).lightness() < disabled.lightness() < QColor(theme.chrome).lightness()


def test_changing_the_theme_is_told_once_and_recolors_the_application(
    qtbot: QtBot, theme: ThemeService, qapp: QApplication
) -> None:
    told: list[str] = []
    theme.theme_changed.connect(lambda new: told.append(new.name))
    theme.set_mode("dark")
    theme.set_mode("dark")
    assert told == ["Dark"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.theme.chrome)
    assert theme.theme.ink in qapp.styleSheet()


@pytest.mark.parametrize(("window", "name"), [("#101010", "Dark"), ("#F0F0F0", "Light")])
def test_without_a_known_scheme_the_lightness_of_the_system_decides(qapp: QApplication, window: str, name: str) -> None:
    if qapp.styleHints().colorScheme() != Qt.ColorScheme.Unknown:
        pytest.skip("this platform knows its color scheme")
    before = qapp.palette()
    qapp.setPalette(QPalette(QColor(window)))
    try:
        assert ThemeService(qapp, "auto").theme.name == name
    finally:
        qapp.setPalette(before)


def test_the_style_sheet_can_wait_for_the_first_window(qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    service = ThemeService(qapp, "light", style_later=True)
    service.set_mode("dark")
    assert qapp.styleSheet() == ""
    service.put_style_sheet()
    assert qapp.styleSheet() == style_sheet(load_theme("dark"))


def test_an_unknown_mode_is_auto(qapp: QApplication) -> None:
    assert ThemeService(qapp, "sepia").mode == "auto"


def test_icons_follow_the_theme_and_fade_when_disabled(theme: ThemeService) -> None:
    icon = theme.icon("dropped")

    def ink(mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
        image = icon.pixmap(QSize(20, 20), 1.0, mode).toImage()
        return image.pixelColor(10, 10).name()

    light = ink()
    assert QColor(light).lightness() < 90
    assert QColor(ink(QIcon.Mode.Disabled)).lightness() > QColor(light).lightness() + 50
    theme.set_mode("dark")
    assert QColor(ink()).lightness() > 200


def test_icons_are_crisp_at_double_scale(theme: ThemeService) -> None:
    pixmap = theme.icon("search").pixmap(QSize(20, 20), 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2.0


def test_an_icon_without_room_is_nothing(theme: ThemeService) -> None:
    assert theme.icon("search").pixmap(QSize(0, 16), 2.0).isNull()


@pytest.mark.parametrize("file", sorted(f.name for f in resource("icons").iterdir() if f.name != "variorum.svg"))
def test_icons_are_drawn_alike_and_in_one_color(file: str, theme: ThemeService) -> None:
    source = resource(f"icons/{file}").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in source
    assert 'stroke="currentColor"' in source
    assert 'stroke-width="1.5"' in source
    assert "#" not in source
    image = theme.icon(file.removesuffix(".svg")).pixmap(QSize(20, 20), 1.0).toImage()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(20) for y in range(20))


def test_the_reading_size_goes_by_steps_and_stops_at_the_ends(qtbot: QtBot, theme: ThemeService) -> None:
    told: list[int] = []
    theme.reading_px_changed.connect(told.append)
    theme.step_reading_px(1)
    theme.step_reading_px(-100)
    theme.step_reading_px(-1)
    assert told == [19, 14]
    theme.set_reading_px(1000)
    assert theme.reading_px == 34
    assert theme.reading_font().pixelSize() == 34


def test_a_look_that_does_not_exist_is_refused(qtbot: QtBot, theme: ThemeService) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    set_look(label, "card")
    with pytest.raises(ValueError, match="ribbon"):
        set_look(label, "ribbon")
    assert "$" not in style_sheet(theme.theme)


def test_motion_is_reduced_where_the_user_wants_it_whatever_the_system_asks_for(qapp: QApplication) -> None:
    service = ThemeService(qapp, "light")
    asked = service.reduced_motion
    service.set_reduced_motion(True)
    assert service.reduced_motion
    service.set_reduced_motion(False)
    assert service.reduced_motion is asked
    assert ThemeService(qapp, "light", reduced_motion=True).reduced_motion


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_box_to_check_is_seen_on_its_ground(qtbot: QtBot, theme: ThemeService, name: str) -> None:
    theme.set_mode(name)
    box = QCheckBox("Leave out what didn't change")
    qtbot.addWidget(box)
    box.show()
    ground = luminance(theme.theme.chrome)

    def contrasts() -> list[float]:
        image = box.grab().toImage()
        row = (luminance(image.pixelColor(x, image.height() // 2).name()) for x in range(16))
        return [(max(ground, seen) + 0.05) / (min(ground, seen) + 0.05) for seen in row]

    assert max(contrasts()) >= 3
    box.setChecked(True)
    assert sum(contrast >= 3 for contrast in contrasts()) >= 6, "it is filled"


def test_a_dark_menu_stands_out_from_the_page(qtbot: QtBot, theme: ThemeService) -> None:
    theme.set_mode("dark")
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Add to the library")
    menu.resize(menu.sizeHint())
    image = menu.grab().toImage()
    edge, inside = (luminance(image.pixelColor(x, image.height() - 2).name()) for x in (0, 2))
    assert edge > luminance(theme.theme.paper) + 0.05
    assert inside == luminance(theme.theme.raised)


def luminance(name: str) -> float:
    """As WCAG 2 measures it."""
    parts = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

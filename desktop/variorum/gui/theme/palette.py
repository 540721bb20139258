"""From a theme to the palette that Fusion paints with: every role, in every group. Knows no widgets."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from variorum.gui.theme.theme import Theme

_Role = QPalette.ColorRole


def mix(first: str, second: str, share: float) -> QColor:
    """The color that lies `share` (0 to 1) of the way from `first` to `second`."""
    a, b = QColor(first), QColor(second)
    parts = [round(x + (y - x) * share) for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)]  # type: ignore[index]
    return QColor(*parts)


def palette(theme: Theme) -> QPalette:
    """The palette of `theme`. Windows that are not active look like active ones; disabled text fades."""
    result = QPalette()
    for role, color in _roles(theme).items():
        result.setColor(role, color)
    for role, color in _disabled(theme).items():
        result.setColor(QPalette.ColorGroup.Disabled, role, color)
    return result


def _roles(theme: Theme) -> dict[QPalette.ColorRole, QColor]:
    edge = theme.line_strong
    return {
        _Role.Window: QColor(theme.chrome),
        _Role.WindowText: QColor(theme.ink),
        _Role.Base: QColor(theme.paper),
        _Role.AlternateBase: QColor(theme.hover),
        _Role.Text: QColor(theme.ink),
        _Role.PlaceholderText: QColor(theme.ink_soft),
        _Role.Button: QColor(theme.raised),
        _Role.ButtonText: QColor(theme.ink),
        _Role.BrightText: QColor(theme.error),
        _Role.ToolTipBase: QColor(theme.raised),
        _Role.ToolTipText: QColor(theme.ink),
        _Role.Highlight: QColor(theme.selection),
        _Role.HighlightedText: QColor(theme.ink),
        _Role.Accent: QColor(theme.focus),
        _Role.Link: QColor(theme.focus),
        _Role.LinkVisited: QColor(theme.kinds["figure"].rule),
        # The bevel: Fusion draws outlines with Dark and Mid, gradients with Light and Midlight.
        _Role.Light: QColor(theme.raised),
        _Role.Midlight: mix(theme.raised, theme.line, 0.5),
        _Role.Mid: QColor(theme.line),
        _Role.Dark: mix(theme.line, edge, 0.6),
        _Role.Shadow: QColor(edge) if theme.dark else mix(theme.ink, theme.chrome, 0.4),
    }


def _disabled(theme: Theme) -> dict[QPalette.ColorRole, QColor]:
    faded = mix(theme.ink, theme.chrome, 0.6)
    return {
        _Role.WindowText: faded,
        _Role.Text: faded,
        _Role.ButtonText: faded,
        _Role.PlaceholderText: faded,
        _Role.HighlightedText: faded,
        _Role.ToolTipText: faded,
        _Role.Base: QColor(theme.chrome),
        _Role.Button: QColor(theme.chrome),
        _Role.Highlight: QColor(theme.hover),
        _Role.Accent: faded,
        _Role.Link: faded,
    }

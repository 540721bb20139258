"""Painting the tracks of moved passages and their labels, for the gutter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from variorum.gui.compare.lanes import BRACKET, TRACK, Track, label_spots
from variorum.gui.compare.presentation import Link
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService

ROUND = 9.0
"""Radius of a track's bends, in pixels."""
LABEL = 15.0
"""Height of a label, in pixels."""
HAND = 12.0
"""Size of the sign of a link made by hand in a label, in pixels."""


def bracket_path(track: Track, width: float, links: Iterable[int] | None = None) -> QPainterPath:
    """The brackets beside the passages of a track; of these links only, if any are given."""
    path = QPainterPath()
    for x, ends in zip((-1.0, width - BRACKET), track.brackets(links), strict=True):
        for end in ends:
            path.addRect(QRectF(x, end.top, BRACKET + 1, end.bottom - end.top))
    return path


def track_path(track: Track, width: float) -> QPainterPath:
    """The outline of a track between its brackets."""
    bend, fall = track.lane.place * width, track.right - track.left
    bow = min(ROUND, abs(fall) / 2)
    turn = bow if fall > 0 else -bow
    line = QPainterPath(QPointF(BRACKET, track.left))
    if bow > 0:
        line.lineTo(bend - bow, track.left)
        line.quadTo(bend, track.left, bend, track.left + turn)
        line.lineTo(bend, track.right - turn)
        line.quadTo(bend, track.right, bend + bow, track.right)
    line.lineTo(width - BRACKET, track.right)
    stroker = QPainterPathStroker()
    stroker.setWidth(TRACK)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line).simplified()


def label_words(link: Link) -> str:
    """How many passages a link has passed and in which direction, as the other modes say it; "" for none."""
    return f"{'↓' if link.distance > 0 else '↑'} {abs(link.distance)}" if link.distance else ""


def place_labels(
    painter: QPainter, tracks: Iterable[Track], links: Mapping[int, Link], width: float, taken: list[QRectF]
) -> list[tuple[QRectF, Track]]:
    """Where the labels of these tracks stand, clear of what is `taken` and of each other; the painter has their font.

    What moved furthest comes first: where two don't fit, the lesser is left out. A lane that forks has one label.
    """
    placed: list[tuple[QRectF, Track]] = []
    labelled: set[int] = set()
    for track in sorted(tracks, key=lambda track: _weight(links[track.links[0]]), reverse=True):
        link = links[track.links[0]]
        words = label_words(link)
        if not track.whole or track.lane.group in labelled or not (words or link.by_hand):
            continue
        advance = painter.fontMetrics().horizontalAdvance(words)
        box = _free_box(track, advance + 8 + (HAND + 2 if link.by_hand else 0), width, taken)
        if box is not None:
            labelled.add(track.lane.group)
            taken.append(box)
            placed.append((box, track))
    return placed


def _weight(link: Link) -> tuple[bool, int]:
    """How much a label is needed: a link made by hand has its sign there."""
    return link.by_hand, abs(link.distance)


def _free_box(track: Track, wide: float, width: float, taken: Sequence[QRectF]) -> QRectF | None:
    for x, y in label_spots(track, width, LABEL):
        left = min(max(x - wide / 2, BRACKET + 2), width - BRACKET - 2 - wide)
        box = QRectF(left, y - LABEL / 2, wide, LABEL)
        if not any(box.adjusted(-1, -1, 1, 1).intersects(other) for other in taken):
            return box
    return None


def draw_label(painter: QPainter, theme: ThemeService, box: QRectF, link: Link, *, lit: bool) -> None:
    """A label on its track, on a ground of its own."""
    painter.setPen(QPen(theme.color("line_strong"), 1.0))
    painter.setBrush(theme.color("paper"))
    painter.drawRoundedRect(box, LABEL / 2, LABEL / 2)
    painter.setPen(theme.color("ink" if lit else "soft"))
    room = box
    if link.by_hand:
        sign = QRectF(box.right() - HAND - 5, box.center().y() - HAND / 2, HAND, HAND)
        draw_icon(painter, "by-hand", sign, theme.theme.ink_soft)
        room = box.adjusted(0, 0, -HAND - 2, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, label_words(link))


def draw_shape(painter: QPainter, path: QPainterPath, tone: tuple[QColor, QPen], paper: QColor) -> None:
    """A part of a track, in its fill and with its edge, clear of the ribbons it crosses."""
    fill, edge = tone
    painter.fillPath(path, paper)
    painter.setBrush(fill)
    painter.setPen(edge)
    painter.drawPath(path)

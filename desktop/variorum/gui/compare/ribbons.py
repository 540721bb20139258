"""The gutter between the panes: ribbons that join linked passages, tracks of moved ones, stubs, kind icons.

Draws what `geometry` and `lanes` say for the present scroll positions. Knows neither the panes nor the texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from variorum.core.collate.changes import INSIDE, ChangeKind
from variorum.gui.compare.geometry import BandMap, Extent, Ribbon, Stub, link_at
from variorum.gui.compare.lane_paint import bracket_path, draw_label, draw_shape, place_labels, track_path
from variorum.gui.compare.lanes import Lane, Move, Track, assign, tracks
from variorum.gui.compare.presentation import Link, Presentation, Side
from variorum.gui.compare.wording import far
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

WIDTH = 64
REACH = 22.0
"""How far a stub reaches into the gutter, in pixels."""
MARGIN = 60.0
"""How far off screen an end may be, in pixels, for its ribbon to be drawn whole."""
ICON = 12.0
HAND = 14.0
"""Size of the sign of links made by hand, in pixels."""
OPACITY = 0.32
OPACITY_UNCHANGED = 0.18
Sign = tuple[float, Side, ChangeKind]
"""Document height, side and kind of an icon at the start of a passage."""


class Gutter(QWidget):
    """Paints only what meets the view; hovering tells the claim, pressing the link."""

    claim_hovered = Signal(object)
    """The number of a claim, or None."""
    link_pressed = Signal(object)
    """A `Link`."""

    def __init__(self, theme: ThemeService, explain: Callable[[Link], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._explain = explain
        self._map = BandMap(())
        self._links: Mapping[int, Link] = {}
        self._signs: tuple[Sign, ...] = ()
        self._scroll = {Side.LEFT: 0, Side.RIGHT: 0}
        self._line_height = 24.0
        self._lit: int | None = None
        self._lanes: dict[int, Lane] = {}
        self._ribbons: list[Ribbon] = []
        self._tracks: list[Track] = []
        self._stubs: list[Stub] = []
        self._numbers: list[tuple[QRectF, Stub]] = []
        """Where the distances of stubs were written last."""
        self._labels: list[tuple[QRectF, Track]] = []
        """Where the labels of tracks were written last."""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Links between the versions"))
        self.setAccessibleDescription(
            tr(
                "A number with an arrow says how many lines further down or up the counterpart of a passage stands. "
                "On the track of a moved passage it says how many passages it has passed."
            )
        )
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def join(self, bands: BandMap, links: Mapping[int, Link], signs: tuple[Sign, ...], line_height: float) -> None:
        """Join these bands from now on, `links` by their numbers; stubs tell their distance in `line_height` pixels."""
        self._map, self._links, self._signs, self._line_height = bands, links, signs, line_height
        self._assign()
        self._place()

    def move_to(self, left: int, right: int) -> None:
        """The panes have moved."""
        self._scroll = {Side.LEFT: left, Side.RIGHT: right}
        self._place()

    def light(self, claim: int | None) -> None:
        """Draw the ribbons of this claim opaque."""
        if claim != self._lit:
            self._lit = claim
            self.update()

    def _assign(self) -> None:
        """Give the moved links their lanes, as the height of the view allows."""
        moves = {
            number: Move(link.distance, link.doubtful, link.by_hand)
            for number, link in self._links.items()
            if link.tone is ChangeKind.MOVED
        }
        self._lanes = assign(self._map.bands, moves, self.height() + 2 * MARGIN)

    def _place(self) -> None:
        left, right = self._scroll[Side.LEFT], self._scroll[Side.RIGHT]
        ribbons, self._stubs = self._map.visible(left, right, self.height(), MARGIN)
        self._ribbons = [ribbon for ribbon in ribbons if ribbon.link not in self._lanes]
        self._tracks = tracks(ribbons, self._lanes, self.height())
        self.update()

    def resizeEvent(self, event: QEvent) -> None:
        self._assign()
        self._place()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.theme.paper))
        for ribbon in sorted(self._ribbons, key=self._depth):
            self._draw_ribbon(painter, ribbon)
        for track in sorted(self._tracks, key=self._lit_in):
            self._draw_track(painter, track)
        painter.setFont(self._theme.interface_font(10.5, tabular=True))
        signs = self._visible_signs()
        taken = [box for box, _ in signs]
        self._numbers.clear()
        for stub in self._stubs:
            self._draw_stub(painter, stub, taken)
        by_hand = (ribbon for ribbon in self._ribbons if self._links[ribbon.link].by_hand)
        taken += [self._draw_hand(painter, ribbon) for ribbon in by_hand]
        self._labels = place_labels(painter, self._tracks, self._links, self.width(), taken)
        for box, track in self._labels:
            draw_label(painter, self._theme, box, self._links[track.links[0]], lit=bool(self._lit_in(track)))
        lit = self._lit_paths()
        for box, kind in signs:
            # It would be lost on the full color, and unlike itself with an edge through it.
            if any(path.intersects(box) for path in lit) or self._is_cut(box):
                self._draw_ground(painter, box)
            draw_icon(painter, kind.value, box, self._theme.theme.kinds[kind].rule)

    def _lit_paths(self) -> list[QPainterPath]:
        ribbons = (ribbon for ribbon in self._ribbons if self._is_lit(self._links[ribbon.link]))
        stubs = (stub for stub in self._stubs if self._is_lit(self._links[stub.link]))
        return [
            *(ribbon_path(ribbon.left, ribbon.right, self.width()) for ribbon in ribbons),
            *(self._stub_path(stub)[0] for stub in stubs),
            *(track_path(track, self.width()) for track in self._tracks if self._lit_in(track)),
        ]

    def _is_cut(self, box: QRectF) -> bool:
        """Whether the edge of a ribbon runs through what stands here."""
        for ribbon in self._ribbons:
            ends = (ribbon.edges_at(x, self.width()) for x in (box.left(), box.right()))
            edges = [(end.top, end.bottom) for end in ends]
            for one, other in zip(*edges, strict=True):
                if min(one, other) < box.bottom() and max(one, other) > box.top():
                    return True
        return False

    def _lit_in(self, track: Track) -> list[int]:
        """Those links of a track that are lit."""
        return [number for number in track.links if self._is_lit(self._links[number])]

    def _depth(self, ribbon: Ribbon) -> tuple[bool, bool]:
        """Ribbons of quotations and figures lie over those of claims, lit ones over all."""
        link = self._links[ribbon.link]
        return self._is_lit(link), link.tone in INSIDE

    def _draw_ribbon(self, painter: QPainter, ribbon: Ribbon) -> None:
        self._set_tone(painter, self._links[ribbon.link])
        painter.drawPath(ribbon_path(ribbon.left, ribbon.right, self.width()))

    def _draw_track(self, painter: QPainter, track: Track) -> None:
        """The track of what moved together; where one of it is lit, with the bracket of that one."""
        lit, paper = self._lit_in(track), self._theme.color("paper")
        tone = partial(self._tone, self._links[track.links[0]])
        draw_shape(painter, bracket_path(track, self.width()), tone(lit=False), paper)
        draw_shape(painter, track_path(track, self.width()), tone(lit=bool(lit)), paper)
        if lit:
            draw_shape(painter, bracket_path(track, self.width(), lit), tone(lit=True), paper)

    def _draw_hand(self, painter: QPainter, ribbon: Ribbon) -> QRectF:
        """The sign of a link made by hand, in the middle of its ribbon; where it stands."""
        middle = ribbon.edges_at(self.width() / 2, self.width()).middle
        box = QRectF((self.width() - HAND) / 2, middle - HAND / 2, HAND, HAND)
        painter.setPen(QPen(self._theme.color("line_strong"), 1.0))
        painter.setBrush(self._theme.color("paper"))
        painter.drawEllipse(box.adjusted(-3, -3, 3, 3))
        draw_icon(painter, "by-hand", box, self._theme.theme.ink)
        return box.adjusted(-3, -3, 3, 3)

    def _draw_stub(self, painter: QPainter, stub: Stub, taken: list[QRectF]) -> None:
        path, tip = self._stub_path(stub)
        self._set_tone(painter, self._links[stub.link])
        painter.drawPath(path)
        self._draw_distance(painter, stub, min(max(tip, 8.0), self.height() - 8.0), taken)

    def _stub_path(self, stub: Stub) -> tuple[QPainterPath, float]:
        """The outline of a stub, and how high its tip is."""
        start, reach = (0.0, REACH) if stub.on_left else (float(self.width()), self.width() - REACH)
        extent = stub.extent
        tip = extent.middle + (6 if stub.distance > 0 else -6)
        path = QPainterPath(QPointF(start, extent.top))
        middle = (start + reach) / 2
        path.cubicTo(middle, extent.top, middle, tip, reach, tip)
        path.cubicTo(middle, tip, middle, extent.bottom, start, extent.bottom)
        return path, tip

    def _draw_distance(self, painter: QPainter, stub: Stub, y: float, taken: list[QRectF]) -> None:
        """How many lines away the other end is, beside the stub's tip, below what is written there already."""
        lines = self._lines_off(stub)
        words = f"{'↓' if lines > 0 else '↑'}{abs(lines)}"
        by_hand = self._links[stub.link].by_hand
        width = painter.fontMetrics().horizontalAdvance(words) + 2 + (ICON + 2 if by_hand else 0)
        box = QRectF(REACH + 1 if stub.on_left else self.width() - REACH - 1 - width, y - 8, width, 15)
        while any(box.intersects(other) for other in taken):
            box.translate(0, 13)
        taken.append(box)
        self._numbers.append((box, stub))
        self._draw_ground(painter, box)
        painter.setPen(self._theme.color("ink" if self._is_lit(self._links[stub.link]) else "soft"))
        if by_hand:
            sign = QRectF(box.right() - ICON - 1, box.center().y() - ICON / 2, ICON, ICON)
            draw_icon(painter, "by-hand", sign, self._theme.theme.ink_soft)
        room = box.adjusted(0, 0, -ICON - 2, 0) if by_hand else box
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_ground(self, painter: QPainter, box: QRectF) -> None:
        ground = self._theme.color("paper")
        ground.setAlphaF(0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)

    def _lines_off(self, stub: Stub) -> int:
        lines = max(1, round(abs(stub.distance) / self._line_height))
        return lines if stub.distance > 0 else -lines

    def _visible_signs(self) -> list[tuple[QRectF, ChangeKind]]:
        """The icons on screen, those at the same height beside each other."""
        found: list[tuple[QRectF, ChangeKind]] = []
        last = {Side.LEFT: -99.0, Side.RIGHT: -99.0}
        place = {Side.LEFT: 0, Side.RIGHT: 0}
        for top, side, kind in self._signs:
            y = top - self._scroll[side]
            if not -ICON <= y <= self.height():
                continue
            place[side] = place[side] + 1 if y - last[side] < ICON else 0
            last[side] = y
            x = 5 + place[side] * (ICON + 2)
            left = x if side is Side.LEFT else self.width() - x - ICON
            found.append((QRectF(left, y + 3, ICON, ICON), kind))
        return found

    def _is_lit(self, link: Link) -> bool:
        return link.claim is not None and link.claim == self._lit

    def _set_tone(self, painter: QPainter, link: Link) -> None:
        fill, edge = self._tone(link, lit=self._is_lit(link))
        painter.setBrush(fill)
        painter.setPen(edge)

    def _tone(self, link: Link, *, lit: bool) -> tuple[QColor, QPen]:
        """The fill and the edge of a link."""
        tone, theme = link.tone, self._theme.theme
        loud = tone in INSIDE
        base = QColor(theme.kinds[tone].rule if tone is not None and loud else theme.ribbon)
        fill, edge = QColor(base), QColor(base)
        opacity = OPACITY if tone is not None else OPACITY_UNCHANGED
        fill.setAlphaF(1.0 if lit else opacity * (0.45 if link.doubtful else 0.75 if loud else 1.0))
        edge.setAlphaF(
            1.0 if lit or tone is not None else 2 * OPACITY_UNCHANGED
        )  # what is linked must be seen at its edge
        moved = Qt.PenStyle.DotLine if tone is ChangeKind.MOVED else Qt.PenStyle.SolidLine  # as around the passages
        return fill, QPen(edge, 1.0, Qt.PenStyle.DashLine if link.doubtful else moved)

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        link = self._link_under(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if link is None else Qt.CursorShape.PointingHandCursor)
        self.claim_hovered.emit(link.claim if link else None)

    def leaveEvent(self, event: QEvent) -> None:
        self.claim_hovered.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        link = self._link_under(event.position())
        if link is not None and event.button() is Qt.MouseButton.LeftButton:
            self.link_pressed.emit(link)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, point: QPointF) -> str:
        """What is told of the number, stub or ribbon under `point`; "" where there is none."""
        x, y = point.x(), point.y()
        under = [stub for box, stub in self._numbers if box.contains(point)]
        under += [stub for stub in self._stubs if stub.contains(x, y, self.width(), REACH)]
        link = self._links[under[0].link] if under else self._link_under(point)
        told = (far(self._lines_off(under[0])) if under else "", self._explain(link) if link else "")
        return "\n".join(part for part in told if part)

    def _link_under(self, point: QPointF) -> Link | None:
        hits = [track.links[0] for box, track in self._labels if box.contains(point)]
        hits += [hit for track in self._tracks if (hit := track.hit(point.x(), point.y(), self.width())) is not None]
        if hits:
            return self._links[hits[0]]
        number = link_at(point.x(), point.y(), self.width(), REACH, self._ribbons, self._stubs)
        return None if number is None else self._links[number]


def ribbon_path(left: Extent, right: Extent, width: float) -> QPainterPath:
    """A ribbon with half-width Béziers as its edges, open at the ends where it meets the passages."""
    half = width / 2
    path = QPainterPath(QPointF(-1, left.top))
    path.cubicTo(half, left.top, half, right.top, width + 1, right.top)
    path.lineTo(width + 1, right.bottom)
    path.cubicTo(half, right.bottom, half, left.bottom, -1, left.bottom)
    path.closeSubpath()
    return path


def signs(
    shown: Presentation, left: Mapping[int, tuple[Extent, ...]], right: Mapping[int, tuple[Extent, ...]]
) -> tuple[Sign, ...]:
    """The icons of every passage with visible changes, at its first line, from the top down; by the extents of the
    passages on either side."""
    found: list[Sign] = []
    for number, kinds in shown.kinds_by_passage.items():
        side, extents = (Side.LEFT, left[number]) if left.get(number) else (Side.RIGHT, right.get(number, ()))
        if extents:
            found += [(extents[0].top, side, kind) for kind in kinds]
    return tuple(sorted(found, key=lambda sign: sign[0]))

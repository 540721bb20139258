"""ProseView: an article set for reading, with marks painted under and over its text. Knows no searches, no comparisons.

QTextDocument does layout, selection, copying and accessibility; grounds, rules, strikes and the letters' colors are
painted here, so that a change of marks never lays the text out anew (bold excepted). Offsets are the source's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from variorum.core.text.model import Article, Span
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.choosing import whole_words
from variorum.gui.widgets.prose_canvas import Canvas, Frame
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_keys import SelectingKeys
from variorum.gui.widgets.prose_layout import ProseLayout
from variorum.gui.widgets.prose_marks import LAYERS, Mark
from variorum.gui.widgets.prose_motion import Flash, Glide
from variorum.gui.widgets.prose_page import Place, ProsePage
from variorum.gui.widgets.prose_paper import Paper
from variorum.gui.widgets.wheel import takes_size


class ProseView(Paper):
    """Shows one article. `column` uses the whole width and leaves out the byline: the panes of a comparison."""

    pressed = Signal(int)
    """The source offset of a click (press and release without dragging)."""
    laid_out = Signal()
    """Lines have moved (size, font, folding, another article): ask for rectangles again. Once per turn of the loop."""
    size_asked = Signal(int)
    """Ctrl+wheel: larger (1) or smaller (-1)."""
    folding_changed = Signal()
    """A folded part was opened or closed."""

    def __init__(
        self,
        theme: ThemeService,
        parent: QWidget | None = None,
        *,
        column: bool = False,
        layers: Sequence[str] = LAYERS,
    ) -> None:
        super().__init__(theme, parent)
        self._column = column
        self._page = ProsePage(self.document(), Typography(theme, theme.reading_px, column), not column, layers)
        self._canvas = Canvas(self._page)
        self._pressed_at: QPoint | None = None
        self._focused: int | None = None
        self._gone_to: int | None = None
        self._glide = Glide(self.verticalScrollBar())
        self._flash = Flash(self.viewport())
        self._announce = QTimer(self)
        self._announce.setSingleShot(True)
        self._announce.timeout.connect(self.laid_out)
        SelectingKeys(self, self._position_gone_to)
        self._set_up(framed=not column)
        theme.reading_px_changed.connect(self.set_reading_size)

    # What is shown

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._page.article

    def show_article(
        self,
        article: Article | None,
        marks: Mapping[str, Sequence[Mark]] | None = None,
        layout: ProseLayout | None = None,
    ) -> None:
        """Show `article` from its top, folded, with these marks by layer and no others; None empties the view.

        Its `layout` (folded, with a byline unless this is a column) may be given, made where nobody waits.
        """
        self._glide.stop()
        self._flash.stop()
        self._focused = self._gone_to = None
        self._page.show(article, self._page.type.margins(self.viewport().width()), marks, layout)
        self._take_document()
        self.verticalScrollBar().setValue(0)
        self._moved()

    def set_marks(self, layer: str, marks: Sequence[Mark]) -> None:
        """Replace the marks of a layer. Raises `ValueError` for a layer this view hasn't got."""
        if self._page.put(layer, marks):
            self._moved()
        self.viewport().update()

    def set_reading_size(self, px: int) -> None:
        """Set the text at `px` logical pixels, keeping the place one reads."""
        if px != self._page.type.px:
            self._page.type = Typography(self._theme, px, self._column)
            self._set_anew()

    # Folding

    def set_folded(self, folded: bool) -> None:
        """Fold all furniture and repeated text, or open all of it."""
        if self._page.set_folded(folded):
            self._refolded()

    @property
    def folded(self) -> bool:
        """Whether anything is folded now."""
        return len(self._page.opened) < self.folds

    @property
    def folds(self) -> int:
        """How many parts can be folded."""
        return len(self._page.folds())

    # Places

    def rects_of(self, span: Span) -> list[QRectF]:
        """A rectangle a line for what is shown of `span`, in document coordinates; empty where nothing of it is."""
        return list(self._page.rects_of(span))

    def offset_at(self, point: QPoint) -> int | None:
        """The source offset of the character under `point` (of the viewport), or None beside the text."""
        return self._page.offset_under(self._in_document(point))

    def selected_span(self) -> Span | None:
        """What of the source is selected, from its first to its last character."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._page.layout.span_between(cursor.selectionStart(), cursor.selectionEnd())

    def chosen_words(self) -> str:
        """What of the source is selected, with the whole of the words at its ends; "" where nothing is."""
        span = self.selected_span()
        if span is None or self.article is None:
            return ""
        return Span(*whole_words(self.article.text, span.start, span.end)).of(self.article.text).strip()

    def chosen_texts(self) -> tuple[str, ...]:
        """The same, as `ChoosesWords` has it."""
        words = self.chosen_words()
        return (words,) if words else ()

    def reveal(self, span: Span, at: float = 0.4, *, eased: bool = True) -> None:
        """Scroll so that `span` begins at the fraction `at` of the height, opening a folded part that holds it.

        Not `eased` if motion is reduced or the view isn't shown yet.
        """
        self._gone_to = span.start
        if self._page.open_at(span.start):
            self._refolded()
        rects = self._page.rects_of(span)
        if rects:
            self._scroll_to(rects[0].top() - at * self.viewport().height(), eased and self.isVisible())

    def _position_gone_to(self) -> int | None:
        return None if self._gone_to is None else self._page.layout.position_of(self._gone_to)

    def shows(self, span: Span) -> bool:
        """Whether all of `span` is in view, away from the edges; while gliding, whether it will be on arrival."""
        on_the_way = self._glide.target - self.verticalScrollBar().value()
        room = (
            self._visible()
            .translated(0, on_the_way)
            .adjusted(0, self._page.type.line_height, 0, -3 * self._page.type.line_height)
        )
        rects = self._page.rects_of(span)
        return bool(rects) and all(room.contains(rect) for rect in rects)

    def flash(self, span: Span) -> None:
        """Let `span` light up once; not where motion is reduced."""
        if not self._theme.reduced_motion:
            self._flash.start(span)

    def place(self) -> Place | None:
        """What one reads at the top of the view, whatever the width and size; None at the very top of the page."""
        top = self.verticalScrollBar().value()
        return self._page.place_at(top) if top else None

    def go_to(self, place: Place | None) -> None:
        """Return to a `place`, at once. None leaves the view where it is."""
        if place is not None:
            offset, below = place
            self._scroll_to(self._page.height_of(offset) + below)

    def _scroll_to(self, top: float, eased: bool = False) -> None:
        if top > self.verticalScrollBar().maximum():
            self.finish()
        self._glide.to(round(top), eased and not self._theme.reduced_motion)

    # How it is laid out

    def _set_anew(self) -> None:
        """Set the same article again and stay at the place one reads."""
        place = self.place()
        self._page.set(self._page.type.margins(self.viewport().width()))
        self._take_document()
        self._moved()
        self.go_to(place)

    def _take_document(self) -> None:
        """Show the page's document instead of the one of before."""
        before = self.document()
        ours = before.parent() is self  # the one it was made with goes by itself
        self._page.document.setParent(self)
        self.setDocument(self._page.document)
        self.setTextCursor(QTextCursor(self._page.document))
        if ours:
            before.deleteLater()

    def _refolded(self) -> None:
        self._focused = None
        self._set_anew()
        self.folding_changed.emit()

    def _moved(self) -> None:
        self._page.forget()
        self._canvas.forget()
        self._announce.start(0)
        self.viewport().update()

    # Qt's own calls

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        origin = self._in_document(QPoint(0, 0))
        painter.translate(-origin)
        clip = QRectF(event.rect()).translated(origin)
        painter.setClipRect(clip)
        self._canvas.draw(painter, Frame(clip, self._theme.theme, self.textCursor(), self._focused, self._flash.now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place()
        self.document().rootFrame().setFrameFormat(self._page.type.margins(self.viewport().width()))
        super().resizeEvent(event)
        self._moved()
        if event.oldSize().width() != event.size().width():
            self.go_to(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._page.text_between(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not takes_size(event, self.size_asked):
            self._glide.stop()
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._glide.stop()
        self._focused = None
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point, start = event.position().toPoint(), self._pressed_at
        self._pressed_at = None
        if start is None or (point - start).manhattanLength() >= QApplication.startDragDistance():
            return
        number = self._page.block_under(self._in_document(point))
        if number is not None:
            self._toggle(number)
            return
        offset = self.offset_at(point)
        if offset is not None:
            self.pressed.emit(offset)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            point = event.position().toPoint()
            over_fold = self._page.block_under(self._in_document(point)) is not None
            shape = Qt.CursorShape.PointingHandCursor if over_fold else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self._hover(None if over_fold else self.offset_at(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._glide.stop()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            self._toggle(self._focused)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the placeholders as through links, then leaves the view."""
        folds = self._page.folds()
        place = folds.index(self._focused) if self._focused in folds else (-1 if forward else len(folds))
        place += 1 if forward else -1
        if not 0 <= place < len(folds):
            self._focused = None
            self.viewport().update()
            return super().focusNextPrevChild(forward)
        self._focused = folds[place]
        box = self._page.fold_box(self._focused)
        if not self._visible().contains(box):
            self._scroll_to(box.top() - self.viewport().height() / 2, eased=True)
        self.viewport().update()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focused = None
        self.viewport().update()

    def _toggle(self, number: int) -> None:
        """Open or close the folded part whose placeholder is block `number`, which stays where it is and focused."""
        had_focus = self._focused is not None
        self._page.toggle_fold(self._page.layout.blocks[number].fold)
        self._refolded()
        self._focused = number if had_focus else None

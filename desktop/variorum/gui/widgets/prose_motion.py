"""Movement on prose: gliding to a place and one flash on arrival. Knows neither articles nor painting."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QVariantAnimation
from PySide6.QtWidgets import QScrollBar, QWidget

from variorum.core.text.model import Span

GLIDE_MS = 140
FLASH_MS = 600


class Glide:
    """Moves a scroll bar, eased."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._animation = QPropertyAnimation(bar, b"value", bar)
        self._animation.setDuration(GLIDE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)

    def to(self, value: int, eased: bool) -> None:
        """Go to `value`, at once or eased."""
        self._animation.stop()
        value = max(self._bar.minimum(), min(value, self._bar.maximum()))
        if not eased or value == self._bar.value():
            self._bar.setValue(value)
            return
        self._animation.setStartValue(self._bar.value())
        self._animation.setEndValue(value)
        self._animation.start()

    @property
    def target(self) -> int:
        """Where it is going, or where it stands."""
        gliding = self._animation.state() is QPropertyAnimation.State.Running
        return int(self._animation.endValue()) if gliding else self._bar.value()

    def stop(self) -> None:
        """Stay where it is."""
        self._animation.stop()


class Flash:
    """A span that lights up once and fades; updates `viewport` at each step and ends with it."""

    def __init__(self, viewport: QWidget) -> None:
        self._span: Span | None = None
        self._animation = QVariantAnimation(viewport)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setDuration(FLASH_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.InQuad)
        self._animation.valueChanged.connect(lambda _: viewport.update())
        self._animation.finished.connect(self.stop)

    def start(self, span: Span) -> None:
        """Light up `span`, and nothing else any more."""
        self._animation.stop()
        self._span = span
        self._animation.start()

    def stop(self) -> None:
        """No light."""
        self._span = None
        self._animation.stop()

    @property
    def now(self) -> tuple[Span, float] | None:
        """What is lit and how strongly, from 1 to 0."""
        if self._span is None:
            return None
        return self._span, float(self._animation.currentValue())

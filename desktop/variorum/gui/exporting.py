"""Saving the comparison that is shown as HTML or JSON. Asks where to, writes in the background, says how it went."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from variorum.core.collate.model import Comparison
from variorum.core.handmade.model import Review
from variorum.gui.services import Services
from variorum.gui.trouble import sentence

Reviews = Mapping[int, Review]
Render = Callable[[Comparison, Reviews, str], str]


class Exporting(QObject):
    """The slots of File → Export comparison. `comparison` tells what is shown, if anything, `reviews` what was said of
    its changes, by their numbers."""

    said = Signal(str)

    def __init__(
        self,
        services: Services,
        comparison: Callable[[], Comparison | None],
        reviews: Callable[[], Reviews],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._comparison, self._reviews = comparison, reviews
        self._window = window

    def save_html(self) -> None:
        """Save as a page that needs nothing but a browser."""
        self._save("HTML page (*.html)", ".html", _html)

    def save_json(self) -> None:
        """Save as data."""
        self._save("JSON (*.json)", ".json", _json)

    def _save(self, kinds: str, suffix: str, render: Render) -> None:
        comparison, reviews = self._comparison(), self._reviews()
        scheme = self._services.theme.scheme
        if comparison is None:
            return
        proposal = str(Path.home() / (file_name(comparison) + suffix))
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the comparison", proposal, kinds)
        if not name:
            return
        target = Path(name) if Path(name).suffix else Path(name + suffix)
        self._services.jobs.run(
            lambda _should_cancel: target.write_text(render(comparison, reviews, scheme), encoding="utf-8"),
            lambda _: self.said.emit(f"Saved as {target.name}."),
            lambda error: self.said.emit(_why_not(target.name, error)),
        )


def file_name(comparison: Comparison) -> str:
    """A name for the file: the beginning of the left headline, without what file systems dislike."""
    words = re.sub(r"[^\w\s-]", "", comparison.left.headline).split()
    return " ".join(words[:8]) or "Comparison"


def _html(comparison: Comparison, reviews: Reviews, scheme: str) -> str:
    from variorum.core.export.content import Scope
    from variorum.core.export.html import as_html

    return as_html(comparison, Scope(reviews=reviews, scheme=scheme))


def _json(comparison: Comparison, reviews: Reviews, _scheme: str) -> str:
    import json

    from variorum.core.export.json_export import as_json

    return json.dumps(as_json(comparison, "", "", reviews), ensure_ascii=False, indent=1) + "\n"


def _why_not(name: str, error: Exception) -> str:
    failed = f"“{name}” could not be saved"
    return f"{failed}: {error.strerror or error}." if isinstance(error, OSError) else sentence(error, failed)

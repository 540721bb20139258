"""What is on the clipboard, as text to compare or as files; or one sentence that says why it can't be compared."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from variorum.core.errors import UnreadableFileError
from variorum.core.text.decoding import LIMIT, decode, is_web_page
from variorum.gui.pairing.urls import local_files
from variorum.gui.words import tr

EMPTY = tr("The clipboard is empty: copy the text of an article first.")
PICTURE = tr("The clipboard holds a picture, not text.")
NO_TEXT = tr("The clipboard holds nothing that can be read as text.")
BLANK = tr("The clipboard holds no words, only blank space.")
WEB_PAGE = tr("The clipboard holds the source of a web page (HTML): copy the article as the browser shows it.")


def copied(data: QMimeData | None) -> str | tuple[Path, ...]:
    """The text on the clipboard, rich text as plain, or the files that were copied in a file manager.

    Raises `UnreadableFileError` with one sentence where it is empty, too large, or no text.
    """
    if data is None or not data.formats():
        raise UnreadableFileError(EMPTY)
    files = local_files(data.urls())
    if files:
        return files
    text = data.text() if data.hasText() else ""
    if not text.strip() and data.hasHtml():
        text = QTextDocumentFragment.fromHtml(data.html()).toPlainText()
    if not text and data.hasImage():
        raise UnreadableFileError(PICTURE)
    if not text:
        raise UnreadableFileError(NO_TEXT)
    return checked(text)


def checked(text: str) -> str:
    """A text that was copied, with line feeds as line ends. Raises `UnreadableFileError` as `copied` does."""
    if text.isspace():
        raise UnreadableFileError(BLANK)
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > LIMIT:
        size, most = len(data) / 1e6, LIMIT // 1_000_000
        raise UnreadableFileError(
            tr(
                "The clipboard holds too much ({size} MB): texts of up to {most} MB can be read.",
                size=f"{size:.0f}",
                most=most,
            )
        )
    if is_web_page(text):
        raise UnreadableFileError(WEB_PAGE)
    try:
        return decode(data, "clipboard")
    except UnreadableFileError as error:  # which speaks of a file
        raise UnreadableFileError(NO_TEXT) from error

"""Recognizes files that are not plain text by their first bytes, so that a refusal can name what they are.

Nothing is ever unpacked or parsed. Knows bytes only, not where they came from.
"""

from __future__ import annotations

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (4, b"ftypheic", "a HEIC image"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyp", "a video or sound file"),
    (8, b"WAVE", "a sound file"),
    (8, b"AVI ", "a video file"),
    (0, b"ID3", "an MP3 sound file"),
    (0, b"OggS", "an Ogg sound file"),
    (0, b"fLaC", "a FLAC sound file"),
    (0, b"\x1aE\xdf\xa3", "a Matroska or WebM video"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document (DOC, XLS or PPT)"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"(\xb5/\xfd", "a Zstandard archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a Windows program"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"wOF2", "a font"),
    (0, b"wOFF", "a font"),
    (0, b"OTTO", "a font"),
    (0, b"\x00\x01\x00\x00\x00", "a font"),
)
"""Offset, bytes found there, and what such a file is (with its article)."""

_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint file (PPTX)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
    (b"application/epub+zip", "an EPUB book"),
)
"""Names inside a ZIP archive that tell which kind of document it is."""

_LOOK_INTO = 8192


def recognize(data: bytes) -> str:
    """What kind of file `data` begins like ("a PNG image"), or "" where it is none that is known here."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        inside = data[:_LOOK_INTO] + data[-_LOOK_INTO:]
        return next((name for mark, name in _IN_ZIP if mark in inside), "a ZIP archive")
    return next((name for offset, mark, name in _SIGNATURES if data.startswith(mark, offset)), "")

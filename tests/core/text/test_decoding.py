"""Bytes become text in any usual encoding, or one sentence that names the file and says what is wrong."""

from __future__ import annotations

import codecs
import io
import os
import zipfile
from pathlib import Path

import pytest

from variorum.core.errors import UnreadableFileError
from variorum.core.text.decoding import LIMIT
from variorum.core.text.reading import decode, read_text

NEWS = "Die Minister trafen sich in Kiew. “We agree,” sagte Müller über die Größe der Zölle – 5 €."


@pytest.mark.parametrize(
    "data",
    [
        NEWS.encode(),
        codecs.BOM_UTF8 + NEWS.encode(),
        codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"),
        NEWS.encode("utf-16-le"),
        NEWS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + NEWS.encode("utf-32-le"),
        NEWS.encode("cp1252"),
    ],
)
def test_usual_encodings_give_the_same_text(data: bytes) -> None:
    assert decode(data, "news.txt") == NEWS


def test_cyrillic_code_page_is_detected() -> None:
    text = "Министр обороны заявил в среду, что союзники увеличат расходы на оборону. " * 4
    assert decode(text.encode("cp1251"), "news.txt") == text


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    data = "Zoë said “yes” – and left. Ça va, señor? ".encode() * 3 + b"\xe2\x80"
    assert decode(data, "cut.txt").startswith("Zoë said “yes” – and left. Ça va, señor?")


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == "one\ntwo\nthree\n"


def test_nul_and_surrogates_are_replaced() -> None:
    text = decode(b"A word" + b"\x00" + b" and many more words follow here. " * 20, "a.txt")
    assert text.startswith("A word\ufffd and")


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 50)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a PNG image"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "a JPEG image"),
        (b"%PDF-1.7\n%abc", "a PDF document"),
        (_zip("readme.txt"), "a ZIP archive"),
        (_zip("[Content_Types].xml", "word/document.xml"), "a Word document (DOCX)"),
        (b"{\\rtf1\\ansi Hello}", "an RTF document"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a WebP image"),
    ],
)
def test_binary_files_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        decode(data, "photo.txt")
    assert str(caught.value) == f"“photo.txt” is not a text file: it holds binary data (it looks like {kind})."


def test_unknown_binary_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="holds binary data"):
        decode(bytes(range(256)) * 40, "blob.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8, "\u00a0\u2003\n".encode()])
def test_nothing_to_read_is_said(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"“a\.txt” (is empty|holds no words)"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><html><body><p>News</p></body></html>", "\n<html lang='en'><p>x", "<p>Hi</p><div>"]
)
def test_a_web_page_is_refused_with_a_way_out(page: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"web page.*save it as plain text"):
        decode(page.encode(), "page.html")


def test_angle_brackets_in_prose_are_no_web_page() -> None:
    assert decode(b"The tag <p> opens a paragraph, he said, and a < b holds.", "a.txt")


def test_files_that_cannot_be_read_get_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"“gone\.txt” can't be found"):
        read_text(tmp_path / "gone.txt")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read_text(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFileError, match="not an ordinary file"):
        read_text(tmp_path / "pipe.txt")


def test_a_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT * 50)  # sparse: reading it would take a gigabyte of memory
    with pytest.raises(UnreadableFileError, match=r"too large .*MB"):
        read_text(path)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Der Bürgermeister sprach über „Geld“ – und dann über Straßen.", "cp1252"),
        ("Le président a dit que l’élève était « très » fâché à Orléans.", "cp1252"),
        ("A café in Paris charges €5.", "cp1252"),
        ("Prezydent powiedział, że żołnierze zostaną. Wójt gminy Łódź świętował sukces. " * 5, "cp1250"),
        ("Президент заявил в среду, что переговоры начнутся.", "koi8_r"),
        ("Ο πρωθυπουργός δήλωσε ότι οι διαπραγματεύσεις θα αρχίσουν. " * 3, "cp1253"),
        ("大統領は水曜日に記者会見を開き、交渉を直ちに開始すると述べた。" * 4, "shift_jis"),
    ],
)
def test_short_texts_in_old_code_pages(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "news.txt") == text


def test_lone_surrogates_become_replacement_characters() -> None:
    data = "The council \ud800 approved.".encode("utf-8", "surrogatepass")
    assert decode(data, "news.txt") == "The council \ufffd approved."

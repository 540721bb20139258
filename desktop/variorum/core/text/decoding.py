"""Turns the bytes of a file into text, or refuses them with one sentence that names the file and says what to do.

Knows nothing of files on disk or of articles. The text has line feeds as line ends, no byte order mark, no NUL
and no lone surrogate.
"""

from __future__ import annotations

import codecs
import re

from variorum.core.errors import UnreadableFileError
from variorum.core.text.formats import recognize
from variorum.core.words import word

LIMIT = 20 * 1024 * 1024
"""Bytes: longer files are refused."""

UNREADABLE = "\ufffd"
"""Stands for each character that could not be read."""

_SAMPLE = 64 * 1024
"""Bytes that are looked at to tell an encoding that nothing declares."""

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is a prefix of it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257", "mac_roman", "cp850")
_CODE_PAGES = (
    *_LATIN_PAGES, "cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "koi8_u", "cp866",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
"""Encodings that news texts come in when they are not Unicode; the detector chooses among these."""
_ENOUGH = 100
"""Accented words from which on statistics tell one Latin code page from another."""
_FEW = 3
"""Words of high bytes alone that a text in Latin script may have: a stray "à", a broken byte."""

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_WORD = re.compile(rb"[A-Za-z]*[\xa0-\xff][A-Za-z\xa0-\xff]*")
_MIXED_WORD = re.compile(rb"[A-Za-z]+[\xa0-\xff][A-Za-z\xa0-\xff]*|[\xa0-\xff]{1,2}[A-Za-z][A-Za-z\xa0-\xff]*")
_WEB_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|li|ul|script|style|meta|link|table|td|tr|h[1-6])\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def decode(data: bytes, name: str) -> str:
    """The text of `data`, the content of a file called `name`.

    Raises `UnreadableFileError` with one sentence where it is empty, too large, binary or a web page.
    """
    if not data:
        raise UnreadableFileError(word("“{name}” is empty."), name=name)
    if len(data) > LIMIT:
        raise UnreadableFileError(too_large(name, len(data)))
    if kind := recognize(data):
        raise UnreadableFileError(
            word("“{name}” is not a text file: it holds binary data (it looks like {kind})."), name=name, kind=kind
        )
    text = unify(_to_text(data, name))
    if not text.strip("\ufeff\ufffd\u200b \t\n") or text.isspace():
        raise UnreadableFileError(word("“{name}” holds no words, only blank space."), name=name)
    if is_web_page(text):
        raise UnreadableFileError(
            word("“{name}” is a web page (HTML): open it in a browser, copy the article and save it as plain text."),
            name=name,
        )
    return text


def too_large(name: str, size: int) -> str:
    """The sentence that refuses a file of `size` bytes."""
    return f"“{name}” is too large ({size / 1e6:.0f} MB): texts of up to {LIMIT // 1_000_000} MB can be read."


def unify(text: str) -> str:
    """`text` with line feeds as line ends and U+FFFD for what no text may hold (NUL, lone surrogates)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return without_unfit(text)


def without_unfit(text: str) -> str:
    """`text` with U+FFFD in place of each NUL and lone surrogate: as long as before, so that offsets hold."""
    return _UNFIT.sub("\ufffd", text)


def is_web_page(text: str) -> bool:
    """Whether `text` is the source of a web page rather than something to read."""
    beginning = text[:8192]
    return bool(_WEB_PAGE.match(beginning)) or sum(len(tag) for tag in _TAG.findall(beginning)) > len(beginning) * 0.1


def _to_text(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        text = ""
    if text and not _looks_binary(data):
        return text
    for encoding in ("utf-16-le", "utf-16-be"):
        if _is_utf16(data, encoding):
            return data.decode(encoding, errors="replace")
    if _looks_binary(data):
        raise UnreadableFileError(word("“{name}” is not a text file: it holds binary data."), name=name)
    return _damaged_utf8(data) or data.decode(_code_page(data), errors="replace")


def _looks_binary(data: bytes) -> bool:
    """Whether more than one byte in 200 is a control character that no text has (NUL among them)."""
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > len(sample) / 200


def _is_utf16(data: bytes, encoding: str) -> bool:
    """Whether unmarked `data` reads as text in this order of bytes: spaces, and hardly anything unprintable."""
    if len(data) % 2:
        return False
    sample = data[: _SAMPLE & ~1].decode(encoding, errors="replace")
    spaces = sum(map(sample.count, " \n\t"))
    printable = sum(map(str.isprintable, sample)) + sample.count("\n") + sample.count("\r") + sample.count("\t")
    latin = sum(ch < "\u0250" for ch in sample)
    return printable > 0.97 * len(sample) and (latin > 0.5 * len(sample) or spaces > 0.05 * len(sample))


def _damaged_utf8(data: bytes) -> str:
    """`data` as UTF-8 with U+FFFD for the few bytes that are broken; "" where it isn't UTF-8 at all."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(_HIGH.findall(data[:_SAMPLE]))
    whole = sum(ch > "\x7f" and ch != "\ufffd" for ch in text[:_SAMPLE])
    return text if beyond_ascii and whole > 2 * broken else ""


def _code_page(data: bytes) -> str:
    """The likely encoding of text that is not Unicode.

    In Latin scripts the high bytes are accents inside words of ASCII letters, and a few of them are too little for
    statistics: then it is Windows-1252, as such files mostly are. Elsewhere whole words are made of high bytes.
    """
    sample = data[:_SAMPLE]
    accented = _MIXED_WORD.findall(sample)
    foreign = len(_HIGH_WORD.findall(sample)) - len(accented)
    latin = foreign <= max(len(accented), _FEW)
    if latin and len(accented) < _ENOUGH and _is_western(sample, accented):
        return "cp1252"
    from charset_normalizer import from_bytes  # 30 ms that most files don't need

    best = from_bytes(sample, cp_isolation=list(_LATIN_PAGES if latin else _CODE_PAGES)).best()
    return best.encoding if best else "cp1252"


def _is_western(sample: bytes, accented: list[bytes]) -> bool:
    """Whether `sample` is sound Windows-1252, with nothing but letters inside its accented words."""
    try:
        sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return sum(word.decode("cp1252").isalpha() for word in accented) >= 0.9 * len(accented)

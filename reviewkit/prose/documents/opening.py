"""A file's bytes and its text; what is too large, unreadable or no text is refused, and why."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from reviewkit.errors import UserError

LARGEST = 50_000_000
"""Bytes of a file, pictures and whatever else it carries included."""
LONGEST = 10_000_000
"""Characters of its text: three times *War and Peace*; more is no article."""
MOST_LINES = 1_000_000
MOST_TAGS = 1_000_000
"""Tags and character references of a page; the HTML standard, on one page, has some 600,000."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the one for UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"(?:<meta\b[^>]{0,400}?\bcharset|\A\s{0,9}<\?xml\b[^>]{0,200}?\bencoding)"
    rb"\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4_096
"""Bytes of a page in which its encoding is looked for (the HTML standard wants it in 1,024)."""
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
"""What a page declares and what it is read as, by the names that Python gives encodings."""
_DECLARABLE = frozenset(
    [
        *("utf-8", "koi8-r", "koi8-u", "gb18030", "big5", "big5hkscs", "euc_jp", "cp932", "cp949"),
        *(f"cp{page}" for page in (874, *range(1250, 1259))),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    ]
)
"""Encodings of the HTML standard; what else a page declares is read as UTF-8, as that has it."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive (a .docx is read under that name)",
    b"\xd0\xcf\x11\xe0": "an old Office document; save it as .docx",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}


def bytes_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises
    ------
    UserError
        If it cannot be read, is no regular file, or is larger than `LARGEST`.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no regular file"
            raise UserError(f"{path} is {kind}")
        if status.st_size > LARGEST:
            raise UserError(too_large(str(path), status.st_size))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # a null character in the name
        raise UserError(f"{str(path)!r} is no name of a file: {error}") from error
    if len(data) > LARGEST:  # it grew
        raise UserError(too_large(str(path), len(data)))
    return data


def text_of(data: bytes, name: str, kind: str = "txt") -> str:
    """Return bytes as text: UTF-8, what a byte-order mark says, or for a page what it declares.

    Nothing is guessed: a text decoded wrongly would be judged by words that nobody wrote.

    Raises
    ------
    UserError
        If the bytes are in none of these, or are no text.
    """
    for start, what in _BINARY.items():
        if data.startswith(start):
            raise UserError(f"{name} is {what}, not text")
    encoding, data = _encoding(data, page=kind == "html")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{name} is not valid {encoding.upper()}: byte {error.start + 1:,}, line {line:,};"
            " save it as UTF-8"
        ) from error
    return checked(text, name, kind)


def checked(text: str, name: str, kind: str = "txt") -> str:
    """Return a text that is one, half characters (lone surrogates) replaced.

    Parameters
    ----------
    text
        As decoded.
    name
        Of the document, for messages.
    kind
        Its format. The source of a page or notebook may carry pictures and outputs: it is only held
        to what a file may have, and its text is looked at when it is known.

    Raises
    ------
    UserError
        If it is too long, has too many lines or tags, or holds a null character.
    """
    sourced = kind in ("html", "ipynb")
    few(len(text), LARGEST if sourced else LONGEST, "characters", name)
    if kind != "ipynb":
        few(text.count("\n") + text.count("\r"), 2 * MOST_LINES, "line ends", name)
    if kind == "html":
        few(text.count("<") + text.count("&"), MOST_TAGS, "tags and references", name)
    null = text.find("\0")
    if null >= 0:
        line = text.count("\n", 0, null) + 1
        hint = "; if it is UTF-16, save it as UTF-8" if text.count("\0") > len(text) // 4 else ""
        raise UserError(f"{name} holds a null character in line {line:,}: it is not text{hint}")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def few(found: int, most: int, what: str, name: str) -> None:
    """Refuse a document that holds more of something than an article does.

    Raises
    ------
    UserError
        If `found` is more than `most`.
    """
    if found > most:
        raise UserError(f"{name} is too long: {found:,} {what}, and the most is {most:,}")


def too_large(name: str, size: int) -> str:
    """Return the message for a file of so many bytes."""
    return f"{name} is too large: {size / 1e6:,.0f} MB, and the most is {LARGEST / 1e6:,.0f} MB"


def _encoding(data: bytes, *, page: bool) -> tuple[str, bytes]:
    """Return the encoding of `data`, and the data without a byte-order mark."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN) if page else None
    if declared is None:
        return "utf-8", data
    try:
        name = codecs.lookup(declared.group(1).decode("ascii", "replace")).name
    except LookupError:
        return "utf-8", data
    name = _AS_BROWSERS_DO.get(name, name)
    return (name if name in _DECLARABLE else "utf-8"), data

"""A file's bytes and its text; what is too large, unreadable or no text is refused, and why."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from reviewkit.errors import UserError

LARGEST = 50_000_000
"""Bytes of a file (of an extracted text: characters); more is no article."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the one for UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 4_096
"""Bytes of a page in which its encoding is looked for (the HTML standard wants it in 1,024)."""
_ENCODINGS = {
    "utf-8": "utf-8",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",  # what browsers read for these two
    "cp1252": "cp1252",
    "iso8859-2": "iso8859-2",
    "iso8859-9": "cp1254",
    "iso8859-15": "iso8859-15",
    "cp1250": "cp1250",
    "cp1254": "cp1254",
}
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


def text_of(data: bytes, name: str, *, page: bool = False) -> str:
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
    encoding, data = _encoding(data, page=page)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{name} is not valid {encoding.upper()}: byte {error.start + 1:,}, line {line:,};"
            " save it as UTF-8"
        ) from error
    return checked(text, name)


def checked(text: str, name: str) -> str:
    """Return a text that is one: short enough, without null characters.

    Raises
    ------
    UserError
        If it is longer than `LARGEST` or holds a null character.
    """
    if len(text) > LARGEST:
        raise UserError(too_large(name, len(text)))
    null = text.find("\0")
    if null >= 0:
        line = text.count("\n", 0, null) + 1
        raise UserError(f"{name} holds a null character in line {line:,}: it is not text")
    return text


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
    return _ENCODINGS.get(name, "utf-8"), data

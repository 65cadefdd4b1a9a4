"""Documents of a writer: one module a format, each yielding blocks; here, the way in.

Each reader is imported when a document of its format comes, so that a check of plain text does not
wait for the parsers of the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Literal

from reviewkit.errors import UserError
from reviewkit.prose.blocks import Block
from reviewkit.prose.documents.directives import Directive, find, ignores, without
from reviewkit.prose.documents.opening import LARGEST, bytes_of, checked, few, text_of, too_large
from reviewkit.prose.sentences import Lines, sentences
from reviewkit.prose.text import Document, Sentence

__all__ = ["FORMATS", "LARGEST", "Kind", "TextKind", "read", "read_data", "read_text"]

TextKind = Literal["txt", "md", "html"]
Kind = Literal["txt", "md", "html", "docx", "ipynb"]

MOST_SENTENCES = 200_000
"""Of a document; the Bible has some 31,000 verses."""

FORMATS: dict[str, Kind] = {
    "": "txt",
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".ipynb": "ipynb",
}
"""The formats that are read, by the end of a file's name in lower case."""


def read(path: Path) -> Document:
    """Read a document; the end of its name says the format.

    Raises
    ------
    UserError
        If the file cannot be read, is too large, damaged, encrypted, no text, or of a format that
        is not read. Nothing else is raised, whatever the file holds.
    """
    suffix = path.suffix.lower()
    kind = FORMATS.get(suffix)
    if kind is None:
        known = ", ".join(name for name in FORMATS if name)
        raise UserError(f"{path} is of a format that is not read ({suffix}); these are: {known}")
    # A name that is no Unicode could not be printed.
    name = str(path).encode("utf-8", "backslashreplace").decode()
    return read_data(bytes_of(path), name, kind)


def read_data(data: bytes, name: str, kind: Kind) -> Document:
    """Read the bytes of a document (standard input, a download).

    Parameters
    ----------
    data
        As they stand in a file.
    name
        What the document is called in findings and messages.
    kind
        Its format.

    Raises
    ------
    UserError
        As `read` does.
    """
    if len(data) > LARGEST:
        raise UserError(too_large(name, len(data)))
    if kind == "docx":
        from reviewkit.prose.documents import word

        return _document(name, *word.extracted(data, name))
    text = text_of(data, name, kind)
    if kind == "ipynb":
        from reviewkit.prose.documents import notebook

        return _document(name, *notebook.extracted(text, name))
    return _of_text(text, name, kind)


def read_text(text: str, name: str, kind: TextKind) -> Document:
    """Read a text that is at hand (an editor's buffer).

    Parameters
    ----------
    text
        The text as decoded; offsets are of its characters.
    name
        What the document is called in findings and messages.
    kind
        Its format: plain text, Markdown or HTML.

    Raises
    ------
    UserError
        If the text is too long or holds a null character.

    Examples
    --------
    >>> document = read_text("Baths warm. Do they calm?", "draft", "txt")
    >>> [(s.line, s.column, s.text) for s in document.sentences]
    [(1, 1, 'Baths warm.'), (1, 13, 'Do they calm?')]
    """
    return _of_text(checked(text, name, kind), name, kind)


def _of_text(text: str, name: str, kind: TextKind) -> Document:
    if kind == "html":
        from reviewkit.prose.documents import page

        title, blocks, directives = page.read(text, name)
        return _document(name, text, blocks, directives, title)
    if kind == "md":
        from reviewkit.prose.documents import markdown

        told = markdown.directives(text)
        return _document(
            name, text, markdown.blocks(without(text, told)), told, markdown.title(text)
        )
    from reviewkit.prose.documents import plain

    told = find(text)
    return _document(name, text, plain.blocks(without(text, told)), told)


def _document(
    name: str,
    text: str,
    blocks: Iterable[Block],
    directives: Iterable[Directive],
    title: str = "",
) -> Document:
    """Return the document of these blocks; its first heading is its title if it names none."""
    lines = Lines.of(text)
    found: tuple[Sentence, ...] = tuple(islice(sentences(blocks, lines), MOST_SENTENCES + 1))
    few(len(found), MOST_SENTENCES, "sentences or more", name)
    headings = (sentence.text for sentence in found if sentence.kind == "heading")
    return Document(
        file=name,
        title=title or next(headings, ""),
        sentences=found,
        ignores=tuple(ignores(directives, found, lines)),
        line_starts=lines.starts,
    )

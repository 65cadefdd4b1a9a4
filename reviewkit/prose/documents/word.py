"""Word documents (.docx): paragraphs and table cells, by python-docx.

The text is read from the runs, so that insertions which are not accepted yet are in it and
deletions are not; notes, comments, text boxes, headers and footers are left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reviewkit.errors import UserError
from reviewkit.prose.blocks import Block, sliced
from reviewkit.prose.documents.directives import Directive, find, without
from reviewkit.prose.documents.opening import LARGEST
from reviewkit.prose.documents.tags import names
from reviewkit.prose.text import BlockKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LARGEST_UNPACKED = 4 * LARGEST
"""Bytes of all parts together, pictures included."""
LARGEST_XML = 20_000_000
"""Bytes of the XML parts together: read, they take some fifty times that; a novel has a tenth."""
MOST_PARTS = 10_000

_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_FLAG = 0x1
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_THROUGH = frozenset(
    f"{_W}{name}"
    for name in names("r ins hyperlink smartTag sdt sdtContent fldSimple moveTo bdo dir")
)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "‑"}
_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*(\d)|title|subtitle", re.IGNORECASE)


def extracted(data: bytes, name: str) -> tuple[str, list[Block], list[Directive]]:
    """Return the text of a document, one line a block, its blocks and its directives.

    Raises
    ------
    UserError
        If the data are no Word document, damaged, encrypted, or unpack to too much.
    """
    _check(data, name)
    import docx

    try:
        found = list(_blocks(docx.Document(io.BytesIO(data))))
    except Exception as error:
        # What a damaged package makes lxml and python-docx raise is no closed list, and each means
        # the same to the person; the message keeps the first line of it.
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise UserError(f"{name} is damaged: no readable Word document ({reason})") from error
    lines: list[str] = []
    blocks: list[Block] = []
    directives: list[Directive] = []
    offset = 0
    for shown, kind, depth, place in found:
        end = offset + len(shown)
        told = find(shown, base=offset, place=place)
        directives += (replace(one, shares=(offset, end)) for one in told)
        kept = without(shown, told, base=offset)
        blocks += sliced(kept, 0, len(kept), kind=kind, place=place, depth=depth, base=offset)
        lines.append(shown)
        offset = end + 1
    return "\n".join(lines), blocks, directives


def _check(data: bytes, name: str) -> None:
    """Refuse a package before any of it is unpacked."""
    if data.startswith(_OLD_OR_ENCRYPTED):
        raise UserError(
            f"{name} is encrypted with a password, or an old .doc; save it as .docx without one"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UserError(f"{name} is damaged: no readable Word document ({error})") from error
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise UserError(f"{name} is encrypted; save it without a password")
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    whole = sum(part.file_size for part in parts)
    if xml > LARGEST_XML or whole > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise UserError(
            f"{name} unpacks to too much: {whole / 1e6:,.0f} MB in {len(parts):,} parts,"
            f" {xml / 1e6:,.0f} MB of it XML"
        )


def _blocks(document: WordDocument) -> Iterator[tuple[str, BlockKind, int, str]]:
    """Yield text, kind, depth and place of each paragraph that holds any text."""
    styles = {style.style_id: style.name or "" for style in document.styles}
    paragraphs = tables = 0
    for element in _through(document.element.body, f"{_W}sdt", f"{_W}sdtContent"):
        if element.tag == f"{_W}p":
            paragraphs += 1
            shown = _text(element).strip()
            if shown:
                yield (shown, *_kind(element, styles), f"paragraph {paragraphs}")
        elif element.tag == f"{_W}tbl":
            tables += 1
            yield from _cells(element, f"table {tables}")


def _cells(table: Any, place: str) -> Iterator[tuple[str, BlockKind, int, str]]:
    """Yield the cells of a table, those of tables inside it as part of them."""
    for row, line in enumerate(table.iterchildren(f"{_W}tr"), start=1):
        for column, cell in enumerate(line.iterchildren(f"{_W}tc"), start=1):
            for paragraph in cell.iter(f"{_W}p"):
                shown = _text(paragraph).strip()
                if shown:
                    yield shown, "cell", 0, f"{place}, row {row}, cell {column}"


def _through(element: Any, *open_: str) -> Iterator[Any]:
    """Yield the descendants of `element` in order, going into those of the tags named only."""
    waiting = list(reversed(list(element)))
    while waiting:
        child = waiting.pop()
        if child.tag in open_:
            waiting += reversed(list(child))
        else:
            yield child


def _text(paragraph: Any) -> str:
    """Return the words of a paragraph, deletions left out."""
    shown = []
    for element in _through(paragraph, *_THROUGH):
        if element.tag == f"{_W}t":
            shown.append(element.text or "")
        else:
            shown.append(_SIGNS.get(element.tag, ""))
    return "".join(shown)


def _kind(paragraph: Any, styles: dict[str, str]) -> tuple[BlockKind, int]:
    """Return the kind of a paragraph by its style and numbering, and its depth."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return "paragraph", 0
    named = properties.find(f"{_W}pStyle")
    style = styles.get(named.get(f"{_W}val"), "") if named is not None else ""
    if heading := _HEADING.fullmatch(style):
        return "heading", int(heading[1] or 1)
    numbering = properties.find(f"{_W}numPr")
    if numbering is not None or style.lower().startswith("list"):
        level = numbering.find(f"{_W}ilvl") if numbering is not None else None
        written = level.get(f"{_W}val", "") if level is not None else ""
        return "bullet", 1 + (int(written) if written.isdecimal() else 0)
    if "quote" in style.lower():
        return "quote", 0
    return "paragraph", 0

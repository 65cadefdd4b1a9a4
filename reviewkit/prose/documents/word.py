"""Word documents (.docx): paragraphs and table cells, in order.

The text is read from the runs, so that insertions which are not accepted yet are in it and
deletions are not; notes, comments, text boxes, headers and footers are left out. An element that
is not known is passed over with all that is in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reviewkit.errors import UserError
from reviewkit.prose.blocks import Block, sliced
from reviewkit.prose.documents.directives import Directive, find, without
from reviewkit.prose.documents.package import Package, attribute
from reviewkit.prose.documents.tags import names
from reviewkit.prose.text import BlockKind

_WRAPPERS = names("sdt sdtContent customXml smartTag ins moveTo")
_IN_TEXT = _WRAPPERS | names("r hyperlink fldSimple bdo dir")
_INSIDE: dict[str, dict[str, str]] = {
    "": {"document": "document"},
    "document": {"body": "body"},
    "body": {"p": "p", "tbl": "tbl", **dict.fromkeys(_WRAPPERS, "body")},
    "tbl": {"tr": "tr", **dict.fromkeys(_WRAPPERS, "tbl")},
    "tr": {"tc": "tc", **dict.fromkeys(_WRAPPERS, "tr")},
    # A table inside a cell is part of the cell.
    "tc": {"p": "p", **dict.fromkeys(_WRAPPERS | names("tbl tr tc"), "tc")},
    "p": {"pPr": "pPr", "t": "t", **dict.fromkeys(_IN_TEXT, "p")},
    "pPr": {"pStyle": "pStyle", "numPr": "numPr"},
    "numPr": {"ilvl": "ilvl"},
}
"""For an element that is read, the elements in it that are, and as what each is."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}
_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*(\d)|title|subtitle", re.IGNORECASE)
_MOST_STYLES = 10
"""Styles that one may be based on, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """What is read of a paragraph: its words, and what its style and its place say of it."""

    text: str
    style: str
    level: int
    place: str
    cell: bool


@dataclass(slots=True)
class _Reader:
    """Gathers the paragraphs of a document from the start and end of its elements."""

    paragraphs: list[_Paragraph] = field(default_factory=list)
    has_body: bool = False
    _open: list[str] = field(default_factory=lambda: [""])
    _words: list[str] = field(default_factory=list)
    _style: str = ""
    _level: int = 0
    _count: int = 0
    _table: int = 0
    _row: int = 0
    _column: int = 0

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Take the start of an element."""
        around = self._open[-1]
        if around == "p" and tag in _SIGNS:
            self._words.append(_SIGNS[tag])
        now = _INSIDE.get(around, {}).get(tag, "passed over")
        self._open.append(now)
        if now == "p" and around != "p":
            self._words, self._style, self._level = [], "", 0
            self._count += around == "body"
        elif now == "body":
            self.has_body = True
        elif now == "tbl" and around == "body":
            self._table, self._row = self._table + 1, 0
        elif now == "tr":
            self._row, self._column = self._row + (around == "tbl"), 0
        elif now == "tc" and around == "tr":
            self._column += 1
        elif now == "pStyle":
            self._style = attribute(given, "val")
        elif now == "numPr":
            self._level = 1
        elif now == "ilvl":
            written = attribute(given, "val")
            self._level = 1 + (int(written) if written.isdecimal() and len(written) == 1 else 0)

    def end(self, _: str) -> None:
        """Take the end of an element."""
        closed = self._open.pop()
        around = self._open[-1]
        if closed != "p" or around == "p":
            return
        text = "".join(self._words).strip()
        if not text:
            return
        cell = around == "tc"
        place = f"table {self._table}, row {self._row}, cell {self._column}"
        self.paragraphs.append(
            _Paragraph(
                text=text,
                style=self._style,
                level=self._level,
                place=place if cell else f"paragraph {self._count}",
                cell=cell,
            )
        )

    def said(self, words: str) -> None:
        """Take words."""
        if self._open[-1] == "t":
            self._words.append(words)


def extracted(data: bytes, name: str) -> tuple[str, list[Block], list[Directive]]:
    """Return the text of a document, one line a block, its blocks and its directives.

    Raises
    ------
    UserError
        If the data are no Word document, damaged, encrypted, or unpack to too much.
    """
    package = Package.of(data, name)
    main = package.related("", "officeDocument") or "word/document.xml"
    reader = _Reader()
    if not package.parse(main, reader.start, reader.end, reader.said) or not reader.has_body:
        raise UserError(f"{name} is damaged: no readable Word document (it has no text)")
    styles = _styles(package, main)
    lines: list[str] = []
    blocks: list[Block] = []
    directives: list[Directive] = []
    offset = 0
    for paragraph in reader.paragraphs:
        shown, place = paragraph.text, paragraph.place
        kind, depth = _kind(paragraph, styles)
        end = offset + len(shown)
        told = find(shown, base=offset, place=place)
        directives += (replace(one, shares=(offset, end)) for one in told)
        kept = without(shown, told, base=offset)
        blocks += sliced(kept, 0, len(kept), kind=kind, place=place, depth=depth, base=offset)
        lines.append(shown)
        offset = end + 1
    return "\n".join(lines), blocks, directives


def _styles(package: Package, main: str) -> dict[str, str]:
    """Return for each style's id the name that tells its kind: its own, or one's it is based on."""
    named: dict[str, str] = {}
    based: dict[str, str] = {}
    current = ""

    def start(tag: str, given: dict[str, str]) -> None:
        nonlocal current
        if tag == "style":
            current = attribute(given, "styleId")
        elif tag == "name":
            named.setdefault(current, attribute(given, "val"))
        elif tag == "basedOn":
            based.setdefault(current, attribute(given, "val"))

    part = package.related(main, "styles")
    if part is not None:
        package.parse(part, start)
    return {style: _told(style, named, based) for style in named}


def _told(style: str, named: dict[str, str], based: dict[str, str]) -> str:
    """Return the first name, from the style's own on, that says heading, list or quote."""
    here = style
    for _ in range(_MOST_STYLES):
        if _kind_of_style(named.get(here, "")) is not None:
            return named[here]
        if here not in based:
            break
        here = based[here]
    return named[style]


def _kind_of_style(style: str) -> tuple[BlockKind, int] | None:
    """Return the kind and depth of the paragraphs of a style, by its name, if that says any."""
    if heading := _HEADING.fullmatch(style):
        return "heading", int(heading[1] or 1)
    if style.lower().startswith("list"):
        return "bullet", 1
    return ("quote", 0) if "quote" in style.lower() else None


def _kind(paragraph: _Paragraph, styles: dict[str, str]) -> tuple[BlockKind, int]:
    """Return the kind of a paragraph and its depth."""
    if paragraph.cell:
        return "cell", 0
    told = _kind_of_style(styles.get(paragraph.style, ""))
    if told is not None and told[0] == "heading":
        return told
    if paragraph.level:
        return "bullet", paragraph.level
    return told or ("paragraph", 0)

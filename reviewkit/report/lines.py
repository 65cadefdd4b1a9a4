"""A page apart from how it is shown: blocks of meaning, and their text for a terminal.

The same page is printed on a terminal (here) and written as HTML (`reviewkit.report.html`), so that
both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reviewkit import display

Role = Literal["plain", "title", "heading", "strong", "quiet", "error", "warning", "suggestion"]
Kind = Literal["title", "lead", "heading", "part", "text", "item", "label", "table"]
Rows = tuple[tuple[str, ...], ...]

#: Columns of a page, as wide as the project's own lines.
WIDTH = 100
#: Columns before the text of a labelled line.
LABEL = 12
#: Columns that one level is set in.
STEP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page, without its end, and what it is."""

    text: str
    role: Role = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words of a block that lead to a page: its folder in the report, its name, and the words.

    The words are the name itself where none are given.
    """

    folder: str
    name: str
    text: str = ""

    @property
    def words(self) -> str:
        """The words that lead there."""
        return self.text or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a page.

    Parameters
    ----------
    kind
        ``title`` and ``lead`` open the page, a ``heading`` a section and a ``part`` a part of it;
        ``text``, ``item`` (of a list) and ``label`` (a name and what hangs from it) are prose.
    name, text
        The label's name, empty where it goes on from the one before; the words.
    level
        How far it is set in on a terminal.
    links
        What stands in the text and has a page of its own.
    head, rows
        Of a table.
    """

    kind: Kind
    text: str = ""
    name: str = ""
    role: Role = "plain"
    level: int = 1
    links: tuple[Link, ...] = ()
    head: tuple[str, ...] = ()
    rows: Rows = ()


@dataclass(slots=True)
class Page:
    """Blocks gathered from top to bottom."""

    blocks: list[Block] = field(default_factory=list)

    def title(self, text: str) -> None:
        """Name the page."""
        self.blocks.append(Block(kind="title", text=text, role="title", level=0))

    def lead(self, text: str) -> None:
        """Say what the page is about."""
        self.blocks.append(Block(kind="lead", text=text, role="strong", level=0))

    def heading(self, text: str) -> None:
        """Begin a section."""
        self.blocks.append(Block(kind="heading", text=text, role="heading", level=0))

    def part(
        self,
        text: str,
        *,
        level: int = 1,
        role: Role = "strong",
        links: tuple[Link, ...] = (),
    ) -> None:
        """Begin a part of a section."""
        self.blocks.append(Block(kind="part", text=text, role=role, level=level, links=links))

    def say(self, text: str, *, level: int = 1, role: Role = "plain") -> None:
        """Add a paragraph."""
        self.blocks.append(Block(kind="text", text=text, level=level, role=role))

    def item(self, text: str, *, level: int = 1, links: tuple[Link, ...] = ()) -> None:
        """Add an item of a list."""
        self.blocks.append(Block(kind="item", text=text, level=level, links=links))

    def label(
        self,
        name: str,
        text: str,
        *,
        level: int = 1,
        role: Role = "plain",
        links: tuple[Link, ...] = (),
    ) -> None:
        """Add a text that hangs from a name."""
        block = Block(kind="label", name=name, text=text, level=level, role=role, links=links)
        self.blocks.append(block)

    def table(
        self,
        rows: Iterable[Sequence[str]],
        *,
        head: tuple[str, ...],
        caption: str,
        level: int = 2,
        links: tuple[Link, ...] = (),
    ) -> None:
        """Add rows whose columns line up; on a terminal only the last column is wrapped.

        The links are those of the first column.
        """
        cells = tuple(tuple(map(str, row)) for row in rows)
        block = Block(kind="table", text=caption, head=head, rows=cells, level=level, links=links)
        self.blocks.append(block)

    def lines(self, width: int = WIDTH) -> list[Line]:
        """Return the page as lines, every text wrapped to `width` columns."""
        found: list[Line] = []
        for block in self.blocks:
            opens = block.kind in {"heading", "part"}
            if opens and found and found[-1].text:
                found.append(Line(text=""))
            found += _lines(block, width)
            if block.kind == "lead":
                found.append(Line(text=""))
        return found

    def text(self, width: int = WIDTH) -> str:
        """Return the page as plain text."""
        return "\n".join(line.text for line in self.lines(width))


def _lines(block: Block, width: int) -> Iterator[Line]:
    indent = " " * (STEP * block.level)
    if block.kind == "table":
        yield from _table(block, indent, width)
    elif block.kind == "label":
        yield from _wrapped(block, f"{indent}{block.name:<{LABEL}}", width)
    elif block.kind == "item":
        yield from _wrapped(block, f"{indent}- ", width)
    elif block.kind == "heading":
        yield Line(text=block.text.upper(), role=block.role)
    else:
        yield from _wrapped(block, indent, width)


def _wrapped(block: Block, first: str, width: int) -> Iterator[Line]:
    flat = " ".join(block.text.split())
    if not flat:
        yield Line(text=first.rstrip(), role=block.role)
        return
    text = display.wrap(flat, width=width, first=first, rest=" " * len(first))
    for line in text.split("\n"):
        yield Line(text=line.rstrip(), role=block.role)


def _table(block: Block, indent: str, width: int) -> Iterator[Line]:
    if block.text:
        yield from _wrapped(Block(kind="text", text=f"{block.text}:"), indent[STEP:], width)
    rows = (block.head, *block.rows) if any(block.head) else block.rows
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for row in rows:
        fixed = zip(row[:-1], widths, strict=True)
        first = indent + "".join(f"{text:<{size}}  " for text, size in fixed)
        role: Role = "quiet" if row is block.head else "plain"
        yield from _wrapped(Block(kind="text", text=row[-1], role=role), first, width)

"""Tables of findings as a Word document; python-docx is loaded when one is written."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewkit.errors import UserError
from reviewkit.report.summary.tables import Table
from reviewkit.report.summary.writing import apart, sentence

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

#: Inches of a page on its side (A4), and what is left free around the text.
WIDTH, HEIGHT, EDGE = 11.69, 8.27, 0.6
#: Points of the text in a table, and of what stands below it.
SMALL, SMALLEST = 8, 7
STYLE = "Table Grid"


def to_docx(tables: Sequence[Table], *, title: str) -> bytes:
    """Return tables as a Word document on pages on their side, footnotes below each.

    Raises
    ------
    UserError
        If python-docx is not installed.
    """
    try:
        import docx
    except ImportError:
        raise UserError(
            "a Word document needs python-docx: install reviewkit[docx], or write HTML, Markdown "
            "or CSV"
        ) from None
    document = docx.Document()
    _on_its_side(document)
    document.add_heading(title, level=1)
    for table in tables:
        document.add_heading(sentence(table.title), level=2)
        _table(document, table)
        for mark, text in table.footnotes:
            note = document.add_paragraph()
            _run(note, mark, size=SMALLEST, raised=True)
            _run(note, f" {text}", size=SMALLEST)
    for caption in dict.fromkeys(table.caption for table in tables):
        _run(document.add_paragraph(), caption, size=SMALL)
    document.core_properties.title = title
    document.core_properties.author = "reviewkit"
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _on_its_side(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Inches

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Inches(WIDTH), Inches(HEIGHT)
    section.left_margin = section.right_margin = Inches(EDGE)
    section.top_margin = section.bottom_margin = Inches(EDGE)


def _table(document: Document, table: Table) -> None:
    headings = 1 if table.span is None else 2
    grid = document.add_table(rows=headings + len(table.rows), cols=len(table.head), style=STYLE)
    cells = [row.cells for row in grid.rows]
    for position, name in enumerate(table.head):
        _fill(cells[headings - 1][position], name, bold=True)
    if table.span is not None:
        words, first, end = table.span
        for position, name in enumerate(table.head):
            if not first <= position < end:
                top = cells[0][position].merge(cells[1][position])
                top.text = ""
                _fill(top, name, bold=True)
        _fill(cells[0][first].merge(cells[0][end - 1]), words, bold=True)
    for row, texts in zip(cells[headings:], table.rows, strict=True):
        for cell, text in zip(row, texts, strict=True):
            _fill(cell, text)
    for row in grid.rows[:headings]:
        _repeated(row._tr)  # noqa: SLF001 python-docx has no public way to repeat a heading


def _repeated(row: object) -> None:
    """Make a row of a table stand again at the top of each page."""
    from docx.oxml import OxmlElement

    mark = OxmlElement("w:tblHeader")
    row.get_or_add_trPr().append(mark)  # type: ignore[attr-defined]  # an element of python-docx


def _fill(cell: _Cell, text: str, *, bold: bool = False) -> None:
    """Write a cell: its lines as paragraphs, the marks of footnotes raised."""
    for position, line in enumerate(text.splitlines()):
        paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
        words, marks = apart(line)
        _run(paragraph, words, size=SMALL, bold=bold)
        if marks:
            _run(paragraph, f" {marks}", size=SMALL, raised=True)


def _run(
    paragraph: Paragraph, text: str, *, size: int, bold: bool = False, raised: bool = False
) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)
    run.font.superscript = raised

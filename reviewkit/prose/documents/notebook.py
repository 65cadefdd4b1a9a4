"""Notebooks (.ipynb): the Markdown cells; code and its outputs are left out."""

from __future__ import annotations

import json
from typing import Any

from reviewkit.errors import UserError
from reviewkit.prose.blocks import Block
from reviewkit.prose.documents import markdown
from reviewkit.prose.documents.directives import Directive, without
from reviewkit.prose.documents.opening import LONGEST, checked, few

MOST_PARTS = 2_000_000
"""Opening brackets of its source; each may cost 100 bytes once it is read."""
_BETWEEN = "\n\n"
"""Stands between two cells in the extracted text."""


def extracted(text: str, name: str) -> tuple[str, list[Block], list[Directive]]:
    """Return the text of a notebook's Markdown cells, its blocks and its directives.

    Places count all cells.

    Raises
    ------
    UserError
        If the text is no notebook.
    """
    few(text.count("[") + text.count("{"), MOST_PARTS, "lists and mappings", name)
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{name} is damaged: no readable notebook ({error})") from error
    sources: list[str] = []
    blocks: list[Block] = []
    directives: list[Directive] = []
    offset = 0
    for number, cell in enumerate(_cells(notebook, name), start=1):
        if not isinstance(cell, dict) or cell.get("cell_type") != "markdown":
            continue
        source = checked(_source(cell, name, number), name)
        place = f"cell {number}"
        found = markdown.directives(source, base=offset, place=place)
        directives += found
        few(offset + len(source), LONGEST, "characters of text", name)
        blocks += markdown.blocks(without(source, found, base=offset), base=offset, place=place)
        sources.append(source)
        offset += len(source) + len(_BETWEEN)
    return _BETWEEN.join(sources), blocks, directives


def _cells(notebook: object, name: str) -> list[Any]:
    """Return the cells of a notebook of format 4, or of format 3 with its work sheets."""
    if isinstance(notebook, dict):
        cells = notebook.get("cells")
        if isinstance(cells, list):
            return cells
        sheets = notebook.get("worksheets")
        if isinstance(sheets, list):
            inside = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
            return [cell for cells in inside if isinstance(cells, list) for cell in cells]
    raise UserError(f"{name} is no notebook: it has no list of cells")


def _source(cell: dict[str, Any], name: str, number: int) -> str:
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    if isinstance(source, str):
        return source
    raise UserError(f"{name} is damaged: the source of cell {number} is no text")

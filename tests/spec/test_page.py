"""The page of the rules is what its tables say, and leaves none out."""

from __future__ import annotations

from tests.spec import page
from tests.spec.table import Grid


def test_page_is_up_to_date() -> None:
    written = page.PAGE.read_text(encoding="utf-8")
    assert written == page.page(), "write it again: python -m tests.spec.page"


def test_every_module_of_rules_is_on_the_page() -> None:
    assert sorted([*page.ORDER, "page"]) == page.modules()


def test_every_row_is_on_the_page() -> None:
    lines = page.page().splitlines()
    for _, table in page.every():
        assert f"### {table.title}" in lines
        names = table.down[1] if isinstance(table, Grid) else [c.name for c in table.cases]
        for row in names:
            assert any(line.startswith(f"| {row} | ") for line in lines), row


def test_no_two_tables_have_one_title() -> None:
    titles = [table.title for _, table in page.every()]
    assert len(set(titles)) == len(titles)

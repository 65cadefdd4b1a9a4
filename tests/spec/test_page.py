"""The page of the rules is what its tables say, and leaves none out."""

from __future__ import annotations

from typing import get_args

import pytest

from reviewkit.certainty.proposal import Domain
from tests.spec import page
from tests.spec.table import SPELT, Grid, Table


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


@pytest.mark.parametrize(
    "table",
    [t for _, t in page.every() if isinstance(t, Table) and t.branches],
    ids=lambda table: table.title,
)
def test_every_branch_of_a_rule_has_a_case_with_its_mark(table: Table) -> None:
    cases = {case.branch for case in table.cases}
    assert sorted(cases) == sorted(table.branches)
    for case in table.cases:
        assert SPELT[case.mark] == table.branches[case.branch].mark, case.name


def test_the_rules_of_certainty_have_named_branches() -> None:
    named = {
        branch.rule
        for _, table in page.every()
        if isinstance(table, Table)
        for branch in table.branches.values()
    }
    assert named == {*get_args(Domain), "start", "rating-up"}

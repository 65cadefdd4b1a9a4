"""The page of the spread says what the records give, counts each mention once, and names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from reviewkit import Graded, grade, load
from reviewkit.verdict import Ruling
from reviewkit.verdict.ruling import Word
from tests.project import spread


@pytest.fixture(scope="module")
def graded() -> Graded:
    return grade(load(spread.REVIEW))


@pytest.fixture(scope="module")
def page(graded: Graded) -> str:
    return spread.page(graded)


def sections(page: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each section that holds a table, with the rows of the table."""
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        title, _, rest = section.partition("\n")
        rows = re.findall(r"^\| (.*) \|$", rest, re.MULTILINE)
        if rows:
            yield title, [row.split(" | ") for row in rows if not row.startswith("---")]


def test_page_is_up_to_date(page: str) -> None:
    written = spread.PAGE.read_text(encoding="utf-8")
    assert written == page, "write it again: python -m tests.project.spread"


def test_every_table_counts_each_mention_or_claim_once(graded: Graded, page: str) -> None:
    mentions = sum(len(claim.mentions) for claim in graded.claims.values())
    totals = {title: int(rows[-1][-1]) for title, rows in sections(page) if rows[-1][0] == "all"}
    assert sorted(totals.values()) == sorted([mentions] * 4 + [len(graded.claims)])


def test_sums_are_those_of_rows_and_columns(page: str) -> None:
    for _, (head, *rows) in sections(page):
        if head[-1] != "all":
            continue
        labels = head.index("error") if "error" in head else 1
        numbers = [[int(cell) for cell in row[labels:]] for row in rows]
        assert all(sum(row[:-1]) == row[-1] for row in numbers)
        assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]


def test_every_error_is_listed_and_nothing_else(graded: Graded, page: str) -> None:
    frame = graded.frames()["mentions"]
    errors = frame[frame["severity"] == "error"]
    wanted = sorted(
        (row.claim, f"{row.source}:{row.line}, {row.sentence}") for row in errors.itertuples()
    )
    ((_, (_, *rows)),) = [found for found in sections(page) if found[0].startswith("The errors")]
    assert sorted((row[0], row[1]) for row in rows) == wanted
    assert all(row[2] and row[3] and row[4] for row in rows)


def test_no_publisher_is_named(graded: Graded, page: str) -> None:
    named = [s.publisher for s in graded.evidence.sources.values() if s.publisher is not None]
    assert named
    assert [publisher for publisher in named if publisher in page] == []


@pytest.mark.parametrize(
    ("verdict", "reason", "line"),
    [
        (
            "misattributed",
            "2019: correct as printed. 9 men: misattributed (9 is the number of mice). 4: correct.",
            "9 men: misattributed (9 is the number of mice).",
        ),
        (
            "no direct evidence",
            "No study measured it. It may be true all the same.",
            "No study measured it.",
        ),
        (
            "overstated",
            "1 study of 9 people. No trial was found. The sentence is plain wording; it is bold.",
            "1 study of 9 people. The sentence is plain wording; it is bold.",
        ),
        (
            "wrong",
            "3 such\n studies. Two were needed. The evidence is of low certainty.",
            "3 such studies. The evidence is of low certainty.",
        ),
    ],
)
def test_reason_keeps_what_decides(verdict: Word, reason: str, line: str) -> None:
    ruling = Ruling(route="figure", verdict=verdict, severity="error", reason=reason)
    assert spread.reason(ruling) == line


def test_what_a_table_has_no_place_for_is_not_lost() -> None:
    cells = [(("a",), "x"), (("b",), "x"), (("b",), "y")]
    shown = spread.crossed(("row",), [("a",), ("b",), ("c",)], ("x", "y"), cells)
    assert shown.splitlines()[2:] == [
        "| a | 1 | 0 | 1 |",
        "| b | 1 | 1 | 2 |",
        "| all | 2 | 1 | 3 |",
    ]
    with pytest.raises(AssertionError, match="no place in the table"):
        spread.crossed(("row",), [("a",)], ("x", "y"), cells)


def test_a_bar_in_a_cell_is_no_column() -> None:
    assert spread.table(("a",), [("b|c",)]).splitlines()[-1] == r"| b\|c |"

"""The table by article, and the line at the end: counts, and no score."""

from __future__ import annotations

from reviewkit.prose.output.summary import table
from reviewkit.prose.output.tally import tallied
from tests.unit.prose.output.found import CALM, FOUND, finding, problem

CLEAN = {"file": "b.md", "findings": []}
DIRECTIVE = finding("reviewkit: ignore=P101", problem("P901", "ignore", "reviewkit: ignore=P101"))
OTHER = {
    "file": "a\x1b.md",
    "findings": [
        DIRECTIVE | {"verdict": "not graded"},
        finding(CALM, verdict="overstated", ignored=[problem("P101", "calms", CALM)]),
        finding(CALM, problem("P201", "cats", CALM, severity="error"), verdict="odd"),
    ],
}
GOLDEN = r"""
                 claiming  wording                  not
                sentences     fits  overstated  covered  odd  errors  warnings  suggestions  ignored
----------------------------------------------------------------------------------------------------
drafts/cats.md          3        1           1        1    0       0         1            0        0
b.md                    0        0           0        0    0       0         0            0        0
a\x1b.md                2        0           1        0    1       1         1            0        1
----------------------------------------------------------------------------------------------------
all                     5        1           2        1    1       1         2            0        1
"""


def test_the_table_is_as_it_was_looked_at() -> None:
    assert table([FOUND, CLEAN, OTHER]) == GOLDEN.strip("\n")


def test_one_file_has_no_total() -> None:
    assert "all" not in table([FOUND]).split()


def test_no_files_are_a_table_without_rows() -> None:
    assert table([]).splitlines()[-1].startswith("---")


def test_the_last_line_counts_what_was_told() -> None:
    assert tallied([FOUND]).line() == "3 sentences with a health claim; 1 warning; 1 not covered"
    assert tallied([FOUND, CLEAN, OTHER]).line(2) == (
        "5 sentences with a health claim in 3 files; 1 error, 2 warnings; 1 not covered; "
        "1 ignored; 2 files not read"
    )


def test_a_directive_is_no_sentence_with_a_claim() -> None:
    tally = tallied([{"file": "a.md", "findings": [DIRECTIVE]}])
    assert (tally.sentences, tally.severities["warning"]) == (0, 1)

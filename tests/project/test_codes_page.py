"""The page of codes is what the codes say, leaves none out, and its examples are told so."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reviewkit.index import open_index
from reviewkit.prose.check import check
from reviewkit.prose.codes import CODES, CONVENTION, OF_VERDICT
from reviewkit.prose.documents import read_text
from tests.project import codes_page
from tests.project.tree import ROOT

REVIEW = ROOT / "evidence" / "head-massage"
TITLE = "# On scalp massage\n\n"

#: Codes that nothing in the checker gives yet: their examples are documented and not run.
NOT_YET: frozenset[str] = frozenset()
#: Codes that no sentence on the shipped review can have.
NOT_HERE = frozenset({"P103"})
RUN = [code for code in CODES if code not in NOT_YET | NOT_HERE]


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    return open_index(REVIEW)


def codes_of(text: str, index: dict[str, Any]) -> set[str]:
    """Return the codes that a text on scalp massage gets; "not covered" is a verdict alone."""
    (found,) = check([read_text(TITLE + text, name="example.md", kind="md")], index)
    told = {problem["code"] for row in found["findings"] for problem in row["problems"]}
    return told | {OF_VERDICT[v] for v in _uncovered(found)}


def _uncovered(found: dict[str, Any]) -> list[str]:
    return [row["verdict"] for row in found["findings"] if row["verdict"] == "not covered"]


def test_page_is_up_to_date() -> None:
    written = codes_page.PAGE.read_text(encoding="utf-8")
    assert written == codes_page.page(), "write it again: python -m tests.project.codes_page"


def test_every_code_has_its_examples_and_its_section() -> None:
    assert list(codes_page.examples()) == list(CODES)
    headings = re.findall(r"^### (P\d{3}) ([a-z-]+)$", codes_page.page(), re.MULTILINE)
    assert headings == [(code.code, code.name) for code in CODES.values()]


@pytest.mark.parametrize("code", CODES)
def test_a_code_says_what_it_means_why_and_on_what_ground(code: str) -> None:
    found = CODES[code]
    assert found.means.endswith(".")
    assert found.why.endswith(".")
    assert found.source == CONVENTION or re.search(r"\bdoi:10\.\d{4,9}/\S+", found.source)
    assert set(codes_page.examples()[code]) - {"note"} == {"bad", "good"}


def test_every_code_that_the_checker_may_give_is_run() -> None:
    assert set(CODES) >= NOT_YET | NOT_HERE
    assert {code for code in CODES if code.startswith(("P1", "P3"))} <= set(RUN) | NOT_HERE


@pytest.mark.parametrize("code", RUN)
def test_the_bad_example_is_told_so_and_the_good_one_is_not(
    code: str, index: dict[str, Any]
) -> None:
    shown = codes_page.examples()[code]
    assert code in codes_of(shown["bad"], index)
    assert code not in codes_of(shown["good"], index)


@pytest.mark.parametrize("code", [code for code in RUN if code.startswith("P3")])
def test_the_good_example_of_a_named_rule_breaks_no_other_one(
    code: str, index: dict[str, Any]
) -> None:
    good = codes_of(codes_page.examples()[code]["good"], index)
    assert not [found for found in good if found.startswith("P3")]


def test_what_is_said_not_to_be_met_here_is_not(index: dict[str, Any]) -> None:
    verdicts = {
        ruling["verdict"]
        for by_stance in index["rulings"].values()
        for rulings in by_stance.values()
        for ruling in rulings
    }
    assert not NOT_HERE & {OF_VERDICT.get(verdict, "") for verdict in verdicts}

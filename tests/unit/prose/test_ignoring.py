"""Directives: what they set aside, what is refused, and what is told of them."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.prose.documents import read_text
from reviewkit.prose.ignoring import applied, told_of
from tests.unit.prose.output.found import finding, problem

CALM, FUR = "Brushing always calms cats.", "Fur grows."


def check(text: str, *codes: str, verdict: str = "overstated") -> list[dict[str, Any]]:
    """Return what is left of a finding on `CALM` with problems of these codes."""
    document = read_text(text, "a.md", "md")
    start = text.index(CALM)
    severities = {"P101": "error", "P301": "suggestion"}
    problems = [
        problem(code, "calms", CALM, severity=severities[code], suggestion=f"Not {code}.")
        for code in codes
    ]
    return applied(document, [finding(CALM, *problems, start=start, verdict=verdict)])


def codes(found: dict[str, Any], part: str = "problems") -> list[str]:
    return [row["code"] for row in found[part]]


def test_a_text_without_directives_is_left_as_it_is() -> None:
    (found,) = check(CALM, "P101")
    assert (codes(found), found["ignored"], found["severity"]) == (["P101"], [], "error")


def test_an_ignored_problem_is_set_aside_with_its_reason() -> None:
    (found,) = check(f"{CALM} [reviewkit: ignore=P101 a quote]", "P101", "P301")
    assert (codes(found), codes(found, "ignored")) == (["P301"], ["P101"])
    assert found["ignored"][0]["ignored"] == {"reason": "a quote", "line": 1, "column": 29}
    assert (found["severity"], found["suggestion"]) == ("suggestion", "Not P301.")
    assert found["verdict"] == "overstated"


def test_codes_may_be_written_small_and_be_several() -> None:
    (found,) = check(f"{CALM} [reviewkit: ignore=p101, p301 a quote]", "P101", "P301")
    assert (codes(found), found["severity"], found["suggestion"]) == ([], "none", "")


def test_without_a_reason_it_is_refused() -> None:
    kept, told = check(f"{CALM} [reviewkit: ignore=P101]", "P101")
    assert (codes(kept), kept["severity"]) == (["P101"], "error")
    assert (codes(told), told["severity"], told["verdict"]) == (["P901"], "warning", "not graded")
    assert (told["links"], told["column"]) == ([], 29)


def test_another_with_a_reason_counts() -> None:
    text = (
        f"<!-- reviewkit: ignore-file=P101 the page quotes -->\n\n{CALM} [reviewkit: ignore=P101]"
    )
    found = check(text, "P101")
    assert [codes(row) for row in found] == [[], ["P901"]]


@pytest.mark.parametrize(
    ("directive", "told"),
    [
        ("ignore=P301 a quote", "Nothing in what the directive is about has the problem P301"),
        ("ignore=P999 a quote", "No problem goes by the code P999."),
        ("ignore=overstated a quote", "No problem goes by the code overstated; write P101."),
        ("ignore= 5 quotes", "The directive names no code"),
        ("ignore-file=P301 a quote", "Nothing in this document has the problem P301"),
    ],
)
def test_a_directive_about_nothing_is_told(directive: str, told: str) -> None:
    kept, unused = check(f"{CALM} [reviewkit: {directive}]", "P101")
    assert codes(kept) == ["P101"]
    assert (codes(unused), unused["severity"]) == (["P902"], "suggestion")
    assert unused["reason"].startswith(told)


def test_one_is_told_for_each_code_that_nothing_has() -> None:
    found = check(f"{CALM} [reviewkit: ignore=P101,P301,P302 a quote]", "P101")
    assert [codes(row) for row in found] == [[], ["P902"], ["P902"]]


def test_it_is_about_its_own_line_alone() -> None:
    kept, unused = check(f"{CALM}\n\n{FUR} [reviewkit: ignore=P101 a quote]", "P101")
    assert (codes(kept), codes(unused)) == (["P101"], ["P902"])


def test_a_claim_outside_the_base_can_be_let_pass() -> None:
    text = f"{CALM} [reviewkit: ignore=P001 not our subject]"
    (found,) = check(text, verdict="not covered")
    assert codes(found, "ignored") == ["P001"]
    assert told_of(found) == []
    (left,) = check(CALM, verdict="not covered")
    assert [row["code"] for row in told_of(left)] == ["P001"]


def test_findings_stay_in_order_of_place() -> None:
    text = f"<!-- reviewkit: ignore-file=P301 x -->\n\n{CALM} [reviewkit: ignore=P302 y]"
    starts = [row["start"] for row in check(text, "P101")]
    assert starts == sorted(starts)
    assert len(starts) == 3

"""One document held against several reviews: findings of one sentence joined."""

from __future__ import annotations

from typing import Any

from reviewkit.prose.together import together


def finding(start: int, severity: str, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "start": start,
        "end": start + 9,
        "sentence": "A claim.",
        "links": [],
        "numbers": [],
        "problems": [],
        "ignored": [],
        "verdict": "overstated" if severity != "none" else "wording fits",
        "severity": severity,
        "reason": f"of {severity}",
    }
    return made | more


def link(claim: str) -> dict[str, str]:
    return {"claim": claim, "cue": "lowers"}


def joined(*of_reviews: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = together([{"file": "a.md", "findings": findings} for findings in of_reviews])
    assert found["file"] == "a.md"
    return list(found["findings"])


def test_of_one_review_all_stays_as_it_is() -> None:
    found = [finding(0, "error")]
    assert joined(found) == found


def test_findings_of_different_sentences_stand_in_order() -> None:
    found = joined([finding(20, "none")], [finding(0, "warning")])
    assert [one["start"] for one in found] == [0, 20]


def test_the_graver_leads_and_brings_the_links_of_both() -> None:
    (found,) = joined(
        [finding(0, "suggestion", links=[link("one")])],
        [finding(0, "error", links=[link("two")])],
    )
    assert (found["severity"], found["reason"]) == ("error", "of error")
    assert [each["claim"] for each in found["links"]] == ["two", "one"]


def test_the_same_problem_is_told_once() -> None:
    problem = {"code": "P301", "start": 0, "end": 3, "severity": "suggestion", "message": "m"}
    (found,) = joined(
        [finding(0, "suggestion", problems=[problem])],
        [finding(0, "suggestion", problems=[dict(problem)])],
    )
    assert found["problems"] == [problem]


def test_what_one_does_not_cover_another_may() -> None:
    uncovered = finding(0, "none", verdict="not covered")
    (found,) = joined([uncovered], [finding(0, "warning", links=[link("one")])])
    assert (found["verdict"], found["reason"]) == ("overstated", "of warning")
    assert joined([uncovered], []) == [uncovered]


def test_a_directive_is_idle_only_if_it_met_nothing_anywhere() -> None:
    idle = finding(0, "suggestion", problems=[{"code": "P902", "severity": "suggestion"}])
    other = idle | {"reason": "another code"}
    assert joined([idle, other], [other]) == [other]
    assert joined([idle], [idle]) == [idle]

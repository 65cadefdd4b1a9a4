"""Sentences about studies: what one study found, and what evidence there is."""

from __future__ import annotations

import pytest

from tests.spec.sentences import body, claim, rulings, shown, with_studies
from tests.spec.table import Case, Table

WITHIN = """
design: {type: before-after}
results:
  onset: {contrast: within-arm, versus: (left out), groups: (left out)}
"""

REPORT = Table(
    title="Study report",
    text=(
        "Held against the record of that study. A faithful, attributed report is never "
        "overstated, however strong its words; a missing number of people, control, device or "
        "setting is a suggestion. Where the source contradicts itself that is said, with a "
        "warning; what a secondary source alone says proves nothing wrong."
    ),
    # `study` lies over a randomised trial of 40 people in which time fell significantly.
    usual={
        "study": "{}",
        "direction": "decreases",
        "significant": "not said",
        "names": ("n", "control"),
        "wording": 3,
        "reports": True,
    },
    cases=(
        Case("as the study found it", "C", {}, "correct", "(n = 40)"),
        Case("told as proven", "C", {"wording": 4}, "correct"),
        Case("and that it was significant", "C", {"significant": "yes"}, "correct"),
        Case("the other direction", "C", {"direction": "increases"}, "wrong: error"),
        Case("no difference", "C", {"direction": "no difference"}, "wrong: error"),
        Case("“it changed”", "C", {"direction": "changes"}, "correct"),
        Case(
            "“not significantly”, and it was",
            "C",
            {"significant": "no"},
            "wrong: error",
        ),
        Case(
            "“significantly”, and it was not",
            "C",
            {"significant": "yes", "study": "results: {onset: {significant: 'no'}}"},
            "wrong: error",
        ),
        Case(
            "“significantly”, and what was read does not say",
            "C",
            {
                "significant": "yes",
                "study": "results: {onset: {significant: not in what was read}}",
            },
            "unverifiable: suggestion",
            "Whether it was significant is not in what was read",
        ),
        Case(
            "“not significantly”, and what was read does not say",
            "C",
            {"significant": "no", "study": "results: {onset: {significant: not reported}}"},
            "unverifiable: suggestion",
            "is not reported",
        ),
        Case(
            "the source leaves the direction unclear",
            "C",
            {"study": "results: {onset: {direction: unclear}}"},
            "unverifiable: suggestion",
        ),
        Case(
            "the direction is not in what was read",
            "C",
            {"study": "results: {onset: {direction: not in what was read}}"},
            "unverifiable: suggestion",
        ),
        Case(
            "the source contradicts itself",
            "C",
            {"study": "results: {onset: {conflict: The table says the contrary.}}"},
            "source inconsistent: warning",
            "The table says the contrary.",
        ),
        Case(
            "another direction than a secondary source",
            "C",
            {"direction": "increases", "study": "results: {onset: {at: retold}}"},
            "unverifiable: suggestion",
            "The paper was not read",
        ),
        Case(
            "as a secondary source has it",
            "C",
            {"study": "results: {onset: {at: retold}}"},
            "correct",
        ),
        Case(
            "how many people is left out",
            "C",
            {"names": ("control",)},
            "correct: suggestion",
            "how many people there were",
        ),
        Case(
            "one group before and after, and the sentence does not say so",
            "C",
            {"names": ("n",), "study": WITHIN},
            "correct: suggestion",
            "before and after in one group",
        ),
        Case(
            "one group before and after, and the sentence says so",
            "C",
            {"names": ("n", "control"), "study": WITHIN},
            "correct",
        ),
        Case(
            "a comparison needs no control to be named",
            "C",
            {"names": ("n",)},
            "correct",
        ),
        Case(
            "done by a device, and the sentence does not say so",
            "C",
            {"study": "arms: {bath: {by: a foot spa device}}"},
            "correct: suggestion",
            "that a device was used",
        ),
        Case(
            "done by a device, and the sentence says so",
            "C",
            {"names": ("n", "device"), "study": "arms: {bath: {by: device}}"},
            "correct",
        ),
        Case(
            "shown in tissue, and the sentence does not say so",
            "C",
            {"study": "results: {onset: {setting: tissue}}"},
            "correct: suggestion",
            "shown in tissue",
        ),
        Case(
            "shown in tissue, and the sentence says so",
            "C",
            {"names": ("n", "setting"), "study": "results: {onset: {setting: tissue}}"},
            "correct",
        ),
        Case(
            "a study that no record names",
            "C",
            {"reports": False},
            "unverifiable: suggestion",
            "the record does not name",
        ),
    ),
)

REPORTS = "reports: [{{result: alpha#onset, direction: {direction}, significant: {significant}}}]"


@pytest.mark.parametrize("case", REPORT.rows())
def test_study_report(case: Case) -> None:
    facts = REPORT.facts(case)
    record = claim(
        REPORTS.format(direction=facts["direction"], significant=f"'{facts['significant']}'")
    )
    (ruling,) = rulings(
        claim=record,
        grades={},
        evidence=with_studies(alpha=facts["study"]),
        kinds=("study-report",),
        wording=facts["wording"],
        names=facts["names"],
        reports=record.reports if facts["reports"] else (),
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


def test_of_two_reports_the_worse_leads() -> None:
    record = claim(
        "reports: [{result: alpha#onset, direction: decreases}, "
        "{result: alpha#onset, direction: increases}]"
    )
    (ruling,) = rulings(
        claim=record, grades={}, kinds=("study-report",), names=("n",), reports=record.reports
    )
    assert shown(ruling) == "wrong: error"


@pytest.mark.parametrize(
    ("counts", "size"),
    [
        ("{analysed: '38', received: '39', randomised: '40', enrolled: '41'}", "38"),
        ("{analysed: not reported, received: '39', randomised: '40'}", "39"),
        ("{analysed: (left out), randomised: '40', enrolled: '41'}", "40"),
        ("{analysed: (left out), enrolled: '41'}", "41"),
        ("{analysed: (left out)}", None),
    ],
)
def test_a_report_tells_the_closest_head_count(counts: str, size: str | None) -> None:
    record = claim(REPORTS.format(direction="decreases", significant="'not said'"))
    (ruling,) = rulings(
        claim=record,
        grades={},
        evidence=with_studies(alpha=f"population: {{n: {counts}}}"),
        kinds=("study-report",),
        reports=record.reports,
    )
    head = "alpha" if size is None else f"alpha (n = {size})"
    assert ruling.reason.startswith(f"{head}: People fell asleep sooner after the bath.")


EVIDENCE = Table(
    title="Evidence",
    text=(
        "“Trials show”, “robust evidence”: the records are counted by design, outcome and "
        "intervention, in people. Too few, or of too low certainty where the word asks for it: "
        "wrong. “Some studies suggest” where there are none is a warning. A sentence that says "
        "that there are none is held against the same count."
    ),
    usual={
        "at_least": 2,
        "needs": None,
        "certainty": "low",
        "wording": 3,
        "stance": "asserts",
        "studies": ("{}", "{}"),
        "unread": None,
        "designs": "parallel-trial",
    },
    cases=(
        Case("two trials for two", "C", {}, "correct", "2 such studies"),
        Case("one trial for two", "C", {"studies": ("{}",)}, "wrong: error", "1 such study"),
        Case(
            "a survey is no trial",
            "C",
            {"studies": ("{}", "design: {type: self-selected-survey}")},
            "wrong: error",
        ),
        Case(
            "another intervention",
            "C",
            {"studies": ("{}", "arms: {bath: {intervention: foot-bath}}")},
            "wrong: error",
        ),
        Case(
            "another outcome",
            "C",
            {"studies": ("{}", "results: {onset: {outcome: calm, unit: points}}")},
            "wrong: error",
        ),
        Case(
            "what only a secondary source tells of a trial",
            "C",
            {"studies": ("{}", "results: {onset: {at: retold}}")},
            "wrong: error",
        ),
        Case(
            "what it names was not read",
            "C",
            {"unread": "The guideline it names was not read."},
            "unverifiable: suggestion",
            "was not read",
        ),
        Case(
            "cells are no trial",
            "C",
            {"studies": ("{}", "results: {onset: {setting: cells}}")},
            "wrong: error",
        ),
        Case(
            "cells in a dish, and studies in cells are meant",
            "C",
            {
                "designs": "laboratory",
                "studies": ("{design: {type: laboratory}, results: {onset: {setting: cells}}}",)
                * 2,
            },
            "correct",
        ),
        Case(
            "“some studies suggest” where there are none",
            "C",
            {"wording": 1, "studies": ("design: {type: self-selected-survey}",)},
            "wrong: warning",
            "0 such studies in this base (none)",
        ),
        Case(
            "“robust evidence”, and it is of low certainty",
            "C",
            {"needs": "moderate"},
            "wrong: error",
            "of low certainty",
        ),
        Case(
            "“robust evidence”, and it is of moderate certainty",
            "C",
            {"needs": "moderate", "certainty": "moderate"},
            "correct",
        ),
        Case(
            "“robust evidence”, and it is from cells",
            "C",
            {"needs": "very low", "certainty": "not graded"},
            "wrong: error",
        ),
        Case(
            "“there are no trials”, and there are",
            "C",
            {"stance": "denies"},
            "wrong: error",
        ),
        Case(
            "“there are no trials”, and there is too little",
            "C",
            {"stance": "denies", "studies": ("{}",)},
            "correct",
        ),
        Case(
            "“widely reported, but subjective”, and there are such reports",
            "C",
            {"stance": "limits"},
            "correct",
        ),
        Case(
            "“there is no good evidence” where certainty is moderate",
            "C",
            {"stance": "limits", "needs": "moderate", "certainty": "moderate"},
            "wrong: error",
        ),
        Case(
            "“there is no good evidence” where certainty is low",
            "C",
            {"stance": "limits", "needs": "moderate"},
            "correct",
        ),
    ),
)

INVENTORY = """
kind: evidence
inventory:
  designs: [{designs}]
  outcomes: [onset]
  interventions: [bath]
  at-least: '{at_least}'
  why: A test.
"""


@pytest.mark.parametrize("case", EVIDENCE.rows())
def test_evidence(case: Case) -> None:
    facts = EVIDENCE.facts(case)
    piece = INVENTORY.format(at_least=facts["at_least"], designs=facts["designs"])
    if facts["needs"]:
        piece += f"  certainty: {facts['needs']}\n"
    if facts["unread"]:
        piece += f"  unread: {facts['unread']}\n"
    studies = {f"study-{i}": study for i, study in enumerate(facts["studies"])}
    (ruling,) = rulings(
        claim=claim(piece),
        grades={"own": body(certainty=facts["certainty"])},
        evidence=with_studies(**studies),
        kinds=("evidence",),
        wording=facts["wording"],
        stance=facts["stance"],
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


def test_evidence_that_nobody_described_cannot_be_counted() -> None:
    (ruling,) = rulings(claim=claim(), grades={}, kinds=("evidence",))
    assert shown(ruling) == "unverifiable: suggestion"

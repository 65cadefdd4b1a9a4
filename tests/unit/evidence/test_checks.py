"""Checks between records: what they must not flag, and what hides nothing else.

That each of them flags what it should, with its whole message, is in tests/functional/bad.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reviewkit.evidence import check
from reviewkit.evidence.checks import dates
from reviewkit.findings import render_all
from tests.unit.evidence.conftest import Edit

TODAY = dt.date(2026, 11, 21)
KOYAMA, BERGGREEN = "studies/koyama-2016.yaml", "studies/berggreen-2012.yaml"
ENGLISH = "studies/english-barazesh-2019.yaml"
THICKNESS, SURVEY = "claims/hair-thickness-increase.yaml", "claims/survey-figures.yaml"
BODY = "bodies/hair-thickness.yaml"


def codes(review: Path) -> list[str]:
    return [finding.code for finding in check(review, today=TODAY)[1]]


PRINTED = """\
    estimate: {measure: MD, value: -8.8, lower: -17.4, upper: -0.11, level: 95}
    unit: points
"""
READING = "{options: [se, sd], why: the abstract prints ± without a name}\n"
READINGS = """\
readings:
  spread:
    options: [se, sd]
    why: the abstract prints ± without a name
"""
CELLS = """\
results:
  genes:
    outcome: hair-thickness
    contrast: description
    setting: cells
    arm: other-side
    n: 40
    time: 72 hours
    direction: changes
    at: abstract
"""
MID = "unit: µm, source: a panel, basis: convention}"
OTHER_OUTCOME = """\
uses:
  - {result: koyama-2016#thickness-24w, directness: {outcome: hair for headache}}
"""

READ = """\
    readings:
      denominator: {options: ["327", "340"], why: the abstract prints no count}
"""
FINE: dict[str, list[tuple[str, str, str]]] = {
    "a unit that the outcome can be converted from": [
        (KOYAMA, "unit: mm", "unit: µm"),
    ],
    "a change in percent of any outcome": [
        (BERGGREEN, "unit: points", "unit: percent change"),
        (BERGGREEN, "measure: MD", "measure: percent change"),
    ],
    "a figure in another unit of its outcome": [
        (THICKNESS, "{says: 0.085, unit: mm", "{says: 85, unit: µm"),
    ],
    "a figure without a unit": [
        (THICKNESS, "{says: 0.085, unit: mm", "{says: 0.085"),
    ],
    "a unit with the other sign for micro": [
        (KOYAMA, "unit: mm", "unit: \u03bcm"),
    ],
    "one minute": [
        (SURVEY, "says: about 11 to 20, unit: minutes", "says: 1, unit: minute"),
    ],
    "a figure for what was not in what was read": [
        (SURVEY, "#population.n.received", "#population.n.analysed"),
        (ENGLISH, "received: 327", "received: 327, analysed: not in what was read"),
    ],
    "a year as a figure": [
        (SURVEY, '"almost 1,900", unit: people', '"2019"'),
        (SURVEY, "#population.n.received", "#citation.year"),
    ],
    "an estimate that touches its interval as rounded": [
        (BERGGREEN, "value: -8.8, lower: -17.4, upper: -0.11", "value: 1.2, lower: 1.24, upper: 2"),
    ],
    "an interval that is a point": [
        (BERGGREEN, "lower: -17.4, upper: -0.11", "lower: -8.8, upper: -8.80"),
    ],
    "a mean outside the quartiles that stand beside its median": [
        (BERGGREEN, "massage: {n: 20}",
         "massage: {n: 20, after: {mean: 40, median: 11, lower: 10, upper: 20}}"),
    ],
    "as many events as people, written another way": [
        (ENGLISH, "percent: 68.9", 'events: "1,899"\n    total: 1899\n    percent: 68.9'),
        (ENGLISH, '["327", "340"]', '["1899", "2000"]'),
    ],
    "as many analysed as enrolled": [
        (KOYAMA, "analysed: not in what was read}", "analysed: 9}"),
    ],
    "more cultures of cells than people": [
        (KOYAMA, "  other-side: {intervention: none,", "  other-side: {intervention: none, n: 40,"),
        (KOYAMA, "results:\n", CELLS),
    ],
    "a ± with a reading of its own": [
        (KOYAMA, READINGS, ""),
        (KOYAMA, "    where: Results, first sentence\n", "    readings:\n      spread: " + READING),
    ],
    "a result with a direction in words alone": [
        (BERGGREEN, PRINTED, ""),
    ],
    "an outcome that the source names and does not report": [
        (BERGGREEN, PRINTED, ""),
        (BERGGREEN, "    p: 0.047\n    direction: decreases", "    direction: not reported"),
    ],
    "a year that is missing": [
        (KOYAMA, "year: 2016", "year: not in what was read"),
    ],
    "read in the year of publication": [
        (KOYAMA, "year: 2016", "year: 2026"),
    ],
    "judged on the day it was read": [
        (KOYAMA, "access: abstract, on: 2026-11-21", "access: abstract, on: 2026-11-20"),
        (KOYAMA, "  by: project\n  on: 2026-11-21", "  by: project\n  on: 2026-11-20"),
    ],
    "one sentence in two claims": [
        (SURVEY, "line: 9\n    sentence: 1", "line: 7\n    sentence: 3"),
        (SURVEY, "8e212118dafe7683fe84ffca717398fdd6f3f12f1ccb3234190c6d4201637089",
         "db82f7997dddf72ecff546bb05989667244b89ee5a503a337061901ca002a92e"),
    ],
    "a threshold with its source": [
        (BODY, 'target: "null"', "target: mid"),
        ("review.yaml", "unit: mm, also", "unit: mm, mid: {value: 5, " + MID + ", also"),
    ],
    "a result of another outcome, said so": [
        ("bodies/headache-intensity.yaml", "uses:\n", OTHER_OUTCOME),
    ],
    "a short reason for a judgement that follows its proposal": [
        (BODY, "why: Healthy men and a device stand in for everybody and their fingers.",
         "why: Healthy men."),
    ],
    "a field of a field that stands elsewhere": [
        (KOYAMA, "places: {age: company-note}", "places: {n.enrolled: company-note}"),
    ],
    "a study that only an exclusion of the review names": [
        ("review.yaml", "{citation: Kao 2011, why",
         "{citation: Koyama 2016, result: koyama-2016#thickness-24w, why"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", FINE)
def test_fine(case: str, review: Path, edit: Edit) -> None:
    for file, old, new in FINE[case]:
        edit(file, old, new)
    _, findings = check(review, today=TODAY)
    assert render_all(findings) == ""


@pytest.mark.parametrize(
    ("change", "where"),
    [
        # 1,899 were reached, 340 answered, 327 did it: the closest to the result stands for it.
        ((ENGLISH, READ, "    events: 328\n"), "results.stable-or-regrown.events"),
        (
            (BERGGREEN, "massage: {n: 20}", "massage: {events: 21}"),
            "results.morning-pain.groups.massage.events",
        ),
    ],
)
def test_events_of_more_people_than_there_are(
    change: tuple[str, str, str], where: str, review: Path, edit: Edit
) -> None:
    edit(*change)
    _, findings = check(review, today=TODAY)
    assert [(finding.code, finding.where) for finding in findings] == [("R205", where)]


def test_study_that_a_claim_of_the_evidence_counts_is_used(review: Path, edit: Edit) -> None:
    second = (review / BERGGREEN).read_text(encoding="utf-8")
    (review / "studies" / "second-2013.yaml").write_text(
        second.replace("id: berggreen-2012", "id: second-2013"), encoding="utf-8"
    )
    assert codes(review) == ["R203"]
    edit(
        "claims/headache-relief.yaml",
        "body: headache-intensity\n",
        "body: headache-intensity\ninventory: {designs: [parallel-trial], outcomes: "
        "[headache-intensity], interventions: [head-massage], at-least: 2, why: trials}\n",
    )
    assert codes(review) == []


def test_hints_wait_until_there_is_no_error(review: Path, edit: Edit) -> None:
    edit("bodies/headache-intensity.yaml", "berggreen-2012#morning-pain", "bergreen-2012#pain")
    assert codes(review) == ["R201"]  # not that Berggreen 2012 is used by nothing


# What is wrong with a file or a part of it makes nothing else look wrong: one finding each.
ALONE = {
    "a study that cannot be read": (KOYAMA, "id: koyama-2016", "id: [koyama-2016"),
    "a study of another id": (KOYAMA, "id: koyama-2016", "id: koyama"),
    "a study without its design": (
        KOYAMA,
        "design:\n  type: within-person\n  allocation: not in what was read\n  at: company-note\n",
        "",
    ),
    "a result that is refused": (KOYAMA, "contrast: within-arm", "contrast: before-after"),
    "results that are no mapping": (ENGLISH, "results:\n", "results: none\nnote: >\n"),
    "an arm that is refused": (KOYAMA, "intervention: scalp-massage, by: a device,", "by: me,"),
    "a document that is refused": (KOYAMA, "access: abstract,", "access: paper,"),
    "a figure's field that is refused": (
        KOYAMA,
        "before: {mean: 0.085,",
        "before: {mean: nought,",
    ),
    "an outcome that is refused": ("review.yaml", "about: appearance,", "about: looks,"),
    "an intervention that is refused": ("review.yaml", "{label: nothing, control: true}", "{}"),
    "a review without a title": ("review.yaml", "title: Head massage, cut down for tests\n", ""),
    "a body that is refused": (BODY, "  time: 24 weeks\n", ""),
    "a claim that is refused": (THICKNESS, "kind: benefit", "kind: praise"),
    "a mention that is refused": (THICKNESS, "    cue: promise\n", ""),
    "readings that are refused": (KOYAMA, "options: [se, sd]", "option: [se, sd]"),
    "a source that is refused": ("sources/003.yaml", "read: 2026-11-21", "read: lately"),
}


@pytest.mark.parametrize("case", ALONE)
def test_one_fault_has_one_finding(case: str, review: Path, edit: Edit) -> None:
    edit(*ALONE[case])
    _, findings = check(review, today=TODAY)
    assert len(findings) == 1, render_all(findings)
    assert findings[0].severity == "error"


def test_other_mistakes_beside_a_refused_part_are_found_in_the_same_run(
    review: Path, edit: Edit
) -> None:
    edit(KOYAMA, "n: {enrolled: 9,", "n: {enrolled: nine,")
    edit(KOYAMA, "unit: mm", "unit: kg")
    edit(KOYAMA, "access: secondary, on: 2026-11-21", "access: secondary, on: 2062-11-21")
    edit(THICKNESS, "    line: 7\n", "    line: seven\n")
    edit(
        THICKNESS,
        "    cue: promise\n    intervention: scalp-massage",
        "    cue: promise\n    intervention: massage",
    )
    _, findings = check(review, today=TODAY)
    assert [(finding.code, finding.where) for finding in findings] == [
        ("R103", "mentions[0].line"),
        ("R201", "mentions[1].intervention"),
        ("R207", "read.company-note.on"),
        ("R103", "population.n.enrolled"),
        ("R204", "results.thickness-24w.unit"),
    ]


def test_a_day_is_in_the_future_only_if_it_has_begun_nowhere() -> None:
    at_most = dt.timedelta(days=1)
    utc = dt.datetime.now(dt.UTC).date()
    assert dates.FIRST_TO_SEE_THE_DAY.utcoffset(None) == dt.timedelta(hours=14)
    assert utc <= dates.latest_today() <= utc + at_most

"""The units that a number in a sentence may have, by the field that it is said to be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reviewkit.evidence import check
from tests.unit.evidence.conftest import Edit

TODAY = dt.date(2026, 11, 21)
BERGGREEN, ENGLISH = "berggreen-2012", "english-barazesh-2019"
UNITS = [
    # field, unit, fits
    (f"{ENGLISH}#population.n.reached", "people", True),
    (f"{ENGLISH}#population.n.reached", "readers", True),
    (f"{ENGLISH}#population.n.reached", "%", False),
    (f"{ENGLISH}#population.n.reached", "months", False),
    (f"{BERGGREEN}#arms.massage.n", "women", True),
    (f"{BERGGREEN}#arms.massage.n", "weeks", False),
    (f"{BERGGREEN}#arms.massage.weeks", "weeks", True),
    (f"{BERGGREEN}#arms.massage.weeks", "week", True),
    (f"{BERGGREEN}#arms.massage.weeks", "months", False),
    (f"{BERGGREEN}#arms.massage.sessions", "sessions", True),
    (f"{BERGGREEN}#arms.massage.sessions", "people", False),
    (f"{ENGLISH}#results.stable-or-regrown.percent", "percent", True),
    (f"{ENGLISH}#results.stable-or-regrown.percent", "per cent", True),
    (f"{ENGLISH}#results.stable-or-regrown.percent", "people", False),
    (f"{BERGGREEN}#results.morning-pain.estimate.value", "points", True),
    (f"{BERGGREEN}#results.morning-pain.estimate.value", "mm", False),
    (f"{BERGGREEN}#results.morning-pain.estimate.level", "%", True),
    (f"{BERGGREEN}#results.morning-pain.estimate.level", "points", False),
    (f"{BERGGREEN}#results.morning-pain.groups.massage.n", "women", True),
    (f"{BERGGREEN}#results.morning-pain.groups.massage.n", "percent", False),
    (f"{BERGGREEN}#results.morning-pain.p", "percent", False),
    ("koyama-2016#results.thickness-24w.after.spread", "µm", True),
    ("koyama-2016#results.thickness-24w.after.spread", "weeks", False),
    ("koyama-2016#citation.year", "weeks", False),
]


@pytest.mark.parametrize(("of", "unit", "fits"), UNITS)
def test_unit_fits_what_the_figure_points_at(
    of: str, unit: str, fits: bool, review: Path, edit: Edit
) -> None:
    edit(
        "claims/survey-figures.yaml",
        '- {says: "almost 1,900", unit: people, of: "english-barazesh-2019#population.n.received"}',
        f'- {{says: 12, unit: "{unit}", of: "{of}"}}',
    )
    _, findings = check(review, today=TODAY)
    assert [finding.code for finding in findings] == ([] if fits else ["R214"])


@pytest.mark.parametrize(
    ("measure", "unit", "fits"),
    [("SMD", "points", False), ("percent change", "%", True), ("percent change", "points", False)],
)
def test_unit_fits_the_measure_of_an_estimate(
    measure: str, unit: str, fits: bool, review: Path, edit: Edit
) -> None:
    edit("studies/berggreen-2012.yaml", "measure: MD", f"measure: {measure}")
    edit(
        "claims/survey-figures.yaml",
        '- {says: "almost 1,900", unit: people, of: "english-barazesh-2019#population.n.received"}',
        f'- {{says: -8.8, unit: "{unit}", of: "{BERGGREEN}#results.morning-pain.estimate.value"}}',
    )
    _, findings = check(review, today=TODAY)
    assert [finding.code for finding in findings] == ([] if fits else ["R214"])

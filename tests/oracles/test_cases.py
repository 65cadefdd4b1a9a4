"""Every pinned reference case, solved and compared; and none may drop out of the check."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reviewkit.synthesis.tau2 import reml_maxima, restricted_log_likelihood
from tests.oracles.adapter import METHODS, TESTS, Unsupported, solve
from tests.oracles.comparing import differences, tolerance

Case = dict[str, Any]

CASES: list[Case] = [
    json.loads(line)
    for file in sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]

SOLVED = {
    "escalc MC": 5,
    "escalc MD": 3,
    "escalc OR": 9,
    "escalc PR": 7,
    "escalc RD": 7,
    "escalc RR": 13,
    "escalc SMCC": 5,
    "escalc SMCR": 5,
    "escalc SMD": 2,
    "escalc_summary": 4,
    "leave1out": 46,
    "rma_uni": 95,
    "weights": 9,
}
"""How many cases are solved, by family and measure: counted by hand, changed by hand."""

NOT_OFFERED = {
    "escalc: variance type AV": 3,
    "escalc: variance type LS2": 4,
    "escalc: variance type UB": 5,
    "escalc: without m1i sd1i m2i sd2i": 4,
    "rma_uni: test t": 20,
    "rma_uni: weights of one's own": 6,
    "rma_uni: τ² given": 8,
}
"""Why the other pinned cases are not solved, and how many they are."""

KEYS = {
    "escalc": {"yi", "vi"},
    "escalc_summary": {"sei", "zi", "pval", "ci.lb", "ci.ub"},
    "leave1out": {"estimate", "se", "stat", "pval", "ci.lb", "ci.ub"},
    "rma_uni": {"k", "beta", "se", "zval", "pval", "ci.lb", "ci.ub", "ddf", "s2w"},
    "weights": {"weights"},
}
"""Keys that every solved case of a family must be compared on."""

HETEROGENEITY_KEYS = {"tau2", "tau", "QE", "QEdf", "QEp", "I2", "H2", "vt", "pi.lb", "pi.ub"}

SEVERAL_MAXIMA = {"leave1out/dat.franchini2012|ROM/REML/z": (2, 3)}
"""Where R stops at a lower maximum of the restricted likelihood, and in which elements."""


def is_offered(case: Case) -> bool:
    """Decide from the case alone, apart from the adapter, whether reviewkit offers it."""
    options, columns = case["call"]["options"], set(case["inputs"])
    if case["family"] == "escalc":
        statistic_only = "ti" in columns or columns == {"di", "n1i", "n2i"}
        return options.get("vtype", "LS") == "LS" and not statistic_only
    return (
        options.get("method", "REML") in METHODS
        and options.get("test", "z") in TESTS
        and not {"tau2", "weighted"} & set(options)
        and "weights" not in columns
    )


def group(case: Case) -> str:
    measure = case["call"]["options"].get("measure")
    return f"escalc {measure}" if case["family"] == "escalc" else case["family"]


def name(case: Case) -> str:
    return str(case["id"])


OFFERED = [case for case in CASES if is_offered(case)]


@pytest.mark.parametrize("case", OFFERED, ids=name)
def test_agrees_with_r(case: Case) -> None:
    found, expected = solve(case), case["expected"]
    omitted = SEVERAL_MAXIMA.get(case["id"], ())
    if omitted:
        found, expected = without(found, omitted), without(expected, omitted)
    assert list(differences(found, expected, rtol=tolerance(case))) == []


def without(answer: dict[str, Any], elements: tuple[int, ...]) -> dict[str, Any]:
    return {
        key: [value for i, value in enumerate(values) if i not in elements]
        for key, values in answer.items()
        if isinstance(values, list)
    }


def test_so_many_cases_are_solved() -> None:
    assert Counter(map(group, OFFERED)) == SOLVED


def test_the_rest_is_refused_for_options_that_are_not_offered() -> None:
    reasons: Counter[str] = Counter()
    for case in CASES:
        if not is_offered(case):
            with pytest.raises(Unsupported) as refusal:
                solve(case)
            reasons[f"{case['family']}: {refusal.value}"] += 1
    assert reasons == NOT_OFFERED


def test_ids_are_unique() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", OFFERED, ids=name)
def test_no_key_drops_out_of_the_comparison(case: Case) -> None:
    found = solve(case)
    assert set(found) >= KEYS[case["family"]]
    if case["family"] == "rma_uni" and found["k"] > 1:
        assert set(found) >= HETEROGENEITY_KEYS
        assert ("confint_QP" in found) == (case["call"]["options"]["method"] not in {"EE", "FE"})


@pytest.mark.parametrize("family", ["rma_mv", "selmodel", "no such family"])
def test_other_families_are_refused(family: str) -> None:
    with pytest.raises(Unsupported, match=family):
        solve({"family": family})


@pytest.mark.parametrize(
    ("case", "element"),
    [(case, element) for case in OFFERED for element in SEVERAL_MAXIMA.get(case["id"], ())],
    ids=lambda value: value if isinstance(value, int) else name(value),
)
def test_where_it_differs_from_r_the_likelihood_is_higher(case: Case, element: int) -> None:
    y = np.delete(np.array(case["inputs"]["yi"]), element)
    v = np.delete(np.array(case["inputs"]["vi"]), element)
    ours, theirs = solve(case)["tau2"][element], case["expected"]["tau2"][element]
    assert reml_maxima(y, v) == pytest.approx((ours, theirs), abs=1e-9)
    assert restricted_log_likelihood(ours, y, v) > restricted_log_likelihood(theirs, y, v) + 0.05

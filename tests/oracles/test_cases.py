"""Every pinned reference case, solved and compared; and none may drop out of the check."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reviewkit.synthesis.tau2 import reml_maxima, restricted_log_likelihood
from tests.oracles.adapter import Unsupported, solve
from tests.oracles.comparing import differences, tolerance
from tests.oracles.ledgers import effects, fits

Case = dict[str, Any]

CASES: list[Case] = [
    json.loads(line)
    for file in sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]

LEDGERS = (effects, fits)
OF_FAMILY = {family: ledger for ledger in LEDGERS for family in ledger.KEYS}

HETEROGENEITY_KEYS = {"tau2", "tau", "QE", "QEdf", "QEp", "I2", "H2", "vt", "pi.lb", "pi.ub"}

SEVERAL_MAXIMA = {"leave1out/dat.franchini2012|ROM/REML/z": (2, 3)}
"""Where R stops at a lower maximum of the restricted likelihood, and in which elements."""


def is_offered(case: Case) -> bool:
    return bool(OF_FAMILY[case["family"]].is_offered(case))


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
    assert Counter(map(group, OFFERED)) == {
        group: count for ledger in LEDGERS for group, count in ledger.SOLVED.items()
    }


def test_the_rest_is_refused_for_options_that_are_not_offered() -> None:
    reasons: Counter[str] = Counter()
    for case in CASES:
        if not is_offered(case):
            with pytest.raises(Unsupported) as refusal:
                solve(case)
            reasons[f"{case['family']}: {refusal.value}"] += 1
    assert reasons == {
        reason: count for ledger in LEDGERS for reason, count in ledger.NOT_OFFERED.items()
    }


def test_ids_are_unique() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", OFFERED, ids=name)
def test_no_key_drops_out_of_the_comparison(case: Case) -> None:
    found = solve(case)
    assert set(found) >= OF_FAMILY[case["family"]].KEYS[case["family"]]
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

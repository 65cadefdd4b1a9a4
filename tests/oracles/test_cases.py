"""Every pinned reference case, solved and compared; and none may drop out of the check."""

from __future__ import annotations

import copy
from collections import Counter

import numpy as np
import pytest

from reviewkit.synthesis import gosh, pool
from reviewkit.synthesis.batch import one_batch
from reviewkit.synthesis.likelihood import Likelihood, local_maxima, log_likelihood
from tests.oracles.adapter import KNOWN, Unsupported, solve
from tests.oracles.comparing import CLOSED_FORM, differences, tolerance
from tests.oracles.ledgers import fits, small_studies
from tests.oracles.pinned import CASES, LEDGERS, OF_FAMILY, OFFERED, Case, compared, is_offered

HETEROGENEITY_KEYS = {"tau2", "tau", "QE", "QEdf", "QEp", "I2", "H2", "vt", "pi.lb", "pi.ub"}

LIKELIHOOD_ROUNDING = 1e-12

R_THRESHOLD = 1e-5
"""Change of τ² at which R's Fisher scoring stops by default."""


def group(case: Case) -> str:
    measure = case["call"]["options"].get("measure")
    return f"escalc {measure}" if case["family"] == "escalc" else case["family"]


def name(case: Case) -> str:
    return str(case["id"])


@pytest.mark.parametrize("case", OFFERED, ids=name)
def test_agrees_with_r(case: Case) -> None:
    found, expected = compared(case, solve(case)), compared(case, case["expected"])
    assert list(differences(found, expected, rtol=tolerance(case))) == []


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
        without_interval = {"EE", "FE", "GENQ"}
        options = case["call"]["options"]
        has_interval = options["method"] not in without_interval and "tau2" not in options
        assert ("confint_QP" in found) == has_interval


@pytest.mark.parametrize(
    "case", [case for case in OFFERED if small_studies.stops_early(case)], ids=name
)
def test_where_r_stops_early_the_rest_follows_from_its_tau2(case: Case) -> None:
    found, expected = solve(case), case["expected"]
    assert found["tau2"] == pytest.approx(expected["tau2"], abs=R_THRESHOLD)
    assert found["filled_yi"] == pytest.approx(expected["filled_yi"], abs=R_THRESHOLD)
    filled = pool(
        case["inputs"]["yi"] + expected["filled_yi"],
        case["inputs"]["vi"] + expected["filled_vi"],
        tau2=expected["tau2"],
        test="z",
    )
    again = {
        "beta": filled.estimate,
        "se": filled.se,
        "zval": filled.statistic,
        "pval": filled.p,
        "ci.lb": filled.ci.lower,
        "ci.ub": filled.ci.upper,
        "QE": filled.q,
        "QEp": filled.q_p,
        "I2": 100 * (filled.i2 or 0.0),
        "H2": filled.h2,
    }
    assert list(differences(again, expected, rtol=CLOSED_FORM)) == []


@pytest.mark.parametrize("case", [case for case in OFFERED if case["family"] == "rma_mv"], ids=name)
def test_no_likelihood_is_below_that_of_r(case: Case) -> None:
    key = f"fit_{case['call']['options']['method']}"
    ours, theirs = solve(case)[key]["ll"], case["expected"][key]["ll"]
    assert ours >= theirs - LIKELIHOOD_ROUNDING
    assert ours == pytest.approx(theirs, abs=1e-8)


@pytest.mark.parametrize("family", ["selmodel", "no such family"])
def test_other_families_are_refused(family: str) -> None:
    with pytest.raises(Unsupported, match=family):
        solve({"family": family})


@pytest.mark.parametrize("family", sorted(KNOWN))
def test_an_option_that_is_not_read_is_refused(family: str) -> None:
    case = copy.deepcopy(next(case for case in OFFERED if case["family"] == family))
    case["call"]["options"]["unheard of"] = 1
    with pytest.raises(Unsupported, match="unheard of"):
        solve(case)


@pytest.mark.parametrize(
    ("call", "what"),
    [
        ("rma.mv(yi, vi, random = ~ 1 | district, W = w)", "rma.mv with W"),
        ("rma.mv(yi, vi, random = ~ 1 | district, intercept = FALSE)", "rma.mv with intercept"),
        ("rma.mv(yi, vi, mods = ~ scale(year), random = ~ 1 | district)", "expression scale"),
        ("rma.mv(yi, vi, random = ~ school | district, struct='AR')", "structure AR"),
    ],
)
def test_an_argument_that_is_not_read_is_refused(call: str, what: str) -> None:
    asked = "rma_mv/dat.konstantopoulos2011/ml3-year"
    case = copy.deepcopy(next(case for case in OFFERED if case["id"] == asked))
    case["call"]["r"] = call
    with pytest.raises(Unsupported, match=what):
        solve(case)


def test_an_empty_list_of_options_is_none() -> None:
    case = next(case for case in OFFERED if case["family"] == "rma_peto")
    empty = {**case, "call": {**case["call"], "options": []}}
    assert solve(empty) == solve({**case, "call": {**case["call"], "options": {}}})


@pytest.mark.parametrize(
    ("case", "element"),
    [(case, element) for case in OFFERED for element in fits.OTHER_MAXIMUM.get(case["id"], ())],
    ids=lambda value: value if isinstance(value, int) else name(value),
)
def test_where_it_differs_from_r_the_likelihood_is_higher(case: Case, element: int) -> None:
    y, v = np.array(case["inputs"]["yi"]), np.array(case["inputs"]["vi"])
    kept = np.delete(np.arange(len(y)), element)
    if case["family"] == "cumul":
        kept = np.argsort(case["inputs"]["order"])[: element + 1]
    batch = one_batch(y[kept], v[kept])
    kind: Likelihood = case["call"]["options"]["method"]
    _, maxima = local_maxima(batch, kind)
    assert len(maxima) == 2
    theirs = case["expected"].get("tau2", [0.0] * len(y))[element]
    assert min(maxima) == pytest.approx(theirs, abs=1e-9)
    low, high = log_likelihood(batch.take(np.zeros(2, dtype=np.intp)), kind, np.sort(maxima))
    assert high > low + 0.04
    if "tau2" in case["expected"]:
        assert solve(case)["tau2"][element] == pytest.approx(max(maxima), abs=1e-9)


def test_a_summary_that_differs_from_r_holds_fits_with_several_maxima() -> None:
    for case in OFFERED:
        if case["id"] in fits.OTHER_MAXIMUM_SOMEWHERE:
            found = gosh(case["inputs"]["yi"], case["inputs"]["vi"], test="z")
            assert (found.fits.maxima > 1).any()

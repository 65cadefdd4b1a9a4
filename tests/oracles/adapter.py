"""Reference cases from R, solved by reviewkit.

`solve` maps one case to calls of reviewkit and returns those keys of ``expected`` that reviewkit
computes, as plain lists and floats. `Unsupported` is raised for what is not offered and for
nothing else: a wrong number must show as a wrong number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from typing import Any

import numpy as np

from reviewkit import effects
from reviewkit.effects import Effect
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import Pooled, leave_one_out, pool, typical_variance
from reviewkit.synthesis.pooled import Method, Test

Case = Mapping[str, Any]
Answer = dict[str, Any]

METHODS: dict[str, Method] = {"REML": "REML", "DL": "DL", "PM": "PM", "EE": "CE", "FE": "CE"}
TESTS: dict[str, Test] = {"z": "z", "knha": "hksj", "adhoc": "hksj-floor"}

METAFOR_TAU2_MAX = 100.0
METAFOR_TAU2_MAX_FACTOR = 10.0
"""Where metafor's ``confint`` ends its search for the upper limit of τ²: at 100, or at ten times
the estimate if that is more. It prints that end with the sign ">"; reviewkit has no such end."""

PERCENT = 100


class Unsupported(Exception):
    """The case asks for something that reviewkit does not offer."""


def solve(case: Case) -> Answer:
    """Return the keys of ``case["expected"]`` that reviewkit computes, by calling it."""
    solvers: dict[str, Callable[[Case], Answer]] = {
        "escalc": _escalc,
        "escalc_summary": _escalc_summary,
        "leave1out": _leave1out,
        "rma_uni": _rma_uni,
        "weights": _weights,
    }
    family = case["family"]
    if family not in solvers:
        raise Unsupported(f"family {family}")
    return solvers[family](case)


# -- escalc ---------------------------------------------------------------------------------------


def _escalc(case: Case) -> Answer:
    measures: dict[str, Callable[[Case], list[Effect | None]]] = {
        "MC": _mc,
        "SMCC": _smcc,
        "SMCR": _smcr,
        "MD": _md,
        "SMD": _smd,
        "PR": _pr,
        "RR": _rr,
        "OR": _or,
        "RD": _rd,
    }
    options = case["call"]["options"]
    measure, vtype = options["measure"], options.get("vtype", "LS")
    if measure not in measures:
        raise Unsupported(f"measure {measure}")
    if vtype != "LS":
        raise Unsupported(f"variance type {vtype}")
    found = measures[measure](case)
    return {"yi": [effect and effect.estimate for effect in found], "vi": list(map(_vi, found))}


def _vi(effect: Effect | None) -> float | None:
    """A proportion of 0 or 1 has no SE in reviewkit; metafor prints a variance of 0."""
    return None if effect is None else effect.variance or 0.0


def _mc(case: Case) -> list[Effect | None]:
    return [_estimate(effects.mean_change, **row) for row in _before_after(case)]


def _smcc(case: Case) -> list[Effect | None]:
    return [_estimate(effects.smcc, **row) for row in _before_after(case)]


def _before_after(case: Case) -> list[dict[str, Any]]:
    """Metafor's first measurement is the later one: its yi is m1i - m2i."""
    names = ("mean_after", "sd_after", "mean_before", "sd_before", "n", "r")
    rows = _rows(case, "m1i", "sd1i", "m2i", "sd2i", "ni", "ri")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _smcr(case: Case) -> list[Effect | None]:
    """Metafor's sd1i is here the SD that is standardised by: that at baseline."""
    names = ("mean_after", "sd_before", "mean_before", "n", "r")
    rows = _rows(case, "m1i", "sd1i", "m2i", "ni", "ri")
    return [_estimate(effects.smcr, **dict(zip(names, row, strict=True))) for row in rows]


def _md(case: Case) -> list[Effect | None]:
    return [_estimate(effects.md, **row) for row in _two_groups(case)]


def _smd(case: Case) -> list[Effect | None]:
    return [_estimate(effects.smd, **row) for row in _two_groups(case)]


def _two_groups(case: Case) -> list[dict[str, Any]]:
    names = ("n1", "mean1", "sd1", "n2", "mean2", "sd2")
    rows = _rows(case, "n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _pr(case: Case) -> list[Effect | None]:
    with_total = "ni" in case["inputs"]
    groups = [
        (x, other if with_total else _sum(x, other))
        for x, other in _rows(case, "xi", "ni" if with_total else "mi")
    ]
    add, to = _correction(case, groups)
    return [_estimate(effects.proportion, events=x, total=n, add=add, to=to) for x, n in groups]


def _rr(case: Case) -> list[Effect | None]:
    return [_estimate(effects.risk_ratio, **row) for row in _two_by_two(case)]


def _or(case: Case) -> list[Effect | None]:
    return [_estimate(effects.odds_ratio, **row) for row in _two_by_two(case)]


def _rd(case: Case) -> list[Effect | None]:
    return [_estimate(effects.risk_difference, **row) for row in _two_by_two(case)]


def _two_by_two(case: Case) -> list[dict[str, Any]]:
    if "bi" in case["inputs"]:
        cells = _rows(case, "ai", "bi", "ci", "di")
        tables = [(a, _sum(a, b), c, _sum(c, d)) for a, b, c, d in cells]
    else:
        tables = _rows(case, "ai", "n1i", "ci", "n2i")
    groups = [group for row in tables for group in (row[:2], row[2:])]
    add, to = _correction(case, groups)
    double_zero = "drop" if case["call"]["options"].get("drop00", False) else "keep"
    names = ("events1", "total1", "events2", "total2")
    options = {"add": add, "to": to, "double_zero": double_zero}
    return [dict(zip(names, row, strict=True)) | options for row in tables]


def _correction(case: Case, groups: list[tuple[Any, ...]]) -> tuple[float, str]:
    """Return `add` and `to`; metafor's "if0all" looks at all studies of the case at once."""
    options = case["call"]["options"]
    to = options.get("to", "only0")
    if to == "if0all":
        has_zero = any(None not in (x, n) and x in (0, n) for x, n in groups)
        to = "all" if has_zero else "none"
    return options.get("add", 0.5), to


def _sum(x: float | None, y: float | None) -> float | None:
    return None if x is None or y is None else x + y


def _estimate(kernel: Callable[..., Effect], **row: Any) -> Effect | None:
    """Return the effect, or None where R has NA: a number is missing or nothing is estimable."""
    if any(value is None for value in row.values()):
        return None
    try:
        return kernel(**row)
    except NotEstimable:
        return None


def _rows(case: Case, *columns: str) -> list[tuple[Any, ...]]:
    missing = [column for column in columns if column not in case["inputs"]]
    if missing:
        raise Unsupported(f"without {' '.join(missing)}")
    return list(zip(*(case["inputs"][column] for column in columns), strict=True))


def _escalc_summary(case: Case) -> Answer:
    level = case["call"]["options"]["level"] / PERCENT
    found = [
        effects.generic(estimate=y, se=sqrt(v), level=level) for y, v in _rows(case, "yi", "vi")
    ]
    return {
        "sei": [effect.se for effect in found],
        "zi": [effect.statistic for effect in found],
        "pval": [effect.p for effect in found],
        "ci.lb": [effect.ci and effect.ci.lower for effect in found],
        "ci.ub": [effect.ci and effect.ci.upper for effect in found],
    }


# -- rma ------------------------------------------------------------------------------------------


def _studies(case: Case) -> tuple[list[float], list[float]]:
    """Return effects and variances without the rows in which R has NA."""
    if "sei" in case["inputs"]:
        rows = [(y, se and se * se) for y, se in _rows(case, "yi", "sei")]
    else:
        rows = _rows(case, "yi", "vi")
    complete = [(y, v) for y, v in rows if y is not None and v is not None]
    return [y for y, _ in complete], [v for _, v in complete]


def _method_and_test(case: Case) -> tuple[Method, Test]:
    options = case["call"]["options"]
    method, test = options.get("method", "REML"), options.get("test", "z")
    if method not in METHODS:
        raise Unsupported(f"method {method}")
    if test not in TESTS:
        raise Unsupported(f"test {test}")
    if "weights" in case["inputs"] or not options.get("weighted", True):
        raise Unsupported("weights of one's own")
    if "tau2" in options:
        raise Unsupported("τ² given")
    return METHODS[method], TESTS[test]


def _rma_uni(case: Case) -> Answer:
    y, v = _studies(case)
    method, test = _method_and_test(case)
    level = case["call"]["options"].get("level", 95) / PERCENT
    pooled = pool(y, v, method=method, test=test, level=level)
    answer: Answer = {
        "k": pooled.k,
        "beta": pooled.estimate,
        "se": pooled.se,
        "zval": pooled.statistic,
        "pval": pooled.p,
        "ci.lb": pooled.ci.lower,
        "ci.ub": pooled.ci.upper,
        "ddf": pooled.df,
        "s2w": pooled.hk_factor,
    }
    if pooled.k == 1:  # metafor reports no heterogeneity as 0, reviewkit as not applicable
        return answer
    typical = typical_variance(np.array(v))
    answer |= {
        "tau2": pooled.tau2,
        "tau": sqrt(pooled.tau2 or 0.0),
        "QE": pooled.q,
        "QEdf": pooled.q_df,
        "QEp": pooled.q_p,
        "I2": PERCENT * (pooled.i2 or 0.0),
        "H2": pooled.h2,
        "vt": typical,
        "pi.lb": pooled.prediction and pooled.prediction.lower,
        "pi.ub": pooled.prediction and pooled.prediction.upper,
    }
    if method != "CE":
        answer["confint_QP"] = _confint(pooled, typical)
    return answer


def _confint(pooled: Pooled, typical: float) -> Answer:
    """Return the Q-profile interval as metafor prints it, with its end of search and its signs."""
    estimate = pooled.tau2 or 0.0
    end = max(METAFOR_TAU2_MAX, METAFOR_TAU2_MAX_FACTOR * estimate)
    if pooled.tau2_ci is None:
        limits, signs = (0.0, 0.0), ("<", "<")
    elif pooled.tau2_ci.upper > end:
        limits, signs = (pooled.tau2_ci.lower, end), ("", ">")
    else:
        limits, signs = (pooled.tau2_ci.lower, pooled.tau2_ci.upper), ("", "")
    scales: dict[str, Callable[[float], float]] = {
        "tau2": lambda tau2: tau2,
        "tau": sqrt,
        "I2": lambda tau2: PERCENT * tau2 / (tau2 + typical),
        "H2": lambda tau2: tau2 / typical + 1,
    }
    printed: Answer = {
        name: {
            "est": to_scale(estimate),
            "ci.lb": to_scale(limits[0]),
            "ci.ub": to_scale(limits[1]),
        }
        for name, to_scale in scales.items()
    }
    return printed | {
        "null_set": pooled.tau2_ci is None,
        "lb_sign": signs[0],
        "ub_sign": signs[1],
    }


def _weights(case: Case) -> Answer:
    y, v = _studies(case)
    method, test = _method_and_test(case)
    pooled = pool(y, v, method=method, test=test)
    return {"weights": [PERCENT * weight for weight in pooled.weights]}


def _leave1out(case: Case) -> Answer:
    y, v = _studies(case)
    method, test = _method_and_test(case)
    fits = leave_one_out(y, v, method=method, test=test)
    answer: Answer = {
        "estimate": [fit.estimate for fit in fits],
        "se": [fit.se for fit in fits],
        "stat": [fit.statistic for fit in fits],
        "pval": [fit.p for fit in fits],
        "ci.lb": [fit.ci.lower for fit in fits],
        "ci.ub": [fit.ci.upper for fit in fits],
    }
    if fits[0].k > 1:
        answer |= {
            "Q": [fit.q for fit in fits],
            "Qp": [fit.q_p for fit in fits],
            "I2": [PERCENT * (fit.i2 or 0.0) for fit in fits],
            "H2": [fit.h2 for fit in fits],
        }
    if fits[0].k > 1 and method != "CE":
        answer["tau2"] = [fit.tau2 for fit in fits]
    return answer

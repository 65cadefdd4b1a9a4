"""Reference cases of random-effects and common-effect models of one effect a study."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import numpy as np

from reviewkit.synthesis import Pooled, leave_one_out, pool, typical_variance
from reviewkit.synthesis.pooled import Method, Test
from tests.oracles.solving.cases import PERCENT, Answer, Case, Solver, Unsupported, rows_of

METHODS: dict[str, Method] = {"REML": "REML", "DL": "DL", "PM": "PM", "EE": "CE", "FE": "CE"}
TESTS: dict[str, Test] = {"z": "z", "knha": "hksj", "adhoc": "hksj-floor"}

METAFOR_TAU2_MAX = 100.0
METAFOR_TAU2_MAX_FACTOR = 10.0
"""Where metafor's ``confint`` ends its search for the upper limit of τ²: at 100, or at ten times
the estimate if that is more. It prints that end with the sign ">"; reviewkit has no such end."""


def _studies(case: Case) -> tuple[list[float], list[float]]:
    """Return effects and variances without the rows in which R has NA."""
    if "sei" in case["inputs"]:
        rows = [(y, se and se * se) for y, se in rows_of(case, "yi", "sei")]
    else:
        rows = rows_of(case, "yi", "vi")
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


SOLVERS: dict[str, Solver] = {
    "leave1out": _leave1out,
    "rma_uni": _rma_uni,
    "weights": _weights,
}

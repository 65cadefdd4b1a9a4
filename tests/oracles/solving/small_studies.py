"""Reference cases of small-study effects: ``ranktest``, ``regtest`` and ``trimfill``."""

from __future__ import annotations

from typing import Any

from reviewkit.synthesis import Pooled, begg, egger, trim_and_fill
from reviewkit.synthesis.egger import Predictor, RegressionModel
from tests.oracles.solving.cases import (
    PERCENT,
    Answer,
    Case,
    Solver,
    Unsupported,
    complete_rows,
    level_of,
)
from tests.oracles.solving.fits import METHODS, TESTS

PREDICTORS: dict[str, Predictor] = {
    "sei": "se",
    "vi": "variance",
    "ni": "n",
    "ninv": "1/n",
    "sqrtni": "sqrt n",
    "sqrtninv": "1/sqrt n",
}


def _ranktest(case: Case) -> Answer:
    y, v = _studies(case)
    found = begg(y, v, exact=case["call"]["options"].get("exact", True))
    return {"tau": found.kendall_tau, "pval": found.p}


def _regtest(case: Case) -> Answer:
    options = case["call"]["options"]
    predictor = PREDICTORS[options.get("predictor", "sei")]
    with_n = predictor not in {"se", "variance"}
    columns = _complete(case, *(("ni",) if with_n else ()))
    model: RegressionModel = "lm" if options.get("model", "rma") == "lm" else "mixed"
    method, test = options.get("method") or "REML", options.get("test") or "z"
    if method not in METHODS or method == "GENQ" or test not in TESTS:
        raise Unsupported(f"method {method} with test {test}")
    found = egger(
        columns[0],
        columns[1],
        n=columns[2] if with_n else None,
        predictor=predictor,
        model=model,
        method=METHODS[method],
        test=TESTS[test],
        level=level_of(case),
    )
    limit = found.limit
    answer: Answer = {
        "zval": found.slope.statistic,
        "pval": found.slope.p,
        "ddf": found.df,
        "est": limit and limit.estimate,
        "est.ci.lb": limit and limit.ci.lower,
        "est.ci.ub": limit and limit.ci.upper,
    }
    if limit is not None:
        answer |= {
            "coef": [limit.estimate, found.slope.estimate],
            "coef_se": [limit.se, found.slope.se],
        }
    return answer


def _trimfill(case: Case) -> Answer:
    options = case["call"]["options"]
    side, method = options.get("side", "auto"), options.get("method", "REML")
    test = options.get("test", "z")
    if method not in METHODS or method == "GENQ" or test not in TESTS:
        raise Unsupported(f"method {method} with test {test}")
    y, v = _studies(case)
    asked: dict[str, Any] = {
        "side": None if side in {"auto", None} else side,
        "estimator": options.get("estimator", "L0"),
        "method": METHODS[method],
    }
    found = trim_and_fill(y, v, **asked, test=TESTS[test], level=level_of(case))
    if found.missing:  # metafor 3.8 fits the filled studies by z at 95%, whatever the model.
        found = trim_and_fill(y, v, **asked, test="z", level=0.95)
    return {
        "k0": found.missing,
        "se.k0": found.missing_se,
        "p.k0": found.missing_p,
        "side": found.side,
        "filled_yi": list(found.filled_y),
        "filled_vi": list(found.filled_v),
        **_pooled(found.filled),
    }


def _pooled(found: Pooled) -> Answer:
    return {
        "k": found.k,
        "beta": found.estimate,
        "se": found.se,
        "zval": found.statistic,
        "pval": found.p,
        "ci.lb": found.ci.lower,
        "ci.ub": found.ci.upper,
        "tau2": found.tau2,
        "QE": found.q,
        "QEp": found.q_p,
        "I2": PERCENT * (found.i2 or 0.0),
        "H2": found.h2,
    }


def _studies(case: Case) -> tuple[list[float], list[float]]:
    y, v = _complete(case)
    return y, v


def _complete(case: Case, *more: str) -> list[list[float]]:
    """Return yi, vi and more columns, without the studies in which R has NA."""
    rows = complete_rows(case, "yi", "vi", *more)
    return [[row[i] for row in rows] for i in range(2 + len(more))]


SOLVERS: dict[str, Solver] = {"ranktest": _ranktest, "regtest": _regtest, "trimfill": _trimfill}

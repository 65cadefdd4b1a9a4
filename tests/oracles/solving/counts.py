"""Reference cases of pooled counts: ``rma.mh`` and ``rma.peto``."""

from __future__ import annotations

from math import exp
from typing import Any

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import (
    Correction,
    PooledCounts,
    mantel_haenszel,
    mantel_haenszel_rates,
    peto,
)
from tests.oracles.solving.cases import (
    PERCENT,
    Answer,
    Case,
    Solver,
    complete_rows,
    level_of,
)

RATES = ("IRR", "IRD")

ESTIMATE = ("beta", "se", "zval", "pval", "ci.lb", "ci.ub")
"""What R has as NA where nothing can be pooled."""


def _rma_mh(case: Case) -> Answer:
    options = case["call"]["options"]
    measure = options["measure"]
    common: dict[str, Any] = {
        **dict(zip(("studies", "pooling"), _corrections(options), strict=True)),
        "continuity": options.get("correct", True),
        "level": level_of(case),
        "measure": measure,
    }
    try:
        if measure in RATES:
            found = mantel_haenszel_rates(**_rates(case), **common)
        else:
            found = mantel_haenszel(**_tables(case), **common)
    except NotEstimable:
        return dict.fromkeys(ESTIMATE)
    answer = _pooled(found, _left_in(case))
    if found.association is not None:
        answer |= {"MH": found.association.statistic, "MHp": found.association.p}
    if found.association_cochran is not None:
        answer |= {"CO": found.association_cochran.statistic, "COp": found.association_cochran.p}
    if found.homogeneity is not None:
        answer |= {
            "TA": found.homogeneity.statistic,
            "TAp": found.homogeneity.p,
            "k.pos": found.k_informative,
        }
    if found.q_df is not None:
        answer["k.yi"] = found.q_df + 1
    return answer


def _rma_peto(case: Case) -> Answer:
    options = case["call"]["options"]
    _, pooling = _corrections(options)
    try:
        found = peto(**_tables(case), pooling=pooling, level=level_of(case))
    except NotEstimable:
        return dict.fromkeys(ESTIMATE)
    answer = _pooled(found, _left_in(case)) | {"k.pos": found.k_informative}
    if found.q_df is not None:
        answer["k.yi"] = found.q_df + 1
    return answer


def _left_in(case: Case) -> list[bool]:
    """Return which studies R counts and lists.

    Not those that are dropped before pooling, as both groups have no events or nothing else;
    reviewkit lists them with a weight of 0.
    """
    _, pooling = _corrections(case["call"]["options"])
    if "x1i" in case["inputs"]:
        rates = _rates(case)
        silent = [x1 == x2 == 0 for x1, x2 in zip(rates["events1"], rates["events2"], strict=True)]
    else:
        silent = [
            a == c == 0 or (a == n1 and c == n2)
            for a, n1, c, n2 in zip(*_tables(case).values(), strict=True)
        ]
    return [not pooling.drop00 or not each for each in silent]


def _pooled(found: PooledCounts, left_in: list[bool]) -> Answer:
    answer: Answer = {
        "k": sum(left_in),
        "beta": found.estimate,
        "se": found.se,
        "zval": found.statistic,
        "pval": found.p,
        "ci.lb": found.ci.lower,
        "ci.ub": found.ci.upper,
        "weights_pct": [
            PERCENT * weight
            for weight, listed in zip(found.weights, left_in, strict=True)
            if listed
        ],
    }
    if found.q is not None and found.i2 is not None:
        answer |= {
            "QE": found.q,
            "QEdf": found.q_df,
            "QEp": found.q_p,
            "I2": PERCENT * found.i2,
            "H2": found.h2,
        }
    if found.measure in {"OR", "RR"}:
        answer["exp_est"] = [exp(x) for x in (found.estimate, found.ci.lower, found.ci.upper)]
    return answer


def _corrections(options: dict[str, Any]) -> tuple[Correction, Correction]:
    """Return what is done to each study and what is done before pooling.

    One entry in R is for the studies alone; of two, the second is for pooling.
    """
    add, add_pooling = _pair(options.get("add", 0.5), otherwise=0.0)
    to, to_pooling = _pair(options.get("to", "only0"), otherwise="none")
    drop, drop_pooling = _pair(options.get("drop00", True), otherwise=False)
    return (
        Correction(add=add, to=to, drop00=drop),
        Correction(add=add_pooling, to=to_pooling, drop00=drop_pooling),
    )


def _pair(value: Any, *, otherwise: Any) -> tuple[Any, Any]:
    if not isinstance(value, list):
        return value, otherwise
    return (value[0], otherwise) if len(value) == 1 else (value[0], value[1])


def _tables(case: Case) -> dict[str, Any]:
    """Return the tables as events and totals, without the studies in which R has NA."""
    if "bi" in case["inputs"]:
        cells = complete_rows(case, "ai", "bi", "ci", "di")
        rows = [(a, a + b, c, c + d) for a, b, c, d in cells]
    else:
        rows = complete_rows(case, "ai", "n1i", "ci", "n2i")
    return _columns(rows, "events1", "total1", "events2", "total2")


def _rates(case: Case) -> dict[str, Any]:
    rows = complete_rows(case, "x1i", "t1i", "x2i", "t2i")
    return _columns(rows, "events1", "time1", "events2", "time2")


def _columns(rows: list[tuple[Any, ...]], *names: str) -> dict[str, Any]:
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


SOLVERS: dict[str, Solver] = {"rma_mh": _rma_mh, "rma_peto": _rma_peto}

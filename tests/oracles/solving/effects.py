"""Reference cases of effect sizes: ``escalc`` and its summary."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import Any

from reviewkit import effects
from reviewkit.effects import Effect
from reviewkit.errors import NotEstimable
from tests.oracles.solving.cases import PERCENT, Answer, Case, Solver, Unsupported, rows_of


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
    rows = rows_of(case, "m1i", "sd1i", "m2i", "sd2i", "ni", "ri")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _smcr(case: Case) -> list[Effect | None]:
    """Metafor's sd1i is here the SD that is standardised by: that at baseline."""
    names = ("mean_after", "sd_before", "mean_before", "n", "r")
    rows = rows_of(case, "m1i", "sd1i", "m2i", "ni", "ri")
    return [_estimate(effects.smcr, **dict(zip(names, row, strict=True))) for row in rows]


def _md(case: Case) -> list[Effect | None]:
    return [_estimate(effects.md, **row) for row in _two_groups(case)]


def _smd(case: Case) -> list[Effect | None]:
    return [_estimate(effects.smd, **row) for row in _two_groups(case)]


def _two_groups(case: Case) -> list[dict[str, Any]]:
    names = ("n1", "mean1", "sd1", "n2", "mean2", "sd2")
    rows = rows_of(case, "n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _pr(case: Case) -> list[Effect | None]:
    with_total = "ni" in case["inputs"]
    groups = [
        (x, other if with_total else _sum(x, other))
        for x, other in rows_of(case, "xi", "ni" if with_total else "mi")
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
        cells = rows_of(case, "ai", "bi", "ci", "di")
        tables = [(a, _sum(a, b), c, _sum(c, d)) for a, b, c, d in cells]
    else:
        tables = rows_of(case, "ai", "n1i", "ci", "n2i")
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


def _escalc_summary(case: Case) -> Answer:
    level = case["call"]["options"]["level"] / PERCENT
    found = [
        effects.generic(estimate=y, se=sqrt(v), level=level) for y, v in rows_of(case, "yi", "vi")
    ]
    return {
        "sei": [effect.se for effect in found],
        "zi": [effect.statistic for effect in found],
        "pval": [effect.p for effect in found],
        "ci.lb": [effect.ci and effect.ci.lower for effect in found],
        "ci.ub": [effect.ci and effect.ci.upper for effect in found],
    }


SOLVERS: dict[str, Solver] = {"escalc": _escalc, "escalc_summary": _escalc_summary}

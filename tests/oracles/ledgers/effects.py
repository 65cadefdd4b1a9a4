"""Ledger of the effect sizes."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

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
}

NOT_OFFERED = {
    "escalc: variance type AV": 3,
    "escalc: variance type LS2": 4,
    "escalc: variance type UB": 5,
    "escalc: without m1i sd1i m2i sd2i": 4,
}

KEYS = {
    "escalc": {"yi", "vi"},
    "escalc_summary": {"sei", "zi", "pval", "ci.lb", "ci.ub"},
}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the measure, variance type and form of input."""
    options, columns = case["call"]["options"], set(case["inputs"])
    if case["family"] == "escalc":
        statistic_only = "ti" in columns or columns == {"di", "n1i", "n2i"}
        return options.get("vtype", "LS") == "LS" and not statistic_only
    return True

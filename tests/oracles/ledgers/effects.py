"""Ledger of the effect sizes."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {
    "escalc ABT": 2,
    "escalc AHW": 2,
    "escalc ARAW": 1,
    "escalc AS": 9,
    "escalc COR": 2,
    "escalc CVLN": 3,
    "escalc CVR": 4,
    "escalc CVRC": 3,
    "escalc D2OR": 3,
    "escalc D2ORL": 4,
    "escalc D2ORN": 3,
    "escalc IR": 7,
    "escalc IRD": 6,
    "escalc IRFT": 4,
    "escalc IRLN": 3,
    "escalc IRR": 8,
    "escalc IRS": 1,
    "escalc IRSD": 7,
    "escalc MC": 5,
    "escalc MD": 5,
    "escalc MN": 6,
    "escalc MNLN": 3,
    "escalc MPOR": 2,
    "escalc MPORC": 6,
    "escalc MPPETO": 2,
    "escalc MPRD": 2,
    "escalc MPRR": 3,
    "escalc OR": 9,
    "escalc OR2D": 3,
    "escalc OR2DL": 14,
    "escalc OR2DN": 1,
    "escalc PAS": 8,
    "escalc PBIT": 10,
    "escalc PETO": 9,
    "escalc PFT": 5,
    "escalc PHI": 12,
    "escalc PLN": 7,
    "escalc PLO": 5,
    "escalc PR": 8,
    "escalc RBIS": 5,
    "escalc RD": 10,
    "escalc REH": 1,
    "escalc ROM": 8,
    "escalc ROMC": 3,
    "escalc RPB": 8,
    "escalc RR": 13,
    "escalc SDLN": 4,
    "escalc SMCC": 6,
    "escalc SMCR": 7,
    "escalc SMCRH": 5,
    "escalc SMD": 9,
    "escalc SMD1": 4,
    "escalc SMD1H": 4,
    "escalc SMDH": 5,
    "escalc SMN": 5,
    "escalc SPCOR": 1,
    "escalc UCOR": 4,
    "escalc VR": 4,
    "escalc VRC": 5,
    "escalc YUQ": 10,
    "escalc YUY": 10,
    "escalc ZCOR": 2,
    "escalc ZPCOR": 1,
    "escalc_summary": 4,
    "transf": 10,
}

NOT_OFFERED = {
    "escalc: measure RTET": 8,
}

KEYS = {
    "escalc": {"yi", "vi"},
    "escalc_summary": {"sei", "zi", "pval", "ci.lb", "ci.ub"},
    "transf": {"value"},
}


APART: dict[str, dict[str, tuple[str, ...]]] = {}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the measure: all in the sample but the tetrachoric correlation."""
    return bool(case["call"]["options"].get("measure") != "RTET")

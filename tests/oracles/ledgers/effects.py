"""Ledger of the effect sizes."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {
    "escalc ABT": 2,
    "escalc AHW": 2,
    "escalc ARAW": 3,
    "escalc AS": 13,
    "escalc COR": 6,
    "escalc CVLN": 5,
    "escalc CVR": 6,
    "escalc CVRC": 5,
    "escalc D2OR": 5,
    "escalc D2ORL": 6,
    "escalc D2ORN": 5,
    "escalc IR": 8,
    "escalc IRD": 12,
    "escalc IRFT": 8,
    "escalc IRLN": 6,
    "escalc IRR": 12,
    "escalc IRS": 4,
    "escalc IRSD": 11,
    "escalc MC": 7,
    "escalc MD": 7,
    "escalc MN": 8,
    "escalc MNLN": 4,
    "escalc MPOR": 4,
    "escalc MPORC": 9,
    "escalc MPPETO": 5,
    "escalc MPRD": 6,
    "escalc MPRR": 7,
    "escalc OR": 14,
    "escalc OR2D": 10,
    "escalc OR2DL": 19,
    "escalc OR2DN": 6,
    "escalc PAS": 11,
    "escalc PBIT": 14,
    "escalc PETO": 14,
    "escalc PFT": 8,
    "escalc PHI": 18,
    "escalc PLN": 10,
    "escalc PLO": 11,
    "escalc PR": 13,
    "escalc RBIS": 6,
    "escalc RD": 15,
    "escalc REH": 1,
    "escalc ROM": 9,
    "escalc ROMC": 5,
    "escalc RPB": 9,
    "escalc RR": 18,
    "escalc SDLN": 7,
    "escalc SMCC": 7,
    "escalc SMCR": 8,
    "escalc SMCRH": 7,
    "escalc SMD": 11,
    "escalc SMD1": 6,
    "escalc SMD1H": 6,
    "escalc SMDH": 8,
    "escalc SMN": 5,
    "escalc SPCOR": 1,
    "escalc UCOR": 4,
    "escalc VR": 5,
    "escalc VRC": 7,
    "escalc YUQ": 14,
    "escalc YUY": 16,
    "escalc ZCOR": 3,
    "escalc ZPCOR": 1,
    "escalc_summary": 11,
    "transf": 24,
    "escalc PCOR": 2,
}

NOT_OFFERED = {
    "escalc: measure RTET": 8,
}

KEYS = {
    "escalc": {"yi", "vi"},
    "escalc_summary": {"sei", "zi", "pval", "ci.lb", "ci.ub"},
    "transf": {"value"},
}


APART: dict[str, dict[str, tuple[str, ...]]] = {
    "metafor 3.8 has SD² where the delta method, and metafor since, has SD⁴": {
        "escalc/dat.gibson2002/SMDH/vtypeLS2/1": ("vi",),
        "escalc/dat.dagostino1998:rnic1/SMDH/vtypeLS2/1": ("vi",),
    },
}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the measure: all in the sample but the tetrachoric correlation."""
    return bool(case["call"]["options"].get("measure") != "RTET")

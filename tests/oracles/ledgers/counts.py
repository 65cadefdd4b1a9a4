"""Ledger of pooled counts: everything is offered."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {"rma_mh": 70, "rma_peto": 13}

NOT_OFFERED: dict[str, int] = {}

POOLED = {
    *("k", "beta", "se", "zval", "pval", "ci.lb", "ci.ub", "weights_pct"),
    *("QE", "QEdf", "QEp", "I2", "H2"),
}

KEYS = {"rma_mh": POOLED, "rma_peto": POOLED | {"k.pos", "exp_est"}}


APART: dict[str, dict[str, tuple[str, ...]]] = {}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the measure."""
    return case["call"]["options"].get("measure", "OR") in {"OR", "RR", "RD", "IRR", "IRD"}

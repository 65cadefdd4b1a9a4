"""Ledger of small-study effects: everything is offered."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {"ranktest": 56, "regtest": 124, "trimfill": 95}

NOT_OFFERED: dict[str, int] = {}

APART: dict[str, dict[str, tuple[str, ...]]] = {}

KEYS = {
    "ranktest": {"tau", "pval"},
    "regtest": {"zval", "pval", "ddf", "est", "est.ci.lb", "est.ci.ub"},
    "trimfill": {
        *("k0", "se.k0", "p.k0", "side", "filled_yi", "filled_vi", "k", "beta", "se", "zval"),
        *("pval", "ci.lb", "ci.ub", "tau2", "QE", "QEp", "I2", "H2"),
    },
}


WHY = (
    "R fits τ² again, as it trims and once studies are filled in, with its default threshold of "
    "1e-5, whatever control the model was fitted with; where trimfill is given the control as "
    "well, it agrees"
)


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers it: always."""
    return case["family"] in KEYS


def stops_early(case: Case) -> bool:
    """Whether R fitted τ² again with its default threshold of 1e-5, as it does once studies are
    filled in, whatever threshold the model itself was fitted with; unless trimfill was told."""
    return bool(
        case["family"] == "trimfill"
        and case["call"]["options"]["method"] == "REML"
        and case["call"]["r"].count("threshold") == 1
        and case["expected"]["k0"] > 0
    )

"""Ledger of small-study effects: everything is offered."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {"ranktest": 69, "regtest": 156, "trimfill": 129}

NOT_OFFERED: dict[str, int] = {}

OF_THE_FILLED = (
    *("k0", "se.k0", "p.k0", "filled_yi", "filled_vi", "k", "beta", "se", "zval", "pval"),
    *("ci.lb", "ci.ub", "tau2", "QE", "QEp", "I2", "H2"),
)

APART: dict[str, dict[str, tuple[str, ...]]] = {
    "the likelihood of a regression on the size of the studies, or of the trimmed studies, has two "
    "maxima; R stops at the lower": {
        "regtest/dat.egger2001|PETO/rma/ninv/ML/z": (
            "coef",
            "coef_se",
            "est",
            "est.ci.lb",
            "est.ci.ub",
            "pval",
            "zval",
        ),
        "trimfill/dat.egger2001|OR/ML/R0/right/t": OF_THE_FILLED,
        "trimfill/dat.egger2001:pseudoPT|IRD/ML/R0/auto": OF_THE_FILLED,
    },
}

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

"""Ledger of the models of one effect a study."""

from __future__ import annotations

from typing import Any

from tests.oracles.solving.fits import METHODS, TESTS

Case = dict[str, Any]

SOLVED = {
    "leave1out": 46,
    "rma_uni": 95,
    "weights": 9,
}

NOT_OFFERED = {
    "rma_uni: test t": 20,
    "rma_uni: weights of one's own": 6,
    "rma_uni: τ² given": 8,
}

KEYS = {
    "leave1out": {"estimate", "se", "stat", "pval", "ci.lb", "ci.ub"},
    "rma_uni": {"k", "beta", "se", "zval", "pval", "ci.lb", "ci.ub", "ddf", "s2w"},
    "weights": {"weights"},
}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the method, the test and the weights."""
    options = case["call"]["options"]
    return (
        options.get("method", "REML") in METHODS
        and options.get("test", "z") in TESTS
        and not {"tau2", "weighted"} & set(options)
        and "weights" not in case["inputs"]
    )

"""Ledger of dependent effects: random effects of every structure but autoregressive and spatial."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {"rma_mv": 73, "robust": 63}

NOT_OFFERED: dict[str, int] = {}

TESTS = ("beta", "se", "zval", "pval", "ci.lb", "ci.ub", "vcov")

KEYS = {
    "rma_mv": {*TESTS, "k", "p", "QE", "QEp", "QM", "QMp", "fit_ML", "fit_REML"},
    "robust": {*TESTS, "dfs", "ddf", "n_clusters", "QM", "QMp", "QMdf"},
}

APART: dict[str, dict[str, tuple[str, ...]]] = {
    "a variance is 0 here and 3.5e-10 in R, so that the standard errors of its random effects are "
    "0 here and 1.9e-5 in R": {"rma_mv/dat.begg1989/ml3": ("ranef>study",)},
}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the structure of the random effects."""
    structures = case["call"]["options"].get("struct") or []
    return set(structures) <= {"ID", "DIAG", "CS", "HCS", "UN"}

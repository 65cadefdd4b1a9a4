"""Reference cases from R, solved by reviewkit.

`solve` maps one case to calls of reviewkit and returns those keys of ``expected`` that reviewkit
computes, as plain lists and floats. `Unsupported` is raised for what is not offered and for
nothing else: a wrong number must show as a wrong number.
"""

from __future__ import annotations

from tests.oracles.solving import (
    counts,
    covariances,
    dependent,
    effects,
    fits,
    regressions,
    small_studies,
)
from tests.oracles.solving.cases import Answer, Case, Solver, Unsupported

__all__ = ["SOLVERS", "Unsupported", "solve"]

SOLVERS: dict[str, Solver] = {
    family: solver
    for module in (counts, covariances, dependent, effects, fits, regressions, small_studies)
    for family, solver in module.SOLVERS.items()
}
"""What solves the cases of each family."""

WITHOUT_EFFECT = {"digits", "append", "coef_order", "mods", "progbar", "plot"}
"""Options that change no number, or that the columns of the case already say."""

FIT = {"method", "test", "level", "weighted", "tau2"}
ZERO_CELLS = {"add", "to", "drop00"}

KNOWN: dict[str, set[str]] = {
    "aggregate": {"struct", "rho", "phi", "weighted"},
    "baujat": FIT,
    "blup": FIT,
    "cumul": FIT,
    "escalc": {"measure", "vtype", "correct"} | ZERO_CELLS,
    "escalc_summary": {"level"},
    "gosh": FIT | {"subsets"},
    "influence": FIT,
    "influence_mods": FIT,
    "leave1out": FIT,
    "radial": FIT,
    "ranktest": {"exact", "method", "test"},
    "regtest": {"model", "predictor", "method", "test", "level"},
    "rma_mh": {"measure", "level", "correct"} | ZERO_CELLS,
    "rma_mv": {"method", "test", "level", "struct", "dfs"},
    "rma_peto": {"level"} | ZERO_CELLS,
    "rma_reg": FIT | {"btt"},
    "rma_uni": FIT,
    "robust": {"type", "cluster", "level"},
    "transf": set(),
    "trimfill": {"side", "estimator", "method", "test", "level"},
    "vcalc": {"rho", "phi"},
    "weights": FIT,
}
"""The options of each family that are read; any other is refused."""


def solve(case: Case) -> Answer:
    """Return the keys of ``case["expected"]`` that reviewkit computes, by calling it."""
    family = case["family"]
    if family not in SOLVERS:
        raise Unsupported(f"family {family}")
    options = case["call"]["options"] or {}  # R's empty list is [].
    unknown = set(options) - KNOWN[family] - WITHOUT_EFFECT
    if unknown:
        raise Unsupported(f"{family} with {', '.join(sorted(unknown))}")
    return SOLVERS[family]({**case, "call": {**case["call"], "options": options}})

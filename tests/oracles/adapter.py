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


def solve(case: Case) -> Answer:
    """Return the keys of ``case["expected"]`` that reviewkit computes, by calling it."""
    family = case["family"]
    if family not in SOLVERS:
        raise Unsupported(f"family {family}")
    return SOLVERS[family](case)

"""Compare an answer with a reference, number by number, each with its tolerance.

Why these tolerances:

- Closed forms (effect sizes, DL, common effect, Q) differ only by the order of a few floating-point
  operations and, for J, by two implementations of the logarithm of the gamma function. Measured
  over all pinned cases: at most 3e-12 in p values of 1e-52, and 7e-12 in the unbiased variance of a
  correlation of 0.01, a small difference of numbers near 1; `CLOSED_FORM` leaves a factor of 13.
- Roots (PM, REML, Q-profile) are refined here to the last bits; R stopped at 1e-13 on τ² (absolute)
  or at ``uniroot``'s tolerance for the limits of τ². Measured: at most 5e-11, in a lower limit of
  τ² of 0.0017; `ROOT` leaves a factor of 20.
- Where the tight run failed in R, the case says "metafor default iteration control" and τ² is good
  to metafor's own threshold of 1e-5. Measured in the one REML case: 2e-8; `DEFAULT_CONTROL`.
- A τ² on the boundary is 0 here and creeps towards 0 in R (up to 1e-9): compared absolutely,
  `BOUNDARY`. The same holds for any other number but p that is 0 on either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any

CLOSED_FORM = 1e-10
ROOT = 1e-9
DEFAULT_CONTROL = 1e-6
BOUNDARY = 1e-9

P_VALUES = frozenset({"pval", "QEp", "Qp"})
"""A tiny p is not zero: always compared relatively."""

ITERATED = frozenset({"REML", "PM"})


def tolerance(case: Mapping[str, Any]) -> float:
    """Return the relative tolerance that the case's method and R's settings allow."""
    call = case["call"]
    if case["family"] in {"escalc", "escalc_summary", "transf"}:
        return CLOSED_FORM
    if call["options"].get("method", "REML") not in ITERATED:
        # Limits of τ² are roots whatever the estimator.
        return ROOT if "confint_QP" in case["expected"] else CLOSED_FORM
    if case["family"] == "rma_uni" and "default iteration control" in call["text"]:
        return DEFAULT_CONTROL
    return ROOT


def differences(found: Any, expected: Any, *, rtol: float, path: str = "") -> Iterator[str]:
    """Yield a line for each place where `found` is not what is expected."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key not in expected:
                yield f"{path}.{key}: not in the reference"
            else:
                yield from differences(value, expected[key], rtol=rtol, path=f"{path}.{key}")
    elif isinstance(found, list):
        if not isinstance(expected, list) or len(found) != len(expected):
            yield f"{path}: {found} is not of the length of {expected}"
            return
        for i, (one, other) in enumerate(zip(found, expected, strict=True)):
            yield from differences(one, other, rtol=rtol, path=f"{path}[{i}]")
    elif _is_number(found) and _is_number(expected):
        touches_zero = 0 in (found, expected) and path.rpartition(".")[2] not in P_VALUES
        if not isclose(found, expected, rel_tol=rtol, abs_tol=BOUNDARY if touches_zero else 0.0):
            yield f"{path}: {found!r}, expected {expected!r}"
    elif found != expected:
        yield f"{path}: {found!r}, expected {expected!r}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

"""Compare an answer with a reference, number by number, each with its tolerance.

Why these tolerances:

- Closed forms (effect sizes, DL, common effect, Q) differ only by the order of a few floating-point
  operations and, for J, by two implementations of the logarithm of the gamma function. Measured
  over all pinned cases: at most 3e-12 in p values of 1e-52, and 7e-12 in the unbiased variance of a
  correlation of 0.01, a small difference of numbers near 1; `CLOSED_FORM` leaves a factor of 13.
- Roots (PM, REML, Q-profile) are refined here to the last bits; R stopped at 1e-13 on τ² (absolute)
  or at ``uniroot``'s tolerance for the limits of τ². Measured: at most 5e-11, in a lower limit of
  τ² of 0.0017; `ROOT` leaves a factor of 20.
- What is made from such a root without one of the studies, or for a study, feels R's 1e-13 more: τ²
  of 1.7e-5 agrees to 1.2e-8, a limit of 1.8e-5 beside an estimate of 0.3 to 1.3e-8. `FROM_ROOT`
  leaves a factor of 8.
- Where the tight run failed in R, the case says "metafor default iteration control" and τ² is good
  to metafor's own threshold of 1e-5. Measured in the one REML case: 2e-8; `DEFAULT_CONTROL`.
- Models with several variance components were fitted in R by two optimisers, which disagree by up
  to 3e-5 in the components and 2e-6 in the coefficients: `OPTIMISED`. Measured: at most 6e-6 in
  both, and 2e-5 in random effects near 0; the likelihood here is never lower (`test_cases.py`).
- A τ² on the boundary is 0 here and creeps towards 0 in R (up to 1e-9): compared absolutely,
  `BOUNDARY` (τ: its root). The same holds for any other number but p that is 0 on either side.
- A number that would be 0 but for rounding (Q of equal effects, the covariance of unrelated
  coefficients) is rounding on both sides: `ROUNDING`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from math import isclose, log, sqrt
from typing import Any, NamedTuple

CLOSED_FORM = 1e-10
ROOT = 1e-9
FROM_ROOT = 1e-7
DEFAULT_CONTROL = 1e-6
BOUNDARY = 1e-9
OPTIMISED = 3e-5

SMALLEST = sys.float_info.min
"""Below this a floating-point number has no full precision; R prints such a p as 0."""

ROUNDING = 1e-14

P_VALUES = frozenset({"pval", "QEp", "Qp", "QMp"})
"""A tiny p is not zero: always compared relatively."""

CLOSED = frozenset(
    {
        *("escalc", "escalc_summary", "transf", "aggregate", "vcalc"),
        *("rma_mh", "rma_peto", "ranktest"),
    }
)
"""Families in which nothing is iterated."""

ITERATED = frozenset({"REML", "ML", "PM", "EB", "PMM", "SJIT", "DLIT"})


class Deviation(NamedTuple):
    """How far a number lies from its reference."""

    path: str
    relative: float


def tolerance(case: Mapping[str, Any]) -> float:
    """Return the relative tolerance that the case's method and R's settings allow."""
    call = case["call"]
    if case["family"] in CLOSED:
        return CLOSED_FORM
    if case["family"] in {"rma_mv", "robust"}:
        return OPTIMISED
    if call["options"].get("method", "REML") not in ITERATED:
        # Limits of τ² are roots whatever the estimator.
        return ROOT if "confint_QP" in case["expected"] else CLOSED_FORM
    if case["family"] == "rma_uni" and "default iteration control" in call["text"]:
        return DEFAULT_CONTROL
    return ROOT if case["family"] == "rma_uni" else FROM_ROOT


def differences(found: Any, expected: Any, *, rtol: float, path: str = "") -> Iterator[str]:
    """Yield a line for each place where `found` is not what is expected.

    Where R's own statistics are uncertain (`OPTIMISED`), so is their p: by ``-2·ln p`` times as
    much, as ``-2·ln p`` is about z² and p moves by z² times what z does.
    """
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
        name = path.rpartition(".")[2].partition("[")[0]
        rtol = _of_p(expected, rtol) if name in P_VALUES else rtol
        atol = _absolute(path, touches_zero=0 in (found, expected))
        if not isclose(found, expected, rel_tol=rtol, abs_tol=atol):
            yield f"{path}: {found!r}, expected {expected!r}"
    elif found != expected:
        yield f"{path}: {found!r}, expected {expected!r}"


def deviations(found: Any, expected: Any, *, rtol: float, path: str = "") -> Iterator[Deviation]:
    """Yield the place of each pair of numbers and how far they lie apart, relatively.

    Two numbers within the absolute tolerance, and two that are the same text, are 0 apart. The p of
    an optimised model counts as far as its statistic moves (`differences`). Lists of another length
    are another answer altogether.
    """
    if isinstance(found, dict):
        for key, value in found.items():
            yield from deviations(value, expected[key], rtol=rtol, path=f"{path}.{key}")
    elif isinstance(found, list) and len(found) != len(expected):
        yield Deviation(path, 1.0)
    elif isinstance(found, list):
        for i, (one, other) in enumerate(zip(found, expected, strict=True)):
            yield from deviations(one, other, rtol=rtol, path=f"{path}[{i}]")
    elif _is_number(found) and _is_number(expected):
        apart = abs(found - expected) if found != expected else 0.0
        if apart <= _absolute(path, touches_zero=0 in (found, expected)):
            apart = 0.0
        name = path.rpartition(".")[2].partition("[")[0]
        stretch = _of_p(expected, rtol) / rtol if name in P_VALUES else 1.0
        yield Deviation(path, apart and apart / max(abs(found), abs(expected)) / stretch)


def _of_p(p: float, rtol: float) -> float:
    return rtol * max(1.0, -2 * log(p)) if rtol == OPTIMISED and p > 0 else rtol


def _absolute(path: str, *, touches_zero: bool) -> float:
    names = [name.partition("[")[0] for name in path.split(".")]
    if names[-1] in P_VALUES:
        return SMALLEST
    if not touches_zero:
        return ROUNDING
    return sqrt(BOUNDARY) if "tau" in names else BOUNDARY


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

"""What every test of small-study effects must say with its result."""

from __future__ import annotations

LEAST_FOR_ASYMMETRY = 10
"""Studies below which the Cochrane Handbook, 13.3.5.4, advises against tests of asymmetry
(doi:10.1002/9781119536604.ch13)."""

FEW_STUDIES = (
    "With fewer than ten studies chance asymmetry cannot be told from real: "
    "the Cochrane Handbook advises against the test."
)


def few_studies(k: int) -> tuple[str, ...]:
    """Return the warning that so few studies call for, if any.

    Examples
    --------
    >>> few_studies(10), len(few_studies(9))
    ((), 1)
    """
    return () if k >= LEAST_FOR_ASYMMETRY else (FEW_STUDIES,)

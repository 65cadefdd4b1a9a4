"""What all tests of small-study effects have in common: what goes in, what must be said."""

from __future__ import annotations

import numpy.typing as npt

from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.studies import checked

LEAST_FOR_ASYMMETRY = 10
"""Studies below which the Cochrane Handbook, 13.3.5.4, advises against tests of asymmetry
(doi:10.1002/9781119536604.ch13)."""

FEW_STUDIES = (
    "With fewer than ten studies chance asymmetry cannot be told from real: "
    "the Cochrane Handbook advises against the test."
)


def effects_and_variances(y: npt.ArrayLike, v: npt.ArrayLike) -> tuple[Array, Array]:
    """Return y and v as arrays of shape (k,), or raise as `studies.checked` does.

    Examples
    --------
    >>> effects_and_variances([0.5], [0.1])[0].tolist()
    [0.5]
    """
    batch = checked(y, v)
    return batch.y[:, 0], batch.v[:, 0]


def few_studies(k: int) -> tuple[str, ...]:
    """Return the warning that so few studies call for, if any.

    Examples
    --------
    >>> few_studies(10), len(few_studies(9))
    ((), 1)
    """
    return () if k >= LEAST_FOR_ASYMMETRY else (FEW_STUDIES,)

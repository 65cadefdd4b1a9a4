"""The test that several coefficients, or sums of them, are all zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.projection import Array

NEARLY_REDUNDANT = (
    "the columns are so nearly redundant that nothing can be told of their sums; take them as "
    "distances from their means"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omnibus:
    """The test that several coefficients or contrasts are all zero.

    Parameters
    ----------
    statistic
        ``Qₘ``, chi-square on `df`; with `df_residual` ``F = Qₘ/df``.
    df, df_residual
        Number of contrasts, and the residual degrees of freedom of F; None for chi-square.
    p
        Its p.
    """

    statistic: float
    df: int
    df_residual: int | None
    p: float

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "statistic": self.statistic,
            "df": self.df,
            "df_residual": self.df_residual,
            "p": self.p,
        }


def wald(b: Array, root: Array, *, df: int | None) -> Omnibus:
    """Return the test that all of b are zero, ``b'C⁻¹b``: chi-square, or F on `df`.

    From a root R of ``C = RR'``, of shape (m, p) and p at least m: C itself may have lost what rows
    that nearly cancel differ by.
    """
    from scipy.special import chdtrc, fdtrc

    triangle: Array = np.linalg.qr(root.T)[1]
    turned = np.linalg.solve(triangle.T, b)
    m, q = len(b), float(turned @ turned)
    if df is None:
        return Omnibus(statistic=q, df=m, df_residual=None, p=float(chdtrc(m, q)))
    return Omnibus(statistic=q / m, df=m, df_residual=df, p=float(fdtrc(m, df, q / m)))


def root_of(covariance: Array) -> Array:
    """Return the root R of a covariance matrix ``RR'``.

    Raises
    ------
    NotEstimable
        If the columns of the design are so nearly redundant that there is none.
    """
    try:
        root: Array = np.asarray(np.linalg.cholesky(covariance), dtype=np.float64)
    except np.linalg.LinAlgError as fault:
        raise NotEstimable(NEARLY_REDUNDANT) from fault
    return root

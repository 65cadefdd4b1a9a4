"""What all results of this package share: frozen values that turn into JSON at full precision."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A frozen dataclass of numbers, intervals, tests and words."""

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiSquare(Result):
    """A test whose statistic follows a chi-square distribution if its hypothesis is true.

    Parameters
    ----------
    statistic, df, p
        The statistic, its degrees of freedom and the probability of a larger one.
    method
        Whose test it is, and what it corrects for.
    """

    statistic: float
    df: int
    p: float
    method: str


def chi_square(statistic: float, df: int, *, method: str) -> ChiSquare:
    """Return the test of a chi-square statistic.

    Examples
    --------
    >>> round(chi_square(3.84146, 1, method="example").p, 4)
    0.05
    """
    from scipy.special import chdtrc

    return ChiSquare(statistic=statistic, df=df, p=float(chdtrc(df, statistic)), method=method)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value

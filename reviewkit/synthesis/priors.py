"""Prior distributions of the heterogeneity τ, as densities of ``u = ln τ``.

With two or three studies the data say next to nothing of τ, so that the prior decides: show the
result under more than one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from reviewkit.display import MINUS
from reviewkit.synthesis.projection import Array

HALF = 0.5
"""Chance below the median."""


class TauPrior(Protocol):
    """What `bayes` asks of a prior of τ."""

    @property
    def name(self) -> str:
        """What it is called for people, with its parameters."""

    @property
    def source(self) -> str:
        """DOI that its shape or values come from."""

    def log_density(self, u: Array) -> Array:
        """Return the logarithm of the density of ``u = ln τ``."""

    def quantile(self, p: float) -> float:
        """Return the τ below which lies the chance p."""


@dataclass(frozen=True, slots=True)
class HalfNormal:
    """τ is the size of a normal variable about 0 with standard deviation `scale`.

    It all but excludes τ beyond twice the scale. For log odds ratios scales of 0.5 or 1 are
    recommended where studies are few (Friede, Röver, Wandel & Neuenschwander 2017,
    doi:10.1002/jrsm.1217).

    Examples
    --------
    >>> round(HalfNormal(0.5).quantile(0.5), 3), round(HalfNormal(0.5).quantile(0.95), 3)
    (0.337, 0.98)
    """

    scale: float

    def __post_init__(self) -> None:
        _positive(self.scale)

    @property
    def name(self) -> str:
        """What it is called for people."""
        return f"half-normal with scale {self.scale:g}"

    @property
    def source(self) -> str:
        """DOI of its use."""
        return "10.1002/jrsm.1217"

    def log_density(self, u: Array) -> Array:
        """Return ``ln 2 + ln φ(τ/s) - ln s + u``."""
        ratio = np.exp(2 * (u - math.log(self.scale)))
        found: Array = math.log(2 / math.pi) / 2 - math.log(self.scale) + u - ratio / 2
        return found

    def quantile(self, p: float) -> float:
        """Return the τ below which lies the chance p."""
        from scipy.special import ndtri

        return self.scale * float(ndtri((1 + p) / 2))


@dataclass(frozen=True, slots=True)
class HalfCauchy:
    """τ is the size of a Cauchy variable about 0: heavy-tailed, with `scale` its median.

    Polson & Scott 2012, doi:10.1214/12-BA730.

    Examples
    --------
    >>> HalfCauchy(0.5).quantile(0.5)
    0.5
    """

    scale: float

    def __post_init__(self) -> None:
        _positive(self.scale)

    @property
    def name(self) -> str:
        """What it is called for people."""
        return f"half-Cauchy with scale {self.scale:g}"

    @property
    def source(self) -> str:
        """DOI of its use."""
        return "10.1214/12-BA730"

    def log_density(self, u: Array) -> Array:
        """Return ``ln(2/π) - ln s + u - ln(1 + (τ/s)²)``."""
        ratio = 2 * (u - math.log(self.scale))
        found: Array = math.log(2 / math.pi) - math.log(self.scale) + u - np.logaddexp(0.0, ratio)
        return found

    def quantile(self, p: float) -> float:
        """Return the τ below which lies the chance p."""
        return self.scale if p == HALF else self.scale * math.tan(math.pi * p / 2)


@dataclass(frozen=True, slots=True)
class LogNormal:
    """``ln τ`` is normal with mean `location` and standard deviation `scale`.

    A prior that is published for τ² has twice both: `of_tau2` makes one of it.

    Examples
    --------
    >>> round(LogNormal.of_tau2(-2.56, 1.74).quantile(0.5), 3)
    0.278
    """

    location: float
    scale: float
    source: str = "none"
    about: str = ""

    def __post_init__(self) -> None:
        _positive(self.scale)

    @classmethod
    def of_tau2(
        cls, location: float, scale: float, *, source: str = "none", about: str = ""
    ) -> LogNormal:
        """Return the prior of τ that a log-normal prior of τ² implies."""
        return cls(location / 2, scale / 2, source, about)

    @property
    def name(self) -> str:
        """What it is called for people."""
        shape = f"log-normal for τ² with {_twice(self.location, self.scale)}"
        return f"{shape} ({self.about})" if self.about else shape

    def log_density(self, u: Array) -> Array:
        """Return ``ln φ((u - location)/scale) - ln scale``."""
        z = (u - self.location) / self.scale
        found: Array = -z * z / 2 - math.log(self.scale) - math.log(2 * math.pi) / 2
        return found

    def quantile(self, p: float) -> float:
        """Return the τ below which lies the chance p."""
        from scipy.special import ndtri

        return math.exp(self.location + self.scale * float(ndtri(p)))


@dataclass(frozen=True, slots=True)
class LogT:
    """``ln τ`` follows Student's t with `df` about `location`, stretched by `scale`.

    A prior that is published for τ² has twice location and scale: `of_tau2` makes one of it.

    Examples
    --------
    >>> round(LogT.of_tau2(-3.44, 2.59).quantile(0.5), 3)
    0.179
    """

    location: float
    scale: float
    df: float = 5.0
    source: str = "none"
    about: str = ""

    def __post_init__(self) -> None:
        _positive(self.scale)
        _positive(self.df)

    @classmethod
    def of_tau2(
        cls,
        location: float,
        scale: float,
        *,
        df: float = 5.0,
        source: str = "none",
        about: str = "",
    ) -> LogT:
        """Return the prior of τ that a log-t prior of τ² implies."""
        return cls(location / 2, scale / 2, df, source, about)

    @property
    def name(self) -> str:
        """What it is called for people."""
        shape = f"log-t with {self.df:g} df for τ² with {_twice(self.location, self.scale)}"
        return f"{shape} ({self.about})" if self.about else shape

    def log_density(self, u: Array) -> Array:
        """Return the log-density of t at ``(u - location)/scale``, less ``ln scale``."""
        z = (u - self.location) / self.scale
        half = (self.df + 1) / 2
        constant = math.lgamma(half) - math.lgamma(self.df / 2) - math.log(self.df * math.pi) / 2
        found: Array = constant - half * np.log1p(z * z / self.df) - math.log(self.scale)
        return found

    def quantile(self, p: float) -> float:
        """Return the τ below which lies the chance p."""
        from scipy.special import stdtrit

        return math.exp(self.location + self.scale * float(stdtrit(self.df, p)))


def _twice(location: float, scale: float) -> str:
    """Return location and scale for τ², twice those for τ, as people write them."""
    return f"location {2 * location:g}, scale {2 * scale:g}".replace("-", MINUS)


def _positive(number: float) -> None:
    if not number > 0 or not math.isfinite(number):
        raise ValueError(f"a scale is above 0, not {number}")

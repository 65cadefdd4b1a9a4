"""Where studies stand in two diagnostic plots: Baujat's and Galbraith's radial one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.fit import fit
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.sensitivity import LEAST_STUDIES, leave_one_out
from reviewkit.synthesis.studies import checked
from reviewkit.synthesis.tau2 import Method, estimate_tau2


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates:
    """Horizontal and vertical position of each study, shape (k,)."""

    x: Array
    y: Array


def baujat(y: npt.ArrayLike, v: npt.ArrayLike, *, method: Method = "REML") -> Coordinates:
    """Return each study's share in the heterogeneity and its influence on the pool.

    Horizontal ``(y - μ)²/(v + τ²)``, with a common effect its part of Q; vertical
    ``(μ - μ₍₋ᵢ₎)²/SE²₍₋ᵢ₎``, how far the pool moves without it (Baujat and others 2002,
    doi:10.1002/sim.1221). As metafor's ``baujat``.

    Examples
    --------
    >>> found = baujat([0.0, 1.0], [1.0, 1.0], method="CE")
    >>> found.x.tolist(), found.y.tolist()
    ([0.25, 0.25], [0.25, 0.25])
    """
    studies = checked(y, v)
    if len(studies.y) < LEAST_STUDIES:
        raise NotEstimable("without the only study there is nothing to pool")
    found = fit(studies, method, "z")
    mean = found.coefficients[0, 0]
    without = leave_one_out(y, v, method=method, test="z")
    return Coordinates(
        x=((studies.y - mean) ** 2 * studies.weights(found.tau2))[:, 0],
        y=((mean - without.estimate) / without.se) ** 2,
    )


def radial(y: npt.ArrayLike, v: npt.ArrayLike, *, method: Method = "REML") -> Coordinates:
    """Return the precision and the standardised effect of each study.

    Horizontal ``1/√(v + τ²)``, vertical ``y/√(v + τ²)``: the slope of the line through the origin
    and a study is its effect (Galbraith 1988, doi:10.1002/sim.4780070807). As metafor's
    ``radial``.

    Examples
    --------
    >>> found = radial([2.0, 1.0], [0.25, 1.0], method="CE")
    >>> found.x.tolist(), found.y.tolist()
    ([2.0, 1.0], [4.0, 1.0])
    """
    studies = checked(y, v)
    precision = np.sqrt(studies.weights(estimate_tau2(studies, method).tau2))
    return Coordinates(x=precision[:, 0], y=(precision * studies.y)[:, 0])

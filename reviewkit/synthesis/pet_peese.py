"""PET-PEESE: what two regressions on precision leave of an effect.

A sensitivity analysis, not a correction. With few studies, much heterogeneity or little spread in
study size its estimate can lie further from the truth than the plain pool, on either side
(Stanley 2017, doi:10.1177/1948550617693062; Carter and others 2019,
doi:10.1177/2515245919847196).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.egger import RegressionTest, egger
from reviewkit.synthesis.regression import Coefficient
from reviewkit.synthesis.result import Result

ALPHA = 0.05
"""Level of the test that chooses between the two estimates."""

SENSITIVITY = (
    "A sensitivity analysis: with few studies or much heterogeneity it can lie further from the "
    "truth than the plain pool."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PetPeese(Result):
    """The precision-effect estimates, and which of them the procedure takes.

    Parameters
    ----------
    estimate
        The chosen one: the limit of the chosen regression, with its interval and test.
    chosen
        ``PEESE`` if the limit by PET differs from 0 at `alpha`, else ``PET``.
    pet, peese
        The regressions on the standard error and on the variance.
    alpha
        Level of that choice.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    estimate: Coefficient
    chosen: Literal["PET", "PEESE"]
    pet: RegressionTest
    peese: RegressionTest
    alpha: float
    notes: tuple[str, ...]


def pet_peese(
    y: npt.ArrayLike, v: npt.ArrayLike, *, alpha: float = ALPHA, level: float = 0.95
) -> PetPeese:
    """Return the PET-PEESE estimate of an effect in a study without end.

    PET is the limit of `egger` on the se, PEESE that on the variance, both by weighted least
    squares. PET is too low where there is an effect, PEESE too high where there is none; so PEESE
    is taken if the two-sided test of PET's limit rejects at `alpha`, else PET.

    Raises
    ------
    NotEstimable
        For fewer than three studies, or if all have the same variance.

    Notes
    -----
    Stanley & Doucouliagos 2014, doi:10.1002/jrsm.1095.

    Examples
    --------
    >>> result = pet_peese([0.1, 0.3, 0.4, 0.9], [0.01, 0.02, 0.05, 0.2])
    >>> result.chosen, round(result.estimate.estimate, 3)
    ('PET', -0.109)
    """
    if not 0 < alpha < 1:
        raise ValueError(f"alpha lies between 0 and 1, not at {alpha}")
    pet = egger(y, v, predictor="se", level=level)
    peese = egger(y, v, predictor="variance", level=level)
    if pet.limit is None or peese.limit is None:
        raise NotEstimable("the regression on precision has no limit")
    rejects = pet.limit.p < alpha
    return PetPeese(
        estimate=peese.limit if rejects else pet.limit,
        chosen="PEESE" if rejects else "PET",
        pet=pet,
        peese=peese,
        alpha=alpha,
        notes=(*pet.notes, SENSITIVITY),
    )

"""One group with a mean and an SD: MN, MNLN, SMN, SDLN, CVLN."""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import (
    LEAST_FOR_SPREAD,
    ONE_PERSON,
    Array,
    Solution,
    unknown_variance_type,
    weighted_mean,
)
from reviewkit.effects.equations.standardising import J, hedges_j, too_few_df

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""

NAKAGAWA_2015 = "10.1111/2041-210X.12309"
"""Nakagawa and others: Meta-analysis of variation: ecological and evolutionary applications."""

HEDGES_1981 = "10.3102/10769986006002107"
"""Hedges: Distribution theory for Glass's estimator of effect size and related estimators."""

NO_SPREAD = "the SD is 0, so the mean has no standard error"

MN = "MN = mean"
MN_VARIANCES = {
    "LS": "SE² = SD²/n",
    "HO": "SE² = S²/n with S² = the mean SD² of all studies, weighted by n - 1",
}


def mn(*, n: Array, mean: Array, sd: Array, vtype: str) -> Solution:
    """Return the mean, with n - 1 degrees of freedom."""
    if vtype == "LS":
        v = sd**2 / n
    elif vtype == "HO":
        v = weighted_mean(sd**2, n - 1) / n
    else:
        raise unknown_variance_type("MN", vtype)
    return Solution(
        y=mean,
        v=v,
        df=n - 1,
        refused=((n < LEAST_FOR_SPREAD, ONE_PERSON), (v == 0, NO_SPREAD)),
    )


MNLN = "log MN = ln(mean)"
MNLN_VARIANCES = {"LS": "SE² = SD²/(n·mean²)"}


def mnln(*, n: Array, mean: Array, sd: Array, vtype: str) -> Solution:
    """Return the log mean."""
    if vtype != "LS":
        raise unknown_variance_type("MNLN", vtype)
    return Solution(
        y=np.log(mean),
        v=sd**2 / (n * mean**2),
        refused=(
            (n < LEAST_FOR_SPREAD, ONE_PERSON),
            (mean <= 0, "a mean of 0 or below has no logarithm"),
            (sd == 0, NO_SPREAD),
        ),
    )


SMN = f"SMN = J·mean/SD; {J} with m = n - 1"
SMN_UNCORRECTED = "SMN = mean/SD"
SMN_VARIANCES = {"LS": "SE² = 1/n + SMN²/(2n)"}


def smn(*, n: Array, mean: Array, sd: Array, vtype: str, correct: bool = True) -> Solution:
    """Return the mean in SDs."""
    if vtype != "LS":
        raise unknown_variance_type("SMN", vtype)
    m = n - 1
    y = (hedges_j(m) if correct else 1.0) * mean / sd
    return Solution(
        y=y,
        v=1 / n + y**2 / (2 * n),
        refused=((sd == 0, "the SD is 0, so nothing can be standardised by it"), too_few_df(m)),
    )


SDLN = "log SD = ln(SD) + 1/(2(n - 1))"
SDLN_VARIANCES = {"LS": "SE² = 1/(2(n - 1))"}


def sdln(*, n: Array, sd: Array, vtype: str) -> Solution:
    """Return the log SD."""
    if vtype != "LS":
        raise unknown_variance_type("SDLN", vtype)
    return Solution(
        y=np.log(sd) + 1 / (2 * (n - 1)),
        v=1 / (2 * (n - 1)),
        refused=(
            (n < LEAST_FOR_SPREAD, ONE_PERSON),
            (sd == 0, "an SD of 0 has no logarithm"),
        ),
    )


CVLN = "log CV = ln(SD/mean) + 1/(2(n - 1))"
CVLN_VARIANCES = {"LS": "SE² = 1/(2(n - 1)) + SD²/(n·mean²)"}


def cvln(*, n: Array, mean: Array, sd: Array, vtype: str) -> Solution:
    """Return the log coefficient of variation."""
    spread = sdln(n=n, sd=sd, vtype=vtype)
    return Solution(
        y=spread.y - np.log(mean),
        v=spread.v + (sd / mean) ** 2 / n,
        refused=(
            *spread.refused,
            (mean <= 0, "a coefficient of variation needs a mean above 0"),
        ),
    )

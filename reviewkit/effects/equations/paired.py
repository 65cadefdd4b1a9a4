"""The same people twice, or matched pairs: MC, SMCC, SMCR, SMCRH, ROMC, CVRC, VRC.

After less before, as metafor's group 1 less group 2. n counts people (pairs), r is the correlation
of the two measurements.
"""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import (
    LEAST_FOR_SPREAD,
    Array,
    Rows,
    Solution,
    unknown_variance_type,
)
from reviewkit.effects.equations.standardising import J, hedges_j, sd_of_change, too_few_df

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""

GIBBONS_1993 = "10.3102/10769986018003271"
"""Gibbons, Hedeker & Davis: Estimation of effect size from a series of experiments involving
paired comparisons."""

BECKER_1988 = "10.1111/j.2044-8317.1988.tb00901.x"
"""Becker: Synthesizing standardized mean-change measures."""

BONETT_2008 = "10.1037/1082-989X.13.2.99"
"""Bonett: Confidence intervals for standardized linear contrasts of means."""

LAJEUNESSE_2011 = "10.1890/11-0423.1"
"""Lajeunesse: On the meta-analysis of response ratios for studies with correlated and multi-group
designs (eq. 6)."""

SENIOR_2020 = "10.1002/jrsm.1423"
"""Senior, Viechtbauer & Nakagawa: Revisiting and expanding the meta-analysis of variation:
the log coefficient of variation ratio."""

ONE_PERSON = "a change in one person has no standard error"
NO_CHANGE_SD = "the SD of the change is 0, so its standard error is undefined"
NOTHING_TO_STANDARDISE = "the SD of the change is 0, so nothing can be standardised by it"
NO_BASELINE_SD = "the SD at baseline is 0, so nothing can be standardised by it"

SD_CHANGE = "SD_change = √(SD_before² + SD_after² - 2·r·SD_before·SD_after)"
_J = f"{J} with m = n - 1"

MC = f"MC = mean_after - mean_before; {SD_CHANGE}"
MC_VARIANCES = {"LS": "SE = SD_change/√n"}


def mc(
    *,
    n: Array,
    mean_before: Array,
    sd_before: Array,
    mean_after: Array,
    sd_after: Array,
    r: Array,
    vtype: str,
) -> Solution:
    """Return the mean change, with n - 1 degrees of freedom."""
    if vtype != "LS":
        raise unknown_variance_type("MC", vtype)
    sd = sd_of_change(sd_before, sd_after, r)
    return Solution(
        y=mean_after - mean_before,
        v=sd**2 / n,
        df=n - 1,
        refused=((n < LEAST_FOR_SPREAD, ONE_PERSON), (sd == 0, NO_CHANGE_SD)),
    )


SMCC = f"SMCC = J·(mean_after - mean_before)/SD_change; {SD_CHANGE}; {_J}"
SMCC_UNCORRECTED = f"SMCC = (mean_after - mean_before)/SD_change; {SD_CHANGE}"
SMCC_VARIANCES = {
    "LS": "SE² = 1/n + SMCC²/(2n)",
    "LS2": "SE² = J²[1/n + (SMCC/J)²/(2n)]",
    "UB": "SE² = 1/n + [1 - (m - 2)/(m·J²)]SMCC² with m = n - 1",
}


def smcc(
    *,
    n: Array,
    mean_before: Array,
    sd_before: Array,
    mean_after: Array,
    sd_after: Array,
    r: Array,
    vtype: str,
    correct: bool = True,
) -> Solution:
    """Return the mean change in SDs of the change."""
    sd = sd_of_change(sd_before, sd_after, r)
    y, v = _standardised(
        mean_after - mean_before, sd, n, 1 / n, measure="SMCC", vtype=vtype, correct=correct
    )
    return Solution(y=y, v=v, refused=_refusals(n, sd == 0, NOTHING_TO_STANDARDISE))


SMCR = f"SMCR = J·(mean_after - mean_before)/SD_before; {_J}"
SMCR_UNCORRECTED = "SMCR = (mean_after - mean_before)/SD_before"
SMCR_VARIANCES = {
    "LS": "SE² = 2(1 - r)/n + SMCR²/(2n)",
    "LS2": "SE² = J²[2(1 - r)/n + (SMCR/J)²/(2n)]",
}


def smcr(
    *,
    n: Array,
    mean_before: Array,
    sd_before: Array,
    mean_after: Array,
    r: Array,
    vtype: str,
    correct: bool = True,
) -> Solution:
    """Return the mean change in SDs at baseline; the variance holds for equal SDs."""
    if vtype not in SMCR_VARIANCES:
        raise unknown_variance_type("SMCR", vtype)
    y, v = _standardised(
        mean_after - mean_before,
        sd_before,
        n,
        2 * (1 - r) / n,
        measure="SMCR",
        vtype=vtype,
        correct=correct,
    )
    return Solution(y=y, v=v, refused=_refusals(n, sd_before == 0, NO_BASELINE_SD))


def _standardised(
    change: Array,
    sd: Array,
    n: Array,
    of_mean: Array,
    *,
    measure: str,
    vtype: str,
    correct: bool,
) -> tuple[Array, Array]:
    """Return estimate and variance; `of_mean` is the variance of the mean change in units of SD."""
    m = n - 1
    j = hedges_j(m) if correct else np.ones_like(m)
    d = change / sd
    y = j * d
    if vtype == "LS":
        return y, of_mean + y**2 / (2 * n)
    if vtype == "LS2":
        return y, j**2 * (of_mean + d**2 / (2 * n))
    if vtype == "UB":
        return y, of_mean + (1 - (m - 2) / (m * j**2)) * y**2
    raise unknown_variance_type(measure, vtype)


SMCRH = f"SMCRH = J·(mean_after - mean_before)/SD_before; {SD_CHANGE}; {_J}"
SMCRH_UNCORRECTED = f"SMCRH = (mean_after - mean_before)/SD_before; {SD_CHANGE}"
SMCRH_VARIANCES = {
    "LS": "SE² = J²[SD_change²/(SD_before²(n - 1)) + SMCRH²/(2(n - 1))]",
    "LS2": "SE² = SD_change²/(SD_before²·n) + SMCRH²/(2n)",
}


def smcrh(
    *,
    n: Array,
    mean_before: Array,
    sd_before: Array,
    mean_after: Array,
    sd_after: Array,
    r: Array,
    vtype: str,
    correct: bool = True,
) -> Solution:
    """Return the mean change in SDs at baseline, its variance for unequal SDs (Bonett)."""
    m = n - 1
    j = hedges_j(m) if correct else np.ones_like(m)
    ratio2 = (sd_of_change(sd_before, sd_after, r) / sd_before) ** 2
    y = j * (mean_after - mean_before) / sd_before
    if vtype == "LS":
        v = j**2 * (ratio2 / m + y**2 / (2 * m))
    elif vtype == "LS2":
        v = ratio2 / n + y**2 / (2 * n)
    else:
        raise unknown_variance_type("SMCRH", vtype)
    return Solution(y=y, v=v, refused=_refusals(n, sd_before == 0, NO_BASELINE_SD))


def _refusals(n: Array, no_sd: Rows, why: str) -> tuple[tuple[Rows, str], ...]:
    return (no_sd, why), too_few_df(n - 1)


ROMC = "log ROMC = ln(mean_after/mean_before)"
ROMC_CORRECTED = (
    "log ROMC = ln(mean_after/mean_before) "
    "+ [SD_after²/(n·mean_after²) - SD_before²/(n·mean_before²)]/2"
)
ROMC_VARIANCES = {
    "LS": ("SE² = [CV_after² + CV_before² - 2·r·CV_after·CV_before]/n with CV = SD/mean")
}


def romc(
    *,
    n: Array,
    mean_before: Array,
    sd_before: Array,
    mean_after: Array,
    sd_after: Array,
    r: Array,
    vtype: str,
    correct: bool = False,
) -> Solution:
    """Return the log ratio of the mean after to the mean before; `correct` as in ROM."""
    if vtype != "LS":
        raise unknown_variance_type("ROMC", vtype)
    cv_after, cv_before = sd_after / mean_after, sd_before / mean_before
    y = np.log(mean_after / mean_before)
    if correct:
        y = y + (cv_after**2 - cv_before**2) / (2 * n)
    v = ((cv_after - cv_before) ** 2 + 2 * (1 - r) * cv_after * cv_before) / n
    return Solution(
        y=y,
        v=v,
        refused=(
            (n < LEAST_FOR_SPREAD, ONE_PERSON),
            (
                mean_after * mean_before <= 0,
                "a ratio of means needs two means of one sign, neither of them 0",
            ),
        ),
    )


CVRC = "log CVRC = ln(SD_after/mean_after) - ln(SD_before/mean_before)"
CVRC_VARIANCES = {
    "LS": (
        "SE² = (1 - r²)/(n - 1) + [CV_after² + CV_before² - 2·r·CV_after·CV_before]/n "
        "with CV = SD/mean"
    )
}


def cvrc(
    *,
    n: Array,
    mean_before: Array,
    sd_before: Array,
    mean_after: Array,
    sd_after: Array,
    r: Array,
    vtype: str,
) -> Solution:
    """Return the log ratio of the coefficients of variation, after against before."""
    spread = vrc(n=n, sd_before=sd_before, sd_after=sd_after, r=r, vtype=vtype)
    cv_after, cv_before = sd_after / mean_after, sd_before / mean_before
    return Solution(
        y=np.log(cv_after) - np.log(cv_before),
        v=spread.v + ((cv_after - cv_before) ** 2 + 2 * (1 - r) * cv_after * cv_before) / n,
        refused=(
            *spread.refused,
            (
                np.minimum(mean_after, mean_before) <= 0,
                "a coefficient of variation needs means above 0",
            ),
        ),
    )


VRC = "log VRC = ln(SD_after/SD_before)"
VRC_VARIANCES = {"LS": "SE² = (1 - r²)/(n - 1)"}


def vrc(*, n: Array, sd_before: Array, sd_after: Array, r: Array, vtype: str) -> Solution:
    """Return the log ratio of the SDs, after against before."""
    if vtype != "LS":
        raise unknown_variance_type("VRC", vtype)
    return Solution(
        y=np.log(sd_after / sd_before),
        v=(1 - r**2) / (n - 1),
        refused=(
            (n < LEAST_FOR_SPREAD, ONE_PERSON),
            (
                np.minimum(sd_after, sd_before) == 0,
                "an SD is 0, so the ratio of SDs is 0 or infinite",
            ),
        ),
    )

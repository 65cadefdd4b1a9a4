"""Two independent groups with means and SDs: MD, SMD, SMDH, SMD1, SMD1H, ROM, CVR, VR.

Group 1 less (for ratios: against) group 2.
"""

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
from reviewkit.effects.equations.standardising import J, hedges_j, pooled_sd, too_few_df

WELCH_1947 = "10.1093/biomet/34.1-2.28"
"""Welch: The generalization of 'Student's' problem when several different population variances are
involved."""

HEDGES_1981 = "10.3102/10769986006002107"
"""Hedges: Distribution theory for Glass's estimator of effect size and related estimators. With
Hedges 1983, doi:10.1037/0033-2909.93.2.388, for the unbiased variance (UB)."""

BONETT_2008 = "10.1037/1082-989X.13.2.99"
"""Bonett: Confidence intervals for standardized linear contrasts of means. With Bonett 2009,
doi:10.1037/a0016619."""

HEDGES_GUREVITCH_CURTIS_1999 = "10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2"
"""Hedges, Gurevitch & Curtis: The meta-analysis of response ratios in experimental ecology."""

NAKAGAWA_2015 = "10.1111/2041-210X.12309"
"""Nakagawa and others: Meta-analysis of variation: ecological and evolutionary applications."""

POOLED = "SD_pooled² = [(n1 - 1)SD1² + (n2 - 1)SD2²]/m"

MD = "MD = mean1 - mean2"
MD_VARIANCES = {
    "LS": "SE² = SD1²/n1 + SD2²/n2",
    "UB": "SE² = SD1²/n1 + SD2²/n2",
    "HO": f"{POOLED} with m = n1 + n2 - 2; SE² = SD_pooled²(1/n1 + 1/n2)",
}


def md(
    *, n1: Array, mean1: Array, sd1: Array, n2: Array, mean2: Array, sd2: Array, vtype: str
) -> Solution:
    """Return the mean difference; df are Welch's, or n1 + n2 - 2 for ``HO``."""
    variance1, variance2 = sd1**2 / n1, sd2**2 / n2
    if vtype == "HO":
        v = pooled_sd(n1, sd1, n2, sd2) ** 2 * (1 / n1 + 1 / n2)
        df = n1 + n2 - 2
    elif vtype in MD_VARIANCES:
        v = variance1 + variance2
        # Shares of the variance, not the variances, so that tiny units do not underflow.
        df = 1 / ((variance1 / v) ** 2 / (n1 - 1) + (variance2 / v) ** 2 / (n2 - 1))
    else:
        raise unknown_variance_type("MD", vtype)
    return Solution(
        y=mean1 - mean2,
        v=v,
        df=df,
        refused=(
            (np.minimum(n1, n2) < LEAST_FOR_SPREAD, ONE_PERSON),
            (v == 0, "both SDs are 0, so the difference has no standard error"),
        ),
    )


SMD = f"SMD = J·(mean1 - mean2)/SD_pooled; {POOLED}; {J} with m = n1 + n2 - 2"
SMD_UNCORRECTED = f"SMD = (mean1 - mean2)/SD_pooled; {POOLED} with m = n1 + n2 - 2"
SMD_VARIANCES = {
    "LS": "SE² = 1/n1 + 1/n2 + SMD²/(2(n1 + n2))",
    "LS2": "SE² = J²[1/n1 + 1/n2 + (SMD/J)²/(2(n1 + n2))]",
    "UB": "SE² = 1/n1 + 1/n2 + [1 - (m - 2)/(m·J²)]SMD²",
    "AV": "SE² = 1/n1 + 1/n2 + M²/(2(n1 + n2)) with M = the mean SMD weighted by n1 + n2",
}


def smd(
    *,
    n1: Array,
    mean1: Array,
    sd1: Array,
    n2: Array,
    mean2: Array,
    sd2: Array,
    vtype: str,
    correct: bool = True,
) -> Solution:
    """Return the standardised mean difference by the pooled SD; Hedges' g if `correct`."""
    m = n1 + n2 - 2
    sd = pooled_sd(n1, sd1, n2, sd2)
    y, v = _standardised(
        mean1 - mean2, sd, m=m, n1=n1, n2=n2, n_sd=n1 + n2, vtype=vtype, correct=correct
    )
    return Solution(
        y=y,
        v=v,
        refused=(
            (np.minimum(n1, n2) < LEAST_FOR_SPREAD, ONE_PERSON),
            (sd == 0, "both SDs are 0, so nothing can be standardised by them"),
            too_few_df(m),
        ),
    )


SMD1 = f"SMD1 = J·(mean1 - mean2)/SD2; {J} with m = n2 - 1"
SMD1_UNCORRECTED = "SMD1 = (mean1 - mean2)/SD2"
SMD1_VARIANCES = {
    "LS": "SE² = 1/n1 + 1/n2 + SMD1²/(2·n2)",
    "LS2": "SE² = J²[1/n1 + 1/n2 + (SMD1/J)²/(2·n2)]",
    "UB": "SE² = 1/n1 + 1/n2 + [1 - (m - 2)/(m·J²)]SMD1²",
    "AV": "SE² = 1/n1 + 1/n2 + M²/(2·n2) with M = the mean SMD1 weighted by n1 + n2",
}
_NO_SD2 = "the SD of group 2 is 0, so nothing can be standardised by it"


def smd1(
    *,
    n1: Array,
    mean1: Array,
    n2: Array,
    mean2: Array,
    sd2: Array,
    vtype: str,
    correct: bool = True,
) -> Solution:
    """Return the standardised mean difference by the SD of group 2 (Glass's Δ)."""
    m = n2 - 1
    y, v = _standardised(
        mean1 - mean2, sd2, m=m, n1=n1, n2=n2, n_sd=n2, vtype=vtype, correct=correct
    )
    return Solution(
        y=y,
        v=v,
        refused=((n2 < LEAST_FOR_SPREAD, ONE_PERSON), (sd2 == 0, _NO_SD2), too_few_df(m)),
    )


def _standardised(
    difference: Array,
    sd: Array,
    *,
    m: Array,
    n1: Array,
    n2: Array,
    n_sd: Array,
    vtype: str,
    correct: bool,
) -> tuple[Array, Array]:
    """Return estimate and variance; `n_sd` people stand behind the SD, with m df."""
    j = hedges_j(m) if correct else np.ones_like(m)
    d = difference / sd
    y = j * d
    groups = 1 / n1 + 1 / n2
    if vtype == "LS":
        return y, groups + y**2 / (2 * n_sd)
    if vtype == "LS2":
        return y, j**2 * (groups + d**2 / (2 * n_sd))
    if vtype == "UB":
        return y, groups + (1 - (m - 2) / (m * j**2)) * y**2
    if vtype == "AV":
        return y, groups + weighted_mean(y, n1 + n2) ** 2 / (2 * n_sd)
    raise unknown_variance_type("a standardised mean difference", vtype)


SMDH = f"SMDH = J·(mean1 - mean2)/s; s² = (SD1² + SD2²)/2; {J} with m = n1 + n2 - 2"
SMDH_UNCORRECTED = "SMDH = (mean1 - mean2)/s; s² = (SD1² + SD2²)/2"
SMDH_VARIANCES = {
    "LS": (
        "SE² = J²{SMDH²[SD1⁴/(n1 - 1) + SD2⁴/(n2 - 1)]/(8s⁴) + [SD1²/(n1 - 1) + SD2²/(n2 - 1)]/s²}"
    ),
    "LS2": "SE² = SMDH²(SD1⁴/n1 + SD2⁴/n2)/(8s⁴) + (SD1²/n1 + SD2²/n2)/s²",
}


def smdh(
    *,
    n1: Array,
    mean1: Array,
    sd1: Array,
    n2: Array,
    mean2: Array,
    sd2: Array,
    vtype: str,
    correct: bool = True,
) -> Solution:
    """Return the mean difference by the root of the mean of the two variances (Bonett)."""
    m = n1 + n2 - 2
    s2 = (sd1**2 + sd2**2) / 2
    j = hedges_j(m) if correct else np.ones_like(m)
    y = j * (mean1 - mean2) / np.sqrt(s2)
    if vtype == "LS":
        k1, k2, factor = n1 - 1, n2 - 1, j**2
    elif vtype == "LS2":
        k1, k2, factor = n1, n2, np.ones_like(m)
    else:
        raise unknown_variance_type("SMDH", vtype)
    of_spread = y**2 * (sd1**4 / k1 + sd2**4 / k2) / (8 * s2**2)
    return Solution(
        y=y,
        v=factor * (of_spread + (sd1**2 / k1 + sd2**2 / k2) / s2),
        refused=(
            (np.minimum(n1, n2) < LEAST_FOR_SPREAD, ONE_PERSON),
            (s2 == 0, "both SDs are 0, so nothing can be standardised by them"),
            too_few_df(m),
        ),
    )


SMD1H = f"SMD1H = J·(mean1 - mean2)/SD2; {J} with m = n2 - 1"
SMD1H_UNCORRECTED = "SMD1H = (mean1 - mean2)/SD2"
SMD1H_VARIANCES = {"LS": "SE² = (SD1²/SD2²)/n1 + 1/n2 + SMD1H²/(2·n2)"}


def smd1h(
    *,
    n1: Array,
    mean1: Array,
    sd1: Array,
    n2: Array,
    mean2: Array,
    sd2: Array,
    vtype: str,
    correct: bool = True,
) -> Solution:
    """Return the difference by the SD of group 2, its variance for unequal SDs."""
    if vtype != "LS":
        raise unknown_variance_type("SMD1H", vtype)
    m = n2 - 1
    j = hedges_j(m) if correct else np.ones_like(m)
    y = j * (mean1 - mean2) / sd2
    return Solution(
        y=y,
        v=(sd1 / sd2) ** 2 / n1 + 1 / n2 + y**2 / (2 * n2),
        refused=(
            (np.minimum(n1, n2) < LEAST_FOR_SPREAD, ONE_PERSON),
            (sd2 == 0, _NO_SD2),
            too_few_df(m),
        ),
    )


ROM = "log ROM = ln(mean1/mean2)"
ROM_CORRECTED = "log ROM = ln(mean1/mean2) + [SD1²/(n1·mean1²) - SD2²/(n2·mean2²)]/2"
ROM_VARIANCES = {
    "LS": "SE² = SD1²/(n1·mean1²) + SD2²/(n2·mean2²)",
    "HO": f"{POOLED} with m = n1 + n2 - 2; SE² = SD_pooled²[1/(n1·mean1²) + 1/(n2·mean2²)]",
    "AV": "SE² = C1²/n1 + C2²/n2 with C = the mean SD/mean of each group, weighted by n",
    "AVHO": "SE² = C²(1/n1 + 1/n2) with C = the mean SD/mean of both groups, weighted by n",
}


def rom(
    *,
    n1: Array,
    mean1: Array,
    sd1: Array,
    n2: Array,
    mean2: Array,
    sd2: Array,
    vtype: str,
    correct: bool = False,
) -> Solution:
    """Return the log ratio of means (response ratio).

    `correct` adds Lajeunesse's term for the bias (2015, eq. 8, doi:10.1890/14-2402.1).
    """
    cv1, cv2 = sd1 / mean1, sd2 / mean2
    y = np.log(mean1 / mean2)
    if correct:
        y = y + (cv1**2 / n1 - cv2**2 / n2) / 2
    if vtype == "LS":
        v = cv1**2 / n1 + cv2**2 / n2
    elif vtype == "HO":
        v = pooled_sd(n1, sd1, n2, sd2) ** 2 * (1 / (n1 * mean1**2) + 1 / (n2 * mean2**2))
    elif vtype == "AV":
        v = weighted_mean(cv1, n1) ** 2 / n1 + weighted_mean(cv2, n2) ** 2 / n2
    elif vtype == "AVHO":
        whole = ~np.isnan(cv1 + cv2 + n1 + n2)
        cvs, sizes = (
            np.concatenate([cv1[whole], cv2[whole]]),
            np.concatenate([n1[whole], n2[whole]]),
        )
        v = weighted_mean(cvs, sizes) ** 2 * (1 / n1 + 1 / n2)
    else:
        raise unknown_variance_type("ROM", vtype)
    return Solution(
        y=y,
        v=v,
        refused=(
            (np.minimum(n1, n2) < LEAST_FOR_SPREAD, ONE_PERSON),
            (mean1 * mean2 <= 0, "a ratio of means needs two means of one sign, neither of them 0"),
            (v == 0, "both SDs are 0, so the ratio has no standard error"),
        ),
    )


CVR = "log CVR = ln(SD1/mean1) + 1/(2(n1 - 1)) - ln(SD2/mean2) - 1/(2(n2 - 1))"
CVR_VARIANCES = {"LS": "SE² = 1/(2(n1 - 1)) + SD1²/(n1·mean1²) + 1/(2(n2 - 1)) + SD2²/(n2·mean2²)"}


def cvr(
    *, n1: Array, mean1: Array, sd1: Array, n2: Array, mean2: Array, sd2: Array, vtype: str
) -> Solution:
    """Return the log ratio of the coefficients of variation."""
    if vtype != "LS":
        raise unknown_variance_type("CVR", vtype)
    spread = vr(n1=n1, sd1=sd1, n2=n2, sd2=sd2, vtype=vtype)
    cv1, cv2 = sd1 / mean1, sd2 / mean2
    return Solution(
        y=np.log(cv1) + 1 / (2 * (n1 - 1)) - np.log(cv2) - 1 / (2 * (n2 - 1)),
        v=spread.v + cv1**2 / n1 + cv2**2 / n2,
        refused=(
            *spread.refused,
            (np.minimum(mean1, mean2) <= 0, "a coefficient of variation needs means above 0"),
        ),
    )


VR = "log VR = ln(SD1/SD2) + 1/(2(n1 - 1)) - 1/(2(n2 - 1))"
VR_VARIANCES = {"LS": "SE² = 1/(2(n1 - 1)) + 1/(2(n2 - 1))"}


def vr(*, n1: Array, sd1: Array, n2: Array, sd2: Array, vtype: str) -> Solution:
    """Return the log ratio of the SDs."""
    if vtype != "LS":
        raise unknown_variance_type("VR", vtype)
    return Solution(
        y=np.log(sd1 / sd2) + 1 / (2 * (n1 - 1)) - 1 / (2 * (n2 - 1)),
        v=1 / (2 * (n1 - 1)) + 1 / (2 * (n2 - 1)),
        refused=(
            (np.minimum(n1, n2) < LEAST_FOR_SPREAD, ONE_PERSON),
            (np.minimum(sd1, sd2) == 0, "an SD is 0, so the ratio of SDs is 0 or infinite"),
        ),
    )

"""From the numbers that a paper reports to effect sizes that can be compared and pooled.

Pure functions of scalars: numbers in, one `Effect` out, with its formula, inputs, assumptions and
source. Undefined statistics raise `reviewkit.errors.NotEstimable` with a reason. Measures carry
metafor's names; each function says where it differs from metafor.
"""

from reviewkit.effects.groups import md, smd
from reviewkit.effects.means import (
    mean_change,
    mean_change_from_sd_change,
    sd_change,
    sd_from_se,
)
from reviewkit.effects.proportions import (
    UpperLimit,
    clopper_pearson,
    proportion,
    wilson,
    zero_events_limit,
)
from reviewkit.effects.standardised import smcc, smcc_from_sd_change, smcr
from reviewkit.effects.tables import odds_ratio, risk_difference, risk_ratio
from reviewkit.effects.values import Effect, Interval
from reviewkit.effects.wald import generic, generic_from_interval, generic_from_p

__all__ = [
    "Effect",
    "Interval",
    "UpperLimit",
    "clopper_pearson",
    "generic",
    "generic_from_interval",
    "generic_from_p",
    "md",
    "mean_change",
    "mean_change_from_sd_change",
    "odds_ratio",
    "proportion",
    "risk_difference",
    "risk_ratio",
    "sd_change",
    "sd_from_se",
    "smcc",
    "smcc_from_sd_change",
    "smcr",
    "smd",
    "wilson",
    "zero_events_limit",
]

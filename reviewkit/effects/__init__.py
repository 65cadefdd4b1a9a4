"""From the numbers that a paper reports to effect sizes that can be compared and pooled.

`effect_sizes` takes the columns of many studies and returns one row each (`EffectSizes`); the
functions named after measures take the numbers of one study and return an `Effect`. Both rest on
the same equations (`reviewkit.effects.equations`), and each result carries its formula, inputs,
assumptions and source. An undefined statistic is a row that says why, or raises
`reviewkit.errors.NotEstimable` with that reason. Measures carry metafor's names.
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
from reviewkit.effects.sizes import EffectSizes, effect_sizes, over_r
from reviewkit.effects.standardised import smcc, smcc_from_sd_change, smcr
from reviewkit.effects.tables import odds_ratio, risk_difference, risk_ratio
from reviewkit.effects.values import Effect, Interval
from reviewkit.effects.wald import generic, generic_from_interval, generic_from_p

__all__ = [
    "Effect",
    "EffectSizes",
    "Interval",
    "UpperLimit",
    "clopper_pearson",
    "effect_sizes",
    "generic",
    "generic_from_interval",
    "generic_from_p",
    "md",
    "mean_change",
    "mean_change_from_sd_change",
    "odds_ratio",
    "over_r",
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

"""What papers leave out, rebuilt from what they print; marked as derived, with its assumption.

Each function takes the numbers of one study and returns a `Rebuilt`: the number, how it was
derived, from what, and what that assumes. A `Rebuilt` may be given where another function asks for
a number; its assumptions travel along. `each` applies a function to the rows of a table.
"""

from reviewkit.effects.rebuilt.absolute import AbsoluteEffect, absolute_effect
from reviewkit.effects.rebuilt.changes import r_from_sd_change, sd_of_change
from reviewkit.effects.rebuilt.converted import (
    d_from_odds_ratio,
    d_from_r,
    odds_ratio_from_d,
    r_from_d,
)
from reviewkit.effects.rebuilt.counts import (
    Table,
    count_from_percent,
    table_from_margins,
    table_from_odds_ratio,
)
from reviewkit.effects.rebuilt.groups import Summary, combine_groups
from reviewkit.effects.rebuilt.quantiles import MeanSd, Skewness, mean_sd, skewness
from reviewkit.effects.rebuilt.rows import each
from reviewkit.effects.rebuilt.spread import (
    pooled_sd_from_se,
    sd_from_se,
    se_from_f,
    se_from_interval,
    se_from_p,
    se_from_t,
)
from reviewkit.effects.rebuilt.value import Rebuilt

__all__ = [
    "AbsoluteEffect",
    "MeanSd",
    "Rebuilt",
    "Skewness",
    "Summary",
    "Table",
    "absolute_effect",
    "combine_groups",
    "count_from_percent",
    "d_from_odds_ratio",
    "d_from_r",
    "each",
    "mean_sd",
    "odds_ratio_from_d",
    "pooled_sd_from_se",
    "r_from_d",
    "r_from_sd_change",
    "sd_from_se",
    "sd_of_change",
    "se_from_f",
    "se_from_interval",
    "se_from_p",
    "se_from_t",
    "skewness",
    "table_from_margins",
    "table_from_odds_ratio",
]

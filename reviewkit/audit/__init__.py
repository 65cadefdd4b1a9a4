"""Do the reported numbers hold together? Interval arithmetic on the printed precision.

A flag says "does not fit", shows the arithmetic and what would explain it, and accuses nobody.
Flags move no grade by themselves: `reviewkit.review.without` grades again without what is flagged
and says whether that matters.
"""

from reviewkit.audit.counts import TwoCounts, counts_p, fewer_people, share_fits
from reviewkit.audit.debit import DebitFit, debit
from reviewkit.audit.ends import difference_within, mean_within, spread_within
from reviewkit.audit.fit import Fit
from reviewkit.audit.grim import (
    WholeFit,
    informative,
    mean_fits,
    percentage_fits,
    power,
    share_of_any,
    totals_that_fit,
)
from reviewkit.audit.grimmer import GrimmerFit, grimmer
from reviewkit.audit.intervals import centred, interval_p
from reviewkit.audit.means import (
    GroupMean,
    change_p,
    group_mean,
    groups_p,
    read_both,
    smd_of_people,
    spread_of_people,
)
from reviewkit.audit.pasted import Pasted, statistics_in
from reviewkit.audit.sprite import SpriteFit, sprite
from reviewkit.audit.statcheck import StatcheckFit, dfs_that_fit, statcheck, words_fit
from reviewkit.audit.sums import arms_fit, change_fits, percent_change_fits, pool_fits

__all__ = [
    "DebitFit",
    "Fit",
    "GrimmerFit",
    "GroupMean",
    "Pasted",
    "SpriteFit",
    "StatcheckFit",
    "TwoCounts",
    "WholeFit",
    "arms_fit",
    "centred",
    "change_fits",
    "change_p",
    "counts_p",
    "debit",
    "dfs_that_fit",
    "difference_within",
    "fewer_people",
    "grimmer",
    "group_mean",
    "groups_p",
    "informative",
    "interval_p",
    "mean_fits",
    "mean_within",
    "percent_change_fits",
    "percentage_fits",
    "pool_fits",
    "power",
    "read_both",
    "share_fits",
    "share_of_any",
    "smd_of_people",
    "spread_of_people",
    "spread_within",
    "sprite",
    "statcheck",
    "statistics_in",
    "totals_that_fit",
    "words_fit",
]

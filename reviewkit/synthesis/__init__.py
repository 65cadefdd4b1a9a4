"""Bringing the effects of several studies together: pooling, heterogeneity, vote counting.

Numeric kernels: arrays in, frozen values out; no records. Every result names its method.
"""

from reviewkit.synthesis.contrasts import (
    contrasts,
    joint_test,
    omnibus_of,
    predict,
    variance_inflation,
)
from reviewkit.synthesis.coordinates import baujat, radial
from reviewkit.synthesis.direction import DirectionCount, count_directions
from reviewkit.synthesis.fitness import Fitness, fitness, likelihood_ratio
from reviewkit.synthesis.heterogeneity import (
    CochranQ,
    Heterogeneity,
    cochran_q,
    heterogeneity,
    typical_variance,
)
from reviewkit.synthesis.influence import Influence, influence
from reviewkit.synthesis.many import Fits, fit_many
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import BackTransformed, Pooled
from reviewkit.synthesis.regression import Regression, meta_regression
from reviewkit.synthesis.sensitivity import Gosh, cumulative, gosh, leave_one_out
from reviewkit.synthesis.shrinkage import Shrunken, blup
from reviewkit.synthesis.subgroups import Subgroups, subgroups
from reviewkit.synthesis.tau2 import tau2
from reviewkit.synthesis.tau2_interval import q_profile

__all__ = [
    "BackTransformed",
    "CochranQ",
    "DirectionCount",
    "Fitness",
    "Fits",
    "Gosh",
    "Heterogeneity",
    "Influence",
    "Pooled",
    "Regression",
    "Shrunken",
    "Subgroups",
    "baujat",
    "blup",
    "cochran_q",
    "contrasts",
    "count_directions",
    "cumulative",
    "fit_many",
    "fitness",
    "gosh",
    "heterogeneity",
    "influence",
    "joint_test",
    "leave_one_out",
    "likelihood_ratio",
    "meta_regression",
    "omnibus_of",
    "pool",
    "predict",
    "q_profile",
    "radial",
    "subgroups",
    "tau2",
    "typical_variance",
    "variance_inflation",
]

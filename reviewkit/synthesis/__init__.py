"""Bringing the effects of several studies together: pooling, heterogeneity, vote counting.

Numeric kernels: arrays in, frozen values out; no records. Every result names its method.
"""

from reviewkit.synthesis.bayes import BayesPooled, Chances, NormalPrior, TrueEffect, bayes
from reviewkit.synthesis.cluster_robust import ClusterRobust, cluster_robust
from reviewkit.synthesis.combining import Combined, combine, one_sided
from reviewkit.synthesis.contrasts import (
    contrasts,
    joint_test,
    omnibus_of,
    predict,
    variance_inflation,
)
from reviewkit.synthesis.coordinates import baujat, radial
from reviewkit.synthesis.counts import HALF_TO_ZEROS, UNTOUCHED, Correction
from reviewkit.synthesis.direction import DirectionCount, count_directions
from reviewkit.synthesis.egger import RegressionTest, egger
from reviewkit.synthesis.fitness import Fitness, fitness, likelihood_ratio
from reviewkit.synthesis.heterogeneity import (
    CochranQ,
    Heterogeneity,
    cochran_q,
    heterogeneity,
    typical_variance,
)
from reviewkit.synthesis.influence import Influence, influence
from reviewkit.synthesis.mantel_haenszel import mantel_haenszel, mantel_haenszel_rates
from reviewkit.synthesis.many import Fits, fit_many
from reviewkit.synthesis.multilevel import Multilevel, RandomComponent, multilevel
from reviewkit.synthesis.pet_peese import PetPeese, pet_peese
from reviewkit.synthesis.peto import peto
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import BackTransformed, Pooled
from reviewkit.synthesis.pooled_counts import PooledCounts
from reviewkit.synthesis.priors import HalfCauchy, HalfNormal, LogNormal, LogT
from reviewkit.synthesis.published_priors import rhodes, turner
from reviewkit.synthesis.random_effects import RandomEffect, nested
from reviewkit.synthesis.rank_test import RankTest, begg
from reviewkit.synthesis.regression import Regression, meta_regression
from reviewkit.synthesis.result import ChiSquare
from reviewkit.synthesis.sampling_errors import (
    ClusterMean,
    SharedArms,
    one_per_cluster,
    sampling_covariance,
)
from reviewkit.synthesis.sensitivity import Gosh, cumulative, gosh, leave_one_out
from reviewkit.synthesis.shrinkage import Shrunken, blup
from reviewkit.synthesis.subgroups import Subgroups, subgroups
from reviewkit.synthesis.tau2 import tau2
from reviewkit.synthesis.tau2_interval import q_profile
from reviewkit.synthesis.trim_and_fill import TrimAndFill, trim_and_fill

__all__ = [
    "HALF_TO_ZEROS",
    "UNTOUCHED",
    "BackTransformed",
    "BayesPooled",
    "Chances",
    "ChiSquare",
    "ClusterMean",
    "ClusterRobust",
    "CochranQ",
    "Combined",
    "Correction",
    "DirectionCount",
    "Fitness",
    "Fits",
    "Gosh",
    "HalfCauchy",
    "HalfNormal",
    "Heterogeneity",
    "Influence",
    "LogNormal",
    "LogT",
    "Multilevel",
    "NormalPrior",
    "PetPeese",
    "Pooled",
    "PooledCounts",
    "RandomComponent",
    "RandomEffect",
    "RankTest",
    "Regression",
    "RegressionTest",
    "SharedArms",
    "Shrunken",
    "Subgroups",
    "TrimAndFill",
    "TrueEffect",
    "baujat",
    "bayes",
    "begg",
    "blup",
    "cluster_robust",
    "cochran_q",
    "combine",
    "contrasts",
    "count_directions",
    "cumulative",
    "egger",
    "fit_many",
    "fitness",
    "gosh",
    "heterogeneity",
    "influence",
    "joint_test",
    "leave_one_out",
    "likelihood_ratio",
    "mantel_haenszel",
    "mantel_haenszel_rates",
    "meta_regression",
    "multilevel",
    "nested",
    "omnibus_of",
    "one_per_cluster",
    "one_sided",
    "pet_peese",
    "peto",
    "pool",
    "predict",
    "q_profile",
    "radial",
    "rhodes",
    "sampling_covariance",
    "subgroups",
    "tau2",
    "trim_and_fill",
    "turner",
    "typical_variance",
    "variance_inflation",
]

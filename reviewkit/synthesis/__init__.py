"""Bringing the effects of several studies together: pooling, heterogeneity, vote counting.

Numeric kernels: arrays in, frozen values out; no records. Every result names its method.
"""

from reviewkit.synthesis.bayes import BayesPooled, Chances, NormalPrior, Shrunk, bayes
from reviewkit.synthesis.cluster_robust import ClusterRobust, cluster_robust
from reviewkit.synthesis.counts import HALF_TO_ZEROS, UNTOUCHED, Correction
from reviewkit.synthesis.direction import DirectionCount, count_directions
from reviewkit.synthesis.egger import RegressionTest, egger
from reviewkit.synthesis.heterogeneity import (
    CochranQ,
    Heterogeneity,
    cochran_q,
    heterogeneity,
    typical_variance,
)
from reviewkit.synthesis.mantel_haenszel import mantel_haenszel, mantel_haenszel_rates
from reviewkit.synthesis.multilevel import Multilevel, RandomComponent, multilevel
from reviewkit.synthesis.pet_peese import PetPeese, pet_peese
from reviewkit.synthesis.peto import peto
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import Pooled
from reviewkit.synthesis.pooled_counts import PooledCounts
from reviewkit.synthesis.priors import HalfCauchy, HalfNormal, LogNormal, LogT
from reviewkit.synthesis.published_priors import rhodes, turner
from reviewkit.synthesis.random_effects import RandomEffect, nested
from reviewkit.synthesis.rank_test import RankTest, begg
from reviewkit.synthesis.result import ChiSquare
from reviewkit.synthesis.sampling_errors import (
    ClusterMean,
    SharedArms,
    one_per_cluster,
    sampling_covariance,
)
from reviewkit.synthesis.sensitivity import leave_one_out
from reviewkit.synthesis.tau2 import tau2
from reviewkit.synthesis.tau2_interval import q_profile
from reviewkit.synthesis.trim_and_fill import TrimAndFill, trim_and_fill

__all__ = [
    "HALF_TO_ZEROS",
    "UNTOUCHED",
    "BayesPooled",
    "Chances",
    "ChiSquare",
    "ClusterMean",
    "ClusterRobust",
    "CochranQ",
    "Correction",
    "DirectionCount",
    "HalfCauchy",
    "HalfNormal",
    "Heterogeneity",
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
    "RegressionTest",
    "SharedArms",
    "Shrunk",
    "TrimAndFill",
    "bayes",
    "begg",
    "cluster_robust",
    "cochran_q",
    "count_directions",
    "egger",
    "heterogeneity",
    "leave_one_out",
    "mantel_haenszel",
    "mantel_haenszel_rates",
    "multilevel",
    "nested",
    "one_per_cluster",
    "pet_peese",
    "peto",
    "pool",
    "q_profile",
    "rhodes",
    "sampling_covariance",
    "tau2",
    "trim_and_fill",
    "turner",
    "typical_variance",
]

"""Bringing the effects of several studies together: pooling, heterogeneity, vote counting.

Numeric kernels: arrays in, frozen values out; no records. Every result names its method.
"""

from reviewkit.synthesis.combining import Combined, combine, one_sided
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
from reviewkit.synthesis.pet_peese import PetPeese, pet_peese
from reviewkit.synthesis.peto import peto
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import Pooled
from reviewkit.synthesis.pooled_counts import PooledCounts
from reviewkit.synthesis.rank_test import RankTest, begg
from reviewkit.synthesis.result import ChiSquare
from reviewkit.synthesis.sensitivity import leave_one_out
from reviewkit.synthesis.tau2 import tau2
from reviewkit.synthesis.tau2_interval import q_profile
from reviewkit.synthesis.trim_and_fill import TrimAndFill, trim_and_fill

__all__ = [
    "HALF_TO_ZEROS",
    "UNTOUCHED",
    "ChiSquare",
    "CochranQ",
    "Combined",
    "Correction",
    "DirectionCount",
    "Heterogeneity",
    "PetPeese",
    "Pooled",
    "PooledCounts",
    "RankTest",
    "RegressionTest",
    "TrimAndFill",
    "begg",
    "cochran_q",
    "combine",
    "count_directions",
    "egger",
    "heterogeneity",
    "leave_one_out",
    "mantel_haenszel",
    "mantel_haenszel_rates",
    "one_sided",
    "pet_peese",
    "peto",
    "pool",
    "q_profile",
    "tau2",
    "trim_and_fill",
    "typical_variance",
]

"""Bringing the effects of several studies together: pooling, heterogeneity, vote counting.

Numeric kernels: arrays in, frozen values out; no records. Every result names its method.
"""

from reviewkit.synthesis.counts import HALF_TO_ZEROS, UNTOUCHED, Correction
from reviewkit.synthesis.direction import DirectionCount, count_directions
from reviewkit.synthesis.heterogeneity import (
    CochranQ,
    Heterogeneity,
    cochran_q,
    heterogeneity,
    typical_variance,
)
from reviewkit.synthesis.mantel_haenszel import mantel_haenszel, mantel_haenszel_rates
from reviewkit.synthesis.peto import peto
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import Pooled
from reviewkit.synthesis.pooled_counts import PooledCounts
from reviewkit.synthesis.result import ChiSquare
from reviewkit.synthesis.sensitivity import leave_one_out
from reviewkit.synthesis.tau2 import tau2
from reviewkit.synthesis.tau2_interval import q_profile

__all__ = [
    "HALF_TO_ZEROS",
    "UNTOUCHED",
    "ChiSquare",
    "CochranQ",
    "Correction",
    "DirectionCount",
    "Heterogeneity",
    "Pooled",
    "PooledCounts",
    "cochran_q",
    "count_directions",
    "heterogeneity",
    "leave_one_out",
    "mantel_haenszel",
    "mantel_haenszel_rates",
    "peto",
    "pool",
    "q_profile",
    "tau2",
    "typical_variance",
]

"""Bringing the effects of several studies together: pooling, heterogeneity, vote counting.

Numeric kernels: arrays in, frozen values out; no records. Every result names its method.
"""

from reviewkit.synthesis.combining import Combined, combine, one_sided
from reviewkit.synthesis.direction import DirectionCount, count_directions
from reviewkit.synthesis.heterogeneity import (
    CochranQ,
    Heterogeneity,
    cochran_q,
    heterogeneity,
    typical_variance,
)
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import Pooled
from reviewkit.synthesis.sensitivity import leave_one_out
from reviewkit.synthesis.tau2 import tau2
from reviewkit.synthesis.tau2_interval import q_profile

__all__ = [
    "CochranQ",
    "Combined",
    "DirectionCount",
    "Heterogeneity",
    "Pooled",
    "cochran_q",
    "combine",
    "count_directions",
    "heterogeneity",
    "leave_one_out",
    "one_sided",
    "pool",
    "q_profile",
    "tau2",
    "typical_variance",
]

"""One case by hand for each measure and variance type, written as the arithmetic."""

from __future__ import annotations

from math import asin, atanh, exp, log, pi, sqrt
from statistics import NormalDist
from typing import Any

import pytest

from reviewkit.effects import effect_sizes
from reviewkit.effects.measures import MEASURES as NAMES
from reviewkit.effects.sizes import MEASURES
from reviewkit.errors import UnknownName

J_5 = (3 * sqrt(pi) / 4) / sqrt(2.5)
"""J of 5 degrees of freedom: Γ(5/2)/(√(5/2)·Γ(2))."""
J_8 = 6 / (2 * 15 / 8 * sqrt(pi))
"""J of 8 degrees of freedom: Γ(4)/(√4·Γ(7/2))."""

GROUPS = {"n1": 4, "mean1": 10.0, "sd1": 2.0, "n2": 6, "mean2": 7.0, "sd2": 3.0}
POOLED = (3 * 4 + 5 * 9) / 8
D = 3 / sqrt(POOLED)
G = J_8 * D
N = 1 / 4 + 1 / 6
D_5 = J_5 * 3 / 3
S2 = (4 + 9) / 2
DH = J_8 * 3 / sqrt(S2)
CV1, CV2 = 2 / 10, 3 / 7
V_D = N + D**2 / 20
H = 8 / 4 + 8 / 6
R_PB = D / sqrt(D**2 + H)

CHANGE = {"n": 9, "mean_before": 10.0, "sd_before": 3.0, "mean_after": 12.0, "sd_after": 4.0}
CHANGE_R = {**CHANGE, "r": 0.25}
SD_CHANGE2 = 9 + 16 - 2 * 0.25 * 3 * 4
G_CHANGE = J_8 * 2 / sqrt(SD_CHANGE2)
G_BASE = J_8 * 2 / 3
CV_B, CV_A = 3 / 10, 4 / 12
CV_CHANGE = CV_A**2 + CV_B**2 - 2 * 0.25 * CV_A * CV_B

TABLE = {"events1": 4, "others1": 16, "events2": 8, "others2": 12}
V_OR = 1 / 4 + 1 / 16 + 1 / 8 + 1 / 12
LOG_OR = log(4 * 12 / (16 * 8))
OR = 4 * 12 / (16 * 8)
PETO_V = 12 * 28 * 20 * 20 / (40**2 * 39)
PHI = (4 * 12 - 16 * 8) / sqrt(20 * 20 * 12 * 28)
Q = (OR - 1) / (OR + 1)
Y = (sqrt(OR) - 1) / (sqrt(OR) + 1)
Z1, Z2 = NormalDist().inv_cdf(0.2), NormalDist().inv_cdf(0.4)

RATES = {"events1": 4, "time1": 20.0, "events2": 9, "time2": 30.0}
RATE = {"events": 4, "time": 20.0}
SHARE = {"events": 4, "others": 16}
MEAN = {"n": 9, "mean": 10.0, "sd": 3.0}
PAIRS = {"n": 20, "r": 0.5}
MATCHED = {"both": 10, "first_only": 6, "second_only": 3, "neither": 21}
DISCORDANT = 0.15 * 0.85 + 0.075 * 0.925 + 2 * 0.15 * 0.075
REGRESSION = {"n": 24, "t": 2.0, "predictors": 3}
PARTIAL = 2 / sqrt(4 + 20)
ALPHA = {"alpha": 0.8, "items": 5, "n": 32}
GENOTYPES = {"homozygous": 20, "heterozygous": 50, "other_homozygous": 30}


def series(a: float, c: float, x: float) -> float:
    """₂F₁(a, a; c; x) as the sum of its series."""
    term = total = 1.0
    for k in range(2000):
        term *= (a + k) ** 2 * x / ((c + k) * (1 + k))
        total += term
    return total


UNBIASED = 0.5 * series(0.5, 9, 0.75)

CASES: list[tuple[str, str, dict[str, Any], float, float]] = [
    ("MD", "LS", GROUPS, 3, 4 / 4 + 9 / 6),
    ("MD", "UB", GROUPS, 3, 4 / 4 + 9 / 6),
    ("MD", "HO", GROUPS, 3, POOLED * N),
    ("SMD", "LS", GROUPS, G, N + G**2 / 20),
    ("SMD", "LS2", GROUPS, G, J_8**2 * (N + D**2 / 20)),
    ("SMD", "UB", GROUPS, G, N + (1 - 6 / (8 * J_8**2)) * G**2),
    ("SMD", "AV", GROUPS, G, N + G**2 / 20),
    (
        "SMDH",
        "LS",
        GROUPS,
        DH,
        J_8**2 * (DH**2 * (16 / 3 + 81 / 5) / (8 * S2**2) + (4 / 3 + 9 / 5) / S2),
    ),
    ("SMDH", "LS2", GROUPS, DH, DH**2 * (16 / 4 + 81 / 6) / (8 * S2**2) + (4 / 4 + 9 / 6) / S2),
    ("SMD1", "LS", GROUPS, D_5, N + D_5**2 / 12),
    ("SMD1", "LS2", GROUPS, D_5, J_5**2 * (N + 1 / 12)),
    ("SMD1", "UB", GROUPS, D_5, N + (1 - 3 / (5 * J_5**2)) * D_5**2),
    ("SMD1", "AV", GROUPS, D_5, N + D_5**2 / 12),
    ("SMD1H", "LS", GROUPS, D_5, (4 / 9) / 4 + 1 / 6 + D_5**2 / 12),
    ("ROM", "LS", GROUPS, log(10 / 7), CV1**2 / 4 + CV2**2 / 6),
    ("ROM", "HO", GROUPS, log(10 / 7), POOLED / (4 * 100) + POOLED / (6 * 49)),
    ("ROM", "AV", GROUPS, log(10 / 7), CV1**2 / 4 + CV2**2 / 6),
    ("ROM", "AVHO", GROUPS, log(10 / 7), ((4 * CV1 + 6 * CV2) / 10) ** 2 * N),
    (
        "CVR",
        "LS",
        GROUPS,
        log(CV1 / CV2) + 1 / 6 - 1 / 10,
        1 / 6 + CV1**2 / 4 + 1 / 10 + CV2**2 / 6,
    ),
    ("VR", "LS", GROUPS, log(2 / 3) + 1 / 6 - 1 / 10, 1 / 6 + 1 / 10),
    ("RPB", "LS", GROUPS, R_PB, H**2 / (H + D**2) ** 3 * V_D),
    ("RPB", "ST", GROUPS, R_PB, H**2 / (H + D**2) ** 3 * V_D),
    ("RPB", "CS", GROUPS, R_PB, (1 - R_PB**2) ** 2 * (10 * R_PB**2 / 96 + (2 - 3 * R_PB**2) / 20)),
    ("D2OR", "LS", GROUPS, pi / sqrt(3) * D, pi**2 / 3 * V_D),
    ("D2ORL", "LS", GROUPS, pi / sqrt(3) * D, pi**2 / 3 * V_D),
    ("D2ORN", "LS", GROUPS, 1.65 * D, 1.65**2 * V_D),
    ("MC", "LS", CHANGE_R, 2, SD_CHANGE2 / 9),
    ("SMCC", "LS", CHANGE_R, G_CHANGE, 1 / 9 + G_CHANGE**2 / 18),
    ("SMCC", "LS2", CHANGE_R, G_CHANGE, J_8**2 * (1 / 9 + 4 / SD_CHANGE2 / 18)),
    ("SMCC", "UB", CHANGE_R, G_CHANGE, 1 / 9 + (1 - 6 / (8 * J_8**2)) * G_CHANGE**2),
    ("SMCR", "LS", CHANGE_R, G_BASE, 2 * 0.75 / 9 + G_BASE**2 / 18),
    ("SMCR", "LS2", CHANGE_R, G_BASE, J_8**2 * (2 * 0.75 / 9 + 4 / 9 / 18)),
    ("SMCRH", "LS", CHANGE_R, G_BASE, J_8**2 * (SD_CHANGE2 / (9 * 8) + G_BASE**2 / 16)),
    ("SMCRH", "LS2", CHANGE_R, G_BASE, SD_CHANGE2 / (9 * 9) + G_BASE**2 / 18),
    ("ROMC", "LS", CHANGE_R, log(12 / 10), CV_CHANGE / 9),
    ("CVRC", "LS", CHANGE_R, log(CV_A / CV_B), (1 - 0.0625) / 8 + CV_CHANGE / 9),
    ("VRC", "LS", CHANGE_R, log(4 / 3), (1 - 0.0625) / 8),
    ("RR", "LS", TABLE, log(0.2 / 0.4), 1 / 4 - 1 / 20 + 1 / 8 - 1 / 20),
    ("OR", "LS", TABLE, LOG_OR, V_OR),
    ("RD", "LS", TABLE, -0.2, 0.16 / 20 + 0.24 / 20),
    ("RD", "UB", TABLE, -0.2, 0.16 / 19 + 0.24 / 19),
    ("RD", "AV", TABLE, -0.2, 0.16 / 20 + 0.24 / 20),
    ("AS", "LS", TABLE, asin(sqrt(0.2)) - asin(sqrt(0.4)), 1 / 80 + 1 / 80),
    ("PETO", "LS", TABLE, (4 - 6) / PETO_V, 1 / PETO_V),
    # Rows of one size: the terms with the difference of the rows vanish.
    ("PHI", "LS", TABLE, PHI, (1 - PHI**2 - 0.75 * PHI**2 * 0.4**2 / (0.3 * 0.7)) / 40),
    ("PHI", "CS", TABLE, PHI, (1 - PHI**2 - 0.75 * PHI**2 * 0.4**2 / (0.3 * 0.7)) / 40),
    ("YUQ", "LS", TABLE, Q, (1 - Q**2) ** 2 * V_OR / 4),
    ("YUY", "LS", TABLE, Y, (1 - Y**2) ** 2 * V_OR / 16),
    ("PBIT", "LS", TABLE, Z1 - Z2, 2 * pi * (0.16 * exp(Z1**2) + 0.24 * exp(Z2**2)) / 20),
    ("OR2D", "LS", TABLE, sqrt(3) / pi * LOG_OR, 3 / pi**2 * V_OR),
    ("OR2DL", "LS", TABLE, sqrt(3) / pi * LOG_OR, 3 / pi**2 * V_OR),
    ("OR2DN", "LS", TABLE, LOG_OR / 1.65, V_OR / 1.65**2),
    ("IRR", "LS", RATES, log(0.2 / 0.3), 1 / 4 + 1 / 9),
    ("IRD", "LS", RATES, 0.2 - 0.3, 4 / 400 + 9 / 900),
    ("IRSD", "LS", RATES, sqrt(0.2) - sqrt(0.3), 1 / 80 + 1 / 120),
    ("IR", "LS", RATE, 0.2, 4 / 400),
    ("IRLN", "LS", RATE, log(0.2), 1 / 4),
    ("IRS", "LS", RATE, sqrt(0.2), 1 / 80),
    ("IRFT", "LS", RATE, (sqrt(0.2) + sqrt(0.25)) / 2, 1 / 80),
    ("PR", "LS", SHARE, 0.2, 0.16 / 20),
    ("PR", "UB", SHARE, 0.2, 0.16 / 19),
    ("PR", "AV", SHARE, 0.2, 0.16 / 20),
    ("PLN", "LS", SHARE, log(0.2), 1 / 4 - 1 / 20),
    ("PLN", "AV", SHARE, log(0.2), 1 / 4 - 1 / 20),
    ("PLO", "LS", SHARE, log(0.25), 1 / 4 + 1 / 16),
    ("PLO", "AV", SHARE, log(0.25), 1 / 4 + 1 / 16),
    ("PAS", "LS", SHARE, asin(sqrt(0.2)), 1 / 80),
    ("PFT", "LS", SHARE, (asin(sqrt(4 / 21)) + asin(sqrt(5 / 21))) / 2, 1 / 82),
    ("MN", "LS", MEAN, 10, 1),
    ("MN", "HO", MEAN, 10, 1),
    ("MNLN", "LS", MEAN, log(10), 9 / 900),
    ("SMN", "LS", MEAN, J_8 * 10 / 3, 1 / 9 + (J_8 * 10 / 3) ** 2 / 18),
    ("SDLN", "LS", MEAN, log(3) + 1 / 16, 1 / 16),
    ("CVLN", "LS", MEAN, log(0.3) + 1 / 16, 1 / 16 + 0.09 / 9),
    ("COR", "LS", PAIRS, 0.5, 0.75**2 / 19),
    ("COR", "AV", PAIRS, 0.5, 0.75**2 / 19),
    ("UCOR", "LS", PAIRS, UNBIASED, (1 - UNBIASED**2) ** 2 / 19),
    ("UCOR", "AV", PAIRS, UNBIASED, (1 - UNBIASED**2) ** 2 / 19),
    ("UCOR", "UB", PAIRS, UNBIASED, UNBIASED**2 - 1 + 17 / 18 * 0.75 * series(1, 10, 0.75)),
    ("ZCOR", "LS", PAIRS, atanh(0.5), 1 / 17),
    ("MPRR", "LS", MATCHED, log(16 / 13), 9 / (16 * 13)),
    ("MPOR", "LS", MATCHED, log(16 / 24) - log(13 / 27), DISCORDANT / (40 * 0.24 * 0.325 * 0.675)),
    ("MPRD", "LS", MATCHED, 3 / 40, DISCORDANT / 40),
    ("MPORC", "LS", MATCHED, log(2), 1 / 6 + 1 / 3),
    ("MPPETO", "LS", MATCHED, 2 * 3 / 9, 4 / 9),
    ("REH", "LS", GENOTYPES, log(0.5 / (2 * sqrt(0.06))), (0.5 / 0.24 + 2) / 100),
    ("PCOR", "LS", REGRESSION, PARTIAL, (1 - PARTIAL**2) ** 2 / 20),
    ("PCOR", "AV", REGRESSION, PARTIAL, (1 - PARTIAL**2) ** 2 / 20),
    ("ZPCOR", "LS", REGRESSION, atanh(PARTIAL), 1 / 20),
    ("SPCOR", "LS", {**REGRESSION, "r2": 0.36}, 2 * 0.8 / sqrt(20), 0.0),
    ("ARAW", "LS", ALPHA, 0.8, 2 * 5 * 0.04 / (4 * 30)),
    ("AHW", "LS", ALPHA, 1 - 0.2 ** (1 / 3), 18 * 5 * 31 * 0.2 ** (2 / 3) / (4 * 277**2)),
    ("ABT", "LS", ALPHA, -log(0.2), 10 / (4 * 30)),
    ("GEN", "LS", {"y": 0.4, "se": 0.2}, 0.4, 0.04),
]
_SPCOR = 0.36 - 4 * 0.64 / 20
CASES = [
    (*case[:4], (0.36**2 - 0.72 + _SPCOR + 1 - _SPCOR**2) / 24) if case[0] == "SPCOR" else case
    for case in CASES
]

ELSEWHERE = {
    ("PHI", "ST"): "test_phi_with_fixed_group_sizes",
    ("RBIS", "LS"): "test_biserial_correlation_of_equal_groups",
    ("SPCOR", "AV"): "test_averages_are_over_the_studies",
}


@pytest.mark.parametrize(
    ("measure", "vtype", "data", "y", "v"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES]
)
def test_by_hand(measure: str, vtype: str, data: dict[str, Any], y: float, v: float) -> None:
    sizes = effect_sizes(measure, data, vtype=vtype)
    assert sizes.y == pytest.approx([y], rel=1e-12)
    assert sizes.v == pytest.approx([v], rel=1e-12)
    assert sizes.why_not == (None,)


def test_every_measure_and_variance_type_has_a_case() -> None:
    offered = {(name, vtype) for name, measure in MEASURES.items() for vtype in measure.variances}
    assert offered == {case[:2] for case in CASES} | set(ELSEWHERE)


def test_phi_with_fixed_group_sizes() -> None:
    # φ = (p1 - p2)·√(1/4)/√(P(1 - P)) of two groups of 20, P = (p1 + p2)/2; slopes by differences.
    def phi(p1: float, p2: float) -> float:
        mean = (p1 + p2) / 2
        return (p1 - p2) / 2 / sqrt(mean * (1 - mean))

    step = 1e-6
    slope1 = (phi(0.2 + step, 0.4) - phi(0.2 - step, 0.4)) / (2 * step)
    slope2 = (phi(0.2, 0.4 + step) - phi(0.2, 0.4 - step)) / (2 * step)
    sizes = effect_sizes("PHI", TABLE, vtype="ST")
    assert sizes.y == pytest.approx([phi(0.2, 0.4)], rel=1e-12)
    assert sizes.v == pytest.approx([slope1**2 * 0.16 / 20 + slope2**2 * 0.24 / 20], rel=1e-8)


def test_biserial_correlation_of_equal_groups() -> None:
    # Equal groups: z = 0, so r_b = r_pb·(1/2)/φ(0), and 1 - q·z/f = 1.
    data = {**GROUPS, "n1": 6}
    d = 3 / sqrt((5 * 4 + 5 * 9) / 10)
    point = d / sqrt(d**2 + 10 / 3)
    density = 1 / sqrt(2 * pi)
    r = 0.5 / density * point
    sizes = effect_sizes("RBIS", data)
    assert sizes.y == pytest.approx([r], rel=1e-12)
    assert sizes.v == pytest.approx([(0.25 / density**2 - 2.5 * r**2 + r**4) / 11], rel=1e-12)


def test_averages_are_over_the_studies() -> None:
    two = effect_sizes("COR", {"n": [11, 21], "r": [0.2, 0.5]}, vtype="AV")
    mean = (11 * 0.2 + 21 * 0.5) / 32
    assert two.v == pytest.approx([(1 - mean**2) ** 2 / 10, (1 - mean**2) ** 2 / 20], rel=1e-12)
    partial = effect_sizes("SPCOR", {**REGRESSION, "r2": [0.36, 0.36]}, vtype="AV")
    alone = effect_sizes("SPCOR", {**REGRESSION, "r2": 0.36})
    assert partial.v == pytest.approx([alone.v[0]] * 2, rel=1e-12)


def test_a_variance_type_for_each_row() -> None:
    data = {**GROUPS, "n1": [4, 40]}
    mixed = effect_sizes("SMD", data, vtype=["UB", "LS"])
    assert mixed.v[0] == effect_sizes("SMD", data, vtype="UB").v[0]
    assert mixed.v[1] == effect_sizes("SMD", data, vtype="LS").v[1]
    assert "m·J²" in mixed.formula[0]
    assert "variances of type UB, LS" in mixed.choices


@pytest.mark.parametrize("measure", ["SMD", "SMDH", "SMD1", "SMD1H"])
def test_without_the_correction_for_bias(measure: str) -> None:
    plain, corrected = (effect_sizes(measure, GROUPS, correct=c) for c in (False, True))
    j = J_5 if measure.startswith("SMD1") else J_8
    assert plain.y * j == pytest.approx(corrected.y, rel=1e-12)
    assert "J" not in plain.formula[0].partition(";")[0]
    assert plain.choices[-1] == "not corrected for bias (correct=False)"


@pytest.mark.parametrize("measure", ["SMCC", "SMCR", "SMCRH"])
def test_a_change_without_the_correction_for_bias(measure: str) -> None:
    plain, corrected = (effect_sizes(measure, CHANGE_R, correct=c) for c in (False, True))
    assert plain.y * J_8 == pytest.approx(corrected.y, rel=1e-12)


def test_the_response_ratio_corrected_for_bias() -> None:
    sizes = effect_sizes("ROM", GROUPS, correct=True)
    expected = log(10 / 7) + (CV1**2 / 4 - CV2**2 / 6) / 2
    assert sizes.y == pytest.approx([expected], rel=1e-12)
    paired = effect_sizes("ROMC", CHANGE_R, correct=True)
    assert paired.y == pytest.approx([log(1.2) + (CV_A**2 - CV_B**2) / 18], rel=1e-12)


def test_unknown_names_and_options_are_refused() -> None:
    with pytest.raises(UnknownName, match='no measure is called "SMDX"; did you mean'):
        effect_sizes("SMDX", GROUPS)
    with pytest.raises(ValueError, match="MD has variances of type LS, UB, HO, not AV"):
        effect_sizes("MD", GROUPS, vtype="AV")
    with pytest.raises(ValueError, match="MD has no correction for bias to choose"):
        effect_sizes("MD", GROUPS, correct=True)
    with pytest.raises(ValueError, match="MD has no counts"):
        effect_sizes("MD", GROUPS, add=0.5)
    with pytest.raises(ValueError, match="2 variance types for 1 rows"):
        effect_sizes("SMD", GROUPS, vtype=["LS", "UB"])
    with pytest.raises(ValueError, match="2 labels for 1 rows"):
        effect_sizes("SMD", GROUPS, labels=["a", "b"])


def test_every_measure_has_a_name_for_people() -> None:
    assert set(MEASURES) - {"GEN"} <= set(NAMES)

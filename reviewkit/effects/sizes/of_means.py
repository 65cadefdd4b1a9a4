"""The measures of means, SDs and correlations, and of estimates that are ready-made."""

from __future__ import annotations

from functools import partial

from reviewkit.effects.equations import (
    conversions,
    correlations,
    means,
    paired,
    reliability,
    two_groups,
)
from reviewkit.effects.equations.solution import Array, Solution, unknown_variance_type
from reviewkit.effects.sizes import designs
from reviewkit.effects.sizes.measure import Measure

T_WELCH = "t with Welch's df = SE⁴/[(SD1²/n1)²/(n1 - 1) + (SD2²/n2)²/(n2 - 1)]"
T_CHANGE = "t = MC/SE with n - 1 df"
T_MEAN = "t interval with n - 1 df"

_groups = partial(
    Measure,
    design=designs.TWO_GROUPS,
    columns=("n1", "mean1", "sd1", "n2", "mean2", "sd2"),
)
_change = partial(
    Measure,
    design=designs.PAIRED,
    columns=("n", "mean_before", "sd_before", "mean_after", "sd_after", "r"),
)
_mean = partial(Measure, design=designs.ONE_GROUP, columns=("n", "mean", "sd"))
_pairs = partial(Measure, design=designs.PAIRS, columns=("n", "r"))
_regression = partial(Measure, design=designs.REGRESSION, columns=("n", "t", "predictors"))
_scale = partial(Measure, design=designs.SCALE, columns=("alpha", "items", "n"))


def _ready(*, y: Array, v: Array, vtype: str) -> Solution:
    if vtype != "LS":
        raise unknown_variance_type("GEN", vtype)
    return Solution(y=y, v=v)


OF_MEANS: tuple[Measure, ...] = (
    _groups(
        name="MD",
        equation=two_groups.md,
        formula=two_groups.MD,
        variances=two_groups.MD_VARIANCES,
        source=two_groups.WELCH_1947,
        interval="t",
        interval_formula=T_WELCH,
    ),
    _groups(
        name="SMD",
        equation=two_groups.smd,
        formula=two_groups.SMD,
        variances=two_groups.SMD_VARIANCES,
        source=two_groups.HEDGES_1981,
        corrects=True,
        other_formula=two_groups.SMD_UNCORRECTED,
    ),
    _groups(
        name="SMDH",
        equation=two_groups.smdh,
        formula=two_groups.SMDH,
        variances=two_groups.SMDH_VARIANCES,
        source=two_groups.BONETT_2008,
        corrects=True,
        other_formula=two_groups.SMDH_UNCORRECTED,
    ),
    _groups(
        name="SMD1",
        equation=two_groups.smd1,
        formula=two_groups.SMD1,
        variances=two_groups.SMD1_VARIANCES,
        source=two_groups.HEDGES_1981,
        corrects=True,
        other_formula=two_groups.SMD1_UNCORRECTED,
        columns=("n1", "mean1", "n2", "mean2", "sd2"),
    ),
    _groups(
        name="SMD1H",
        equation=two_groups.smd1h,
        formula=two_groups.SMD1H,
        variances=two_groups.SMD1H_VARIANCES,
        source=two_groups.BONETT_2008,
        corrects=True,
        other_formula=two_groups.SMD1H_UNCORRECTED,
    ),
    _groups(
        name="ROM",
        equation=two_groups.rom,
        formula=two_groups.ROM,
        variances=two_groups.ROM_VARIANCES,
        source=two_groups.HEDGES_GUREVITCH_CURTIS_1999,
        scale="log",
        corrects=False,
        other_formula=two_groups.ROM_CORRECTED,
    ),
    _groups(
        name="CVR",
        equation=two_groups.cvr,
        formula=two_groups.CVR,
        variances=two_groups.CVR_VARIANCES,
        source=two_groups.NAKAGAWA_2015,
        scale="log",
    ),
    _groups(
        name="VR",
        equation=two_groups.vr,
        formula=two_groups.VR,
        variances=two_groups.VR_VARIANCES,
        source=two_groups.NAKAGAWA_2015,
        scale="log",
        columns=("n1", "sd1", "n2", "sd2"),
    ),
    _groups(
        name="RPB",
        equation=conversions.rpb,
        formula=conversions.RPB,
        variances=conversions.RPB_VARIANCES,
        source=conversions.TATE_1954,
    ),
    _groups(
        name="RBIS",
        equation=conversions.rbis,
        formula=conversions.RBIS,
        variances=conversions.RBIS_VARIANCES,
        source=conversions.JACOBS_VIECHTBAUER_2017,
    ),
    _groups(
        name="D2OR",
        equation=conversions.d2or,
        formula=conversions.D2OR,
        variances=conversions.D2OR_VARIANCES,
        source=conversions.CHINN_2000,
        scale="log",
    ),
    _groups(
        name="D2ORL",
        equation=conversions.d2or,
        formula=conversions.D2OR,
        variances=conversions.D2OR_VARIANCES,
        source=conversions.CHINN_2000,
        scale="log",
    ),
    _groups(
        name="D2ORN",
        equation=conversions.d2orn,
        formula=conversions.D2ORN,
        variances=conversions.D2ORN_VARIANCES,
        source=conversions.SANCHEZ_MECA_2003,
        scale="log",
    ),
    _change(
        name="MC",
        equation=paired.mc,
        formula=paired.MC,
        variances=paired.MC_VARIANCES,
        source=paired.HANDBOOK_CH6,
        interval="t",
        interval_formula=T_CHANGE,
    ),
    _change(
        name="SMCC",
        equation=paired.smcc,
        formula=paired.SMCC,
        variances=paired.SMCC_VARIANCES,
        source=paired.GIBBONS_1993,
        corrects=True,
        other_formula=paired.SMCC_UNCORRECTED,
    ),
    _change(
        name="SMCR",
        equation=paired.smcr,
        formula=paired.SMCR,
        variances=paired.SMCR_VARIANCES,
        source=paired.BECKER_1988,
        design=designs.PAIRED_BY_BASELINE,
        columns=("n", "mean_before", "sd_before", "mean_after", "r"),
        corrects=True,
        other_formula=paired.SMCR_UNCORRECTED,
    ),
    _change(
        name="SMCRH",
        equation=paired.smcrh,
        formula=paired.SMCRH,
        variances=paired.SMCRH_VARIANCES,
        source=paired.BONETT_2008,
        design=designs.PAIRED_BY_BASELINE,
        corrects=True,
        other_formula=paired.SMCRH_UNCORRECTED,
    ),
    _change(
        name="ROMC",
        equation=paired.romc,
        formula=paired.ROMC,
        variances=paired.ROMC_VARIANCES,
        source=paired.LAJEUNESSE_2011,
        scale="log",
        corrects=False,
        other_formula=paired.ROMC_CORRECTED,
    ),
    _change(
        name="CVRC",
        equation=paired.cvrc,
        formula=paired.CVRC,
        variances=paired.CVRC_VARIANCES,
        source=paired.SENIOR_2020,
        scale="log",
    ),
    _change(
        name="VRC",
        equation=paired.vrc,
        formula=paired.VRC,
        variances=paired.VRC_VARIANCES,
        source=paired.SENIOR_2020,
        scale="log",
        columns=("n", "sd_before", "sd_after", "r"),
    ),
    _mean(
        name="MN",
        equation=means.mn,
        formula=means.MN,
        variances=means.MN_VARIANCES,
        source=means.HANDBOOK_CH6,
        interval="t",
        interval_formula=T_MEAN,
    ),
    _mean(
        name="MNLN",
        equation=means.mnln,
        formula=means.MNLN,
        variances=means.MNLN_VARIANCES,
        source=means.HANDBOOK_CH6,
        scale="log",
    ),
    _mean(
        name="SMN",
        equation=means.smn,
        formula=means.SMN,
        variances=means.SMN_VARIANCES,
        source=means.HEDGES_1981,
        corrects=True,
        other_formula=means.SMN_UNCORRECTED,
    ),
    _mean(
        name="SDLN",
        equation=means.sdln,
        formula=means.SDLN,
        variances=means.SDLN_VARIANCES,
        source=means.NAKAGAWA_2015,
        scale="log",
        columns=("n", "sd"),
    ),
    _mean(
        name="CVLN",
        equation=means.cvln,
        formula=means.CVLN,
        variances=means.CVLN_VARIANCES,
        source=means.NAKAGAWA_2015,
        scale="log",
    ),
    _pairs(
        name="COR",
        equation=correlations.cor,
        formula=correlations.COR,
        variances=correlations.COR_VARIANCES,
        source=correlations.HEDGES_1989,
    ),
    _pairs(
        name="UCOR",
        equation=correlations.ucor,
        formula=correlations.UCOR,
        variances=correlations.UCOR_VARIANCES,
        source=correlations.OLKIN_PRATT_1958,
    ),
    _pairs(
        name="ZCOR",
        equation=correlations.zcor,
        formula=correlations.ZCOR,
        variances=correlations.ZCOR_VARIANCES,
        source=correlations.FISHER_1915,
        scale="Fisher z",
    ),
    _regression(
        name="PCOR",
        equation=correlations.pcor,
        formula=correlations.PCOR,
        variances=correlations.PCOR_VARIANCES,
        source=correlations.ALOE_BECKER_2012,
    ),
    _regression(
        name="ZPCOR",
        equation=correlations.zpcor,
        formula=correlations.ZPCOR,
        variances=correlations.ZPCOR_VARIANCES,
        source=correlations.ALOE_BECKER_2012,
        scale="Fisher z",
    ),
    _regression(
        name="SPCOR",
        equation=correlations.spcor,
        formula=correlations.SPCOR,
        variances=correlations.SPCOR_VARIANCES,
        source=correlations.ALOE_BECKER_2012,
        columns=("n", "t", "predictors", "r2"),
    ),
    _scale(
        name="ARAW",
        equation=reliability.araw,
        formula=reliability.ARAW,
        variances=reliability.ARAW_VARIANCES,
        source=reliability.BONETT_2010,
    ),
    _scale(
        name="AHW",
        equation=reliability.ahw,
        formula=reliability.AHW,
        variances=reliability.AHW_VARIANCES,
        source=reliability.HAKSTIAN_WHALEN_1976,
        scale="Hakstian-Whalen",
    ),
    _scale(
        name="ABT",
        equation=reliability.abt,
        formula=reliability.ABT,
        variances=reliability.ABT_VARIANCES,
        source=reliability.BONETT_2002,
        scale="Bonett",
    ),
    Measure(
        name="GEN",
        design=designs.READY,
        columns=("y", "v"),
        equation=_ready,
        formula="estimate and SE as printed",
        variances={"LS": "SE² as given"},
        source=paired.HANDBOOK_CH6,
    ),
)

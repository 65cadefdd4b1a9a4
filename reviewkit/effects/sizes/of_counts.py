"""The measures of counts: tables, shares, and events over person-time."""

from __future__ import annotations

from functools import partial

from reviewkit.effects.equations import conversions, person_time, proportions, two_by_two
from reviewkit.effects.sizes import designs
from reviewkit.effects.sizes.measure import Measure

WILSON = "Wilson interval [PR + z²/(2n) ± z√(PR(1 - PR)/n + z²/(4n²))]/(1 + z²/n)"

_table = partial(
    Measure, design=designs.TABLE, columns=("events1", "others1", "events2", "others2")
)
_rates = partial(Measure, design=designs.RATES, columns=("events1", "time1", "events2", "time2"))
_share = partial(Measure, design=designs.SHARE, columns=("events", "others"))
_rate = partial(Measure, design=designs.RATE, columns=("events", "time"))

OF_COUNTS: tuple[Measure, ...] = (
    _table(
        name="RR",
        equation=two_by_two.rr,
        formula=two_by_two.RR,
        variances=two_by_two.RR_VARIANCES,
        source=two_by_two.KATZ_1978,
        scale="log",
        drop00=True,
    ),
    _table(
        name="OR",
        equation=two_by_two.odds,
        formula=two_by_two.OR,
        variances=two_by_two.OR_VARIANCES,
        source=two_by_two.WOOLF_1955,
        scale="log",
        drop00=True,
    ),
    _table(
        name="RD",
        equation=two_by_two.rd,
        formula=two_by_two.RD,
        variances=two_by_two.RD_VARIANCES,
        source=two_by_two.HANDBOOK_CH6,
    ),
    _table(
        name="AS",
        equation=two_by_two.arcsine_difference,
        formula=two_by_two.AS,
        variances=two_by_two.AS_VARIANCES,
        source=two_by_two.RUECKER_2009,
        add=0.0,
    ),
    _table(
        name="PETO",
        equation=two_by_two.peto,
        formula=two_by_two.PETO,
        variances=two_by_two.PETO_VARIANCES,
        source=two_by_two.YUSUF_1985,
        scale="log",
        drop00=True,
    ),
    _table(
        name="PHI",
        equation=two_by_two.phi,
        formula=two_by_two.PHI,
        variances=two_by_two.PHI_VARIANCES,
        source=two_by_two.YULE_1912,
        add=0.0,
    ),
    _table(
        name="YUQ",
        equation=two_by_two.yule_q,
        formula=two_by_two.YUQ,
        variances=two_by_two.YUQ_VARIANCES,
        source=two_by_two.YULE_1912,
        drop00=True,
    ),
    _table(
        name="YUY",
        equation=two_by_two.yule_y,
        formula=two_by_two.YUY,
        variances=two_by_two.YUY_VARIANCES,
        source=two_by_two.YULE_1912,
        drop00=True,
    ),
    _table(
        name="PBIT",
        equation=conversions.pbit,
        formula=conversions.PBIT,
        variances=conversions.PBIT_VARIANCES,
        source=conversions.SANCHEZ_MECA_2003,
        drop00=True,
    ),
    _table(
        name="OR2D",
        equation=conversions.or2d,
        formula=conversions.OR2D,
        variances=conversions.OR2D_VARIANCES,
        source=conversions.CHINN_2000,
        drop00=True,
    ),
    _table(
        name="OR2DL",
        equation=conversions.or2d,
        formula=conversions.OR2D,
        variances=conversions.OR2D_VARIANCES,
        source=conversions.CHINN_2000,
        drop00=True,
    ),
    _table(
        name="OR2DN",
        equation=conversions.or2dn,
        formula=conversions.OR2DN,
        variances=conversions.OR2DN_VARIANCES,
        source=conversions.SANCHEZ_MECA_2003,
        drop00=True,
    ),
    _rates(
        name="IRR",
        equation=person_time.irr,
        formula=person_time.IRR,
        variances=person_time.IRR_VARIANCES,
        source=person_time.BAGOS_2009,
        scale="log",
        drop00=True,
    ),
    _rates(
        name="IRD",
        equation=person_time.ird,
        formula=person_time.IRD,
        variances=person_time.IRD_VARIANCES,
        source=person_time.BAGOS_2009,
    ),
    _rates(
        name="IRSD",
        equation=person_time.irsd,
        formula=person_time.IRSD,
        variances=person_time.IRSD_VARIANCES,
        source=person_time.BAGOS_2009,
        add=0.0,
    ),
    _share(
        name="PR",
        equation=proportions.pr,
        formula=proportions.PR,
        variances=proportions.PR_VARIANCES,
        source=proportions.WILSON_1927,
        interval="wilson",
        interval_formula=WILSON,
    ),
    _share(
        name="PLN",
        equation=proportions.pln,
        formula=proportions.PLN,
        variances=proportions.PLN_VARIANCES,
        source=proportions.WARTON_HUI_2011,
        scale="log",
    ),
    _share(
        name="PLO",
        equation=proportions.plo,
        formula=proportions.PLO,
        variances=proportions.PLO_VARIANCES,
        source=proportions.WARTON_HUI_2011,
        scale="logit",
    ),
    _share(
        name="PAS",
        equation=proportions.pas,
        formula=proportions.PAS,
        variances=proportions.PAS_VARIANCES,
        source=proportions.RUECKER_2009,
        scale="arcsine",
        add=0.0,
    ),
    _share(
        name="PFT",
        equation=proportions.pft,
        formula=proportions.PFT,
        variances=proportions.PFT_VARIANCES,
        source=proportions.FREEMAN_TUKEY_1950,
        scale="double arcsine",
        add=0.0,
    ),
    _rate(
        name="IR",
        equation=person_time.ir,
        formula=person_time.IR,
        variances=person_time.IR_VARIANCES,
        source=person_time.BAGOS_2009,
    ),
    _rate(
        name="IRLN",
        equation=person_time.irln,
        formula=person_time.IRLN,
        variances=person_time.IRLN_VARIANCES,
        source=person_time.BAGOS_2009,
        scale="log",
    ),
    _rate(
        name="IRS",
        equation=person_time.irs,
        formula=person_time.IRS,
        variances=person_time.IRS_VARIANCES,
        source=person_time.BAGOS_2009,
        scale="square root",
        add=0.0,
    ),
    _rate(
        name="IRFT",
        equation=person_time.irft,
        formula=person_time.IRFT,
        variances=person_time.IRFT_VARIANCES,
        source=person_time.FREEMAN_TUKEY_1950,
        scale="double square root",
        add=0.0,
    ),
)

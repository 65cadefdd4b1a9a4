"""Effect sizes of many studies at once: the one way in to the equations."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.effects import inputs
from reviewkit.effects.equations.zero_cells import To
from reviewkit.effects.sizes.columns import Data
from reviewkit.effects.sizes.forms import complete
from reviewkit.effects.sizes.of_counts import OF_COUNTS
from reviewkit.effects.sizes.of_means import OF_MEANS
from reviewkit.effects.sizes.solving import Options, solve
from reviewkit.effects.sizes.values import EffectSizes
from reviewkit.errors import UnknownName

MEASURES = {measure.name: measure for measure in (*OF_MEANS, *OF_COUNTS)}
"""Every measure by its name."""


def effect_sizes(
    measure: str,
    data: Data,
    *,
    vtype: str | Sequence[str] = "LS",
    correct: bool | None = None,
    add: float | None = None,
    to: To = "only0",
    drop00: bool | None = None,
    r: float | None = None,
    labels: Sequence[str] | None = None,
    level: float = 0.95,
) -> EffectSizes:
    """Return the effect sizes of many studies, with their sampling variances.

    Two groups: MD, SMD, SMDH, SMD1, SMD1H, ROM, CVR, VR, RPB, RBIS, D2OR, D2ORL, D2ORN. Before
    and after, or pairs: MC, SMCC, SMCR, SMCRH, ROMC, CVRC, VRC. Tables: RR, OR, RD, AS, PETO, PHI,
    YUQ, YUY, PBIT, OR2D, OR2DL, OR2DN. Person-time: IRR, IRD, IRSD; IR, IRLN, IRS, IRFT. One group:
    PR, PLN, PLO, PAS, PFT; MN, MNLN, SMN, SDLN, CVLN. Correlations: COR, UCOR, ZCOR; in a
    regression PCOR, ZPCOR, SPCOR. Matched tables: MPRR, MPOR, MPRD, MPORC, MPPETO. Reliability:
    ARAW, AHW, ABT. Genotypes: REH. Ready-made: GEN.

    Parameters
    ----------
    measure
        Name of the measure, as in metafor.
    data
        Columns by name, in a mapping or a frame: those of the scalar functions (``n1 mean1 sd1``,
        ``events1 total1`` …) or metafor's (``n1i m1i sd1i``, ``ai n1i`` …). NaN and None are
        missing. For SMD ``d`` or ``t`` with the group sizes may stand instead; for MC and SMCC
        ``change`` and ``sd_change``; for correlations ``t``; for counts ``others`` (those without
        the event) or totals.
    vtype
        Type of the sampling variance, one for all or one a row: ``LS`` large-sample; ``LS2``,
        ``UB`` (unbiased), ``HO`` (equal variances), ``AV``, ``AVHO`` (averages over the studies),
        ``ST``, ``CS`` (fixed or free margins), where the measure has them.
    correct
        Whether to correct for bias: Hedges' J of standardised means (default true), Lajeunesse's
        term of ROM and ROMC (default false).
    add, to
        Continuity correction: what is added and where (`To`). By default 1/2 where a cell is 0,
        but nothing for AS, PHI, IRSD, PAS, PFT, IRS and IRFT, which need none.
    drop00
        Whether studies with no event in either group (or only events in both) are dropped. By
        default true for ratios (Cochrane Handbook 10.4.4.2), false for differences.
    r
        Correlation of the paired measurements, assumed for all studies that give none.
    labels
        Names of the rows; by default 1 to k, or the frame's index.
    level
        Coverage of the limits, a proportion.

    Returns
    -------
    EffectSizes
        One row a study. A row without an effect keeps its place and says why.

    Raises
    ------
    UnknownName
        If no measure goes by that name.
    ValueError
        For missing columns, impossible numbers (with their row) or options the measure has not.

    Notes
    -----
    Each equation and its DOI is in the result (`formula`, `source`); they are written once, in
    `reviewkit.effects.equations`. As metafor 3.8 (Viechtbauer 2010, doi:10.18637/jss.v036.i03),
    whose ``escalc`` gives the same `y` and `v`, but: `drop00` is true for ratios here; SMDH with
    ``LS2`` has the fourth powers of the SDs that metafor 3.8 leaves out (as metafor has had since
    4.0); from metafor 4.0 on the ``LS`` variances of SMDH and SMCRH lack J², and from 5.0 on ROM
    and ROMC are corrected by default.

    Examples
    --------
    >>> sizes = effect_sizes("SMD", {"n1": [10, 20], "mean1": [5.0, 4.0], "sd1": [2.0, 2.5],
    ...                              "n2": [12, 20], "mean2": [3.0, None], "sd2": [2.0, 2.5]})
    >>> sizes.y.round(4).tolist(), sizes.why_not
    ([0.9619, nan], (None, 'not given: mean2'))
    >>> tables = effect_sizes("OR", {"ai": [0, 4], "n1i": [10, 12], "ci": [3, 5], "n2i": [10, 11]})
    >>> tables.notes
    (('0.5 added to each count (a count is 0)',), ())
    """
    if measure not in MEASURES:
        raise UnknownName(measure, "measure", MEASURES)
    inputs.level(level)
    options = Options(vtype=vtype, correct=correct, add=add, to=to, drop00=drop00, level=level)
    rows = complete(MEASURES[measure], data, r=r)
    if labels is None:
        index = getattr(data, "index", None)
        labels = list(map(str, range(1, rows.k + 1) if index is None else index))
    if len(labels) != rows.k:
        raise ValueError(f"{len(labels)} labels for {rows.k} rows")
    return solve(MEASURES[measure], rows, options, labels=tuple(labels))


def over_r(
    measure: str,
    data: Data,
    *,
    over: Sequence[float],
    vtype: str | Sequence[str] = "LS",
    correct: bool | None = None,
    labels: Sequence[str] | None = None,
    level: float = 0.95,
) -> dict[float, EffectSizes]:
    """Return the effect sizes of paired measurements under each of several correlations.

    The correlation between before and after is almost never printed; the equations and sources are
    those of `effect_sizes` (Cochrane Handbook 6.5.2.8, doi:10.1002/9781119536604.ch6).

    Parameters
    ----------
    measure
        MC, SMCC, SMCR, SMCRH, ROMC, CVRC or VRC.
    data, vtype, correct, labels, level
        As in `effect_sizes`. Studies that give their own r keep it.
    over
        The correlations to try.

    Examples
    --------
    >>> koyama = {"n": [9], "mean_before": [0.085], "sd_before": [0.003],
    ...           "mean_after": [0.092], "sd_after": [0.001]}
    >>> for r, sizes in over_r("MC", koyama, over=(0.3, 0.5, 0.7)).items():
    ...     print(r, sizes.lower.round(4).tolist(), sizes.upper.round(4).tolist())
    0.3 [0.0048] [0.0092]
    0.5 [0.005] [0.009]
    0.7 [0.0051] [0.0089]
    """
    return {
        r: effect_sizes(
            measure, data, vtype=vtype, correct=correct, r=r, labels=labels, level=level
        )
        for r in over
    }

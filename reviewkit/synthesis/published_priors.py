"""Published priors of heterogeneity: what thousands of Cochrane meta-analyses showed.

Turner and others fitted log-normal distributions to τ² of log odds ratios (their table IV), Rhodes
and others log-t distributions with 5 degrees of freedom to τ² of standardised mean differences
(their tables 3, A.3.1 and A.3.2), by type of outcome, comparison and, for the second, medical area.

The papers' tables were not at hand. The values were read in two transcriptions made independently,
those of the R packages bayesmeta and rnmamod, and are given where the two agree and the tables do
not contradict each other; what does not is in `DOUBTFUL` and refused.
"""

from __future__ import annotations

from typing import Literal, get_args

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.priors import LogNormal, LogT

TURNER_2015 = "10.1002/sim.6381"
RHODES_2015 = "10.1016/j.jclinepi.2014.08.012"

Outcome = Literal[
    "all-cause mortality",
    "obstetric",
    "cause-specific mortality or major morbidity",
    "resource use",
    "surgical or device success",
    "withdrawals",
    "internal structure",
    "general physical health",
    "adverse events",
    "infection or new disease",
    "signs or symptoms",
    "pain",
    "quality of life",
    "mental health",
    "biological markers",
    "subjective",
]
Comparison = Literal[
    "pharmacological vs placebo",
    "pharmacological vs pharmacological",
    "non-pharmacological vs placebo",
    "non-pharmacological vs pharmacological",
    "non-pharmacological vs non-pharmacological",
]
Area = Literal["other", "respiratory", "cancer"]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
COMPARISONS: tuple[Comparison, ...] = get_args(Comparison)

TURNER_GENERAL = (-2.56, 1.74)
"""Location and scale for a general setting, without regard to outcome and comparison."""

TURNER_LOCATIONS = (
    (-3.95, -4.18, -4.17, -2.92, -3.50),
    (-3.52, -3.75, -3.74, -2.49, -3.08),
    (-3.71, -3.95, -3.93, -2.68, -3.27),
    (-2.34, -2.58, -2.56, -1.31, -1.90),
    (-2.14, -2.37, -2.36, -1.11, -1.69),
    (-2.99, -3.23, -3.21, -1.96, -2.55),
    (-2.71, -2.94, -2.93, -1.67, -2.26),
    (-2.29, -2.53, -2.51, -1.26, -1.85),
    (-1.87, -2.10, -2.10, -0.84, -1.43),
    (-2.49, -2.73, -2.71, -1.46, -2.05),
    (-2.06, -2.29, -2.28, -1.03, -1.61),
    (-1.83, -2.06, -2.05, -0.80, -1.38),
    (-2.54, -2.78, -2.77, -1.51, -2.10),
    (-2.12, -2.35, -2.34, -1.09, -1.67),
    (-1.77, -2.00, -1.99, -0.74, -1.33),
    (-2.70, -2.93, -2.92, -1.67, -2.26),
)
"""Rows as `OUTCOMES`, columns as `COMPARISONS`."""

TURNER_SCALES = (
    (1.34, 1.41, 1.55, 1.02, 1.26),
    (1.74, 1.79, 1.91, 1.50, 1.68),
    (1.74, 1.79, 1.91, 1.51, 1.68),
    (1.74, 1.79, 1.91, 1.50, 1.68),
    (1.74, 1.79, 1.91, 1.50, 1.68),
    (1.74, 1.79, 1.91, 1.51, 1.68),
    (1.74, 1.79, 1.92, 1.51, 1.68),
    (1.53, 1.58, 1.72, 1.25, 1.46),
    (1.52, 1.58, 1.71, 1.24, 1.45),
    (1.52, 1.58, 1.71, 1.24, 1.45),
    (1.51, 1.58, 1.71, 1.24, 1.45),
    (1.52, 1.58, 1.71, 1.25, 1.45),
    (1.54, 1.60, 1.73, 1.27, 1.47),
    (1.53, 1.60, 1.72, 1.27, 1.47),
    (1.52, 1.58, 1.71, 1.24, 1.45),
    (1.52, 1.58, 1.71, 1.25, 1.45),
)

RHODES_GENERAL = (-3.44, 2.59)

RHODES_ROWS: dict[Outcome, int] = {
    "obstetric": 0,
    "resource use": 1,
    "internal structure": 2,
    "general physical health": 3,
    "adverse events": 3,
    "pain": 3,
    "quality of life": 3,
    "signs or symptoms": 4,
    "infection or new disease": 4,
    "mental health": 5,
    "biological markers": 6,
    "subjective": 7,
}
"""Rows of the tables below; four of Turner's outcomes are one here, and four more are missing."""

RHODES_LOCATIONS: dict[Area, tuple[tuple[float, float, float], ...]] = {
    "other": (
        (-4.13, -4.40, -3.99),
        (-2.55, -2.83, -2.41),
        (-2.43, -2.70, -2.29),
        (-3.16, -3.44, -3.02),
        (-3.00, -3.27, -2.86),
        (-2.99, -3.27, -3.85),
        (-3.41, -3.68, -3.27),
        (-2.76, -3.03, -2.62),
    ),
    "respiratory": (
        (-6.03, -6.31, -5.89),
        (-4.46, -4.73, -4.32),
        (-4.33, -4.61, -4.19),
        (-5.07, -5.34, -4.93),
        (-4.90, -5.18, -4.76),
        (-4.90, -5.17, -4.76),
        (-5.31, -5.59, -5.17),
        (-4.66, -4.94, -4.52),
    ),
    "cancer": (
        (-1.57, -1.85, -1.43),
        (-0.01, -0.27, 0.15),
        (-0.13, -0.14, 0.27),
        (-0.60, -0.88, -0.46),
        (-0.44, -0.71, -0.30),
        (-0.43, -0.71, -0.29),
        (-0.85, -1.13, -0.71),
        (-0.20, -0.48, -0.06),
    ),
}
"""Columns: pharmacological against placebo, against another, any that is not pharmacological."""

RHODES_SCALES: dict[Area, tuple[tuple[float, float, float], ...]] = {
    "other": (
        (2.34, 2.31, 2.11),
        (2.73, 2.70, 2.57),
        (2.50, 2.46, 2.32),
        (2.50, 2.44, 2.27),
        (2.50, 2.47, 2.33),
        (2.16, 2.14, 1.93),
        (2.83, 2.78, 2.66),
        (2.58, 2.59, 2.41),
    ),
    "respiratory": (
        (2.36, 2.31, 2.21),
        (2.74, 2.70, 2.57),
        (2.51, 2.46, 2.33),
        (2.51, 2.45, 2.28),
        (2.50, 2.47, 2.33),
        (2.17, 2.14, 1.94),
        (2.83, 2.78, 2.66),
        (2.59, 2.59, 2.41),
    ),
    "cancer": (
        (2.45, 2.41, 2.24),
        (2.83, 2.79, 2.68),
        (2.61, 2.56, 2.45),
        (2.61, 2.55, 2.40),
        (2.60, 2.57, 2.46),
        (2.28, 2.25, 2.08),
        (2.93, 2.87, 2.78),
        (2.68, 2.68, 2.53),
    ),
}

DOUBTFUL: dict[tuple[Area, int, int], str] = {
    ("other", 5, 2): "both transcriptions have -3.85, the tables of the other areas imply -2.85",
    ("cancer", 1, 0): "the transcriptions have 0.01 and -0.01",
    ("cancer", 2, 0): "both transcriptions have -0.13, the tables of the other areas imply 0.13",
}


def turner(outcome: Outcome | None = None, comparison: Comparison | None = None) -> LogNormal:
    """Return the prior of τ for log odds ratios (Turner and others 2015).

    Parameters
    ----------
    outcome, comparison
        Type of outcome, and what is compared; None for both: a general setting.

    Raises
    ------
    ValueError
        For a name that the tables do not have, or only one of the two.

    Notes
    -----
    Turner, Jackson, Wei, Thompson & Higgins 2015, doi:10.1002/sim.6381, table IV.

    Examples
    --------
    >>> prior = turner("pain", "non-pharmacological vs placebo")
    >>> round(prior.quantile(0.5), 3), round(prior.quantile(0.975), 3)
    (0.359, 1.917)
    """
    if outcome is None and comparison is None:
        location, scale = TURNER_GENERAL
        about = "log odds ratios in general"
    else:
        row, column = _place(outcome, comparison)
        location, scale = TURNER_LOCATIONS[row][column], TURNER_SCALES[row][column]
        about = f"log odds ratios, {outcome}, {comparison}"
    return LogNormal.of_tau2(location, scale, source=TURNER_2015, about=about)


def rhodes(
    outcome: Outcome | None = None,
    comparison: Comparison | None = None,
    *,
    area: Area = "other",
) -> LogT:
    """Return the prior of τ for standardised mean differences (Rhodes and others 2015).

    Parameters
    ----------
    outcome, comparison
        Type of outcome, and what is compared; None for both: a general setting.
    area
        Medical area: ``respiratory``, ``cancer`` or ``other``.

    Raises
    ------
    ValueError
        For a name that the tables do not have, or only one of the two.
    NotEstimable
        Where the value could not be read with certainty.

    Notes
    -----
    Rhodes, Turner & Higgins 2015, doi:10.1016/j.jclinepi.2014.08.012, tables 3, A.3.1 and A.3.2.

    Examples
    --------
    >>> prior = rhodes("pain", "non-pharmacological vs placebo")
    >>> round(prior.quantile(0.5), 3), round(prior.quantile(0.975), 3)
    (0.221, 4.086)
    """
    if outcome is None and comparison is None:
        location, scale = RHODES_GENERAL
        return LogT.of_tau2(
            location, scale, source=RHODES_2015, about="standardised mean differences in general"
        )
    _, position = _place(outcome, comparison)
    row, column = RHODES_ROWS.get(_outcome(outcome)), min(position, 2)
    if row is None:
        raise ValueError(f'no prior of "{outcome}"; there are {", ".join(RHODES_ROWS)}')
    if area not in RHODES_LOCATIONS:
        raise ValueError(f'area is one of {", ".join(RHODES_LOCATIONS)}, not "{area}"')
    if (area, row, column) in DOUBTFUL:
        raise NotEstimable(
            f"the published prior could not be read with certainty: "
            f"{DOUBTFUL[area, row, column]}; give the parameters yourself"
        )
    return LogT.of_tau2(
        RHODES_LOCATIONS[area][row][column],
        RHODES_SCALES[area][row][column],
        source=RHODES_2015,
        about=f"standardised mean differences, {outcome}, {comparison}, {area}",
    )


def _place(outcome: Outcome | None, comparison: Comparison | None) -> tuple[int, int]:
    if comparison not in COMPARISONS:
        raise ValueError(f'comparison is one of {", ".join(COMPARISONS)}, not "{comparison}"')
    return OUTCOMES.index(_outcome(outcome)), COMPARISONS.index(comparison)


def _outcome(outcome: Outcome | None) -> Outcome:
    if outcome not in OUTCOMES:
        raise ValueError(f'outcome is one of {", ".join(OUTCOMES)}, not "{outcome}"')
    return outcome

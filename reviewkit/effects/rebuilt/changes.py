"""The SD of a change from the correlation, and the correlation from the SD of a change.

Cochrane Handbook 6.5.2.8, doi:10.1002/9781119536604.ch6. A correlation from one study of the same
outcome and span may be tried in another; say so, and range over others.
"""

from __future__ import annotations

from reviewkit.effects import inputs, means
from reviewkit.effects.rebuilt.value import Number, Rebuilt, derived
from reviewkit.errors import NotEstimable

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""


def sd_of_change(sd_before: Number, sd_after: Number, r: Number) -> Rebuilt:
    """Return the SD of the change, ``√(SD_before² + SD_after² - 2·r·SD_before·SD_after)``.

    Examples
    --------
    >>> float(sd_of_change(3.0, 4.0, r=0.0))
    5.0
    """
    value = means.sd_change(float(sd_before), float(sd_after), float(r))
    return derived(
        "sd_change",
        value,
        formula="SD_change = √(SD_before² + SD_after² - 2·r·SD_before·SD_after)",
        source=HANDBOOK_CH6,
        assumes=(f"the correlation between before and after is {float(r):g}",),
        sd_before=sd_before,
        sd_after=sd_after,
        r=r,
    )


def r_from_sd_change(sd_before: Number, sd_after: Number, sd_change: Number) -> Rebuilt:
    """Return the correlation, ``(SD_before² + SD_after² - SD_change²)/(2·SD_before·SD_after)``.

    Raises
    ------
    NotEstimable
        If an SD is 0, or the three SDs fit no correlation between -1 and 1 (by their rounding, or
        because one of them is an SE or of other people).

    Examples
    --------
    >>> round(float(r_from_sd_change(3.0, 4.0, 3.0)), 4)
    0.6667
    """
    before, after, change = float(sd_before), float(sd_after), float(sd_change)
    inputs.standard_deviation(sd_before=before, sd_after=after, sd_change=change)
    if before == 0 or after == 0:
        raise NotEstimable("an SD is 0, so nothing is correlated with that measurement")
    r = (before**2 + after**2 - change**2) / (2 * before * after)
    if not -1 <= r <= 1:
        raise NotEstimable(
            f"SDs of {before:g}, {after:g} and {change:g} fit no correlation: it would be {r:.2f}"
        )
    return derived(
        "r",
        r,
        formula="r = (SD_before² + SD_after² - SD_change²)/(2·SD_before·SD_after)",
        source=HANDBOOK_CH6,
        assumes=("the three SDs are of the same people",),
        sd_before=sd_before,
        sd_after=sd_after,
        sd_change=sd_change,
    )

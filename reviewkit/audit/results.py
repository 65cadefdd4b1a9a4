"""The audit of recorded results: the one module of this package that knows records."""

from __future__ import annotations

from reviewkit import display
from reviewkit.audit.grim import percentage_fits, totals_that_fit
from reviewkit.records import Study

#: How far from a printed total others are looked for, that would explain a percentage.
WINDOW = 20


def percentage_flag(study: Study, name: str) -> str | None:
    """Say if a printed percentage fits none of the head counts it could be a share of.

    The denominators are the readings recorded for the result, or its printed total. GRIM for
    percentages (Brown & Heathers 2017, doi:10.1177/1948550616673876) by interval arithmetic. None
    where it fits, or where no misfit could be seen at this precision.
    """
    result = study.results[name]
    if result.percent is None or not result.percent.exact:
        return None
    readings = result.readings.get("denominator")
    options = readings.admissible if readings else ()
    totals = [int(option.replace(",", "")) for option in options]
    if not totals and result.total is not None:
        totals = [int(result.total)]
    fits = [percentage_fits(result.percent.text, total) for total in totals]
    if not fits or any(fit.fits or not fit.informative for fit in fits):
        return None
    nearby = totals_that_fit(result.percent.text, totals[0], window=WINDOW)
    counts = display.joined([str(total) for total in totals], last="or")
    explained = display.joined([str(fit.total) for fit in nearby], last="or")
    shown = "; ".join(
        f"{fit.below[0]} of {fit.total} is {fit.below[1]:.2f}% and {fit.above[0]} is "
        f"{fit.above[1]:.2f}%"
        for fit in fits
        if fit.below and fit.above
    )
    text = f"{result.percent}% is the share of no whole number of {counts} ({shown})"
    return f"{text}; totals nearby that it would fit: {explained}" if nearby else text

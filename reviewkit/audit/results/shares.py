"""Percentages against their counts, or against the people that they are of."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit import display
from reviewkit.audit.counts import share_fits
from reviewkit.audit.grim import WINDOW, percentage_fits, share_of_any, totals_that_fit
from reviewkit.audit.results.check import Check
from reviewkit.audit.results.subject import Subject
from reviewkit.records import Study


def checks(subject: Subject) -> Iterator[Check]:
    """Yield each percentage against its count, or against the people that it is of."""
    result = subject.result
    if result.percent is not None and result.percent.exact:
        if result.events is not None and result.total is not None:
            fit = share_fits(int(result.events), int(result.total), result.percent)
            yield subject.check("A102", fit, "percent")
        elif totals := subject.totals():
            yield subject.check("A101", share_of_any(result.percent, totals), "percent")
    for arm, group in result.groups.items():
        own = group.total or group.n
        total = subject.arm_n(arm) if own is None else int(own)
        if group.percent is None or not group.percent.exact or total is None:
            continue
        where = ("groups", arm, "percent")
        if group.events is not None:
            yield subject.check("A102", share_fits(int(group.events), total, group.percent), *where)
        else:
            code = "A103" if own is None else "A101"
            yield subject.check(code, share_of_any(group.percent, [total]), *where)


def percentage_flag(study: Study, name: str) -> str | None:
    """Say if a printed percentage fits none of the head counts it could be a share of.

    The denominators are the readings recorded for the result, or its printed total. GRIM for
    percentages (Brown & Heathers 2017, doi:10.1177/1948550616673876) by interval arithmetic. None
    where it fits, or where no misfit could be seen at this precision.
    """
    result = study.results[name]
    if result.percent is None or not result.percent.exact:
        return None
    totals = Subject(study, name).totals()
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

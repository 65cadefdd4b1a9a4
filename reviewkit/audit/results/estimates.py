"""An estimate against its interval, its p, its scale, and the subgroups that it is pooled from."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.audit.ends import difference_within
from reviewkit.audit.intervals import centred, interval_p
from reviewkit.audit.means import smd_of_people
from reviewkit.audit.results.check import Check
from reviewkit.audit.results.subject import Subject
from reviewkit.audit.sums import pool_fits
from reviewkit.records import RATIOS, Estimate
from reviewkit.reported import parse

#: Measures whose interval is not symmetric on any scale that is used here.
_ASKEW = frozenset({"r", "RRR"})
#: Measures in units of the scale that was answered on.
_IN_UNITS = frozenset({"MD", "MC"})


def checks(subject: Subject) -> Iterator[Check]:
    """Yield an estimate against all that is printed beside it."""
    estimate = subject.result.estimate
    if estimate is None or not estimate.value.exact:
        return
    if estimate.measure == "SMD":
        yield subject.check("A305", smd_of_people(estimate.value), "estimate", "value")
    scale = subject.result.scale
    if scale is not None and scale.ends is not None and estimate.measure in _IN_UNITS:
        fit = difference_within(estimate.value, *scale.ends)
        yield subject.check("A401", fit, "estimate", "value")
    yield from _parts(subject, estimate)
    yield from _interval(subject, estimate)


def _parts(subject: Subject, estimate: Estimate) -> Iterator[Check]:
    parts = [subject.study.results[part].estimate for part in subject.result.parts]
    values = [part.value for part in parts if part is not None and part.value.exact]
    if len(parts) >= 2 and len(values) == len(parts):  # noqa: PLR2004
        yield subject.check("A306", pool_fits(estimate.value, values), "estimate", "value")


def _interval(subject: Subject, estimate: Estimate) -> Iterator[Check]:
    low, high = estimate.lower, estimate.upper
    if low is None or high is None or not (low.exact and high.exact):
        return
    ratio = estimate.measure in RATIOS
    if estimate.measure in _ASKEW or low.value >= high.value:
        return
    if ratio and min(low.value, estimate.value.value) <= 0:
        return
    fit = centred(estimate.value, low, high, ratio=ratio)
    yield subject.check("A301", fit, "estimate", "value")
    if subject.p is not None:
        level = estimate.level if estimate.level is not None else parse("95")
        fit = interval_p(estimate.value, low, high, subject.p, ratio=ratio, level=level)
        yield subject.check("A206", fit, "p")

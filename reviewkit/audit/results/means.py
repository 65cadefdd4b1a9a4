"""Means against one another, their spreads and their p."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewkit.audit.fit import Fit
from reviewkit.audit.means import change_p, groups_p, read_both, spread_of_people
from reviewkit.audit.results.check import Check
from reviewkit.audit.results.subject import PAIR, Read, Subject, mean_of
from reviewkit.audit.sums import change_fits, percent_change_fits
from reviewkit.records import Moment
from reviewkit.reported import Reported


def checks(subject: Subject) -> Iterator[Check]:
    """Yield changes against their ends, p values of means, and spreads too small for people."""
    result = subject.result
    for path, holder in subject.holders():
        means = _exact_means(holder.before, holder.after, holder.change)
        if len(means) == 3:  # noqa: PLR2004
            yield subject.check("A302", change_fits(*means), *path, "change", "mean")
    yield from _percent(subject)
    if len(subject.pair) == PAIR and result.contrast in {"between-arms", "association"}:
        yield from _two_groups(subject)
    elif result.contrast == "within-arm" and not result.groups:
        n = subject.people()
        read = [mean_of(moment, n) for moment in (result.before, result.after)]
        yield from _compared(subject, read, ("after",), change_p)


def _percent(subject: Subject) -> Iterator[Check]:
    """Yield a change in percent against the means that it is the change of."""
    result = subject.result
    estimate = result.estimate
    if estimate is None or estimate.measure != "percent change" or not estimate.value.exact:
        return
    means = _exact_means(result.before, result.after)
    if len(means) == PAIR and means[0].interval[0] > 0:
        fit = percent_change_fits(means[0], means[1], estimate.value)
        yield subject.check("A307", fit, "estimate", "value")


def _two_groups(subject: Subject) -> Iterator[Check]:
    which = "change" if all(group.change for _, group in subject.pair) else "after"
    read = [
        mean_of(getattr(group, which), subject.group_n(arm, group)) for arm, group in subject.pair
    ]
    yield from _compared(subject, read, ("groups", subject.pair[0][0], which), groups_p)


def _compared(
    subject: Subject, read: list[Read], path: tuple[str, ...], test: Callable[..., Fit]
) -> Iterator[Check]:
    """Yield two means against their spreads and their p, a ± as it is read in the record."""
    (first, second) = read
    if first is None or second is None:
        return
    (one, field), (other, _) = first, second
    settled = subject.spread_means if field == "spread" else None
    kind = settled or field
    if kind != "se" and settled is None:
        fit = spread_of_people(one, other, paired=test is change_p)
        yield subject.check("A304", fit, *path, field)
    if subject.p is not None:
        yield subject.check("A205", read_both(test, one, other, subject.p, kind), "p")


def _exact_means(*moments: Moment | None) -> list[Reported]:
    """Return the means that are printed as numbers, of the moments that are there."""
    return [m.mean for m in moments if m is not None and m.mean is not None and m.mean.exact]

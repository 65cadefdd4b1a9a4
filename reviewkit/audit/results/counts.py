"""The p of two groups' counts, and the arms against the people of the study."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reviewkit.audit.counts import TwoCounts, counts_p, fewer_people
from reviewkit.audit.results.check import Check
from reviewkit.audit.results.subject import PAIR, SEPARATE, Subject
from reviewkit.audit.sums import arms_fit
from reviewkit.records import Missing, Study
from reviewkit.reported import Reported


def checks(subject: Subject) -> Iterator[Check]:
    """Yield the p of two groups' counts."""
    pair = [
        (int(group.events), int(total))
        for _, group in subject.pair
        if group.events is not None and (total := group.total or group.n) is not None
    ]
    if subject.p is None or len(pair) != PAIR or subject.result.contrast != "between-arms":
        return
    (events1, total1), (events2, total2) = pair
    if not total1 or not total2:
        return
    table = TwoCounts(events1=events1, total1=total1, events2=events2, total2=total2)
    fit = counts_p(table, subject.p)
    if not fit.fits:
        fewer = _elsewhere(subject, table, subject.p)
        fit = replace(fit, explanations=(*fewer, *fit.explanations))
    yield subject.check("A204", fit, "p")


def arms(study: Study) -> Iterator[Check]:
    """Yield arms of different people that are all there, or more than the study has.

    Records leave out arms that no claim is about, so fewer people in the arms say nothing.
    """
    sizes = [arm.n for arm in study.arms.values()]
    known = [int(n) for n in sizes if not isinstance(n, Missing)]
    if study.design.type not in SEPARATE or len(known) < len(sizes) or len(known) < PAIR:
        return
    counts = study.population.n
    totals = [
        int(count)
        for count in (counts.randomised, counts.enrolled, counts.analysed)
        if count is not None and not isinstance(count, Missing)
    ]
    if totals and (sum(known) in totals or sum(known) > max(totals)):
        total = sum(known) if sum(known) in totals else max(totals)
        yield Check(code="A303", path=("arms",), fit=arms_fit(known, total))


def _elsewhere(subject: Subject, table: TwoCounts, p: Reported) -> Iterator[str]:
    """Say which fewer people another result, with the same p, gives the shares of."""
    own = subject.result
    for name, other in subject.study.results.items():
        same = (other.outcome, other.arm, other.versus, other.contrast) == (
            own.outcome,
            own.arm,
            own.versus,
            own.contrast,
        )
        if name == subject.name or not same or not _same_p(other.p, p):
            continue
        shares = [
            group.percent
            for arm in (other.arm, other.versus)
            if (group := other.groups.get(arm or "")) is not None
            and group.percent is not None
            and group.percent.exact
        ]
        if len(shares) != PAIR:
            continue
        for fewer in fewer_people(table, p, (shares[0], shares[1])):
            yield (
                f"fewer people: {fewer} gives this p, and the {shares[0]}% and {shares[1]}% "
                f"of {name}"
            )


def _same_p(one: Reported | Missing, other: Reported) -> bool:
    if isinstance(one, Missing):
        return False
    return (one.value, one.relation) == (other.value, other.relation)

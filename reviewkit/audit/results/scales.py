"""Means and spreads against the scale that people answered on: its ends, and its whole numbers.

What a later test would repeat is not run: where a mean is that of no whole answers, no spread can
go with it; and ones and zeros are DEBIT's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewkit.audit.debit import debit
from reviewkit.audit.ends import difference_within, mean_within, spread_within
from reviewkit.audit.fit import Fit
from reviewkit.audit.grim import mean_fits
from reviewkit.audit.grimmer import grimmer
from reviewkit.audit.results.check import Check
from reviewkit.audit.results.subject import Subject
from reviewkit.audit.sprite import sprite
from reviewkit.records import Missing
from reviewkit.records.result import Moment
from reviewkit.records.scale import Scale
from reviewkit.reported import Reported

#: Widest scale, in steps of an answer, and most people, that samples are searched for: beyond
#: them a mean and an SD of whole numbers rule out next to nothing, and the search is long.
MOST_STEPS, MOST_PEOPLE = 100, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spread:
    """A spread as printed, and whether a named SD or a ± that may be one."""

    number: Reported
    named: bool
    field: str

    def code(self, named: str) -> str:
        """The code of a misfit: of a ± it supposes that it is an SD."""
        return named if self.named else "A406"


def checks(subject: Subject) -> Iterator[Check]:
    """Yield each mean and spread against the scale of the result."""
    scale = subject.result.scale
    if scale is None:
        return
    for path, moment in subject.result.moments():
        if moment.mean is None or not moment.mean.exact:
            continue
        yield from _of_moment(subject, scale, path, moment, moment.mean)


def _of_moment(
    subject: Subject, scale: Scale, path: tuple[str, ...], moment: Moment, mean: Reported
) -> Iterator[Check]:
    change = path[-1] == "change"
    if scale.ends is not None:
        within = difference_within if change else mean_within
        fit: Fit = within(mean, *scale.ends)
        yield subject.check("A401", fit, *path, "mean")
        if not fit.fits:
            return
    spread = _spread(subject, moment)
    if spread is not None and not change:
        yield from _beyond(subject, scale, path, mean, spread)
    n, items = subject.people_of(path, moment), scale.averaged
    if n is None or n < 1 or items is None:
        return
    whole = mean_fits(mean, n, items=items)
    yield subject.check("A402", whole, *path, "mean")
    if whole.fits and spread is not None and n > 1:
        yield from _of_spread(subject, scale, path, (mean, spread, n, items))


def _beyond(
    subject: Subject, scale: Scale, path: tuple[str, ...], mean: Reported, spread: _Spread
) -> Iterator[Check]:
    least, most = (None if isinstance(e, Missing) else e for e in (scale.least, scale.most))
    if least is not None or most is not None:
        fit = spread_within(mean, spread.number, least, most)
        yield subject.check("A407", fit, *path, spread.field)


def _of_spread(
    subject: Subject,
    scale: Scale,
    path: tuple[str, ...],
    given: tuple[Reported, _Spread, int, int],
) -> Iterator[Check]:
    """Yield whether whole answers can have this mean and this spread."""
    mean, spread, n, items = given
    where = (*path, spread.field)
    answers = _answers(scale, change=path[-1] == "change")
    if answers == (0, 1) and items == 1:
        yield subject.check(spread.code("A404"), debit(mean, spread.number, n), *where)
        return
    squares = grimmer(mean, spread.number, n, items=items)
    yield subject.check(spread.code("A403"), squares, *where)
    if answers is None or not squares.fits:
        return
    if (answers[1] - answers[0]) * items <= MOST_STEPS and n <= MOST_PEOPLE:
        found = sprite(mean, spread.number, n, scale=answers, items=items)
        yield subject.check(spread.code("A405"), found, *where)


def _answers(scale: Scale, *, change: bool) -> tuple[int, int] | None:
    """The lowest and the highest whole answer, or change of one; None where that is not known."""
    if scale.ends is None or any(end.value % 1 for end in scale.ends):
        return None
    low, high = (int(end.value) for end in scale.ends)
    return (low - high, high - low) if change else (low, high)


def _spread(subject: Subject, moment: Moment) -> _Spread | None:
    """The SD as printed, or a ± that the record does not read as a standard error alone."""
    if moment.sd is not None and moment.sd.exact:
        return _Spread(number=moment.sd, named=True, field="sd")
    spread = moment.spread
    if spread is None or not spread.exact or subject.spread_means == "se":
        return None
    return _Spread(number=spread, named=subject.spread_means == "sd", field="spread")

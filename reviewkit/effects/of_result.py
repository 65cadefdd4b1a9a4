"""From a recorded result to an effect: the one module of this package that knows records.

What a paper prints decides the measure. Nothing is imputed in silence: each effect carries the
numbers as printed with the place of each, what was assumed, and the readings it was made under.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict

from reviewkit.effects.choices import Specification
from reviewkit.effects.groups import md, smd
from reviewkit.effects.means import mean_change, mean_change_from_sd_change, sd_from_se
from reviewkit.effects.people import people_behind
from reviewkit.effects.proportions import proportion
from reviewkit.effects.result_effect import Printed, ResultEffect, unit_of_measure
from reviewkit.effects.standardised import smcc, smcc_from_sd_change
from reviewkit.effects.tables import risk_ratio
from reviewkit.effects.values import Effect, Interval
from reviewkit.effects.wald import generic, generic_from_interval, generic_from_p
from reviewkit.errors import NotEstimable
from reviewkit.records import COMPARE, PAIRED, RATIOS, Estimate, Group, Missing, Moment, Study
from reviewkit.reported import Reported
from reviewkit.source import Steps

#: Coverage of the intervals that certainty is judged by.
LEVEL = 0.95


class _Paired(TypedDict):
    """What the kernels of paired measurements take."""

    n: int
    mean_before: float
    sd_before: float
    mean_after: float
    sd_after: float
    r: float


class _NotPrinted(Exception):
    """A number that an effect needs is not there; says which."""


def effect_of(study: Study, name: str, specification: Specification) -> ResultEffect:
    """Return the effect of one result under one specification.

    Parameters
    ----------
    study : Study
    name : str
        The result's name within the study.
    specification : mapping of str to str
        The option taken for each choice of `choices_of`.

    Notes
    -----
    The first of these that the printed numbers allow: an estimate with its interval; events of
    two groups (RR); means of two groups (MD; of the changes where they are printed, else of the
    values afterwards); the change of one group (MC); a share of one group (PR). Otherwise the
    direction alone, with the reason.
    """
    return _Reader(study, name, specification).read()


class _Reader:
    def __init__(self, study: Study, name: str, specification: Specification) -> None:
        self.study = study
        self.name = name
        self.result = study.results[name]
        self.specification = specification
        self.printed: list[Printed] = []
        self.assumed: list[str] = []

    def read(self) -> ResultEffect:
        result = self.result
        people = people_behind(self.study, result)
        n = people.n
        self.assumed += people.assumed
        effect: Effect | None = None
        standardised: Effect | None = None
        why_not: str | None = None
        try:
            effect, standardised = self._effect(n)
        except (NotEstimable, _NotPrinted) as reason:
            why_not = str(reason)
        except OverflowError:
            why_not = "the numbers printed are too large to be computed with"
        direction = str(result.direction)
        against = result.reversed and effect is not None and effect.scale == "log"
        if effect is not None and result.reversed and effect.measure != "PR" and not against:
            effect = effect.turned()
            standardised = standardised.turned() if standardised is not None else None
            self.assumed.append("the printed numbers rise as the outcome falls: the sign is turned")
        if effect is not None:
            effect = replace(effect, assumptions=(*effect.assumptions, *self.assumed))
            if effect.measure != "PR" and effect.estimate != 0:
                rises = (effect.estimate > 0) is not against
                direction = "increases" if rises else "decreases"
        return ResultEffect(
            ref=f"{self.study.id}#{self.name}",
            study=self.study.id,
            effect=effect,
            standardised=standardised,
            unit=unit_of_measure(effect.measure, result.unit) or "" if effect is not None else "",
            direction=direction,
            n=n,
            n_basis=people.basis,
            reversed=against,
            why_not=why_not,
            printed=tuple(self.printed),
        )

    def _effect(self, n: int | None) -> tuple[Effect, Effect | None]:
        result = self.result
        if result.estimate is not None:
            effect = self._printed_estimate(result.estimate, n)
            return effect, effect if effect.measure == "SMD" else None
        if result.groups and result.versus:
            return self._two_groups(n)
        one_group = result.change is not None or result.before is not None
        if one_group and result.contrast in COMPARE:
            raise _NotPrinted("what is printed is of one group, not of the comparison")
        if result.change is not None or (result.before is not None and result.after is not None):
            return self._one_group(n)
        if result.events is not None or result.percent is not None:
            return self._share(n), None
        raise _NotPrinted("no number is printed from which an effect could be computed")

    # -- what the source computed itself -----------------------------------------------------

    def _printed_estimate(self, estimate: Estimate, n: int | None) -> Effect:
        if estimate.lower is None or estimate.upper is None:
            return self._from_p(estimate, n)
        value = self._number("estimate", estimate.value, ("estimate", "value"))
        lower = self._number("lower limit", estimate.lower, ("estimate", "lower"))
        upper = self._number("upper limit", estimate.upper, ("estimate", "upper"))
        measure: str = estimate.measure
        if measure == "RRR":
            value, lower, upper = (1 - percent / 100 for percent in (value, upper, lower))
            measure = "RR"
            self.assumed.append("a relative risk reduction of R% is the risk ratio 1 − R/100")
        if not lower <= value <= upper:
            raise _NotPrinted(f"the {estimate.measure} as rounded lies outside its interval")
        if measure in RATIOS and lower <= 0:
            raise _NotPrinted(f"a limit of 0 leaves the {measure} without a logarithm")
        level = self._take("level", estimate.level, ("estimate", "level"))
        if level is None:
            self.assumed.append("the interval is taken as a 95% interval; its level is not printed")
        effect = generic_from_interval(
            estimate=value,
            lower=lower,
            upper=upper,
            level=LEVEL if level is None else level / 100,
            scale="log" if measure in RATIOS else "raw",
            n=n,
        )
        return replace(effect, measure=measure, ci=self._at_95(effect, estimate))

    def _from_p(self, estimate: Estimate, n: int | None) -> Effect:
        """A printed estimate without an interval: its SE from an exact p, if one is printed."""
        p = self.result.p
        if isinstance(p, Missing) or not p.exact or estimate.measure in {"percent change", "RRR"}:
            raise _NotPrinted(
                f"the {estimate.measure} is printed without an interval or an exact p"
            )
        value = self._number("estimate", estimate.value, ("estimate", "value"))
        if estimate.measure in RATIOS and value <= 0:
            raise _NotPrinted(f"a {estimate.measure} of 0 has no logarithm")
        effect = generic_from_p(
            estimate=value,
            p=self._number("p", p, ("p",)),
            scale="log" if estimate.measure in RATIOS else "raw",
            n=n,
        )
        return replace(effect, measure=estimate.measure)

    def _at_95(self, effect: Effect, estimate: Estimate) -> Interval | None:
        """The 95% interval of a printed effect: the printed one, or what its SE makes of it."""
        if effect.ci is None or effect.ci.level == LEVEL or effect.se is None:
            return effect.ci
        self.assumed.append(
            f"the printed {estimate.level}% interval is made a 95% interval by its standard error"
        )
        return generic(estimate=effect.estimate, se=effect.se, scale=effect.scale).ci

    # -- two groups or conditions --------------------------------------------------------------

    def _two_groups(self, n: int | None) -> tuple[Effect, Effect | None]:
        result = self.result
        arms = (result.arm, result.versus or "")
        missing = [arm for arm in arms if arm not in result.groups]
        if missing:
            raise _NotPrinted(f"nothing is printed for {' and '.join(missing)}")
        first, second = (result.groups[arm] for arm in arms)
        if all(g.events is not None or g.percent is not None for g in (first, second)):
            return self._events(arms, first, second), None
        which = "change" if first.change and second.change else "after"
        summaries = [getattr(group, which) for group in (first, second)]
        if any(summary is None or summary.mean is None for summary in summaries):
            raise _NotPrinted("the groups' means are not printed")
        if result.contrast in PAIRED:
            return self._paired(n, arms, summaries, which)
        counts = [
            self._group_n(arm, group, which)
            for arm, group in zip(arms, (first, second), strict=True)
        ]
        (mean1, sd1), (mean2, sd2) = (
            self._mean_sd(summary, ("groups", arm, which), count)
            for arm, summary, count in zip(arms, summaries, counts, strict=True)
        )
        (n1, n2) = counts
        effect = md(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2)
        standardised = _or_none(
            lambda: smd(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2)
        )
        return effect, standardised

    def _events(self, arms: tuple[str, str], first: Group, second: Group) -> Effect:
        (events1, total1), (events2, total2) = (
            self._count(arm, group) for arm, group in zip(arms, (first, second), strict=True)
        )
        return risk_ratio(events1=events1, total1=total1, events2=events2, total2=total2)

    def _count(self, arm: str, group: Group) -> tuple[int, int]:
        """Events and total of one group; events from a percentage where only that is printed."""
        path = ("groups", arm)
        where = "total" if group.total else "n"
        total = int(self._number(f"total of {arm}", group.total or group.n, (*path, where)))
        if group.events is not None:
            return int(self._number("events", group.events, (*path, "events"))), total
        percent = self._number("percentage", group.percent, (*path, "percent"))
        self.assumed.append(
            f"the count in {arm} is the whole number nearest to {group.percent}% of {total}"
        )
        return round(percent / 100 * total), total

    def _paired(
        self, n: int | None, arms: tuple[str, str], summaries: list[Moment], which: str
    ) -> tuple[Effect, Effect | None]:
        if n is None:
            raise _NotPrinted("the number of people is not printed")
        (mean1, sd1), (mean2, sd2) = (
            self._mean_sd(summary, ("groups", arm, which), n)
            for arm, summary in zip(arms, summaries, strict=True)
        )
        self.assumed.append(f"{arms[0]} less {arms[1]} in the same people, as a paired difference")
        return self._change(n, (mean2, sd2), (mean1, sd1))

    # -- one group -----------------------------------------------------------------------------

    def _one_group(self, n: int | None) -> tuple[Effect, Effect | None]:
        result = self.result
        if n is None:
            raise _NotPrinted("the number of people is not printed")
        if result.change is not None and result.change.mean is not None:
            mean, sd = self._mean_sd(result.change, ("change",), n)
            effect = mean_change_from_sd_change(n=n, change=mean, sd_change=sd)
            return effect, _or_none(lambda: smcc_from_sd_change(n=n, change=mean, sd_change=sd))
        if result.before is None or result.after is None or result.before.mean is None:
            raise _NotPrinted("the means before and after are not both printed")
        before = self._mean_sd(result.before, ("before",), n)
        return self._change(n, before, self._mean_sd(result.after, ("after",), n))

    def _change(
        self, n: int, before: tuple[float, float], after: tuple[float, float]
    ) -> tuple[Effect, Effect | None]:
        """The change from one mean and SD to another of the same people."""
        given: _Paired = {
            "n": n,
            "mean_before": before[0],
            "sd_before": before[1],
            "mean_after": after[0],
            "sd_after": after[1],
            "r": self._correlation(),
        }
        return mean_change(**given), _or_none(lambda: smcc(**given))

    def _share(self, n: int | None) -> Effect:
        result = self.result
        total = (
            None if result.total is None else int(self._number("total", result.total, ("total",)))
        )
        choice = f"{self.study.id}#{self.name}/denominator"
        if choice in self.specification:
            total = int(self.specification[choice].replace(",", ""))
            self.assumed.append(f"the percentage is read as a share of {total}")
        if total is None:
            total = n
        if total is None:
            raise _NotPrinted("the denominator is not printed")
        if result.events is not None:
            events = int(self._number("events", result.events, ("events",)))
        else:
            percent = self._number("percentage", result.percent, ("percent",))
            events = round(percent / 100 * total)
            self.assumed.append(
                f"the count is the whole number nearest to {result.percent}% of {total}"
            )
        return proportion(events=events, total=total)

    # -- numbers ---------------------------------------------------------------------------------

    def _mean_sd(self, moment: Moment, path: Steps, n: int) -> tuple[float, float]:
        mean = self._number("mean", moment.mean, (*path, "mean"))
        if moment.sd is not None:
            return mean, self._number("SD", moment.sd, (*path, "sd"))
        if moment.se is not None:
            return mean, sd_from_se(self._number("SE", moment.se, (*path, "se")), n)
        if moment.spread is None:
            raise _NotPrinted("no spread is printed beside the mean")
        spread = self._number("±", moment.spread, (*path, "spread"))
        option = self.specification.get(f"{self.study.id}/spread", "sd")
        note = f"± is read as {option.upper()}"
        if note not in self.assumed:
            self.assumed.append(note)
        return mean, spread if option == "sd" else sd_from_se(spread, n)

    def _correlation(self) -> float:
        if "correlation" not in self.specification:
            raise _NotPrinted("the correlation of the pairs is not printed and none is assumed")
        return float(self.specification["correlation"])

    def _number(self, name: str, number: Reported | None, path: Steps) -> float:
        value = self._take(name, number, path)
        if value is None:
            raise _NotPrinted(f"the {name} is not printed")
        return value

    def _take(self, name: str, number: Reported | None, path: Steps) -> float | None:
        if number is None:
            return None
        self.printed.append(
            Printed(name=name, text=number.text, path=("results", self.name, *path))
        )
        if not number.exact:
            taken = "bound" if number.upper is None else "middle"
            self.assumed.append(f"{name} printed as {number.text} is taken as its {taken}")
        return float(number)

    def _group_n(self, arm: str, group: Group, which: str) -> int:
        moment: Moment | None = getattr(group, which)
        if moment is not None and moment.n is not None:
            return int(self._number("n", moment.n, ("groups", arm, which, "n")))
        if group.n is not None:
            return int(self._number("n", group.n, ("groups", arm, "n")))
        size = self.study.arms[arm].n
        if isinstance(size, Missing):
            raise _NotPrinted(f"the number of people in {arm} is not printed")
        self.printed.append(Printed(name="n", text=size.text, path=("arms", arm, "n")))
        return int(size)


def _or_none(kernel: Callable[[], Effect]) -> Effect | None:
    """A standardised effect is shown beside the main one: where there is none, nothing is lost."""
    try:
        return kernel()
    except NotEstimable:
        return None

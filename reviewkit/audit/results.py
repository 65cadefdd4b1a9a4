"""The audit of recorded results: the one module of this package that knows records.

Each printed number that can be held against another is, and every answer is kept, so that what was
tested is counted too. What records do not say is not tested: whether a scale is of whole numbers
(GRIM on means, GRIMMER, DEBIT, SPRITE), and which pooled values are parts of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reviewkit import display
from reviewkit.audit.codes import CODES
from reviewkit.audit.counts import TwoCounts, counts_p, fewer_people, share_fits
from reviewkit.audit.fit import Fit
from reviewkit.audit.grim import WINDOW, percentage_fits, share_of_any, totals_that_fit
from reviewkit.audit.intervals import centred, interval_p
from reviewkit.audit.means import (
    GroupMean,
    change_p,
    groups_p,
    read_both,
    smd_of_people,
    spread_of_people,
)
from reviewkit.audit.pvalues import DFS, Statistic
from reviewkit.audit.statcheck import StatcheckFit, statcheck, words_fit
from reviewkit.audit.sums import arms_fit, change_fits
from reviewkit.findings import Severity
from reviewkit.records import PAIRED, RATIOS, Group, Missing, Moment, Result, Study
from reviewkit.reported import Reported, parse

#: Designs in which nobody is in two arms.
_SEPARATE = frozenset({"parallel-trial", "controlled-before-after"})
#: Statistics that a p can be recomputed from.
_KNOWN: dict[str, Statistic] = {name: name for name in DFS}

Path = tuple[str | int, ...]
_Read = tuple[GroupMean, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test on a record: the code that it gives if it does not fit, and the answer.

    Parameters
    ----------
    path
        Where the number stands in the study's record.
    """

    code: str
    path: Path
    fit: Fit

    @property
    def severity(self) -> Severity:
        """How grave a misfit is."""
        return CODES[self.code].severity


def checks_of(study: Study) -> Iterator[Check]:
    """Yield every test that the printed numbers of a study allow, those that fit too."""
    yield from _arms(study)
    for name, result in study.results.items():
        audit = _Result(study, name, result)
        yield from audit.shares()
        yield from audit.statistics()
        yield from audit.intervals()
        yield from audit.counts()
        yield from audit.means()
        yield from audit.words()


def percentage_flag(study: Study, name: str) -> str | None:
    """Say if a printed percentage fits none of the head counts it could be a share of.

    The denominators are the readings recorded for the result, or its printed total. GRIM for
    percentages (Brown & Heathers 2017, doi:10.1177/1948550616673876) by interval arithmetic. None
    where it fits, or where no misfit could be seen at this precision.
    """
    result = study.results[name]
    if result.percent is None or not result.percent.exact:
        return None
    totals = _totals(result)
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


def _totals(result: Result) -> list[int]:
    """The head counts that a percentage may be of: as read, else as printed."""
    readings = result.readings.get("denominator")
    totals = [int(o.replace(",", "")) for o in (readings.admissible if readings else ())]
    if not totals and result.total is not None:
        totals = [int(result.total)]
    return totals


class _Result:
    """The tests of one result."""

    def __init__(self, study: Study, name: str, result: Result) -> None:
        self.study = study
        self.name = name
        self.result = result
        p = result.p
        self.p = None if isinstance(p, Missing) or p.relation.startswith("~") else p
        self.pair: tuple[tuple[str, Group], ...] = tuple(
            (arm, result.groups[arm])
            for arm in (result.arm, result.versus)
            if arm is not None and arm in result.groups
        )

    def check(self, code: str, fit: Fit, *path: str) -> Check:
        """Return a check of a number of this result."""
        return Check(code=code, path=("results", self.name, *path), fit=fit)

    # -- shares ---------------------------------------------------------------------------------

    def shares(self) -> Iterator[Check]:
        """Yield percentages against their counts, or against the people they are of."""
        result = self.result
        if result.percent is not None and result.percent.exact:
            if result.events is not None and result.total is not None:
                fit: Fit = share_fits(int(result.events), int(result.total), result.percent)
                yield self.check("A102", fit, "percent")
            elif totals := _totals(result):
                yield self.check("A101", share_of_any(result.percent, totals), "percent")
        for arm, group in result.groups.items():
            total = group.total or group.n or _known(self._arm_n(arm))
            if group.percent is None or not group.percent.exact or total is None:
                continue
            where = ("groups", arm, "percent")
            if group.events is not None:
                yield self.check(
                    "A102", share_fits(int(group.events), int(total), group.percent), *where
                )
            else:
                code = "A101" if group.total or group.n else "A103"
                yield self.check(code, share_of_any(group.percent, [int(total)]), *where)

    # -- statistics -----------------------------------------------------------------------------

    def statistics(self) -> Iterator[Check]:
        """Yield a test statistic, or a correlation, against its p."""
        test, relation = self.result.test, self.result.correlation
        if self.p is None:
            return
        if test is not None and test.value is not None and test.statistic in _KNOWN:
            printed = tuple(df for df in (test.df, test.df2) if df is not None)
            statistic = _KNOWN[test.statistic]
            dfs = printed if len(printed) == DFS[statistic] else self._dfs(statistic)
            if dfs is not None:
                fit = statcheck(statistic, test.value, self.p, dfs=dfs)
                yield self.check(_code(fit, whole=dfs == printed), fit, "p")
        if relation is not None:
            n = self._people() if relation.n is None else int(relation.n)
            if n is not None and n > 2:  # noqa: PLR2004  # r has n - 2 degrees of freedom
                fit = statcheck("r", relation.r, self.p, dfs=(parse(str(n - 2)),))
                yield self.check(_code(fit, whole=relation.n is not None), fit, "p")

    def _dfs(self, statistic: Statistic) -> tuple[Reported, ...] | None:
        """The df that people counted once give, where two times or two groups are compared."""
        n = self._people()
        if n is None or statistic not in {"t", "F"}:
            return None
        contrast = self.result.contrast
        once = contrast == "within-arm" or contrast in PAIRED
        df = n - 1 if once else n - 2
        if df < 1 or (not once and contrast != "between-arms"):
            return None
        error = parse(str(df))
        return (error,) if statistic == "t" else (parse("1"), error)

    # -- intervals ------------------------------------------------------------------------------

    def intervals(self) -> Iterator[Check]:
        """Yield an estimate against its interval, and the interval against the p."""
        estimate = self.result.estimate
        if estimate is None or not estimate.value.exact:
            return
        if estimate.measure == "SMD":
            yield self.check("A305", smd_of_people(estimate.value), "estimate", "value")
        low, high = estimate.lower, estimate.upper
        if low is None or high is None or not (low.exact and high.exact):
            return
        ratio = estimate.measure in RATIOS
        if estimate.measure in {"r", "RRR"} or low.value >= high.value:
            return
        if ratio and min(low.value, estimate.value.value) <= 0:
            return
        yield self.check(
            "A301", centred(estimate.value, low, high, ratio=ratio), "estimate", "value"
        )
        if self.p is not None:
            level = estimate.level if estimate.level is not None else parse("95")
            fit = interval_p(estimate.value, low, high, self.p, ratio=ratio, level=level)
            yield self.check("A206", fit, "p")

    # -- counts ---------------------------------------------------------------------------------

    def counts(self) -> Iterator[Check]:
        """Yield the p of two groups' counts."""
        pair = [
            (int(group.events), int(total))
            for _, group in self.pair
            if group.events is not None and (total := group.total or group.n) is not None
        ]
        if self.p is None or len(pair) != 2 or self.result.contrast != "between-arms":  # noqa: PLR2004
            return
        (events1, total1), (events2, total2) = pair
        if not total1 or not total2:
            return
        table = TwoCounts(events1=events1, total1=total1, events2=events2, total2=total2)
        fit = counts_p(table, self.p)
        if not fit.fits:
            fit = replace(fit, explanations=(*self._elsewhere(table), *fit.explanations))
        yield self.check("A204", fit, "p")

    def _elsewhere(self, table: TwoCounts) -> Iterator[str]:
        """Say which fewer people another result, with the same p, gives the shares of."""
        for name, other in self.study.results.items():
            same = (other.outcome, other.arm, other.versus, other.contrast) == (
                self.result.outcome,
                self.result.arm,
                self.result.versus,
                self.result.contrast,
            )
            if name == self.name or not same or not _same_p(other.p, self.p):
                continue
            shares = [
                group.percent
                for arm in (other.arm, other.versus)
                if (group := other.groups.get(arm or "")) is not None
                and group.percent is not None
                and group.percent.exact
            ]
            if self.p is None or len(shares) != 2:  # noqa: PLR2004
                continue
            for fewer in fewer_people(table, self.p, (shares[0], shares[1])):
                yield (
                    f"fewer people: {fewer} gives this p, and the {shares[0]}% and {shares[1]}% "
                    f"of {name}"
                )

    # -- means ----------------------------------------------------------------------------------

    def means(self) -> Iterator[Check]:
        """Yield changes against their ends, p values of means, and spreads too small for people."""
        holders: list[tuple[tuple[str, ...], Result | Group]] = [((), self.result)]
        holders += [(("groups", arm), group) for arm, group in self.result.groups.items()]
        for path, holder in holders:
            yield from self._change(path, holder)
        if len(self.pair) == 2 and self.result.contrast in {"between-arms", "association"}:  # noqa: PLR2004
            yield from self._two_groups()
        elif self.result.contrast == "within-arm" and not self.result.groups:
            n = self._people()
            read = [_mean(m, n) for m in (self.result.before, self.result.after)]
            yield from self._compared(read, ("after",), change_p)

    def _change(self, path: tuple[str, ...], holder: Result | Group) -> Iterator[Check]:
        means = [
            moment.mean
            for moment in (holder.before, holder.after, holder.change)
            if moment is not None and moment.mean is not None and moment.mean.exact
        ]
        if len(means) == 3:  # noqa: PLR2004
            yield self.check("A302", change_fits(*means), *path, "change", "mean")

    def _two_groups(self) -> Iterator[Check]:
        which = "change" if all(group.change for _, group in self.pair) else "after"
        read = [
            _mean(getattr(group, which), _known(group.n) or _known(self._arm_n(arm)))
            for arm, group in self.pair
        ]
        yield from self._compared(read, ("groups", self.pair[0][0], which), groups_p)

    def _compared(
        self, read: list[_Read], path: tuple[str, ...], test: Callable[..., Fit]
    ) -> Iterator[Check]:
        """Yield two means against their spreads and their p, a ± as it is read in the record."""
        (first, second) = read
        if first is None or second is None:
            return
        (one, field), (other, _) = first, second
        readings = self.result.readings.get("spread") or self.study.readings.get("spread")
        settled = field == "spread" and readings is not None and len(readings.admissible) == 1
        kind = readings.declared if settled and readings is not None else field
        if kind != "se" and not settled:
            paired = test is change_p
            yield self.check("A304", spread_of_people(one, other, paired=paired), *path, field)
        if self.p is not None:
            yield self.check("A205", read_both(test, one, other, self.p, kind), "p")

    # -- words ----------------------------------------------------------------------------------

    def words(self) -> Iterator[Check]:
        """Yield what is called significant, or not, against the p printed for it."""
        said = self.result.significant
        if self.p is None or isinstance(said, Missing):
            return
        yield self.check("A207", words_fit(said == "yes", self.p), "significant")

    # -- people ---------------------------------------------------------------------------------

    def _arm_n(self, arm: str) -> Reported | None:
        found = self.study.arms.get(arm)
        return None if found is None or isinstance(found.n, Missing) else found.n

    def _people(self) -> int | None:
        """The people behind the result: its own, those of its groups or arm, or of the study."""
        result = self.result
        if not isinstance(result.n, Missing):
            return int(result.n)
        if result.contrast == "between-arms":
            sizes = [_known(group.n) or _known(self._arm_n(arm)) for arm, group in self.pair]
            known = [size for size in sizes if size is not None]
            if len(known) == 2:  # noqa: PLR2004
                return sum(known)
        arm = _known(self._arm_n(result.arm))
        if result.contrast == "within-arm" and (arm or self.study.design.type in _SEPARATE):
            return arm
        counts = self.study.population.n
        for count in (counts.analysed, counts.randomised, counts.enrolled):
            if count is not None and not isinstance(count, Missing):
                apart = result.contrast == "between-arms" and len(self.study.arms) > 2  # noqa: PLR2004
                return None if apart else int(count)
        return None


def _arms(study: Study) -> Iterator[Check]:
    """Yield arms of different people that are all there, or more than the study has.

    Records leave out arms that no claim is about, so fewer people in the arms say nothing.
    """
    sizes = [arm.n for arm in study.arms.values()]
    known = [int(n) for n in sizes if not isinstance(n, Missing)]
    if study.design.type not in _SEPARATE or len(known) < len(sizes) or len(known) < 2:  # noqa: PLR2004
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


def _code(fit: StatcheckFit, *, whole: bool) -> str:
    """The code of a p against its statistic; without printed df it supposes them."""
    return "A203" if not whole else "A202" if fit.decision else "A201"


def _mean(moment: Moment | None, n: int | None) -> _Read:
    """A mean with its spread, and the field that it stands in: sd, se, or a ± without a name."""
    if moment is None or moment.mean is None or not moment.mean.exact:
        return None
    people = _known(moment.n) or n
    for kind in ("sd", "spread", "se"):
        spread: Reported | None = getattr(moment, kind)
        if spread is not None and spread.exact and spread.value > Decimal(0) and (people or 0) > 1:
            return GroupMean(mean=moment.mean, sd=spread, n=people or 0), kind
    return None


def _known(n: Reported | None) -> int | None:
    return None if n is None else int(n)


def _same_p(one: Reported | Missing, other: Reported | None) -> bool:
    if isinstance(one, Missing) or other is None:
        return False
    return (one.value, one.relation) == (other.value, other.relation)

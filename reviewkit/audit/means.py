"""Printed means and spreads against the p printed with them, and against what spreads people have.

The t of two groups is Student's or Welch's, that of a change is paired; which r joins the two
times is not printed, so every r from -1 to 1 is allowed. Altman & Bland 1996,
doi:10.1136/bmj.313.7055.496 (SD and SE); Welch 1947, doi:10.1093/biomet/34.1-2.28.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewkit.audit.fit import Fit, Printed, ends, people, plain_number, related, share_seen
from reviewkit.audit.pvalues import PRange, fits_p, told_range
from reviewkit.effects.tails import t_p
from reviewkit.reported import Reported, parse

#: A difference of more spreads than this is looked at twice: it is rare between people, and the
#: usual size of one in standard errors (a convention of this project).
MOST_SPREADS = 2

_BY_ERROR = "standard errors under the name, or in the place, of standard deviations"
_OTHER = "a p from another test or model: adjusted, of ranks, of several measurements"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMean:
    """A group as printed: its mean, its SD and its people."""

    mean: Reported
    sd: Reported
    n: int

    def __post_init__(self) -> None:
        people(self.n, 2)
        plain_number(self.mean)
        if plain_number(self.sd).value <= 0:
            raise ValueError(f"an SD is above 0, not {self.sd.text}")

    def of_error(self) -> GroupMean:
        """Return the group with its SD taken for a standard error."""
        sd = float(self.sd.value) * math.sqrt(self.n)
        return replace(self, sd=parse(f"{sd:.{self.sd.decimals + 2}f}"))

    def __str__(self) -> str:
        return f"{self.mean.text} ± {self.sd.text} (n = {self.n})"


def group_mean(mean: Printed, sd: Printed, n: int) -> GroupMean:
    """Return a group from what is printed of it.

    Raises
    ------
    ValueError
        If a number is not plain, the SD is not above 0, or there are fewer than 2 people.

    Examples
    --------
    >>> str(group_mean("3.50", "1.20", 20))
    '3.50 ± 1.20 (n = 20)'
    """
    return GroupMean(mean=plain_number(mean), sd=plain_number(sd), n=n)


def groups_p(first: GroupMean, second: GroupMean, p: Printed) -> Fit:
    """Return whether a printed p is that of a t test, Student's or Welch's, of two groups.

    Examples
    --------
    >>> a, b = group_mean("35.7", "10.5", 14), group_mean("13.7", "9.6", 14)
    >>> groups_p(a, b, "< .001").fits, groups_p(a, b, ".04").implies
    (True, 'p at most .000069')
    """
    found = _groups_range(first, second)
    by_error = _groups_range(first.of_error(), second.of_error())
    return _answer(
        "p of two means",
        f"{first} against {second}",
        p,
        found,
        arithmetic="t = difference / SE; Student and Welch",
        by_error=by_error,
    )


def change_p(before: GroupMean, after: GroupMean, p: Printed) -> Fit:
    """Return whether a printed p can be that of a paired t test, whatever joins the two times.

    The SD of the change lies between ``|SD₁ - SD₂|`` (r = 1) and ``SD₁ + SD₂`` (r = -1).

    Raises
    ------
    ValueError
        If the two are not of the same number of people.

    Examples
    --------
    >>> a, b = group_mean("35.5", "20.60", 10), group_mean("22", "19.32", 10)
    >>> change_p(a, b, ".0295").fits
    True
    >>> change_p(group_mean("3.0", "1.0", 25), group_mean("1.0", "1.0", 25), ".2").implies
    'p at most .00014'
    """
    if before.n != after.n:
        raise ValueError("a change is of the same people: before and after have one n")
    low, high = _difference(before, after)
    (s0, s1), (r0, r1) = ends(before.sd), ends(after.sd)
    apart = max(s0 - r1, r0 - s1, Fraction(0))
    df = before.n - 1
    found = PRange(
        _t(high, float(apart) ** 2 / before.n, df), _t(low, float(s1 + r1) ** 2 / before.n, df)
    )
    return _answer(
        "p of a change",
        f"{before} before, {after} after",
        p,
        found,
        arithmetic="t = change / SE of the change, at any correlation from -1 to 1",
    )


def read_both(
    test: Callable[[GroupMean, GroupMean, Printed], Fit],
    first: GroupMean,
    second: GroupMean,
    p: Printed,
    kind: str,
) -> Fit:
    """Return the answer of a test on spreads as they are named; on a ± that is not, the kinder one.

    Parameters
    ----------
    test
        `groups_p` or `change_p`.
    first, second, p
        As the test takes them.
    kind
        ``sd``, ``se``, or anything else for a ± without a name, which may be either.

    Examples
    --------
    >>> a, b = group_mean("1.08", "0.27", 52), group_mean("2.24", "0.50", 52)
    >>> read_both(groups_p, a, b, "0.05", "sd").fits, read_both(groups_p, a, b, "0.05", "?").fits
    (False, True)
    """
    errors = test(first.of_error(), second.of_error(), p)
    if kind == "se":
        return errors
    deviations = test(first, second, p)
    return errors if kind != "sd" and not deviations.fits and errors.fits else deviations


def spread_of_people(first: GroupMean, second: GroupMean, *, paired: bool = False) -> Fit:
    """Return whether two means lie no more of their spreads apart than people usually do.

    ``|difference| / √((SD₁² + SD₂²)/2)``, at the least that rounding allows, against
    `MOST_SPREADS`. A larger one does happen; where a ± is not named it suggests a standard error.

    Parameters
    ----------
    first, second
        Two groups, or one at two times.
    paired
        Whether it is one group at two times; told, and not computed with.

    Examples
    --------
    >>> a, b = group_mean("31.76", "1.04", 34), group_mean("47.14", "1.15", 34)
    >>> found = spread_of_people(a, b)
    >>> found.fits, found.implies
    (False, '14.0 SDs apart; at most 2 are usual')
    >>> found.explanations[0]
    'standard errors: the SDs would be 6.06 and 6.71, 2.4 of them apart'
    """
    low, _ = _difference(first, second)
    (_, s1), (_, r1) = ends(first.sd), ends(second.sd)
    least = float(low) / math.sqrt((float(s1) ** 2 + float(r1) ** 2) / 2)
    shown = _apart(first, second)
    one, other = first.of_error(), second.of_error()
    by_error = (
        f"standard errors: the SDs would be {float(one.sd):.2f} and {float(other.sd):.2f}, "
        f"{_apart(one, other):.1f} of them apart"
    )
    fits = least <= MOST_SPREADS
    return Fit(
        test="spread of people",
        printed=f"{first} {'before' if paired else 'against'} {second}"
        + (" after" if paired else ""),
        fits=fits,
        implies=f"{shown:.1f} SDs apart; at most {MOST_SPREADS} are usual",
        arithmetic=f"|{first.mean.text} - {second.mean.text}| / √((SD₁² + SD₂²)/2)",
        explanations=()
        if fits
        else (
            by_error,
            "a spread of averages, of repeated measurements or of a model, not of people",
            "people who are much alike, and a very large difference",
        ),
    )


def smd_of_people(smd: Printed) -> Fit:
    """Return whether a standardised difference is no larger than people usually differ by.

    Examples
    --------
    >>> smd_of_people("15.82").fits, smd_of_people("-1.69").fits
    (False, True)
    """
    number = plain_number(smd)
    low, high = ends(number)
    least = max(low, -high, Fraction(0))
    fits = least <= MOST_SPREADS
    return Fit(
        test="spread of people",
        printed=f"a standardised difference of {number.text}",
        fits=fits,
        implies=f"{float(least):g} SDs apart at least; at most {MOST_SPREADS} are usual",
        arithmetic=f"more than {MOST_SPREADS} SDs is rare between people",
        explanations=()
        if fits
        else (
            "a difference in units under the name of a standardised one",
            "standard errors taken for standard deviations",
            "people who are much alike, and a very large difference",
        ),
    )


def _apart(first: GroupMean, second: GroupMean) -> float:
    pooled = math.sqrt((float(first.sd) ** 2 + float(second.sd) ** 2) / 2)
    return abs(float(first.mean) - float(second.mean)) / pooled


def _answer(
    test: str,
    printed: str,
    p: Printed,
    found: PRange,
    *,
    arithmetic: str,
    by_error: PRange | None = None,
) -> Fit:
    number = parse(p) if isinstance(p, str) else p
    fits = fits_p(number, found)
    errors = by_error is not None and fits_p(number, by_error)
    power = share_seen(number, lambda slip: fits_p(slip, found)) if number.exact else None
    return Fit(
        test=test,
        printed=f"{printed}, p {related(number)}",
        fits=fits,
        implies=told_range(found),
        arithmetic=arithmetic,
        explanations=()
        if fits
        else (*((_BY_ERROR,) if errors else ()), _OTHER, "a slip in a mean, a spread or the p"),
        informative=power != 0,
        power=power,
    )


def _difference(first: GroupMean, second: GroupMean) -> tuple[Fraction, Fraction]:
    """The least and the greatest distance of two means that round to those printed."""
    (a0, a1), (b0, b1) = ends(first.mean), ends(second.mean)
    return max(a0 - b1, b0 - a1, Fraction(0)), max(a1 - b0, b1 - a0)


def _groups_range(first: GroupMean, second: GroupMean) -> PRange:
    low, high = _difference(first, second)
    n, m = first.n, second.n
    most_df = n + m - 2
    ps = []
    for distance, end, df in ((high, 0, most_df), (low, 1, min(n, m) - 1)):
        s, r = (float(max(ends(one.sd)[end], Fraction(0))) for one in (first, second))
        welch = s * s / n + r * r / m
        student = ((n - 1) * s * s + (m - 1) * r * r) / most_df * (1 / n + 1 / m)
        # Welch's df lie between the lesser n - 1 and those of Student, wherever the SDs lie.
        ps += [_t(distance, welch, df), _t(distance, student, most_df)]
    return PRange(min(ps), max(ps))


def _t(distance: Fraction, variance: float, df: int) -> float:
    if variance <= 0:
        return 0.0 if distance else 1.0
    return t_p(float(distance) / math.sqrt(variance), df)

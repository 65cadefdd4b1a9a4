"""Statcheck: whether a printed p value follows from the printed statistic and its df.

The p of every number that rounds to the printed statistic makes an interval; the printed p stands
for an interval too, or for a bound. They fit if the two meet. A *decision* flag says that besides
the misfit one of them is significant and the other is not. A test is one-sided only where it is
said to be.

Nuijten, Hartgerink, van Assen, Epskamp & Wicherts 2016, doi:10.3758/s13428-015-0664-2. The package
of that name counts p = .05 as significant; here its rounding interval leaves that open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from reviewkit.audit.fit import Fit, Printed, related, share_seen
from reviewkit.audit.pvalues import (
    DFS,
    SIGNED,
    PRange,
    Statistic,
    fits_p,
    p_range,
    side,
    told_range,
)
from reviewkit.reported import Reported, parse

ALPHA = 0.05
#: Degrees of freedom that are tried to explain a misfit.
TRIED = range(1, 1001)

#: Degrees of freedom of the effect that are tried for an F: two groups or times, or three.
EFFECTS = ("1", "2")

_SLIP = "a slip in the statistic, in its degrees of freedom or in the p"
_CORRECTED = "a p corrected for several tests, or from another test than the one named"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatcheckFit(Fit):
    """Whether a printed p follows from a printed statistic.

    Parameters
    ----------
    p_least, p_most
        The least and the greatest p that the printed statistic allows.
    decision
        Whether, besides not fitting, the printed p is significant and none of these is, or the
        other way round.
    """

    p_least: float
    p_most: float
    decision: bool


def statcheck(
    statistic: Statistic,
    value: Printed,
    p: Printed,
    *,
    dfs: tuple[Printed, ...] = (),
    one_sided: bool = False,
    alpha: float = ALPHA,
) -> StatcheckFit:
    """Return whether a printed p follows from a printed statistic.

    Parameters
    ----------
    statistic
        ``t``, ``F``, ``r``, ``z``, ``chi2`` or ``Q``.
    value
        The statistic as printed; a bound such as ``"< 1"`` is one.
    p
        The p as printed: ``".03"``, ``"< .05"``; two-sided unless `one_sided`. For "ns", give
        ``"> .05"``.
    dfs
        Degrees of freedom as printed: two for F, none for z; n - 2 for r.
    one_sided
        Whether the test is said to be one-sided.
    alpha
        The level at which the test decides, for the decision flag.

    Raises
    ------
    ValueError
        If the number of df is not that of the statistic, a df is not above 0, or a number is
        "about" another.

    Notes
    -----
    Power: the share of exact p values one to nine units of the last digit away that would not fit;
    None for a bound.

    Examples
    --------
    >>> statcheck("t", "2.20", ".04", dfs=("28",)).fits
    True
    >>> found = statcheck("F", "3.12", "< .05", dfs=("2", "57"))
    >>> found.fits, found.decision, found.implies
    (False, True, 'p = .052')
    """
    printed = _number(p)
    number = _number(value)
    freedoms = tuple(map(_number, dfs))
    if len(freedoms) != DFS[statistic]:
        raise ValueError(f"{statistic} has {DFS[statistic]} degrees of freedom, not {len(dfs)}")
    if any(df.value <= 0 for df in freedoms):
        raise ValueError("degrees of freedom are above 0")
    found = _range(statistic, number, freedoms, one_sided=one_sided)
    tails = (found, _other_tail(found)) if one_sided and statistic in SIGNED else (found,)
    fits = _fits_any(printed, tails)
    power = share_seen(printed, partial(_fits_any, tails=tails)) if printed.exact else None
    return StatcheckFit(
        test="statcheck",
        printed=_told(statistic, number, freedoms, printed),
        fits=fits,
        implies=told_range(found),
        arithmetic=f"p of {statistic} from {_ends(statistic, number)}"
        + (", one-sided" if one_sided else ", two-sided" if statistic in SIGNED else ""),
        explanations=()
        if fits
        else _explanations(statistic, number, freedoms, printed, one_sided=one_sided),
        informative=power != 0,
        power=power,
        p_least=found.least,
        p_most=found.most,
        decision=not fits and _flips(printed, found, alpha),
    )


def dfs_that_fit(
    statistic: Statistic, value: Printed, p: Printed, *, first: Printed | None = None
) -> tuple[int, int] | None:
    """Return the least and the greatest df, up to 1,000, with which a printed p would fit.

    What would explain a misfit: the number of people, or of measurements taken for people. For F it
    is the df of the error; `first` is the other one.

    Examples
    --------
    >>> dfs_that_fit("F", "4.5", ".04", first="1")  # 11 people, paired, have 10
    (21, 1000)
    >>> dfs_that_fit("r", ".43", "< .01")
    (33, 1000)
    """
    number, printed = _number(value), _number(p)
    before = () if first is None else (_number(first),)
    fitting = [
        df for df in TRIED if fits_p(printed, _range(statistic, number, (*before, parse(str(df)))))
    ]
    return (fitting[0], fitting[-1]) if fitting else None


def words_fit(significant: bool, p: Printed, *, alpha: float = ALPHA) -> Fit:  # noqa: FBT001
    """Return whether what is called significant, or not, is so by the p printed for it.

    Examples
    --------
    >>> words_fit(True, "> .05").fits, words_fit(True, ".05").fits, words_fit(False, ".30").fits
    (False, True, True)
    """
    printed = _number(p)
    lies = side(printed, alpha)
    called = "significant" if significant else "not significant"
    fits = lies in {"open", "significant" if significant else "not"}
    return Fit(
        test="the level of .05",
        printed=f"called {called}, p {related(printed)}",
        fits=fits,
        implies={"significant": "significant", "not": "not significant"}.get(lies, "either"),
        arithmetic=f"p {related(printed)} against a level of {alpha:g}",
        explanations=()
        if fits
        else ("another level", "a p of another comparison", "a sign turned round"),
    )


def _other_tail(found: PRange) -> PRange:
    """The p of a one-sided test whose effect lies the other way than was predicted."""
    return PRange(1 - found.most, 1 - found.least)


def _fits_any(printed: Reported, tails: tuple[PRange, ...]) -> bool:
    return any(fits_p(printed, tail) for tail in tails)


def _number(printed: Printed) -> Reported:
    number = parse(printed) if isinstance(printed, str) else printed
    if number.relation.startswith("~"):
        raise ValueError(f"{number.text!r} is not printed exactly, so it cannot be tested")
    return number


def _range(
    statistic: Statistic, value: Reported, dfs: tuple[Reported, ...], *, one_sided: bool = False
) -> PRange:
    return p_range(statistic, _size(statistic, value), _freedoms(dfs), one_sided=one_sided)


def _size(statistic: Statistic, value: Reported) -> tuple[float, float]:
    """The numbers that a printed statistic stands for; of a bound, up to where it may lie."""
    low, high = map(float, value.interval)
    most = 1.0 if statistic == "r" else float("inf")
    if value.relation in {"<", "<="}:
        return 0.0, float(value.value)
    if value.relation in {">", ">="}:
        return float(value.value), most
    return (max(low, -most), min(high, most)) if statistic == "r" else (low, high)


def _freedoms(dfs: tuple[Reported, ...]) -> tuple[tuple[float, float], ...]:
    """Whole df are counts; those with decimals are rounded."""
    return tuple(
        (float(df.value), float(df.value)) if df.decimals == 0 else _positive(df) for df in dfs
    )


def _positive(df: Reported) -> tuple[float, float]:
    low, high = map(float, df.interval)
    return max(low, high / 1000), high


def _span(first: Reported | None, least: int, most: int) -> str:
    upper = " or more" if most == TRIED[-1] else f" to {most}" if most > least else ""
    return f"{least}{upper}" if first is None else f"({first.text}, {least}{upper})"


def _flips(printed: Reported, found: PRange, alpha: float) -> bool:
    said = side(printed, alpha)
    return (said == "significant" and found.least > alpha) or (said == "not" and found.most < alpha)


def _explanations(
    statistic: Statistic,
    value: Reported,
    dfs: tuple[Reported, ...],
    p: Reported,
    *,
    one_sided: bool,
) -> tuple[str, ...]:
    told_of: list[str] = []
    if statistic in SIGNED:
        other = _range(statistic, value, dfs, one_sided=not one_sided)
        if fits_p(p, other):
            told_of.append(f"a {'two' if one_sided else 'one'}-sided test, not said to be one")
    if dfs and not one_sided:
        # Of an F, those of the effect may be others too.
        firsts: tuple[Reported | None, ...] = (None,)
        if statistic == "F":
            firsts = (dfs[0], *(df for df in map(parse, EFFECTS) if df.value != dfs[0].value))
        others = [(first, dfs_that_fit(statistic, value, p, first=first)) for first in firsts]
        shown = [_span(first, *around) for first, around in others if around is not None]
        if shown:
            told_of.append(f"other degrees of freedom: {' or '.join(shown)} would fit")
    return (*told_of, _SLIP, _CORRECTED)


def _told(statistic: Statistic, value: Reported, dfs: tuple[Reported, ...], p: Reported) -> str:
    name = {"chi2": "χ²"}.get(statistic, statistic)
    inside = f"({', '.join(df.text for df in dfs)})" if dfs else ""
    return f"{name}{inside} {related(value)}, p {related(p)}"


def _ends(statistic: Statistic, value: Reported) -> str:
    low, high = _size(statistic, value)
    return f"{low:g} to {high:g}"

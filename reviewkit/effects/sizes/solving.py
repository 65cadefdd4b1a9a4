"""From completed columns to effect sizes: variances, intervals, and what is said of each row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows, Solution
from reviewkit.effects.equations.zero_cells import To
from reviewkit.effects.sizes.columns import fractional
from reviewkit.effects.sizes.counts import mend_zero_cells
from reviewkit.effects.sizes.forms import Completed, Said
from reviewkit.effects.sizes.intervals import quantiles, wilson_limits
from reviewkit.effects.sizes.measure import Measure
from reviewkit.effects.sizes.suspicions import suspicions
from reviewkit.effects.sizes.values import EffectSizes
from reviewkit.effects.values import LARGEST_LOG

NO_VARIANCE = "the sampling variance is 0, so there is neither interval nor test"
NEGATIVE_VARIANCE = "the sampling variance comes out below 0"
NOT_FINITE = "the estimate or its variance has no finite value"
NO_END = "the interval of the ratio has no end that can be computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the equations are to be taken; see `effect_sizes`."""

    vtype: str | Sequence[str]
    correct: bool | None
    add: float | None
    to: To
    drop00: bool | None
    level: float


def solve(
    measure: Measure, rows: Completed, options: Options, *, labels: tuple[str, ...]
) -> EffectSizes:
    """Return the effect sizes of completed rows."""
    mended = mend_zero_cells(
        measure, rows.columns, add=options.add, to=options.to, drop00=options.drop00
    )
    correct = _corrects(measure, asked=options.correct)
    vtypes = _vtypes(measure, options.vtype, rows.k)
    solution = _solution(measure, mended.columns, vtypes, correct=correct)
    numbers = np.stack([mended.columns[name] for name in measure.columns])
    y, v = _defined(solution, np.all(~np.isnan(numbers), axis=0))
    df = np.full(rows.k, np.inf) if solution.df is None else solution.df
    lower, upper = _limits(measure, rows, y, v, df, level=options.level)
    refused = (
        *rows.missing,
        *mended.refused,
        *solution.refused,
        (v == 0, NO_VARIANCE),
        (solution.v < 0, NEGATIVE_VARIANCE),
        (np.isnan(y) | np.isnan(v), NOT_FINITE),
        *(_without_end(lower, upper) if measure.scale == "log" else ()),
    )
    formula = measure.formula if correct == measure.corrects else measure.other_formula
    return EffectSizes(
        measure=measure.name,
        scale=measure.scale,
        labels=labels,
        y=y,
        v=v,
        lower=lower,
        upper=upper,
        level=options.level,
        interval=measure.interval.replace("wilson", "Wilson"),
        df=df,
        n=_people(measure, rows),
        formula=tuple(
            f"{own or formula}; {measure.variances[vtype]}; {measure.interval_formula}"
            for own, vtype in zip(_first(rows.formulas, rows.k), vtypes, strict=True)
        ),
        source=measure.source,
        choices=(*_about(measure, vtypes, correct=correct), *mended.choices),
        why_not=_first(refused, rows.k),
        notes=_all((*rows.notes, *mended.notes), rows.k),
        warnings=_all(_fractions(measure, rows), rows.k, more=suspicions(measure, rows)),
        inputs=rows.given,
    )


def _corrects(measure: Measure, *, asked: bool | None) -> bool | None:
    if measure.corrects is None and asked is not None:
        raise ValueError(f"{measure.name} has no correction for bias to choose")
    return measure.corrects if asked is None else asked


def _vtypes(measure: Measure, asked: str | Sequence[str], k: int) -> tuple[str, ...]:
    vtypes = (asked,) * k if isinstance(asked, str) else tuple(asked)
    if len(vtypes) != k:
        raise ValueError(f"{len(vtypes)} variance types for {k} rows")
    for vtype in vtypes:
        if vtype not in measure.variances:
            offered = ", ".join(measure.variances)
            raise ValueError(f"{measure.name} has variances of type {offered}, not {vtype}")
    return vtypes


def _solution(
    measure: Measure, columns: Mapping[str, Array], vtypes: Sequence[str], *, correct: bool | None
) -> Solution:
    """Return the solution, each row with the variance of its type."""
    symbols = measure.design.symbols
    given = {symbols.get(name, name): columns[name] for name in measure.columns}
    options = {} if correct is None else {"correct": correct}
    with np.errstate(all="ignore"):  # what has no value is said row by row
        found = {
            vtype: measure.equation(**given, vtype=vtype, **options)
            for vtype in dict.fromkeys(vtypes)
        }
        if len(found) == 1:
            return next(iter(found.values()))
        of_row = np.array(vtypes)
        first = next(iter(found.values()))
        refused = tuple(
            (rows & (of_row == vtype), reason)
            for vtype, solution in found.items()
            for rows, reason in solution.refused
        )
        return Solution(
            y=first.y,
            v=_chosen({vtype: s.v for vtype, s in found.items()}, of_row),
            df=None
            if first.df is None
            else _chosen({t: s.df for t, s in found.items() if s.df is not None}, of_row),
            refused=refused,
        )


def _chosen(values: Mapping[str, Array], of_row: np.ndarray) -> Array:
    return np.select([of_row == name for name in values], list(values.values()), np.nan)


def _defined(solution: Solution, whole: Rows) -> tuple[Array, Array]:
    """Return estimates and variances, both NaN where the equations have no value.

    Where a number is missing (rows that are not `whole`), what does not need it is kept; so is an
    estimate whose variance alone has no value.
    """
    y, v = solution.y, solution.v
    undefined = np.isinf(y) | np.isinf(v) | (whole & np.isnan(y))
    y = np.where(undefined, np.nan, y)
    return y, np.where(undefined | (v < 0), np.nan, v)


def _limits(
    measure: Measure, rows: Completed, y: Array, v: Array, df: Array, *, level: float
) -> tuple[Array, Array]:
    with np.errstate(all="ignore"):
        if measure.interval == "wilson":
            events, others = (rows.columns[name] for name in measure.columns)
            return wilson_limits(events, events + others, level=level)
        margin = quantiles(level, df) * np.sqrt(np.where(v > 0, v, np.nan))
        return y - margin, y + margin


def _without_end(lower: Array, upper: Array) -> tuple[Said, ...]:
    return ((np.maximum(-lower, upper) > LARGEST_LOG, NO_END),)


def _people(measure: Measure, rows: Completed) -> Array:
    counts = [rows.columns.get(name, rows.given.get(name)) for name in measure.design.people]
    known = [count for count in counts if count is not None]
    return np.sum(known, axis=0) if known else np.full(rows.k, np.nan)


def _about(measure: Measure, vtypes: Sequence[str], *, correct: bool | None) -> Iterable[str]:
    if len(measure.variances) > 1:
        yield f"variances of type {', '.join(dict.fromkeys(vtypes))}"
    if correct is not None:
        yield f"{'corrected' if correct else 'not corrected'} for bias (correct={correct})"


def _fractions(measure: Measure, rows: Completed) -> Iterable[Said]:
    for name, found in fractional(measure.design.columns, rows.given).items():
        yield found, f"{name} is no whole number"


def _first(said: Iterable[Said], k: int) -> tuple[str | None, ...]:
    """Return the first thing that is said of each row."""
    found: list[str | None] = [None] * k
    for rows, text in said:
        for i in np.flatnonzero(rows):
            if found[i] is None:
                found[i] = text
    return tuple(found)


def _all(
    said: Iterable[Said], k: int, *, more: Iterable[tuple[int, str]] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return all that is said of each row, in order; `more` names its rows one by one."""
    found: list[list[str]] = [[] for _ in range(k)]
    for rows, text in said:
        for i in np.flatnonzero(rows):
            found[i].append(text)
    for row, text in more:
        found[row].append(text)
    return tuple(map(tuple, found))

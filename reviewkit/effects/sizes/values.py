"""What many studies yield: one effect size a row, with its interval, formula, notes and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows
from reviewkit.effects.sizes.designs import COUNTED
from reviewkit.effects.values import Effect, Interval, Scale
from reviewkit.errors import NotEstimable

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EffectSizes:
    """Effect sizes of one measure, one row a study, none left out.

    Parameters
    ----------
    measure
        metafor's name.
    scale
        Of `y`, `v`, `lower` and `upper`: ``log`` for a ratio.
    labels
        Names of the rows.
    y, v
        Estimates and sampling variances, of length k; NaN where undefined. A row whose variance
        is 0 keeps its numbers and stands in `why_not`: it can be shown, not pooled.
    lower, upper
        Confidence limits, at `level`; NaN where there are none.
    level
        Coverage of the limits, a proportion.
    interval
        How they were made: ``normal``, ``t``, ``Wilson``.
    df
        Degrees of freedom of the t distribution, infinite for the normal.
    n
        People (pairs) in the row; NaN where none are counted.
    formula
        The equations as implemented, by row.
    source
        DOI of the method.
    choices
        The options taken, one sentence each: variance type, zero cells, corrections.
    why_not
        Why a row cannot be pooled, or None.
    notes
        What was derived or assumed in a row, one sentence each.
    warnings
        What looks wrong in a row, one sentence each.
    inputs
        The columns as given, by name.
    """

    measure: str
    scale: Scale
    labels: tuple[str, ...]
    y: Array
    v: Array
    lower: Array
    upper: Array
    level: float
    interval: str
    df: Array
    n: Array
    formula: tuple[str, ...]
    source: str
    choices: tuple[str, ...]
    why_not: tuple[str | None, ...]
    notes: tuple[tuple[str, ...], ...]
    warnings: tuple[tuple[str, ...], ...]
    inputs: Mapping[str, Array]

    def __len__(self) -> int:
        return len(self.y)

    def __iter__(self) -> Iterator[Effect | None]:
        """Yield the effect of each row, None where there is none."""
        for row in range(len(self)):
            yield self.effect(row) if self.why_not[row] is None else None

    @property
    def se(self) -> Array:
        """Standard errors: square roots of `v`."""
        return np.asarray(np.sqrt(self.v))

    @property
    def statistic(self) -> Array:
        """Test statistics of "no effect on this scale"; NaN where the SE is 0 or missing."""
        se = self.se
        known = se > 0
        return np.where(known, self.y / np.where(known, se, 1.0), np.nan)

    @property
    def p(self) -> Array:
        """Two-sided p values of `statistic`, by the t distribution where `df` is finite."""
        from reviewkit.effects.sizes.intervals import p_values

        return p_values(self.statistic, self.df)

    @property
    def estimable(self) -> Rows:
        """Rows with an estimate and a variance above 0: those that can be pooled."""
        return np.array([reason is None for reason in self.why_not], dtype=bool)

    def effect(self, row: int = 0) -> Effect:
        """Return one row as an `Effect`.

        Raises
        ------
        NotEstimable
            With the reason, if the row has no effect.
        """
        reason = self.why_not[row]
        if reason is not None:
            raise NotEstimable(reason)
        return self.described(row)

    def described(self, row: int = 0) -> Effect:
        """Return one row as an `Effect`, even if its SE is missing or its variance 0."""
        df, n, v = float(self.df[row]), float(self.n[row]), float(self.v[row])
        tested = self.interval != "Wilson" and v > 0
        given = ((name, values[row]) for name, values in self.inputs.items())
        return Effect(
            measure=self.measure,
            estimate=float(self.y[row]),
            se=float(self.se[row]) if v > 0 else None,
            ci=self._interval(row),
            statistic=float(self.statistic[row]) if tested else None,
            p=float(self.p[row]) if tested else None,
            df=_degrees(df),
            scale=self.scale,
            n=int(n) if n == n // 1 else None,
            formula=self.formula[row],
            inputs=tuple(
                (name, _plain(name, value)) for name, value in given if not np.isnan(value)
            ),
            assumptions=self.notes[row],
            source=self.source,
        )

    def _interval(self, row: int) -> Interval | None:
        lower, upper = float(self.lower[row]), float(self.upper[row])
        if np.isnan(lower + upper):
            return None
        return Interval(lower=lower, upper=upper, level=self.level, method=self.interval)

    def back_transformed(self) -> tuple[Array, Array, Array]:
        """Return estimates and limits on the natural scale: ratios, proportions, rates, r.

        Raises
        ------
        ValueError
            For the double arcsine and double square root: their inverses need a size that
            stands for all (`reviewkit.effects.transformations`).

        Examples
        --------
        >>> from reviewkit.effects import effect_sizes
        >>> sizes = effect_sizes("ZCOR", {"n": [50], "r": [0.6]})
        >>> [round(float(values[0]), 3) for values in sizes.back_transformed()]
        [0.6, 0.386, 0.753]
        """
        from reviewkit.effects.transformations import INVERSES

        if self.scale not in INVERSES:
            raise ValueError(
                f"the inverse of the {self.scale} needs a size: "
                "see reviewkit.effects.transformations"
            )
        back = INVERSES[self.scale]
        return back(self.y), back(self.lower), back(self.upper)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a study: effect, interval, test, formula, reasons, notes and inputs."""
        import pandas as pd

        columns: dict[str, Any] = {
            "measure": self.measure,
            "y": self.y,
            "v": self.v,
            "se": self.se,
            "lower": self.lower,
            "upper": self.upper,
            "statistic": self.statistic,
            "p": self.p,
            "df": self.df,
            "n": self.n,
            "why_not": list(self.why_not),
            "notes": ["; ".join(notes) for notes in self.notes],
            "warnings": ["; ".join(warnings) for warnings in self.warnings],
            "formula": list(self.formula),
        }
        taken = {name: values for name, values in self.inputs.items() if name not in columns}
        return pd.DataFrame({**columns, **taken}, index=pd.Index(self.labels, name="study"))

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision; NaN and infinity as None."""
        arrays = ("y", "v", "lower", "upper", "df", "n")
        return {
            "measure": self.measure,
            "scale": self.scale,
            "labels": list(self.labels),
            **{name: _listed(getattr(self, name)) for name in arrays},
            "level": self.level,
            "interval": self.interval,
            "formula": list(self.formula),
            "source": self.source,
            "choices": list(self.choices),
            "why_not": list(self.why_not),
            "notes": [list(notes) for notes in self.notes],
            "warnings": [list(warnings) for warnings in self.warnings],
            "inputs": {name: _listed(values) for name, values in self.inputs.items()},
        }


def _plain(name: str, value: float) -> float:
    """A whole count as int, so that counts read as counts."""
    return int(value) if name in COUNTED and value == value // 1 else float(value)


def _degrees(df: float) -> float | None:
    if not np.isfinite(df):
        return None
    return int(df) if df == df // 1 else df


def _listed(values: Array) -> list[float | None]:
    return [float(value) if np.isfinite(value) else None for value in values]

"""The result of pooling: an estimate with its interval, heterogeneity and prediction interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reviewkit import display
from reviewkit.effects.values import Interval
from reviewkit.synthesis.fit import Test
from reviewkit.synthesis.tau2 import Method

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["METHOD_NAMES", "TEST_NAMES", "BackTransformed", "Method", "Pooled", "Test"]

METHOD_NAMES: dict[Method, str] = {
    "REML": "random effects, REML",
    "ML": "random effects, maximum likelihood",
    "DL": "random effects, DerSimonian-Laird",
    "PM": "random effects, Paule-Mandel",
    "EB": "random effects, empirical Bayes",
    "HE": "random effects, Hedges",
    "HS": "random effects, Hunter-Schmidt",
    "HSk": "random effects, Hunter-Schmidt with the correction for few studies",
    "SJ": "random effects, Sidik-Jonkman",
    "GENQ": "random effects, generalised Q with given weights",
    "DLIT": "random effects, iterated DerSimonian-Laird",
    "SJIT": "random effects, iterated Sidik-Jonkman",
    "PMM": "random effects, median-unbiased Paule-Mandel",
    "CE": "common effect",
}

TEST_NAMES: dict[Test, str] = {
    "hksj-floor": "Hartung-Knapp interval, never narrower than the Wald one",
    "hksj": "Hartung-Knapp interval",
    "t": "Wald interval with t",
    "z": "Wald interval",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackTransformed:
    """A pooled effect on another scale: it has intervals there, but no standard error."""

    estimate: float
    ci: Interval
    prediction: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """A pooled effect, on the scale of the effects that went in.

    Parameters
    ----------
    estimate, se, ci, statistic, p
        Pooled effect, its standard error, interval, and test of zero (t for Hartung-Knapp).
    df
        Degrees of freedom of the t distribution, k - 1; None for the normal.
    k
        Number of studies.
    tau2, tau2_ci
        Variance of the true effects and its Q-profile interval. Both None for one study;
        the interval is None for a common effect (τ² is 0 by assumption) and where no τ² fits.
    i2, i2_ci, h2
        Share of the variance that is not sampling error (a proportion), its interval from that
        of τ², and the ratio of total to sampling variance. None for one study.
    q, q_df, q_p
        Cochran's test; None for one study.
    prediction
        Where the true effect of a new study would lie; None for one study and a common effect.
    hk_factor
        Factor on the squared standard error (Hartung-Knapp), after the floor; 1 for Wald.
    weights
        In the order of the studies; they sum to 1.
    method, test
        As used: a single study is always ``CE`` and ``z``.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    estimate: float
    se: float
    ci: Interval
    statistic: float
    p: float
    df: int | None
    k: int
    tau2: float | None
    tau2_ci: Interval | None
    i2: float | None
    i2_ci: Interval | None
    h2: float | None
    q: float | None
    q_df: int | None
    q_p: float | None
    prediction: Interval | None
    hk_factor: float
    weights: tuple[float, ...]
    method: Method
    test: Test
    notes: tuple[str, ...] = ()

    def summary(self) -> str:
        """Return the result in plain sentences, method included.

        Examples
        --------
        >>> from reviewkit.synthesis import pool
        >>> pooled = pool([0.2, 0.5, 0.4], [0.04, 0.02, 0.05])
        >>> print(pooled.summary())  # doctest: +NORMALIZE_WHITESPACE
        3 studies: 0.40 (95% CI −0.04 to 0.84), p = .06 (random effects, REML; Hartung-Knapp
        interval, never narrower than the Wald one). Prediction interval for a new study
        −0.04 to 0.84. τ² = 0, I² = 0%.
        """
        effect = display.estimate_with_ci(
            self.estimate, self.ci.lower, self.ci.upper, level=self.ci.level
        )
        if self.k == 1:
            return " ".join([f"{effect}, {display.p_value(self.p)}.", *self.notes])
        studies = display.plural(self.k, "study", "studies")
        pooled = (
            f"{studies}: {effect}, {display.p_value(self.p)} "
            f"({METHOD_NAMES[self.method]}; {TEST_NAMES[self.test]})."
        )
        parts = [pooled]
        if self.prediction is not None:
            limits = display.interval(self.prediction.lower, self.prediction.upper)
            parts.append(f"Prediction interval for a new study {limits}.")
        if self.tau2 is not None and self.i2 is not None and self.method != "CE":
            parts.append(f"τ² = {display.number(self.tau2)}, I² = {display.percent(self.i2)}.")
        return " ".join([*parts, *self.notes])

    def back_transformed(self, back: Callable[[float], float]) -> BackTransformed:
        """Return estimate and limits on the scale that the effects were transformed from.

        The estimate is the median of the true effects there, not their mean.

        Parameters
        ----------
        back
            A rising function: ``math.exp`` from the logarithm of a ratio, ``math.tanh`` from
            Fisher's z, ``scipy.special.expit`` from a logit.

        Raises
        ------
        ValueError
            If the function turns an interval round.

        Examples
        --------
        >>> import math
        >>> from reviewkit.synthesis import pool
        >>> ratio = pool([math.log(0.5)] * 2, [0.1, 0.1], method="CE").back_transformed(math.exp)
        >>> round(ratio.estimate, 6), round(ratio.ci.lower, 3), round(ratio.ci.upper, 3)
        (0.5, 0.323, 0.775)
        """

        def moved(interval: Interval) -> Interval:
            return replace(interval, lower=back(interval.lower), upper=back(interval.upper))

        return BackTransformed(
            estimate=back(self.estimate),
            ci=moved(self.ci),
            prediction=self.prediction and moved(self.prediction),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "estimate": self.estimate,
            "se": self.se,
            "ci": self.ci.to_dict(),
            "statistic": self.statistic,
            "p": self.p,
            "df": self.df,
            "k": self.k,
            "tau2": self.tau2,
            "tau2_ci": self.tau2_ci and self.tau2_ci.to_dict(),
            "i2": self.i2,
            "i2_ci": self.i2_ci and self.i2_ci.to_dict(),
            "h2": self.h2,
            "q": self.q,
            "q_df": self.q_df,
            "q_p": self.q_p,
            "prediction": self.prediction and self.prediction.to_dict(),
            "hk_factor": self.hk_factor,
            "weights": list(self.weights),
            "method": self.method,
            "test": self.test,
            "notes": list(self.notes),
        }

    def to_frame(self) -> pd.DataFrame:
        """Return one tidy row: the numbers, intervals as two columns each, without the weights."""
        import pandas as pd

        row: dict[str, Any] = {}
        for name, value in self.to_dict().items():
            if name in {"weights", "notes"}:
                continue
            if name in {"ci", "tau2_ci", "i2_ci", "prediction"}:
                row[f"{name}_lower"] = value and value["lower"]
                row[f"{name}_upper"] = value and value["upper"]
            else:
                row[name] = value
        row["level"] = self.ci.level
        return pd.DataFrame([row])

"""Bayesian random effects by quadrature: what few small studies say, and what the prior adds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reviewkit import display
from reviewkit.effects.values import Interval
from reviewkit.synthesis.mixture import Mixture
from reviewkit.synthesis.priors import TauPrior
from reviewkit.synthesis.result import Result
from reviewkit.synthesis.small_studies import effects_and_variances
from reviewkit.synthesis.tau_posterior import LogDensity, TauPosterior, tau_posterior

PRIOR_DECIDES = (
    "With so few studies the heterogeneity is mostly what the prior says: show another prior too."
)

FEW = 5
"""Studies below which the note is given: a convention of this project. That the prior matters with
very few studies: Friede, Röver, Wandel & Neuenschwander 2017, doi:10.1002/jrsm.1217."""


class NormalPrior(NamedTuple):
    """A normal prior of the mean effect, on the scale of the effects."""

    mean: float
    sd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances(Result):
    """Posterior chances of an effect beyond the minimal important difference, either way.

    Parameters
    ----------
    mid
        The difference, above 0, on the scale of the effects.
    above_mid, within_mid, below_mid
        Chance of an effect above `mid`, between -`mid` and `mid`, and below -`mid`.
    """

    mid: float
    above_mid: float
    within_mid: float
    below_mid: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueEffect(Result):
    """Posterior of the true effect of one study: drawn from its estimate towards the mean."""

    estimate: float
    ci: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class BayesPooled(Result):
    """The posterior of a random-effects model, on the scale of the effects that went in.

    Parameters
    ----------
    estimate, ci
        Posterior median of the mean effect and its equal-tailed credible interval.
    p_positive
        Posterior chance that the mean effect is above 0.
    k
        Number of studies.
    tau, tau_ci
        Posterior median of the standard deviation of true effects, and its interval.
    prediction
        Interval for the true effect of a new study.
    true_effects
        The true effect of each study, in their order.
    chances, prediction_chances
        Chances beyond the minimal important difference, of the mean effect and of the true effect
        of a new study; None where no difference was given.
    prior, prior_source
        The prior of τ, and the DOI it comes from.
    mean_prior
        Mean and sd of the normal prior of the mean effect; None for a flat one.
    level
        Coverage of all intervals.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    estimate: float
    ci: Interval
    p_positive: float
    k: int
    tau: float
    tau_ci: Interval
    prediction: Interval
    true_effects: tuple[TrueEffect, ...]
    chances: Chances | None
    prediction_chances: Chances | None
    prior: str
    prior_source: str
    mean_prior: tuple[float, float] | None
    level: float
    notes: tuple[str, ...] = ()

    def summary(self) -> str:
        """Return the result in plain sentences, prior included.

        Examples
        --------
        >>> from reviewkit.synthesis import HalfNormal
        >>> print(bayes([0.2, 0.5], [0.04, 0.02], prior=HalfNormal(0.5)).summary())
        ... # doctest: +NORMALIZE_WHITESPACE
        2 studies: 0.38 (95% CrI −0.29 to 1.00), chance above 0: 91.8%. Prediction interval for a
        new study −0.7 to 1.4. τ = 0.250 (0.01 to 0.94); prior of τ: half-normal with scale 0.5.
        With so few studies the heterogeneity is mostly what the prior says: show another
        prior too.
        """
        effect = display.estimate_with_ci(
            self.estimate, self.ci.lower, self.ci.upper, level=self.level
        ).replace(" CI ", " CrI ")
        limits = display.interval(self.prediction.lower, self.prediction.upper)
        spread = display.interval(self.tau_ci.lower, self.tau_ci.upper)
        studies = display.plural(self.k, "study", "studies")
        said = [
            f"{studies}: {effect}, chance above 0: {display.percent(self.p_positive)}.",
            f"Prediction interval for a new study {limits}.",
            f"τ = {display.number(self.tau)} ({spread}); prior of τ: {self.prior}.",
        ]
        if self.chances is not None:
            mid = display.number(self.chances.mid)
            said.insert(
                1,
                f"Chance above {mid}: {display.percent(self.chances.above_mid)}; "
                f"below {display.number(-self.chances.mid)}: "
                f"{display.percent(self.chances.below_mid)}.",
            )
        return " ".join([*said, *self.notes])


def bayes(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    prior: TauPrior,
    mean: NormalPrior | tuple[float, float] | None = None,
    mid: float | None = None,
    level: float = 0.95,
) -> BayesPooled:
    """Return the posterior of the random-effects model ``y ~ N(μ, v + τ²)``.

    The mean effect given τ is normal, ``N(m, 1/W)``; the true effect of a new study
    ``N(m, 1/W + τ²)``; that of study i ``N(Bm + (1 - B)y, (1 - B)v + B²/W)`` with
    ``B = v/(v + τ²)``. Each is averaged over the posterior of τ by quadrature
    (`reviewkit.synthesis.tau_posterior`); nothing is drawn at random.

    One study is enough: its interval then holds what the prior adds for other settings.

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    prior
        Of τ: `HalfNormal`, `HalfCauchy`, `LogNormal`, `LogT`, or published: `turner` for log odds
        ratios, `rhodes` for standardised mean differences. There is no default: it matters.
    mean
        Mean and sd of a normal prior of the mean effect; None for a flat one.
    mid
        Minimal important difference, above 0, that chances are asked of.
    level
        Coverage of the intervals, all with equal tails.

    Raises
    ------
    ValueError
        For numbers that no study can have, an sd or MID that is not above 0.
    NotEstimable
        For no study at all, a sampling variance of 0, or a posterior that cannot be computed.

    Notes
    -----
    Röver 2020, doi:10.18637/jss.v093.i06. As the R package bayesmeta, which by default reports
    shortest intervals instead of equal tails.

    Examples
    --------
    >>> from reviewkit.synthesis import HalfNormal
    >>> result = bayes([0.2, 0.5], [0.04, 0.02], prior=HalfNormal(0.5), mid=0.2)
    >>> round(result.estimate, 3), round(result.chances.above_mid, 3)
    (0.378, 0.785)
    """
    effects, variances = effects_and_variances(y, v)
    if mid is not None and not mid > 0:
        raise ValueError(f"a minimal important difference is above 0, not {mid}")
    centre, weight = _mean_prior(mean)
    posterior, density = tau_posterior(LogDensity(effects, variances, prior, centre, weight))
    mu = _mixture(posterior, posterior.means, posterior.variances)
    new = _mixture(posterior, posterior.means, posterior.variances + posterior.tau**2)
    k, tail = len(effects), (1 - level) / 2
    return BayesPooled(
        estimate=mu.quantile(1 / 2),
        ci=mu.interval(level),
        p_positive=mu.above(0.0),
        k=k,
        tau=posterior.quantile(1 / 2, density),
        tau_ci=Interval(
            lower=posterior.quantile(tail, density),
            upper=posterior.quantile(1 - tail, density),
            level=level,
            method="equal-tailed credible",
        ),
        prediction=new.interval(level),
        true_effects=tuple(
            _true_effect(posterior, float(one), float(error), level)
            for one, error in zip(effects, variances, strict=True)
        ),
        chances=None if mid is None else _chances(mu, mid),
        prediction_chances=None if mid is None else _chances(new, mid),
        prior=prior.name,
        prior_source=prior.source,
        mean_prior=None if mean is None else (float(mean[0]), float(mean[1])),
        level=level,
        notes=(PRIOR_DECIDES,) if k < FEW else (),
    )


def _mean_prior(mean: NormalPrior | tuple[float, float] | None) -> tuple[float, float]:
    """Return m₀ and ``w₀ = 1/s₀²``."""
    if mean is None:
        return 0.0, 0.0
    centre, sd = mean
    if not math.isfinite(centre) or not sd > 0:
        raise ValueError(f"a normal prior has a finite mean and an sd above 0, not {mean}")
    return float(centre), 1 / sd**2


def _mixture(
    posterior: TauPosterior, means: npt.NDArray[np.float64], variances: npt.NDArray[np.float64]
) -> Mixture:
    kept = posterior.weights > 0
    return Mixture(posterior.weights[kept], means[kept], np.sqrt(variances[kept]))


def _true_effect(posterior: TauPosterior, y: float, v: float, level: float) -> TrueEffect:
    towards = v / (v + posterior.tau**2)
    theta = _mixture(
        posterior,
        towards * posterior.means + (1 - towards) * y,
        (1 - towards) * v + towards**2 * posterior.variances,
    )
    return TrueEffect(estimate=theta.quantile(1 / 2), ci=theta.interval(level))


def _chances(effect: Mixture, mid: float) -> Chances:
    above, below = effect.above(mid), effect.below(-mid)
    return Chances(mid=mid, above_mid=above, within_mid=1 - above - below, below_mid=below)

"""Reference cases of random-effects and common-effect models of one effect a study."""

from __future__ import annotations

from collections.abc import Callable
from math import isinf, sqrt
from typing import Any, NamedTuple

import numpy as np

from reviewkit.effects.values import Interval
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import (
    Fits,
    Pooled,
    baujat,
    blup,
    cumulative,
    fitness,
    gosh,
    influence,
    leave_one_out,
    pool,
    radial,
    typical_variance,
)
from reviewkit.synthesis.batch import one_batch
from reviewkit.synthesis.influence import Residuals
from reviewkit.synthesis.likelihood import Likelihood
from reviewkit.synthesis.pooled import Method, Test
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.shrinkage import Predicted
from reviewkit.synthesis.studies import Weights
from reviewkit.synthesis.tau2 import tau2_se
from reviewkit.synthesis.tau2_interval import WaldScale, profile_likelihood, wald_of
from tests.oracles.solving.cases import (
    PERCENT,
    Answer,
    Case,
    Solver,
    Unsupported,
    complete_rows,
    level_of,
    rows_of,
)

METHODS: dict[str, Method] = {
    "EE": "CE",
    "FE": "CE",
    "CE": "CE",
    "DL": "DL",
    "HE": "HE",
    "HS": "HS",
    "HSk": "HSk",
    "SJ": "SJ",
    "ML": "ML",
    "REML": "REML",
    "EB": "EB",
    "PM": "PM",
    "PMM": "PMM",
    "GENQ": "GENQ",
    "DLIT": "DLIT",
    "SJIT": "SJIT",
}
TESTS: dict[str, Test] = {"z": "z", "t": "t", "knha": "hksj", "hksj": "hksj", "adhoc": "hksj-floor"}

READ = {"yi", "vi", "sei", "weights", "ni", "order", "mods", "X", "X_names", "has_intercept"}
"""Columns of a model that are read, or known to change nothing."""

METAFOR_TAU2_MAX = 100.0
METAFOR_TAU2_MAX_FACTOR = 10.0
"""Where metafor's ``confint`` ends its search for the limits of τ²: at 100, or at ten times the
estimate if that is more. It prints that end with the sign ">"; reviewkit has no such end."""

QUANTILES = (0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)
GOSH_ROWS_UP_TO = 6
"""Up to so many studies the cases of GOSH list every subset."""


class Model(NamedTuple):
    """What a case fits."""

    y: list[float]
    v: list[float]
    method: Method
    test: Test
    level: float
    tau2: float | None
    weights: Weights

    @property
    def studies(self) -> tuple[list[float], list[float]]:
        return self.y, self.v


def model_of(case: Case) -> Model:
    """Return the studies without the rows in which R has NA, and the options."""
    options, inputs = case["call"]["options"], case["inputs"]
    rows = complete_rows(case, "yi", "vi", *({"weights"} & set(inputs)))
    method, test = options.get("method", "REML"), options.get("test", "z")
    if not isinstance(method, str) or method not in METHODS:
        raise Unsupported(f"method {method}")
    if unread := set(inputs) - READ:
        raise Unsupported(f"a model with {', '.join(sorted(unread))}")
    if test not in TESTS:
        raise Unsupported(f"test {test}")
    weights: Weights = [row[2] for row in rows] if "weights" in inputs else None
    if method == "GENQ" and weights is None:
        raise Unsupported("GENQ without weights, which R refuses as well")
    return Model(
        y=[row[0] for row in rows],
        v=[row[1] for row in rows],
        method=METHODS[method],
        test=TESTS[test],
        level=level_of(case),
        tau2=options.get("tau2"),
        weights=weights if options.get("weighted", True) else "equal",
    )


# -- one fit --------------------------------------------------------------------------------------


def pooled_of(model: Model) -> Pooled:
    return pool(
        *model.studies,
        method=model.method,
        test=model.test,
        level=model.level,
        tau2=model.tau2,
        weights=model.weights,
    )


def _rma_uni(case: Case) -> Answer:
    model = model_of(case)
    pooled = pooled_of(model)
    answer: Answer = {
        "k": pooled.k,
        "beta": pooled.estimate,
        "se": pooled.se,
        "zval": pooled.statistic,
        "pval": pooled.p,
        "ci.lb": pooled.ci.lower,
        "ci.ub": pooled.ci.upper,
        "ddf": pooled.df,
        "s2w": pooled.hk_factor,
    }
    if pooled.k == 1:  # metafor reports no heterogeneity as 0, reviewkit as not applicable
        return answer
    typical = typical_variance(np.array(model.v))
    answer |= {
        "tau2": pooled.tau2,
        "tau": sqrt(pooled.tau2 or 0.0),
        "QE": pooled.q,
        "QEdf": pooled.q_df,
        "QEp": pooled.q_p,
        "I2": PERCENT * (pooled.i2 or 0.0),
        "H2": pooled.h2,
        "vt": typical,
        "pi.lb": pooled.prediction and pooled.prediction.lower,
        "pi.ub": pooled.prediction and pooled.prediction.upper,
    }
    answer |= fitness_of(model, None, pooled.tau2)
    if pooled.method == "CE":
        return answer
    answer["se.tau2"] = tau2_se(
        *model.studies, method=pooled.method, tau2=pooled.tau2, weights=model.weights
    )
    if model.tau2 is None and pooled.method != "GENQ":
        answer["confint_QP"] = interval_of_tau2(pooled.tau2 or 0.0, pooled.tau2_ci, typical)
    if model.weights is None and "confint_Wald" in case["expected"]:
        answer |= _likelihood_intervals(model, pooled.tau2 or 0.0, typical)
    return answer


def fitness_of(model: Model, x: Array | None, tau2: float | None) -> Answer:
    """Return the likelihoods at the estimate, which metafor counts as a parameter."""
    kinds: tuple[Likelihood, ...] = ("ML", "REML")
    answer: Answer = {}
    for kind in kinds:
        fixed = model.tau2 is not None or model.method == "CE"
        found = fitness(
            *model.studies, x, likelihood=kind, tau2=tau2, tau2_known=fixed, weights=model.weights
        )
        answer[f"fit_{kind}"] = {
            "ll": found.log_likelihood,
            "dev": found.deviance,
            "AIC": found.aic,
            "BIC": found.bic,
            "AICc": found.aicc,
        }
    return answer


def interval_of_tau2(tau2: float, ci: Interval | None, typical: float) -> Answer:
    """Return an interval of τ² as metafor prints it, with its end of search and its signs."""
    end = max(METAFOR_TAU2_MAX, METAFOR_TAU2_MAX_FACTOR * tau2)
    if ci is None:
        limits, signs = (0.0, 0.0), ("<", "<")
    elif ci.lower > end and not ci.method.startswith("Wald"):
        limits, signs = (end, end), (">", ">")
    elif ci.upper > end and not ci.method.startswith("Wald"):
        limits, signs = (ci.lower, end), ("", ">")
    else:
        limits, signs = (ci.lower, ci.upper), ("", "")
    scales: dict[str, Callable[[float], float | None]] = {
        "tau2": lambda tau2: tau2,
        "tau": sqrt,
        "I2": lambda tau2: None if isinf(tau2) else PERCENT * tau2 / (tau2 + typical),
        "H2": lambda tau2: tau2 / typical + 1,
    }
    printed: Answer = {
        name: {
            "est": to_scale(tau2),
            "ci.lb": to_scale(limits[0]),
            "ci.ub": to_scale(limits[1]),
        }
        for name, to_scale in scales.items()
    }
    return printed | {"null_set": ci is None, "lb_sign": signs[0], "ub_sign": signs[1]}


def _likelihood_intervals(model: Model, tau2: float, typical: float) -> Answer:
    """Return the intervals of τ² by the likelihood, and Wald ones; none where τ² is 0 on a log."""
    batch, answer = one_batch(*model.studies), Answer()
    if model.method in {"ML", "REML"}:
        kind: Likelihood = "ML" if model.method == "ML" else "REML"
        ci = profile_likelihood(batch, kind, level=model.level)
        answer["confint_PL"] = interval_of_tau2(tau2, ci, typical)
    scales: dict[str, WaldScale] = {"": "tau2", ".log": "log", ".sqrt": "tau"}
    for suffix, scale in scales.items():
        try:
            ci = wald_of(batch, model.method, scale=scale, level=model.level)
        except NotEstimable:
            continue
        answer[f"confint_Wald{suffix}"] = interval_of_tau2(tau2, ci, typical)
    return answer


def _weights(case: Case) -> Answer:
    return {"weights": [PERCENT * weight for weight in pooled_of(model_of(case)).weights]}


# -- many fits ------------------------------------------------------------------------------------


def _listed(fits: Fits, method: Method) -> Answer:
    answer: Answer = {
        "estimate": fits.estimate.tolist(),
        "se": _na(fits.se),
        "stat": _na(fits.statistic),
        "pval": _na(fits.p),
        "ci.lb": _na(fits.lower),
        "ci.ub": _na(fits.upper),
        "Q": fits.q.tolist(),
        "Qp": fits.q_p.tolist(),
        "I2": (PERCENT * fits.i2).tolist(),
        "H2": fits.h2.tolist(),
    }
    return answer if method == "CE" else answer | {"tau2": fits.tau2.tolist()}


def _options(model: Model) -> dict[str, Any]:
    if model.weights is not None or model.tau2 is not None:
        raise Unsupported("weights or τ² of one's own, left out one by one")
    if model.method == "GENQ":
        raise Unsupported("GENQ, many fits at once")
    return {"method": model.method, "test": model.test}


def _leave1out(case: Case) -> Answer:
    model = model_of(case)
    return _listed(
        leave_one_out(*model.studies, level=model.level, **_options(model)), model.method
    )


def _cumul(case: Case) -> Answer:
    model = model_of(case)
    # R was given the order as the variable to sort by, and sorted by it: the inverse.
    sort_by = [place for _, _, place in complete_rows(case, "yi", "vi", "order")]
    if len(sort_by) != len(model.y):
        raise Unsupported("an order without the place of some studies")
    order = np.argsort(sort_by, kind="stable")
    fits = cumulative(*model.studies, order=order.tolist(), level=model.level, **_options(model))
    return _listed(fits, model.method)


def _gosh(case: Case) -> Answer:
    if case["call"]["options"].get("subsets", "all") != "all":
        raise Unsupported("gosh with a sample of subsets")
    model = model_of(case)
    found = gosh(*model.studies, **_options(model))
    fits = found.fits
    columns = {
        "k": fits.k.astype(np.float64),
        "QE": fits.q,
        "I2": PERCENT * fits.i2,
        "H2": fits.h2 if model.method != "DL" else _untruncated_h2(fits),
        "tau2": fits.tau2,
        "estimate": fits.estimate,
    }
    answer: Answer = {"n_subsets": len(fits), "n_fit": len(fits)}
    for name, values in columns.items():
        answer[name] = {
            "n": len(values),
            "mean": float(values.mean()),
            "sd": float(values.std(ddof=1)),
            "quantiles": np.quantile(values, QUANTILES).tolist(),
        }
    if len(model.y) <= GOSH_ROWS_UP_TO:
        answer["all"] = {name: values.tolist() for name, values in columns.items()}
        answer["incl"] = found.include.astype(int).tolist()
    return answer


def _untruncated_h2(fits: Fits) -> Array:
    """Return ``Q/df``, which metafor's ``gosh`` prints as H² for DL also where it is below 1."""
    df = np.maximum(fits.k - 1, 1)
    return np.where(fits.k > 1, fits.q / df, 1.0)


# -- studies under a fit --------------------------------------------------------------------------


def _with_design(case: Case) -> tuple[Model, Array | None]:
    """Return what is fitted, and the columns that an intercept and the moderators make."""
    if "mods" not in case["inputs"]:
        return model_of(case), None
    case, x = complete_design(case, "mods")
    return model_of(case), np.column_stack([np.ones(len(x)), x])


def complete_design(case: Case, name: str) -> tuple[Case, Array]:
    """Return a case without the rows in which R has NA, and its matrix of that name."""
    matrix = case["inputs"][name]
    studies = rows_of(case, "yi", "vi")
    kept = [
        i
        for i, row in enumerate(zip(studies, matrix, strict=True))
        if None not in (*row[0], *row[1])
    ]
    columns = {"yi": [studies[i][0] for i in kept], "vi": [studies[i][1] for i in kept]}
    if "weights" in case["inputs"]:
        columns["weights"] = [case["inputs"]["weights"][i] for i in kept]
    x = np.array([matrix[i] for i in kept], dtype=np.float64).reshape(len(kept), -1)
    return {**case, "inputs": columns}, x


def _influence(case: Case) -> Answer:
    model, x = _with_design(case)
    found = influence(*model.studies, x, **_options(model))
    answer: Answer = {
        "rstudent": _na(found.studentised.z),
        "dffits": _na(found.dffits),
        "cook.d": _na(found.cooks_distance),
        "cov.r": _na(found.covariance_ratio),
        "tau2.del": _na(found.tau2),
        "QE.del": _na(found.q),
        "hat": _na(found.hat),
        "weight": _na(PERCENT * found.weight),
        "is_infl": found.influential.tolist(),
        "rstandard": _residuals(found.standardised),
        "rstudent_full": _residuals(found.studentised),
    }
    if x is None:
        return answer | {"dfbs": _na(found.dfbetas[:, 0])}
    shrunken = blup(*model.studies, x, level=model.level, **_options(model))
    return answer | {
        "dfbs_intrcpt": _na(found.dfbetas[:, 0]),
        "dfbs_mod": _na(found.dfbetas[:, 1]),
        "blup": _predicted(shrunken.effects),
    }


def _blup(case: Case) -> Answer:
    model, x = _with_design(case)
    found = blup(*model.studies, x, level=model.level, **_options(model))
    return _predicted(found.effects) | {"ranef": _predicted(found.deviations)}


def _predicted(found: Predicted) -> Answer:
    return {
        "pred": found.estimate.tolist(),
        "se": found.se.tolist(),
        "pi.lb": found.lower.tolist(),
        "pi.ub": found.upper.tolist(),
    }


def _residuals(found: Residuals) -> Answer:
    return {"resid": _na(found.residual), "se": _na(found.se), "z": _na(found.z)}


def _na(values: Array) -> list[float | None]:
    return [None if np.isnan(each) else float(each) for each in values]


def _baujat(case: Case) -> Answer:
    model = model_of(case)
    found = baujat(*model.studies, method=_options(model)["method"])
    return {"x": found.x.tolist(), "y": found.y.tolist()}


def _radial(case: Case) -> Answer:
    model = model_of(case)
    found = radial(*model.studies, method=_options(model)["method"])
    return {"x": found.x.tolist(), "y": found.y.tolist()}


SOLVERS: dict[str, Solver] = {
    "baujat": _baujat,
    "blup": _blup,
    "cumul": _cumul,
    "gosh": _gosh,
    "influence": _influence,
    "influence_mods": _influence,
    "leave1out": _leave1out,
    "radial": _radial,
    "rma_uni": _rma_uni,
    "weights": _weights,
}

"""Reference cases of meta-regression."""

from __future__ import annotations

import numpy as np

from reviewkit.effects.values import Interval
from reviewkit.synthesis import (
    Regression,
    contrasts,
    fitness,
    joint_test,
    likelihood_ratio,
    meta_regression,
    omnibus_of,
    predict,
    typical_variance,
    variance_inflation,
)
from reviewkit.synthesis.omnibus import Omnibus
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.regression import Coefficient
from reviewkit.synthesis.tau2 import tau2_se
from tests.oracles.solving.cases import PERCENT, Answer, Case, Solver, Unsupported
from tests.oracles.solving.fits import (
    Model,
    complete_design,
    fitness_of,
    interval_of_tau2,
    model_of,
)


def _rma_reg(case: Case) -> Answer:
    inputs, options = case["inputs"], case["call"]["options"]
    complete, x = complete_design(case, "X")
    model, names = model_of(complete), inputs["X_names"]
    btt = options.get("btt")
    btt = [btt] if isinstance(btt, int) else btt
    if btt is not None and not all(isinstance(each, int) for each in btt):
        raise Unsupported(f"coefficients to test by name: {btt}")
    fit = meta_regression(
        *model.studies,
        x,
        names=names,
        method=model.method,
        test=model.test,
        level=model.level,
        tau2=model.tau2,
        weights=model.weights,
        tested=None if btt is None else [names[i - 1] for i in btt],
    )
    q, left = fit.residual_q, fit.heterogeneity
    answer: Answer = {
        "k": fit.k,
        "p": len(names),
        "coef_names": ["intrcpt" if name == "(Intercept)" else name for name in names],
        **_columns(fit.coefficients),
        "beta": [each.estimate for each in fit.coefficients],
        "vcov": [list(row) for row in fit.covariance],
        "ddf": fit.df,
        "tau2": fit.tau2,
        **_omnibus(fit.moderators),
        "m": len(fit.tested),
        "btt": [names.index(name) + 1 for name in fit.tested],
        "QE": q.q,
        "QEdf": q.df,
        "QEp": q.p,
        "I2": PERCENT * left.i2,
        "H2": left.h2,
        "R2": _r2(fit),
        "s2w": fit.hk_factor,
        **fitness_of(model, x, fit.tau2),
        "fitted": list(fit.fitted),
        "predict": _predict(fit, x),
        "wald": _wald(case, fit),
    }
    if model.method != "CE":
        answer["se.tau2"] = tau2_se(
            *model.studies, x=x, method=model.method, tau2=fit.tau2, weights=model.weights
        )
        if model.tau2 is None:
            typical = typical_variance(model.v, x=x)
            answer["confint_QP"] = _interval(fit.tau2, left.tau2_ci, typical)
    if "vif" in case["expected"]:
        answer["vif"] = list(variance_inflation(fit).values())
    if model.method == "ML" and "lrt_vs_intercept_only" in case["expected"]:
        answer["lrt_vs_intercept_only"] = _against_mean(model, x, fit)
    return answer


def _r2(fit: Regression) -> float | None:
    """Return R² in percent; R has 0 where there is no heterogeneity that could be accounted for."""
    if fit.r2 is None:
        return 0.0 if fit.intercept and len(fit.names) > 1 else None
    return PERCENT * fit.r2


def _columns(found: tuple[Coefficient, ...]) -> Answer:
    return {
        "se": [each.se for each in found],
        "zval": [each.statistic for each in found],
        "pval": [each.p for each in found],
        "ci.lb": [each.ci.lower for each in found],
        "ci.ub": [each.ci.upper for each in found],
    }


def _omnibus(found: Omnibus) -> Answer:
    return {"QM": found.statistic, "QMp": found.p, "QMdf": [found.df, found.df_residual]}


def _predict(fit: Regression, x: Array) -> Answer:
    rows = predict(fit, x)
    answer: Answer = {
        "se": [row.se for row in rows],
        "ci.lb": [row.ci.lower for row in rows],
        "ci.ub": [row.ci.upper for row in rows],
    }
    if fit.method == "CE":
        return answer
    return answer | {
        "pi.lb": [row.prediction.lower for row in rows],
        "pi.ub": [row.prediction.upper for row in rows],
    }


def _wald(case: Case, fit: Regression) -> Answer:
    """Return the tests whose contrasts the case lists beside their results."""
    answer: Answer = {}
    for name, asked in case["expected"]["wald"].items():
        if name == "btt":
            tested = [fit.names[i - 1] for i in asked["btt"]]
            answer[name] = {"btt": asked["btt"], **_omnibus(omnibus_of(fit, tested))}
            continue
        found = contrasts(fit, asked["L"])
        columns = _columns(found)
        answer[name] = {
            "L": asked["L"],
            "est": [each.estimate for each in found],
            **{key: columns[key] for key in ("se", "zval", "pval")},
        }
        if name == "joint":
            answer[name] |= _omnibus(joint_test(fit, asked["L"]))
    return answer


def _interval(tau2: float, ci: Interval | None, typical: float) -> Answer:
    printed = interval_of_tau2(tau2, ci, typical)
    return {name: list(printed[name].values()) for name in ("tau2", "tau", "I2", "H2")}


def _against_mean(model: Model, x: Array, fit: Regression) -> Answer:
    smaller = fitness(*model.studies, likelihood="ML")
    larger = fitness(*model.studies, x, likelihood="ML")
    found = likelihood_ratio(smaller, larger)
    mean = meta_regression(*model.studies, np.ones((fit.k, 1)), method="ML")
    return {
        "LRT": found.statistic,
        "pval": found.p,
        "parms.f": larger.parameters,
        "parms.r": smaller.parameters,
        "QE.f": fit.residual_q.q,
        "QE.r": mean.residual_q.q,
        "R2": _r2(fit),
    }


SOLVERS: dict[str, Solver] = {"rma_reg": _rma_reg}

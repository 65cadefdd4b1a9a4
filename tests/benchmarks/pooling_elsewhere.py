"""One fit by other packages, timed: run by the Python of an environment that has them.

Reads ``{"y": [...], "v": [...]}`` from standard input and prints a JSON array of what each gives:
its name and version, what was fitted, τ², the estimate, its Hartung-Knapp standard error, and the
seconds that one fit takes. A package that is not there is left out. `tests.benchmarks.pooling`
starts it, and nothing of reviewkit is imported here.
"""

from __future__ import annotations

import json
import sys
import timeit
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

Fit = Callable[[], tuple[float, float, float]]
"""Something that returns τ², the estimate and its standard error."""

NUMBER, REPEATS = 5, 200


def single(value: Any) -> float:
    """Return the only number of an array."""
    return float(np.ravel(value)[0])


def pymare(y: Any, v: Any) -> Fit:
    """Return REML with its summary."""
    dataset = import_module("pymare").Dataset
    likelihood = import_module("pymare.estimators").VarianceBasedLikelihoodEstimator

    def fit() -> tuple[float, float, float]:
        found = likelihood(method="REML").fit_dataset(dataset(y=y, v=v)).summary()
        return single(found.tau2), single(found.fe_params), single(found.fe_se)

    return fit


def statsmodels(y: Any, v: Any) -> Fit:
    """Return Paule and Mandel's method: statsmodels has no REML for effects."""
    combine_effects = import_module("statsmodels.stats.meta_analysis").combine_effects

    def fit() -> tuple[float, float, float]:
        found = combine_effects(y, v, method_re="iterated", use_t=False)
        return float(found.tau2), float(found.mean_effect_re), float(found.sd_eff_w_re_hksj)

    return fit


def pymetaanalysis(y: Any, v: Any) -> Fit:
    """Return REML with Hartung and Knapp's interval."""
    meta_analysis = import_module("meta_analyze").meta_analysis

    def fit() -> tuple[float, float, float]:
        found = meta_analysis(effect=y, variance=v, tau2_method="REML", ci_method="hartung_knapp")
        return float(found.tau2), float(found.estimate), float(found.standard_error)

    return fit


PACKAGES: tuple[tuple[str, str, Callable[[Any, Any], Fit]], ...] = (
    ("PyMARE", "REML", pymare),
    ("statsmodels", "PM", statsmodels),
    ("PyMetaAnalysis", "REML", pymetaanalysis),
)


def measured(y: Any, v: Any) -> Iterator[dict[str, Any]]:
    """Yield what each package that is there gives, and how long a fit takes."""
    for name, method, of in PACKAGES:
        try:
            found = {"name": name, "version": version(name), "method": method}
        except PackageNotFoundError:
            continue
        fit = of(y, v)
        tau2, estimate, se = fit()
        seconds = min(timeit.repeat(fit, number=NUMBER, repeat=REPEATS)) / NUMBER
        yield {**found, "tau2": tau2, "estimate": estimate, "se": se, "seconds": seconds}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    given = json.load(sys.stdin)
    json.dump(list(measured(np.array(given["y"]), np.array(given["v"]))), sys.stdout)

"""Reference cases of dependent effects: ``rma.mv`` and ``robust``."""

from __future__ import annotations

import re
from typing import Any, get_args

from reviewkit.synthesis import (
    Fitness,
    Multilevel,
    RandomComponent,
    RandomEffect,
    cluster_robust,
    multilevel,
    nested,
    tau2,
)
from reviewkit.synthesis.cluster_robust import RobustKind
from reviewkit.synthesis.multilevel import Dfs
from reviewkit.synthesis.random_effects import Structure
from reviewkit.synthesis.tails import around
from reviewkit.synthesis.tau2 import Tau2Method
from tests.oracles.solving.cases import Answer, Case, Solver, Unsupported, level_of
from tests.oracles.solving.fits import METHODS
from tests.oracles.solving.formulas import argument, arguments, design, groupings, independent

STRUCTURES: dict[str, Structure] = {name: name for name in get_args(Structure)}
KINDS: dict[str, RobustKind] = {"CR0": "CR0", "CR1": "CR1", "clubSandwich_CR2": "CR2"}

WITHOUT_EFFECT = {"control", "data", "digits", "slab", "sparse", "verbose"}
READ_OF_ONE = {"1", "2", "yi", "vi", "mods", "method", "test", "level"} | WITHOUT_EFFECT
READ = READ_OF_ONE | {"V", "random", "struct", "dfs", "sigma2"}
"""Arguments of ``rma.mv``, and of ``rma`` before ``robust``, that are read; others are refused."""

ESTIMATORS: dict[str, Tau2Method] = {name: name for name in get_args(Tau2Method)}


def _rma_mv(case: Case) -> Answer:
    options = case["call"]["options"]
    if options.get("test", "z") not in {"z", "t"}:
        raise Unsupported(f"rma.mv with test {options['test']}")
    data = _Data(case)
    dfs: Dfs = "contain" if argument_text(case["call"]["r"], "dfs") == "contain" else "residual"
    found = multilevel(
        **data.model(case["call"]["r"], options),
        test=options.get("test", "z"),
        dfs=dfs,
        level=level_of(case),
    )
    answer: Answer = {
        "k": found.k,
        "p": len(found.coefficients),
        "beta": [each.estimate for each in found.coefficients],
        "se": [each.se for each in found.coefficients],
        "zval": [each.statistic for each in found.coefficients],
        "pval": [each.p for each in found.coefficients],
        "ci.lb": [each.ci.lower for each in found.coefficients],
        "ci.ub": [each.ci.upper for each in found.coefficients],
        "vcov": [list(row) for row in found.covariance],
        "ddf": list(found.dfs or [None] * len(found.coefficients)),
        "QE": found.residual_q.q,
        "QEp": found.residual_q.p,
        "QM": found.moderators.statistic,
        "QMp": found.moderators.p,
        "fit_ML": _statistics(found.ml),
        "fit_REML": _statistics(found.reml),
    }
    if "coef_names" in case["expected"]:
        answer["coef_names"] = [each.name for each in found.coefficients]
    if found.prediction is not None:
        answer |= {"pi.lb": found.prediction.lower, "pi.ub": found.prediction.upper}
    return answer | _components(found) | _random_effects(case, found, dfs)


def _components(found: Multilevel) -> Answer:
    intercepts = [each for each in found.components if each.levels == ("all",)]
    answer: Answer = {}
    if intercepts:
        answer["sigma2"] = [each.variances[0] for each in intercepts]
        answer["s_nlevels"] = [each.groups for each in intercepts]
    others = [each for each in found.components if each.levels != ("all",)]
    for component, (variances, correlations) in zip(
        others, [("tau2", "rho"), ("gamma2", "phi")], strict=False
    ):
        answer[variances] = _distinct(component)
        if len(component.levels) > 1:
            answer[correlations] = _correlations(component)
        if variances == "tau2":
            answer["G"] = [list(row) for row in component.covariance]
    return answer


def _random_effects(case: Case, found: Multilevel, dfs: Dfs) -> Answer:
    """Return the predicted random effects with their intervals, where the case has them.

    R's intervals take t where the model's tests do, with the degrees of freedom of all effects, or
    of the groups of the term.
    """
    if "ranef" not in case["expected"]:
        return {}
    answer: Answer = {}
    for name, component in zip(case["expected"]["ranef"], found.components, strict=True):
        n = component.groups if dfs == "contain" else found.k
        df = None if found.test == "z" else max(n - len(found.coefficients), 1)
        effects = component.effects
        limits = [around(each.estimate, each.se, df=df, level=found.level) for each in effects]
        answer[name] = {
            "intrcpt": [each.estimate for each in effects],
            "se": [each.se for each in effects],
            "pi.lb": [each.lower for each in limits],
            "pi.ub": [each.upper for each in limits],
        }
    return {"ranef": answer}


def _distinct(component: RandomComponent) -> list[float]:
    alike = component.structure in {"ID", "CS"}
    return list(component.variances[:1] if alike else component.variances)


def _correlations(component: RandomComponent) -> list[float | None]:
    """Return the correlations as R lists them: one, or those below the diagonal by columns."""
    if component.structure in {"ID", "DIAG"}:
        return [0.0]
    if component.structure in {"CS", "HCS"}:
        return [component.correlation()]
    j = len(component.levels)
    return [component.correlation(one, other) for one in range(j) for other in range(one + 1, j)]


def _statistics(found: Fitness) -> Answer:
    return {
        "ll": found.log_likelihood,
        "dev": found.deviance,
        "AIC": found.aic,
        "BIC": found.bic,
        "AICc": found.aicc,
    }


def _robust(case: Case) -> Answer:
    options = case["call"]["options"]
    call = case["call"]["r"]
    data = _Data(case)
    model = re.search(r"robust\((rma(?:\.mv)?\(.*\)),\s*cluster", call)
    if model is None or options["type"] not in KINDS:
        raise Unsupported(f"robust {options['type']}")
    given = data.model(model[1], {}) if model[1].startswith("rma.mv") else data.one_each(model[1])
    found = cluster_robust(
        **given,
        cluster=data.columns[options["cluster"]],
        kind=KINDS[options["type"]],
        level=level_of(case),
    )
    answer: Answer = {
        "beta": [each.estimate for each in found.coefficients],
        "se": [each.se for each in found.coefficients],
        "zval": [each.statistic for each in found.coefficients],
        "pval": [each.p for each in found.coefficients],
        "ci.lb": [each.ci.lower for each in found.coefficients],
        "ci.ub": [each.ci.upper for each in found.coefficients],
        "vcov": [list(row) for row in found.covariance],
        "dfs": list(found.dfs) if KINDS[options["type"]] == "CR2" else [found.dfs[0]],
        "n_clusters": found.clusters,
    }
    answer["ddf"] = answer["dfs"]
    tested = found.moderators
    return answer | {
        "QM": tested and tested.statistic,
        "QMp": tested and tested.p,
        "QMdf": [len(found.tested), tested.df_residual if tested else min(found.dfs)],
    }


class _Data:
    """The rows of a case in which R has no NA, and the models that R's calls make of them."""

    def __init__(self, case: Case) -> None:
        inputs = case["inputs"]
        vectors = {name: values for name, values in inputs.items() if name not in {"V", "X"}}
        kept = [i for i, row in enumerate(zip(*vectors.values(), strict=True)) if None not in row]
        self.columns: dict[str, list[Any]] = {
            name: [values[i] for i in kept] for name, values in vectors.items()
        }
        self.v = (
            [[inputs["V"][i][j] for j in kept] for i in kept]
            if "V" in inputs
            else self.columns["vi"]
        )
        self.k = len(kept)

    def model(self, call: str, options: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments of `multilevel` for a call of ``rma.mv``."""
        if unread := set(arguments(call)) - READ:
            raise Unsupported(f"rma.mv with {', '.join(sorted(unread))}")
        x, names = self._design(call)
        method = options.get("method") or argument_text(call, "method") or "REML"
        second = call.split(",")[1].strip()
        v = self.v if second == "V" or "V =" in call else self.columns["vi"]
        return {
            "y": self.columns["yi"],
            "v": v,
            "random": self._random(call),
            "x": x,
            "names": names,
            "method": method,
        }

    def _design(self, call: str) -> tuple[list[list[float]] | None, list[str]]:
        formula = argument(call, "mods")
        if formula is None:
            return None, ["intrcpt"]
        return independent(*design(formula, self.columns, self.k))

    def _random(self, call: str) -> list[RandomEffect]:
        formula = argument(call, "random")
        if formula is None:
            return []
        effects: list[RandomEffect] = []
        structures = iter(_vector(argument(call, "struct")) or ["CS"])
        structure = next(structures)
        for inner, outer in groupings(formula):
            columns = [self.columns[name] for name in outer]
            if inner is None:
                effects += nested(columns)
                continue
            if structure not in STRUCTURES or len(outer) > 1:
                raise Unsupported(f"structure {structure} in {'/'.join(outer)}")
            effects.append(
                RandomEffect(
                    groups=columns[0], levels=self.columns[inner], structure=STRUCTURES[structure]
                )
            )
            structure = next(structures, structure)
        return _with_known(effects, _vector(argument(call, "sigma2")))

    def one_each(self, call: str) -> dict[str, Any]:
        """Return the arguments for a call of ``rma``: one effect a study, τ² by its method."""
        method = argument_text(call, "method") or "REML"
        if unread := set(arguments(call)) - READ_OF_ONE:
            raise Unsupported(f"robust after rma with {', '.join(sorted(unread))}")
        if method not in METHODS or method == "GENQ":
            raise Unsupported(f"robust after method {method}")
        x, names = self._design(call)
        y, v, rows = self.columns["yi"], self.columns["vi"], range(self.k)
        if method in {"REML", "ML"}:
            random = [RandomEffect(groups=rows)]
        elif METHODS[method] == "CE":
            random = []
        elif x is None:
            random = [RandomEffect(groups=rows, variance=tau2(y, v, method=ESTIMATORS[method]))]
        else:
            raise Unsupported(f"robust after method {method} with moderators")
        return {
            "y": y,
            "v": v,
            "random": random,
            "x": x,
            "names": names,
            "method": method if method in {"REML", "ML"} else "REML",
        }


def _with_known(effects: list[RandomEffect], sigma2: list[str] | None) -> list[RandomEffect]:
    """Return the effects, random intercepts with the variances that R was given."""
    if sigma2 is None:
        return effects
    given = iter(sigma2)
    return [
        effect
        if effect.levels is not None or (value := next(given)) == "NA"
        else RandomEffect(groups=effect.groups, variance=float(value))
        for effect in effects
    ]


def _vector(text: str | None) -> list[str] | None:
    """Return the elements of R's ``c(...)`` or of a single value, without quotes."""
    if text is None:
        return None
    inside = text[2:-1] if text.startswith("c(") else text
    return [part.strip().strip("'\"") for part in inside.split(",")]


def argument_text(call: str, name: str) -> str | None:
    """Return an argument of an R call without its quotes, or None."""
    found = argument(call, name)
    return found and found.strip("'\"")


SOLVERS: dict[str, Solver] = {"rma_mv": _rma_mv, "robust": _robust}

"""Reference cases of dependent sampling errors: ``vcalc`` and ``aggregate``."""

from __future__ import annotations

from typing import Any

from reviewkit.synthesis import SharedArms, one_per_cluster, sampling_covariance
from tests.oracles.solving.cases import Answer, Case, Solver, Unsupported

VCALC = {"vi", "cluster", "subgroup", "obs", "type", "time1", "grp1", "grp2", "w1", "w2"}


def _vcalc(case: Case) -> Answer:
    inputs, options = case["inputs"], case["call"]["options"]
    if set(inputs) - VCALC:
        raise Unsupported(f"vcalc with {' '.join(sorted(set(inputs) - VCALC))}")
    if None in inputs["vi"]:
        raise Unsupported("vcalc without some of the variances")
    rho = _listed(options.get("rho"))
    arms = (
        SharedArms(
            first=inputs["grp1"], second=inputs["grp2"], n1=inputs.get("w1"), n2=inputs.get("w2")
        )
        if "grp1" in inputs
        else None
    )
    matrix = sampling_covariance(
        inputs["vi"],
        cluster=inputs["cluster"],
        subgroup=inputs.get("subgroup"),
        observation=inputs.get("obs"),
        construct=inputs.get("type"),
        time=inputs.get("time1"),
        arms=arms,
        rho=rho[0],
        rho_constructs=rho[1],
        phi=options.get("phi"),
    )
    return {"V": matrix.tolist()}


def _aggregate(case: Case) -> Answer:
    inputs, options = _complete(case["inputs"]), case["call"]["options"]
    structure = options.get("struct", "CS")
    given: dict[str, dict[str, Any]] = {
        "CS": {"observation": range(len(inputs["yi"])), "rho": options.get("rho")},
        "CAR": {"time": inputs.get("time"), "phi": options.get("phi")},
        "CS*CAR": {
            "observation": inputs.get("obs"),
            "time": inputs.get("time"),
            "rho": options.get("rho"),
            "phi": options.get("phi"),
        },
    }
    if "V" in inputs:
        v = inputs["V"]
    elif structure == "ID":
        v = inputs["vi"]
    elif structure in given:
        v = sampling_covariance(inputs["vi"], cluster=inputs["cluster"], **given[structure])
    else:
        raise Unsupported(f"aggregate with structure {structure}")
    found = one_per_cluster(
        inputs["yi"], v, inputs["cluster"], weighted=options.get("weighted", True)
    )
    answer: Answer = {
        "cluster": [each.cluster for each in found],
        "yi": [each.estimate for each in found],
        "vi": [each.variance for each in found],
    }
    if "ki" in case["expected"]:
        answer["ki"] = [each.effects for each in found]
    return answer


def _complete(inputs: dict[str, Any]) -> dict[str, Any]:
    """Return the inputs without the rows in which R has NA."""
    kept = [
        i for i, row in enumerate(zip(inputs["yi"], inputs["vi"], strict=True)) if None not in row
    ]
    found = {name: [values[i] for i in kept] for name, values in inputs.items() if name != "V"}
    if "V" in inputs:
        found["V"] = [[inputs["V"][i][j] for j in kept] for i in kept]
    return found


def _listed(rho: Any) -> tuple[Any, Any]:
    """Return the correlation within and between constructs; R takes one or two numbers."""
    if not isinstance(rho, list):
        return rho, None
    return (rho[0], rho[1]) if len(rho) > 1 else (rho[0], None)


SOLVERS: dict[str, Solver] = {"aggregate": _aggregate, "vcalc": _vcalc}

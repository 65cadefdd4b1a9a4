"""Reference cases of effect sizes: ``escalc``, its summary, and the transformations back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from reviewkit.effects import EffectSizes, effect_sizes, transformations
from reviewkit.effects.equations.solution import Array
from reviewkit.effects.sizes import MEASURES
from tests.oracles.solving.cases import Answer, Case, Solver, Unsupported, level_of

Columns = Mapping[str, list[Any]]

IGNORED = {"append", "digits", "measure"}
"""Options of metafor that change no number."""

TYPES_UNREAD = {"MN", "SMCRH"}
"""Measures whose ``vtype`` metafor 3.8 takes and does not look at, though reviewkit, like later
versions of metafor, has several."""

ESTIMATE_STANDS = {"COR", "UCOR", "ZCOR"}
"""Measures whose estimate metafor keeps where 3 pairs or fewer yield no variance; elsewhere it has
NA for both where the variance has no value."""


def _escalc(case: Case) -> Answer:
    options = {k: v for k, v in case["call"]["options"].items() if k not in IGNORED}
    name = case["call"]["options"]["measure"]
    if name not in MEASURES:
        raise Unsupported(f"measure {name}")
    measure = MEASURES[name]
    vtype = options.pop("vtype", "LS")
    if len(measure.variances) > 1 and name not in TYPES_UNREAD:
        asked = {vtype} if isinstance(vtype, str) else set(vtype)
        if asked - set(measure.variances):
            raise Unsupported(f"variance type {', '.join(sorted(asked))}")
        options["vtype"] = vtype
    if measure.design.cells:
        options.setdefault("drop00", False)
    else:
        options = {k: v for k, v in options.items() if k not in {"add", "to", "drop00"}}
    if measure.corrects is None:
        options.pop("correct", None)
    if unknown := set(options) - {"vtype", "add", "to", "drop00", "correct"}:
        raise Unsupported(f"option {', '.join(sorted(unknown))}")
    sizes = effect_sizes(name, _cells_of_pairs(name, case["inputs"]), **options)
    return {"yi": _listed(_estimates(sizes)), "vi": _listed(sizes.v)}


def _cells_of_pairs(name: str, inputs: Columns) -> Columns:
    """Return the four counts of matched pairs, which R takes with totals of rows as well."""
    if not name.startswith("MP") or "n1i" not in inputs:
        return inputs
    rest = {
        whole: [
            None if None in pair else pair[0] - pair[1]
            for pair in zip(inputs[total], inputs[part], strict=True)
        ]
        for whole, part, total in (("bi", "ai", "n1i"), ("di", "ci", "n2i"))
    }
    return {"ai": inputs["ai"], "ci": inputs["ci"], **rest}


def _estimates(sizes: EffectSizes) -> Array:
    if sizes.measure in ESTIMATE_STANDS:
        return sizes.y
    missing = [(reason or "").startswith("not given") for reason in sizes.why_not]
    return np.where(np.isnan(sizes.v) & ~np.array(missing), np.nan, sizes.y)


def _escalc_summary(case: Case) -> Answer:
    sizes = effect_sizes("GEN", case["inputs"], level=level_of(case))
    return {
        "sei": _listed(sizes.se),
        "zi": _listed(sizes.statistic),
        "pval": _listed(sizes.p),
        "ci.lb": _listed(sizes.lower),
        "ci.ub": _listed(sizes.upper),
    }


def _listed(values: Array) -> list[float | None]:
    """Return plain numbers; R's NA is None."""
    return [None if np.isnan(value) else float(value) for value in values]


TRANSFORMATIONS: dict[str, Callable[..., Array]] = {
    "exp": transformations.from_log,
    "transf.dtobesd": transformations.binomial_display,
    "transf.dtocles": transformations.superiority,
    "transf.dtorpb": transformations.r_of_equal_groups,
    "transf.dtou1": transformations.cohens_u1,
    "transf.dtou2": transformations.cohens_u2,
    "transf.dtou3": transformations.cohens_u3,
    "transf.iabt": transformations.from_bonett,
    "transf.iahw": transformations.from_hakstian_whalen,
    "transf.iarcsin": transformations.from_arcsine,
    "transf.iirft": transformations.from_double_square_root,
    "transf.ilogit": transformations.from_logit,
    "transf.ipft": transformations.from_double_arcsine,
    "transf.isqrt": transformations.from_square_root,
    "transf.ztor": transformations.from_fisher_z,
}
"""Transformations back, by metafor's name."""


def _transf(case: Case) -> Answer:
    name = case["call"]["r"].partition("(")[0]
    if name not in TRANSFORMATIONS:
        raise Unsupported(f"transformation {name}")
    if case["call"]["options"]:
        raise Unsupported(f"option {', '.join(case['call']['options'])}")
    columns = [np.array(values, dtype=float) for values in case["inputs"].values()]
    return {"value": _listed(TRANSFORMATIONS[name](*columns))}


SOLVERS: dict[str, Solver] = {
    "escalc": _escalc,
    "escalc_summary": _escalc_summary,
    "transf": _transf,
}

"""Ledger of the models of one effect a study."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {
    "baujat": 19,
    "blup": 19,
    "cumul": 39,
    "gosh": 33,
    "influence": 52,
    "influence_mods": 12,
    "leave1out": 54,
    "radial": 14,
    "rma_reg": 71,
    "rma_uni": 290,
    "weights": 13,
}

NOT_OFFERED: dict[str, int] = {}

INFLUENCE = {
    "rstudent",
    "dffits",
    "cook.d",
    "cov.r",
    "tau2.del",
    "QE.del",
    "hat",
    "weight",
    "is_infl",
    "rstandard",
    "rstudent_full",
}
TABLE = {"estimate", "se", "stat", "pval", "ci.lb", "ci.ub", "Q", "Qp", "I2", "H2"}
PREDICTED = {"pred", "se", "pi.lb", "pi.ub"}

KEYS = {
    "baujat": {"x", "y"},
    "blup": PREDICTED | {"ranef"},
    "cumul": TABLE,
    "gosh": {"n_subsets", "n_fit", "k", "QE", "I2", "H2", "tau2", "estimate"},
    "influence": INFLUENCE | {"dfbs"},
    "influence_mods": INFLUENCE | {"dfbs_intrcpt", "dfbs_mod", "blup"},
    "leave1out": TABLE,
    "radial": {"x", "y"},
    "rma_reg": {
        *("k", "p", "beta", "se", "zval", "pval", "ci.lb", "ci.ub", "vcov", "ddf", "tau2"),
        *("QM", "QMp", "QMdf", "m", "btt", "QE", "QEdf", "QEp", "I2", "H2", "R2", "s2w"),
        *("fit_ML", "fit_REML", "fitted", "predict", "wald"),
    },
    "rma_uni": {"k", "beta", "se", "zval", "pval", "ci.lb", "ci.ub", "ddf", "s2w"},
    "weights": {"weights"},
}


OTHER_MAXIMUM: dict[str, tuple[int, ...]] = {
    "baujat/dat.franchini2012|ROM/REML": (2, 3),
    "cumul/dat.li2007|RR/ML/knha/by-vi": (3, 4, 5, 6, 9, 10),
    "leave1out/dat.franchini2012|ROM/REML/z": (2, 3),
}
"""Where R stops at a lower maximum of the likelihood, and in which elements."""

OTHER_MAXIMUM_SOMEWHERE = {"gosh/dat.franchini2012|ROM/REML": ("I2", "H2", "tau2", "estimate")}
"""The same in summaries of many fits: the columns that cannot be compared."""


WHY = (
    "the likelihood of some fits has two maxima; R stops at the lower, reviewkit takes the "
    "higher and says that there are several"
)


APART: dict[str, dict[str, tuple[str, ...]]] = {}


def is_offered(case: Case) -> bool:  # noqa: ARG001
    """Every case of these families."""
    return True

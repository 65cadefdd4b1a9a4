"""Ledger of the models of one effect a study."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {
    "baujat": 32,
    "blup": 38,
    "cumul": 60,
    "gosh": 40,
    "influence": 76,
    "influence_mods": 17,
    "leave1out": 78,
    "radial": 14,
    "rma_reg": 128,
    "rma_uni": 355,
    "weights": 25,
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


WHY = (
    "the likelihood of some fits has two maxima; R stops at the lower, reviewkit takes the "
    "higher and says that there are several"
)

OTHER_MAXIMUM: dict[str, tuple[int, ...]] = {
    "baujat/dat.egger2001|RR/ML": (13,),
    "baujat/dat.franchini2012|ROM/REML": (2, 3),
    "cumul/dat.li2007|RR/ML/knha/by-vi": (3, 4, 5, 6, 9, 10),
    "leave1out/dat.franchini2012|ROM/REML/z": (2, 3),
}
"""Where R stops at a lower maximum of the likelihood, and in which elements."""

OTHER_MAXIMUM_SOMEWHERE = {"gosh/dat.franchini2012|ROM/REML": ("I2", "H2", "tau2", "estimate")}
"""The same in summaries of many fits: the columns that cannot be compared."""


OF_TAU2 = (
    *("tau2", "se.tau2", "I2", "H2", "QE", "QEp", "confint_QP", "s2w", "fit_ML", "fit_REML"),
    *("beta", "se", "zval", "pval", "ci.lb", "ci.ub", "vcov", "fitted", "predict", "QM", "QMp"),
    "wald",
)
"""What follows from the residual sum of squares of a regression."""

MEAN_CENTRED = (
    "metafor 3.8 takes the residual sum of squares of effects about their mean, which is another "
    "number where the columns cannot make a constant, as without an intercept; ours is that of a "
    "plain weighted regression"
)
FAR_FROM_ZERO = (
    "columns far from 0, such as years: R inverts moments that have lost digits, and contrasts "
    "that nearly cancel lose more; exact arithmetic agrees with reviewkit (`test_exact.py`)"
)
SMALL_ERRORS = (
    "of τ², 0 here, R leaves up to 1e-13, beside sampling variances so small that what is relative "
    "to them is not quite 0"
)

APART: dict[str, dict[str, tuple[str, ...]]] = {
    MEAN_CENTRED: {
        "rma_reg/dat.bcg|OR/~ablat:alloc-1/PMM/t/2": OF_TAU2,
        "rma_reg/dat.bcg|OR/~ablat:alloc-1/REML/knha/1/2/1": OF_TAU2,
    },
    FAR_FROM_ZERO: {
        "rma_reg/dat.hart1999|IRR/~year/DL/t/2": ("confint_QP", "predict", "wald>btt"),
        "rma_reg/dat.bcg|RR/~ablat+year/PM/t/1": ("wald>joint",),
        "rma_reg/dat.nielweise2007|OR/~year/EB/z/2": ("wald>joint",),
        "rma_reg/dat.knapp2017/~year/SJ/z/80/1": ("wald>joint",),
        "rma_reg/dat.gibson2002|SMD/~year/EB/adhoc/1": ("wald>joint",),
    },
    SMALL_ERRORS: {
        "leave1out/dat.cannon2006:ep5|RD/ML/knha/1": ("I2",),
        "cumul/dat.cannon2006:ep3|RD/ML/z/asis/1": ("I2",),
        "blup/dat.cannon2006:ep5|RD/ML/z/1": ("ranef",),
        "gosh/dat.cannon2006:ep3|RD/REML": ("all>I2",),
    },
    WHY: {
        "influence/dat.egger2001:pseudoPT|IRR/ML/t/1": (
            "cook.d",
            "cov.r",
            "dfbs",
            "dffits",
            "is_infl",
            "rstudent",
            "rstudent_full",
            "tau2.del",
        ),
    },
}


def is_offered(case: Case) -> bool:  # noqa: ARG001
    """Every case of these families."""
    return True

"""What the validation page says in words: what families are, and why a number is not compared."""

from __future__ import annotations

OF_WHAT = {
    "aggregate": "one effect a cluster",
    "baujat": "coordinates of the plot",
    "blup": "true effects and random effects, predicted",
    "cumul": "the pool as studies are added",
    "escalc": "effect sizes and their variances",
    "escalc_summary": "SE, z, p, limits of single effects",
    "gosh": "the pool of all subsets of studies",
    "influence": "residuals, leverage, Cook's distance, DFFITS, DFBETAS",
    "influence_mods": "the same with a moderator",
    "leave1out": "the pool without each study",
    "radial": "coordinates of the plot",
    "ranktest": "Begg: Kendall's τ",
    "regtest": "Egger: linear and mixed models",
    "rma_mh": "Mantel–Haenszel",
    "rma_mv": "nested and crossed random effects",
    "rma_peto": "Peto",
    "rma_reg": "meta-regression",
    "rma_uni": "common and random effects",
    "robust": "cluster-robust tests",
    "transf": "back-transformations",
    "trimfill": "trim and fill",
    "vcalc": "covariances of sampling errors",
    "weights": "weights",
}

OPTIONS = frozenset(
    {
        *("measure", "method", "test", "model", "estimator", "predictor", "type", "struct"),
        *("vtype", "to", "weighted", "exact", "side", "add", "drop00", "correct", "level"),
    }
)
"""Options of R's calls that the page counts."""

HOW_TO_READ = """\
Each cell bounds the largest relative difference from R over all numbers of that kind: 1e-11 says
that none is further off. It is a power of ten at least three times what was measured, and never
below 1e-13, so that the page is the same on another machine. Numbers that would be 0 but for
rounding are compared absolutely (1e-14; τ² on its boundary 1e-9). The tolerance is what the test
allows; `tests/oracles/comparing.py` gives the reason for each. Counts, sides and signs are exact.
"""

APART = """\
In brackets the largest relative difference, at most, over all numbers of the case; 1e+00 is
another number altogether. The tests hold these cases, too: what does not depend on the reason
agrees; of two maxima, R's is shown to be the lower; in trim and fill, the number, side and
variances of the filled studies agree, and the rest follows from R's τ² to 1e-10; exact arithmetic
decides between two regressions.
"""

SAID_OTHERWISE = """\
Said otherwise than in R, and translated by the adapter before it is compared:

- One study: R reports τ² = 0, I² = 0 and H² = 1, reviewkit none of them, as there is nothing to
  estimate; for `rma_mh` and `rma_peto` R reports Q = 0 on 0 degrees of freedom, reviewkit no test.
- Limits of τ²: R ends its search at 100 or at ten times the estimate and prints ">"; reviewkit has
  the limit itself. Where no τ² fits the data, R prints 0 to 0 and an empty set,
  reviewkit has no interval and a note.
- `gosh` by DL: R prints Q/df as H² also where it is below 1; reviewkit's H² is 1 there.
- `cumul`: R was given the order as a variable to sort by, and is followed in that.
- Without a study that alone carries a coefficient there is no fit: reviewkit says so, R has NA.
- `vtype` of MN and SMCRH: metafor 3.8 takes it and does not look at it; reviewkit, like later
  versions, has `HO` and `LS2`.
- R² where τ² without moderators is 0: R has 0, reviewkit none, as there is nothing to account for.
- Columns of a formula that others make: R drops them, reviewkit refuses them by name; the adapter
  drops them first.
- Studies dropped before Mantel–Haenszel and Peto (`drop00`): R does not count or list them, with
  reviewkit they have a weight of 0.
- `trimfill`: once studies are filled in, metafor 3.8 fits by z at 95% whatever the model's test and
  level; reviewkit keeps those.
- `robust`: where one cluster alone tells a level of a factor, the omnibus test would invert a
  covariance that has no inverse. R has NA or noise, reviewkit no test.
- An estimate whose variance alone has no value (PR of one person with `UB`): R has NA for both,
  reviewkit keeps the estimate and says why there is no variance.
- p = 9e-311 (`trimfill/dat.senn2013:arm1v2`): R prints 0.
"""

REFUSED = """\
The adapter raises `Unsupported`, for these and nothing else among the pinned cases. RTET, the
tetrachoric correlation, needs a bivariate normal likelihood.
"""

OWN_EFFECTS = "R takes each study's own effect about the pooled one; not offered"
ONE_STUDY = "of one study there is none"
NO_LIMIT = "the predictor grows without end, so the intercept is of no study"
OF_THE_MEASURE = "R has none for this measure or these data either"
OWN_WEIGHTS = "not offered for weights of one's own or a given τ², or R has none"
BOUNDARY = "τ² is 0: R prints 0 to infinity or nothing, reviewkit says that there is none"

OF_HETEROGENEITY = ("tau2", "tau", "QE", "QEdf", "QEp", "I2", "H2", "vt", "pi.lb", "pi.ub")
OF_TABLES = ("TA", "TAp", "CO", "COp", "MH", "MHp", "k.pos", "exp_est")

NOT_COMPARED: dict[tuple[str, str], str] = {
    **{("rma_uni", key): ONE_STUDY for key in (*OF_HETEROGENEITY, "fit_ML", "fit_REML")},
    **{("rma_mh", key): OF_THE_MEASURE for key in OF_TABLES},
    ("rma_uni", "tau2_default_control"): "τ² by R with its looser end of iteration",
    ("rma_uni", "pi_Riley"): "what R printed is the default interval once more, in all of them",
    ("rma_uni", "se.tau2"): "common effect: there is no τ²",
    ("rma_reg", "se.tau2"): "common effect: there is no τ²",
    ("rma_uni", "confint_PL"): OWN_WEIGHTS,
    ("rma_uni", "confint_Wald"): OWN_WEIGHTS,
    ("rma_uni", "confint_Wald.log"): BOUNDARY,
    ("rma_uni", "confint_Wald.sqrt"): BOUNDARY,
    ("rma_mh", "fit_ML"): OWN_EFFECTS,
    ("rma_peto", "fit_ML"): OWN_EFFECTS,
    ("regtest", "coef"): NO_LIMIT,
    ("regtest", "coef_se"): NO_LIMIT,
    ("robust", "model_fit"): "variance components of the model, compared under `rma_mv`",
    ("gosh", "columns"): "names",
}
"""Why a number of R is in no answer, by family and number."""

BEYOND_THE_CASES = """\
Beyond the cases:

- Intervals and p of MC, MD and MN: reviewkit takes t where R's `summary` takes the normal, and
  Wilson's interval for PR. The unit tests have cases by hand.
- `rma_mv` with autoregressive or spatial structures, known correlations between groups (`R`) or
  given correlations; `aggregate` with CS+CAR; `vcalc` with matrices for `rho`; influence,
  leave-one-out and cumulative analyses with weights of one's own: not offered, and refused by the
  adapter.
- Generalised linear mixed models, selection models, Henmi–Copas, the test of excess significance,
  fail-safe N, and models of correlation matrices are not offered (see `reviewkit.synthesis` for
  what is).
- Bayesian models: metafor has none. The unit tests compare them with adaptive quadrature and with a
  plain sum over a grid, and below with bayesmeta.
- Swapped arms, other units, empty and impossible data: the laws below.
"""

PUBLISHED = """\
Numbers as printed, compared at half a unit in their last digit; each file says what was at hand
(often metafor's own test of the paper, not the paper) and names every number that differs.
"""

LAWS = """\
Held on drawn data (hypothesis); the names are those of the tests.
"""


def head(*, cases: int, agree: int, apart: int) -> str:
    """Return what the page is, and its summary."""
    refused = cases - agree - apart
    return f"""\
# Validation

Written by `python -m tests.oracles.page` from a run over every pinned reference case;
`tests/oracles/test_page.py` runs them again and holds the page to what it measures.

**{cases:,} cases** on real data sets, computed with R 4.2.2, metafor 3.8-1 and metadat 1.2-0:
**{agree:,} agree** in every number that is compared, **{apart} differ** in some number and are
named below with the reason, **{refused} are refused** as not offered. Agreement with another
program shows that both compute the same, not that the method suits the question.
"""

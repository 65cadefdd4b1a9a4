"""Ledger of pooled counts: everything is offered."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {"rma_mh": 116, "rma_peto": 34}

NOT_OFFERED: dict[str, int] = {}

POOLED = {
    *("k", "beta", "se", "zval", "pval", "ci.lb", "ci.ub", "weights_pct"),
    *("QE", "QEdf", "QEp", "I2", "H2"),
}

KEYS = {"rma_mh": POOLED, "rma_peto": POOLED | {"k.pos", "exp_est"}}


OF_Q = ("QE", "QEdf", "QEp", "I2", "H2", "k.yi")

APART: dict[str, dict[str, tuple[str, ...]]] = {
    "R takes Peto's Q over the studies with an event, and its degrees of freedom from the studies "
    "that have an effect once corrected; reviewkit takes both from the same studies": {
        "rma_peto/dat.collins1985b:stb/PETO/FALSE/TRUE/8/1": OF_Q[1:],
        "rma_peto/dat.bourassa1996:first40/PETO/80/0.1/40/1": OF_Q[1:],
        "rma_peto/dat.yusuf1985:9/PETO/0.1/0.1/only0/all/26/1": OF_Q[1:],
    },
    "without a correction a study without events has a variance of 0, and R's Q is infinite; "
    "reviewkit leaves the study out of the test": {
        "rma_mh/dat.yusuf1985:9/RD/0/0/26/1": OF_Q,
        "rma_mh/dat.collins1985b:stb-pseudoPT/IRD/0/0.5/0/0/0/8/2": OF_Q,
    },
}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the measure."""
    return case["call"]["options"].get("measure", "OR") in {"OR", "RR", "RD", "IRR", "IRD"}

"""Reference cases with other options and rows: an answer or a reason, and nothing else.

R's answer is not known here. What has to hold: `solve` answers, or says `Unsupported` or
`NotEstimable`; and the same data in other columns give the same answer.
"""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from reviewkit.errors import NotEstimable
from tests.oracles.adapter import Unsupported, solve
from tests.oracles.comparing import CLOSED_FORM, differences
from tests.oracles.pinned import OFFERED, Case

DRAWS = 1_200

VALUES: dict[str, tuple[Any, ...]] = {
    "level": (50, 80, 90, 95, 99),
    "test": ("z", "t", "knha", "adhoc"),
    "method": (
        *("EE", "FE", "CE", "DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "EB", "PM", "PMM"),
        *("GENQ", "DLIT", "SJIT"),
    ),
    "weighted": (True, False),
    "tau2": (0, 0.05, 1.0),
    "add": (0, 0.1, 0.5, 1),
    "to": ("all", "only0", "if0all", "none"),
    "drop00": (True, False),
    "correct": (True, False),
    "vtype": ("LS", "LS2", "UB", "HO", "AV"),
    "exact": (True, False),
    "side": ("left", "right", "auto"),
    "estimator": ("L0", "R0", "Q0"),
    "predictor": ("sei", "vi", "ni", "ninv", "sqrtni", "sqrtninv"),
    "model": ("lm", "rma"),
    "type": ("CR0", "CR1", "clubSandwich_CR2"),
}

OPTIONS: dict[str, tuple[str, ...]] = {
    "aggregate": ("weighted",),
    "baujat": ("method",),
    "blup": ("method", "test", "level"),
    "cumul": ("method", "test", "level"),
    "escalc": ("add", "to", "drop00", "vtype", "correct"),
    "escalc_summary": ("level",),
    "gosh": ("method", "test"),
    "influence": ("method", "test"),
    "influence_mods": ("method", "test"),
    "leave1out": ("method", "test", "level"),
    "radial": ("method",),
    "ranktest": ("exact",),
    "regtest": ("model", "predictor", "method", "test", "level"),
    "rma_mh": ("level", "add", "to", "drop00", "correct"),
    "rma_mv": ("level", "test"),
    "rma_peto": ("level", "add", "to", "drop00"),
    "rma_reg": ("method", "test", "level", "weighted", "tau2"),
    "rma_uni": ("method", "test", "level", "weighted", "tau2"),
    "robust": ("type", "level"),
    "transf": (),
    "trimfill": ("side", "estimator", "method", "test", "level"),
    "vcalc": (),
    "weights": ("method", "weighted", "tau2"),
}
"""What may change in the cases of each family."""

OF_ROWS = ("X", "mods")
NOT_BY_ROW = ("X_names", "has_intercept")


def perturbed(case: Case, draw: random.Random) -> Case:
    """Return a case with other options, fewer rows, or numbers left out."""
    case = copy.deepcopy(case)
    for option in OPTIONS[case["family"]]:
        if draw.random() < 0.4:
            case["call"]["options"][option] = draw.choice(VALUES[option])
    inputs = case["inputs"]
    columns = [name for name in inputs if name not in {*NOT_BY_ROW, *OF_ROWS, "V"}]
    k = len(inputs[columns[0]])
    if draw.random() < 0.3 and k > 2:
        inputs[draw.choice(columns)][draw.randrange(k)] = None
    if draw.random() < 0.2 and case["family"] not in {"cumul", "gosh"}:
        few = min(k, draw.choice((1, 2, 3, 5)))
        for name in {*columns, *OF_ROWS} & set(inputs):
            inputs[name] = inputs[name][:few]
        if "V" in inputs:
            inputs["V"] = [row[:few] for row in inputs["V"][:few]]
    return case


def test_an_answer_or_a_reason() -> None:
    draw = random.Random(20261128)  # noqa: S311
    answered = 0
    for _ in range(DRAWS):
        case = perturbed(draw.choice(OFFERED), draw)
        try:
            solve(case)
        except (Unsupported, NotEstimable):
            continue
        except Exception as fault:
            fault.add_note(f"{case['id']} with {case['call']['options']}")
            raise
        answered += 1
    assert answered > DRAWS * 3 / 4


@pytest.mark.parametrize("family", ["rma_uni", "rma_reg", "regtest", "ranktest", "trimfill"])
def test_standard_errors_for_variances_change_nothing(family: str) -> None:
    for case in OFFERED:
        if case["family"] == family and "vi" in case["inputs"]:
            other = copy.deepcopy(case)
            other["inputs"]["sei"] = [
                each if each is None else each**0.5 for each in other["inputs"].pop("vi")
            ]
            again = list(differences(solve(other), solve(case), rtol=1e4 * CLOSED_FORM))
            assert again == [], case["id"]
            break


@pytest.mark.parametrize("family", ["rma_mh", "rma_peto", "escalc"])
def test_totals_for_cells_change_nothing(family: str) -> None:
    tables = [
        case
        for case in OFFERED
        if case["family"] == family and {"ai", "bi", "ci", "di"} == set(case["inputs"])
    ]
    for case in tables:
        if case["call"]["options"].get("measure", "OR").startswith("MP"):
            continue  # Of pairs there are no rows with totals.
        other = copy.deepcopy(case)
        cells = other["inputs"]
        for events, rest, total in (("ai", "bi", "n1i"), ("ci", "di", "n2i")):
            pairs = zip(cells[events], cells.pop(rest), strict=True)
            cells[total] = [None if None in pair else sum(pair) for pair in pairs]
        assert list(differences(solve(other), solve(case), rtol=CLOSED_FORM)) == [], case["id"]


def test_every_family_is_perturbed() -> None:
    assert set(OPTIONS) == {case["family"] for case in OFFERED}

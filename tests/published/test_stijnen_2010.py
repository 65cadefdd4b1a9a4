"""Rare events by the normal model: Stijnen, Hamza & Ozdemir 2010, Stat Med 29:3046-3067.

doi:10.1002/sim.4040. Catheters with and without anti-infective coating (bloodstream infections) and
with and without a filling of antibiotics (per catheter-day); data as in metadat's
``dat.nielweise2007`` and ``dat.nielweise2008``. The article was not at hand: the numbers are those
of its Tables II, III, VII and VIII, pp. 3050-3055, as metafor's own test of it holds them, which
names those that the paper prints otherwise. The paper's exact models are not offered here.
"""

from __future__ import annotations

from math import exp, sqrt

import numpy as np
import pytest

from reviewkit.effects import effect_sizes
from reviewkit.effects.transformations import from_logit
from reviewkit.synthesis import Pooled, pool

COATED = [0, 1, 2, 0, 5, 1, 1, 1, 1, 1, 0, 0, 3, 6, 0, 0, 1, 4]
COATED_OF = [116, 44, 208, 130, 151, 98, 174, 74, 97, 113, 66, 70, 188, 187, 118, 252, 345, 64]
PLAIN = [3, 3, 9, 7, 6, 4, 3, 2, 19, 2, 7, 1, 5, 11, 0, 1, 3, 1]
PLAIN_OF = [117, 35, 195, 136, 157, 139, 177, 39, 103, 122, 64, 58, 175, 180, 105, 262, 362, 69]

FILLED = [7, 8, 3, 6, 1, 1, 17, 3, 2]
FILLED_DAYS = [1344, 1600, 12012, 1536, 370, 729, 6760, 1107, 320]
UNFILLED = [11, 8, 14, 10, 1, 8, 15, 7, 3]
UNFILLED_DAYS = [1988, 1461, 10962, 1503, 483, 913, 6840, 1015, 440]


def pooled(measure: str, **columns: list[int] | list[float]) -> Pooled:
    sizes = effect_sizes(measure, columns, drop00=True if measure == "OR" else None)
    kept = ~np.isnan(sizes.v)
    return pool(sizes.y[kept], sizes.v[kept], test="z")


def rates(days: list[int]) -> list[float]:
    return [each / 1000 for each in days]


@pytest.mark.parametrize(
    ("events", "people", "model", "shown"),
    [
        # The paper has 0.035 and 0.056 for the first and last of the plain catheters.
        (PLAIN, PLAIN_OF, (-3.30, 0.24, 0.663), (0.036, 0.023, 0.055)),
        (COATED, COATED_OF, (-4.26, 0.26, 0.393), (0.014, 0.008, 0.023)),
    ],
)
def test_table_ii(
    events: list[int],
    people: list[int],
    model: tuple[float, float, float],
    shown: tuple[float, float, float],
) -> None:
    found = pooled("PLO", events=events, total=people)
    assert (found.estimate, found.se) == pytest.approx(model[:2], abs=0.005)
    assert found.tau2 == pytest.approx(model[2], abs=0.0005)
    back = [float(from_logit(x)) for x in (found.estimate, found.ci.lower, found.ci.upper)]
    assert back == pytest.approx(shown, abs=0.0005)


def test_table_iii() -> None:
    found = pooled("OR", events1=COATED, total1=COATED_OF, events2=PLAIN, total2=PLAIN_OF)
    assert found.estimate == pytest.approx(-0.980, abs=0.0005)
    assert found.se == pytest.approx(0.243, abs=0.0005)  # 0.244 in the paper.
    assert sqrt(found.tau2 or 0.0) == pytest.approx(0.19, abs=0.005)
    shown = [exp(x) for x in (found.estimate, found.ci.lower, found.ci.upper)]
    assert shown == pytest.approx([0.38, 0.23, 0.60], abs=0.005)  # To 0.62 in the paper.


@pytest.mark.parametrize(
    ("events", "days", "model", "shown"),
    [
        (UNFILLED, UNFILLED_DAYS, (1.468, 0.243, 0.370), (4.34, 2.70, 6.98)),  # 6.99 in the paper.
        (FILLED, FILLED_DAYS, (0.981, 0.326, 0.639), (2.67, 1.41, 5.05)),
    ],
)
def test_table_vii(
    events: list[int],
    days: list[int],
    model: tuple[float, float, float],
    shown: tuple[float, float, float],
) -> None:
    found = pooled("IRLN", events=events, time=rates(days))
    assert (found.estimate, found.se, found.tau2) == pytest.approx(model, abs=0.0005)
    back = [exp(x) for x in (found.estimate, found.ci.lower, found.ci.upper)]
    assert back == pytest.approx(shown, abs=0.005)


def test_table_viii() -> None:
    found = pooled(
        "IRR",
        events1=FILLED,
        time1=rates(FILLED_DAYS),
        events2=UNFILLED,
        time2=rates(UNFILLED_DAYS),
    )
    assert found.estimate == pytest.approx(-0.396, abs=0.0005)
    assert found.se == pytest.approx(0.227, abs=0.0005)  # 0.223 in the paper.
    assert sqrt(found.tau2 or 0.0) == pytest.approx(0.31, abs=0.005)
    shown = [exp(x) for x in (found.estimate, found.ci.lower, found.ci.upper)]
    assert shown == pytest.approx([0.67, 0.43, 1.05], abs=0.005)  # To 1.04 in the paper.

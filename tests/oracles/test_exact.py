"""Where R and reviewkit differ in a regression, exact arithmetic on the same numbers decides.

Effects, variances, columns and τ² are taken as the rational numbers that they are in binary; the
regression on them is then exact, and only its result is rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from tests.oracles.adapter import solve
from tests.oracles.ledgers import fits
from tests.oracles.pinned import CASES, Case

Matrix = list[list[Fraction]]

CLOSE = 1e-9

FAR = [case for case in CASES if case["id"] in fits.APART[fits.FAR_FROM_ZERO]]
WITHOUT_CONSTANT = [case for case in CASES if case["id"] in fits.APART[fits.MEAN_CENTRED]]


def name(case: Case) -> str:
    return str(case["id"])


def rational(rows: Sequence[Sequence[float]]) -> Matrix:
    return [[Fraction(value) for value in row] for row in rows]


def product(one: Matrix, other: Matrix) -> Matrix:
    columns = list(zip(*other, strict=True))
    return [
        [sum((x * y for x, y in zip(row, column, strict=True)), Fraction()) for column in columns]
        for row in one
    ]


def transposed(matrix: Matrix) -> Matrix:
    return [list(row) for row in zip(*matrix, strict=True)]


def inverse(matrix: Matrix) -> Matrix:
    """Return the inverse by elimination, which of rational numbers is exact."""
    n = len(matrix)
    rows = [[*row, *(Fraction(i == j) for j in range(n))] for i, row in enumerate(matrix)]
    for i in range(n):
        pivot = next(j for j in range(i, n) if rows[j][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j in range(n):
            if j != i and rows[j][i]:
                rows[j] = [x - rows[j][i] * y for x, y in zip(rows[j], rows[i], strict=True)]
    return [row[n:] for row in rows]


class Exact:
    """The regression of a case at a given τ²."""

    def __init__(self, case: Case, tau2: float) -> None:
        x, y = rational(case["inputs"]["X"]), rational([[each] for each in case["inputs"]["yi"]])
        w = [1 / (Fraction(v) + Fraction(tau2)) for v in case["inputs"]["vi"]]
        xw = [[value * w[i] for i, value in enumerate(column)] for column in transposed(x)]
        self.inverse = inverse(product(xw, x))
        self.b = product(self.inverse, product(xw, y))
        fitted = product(x, self.b)
        self.squares = sum(
            (w[i] * (y[i][0] - each[0]) ** 2 for i, each in enumerate(fitted)), Fraction()
        )
        self.df = len(y) - len(self.b)

    def joint_test(self, rows: Sequence[Sequence[float]], *, test: str) -> float:
        """Return the Wald test of contrasts: chi-square for z, else F."""
        contrasts = rational(rows)
        off = product(contrasts, self.b)
        spread = inverse(product(product(contrasts, self.inverse), transposed(contrasts)))
        (q,) = product(product(transposed(off), spread), off)[0]
        if test == "z":
            return float(q)
        factor = self.squares / self.df if test in {"knha", "adhoc"} else Fraction(1)
        factor = max(factor, Fraction(1)) if test == "adhoc" else factor
        return float(q / factor / len(rows))


@pytest.mark.parametrize("case", FAR, ids=name)
def test_columns_far_from_zero(case: Case) -> None:
    found = solve(case)
    exact = Exact(case, found["tau2"])
    assert found["beta"] == pytest.approx([float(each) for (each,) in exact.b], rel=CLOSE)
    assert found["QE"] == pytest.approx(float(Exact(case, 0.0).squares), rel=CLOSE)
    for asked in (found["wald"][kind] for kind in ("btt", "joint") if kind in found["wald"]):
        rows = asked.get("L") or [
            [float(i == each - 1) for i in range(len(exact.b))] for each in asked["btt"]
        ]
        test = case["call"]["options"]["test"]
        assert asked["QM"] == pytest.approx(exact.joint_test(rows, test=test), rel=CLOSE)


@pytest.mark.parametrize("case", WITHOUT_CONSTANT, ids=name)
def test_columns_that_cannot_make_a_constant(case: Case) -> None:
    exact = float(Exact(case, 0.0).squares)
    assert solve(case)["QE"] == pytest.approx(exact, rel=CLOSE)
    assert case["expected"]["QE"] > 1.1 * exact  # There is no smaller sum of squares.

"""GRIMMER, DEBIT and SPRITE: the arithmetic by hand, what is refused, and giving up."""

from __future__ import annotations

import importlib
import json
from math import sqrt

import pytest

from reviewkit.audit import Fit, debit, grimmer, sprite
from reviewkit.audit.multisets import GaveUp, Steps, search


def test_grimmer_by_hand() -> None:
    """1, 2, 2, 3, 4: sum 12, squares 34, SD² = (5·34 - 144)/(5·4) = 1.3."""
    found = grimmer("2.40", f"{sqrt((5 * 34 - 144) / (5 * 4)):.2f}", 5)
    assert found.squares == (12, 34)
    assert found.sums == range(12, 13)
    assert not grimmer("2.40", "1.22", 5).fits  # 33 squares are odd where 12 is even: 1.18 or 1.30


def test_grimmer_by_hand_with_items() -> None:
    """Two people with 3 and 4 points over two items: mean 7/4, SD² = (2·25 - 49)/(2·1·4)."""
    assert grimmer("1.75", f"{sqrt((2 * 25 - 49) / (2 * 1 * 4)):.3f}", 2, items=2).squares == (
        7,
        25,
    )


def test_grimmer_says_if_the_other_divisor_would_fit() -> None:
    """1, 2, 3 have an SD of 1 by n - 1, and of √(2/3) = 0.816 by n."""
    found = grimmer("2.00", "0.816", 3)
    assert not found.fits
    assert found.explanations[0].startswith("an SD that divides by n instead of n - 1")


def test_debit_says_if_the_other_divisor_would_fit() -> None:
    found = debit("0.35", f"{sqrt(7 * 13 / 400):.3f}", 20)
    assert not found.fits
    assert found.explanations[0].startswith("an SD that divides by n instead of n - 1")


def test_sprite_by_hand() -> None:
    """Nineteen 1s and a 2: mean 21/20, SD² = (20·23 - 441)/(20·19) = 0.05, and no other sample."""
    found = sprite("1.05", f"{sqrt(0.05):.2f}", 20, scale=(1, 5))
    assert found.sample == ((1, 19), (2, 1))
    assert found.forced == ((1, 19), (2, 1))
    assert (found.top, found.bottom) == (2, 1)


def test_sprite_all_alike() -> None:
    found = sprite("3.00", "0.00", 10, scale=(1, 5))
    assert found.sample == ((3, 10),)
    assert (found.top, found.bottom) == (3, 3)


def test_sprite_tells_points_of_items() -> None:
    found = sprite("2.5", "0.7", 2, scale=(1, 3), items=2)
    assert found.sample == ((4, 1), (6, 1))
    assert "2 items" in found.printed


def test_a_search_that_gives_up_flags_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("reviewkit.audit.sprite")  # the package exports the function
    monkeypatch.setattr(module, "MOST_STEPS", 0)
    found = sprite("2.20", "1.32", 20, scale=(1, 5))
    assert found.fits
    assert found.sample is None
    assert not found.complete
    assert not found.informative
    assert found.implies == "not decided"


def test_steps_run_out() -> None:
    with pytest.raises(GaveUp):
        search(5, 10, 30, 5, Steps(0))


def test_a_capped_number() -> None:
    assert search(3, 3, 3, 2, Steps(100)) == [(1, 3)]
    assert search(3, 3, 3, 2, Steps(100), capped=(1, 2)) is None
    assert search(2, 0, 0, 2, Steps(100), capped=(0, 1)) is None


@pytest.mark.parametrize(
    ("run", "message"),
    [
        (lambda: grimmer("3.5", "-1", 10), "an SD is at least 0, not -1"),
        (lambda: grimmer("3.5", "1", 1), "n is a whole number of at least 2, not 1"),
        (lambda: grimmer("3.5", "1", 5, items=0), "items is a whole number of at least 1, not 0"),
        (lambda: grimmer("about 3", "1", 5), "'about 3' is not one plain number"),
        (lambda: debit("1.5", "0.5", 10), "the mean of ones and zeros is between 0 and 1, not 1.5"),
        (lambda: debit("0.5", "< 1", 10), "'< 1' is not one plain number"),
        (lambda: sprite("3", "1", 10, scale=(5, 1)), "from a lower to a higher number, not 5 to 1"),
    ],
)
def test_what_cannot_be_tested(run: object, message: str) -> None:
    assert callable(run)
    with pytest.raises(ValueError, match=message):
        run()


@pytest.mark.parametrize(
    "fit",
    [
        grimmer("5.23", "2.55", 35),
        debit("0.35", "0.18", 20),
        sprite("2.20", "1.32", 20, scale=(1, 5)),
        sprite("2.20", "2.32", 20, scale=(1, 5)),
    ],
)
def test_to_dict_is_json(fit: Fit) -> None:
    assert json.loads(json.dumps(fit.to_dict())) == fit.to_dict()

"""Every combination of what is left open; or, where there are too many, a labelled part of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reviewkit.effects.choices import Choice
from reviewkit.review.multiverse import (
    MOST_COMBINATIONS,
    SAMPLE,
    Multiverse,
    multiverse,
    turns_on,
)


def choice(name: str, *options: str) -> Choice:
    return Choice(name=name, options=options, why="a test", origin="reading")


def test_nothing_open_is_one_specification() -> None:
    runs = multiverse(())
    assert (runs.specifications, runs.complete, runs.main) == (({},), True, {})


def test_all_combinations_the_declared_one_first() -> None:
    runs = multiverse([choice("spread", "se", "sd"), choice("r", "0.5", "0", "0.9")])
    assert runs.main == {"spread": "se", "r": "0.5"}
    assert len(runs.specifications) == 2 * 3
    assert len({tuple(spec.items()) for spec in runs.specifications}) == 2 * 3
    assert runs.complete


def test_a_choice_that_two_results_share_is_made_once() -> None:
    """Readings of one paper are linked: ± means one thing throughout."""
    runs = multiverse([choice("alpha/spread", "sd", "se"), choice("alpha/spread", "sd", "se")])
    assert len(runs.specifications) == 2


@pytest.mark.parametrize(("choices", "complete"), [(13, True), (14, False)])
def test_from_ten_thousand_on_a_part_is_run_and_labelled(choices: int, complete: bool) -> None:
    assert 2**13 <= MOST_COMBINATIONS < 2**14
    runs = multiverse([choice(f"c{i}", "a", "b") for i in range(choices)])
    assert runs.complete is complete
    if complete:
        assert len(runs.specifications) == 2**choices


def test_exactly_ten_thousand_are_all_run() -> None:
    options = [f"o{i}" for i in range(100)]
    runs = multiverse([choice("a", *options), choice("b", *options)])
    assert (runs.complete, len(runs.specifications)) == (True, 10_000)
    more = multiverse([choice("a", *options[:73]), choice("b", *options, *map(str, range(37)))])
    assert 73 * 137 == 10_001
    assert not more.complete


def test_the_part_holds_the_main_one_each_choice_alone_and_a_seeded_sample() -> None:
    choices = [choice(f"c{i}", "a", "b", "c") for i in range(9)]
    runs = multiverse(choices)
    rows = [tuple(spec.values()) for spec in runs.specifications]
    main = ("a",) * 9
    assert rows[0] == main
    alone = rows[1 : 1 + 2 * 9]
    assert all(sum(x != y for x, y in zip(row, main, strict=True)) == 1 for row in alone)
    assert len(set(alone)) == 2 * 9
    assert 1 + 2 * 9 < len(rows) <= 1 + 2 * 9 + SAMPLE
    assert len(set(rows)) == len(rows)
    assert multiverse(choices) == runs


def run(*choices: Choice) -> Multiverse:
    return multiverse(choices)


def test_what_an_outcome_turns_on() -> None:
    runs = run(
        choice("spread", "sd", "se"), choice("r", "0", "0.5"), choice("allocation", "a", "b")
    )
    by_spread = [spec["spread"] for spec in runs.specifications]
    assert turns_on(runs, by_spread) == ("spread",)
    assert turns_on(runs, ["same"] * 8) == ()
    both = [spec["spread"] == "se" and spec["r"] == "0.5" for spec in runs.specifications]
    assert turns_on(runs, both) == ("spread", "r")


def test_in_a_part_an_outcome_turns_on_what_changes_it_alone() -> None:
    choices = [choice(f"c{i}", "a", "b") for i in range(14)]
    runs = multiverse(choices)
    assert "c3" in turns_on(runs, [spec["c3"] for spec in runs.specifications])
    first, second = next((a, b) for a, b in pairwise(runs.specifications) if a["c5"] != b["c5"])
    assert first != second

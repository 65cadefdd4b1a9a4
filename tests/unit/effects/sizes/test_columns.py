"""Columns in: names, forms, missing and impossible numbers; each message whole."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pandas as pd
import pytest

from reviewkit.effects import effect_sizes, over_r
from reviewkit.errors import NotEstimable

GROUPS: dict[str, Any] = {
    "n1": [4, 8],
    "mean1": [10.0, 9.0],
    "sd1": [2.0, 2.5],
    "n2": [6, 8],
    "mean2": [7.0, 8.0],
    "sd2": [3.0, 2.5],
}
CHANGE: dict[str, Any] = {
    "n": [9, 16],
    "mean_before": [10.0, 5.0],
    "sd_before": [3.0, 2.0],
    "mean_after": [12.0, 4.0],
    "sd_after": [4.0, 2.0],
}


@pytest.mark.parametrize(
    ("measure", "wrong", "message"),
    [
        ("MD", {"sd1": [2.0, -1.0]}, "sd1, row 2: -1 is not 0 or more"),
        ("MD", {"n2": [0, 8]}, "n2, row 1: 0 is not a number of people above 0"),
        ("MD", {"mean1": [np.inf, 1]}, "mean1, row 1: inf is not a finite number"),
        ("MD", {"mean1": ["ten", 9]}, "mean1 is not a column of numbers: could not convert"),
        (
            "MD",
            {"n1": [4, 8, 9]},
            "columns are of one length, one row a study: n1 has 3, mean1 has",
        ),
        ("MD", {"n1i": [4, 8]}, "n1 and n1i are one column: give one of them"),
        ("MD", {"n1": [[4, 8]]}, "n1 is a single column, not of 2 dimensions"),
    ],
)
def test_impossible_columns_of_groups(measure: str, wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        effect_sizes(measure, {**GROUPS, **wrong})


@pytest.mark.parametrize(
    ("measure", "data", "message"),
    [
        (
            "RR",
            {"events1": [4, 11], "total1": [10, 10], "events2": [1, 1], "total2": [10, 10]},
            "events1, row 2: 11 events among 10 are impossible",
        ),
        (
            "PR",
            {"events": [4], "others": [5], "total": [10]},
            "total, row 1: is not events + others",
        ),
        ("IR", {"events": [4], "time": [0.0]}, "time, row 1: 0 is not a time above 0"),
        ("COR", {"n": [9], "r": [1.2]}, "r, row 1: 1.2 is not between -1 and 1"),
        ("ARAW", {"n": [9], "items": [3], "alpha": [1.2]}, "alpha, row 1: 1.2 is not 1 or less"),
        ("IR", {"events": [-1], "time": [3.0]}, "events, row 1: -1 is not a count of 0 or more"),
        (
            "SMD",
            {"n1": [4], "mean1": [2.0]},
            "SMD takes n1 mean1 sd1 n2 mean2 sd2 or d n1 n2 or t n1 n2; found n1 mean1",
        ),
        (
            "RR",
            {},
            "RR takes events1 others1 events2 others2 or events1 total1 or events2 total2; ",
        ),
    ],
)
def test_impossible_or_absent_columns(measure: str, data: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        effect_sizes(measure, data)


def test_metafors_names_are_understood() -> None:
    names = {"n1": "n1i", "mean1": "m1i", "sd1": "sd1i", "n2": "n2i", "mean2": "m2i", "sd2": "sd2i"}
    renamed = {names[name]: values for name, values in GROUPS.items()}
    assert effect_sizes("SMD", renamed).y.tolist() == effect_sizes("SMD", GROUPS).y.tolist()


def test_frames_name_their_rows() -> None:
    frame = pd.DataFrame(GROUPS, index=["smith-2001", "jones-2002"])
    sizes = effect_sizes("SMD", frame)
    assert sizes.labels == ("smith-2001", "jones-2002")
    nullable = frame.astype({"n1": "Int64"})
    nullable.loc["smith-2001", "n1"] = pd.NA
    assert effect_sizes("SMD", nullable).why_not == ("not given: n1", None)


def test_a_missing_arm_is_named_and_stays_in_its_row() -> None:
    data = {**GROUPS, "n2": [None, 8], "mean2": [np.nan, 8.0], "sd2": [None, 2.5]}
    sizes = effect_sizes("MD", data)
    assert sizes.why_not == ("not given: n2, mean2, sd2", None)
    assert sizes.estimable.tolist() == [False, True]
    assert np.isnan(sizes.y[0])
    with pytest.raises(NotEstimable, match="not given: n2, mean2, sd2"):
        sizes.effect(0)


def test_a_mean_without_its_sd_keeps_the_estimate() -> None:
    sizes = effect_sizes("MD", {**GROUPS, "sd1": [None, 2.5]})
    assert sizes.y[0] == 3.0
    assert np.isnan(sizes.v[0])
    assert sizes.why_not[0] == "not given: sd1"


def test_totals_and_others_may_be_mixed() -> None:
    mixed = effect_sizes(
        "OR",
        {
            "events1": [4, 4],
            "others1": [6, None],
            "total1": [None, 10],
            "events2": [3, 3],
            "others2": [7, 7],
        },
    )
    assert mixed.y[0] == mixed.y[1]
    lacking = effect_sizes("OR", {"events1": [4], "total1": [None], "events2": [3], "total2": [9]})
    assert lacking.why_not == ("not given: others1 (or total1)",)


def test_studies_may_report_different_things() -> None:
    sizes = effect_sizes("SMD", {**GROUPS, "d": [None, 0.4], "t": [2.0, 1.0]})
    assert sizes.notes[0] == (
        "derived: d = t·√(1/n1 + 1/n2) from Student's t of two independent groups",
    )
    assert sizes.notes[1] == (
        "derived: d as printed is taken as (mean1 - mean2)/SD_pooled without J",
    )
    j_14 = 720 / (7**0.5 * 287.88527781504507)  # Γ(7)/(√7·Γ(13/2))
    assert sizes.y[1] == pytest.approx(0.4 * j_14, rel=1e-12)


def test_a_printed_sd_of_change_needs_no_correlation() -> None:
    sizes = effect_sizes("MC", {**CHANGE, "change": [2.0, None], "sd_change": [3.0, None]}, r=0.5)
    assert sizes.formula[0].startswith("MC = change as printed; SE = SD_change/√n")
    assert sizes.v[0] == pytest.approx(9 / 9, rel=1e-12)
    assert sizes.v[1] == pytest.approx((4 + 4 - 4) / 16, rel=1e-12)
    assert sizes.notes[1] == ("correlation r = 0.5 between before and after assumed",)


def test_r_is_assumed_only_where_none_is_given() -> None:
    sizes = effect_sizes("SMCC", {**CHANGE, "r": [0.8, None]}, r=0.5)
    assert sizes.notes == ((), ("correlation r = 0.5 between before and after assumed",))
    with pytest.raises(ValueError, match="MD takes no correlation to assume"):
        effect_sizes("MD", GROUPS, r=0.5)
    with pytest.raises(ValueError, match="between -1 and 1, not 5"):
        effect_sizes("MC", CHANGE, r=5)


def test_r_is_ranged_over() -> None:
    ranged = over_r("MC", CHANGE, over=(0.3, 0.7))
    assert list(ranged) == [0.3, 0.7]
    assert ranged[0.3].y.tolist() == ranged[0.7].y.tolist()
    assert (ranged[0.3].v > ranged[0.7].v).all()


def test_split_groups_are_kept_and_said() -> None:
    sizes = effect_sizes("MD", {**GROUPS, "n1": [4.5, 8]})
    assert sizes.v[0] == pytest.approx(4 / 4.5 + 9 / 6, rel=1e-12)
    assert sizes.warnings == (("n1 is no whole number",), ())

"""Means and spreads of records against their scale, and a pool against its parts."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.audit import difference_within, mean_within, pool_fits, spread_within
from reviewkit.audit.results import Check, checks_of
from reviewkit.records import Study

SCALE = {"least": "1", "most": "5", "whole": "yes", "items": "1", "why": "said"}
WITHIN = {
    "outcome": "calm",
    "contrast": "within-arm",
    "arm": "bath",
    "time": "4 weeks",
    "direction": "increases",
    "at": "paper",
}
BINARY = {**SCALE, "least": "0", "most": "1"}


def study(results: dict[str, Any], **more: Any) -> Study:
    arm = {"intervention": "bath", "at": "paper"}
    return Study.model_validate(
        {
            "id": "alpha-2019",
            "citation": {"authors": ["A"], "year": "2019", "title": "A bath"},
            "read": {"paper": {"url": "https://a.org", "access": "full-text", "on": "2020-01-02"}},
            "design": {"type": "before-after", "allocation": "not randomised", "at": "paper"},
            "population": {"who": "adults", "n": {"analysed": "20"}, "at": "paper"},
            "arms": {"bath": arm, "none": arm},
            "results": results,
            **more,
        }
    )


def rated(moment: dict[str, Any], scale: dict[str, Any], part: str = "after") -> list[Check]:
    """Return the checks of one summary of twenty people on a scale."""
    result = {**WITHIN, "n": "20", part: moment, "scale": scale}
    return [check for check in checks_of(study({"calm": result})) if check.code > "A4"]


def verdicts(checks: list[Check]) -> dict[str, bool]:
    return {check.code: check.fit.fits for check in checks}


CASES: tuple[tuple[dict[str, Any], dict[str, Any], dict[str, bool]], ...] = (
    # what is printed, the scale, and each code that is asked with its answer
    ({"mean": "5.20"}, SCALE, {"A401": False}),
    ({"mean": "3.52"}, SCALE, {"A401": True, "A402": False}),  # 70.4 of 20
    ({"mean": "3.55"}, SCALE, {"A401": True, "A402": True}),
    ({"mean": "3.52", "sd": "0.80"}, SCALE, {"A401": True, "A407": False, "A402": False}),
    ({"mean": "3.50", "sd": "0.61"}, SCALE,
     {"A401": True, "A407": True, "A402": True, "A403": True, "A405": True}),
    ({"mean": "3.50", "sd": "0.40"}, SCALE,
     {"A401": True, "A407": True, "A402": True, "A403": False}),
    ({"mean": "3.50", "spread": "0.40"}, SCALE,
     {"A401": True, "A407": True, "A402": True, "A406": False}),
    # Whole numbers have this SD, but none from 1 to 5 do: half at either end give 2.05.
    ({"mean": "3.00", "sd": "2.25"}, SCALE,
     {"A401": True, "A407": False, "A402": True, "A403": True, "A405": False}),
    ({"mean": "0.35", "sd": "0.49"}, BINARY,
     {"A401": True, "A407": False, "A402": True, "A404": True}),
    ({"mean": "0.35", "sd": "0.18"}, BINARY,
     {"A401": True, "A407": True, "A402": True, "A404": False}),
    ({"mean": "0.35", "spread": "0.18"}, BINARY,
     {"A401": True, "A407": True, "A402": True, "A406": False}),
    ({"mean": "3.50", "se": "0.40"}, SCALE, {"A401": True, "A402": True}),
    # What is not known is not asked.
    ({"mean": "3.52", "sd": "0.80"}, {"least": "1", "why": "said"}, {"A407": True}),
    ({"mean": "3.52"}, {"most": "5", "least": "1", "why": "said"}, {"A401": True}),
    ({"mean": "3.52"}, {"whole": "yes", "why": "said"}, {}),
    ({"mean": "3.52"}, {"whole": "no", "items": "1", "why": "said"}, {}),
    ({"mean": "about 3.52", "sd": "0.80"}, SCALE, {}),
    # Of several whole answers a mean is finer; a sum is whole however many there are.
    ({"mean": "3.52"}, {"whole": "yes", "items": "10", "scored": "mean", "why": "said"},
     {"A402": True}),
    ({"mean": "3.52"}, {"whole": "yes", "items": "10", "scored": "sum", "why": "said"},
     {"A402": False}),
    ({"mean": "3.52"}, {"whole": "yes", "items": "10", "why": "said"}, {"A402": True}),
)  # fmt: skip


@pytest.mark.parametrize(("moment", "scale", "expected"), CASES)
def test_a_summary_against_its_scale(
    moment: dict[str, Any], scale: dict[str, Any], expected: dict[str, bool]
) -> None:
    assert verdicts(rated(moment, scale)) == expected


def test_a_change_may_run_from_end_to_end_either_way() -> None:
    assert verdicts(rated({"mean": "-3.90"}, SCALE, "change")) == {"A401": True, "A402": True}
    assert verdicts(rated({"mean": "-4.20"}, SCALE, "change")) == {"A401": False}
    found = verdicts(rated({"mean": "-0.50", "sd": "1.10"}, SCALE, "change"))
    assert found == {"A401": True, "A402": True, "A403": True, "A405": True}


def test_a_spread_of_groups_is_of_their_people() -> None:
    result = {
        "outcome": "calm",
        "contrast": "between-arms",
        "arm": "bath",
        "versus": "none",
        "time": "4 weeks",
        "direction": "increases",
        "at": "paper",
        "scale": SCALE,
        "groups": {
            "bath": {"n": "20", "after": {"mean": "3.52"}},
            "none": {"n": "25", "after": {"mean": "3.52"}},
        },
    }
    fits = {check.path[3]: check.fit.fits for check in checks_of(study({"calm": result}))
            if check.code == "A402"}  # fmt: skip
    assert fits == {"bath": False, "none": True}  # 88 of 25 is 3.52


@pytest.mark.parametrize(("main", "codes"), [("sd", {"A403"}), ("se", set()), (None, {"A406"})])
def test_a_spread_that_is_read_in_one_way_has_that_name(main: str | None, codes: set[str]) -> None:
    other = {"sd": "se", "se": "sd"}
    readings = {} if main is None else {
        "spread": {"options": ["sd", "se"], "main": main, "why": "a legend",
                   "impossible": {other[main]: "the legend names it"}}
    }  # fmt: skip
    result = {
        "outcome": "calm", "contrast": "within-arm", "arm": "bath", "time": "4 weeks", "n": "20",
        "direction": "increases", "at": "paper", "after": {"mean": "3.50", "spread": "0.40"},
        "scale": SCALE, "readings": readings,
    }  # fmt: skip
    checks = checks_of(study({"calm": result}))
    assert {c.code for c in checks if not c.fit.fits} == codes


def pool(value: str, *parts: str) -> list[Check]:
    base = {"outcome": "calm", "contrast": "pooled", "arm": "bath", "versus": "none",
            "time": "4 weeks", "direction": "increases", "at": "paper"}  # fmt: skip
    subgroups = {
        f"part-{position}": {**base, "estimate": {"measure": "MD", "value": part}}
        for position, part in enumerate(parts)
    }
    whole = {**base, "estimate": {"measure": "MD", "value": value}, "parts": list(subgroups)}
    checks = checks_of(study({"whole": whole, **subgroups}))
    return [check for check in checks if check.code == "A306"]


@pytest.mark.parametrize(
    ("value", "fits"), [("0.8", True), ("0.5", True), ("1.2", True), ("0.4", False), ("2", False)]
)
def test_a_pool_lies_between_its_parts(value: str, fits: bool) -> None:
    (check,) = pool(value, "1.16", "0.52")
    assert check.fit.fits is fits
    assert check.severity == "hint"


def test_parts_that_are_no_plain_numbers_are_not_asked() -> None:
    assert pool("2", "1.16", "about 0.52") == []


def test_ends_are_not_rounded_and_means_are() -> None:
    assert mean_within("5.0", "1", "5").fits
    assert mean_within("0.96", "1", "5").fits is False
    assert mean_within("1", "1.4", "5").fits  # 1 may be 1.4999
    assert difference_within("4.04", "1", "5").fits is False
    assert difference_within("4", "1", "5").fits


def test_two_standard_deviations_at_the_kindest_rounding() -> None:
    assert spread_within("2.0", "1.0", "0", "10").fits
    assert spread_within("1.9", "1.0", "0", "10").fits  # 1.95 - 2 × 0.95
    assert not spread_within("1.8", "1.0", "0", "10").fits
    assert spread_within("8.8", "1.0", "0", "10").implies.endswith("= 10.8, above 10")


def test_power_is_the_share_of_slips_beyond_an_end() -> None:
    """Of 4.9 on 1 to 5, slips of +2 to +9 tenths lie beyond: 8 of 18."""
    assert mean_within("4.9", "1", "5").power == pytest.approx(8 / 18)
    middle = mean_within("3.0", "1", "5")
    assert (middle.power, middle.informative) == (0, False)
    assert pool_fits("1.1", ["1.0", "1.2"]).power == pytest.approx(14 / 18)


def test_what_has_no_end_is_held_against_none() -> None:
    with pytest.raises(ValueError, match="neither is known"):
        spread_within("2.0", "1.0", None, None)
    with pytest.raises(ValueError, match="from a lower to a higher number, not 5 to 1"):
        mean_within("2.0", "5", "1")

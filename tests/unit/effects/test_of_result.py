"""From a recorded result to an effect: what the printed numbers allow, with their paths."""

from __future__ import annotations

from math import exp, log, sqrt
from typing import Any

import pytest
from scipy.special import stdtrit

from reviewkit.effects.of_result import effect_of
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.records import Study
from tests.unit.builder import STUDY, laid_over, merged, parsed

NOTHING = "versus: (left out)\ngroups: (left out)\n"
WITHIN = f"contrast: within-arm\n{NOTHING}"
NOT_COUNTED = "population: {n: {analysed: not reported}}\narms: {bath: {n: not reported}}"
SHARE = f"contrast: description\n{NOTHING}unit: (left out)\n"


def effect(result: str, study: str = "{}", **specification: str) -> ResultEffect:
    record = laid_over(merged(STUDY, study), {"results": {"onset": parsed(result)}})
    return effect_of(
        Study.model_validate({"id": "alpha", **record}),
        "onset",
        {name.replace("_", "/"): option for name, option in specification.items()},
    )


def told(found: ResultEffect) -> tuple[str, Any, Any]:
    assert found.effect is not None
    assert found.effect.se is not None
    return found.effect.measure, found.effect.estimate, found.effect.se


# -- two groups ------------------------------------------------------------------------------------


def test_means_of_two_groups() -> None:
    found = effect("{}")
    assert told(found) == ("MD", 20 - 30, pytest.approx(sqrt(10**2 / 20 + 10**2 / 20)))
    assert found.standardised is not None
    assert found.standardised.measure == "SMD"
    assert (found.unit, found.direction, found.n) == ("minutes", "decreases", 40)


def test_changes_of_two_groups_where_both_print_one() -> None:
    change = "{change: {mean: '-12.0', sd: '4.0'}}, none: {change: {mean: '-2.0', sd: '3.0'}}"
    found = effect(f"groups: {{bath: {change}}}")
    assert told(found) == ("MD", -12 - -2, pytest.approx(sqrt(4**2 / 20 + 3**2 / 20)))
    assert effect("groups: {bath: {change: {mean: '-12.0', sd: '4.0'}}}").effect == (
        effect("{}").effect
    )


def test_standard_errors_are_made_standard_deviations() -> None:
    groups = (
        "groups: {bath: {after: {sd: (left out), se: '2.0'}}, "
        "none: {after: {sd: (left out), se: '3.0'}}}"
    )
    assert told(effect(groups)) == ("MD", -10, pytest.approx(sqrt(2**2 + 3**2)))


def test_head_counts_of_the_arms_stand_in_for_those_of_the_groups() -> None:
    found = effect(
        "groups: {bath: {n: (left out)}, none: {n: (left out)}}", "arms: {bath: {n: '10'}}"
    )
    assert told(found)[2] == pytest.approx(sqrt(10**2 / 10 + 10**2 / 20))
    assert ("n", "10", ("arms", "bath", "n")) in [(p.name, p.text, p.path) for p in found.printed]


@pytest.mark.parametrize(
    ("result", "study", "why"),
    [
        ("groups: {none: (left out)}", "{}", "nothing is printed for none"),
        ("groups: {none: {after: {mean: (left out), sd: (left out)}}}", "{}", "groups' means"),
        ("groups: {none: {after: {sd: (left out)}}}", "{}", "no spread is printed beside the mean"),
        (
            "groups: {none: {n: (left out)}}",
            "arms: {none: {n: not reported}}",
            "the number of people in none is not printed",
        ),
        (WITHIN, "{}", "no number is printed from which an effect could be computed"),
        (f"{WITHIN}before: {{mean: '30'}}", "{}", "no number is printed"),
        (
            f"{WITHIN}before: {{median: '30'}}\nafter: {{mean: '20'}}",
            "{}",
            "the means before and after are not both printed",
        ),
        (
            f"{WITHIN}before: {{mean: '30', sd: '9'}}\nafter: {{mean: '20', sd: '9'}}",
            f"{NOT_COUNTED}\ndesign: {{type: before-after}}",
            "the number of people is not printed",
        ),
        (
            f"{WITHIN}before: {{mean: '30', sd: '9'}}\nafter: {{mean: '20', sd: '9'}}",
            "{}",
            "the correlation of the pairs is not printed and none is assumed",
        ),
    ],
)
def test_without_the_numbers_the_direction_alone(result: str, study: str, why: str) -> None:
    found = effect(result, study)
    assert (found.effect, found.standardised, found.unit) == (None, None, "")
    assert why in (found.why_not or "")
    assert found.direction == "decreases"


def test_events_of_two_groups() -> None:
    found = effect(
        "groups: {bath: {after: (left out), events: '4', total: '20'}, "
        "none: {after: (left out), events: '10'}}"
    )
    se = sqrt(1 / 4 - 1 / 20 + 1 / 10 - 1 / 20)
    assert told(found) == ("RR", pytest.approx(log((4 / 20) / (10 / 20))), pytest.approx(se))
    assert found.effect is not None
    assert (found.effect.scale, found.unit) == ("log", "")
    assert found.direction == "decreases"


def test_events_from_percentages_are_whole_and_said_to_be_derived() -> None:
    share = "{after: (left out), percent: '%s'}"
    found = effect(f"groups: {{bath: {share % 19}, none: {share % 50}}}")
    assert told(found)[1] == pytest.approx(log((4 / 20) / (10 / 20)))
    assert found.effect is not None
    assert "the count in bath is the whole number nearest to 19% of 20" in found.effect.assumptions


def test_conditions_in_the_same_people_are_paired() -> None:
    found = effect("contrast: between-conditions", correlation="0.9")
    sd_change = sqrt(10**2 + 10**2 - 2 * 0.9 * 10 * 10)
    # Both conditions hold the same 20 people.
    assert told(found) == ("MC", -10, pytest.approx(sd_change / sqrt(20)))
    assert found.n == 20
    assert found.effect is not None
    assert "bath less none in the same people, as a paired difference" in found.effect.assumptions
    assert "correlation r = 0.9 between before and after assumed" in found.effect.assumptions


def test_sides_of_the_body_are_paired_by_their_changes_too() -> None:
    change = (
        "bath: {after: (left out), change: {mean: '-12.0', sd: '4.0'}}, "
        "none: {after: (left out), change: {mean: '-2.0', sd: '3.0'}}"
    )
    found = effect(f"contrast: between-sides\ngroups: {{{change}}}", correlation="0.5")
    sd_change = sqrt(4**2 + 3**2 - 2 * 0.5 * 4 * 3)
    assert told(found) == ("MC", -10, pytest.approx(sd_change / sqrt(20)))


# -- one group -------------------------------------------------------------------------------------

KOYAMA = f"""{WITHIN}
n: "9"
before: {{mean: "0.085", spread: "0.003"}}
after: {{mean: "0.092", spread: "0.001"}}
readings: {{spread: {{options: [sd, se], why: a test}}}}
unit: mm
"""


@pytest.mark.parametrize("r", ["0", "0.5", "0.95"])
@pytest.mark.parametrize("reading", ["sd", "se"])
def test_before_and_after_under_each_reading_and_correlation(reading: str, r: str) -> None:
    found = effect(KOYAMA, alpha_spread=reading, correlation=r)
    factor = 1 if reading == "sd" else sqrt(9)
    before, after = 0.003 * factor, 0.001 * factor
    se = sqrt(before**2 + after**2 - 2 * float(r) * before * after) / sqrt(9)
    assert told(found) == ("MC", pytest.approx(0.092 - 0.085), pytest.approx(se))
    assert found.effect is not None
    assert found.effect.ci is not None
    assert found.effect.ci.lower == pytest.approx(0.007 - stdtrit(8, 0.975) * se)
    assert f"± is read as {reading.upper()}" in found.effect.assumptions
    assert found.standardised is not None
    assert found.standardised.measure == "SMCC"


def test_the_printed_numbers_are_named_with_their_text_and_path() -> None:
    found = effect(KOYAMA, alpha_spread="sd", correlation="0.5")
    path = ("results", "onset")
    assert [(p.name, p.text, p.path) for p in found.printed] == [
        ("mean", "0.085", (*path, "before", "mean")),
        ("±", "0.003", (*path, "before", "spread")),
        ("mean", "0.092", (*path, "after", "mean")),
        ("±", "0.001", (*path, "after", "spread")),
    ]


def test_a_printed_change_needs_no_correlation() -> None:
    found = effect(f"{WITHIN}n: '16'\nchange: {{mean: '-2.0', sd: '4.0'}}")
    assert told(found) == ("MC", -2, 4 / sqrt(16))


def test_a_change_without_spread_yields_to_before_and_after() -> None:
    piece = (
        f"{WITHIN}n: '16'\nbefore: {{mean: '30', sd: '9'}}\nafter: {{mean: '20', sd: '9'}}\n"
        "change: {n: '16'}"
    )
    assert told(effect(piece, correlation="0.5"))[:2] == ("MC", -10)


def test_nothing_changed_in_nobody() -> None:
    piece = f"{WITHIN}n: '1'\nchange: {{mean: '-2.0', sd: '4.0'}}"
    assert effect(piece).why_not == "a change in one person has no standard error"


# -- shares ----------------------------------------------------------------------------------------


def test_a_share_is_no_direction() -> None:
    found = effect(f"{SHARE}events: '30'\ntotal: '40'\ndirection: unclear")
    assert told(found) == ("PR", 30 / 40, pytest.approx(sqrt(0.75 * 0.25 / 40)))
    assert found.direction == "unclear"


@pytest.mark.parametrize("denominator", ["327", "340"])
def test_a_share_under_each_denominator(denominator: str) -> None:
    piece = (
        f"{SHARE}percent: '68.9'\n"
        "readings: {denominator: {options: ['327', '340'], why: a test}}"
    )
    found = effect(piece, **{"alpha#onset_denominator": denominator})
    events = round(0.689 * int(denominator))
    assert told(found)[:2] == ("PR", events / int(denominator))
    assert found.effect is not None
    assert f"the percentage is read as a share of {denominator}" in found.effect.assumptions


def test_a_share_of_nobody_knows_how_many() -> None:
    study = "population: {n: {analysed: not reported}}"
    found = effect(f"{SHARE}percent: '68.9'", study)
    assert found.why_not == "the denominator is not printed"
    assert told(effect(f"{SHARE}percent: '67.5'"))[1] == 27 / 40


# -- what the source computed itself ---------------------------------------------------------------

z = 1.959963984540054


def test_a_printed_estimate_with_its_interval() -> None:
    piece = "estimate: {measure: MD, value: '-8.0', lower: '-14.0', upper: '-2.0', level: '95'}"
    found = effect(piece)
    assert told(found) == ("MD", -8, pytest.approx((14 - 2) / 2 / z))
    assert (found.standardised, found.unit) == (None, "minutes")
    assert [p.name for p in found.printed] == ["estimate", "lower limit", "upper limit", "level"]


def test_a_level_that_is_not_printed_is_assumed_and_said() -> None:
    found = effect("estimate: {measure: MD, value: '-8.0', lower: '-14.0', upper: '-2.0'}")
    assert found.effect is not None
    assert any("its level is not printed" in text for text in found.effect.assumptions)


def test_an_interval_of_another_level_is_made_one_of_95_percent() -> None:
    piece = "estimate: {measure: MD, value: '-8.0', lower: '-14.0', upper: '-2.0', level: '90'}"
    found = effect(piece)
    se = 6 / 1.6448536269514722
    assert told(found) == ("MD", -8, pytest.approx(se))
    assert found.effect is not None
    assert found.effect.ci is not None
    assert found.effect.ci.level == 0.95
    assert found.effect.ci.lower == pytest.approx(-8 - z * se)
    assert any("90% interval is made a 95% interval" in a for a in found.effect.assumptions)


def test_a_printed_ratio_goes_by_its_logarithm() -> None:
    piece = "estimate: {measure: RR, value: '0.50', lower: '0.25', upper: '1.00', level: '95'}"
    found = effect(piece)
    assert told(found) == ("RR", pytest.approx(log(0.5)), pytest.approx(log(4) / 2 / z))
    assert found.effect is not None
    assert found.effect.ci is not None
    assert exp(found.effect.ci.lower) == pytest.approx(0.25)
    assert found.unit == ""


def test_a_relative_risk_reduction_is_read_as_a_risk_ratio() -> None:
    printed = "{measure: RRR, value: '52', lower: '27', upper: '69', level: '95'}"
    found = effect(f"groups: (left out)\nestimate: {printed}\nunit: (left out)")
    assert found.effect is not None
    assert found.effect.ci is not None
    assert found.effect.measure == "RR"
    assert exp(found.effect.estimate) == pytest.approx(1 - 0.52)
    assert exp(found.effect.ci.lower) == pytest.approx(1 - 0.69)
    assert exp(found.effect.ci.upper) == pytest.approx(1 - 0.27)
    assert found.direction == "decreases"
    assert "a relative risk reduction of R% is the risk ratio 1 − R/100" in found.effect.assumptions


def test_a_relative_risk_reduction_without_interval_gives_no_effect() -> None:
    found = effect(
        "groups: (left out)\nestimate: {measure: RRR, value: '59'}\np: '0.01'\nunit: (left out)"
    )
    assert found.effect is None
    assert found.direction == "decreases"


def test_a_printed_smd_is_its_own_size() -> None:
    piece = "estimate: {measure: SMD, value: '-0.9', lower: '-1.2', upper: '-0.6'}"
    found = effect(piece)
    assert found.standardised is not None
    assert (found.standardised.measure, found.standardised.estimate) == ("SMD", -0.9)


def test_an_exact_p_gives_the_standard_error_of_an_estimate_without_interval() -> None:
    found = effect("estimate: {measure: MD, value: '-8.0'}\np: '0.05'")
    assert told(found) == ("MD", -8, pytest.approx(8 / z))
    assert found.effect is not None
    assert "the printed p is that of a z test of this estimate" in found.effect.assumptions
    ratio = effect("estimate: {measure: RR, value: '0.50'}\np: '0.05'")
    assert told(ratio) == ("RR", pytest.approx(log(0.5)), pytest.approx(log(2) / z))


def test_a_ratio_of_the_opposite_is_kept_and_its_direction_turned() -> None:
    piece = "estimate: {measure: RR, value: '2.00', lower: '1.50', upper: '2.67'}"
    found = effect(f"{piece}\nreversed: 'true'")
    assert told(found)[:2] == ("RR", pytest.approx(log(2)))
    assert (found.reversed, found.direction) == (True, "decreases")
    assert (effect(piece).reversed, effect(piece).direction) == (False, "increases")


@pytest.mark.parametrize(
    ("estimate", "why"),
    [
        ("{measure: MD, value: '-8.0'}", "the MD is printed without an interval"),
        ("{measure: MD, value: '-8.0'}\np: '< .05'", "without an interval or an exact p"),
        ("{measure: MD, value: '0'}\np: '.05'", "no standard error follows"),
        ("{measure: RR, value: '0'}\np: '.05'", "a RR of 0 has no logarithm"),
        (
            "{measure: MD, value: '2.0', lower: '2.04', upper: '3.0'}",
            "as rounded lies outside its interval",
        ),
        ("{measure: RR, value: '0.5', lower: '0.0', upper: '1.0'}", "without a logarithm"),
    ],
)
def test_an_estimate_that_yields_no_effect_says_why(estimate: str, why: str) -> None:
    assert why in (effect(f"estimate: {estimate}").why_not or "")


def test_a_number_printed_as_a_bound_is_taken_as_the_bound_and_said() -> None:
    found = effect("groups: {bath: {after: {mean: '< 20.0'}}}")
    assert told(found)[1] == -10
    assert found.effect is not None
    assert "mean printed as < 20.0 is taken as its bound" in found.effect.assumptions


def test_a_printed_range_is_taken_as_its_middle_and_said() -> None:
    found = effect("groups: {bath: {after: {mean: 18 to 22}}}")
    assert told(found)[1] == -10
    assert found.effect is not None
    assert "mean printed as 18 to 22 is taken as its middle" in found.effect.assumptions


def test_numbers_that_rise_as_the_outcome_falls_are_turned() -> None:
    plain, turned = effect("{}"), effect("reversed: 'true'\ndirection: increases")
    assert told(turned) == ("MD", 10, told(plain)[2])
    assert (plain.direction, turned.direction) == ("decreases", "increases")
    assert turned.standardised is not None
    assert turned.standardised.estimate > 0
    assert turned.effect is not None
    assert any("the sign is turned" in text for text in turned.effect.assumptions)
    # A share is no scale that could run backwards; where nothing can be computed, nothing turns.
    assert told(effect(f"{SHARE}events: '30'\ntotal: '40'\nreversed: 'true'"))[1] == 30 / 40
    assert effect(f"{NOTHING}contrast: within-arm\nreversed: 'true'").effect is None


def test_an_effect_without_a_standardised_one() -> None:
    found = effect(f"{WITHIN}n: '2'\nchange: {{mean: '-2.0', sd: '4.0'}}")
    assert told(found)[:2] == ("MC", -2)
    assert found.standardised is None


def test_pairs_of_nobody_knows_how_many() -> None:
    groups = "groups: {bath: {n: (left out)}, none: {n: (left out)}}"
    found = effect(f"contrast: between-conditions\n{groups}", NOT_COUNTED, correlation="0.5")
    assert found.why_not == "the number of people is not printed"


def test_events_among_nobody_knows_how_many() -> None:
    events = "{n: (left out), after: (left out), events: '4'}"
    found = effect(f"groups: {{bath: {events}, none: {events}}}")
    assert found.why_not == "the total of bath is not printed"


def test_an_effect_of_zero_keeps_the_direction_that_the_source_states() -> None:
    found = effect("groups: {bath: {after: {mean: '30.0'}}}\ndirection: no difference")
    assert (told(found)[1], found.direction) == (0, "no difference")


def test_the_direction_is_that_of_the_numbers() -> None:
    assert effect("direction: increases").direction == "decreases"

"""What would move a body: named changes at their best, and the trial that would be enough."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from statistics import NormalDist

import pytest

from reviewkit.certainty import CERTAINTY, Alternative, Moving, Trial, moving
from tests.unit.builder import Folder

Z = NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.80)
WITHIN = """
contrast: within-arm
versus: (left out)
groups: (left out)
before: {mean: "30.0", sd: "10.0"}
after: {mean: "20.0", sd: "10.0"}
"""
SILENT = "groups: (left out)"
MID = "outcomes: {onset: {mid: {value: '5', unit: minutes, source: a, basis: convention}}}"
EVENTS = """
groups:
  bath: {n: "100", events: "20", after: (left out)}
  none: {n: "100", events: "40", after: (left out)}
unit: (left out)
"""


def moved(folder: Folder, *uses: str) -> Moving:
    listed = ", ".join(f"{{result: {use}#onset}}" for use in uses or ("alpha",))
    graded = folder.body("onset", f"uses: [{listed}]").grade()
    body = graded.bodies["onset"]
    return moving(
        graded.evidence, body.main, zip(body.multiverse.specifications, body.all, strict=True)
    )


def trial(folder: Folder) -> Trial:
    found = moved(folder).trial
    assert found is not None
    return found


def test_a_sound_body_is_moved_by_nothing_that_could_be_printed(tmp_path: Path) -> None:
    people = "{population: {n: {analysed: '1000'}}, arms: {bath: {n: '500'}, none: {n: '500'}}}"
    sizes = "groups: {bath: {n: '500', after: {mean: '26.0'}}, none: {n: '500'}}"
    found = moved(Folder(tmp_path).study("alpha", people, onset=sizes))
    assert (found.alone, found.together, found.not_enough) == ((), None, ())


def test_an_interval_that_is_not_printed_would_move_it_by_itself(tmp_path: Path) -> None:
    (move,) = moved(Folder(tmp_path).study("alpha", onset=SILENT)).alone
    assert move.kinds == ("numbers",)
    assert "alpha (now: no number is printed" in move.what[0]
    assert (move.certainty, move.levels) == ("high", 3)


def test_a_comparison_that_is_not_printed_would_start_higher(tmp_path: Path) -> None:
    (move,) = moved(Folder(tmp_path).study("alpha", onset=WITHIN)).alone
    assert move.kinds == ("comparison",)
    assert "alpha had printed the comparison with “no bath” (a randomised contrast)" in move.what[0]
    assert move.certainty == "high"


def test_a_study_without_an_untreated_arm_could_print_no_comparison(tmp_path: Path) -> None:
    other = "arms: {none: (left out), foot: {intervention: foot-bath, at: paper}}"
    found = moved(Folder(tmp_path).study("alpha", other, onset=WITHIN))
    assert (found.alone, found.not_enough) == ((), ())


def test_a_comparison_is_charged_with_the_bias_that_the_start_had_charged(tmp_path: Path) -> None:
    high = Folder(tmp_path).study("alpha", "appraisal: {overall: high}", onset=WITHIN)
    (move,) = moved(high).alone
    assert move.certainty == "moderate"


def test_a_paper_that_is_read_in_full_could_take_its_charge_back(tmp_path: Path) -> None:
    known = "read: {paper: {access: abstract}}"
    folder = Folder(tmp_path).study("alpha", known, onset="groups: {bath: {after: {mean: '26.0'}}}")
    moves = {move.kinds: move for move in moved(folder).alone}
    assert moves["full text",].what == (
        "the full text of alpha had been read, and had shown a low risk of bias",
    )


def test_what_is_at_high_risk_as_read_stays_so_in_full(tmp_path: Path) -> None:
    known = "{read: {paper: {access: abstract}}, appraisal: {overall: high}}"
    found = moved(Folder(tmp_path).study("alpha", known))
    assert all("full text" not in move.kinds for move in (*found.alone, *found.not_enough))


def test_a_study_at_high_risk_as_read_is_not_told_to_turn_out_low(tmp_path: Path) -> None:
    """Nor where the start is low for want of a control, and the rule charges no bias."""
    known = "{read: {paper: {access: abstract}}, appraisal: {overall: high}}"
    other = "arms: {none: (left out), foot: {intervention: foot-bath, at: paper}}"
    found = moved(Folder(tmp_path).study("alpha", known, other, onset=WITHIN))
    assert (found.alone, found.together, found.not_enough) == ((), None, ())


def test_two_changes_together_where_none_is_enough(tmp_path: Path) -> None:
    """Not randomised, known from an abstract, without an interval: low, less one, less two."""
    known = (
        "{read: {paper: {access: abstract}}, design: {allocation: not randomised}, "
        "appraisal: {overall: no information}}"
    )
    folder = Folder(tmp_path).study("alpha", known, onset=SILENT)
    found = moved(folder)
    assert found.alone == ()
    assert found.together is not None
    assert found.together.kinds == ("numbers", "full text")
    assert found.together.certainty == "low"


def test_changes_that_are_not_enough_together_are_told_so(tmp_path: Path) -> None:
    weak = "{design: {allocation: not randomised}, appraisal: {overall: high}}"
    folder = Folder(tmp_path).study("alpha", weak, onset=SILENT)
    folder.body("onset", "uses: [{result: alpha#onset, directness: {population: nurses}}]")
    graded = folder.grade()
    found = moving(graded.evidence, graded.bodies["onset"].main)
    assert (found.alone, found.together) == ((), None)
    (move,) = found.not_enough
    assert (move.kinds, move.certainty, move.levels) == (("numbers",), "very low", -1)


def test_a_reading_that_moves_it_is_named_with_its_option(tmp_path: Path) -> None:
    """As SD the difference is large and its interval clear; as SE it crosses no difference."""
    spread = """
    groups:
      bath: {after: {mean: "26.0", sd: (left out), spread: "3.0"}}
      none: {after: {mean: "30.0", sd: (left out), spread: "3.0"}}
    readings: {spread: {options: [se, sd], why: not said}}
    """
    folder = Folder(tmp_path).study("alpha", onset=spread)
    found = moved(folder).alternatives
    by_option = {
        g.specification["alpha/spread"]: g.certainty for g in folder.grade().bodies["onset"].all
    }
    assert by_option["se"] != by_option["sd"]
    assert found == (Alternative(choice="alpha/spread", option="sd", certainty=by_option["sd"]),)


def test_nothing_moves_what_is_not_graded(tmp_path: Path) -> None:
    found = moved(Folder(tmp_path).study("alpha", onset="setting: cells"))
    assert found == Moving(alternatives=(), alone=(), together=None, not_enough=(), trial=None)


def test_a_body_without_results_asks_for_a_trial(tmp_path: Path) -> None:
    graded = Folder(tmp_path).study("alpha").body("onset").grade()
    found = moving(graded.evidence, graded.bodies["onset"].main).trial
    assert found is not None
    assert (found.people, found.so_far) == (2 * ceil(2 * Z**2 / 0.2**2), None)


def test_a_trial_asks_the_question_of_the_body(tmp_path: Path) -> None:
    found = trial(Folder(tmp_path).study("alpha"))
    assert (found.population, found.intervention, found.comparator) == (
        "adults",
        "a warm bath",
        "no bath",
    )
    assert (found.outcome, found.time, found.so_far) == ("time to fall asleep", "4 weeks", 40)


def test_without_an_important_difference_a_trial_sees_a_fifth_of_an_sd(tmp_path: Path) -> None:
    """The SD is that of the body: the difference of 10 minutes over its standardised form."""
    found = trial(Folder(tmp_path).study("alpha"))
    assert found.people == 2 * ceil(2 * Z**2 / 0.2**2)
    assert found.mark == "convention"
    # Hedges' correction makes 10/0.98 of an SD of 10.
    assert found.to_see == "0.2 standard deviations of what is measured, here 2.04 minutes"


def test_an_important_difference_in_the_unit_is_what_a_trial_sees(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").review(MID)
    sd = 10 / (1 - 3 / (4 * 38 - 1))
    found = trial(folder)
    assert found.people == pytest.approx(2 * ceil(2 * Z**2 * sd**2 / 5**2), abs=2)
    assert "the minimal important difference, 5 minutes, at a standard deviation of 10.2" in (
        found.to_see
    )


def test_an_important_difference_without_an_sd_is_no_size(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset=SILENT).review(MID)
    found = trial(folder)
    assert found.people == 2 * ceil(2 * Z**2 / 0.2**2)
    assert "no standard deviation is printed" in found.to_see


def test_events_are_sized_by_the_risk_of_the_comparison_group(tmp_path: Path) -> None:
    """40 of 100 without the bath, and a quarter fewer with it."""
    found = trial(Folder(tmp_path).study("alpha", onset=EVENTS))
    per_arm = Z**2 * (0.4 * 0.6 + 0.3 * 0.7) / (0.4 - 0.3) ** 2
    assert (found.people, found.mark) == (2 * ceil(per_arm), "transcribed")
    assert found.to_see == "a relative reduction of 25%, from 40% as in the comparison groups"


def test_a_ratio_without_its_risk_has_no_size_and_says_what_it_would_be(tmp_path: Path) -> None:
    ratio = """
    groups: (left out)
    unit: (left out)
    estimate: {measure: RR, value: "0.80", lower: "0.70", upper: "0.92", level: "95"}
    """
    found = trial(Folder(tmp_path).study("alpha", onset=ratio))
    half = 2 * ceil(Z**2 * (0.5 * 0.5 + 0.375 * 0.625) / (0.5 - 0.375) ** 2)
    assert found.people is None
    assert found.why_not.endswith(f"and {half} at 50%")


def test_a_comparison_within_people_asks_for_fewer(tmp_path: Path) -> None:
    crossed = "design: {type: crossover-trial}"
    onset = "{contrast: between-conditions, groups: (left out)}"
    found = trial(Folder(tmp_path).study("alpha", crossed, onset=onset))
    assert (found.kind, found.people) == ("paired", ceil(Z**2 / 0.2**2))


def test_where_as_many_were_randomised_more_people_are_not_what_is_missing(tmp_path: Path) -> None:
    many = "{population: {n: {analysed: '1000'}}, arms: {bath: {n: '500'}, none: {n: '500'}}}"
    sizes = "groups: {bath: {n: '500'}, none: {n: '500'}}"
    assert trial(Folder(tmp_path).study("alpha", many, onset=sizes)).had
    observed = "design: {allocation: not randomised}"
    assert not trial(Folder(tmp_path).study("alpha", many, observed, onset=sizes)).had
    assert not trial(Folder(tmp_path).study("alpha")).had


def test_what_leads_no_higher_than_the_step_back_stands_moves_nothing(tmp_path: Path) -> None:
    """The interval would lift the sum to where a recorded step back stands already."""
    silent = Folder(tmp_path).study("alpha", onset=SILENT)
    (move,) = moved(silent).alone
    grade = silent.grade().bodies["onset"].main
    assert CERTAINTY.index(grade.summed) < CERTAINTY.index(move.certainty)
    judged = (
        f"{{is: {move.certainty}, by: project, on: '2026-11-28', read: [alpha/paper], "
        f"why: more than a sum sees, proposal: {grade.summed}, facts: '{grade.overall_facts}'}}"
    )
    silent.change("bodies/onset.yaml", f"judgements: {{overall: {judged}}}")
    found = silent.grade()
    main = found.bodies["onset"].main
    assert (main.summed, main.certainty) == (grade.summed, move.certainty)
    again = moving(found.evidence, main)
    assert again.alone == ()
    assert [each.certainty for each in again.not_enough] == [move.certainty]


def test_a_change_has_the_standard_deviation_of_changes(tmp_path: Path) -> None:
    change = """
    contrast: within-arm
    versus: (left out)
    groups: (left out)
    change: {mean: "-10.0", sd: "8.0"}
    n: "20"
    """
    found = trial(Folder(tmp_path).study("alpha", onset=change))
    assert found.kind == "two-arm"
    assert found.to_see.startswith("0.2 standard deviations of the change in each person, here ")

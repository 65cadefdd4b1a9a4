"""From a body to its certainty: what domains see, judgements beside proposals, the step back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reviewkit.appraisal import INSTRUMENTS
from reviewkit.certainty import BodyGrade
from tests.unit.builder import Folder

#: Ten trials of a thousand people each that agree: nothing to rate down.
LARGE = """
population: {n: {analysed: "1000"}}
arms: {bath: {n: "500"}, none: {n: "500"}}
results: {onset: {groups: {bath: {n: "500"}, none: {n: "500"}}}}
"""
MODEST = "groups: {bath: {after: {mean: '26.0'}}}"
JUDGED = (
    "judgements: {{{domain}: {{is: {to}, by: project, on: 2020-01-02, read: [alpha/paper], "
    "why: the rule does not see what a reader sees, proposal: {proposal}, facts: {facts}}}}}"
)


def trial(tmp_path: Path, *pieces: str, onset: str = MODEST) -> Folder:
    """One large, modest, well conducted randomised trial, with pieces laid over it."""
    folder = Folder(tmp_path).study("alpha", LARGE, *pieces, onset=onset)
    return folder.body("onset", "uses: [{result: alpha#onset}]")


def graded(folder: Folder) -> BodyGrade:
    return folder.grade().bodies["onset"].main


def downs(grade: BodyGrade) -> dict[str, int]:
    return {judged.proposal.domain: judged.down for judged in grade.domains}


def judge(folder: Folder, domain: str, to: str, proposal: str, facts: str) -> Folder:
    """Write a judgement into the body."""
    piece = JUDGED.format(domain=domain, to=to, proposal=proposal, facts=facts)
    return folder.change("bodies/onset.yaml", piece)


def test_a_sound_trial_is_of_high_certainty(tmp_path: Path) -> None:
    grade = graded(trial(tmp_path))
    assert set(downs(grade).values()) == {0}
    assert (grade.certainty, grade.summed, grade.provisional) == ("high", "high", False)


@pytest.mark.parametrize(
    ("pieces", "onset", "domain", "certainty"),
    [
        (["appraisal: {overall: high}"], MODEST, "risk-of-bias", "moderate"),
        (["{}"], "groups: {bath: {after: {mean: '30.0'}}}", "imprecision", "moderate"),
        (
            [
                "{funding: {industry: 'yes'}, population: {n: {analysed: '99'}}}",
                "results: {onset: {n: '99'}}",
            ],
            MODEST,
            "publication-bias",
            "moderate",
        ),
        (["design: {allocation: not randomised}"], MODEST, "", "low"),
    ],
)
def test_each_domain_takes_its_level(
    tmp_path: Path, pieces: list[str], onset: str, domain: str, certainty: str
) -> None:
    grade = graded(trial(tmp_path, *pieces, onset=onset))
    assert {name for name, down in downs(grade).items() if down} == {domain} - {""}
    assert grade.certainty == certainty


def test_indirectness_comes_from_what_the_body_says_of_its_results(tmp_path: Path) -> None:
    folder = trial(tmp_path)
    folder.body("onset", "uses: [{result: alpha#onset, directness: {population: nurses}}]")
    assert downs(graded(folder))["indirectness"] == 1


def test_certainty_never_falls_below_very_low(tmp_path: Path) -> None:
    folder = trial(
        tmp_path,
        "{design: {allocation: not randomised}, appraisal: {overall: high}}",
        onset="groups: {bath: {after: {mean: '30.0'}}}",
    )
    folder.body(
        "onset",
        "uses: [{result: alpha#onset, directness: {population: nurses, outcome: a proxy}}]",
    )
    grade = graded(folder)
    assert sum(downs(grade).values()) > 1
    assert grade.certainty == "very low"


def test_one_conflict_of_interest_rates_down_once(tmp_path: Path) -> None:
    small = "{results: {onset: {n: '99'}}, funding: {industry: 'yes'}}"
    owner = "conflicts: [{text: sells baths, sponsorship: 'yes', at: paper}]"
    assert downs(graded(trial(tmp_path, small, owner)))["publication-bias"] == 1


@pytest.mark.parametrize(
    ("piece", "sponsored"),
    [
        ("funding: {industry: 'yes'}", "yes"),
        ("{funding: {industry: 'no'}}", "no"),
        ("funding: {industry: not in what was read}", "unknown"),
        ("funding: (left out)", "unknown"),
        ("conflicts: [{text: sells baths, sponsorship: 'yes', at: paper}]", "yes"),
        ("conflicts: [{text: a bather, sponsorship: 'no', at: paper}]", "no"),
    ],
)
def test_employment_and_sales_count_as_sponsorship(
    tmp_path: Path, piece: str, sponsored: str
) -> None:
    path = _path(graded(trial(tmp_path, piece, "results: {onset: {n: '99'}}")), "publication-bias")
    assert (f"{int(sponsored == 'yes')} of 1 studies" in path) is True
    assert ("unknown, not none" in path) is (sponsored == "unknown")


def test_what_nobody_appraised_is_no_information(tmp_path: Path) -> None:
    path = _path(graded(trial(tmp_path, "appraisal: (left out)")), "risk-of-bias")
    assert "100% could not be judged from what was read" in path


@pytest.mark.parametrize(("access", "certainty"), [("full-text", "high"), ("abstract", "moderate")])
def test_what_is_known_from_abstracts_is_provisional_and_never_high(
    tmp_path: Path, access: str, certainty: str
) -> None:
    read = f"read: {{paper: {{access: {access}}}}}"
    grade = graded(trial(tmp_path, read))
    assert (grade.provisional, grade.certainty) == (access == "abstract", certainty)
    # A judgement that takes the level back does not make it high.
    (bias,) = (d.proposal for d in grade.domains if d.proposal.domain == "risk-of-bias")
    folder = judge(trial(tmp_path, read), "risk-of-bias", "not serious", bias.level, bias.facts)
    assert graded(folder).certainty == certainty


def test_an_overall_judgement_does_not_make_a_provisional_body_high(tmp_path: Path) -> None:
    read = "read: {paper: {access: abstract}}"
    grade = graded(trial(tmp_path, read))
    folder = judge(trial(tmp_path, read), "overall", "high", grade.summed, grade.overall_facts)
    assert graded(folder).certainty == "moderate"


# -- judgements ------------------------------------------------------------------------------------


def test_a_judgement_takes_the_place_of_the_proposal_that_stays_beside_it(tmp_path: Path) -> None:
    folder = trial(tmp_path)
    (bias,) = (d.proposal for d in graded(folder).domains if d.proposal.domain == "risk-of-bias")
    judge(folder, "risk-of-bias", "very serious", bias.level, bias.facts)
    grade = graded(folder)
    (judged,) = (d for d in grade.domains if d.proposal.domain == "risk-of-bias")
    assert (judged.proposal.down, judged.down, judged.suspended) == (0, 2, False)
    assert grade.certainty == "low"


def test_a_judgement_on_other_facts_is_suspended_and_the_proposal_counts(tmp_path: Path) -> None:
    folder = trial(tmp_path)
    (bias,) = (d.proposal for d in graded(folder).domains if d.proposal.domain == "risk-of-bias")
    judge(folder, "risk-of-bias", "very serious", bias.level, bias.facts)
    folder.change("studies/alpha.yaml", "appraisal: {overall: some concerns}")
    grade = graded(folder)
    (judged,) = (d for d in grade.domains if d.proposal.domain == "risk-of-bias")
    assert (judged.down, judged.suspended) == (0, True)
    assert grade.certainty == "high"


def test_a_judgement_beside_another_proposal_on_the_same_facts_is_suspended(tmp_path: Path) -> None:
    """A rule that has changed proposes what the judge did not see."""
    folder = trial(tmp_path)
    (bias,) = (d.proposal for d in graded(folder).domains if d.proposal.domain == "risk-of-bias")
    judge(folder, "risk-of-bias", "very serious", "serious", bias.facts)
    (judged,) = (d for d in graded(folder).domains if d.proposal.domain == "risk-of-bias")
    assert (judged.down, judged.suspended, judged.departs) == (0, True, False)


def test_a_judgement_that_departs_says_so(tmp_path: Path) -> None:
    folder = trial(tmp_path)
    (bias,) = (d.proposal for d in graded(folder).domains if d.proposal.domain == "risk-of-bias")
    judge(folder, "risk-of-bias", "serious", bias.level, bias.facts)
    departing = {d.proposal.domain for d in graded(folder).domains if d.departs}
    assert departing == {"risk-of-bias"}


def test_the_step_back_is_a_judgement_beside_the_sum(tmp_path: Path) -> None:
    folder = trial(tmp_path, "appraisal: {overall: high}")
    grade = graded(folder)
    judge(folder, "overall", "low", grade.summed, grade.overall_facts)
    stepped = graded(folder)
    assert (stepped.summed, stepped.certainty) == ("moderate", "low")
    assert not stepped.overall_suspended


def test_a_step_back_on_other_levels_is_suspended(tmp_path: Path) -> None:
    folder = trial(tmp_path, "appraisal: {overall: high}")
    grade = graded(folder)
    judge(folder, "overall", "low", grade.summed, grade.overall_facts)
    folder.change("studies/alpha.yaml", "appraisal: {overall: low}")
    moved = graded(folder)
    assert (moved.overall_suspended, moved.certainty) == (True, "high")


# -- thresholds ------------------------------------------------------------------------------------

MID = (
    "outcomes: {{onset: {{mid: {{value: '{value}', unit: {unit}, source: a, basis: convention}}}}}}"
)


@pytest.mark.parametrize(
    ("mid", "unit", "target", "crosses"),
    [
        # The difference is -4 minutes, from about -5.2 to -2.8.
        ("3", "minutes", "null", False),
        ("3", "minutes", "mid", True),
        ("2", "minutes", "mid", False),
        ("9", "minutes", "mid", False),
        ("3", "hours", "mid", False),  # in another unit it stands against nothing
    ],
)
def test_the_threshold_is_the_null_or_the_minimal_important_difference(
    tmp_path: Path, mid: str, unit: str, target: str, crosses: bool
) -> None:
    folder = trial(tmp_path).review(MID.format(value=mid, unit=unit))
    folder.change("bodies/onset.yaml", f"threshold: {{target: '{target}'}}")
    grade = graded(folder)
    assert ("the 95% interval crosses the threshold" in _path(grade, "imprecision")) is crosses
    assert downs(grade)["imprecision"] == int(crosses)


def test_rating_up_raises_what_nothing_lowers(tmp_path: Path) -> None:
    estimate = "estimate: {measure: RR, value: '0.40', lower: '0.35', upper: '0.46', level: '95'}"
    counts = "groups: {none: {after: (left out), events: '250', total: '500'}}"
    folder = trial(
        tmp_path, "design: {allocation: not randomised}", f"results: {{onset: {{{counts}}}}}"
    )
    folder.change("studies/alpha.yaml", f"results: {{onset: {{{estimate}, unit: (left out)}}}}")
    grade = graded(folder)
    assert (grade.rated_up, grade.certainty) == (1, "moderate")


def test_an_important_difference_of_risk_is_held_against_the_absolute_effect(
    tmp_path: Path,
) -> None:
    """300 of 500 without it; a ratio of 0.93 (0.90 to 0.96) is 60 to 24 fewer per 1,000."""
    estimate = "estimate: {measure: RR, value: '0.93', lower: '0.90', upper: '0.96', level: '95'}"
    counts = "groups: {none: {after: (left out), events: '300', total: '500'}}"
    folder = trial(tmp_path, f"results: {{onset: {{{counts}, unit: (left out)}}}}")
    folder.change("studies/alpha.yaml", f"results: {{onset: {{{estimate}}}}}")
    folder.review(MID.format(value="30", unit="'per 1,000'"))
    folder.change("bodies/onset.yaml", "threshold: {target: mid}")
    path = _path(graded(folder), "imprecision")
    assert path.startswith(
        "judged as events per 1,000 people, -60 to -24; the 95% interval crosses"
    )
    folder.review(MID.format(value="2", unit="percentage points"))
    assert "does not cross" in _path(graded(folder), "imprecision")


@pytest.mark.parametrize(("mid", "says"), [("70", "little to no difference"), ("20", "favours")])
def test_what_a_ratio_says_is_held_against_a_difference_of_risk(
    tmp_path: Path, mid: str, says: str
) -> None:
    """60 to 24 fewer per 1,000, of whom 300 of 500 had it without."""
    estimate = "estimate: {measure: RR, value: '0.93', lower: '0.90', upper: '0.96', level: '95'}"
    counts = "groups: {none: {after: (left out), events: '300', total: '500'}}"
    folder = trial(tmp_path, f"results: {{onset: {{{counts}, unit: (left out)}}}}")
    folder.change("studies/alpha.yaml", f"results: {{onset: {{{estimate}}}}}")
    folder.review(MID.format(value=mid, unit="'per 1,000'")).claim("sooner", "body: onset")
    folder.change("bodies/onset.yaml", "threshold: {target: mid}")
    assert folder.grade().claims["sooner"].says == says


RECORDED = "by: project, on: 2020-01-02, read: [alpha/paper], why: as a test has it"
APART = "groups: {bath: {after: {mean: '40.0'}}}"


@pytest.mark.parametrize(("credibility", "down"), [("moderate", 0), ("low", 1)])
def test_a_credible_subgroup_effect_explains_why_results_differ(
    tmp_path: Path, credibility: str, down: int
) -> None:
    folder = trial(tmp_path).study("beta", LARGE, onset=APART)
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    assert downs(graded(folder))["inconsistency"] == 1
    subgroup = f"subgroup: {{name: a warmer bath, credibility: {credibility}, {RECORDED}}}"
    folder.change("bodies/onset.yaml", subgroup)
    assert downs(graded(folder))["inconsistency"] == down


def test_a_gradient_of_dose_and_response_raises_what_nothing_lowers(tmp_path: Path) -> None:
    folder = trial(tmp_path, "design: {allocation: not randomised}")
    assert graded(folder).certainty == "low"
    folder.change("bodies/onset.yaml", f"gradient: {{{RECORDED}}}")
    grade = graded(folder)
    assert (grade.certainty, grade.rated_up) == ("moderate", 1)
    assert grade.rating_up is not None
    assert grade.rating_up.branches == ("rating-up/gradient",)


def test_certainty_never_rises_above_high(tmp_path: Path) -> None:
    ratio = "estimate: {measure: RR, value: '0.10', lower: '0.09', upper: '0.11', level: '95'}"
    counts = "groups: {none: {after: (left out), events: '400', total: '500'}}"
    folder = trial(tmp_path, "design: {allocation: not randomised}")
    folder.change(
        "studies/alpha.yaml", f"results: {{onset: {{{ratio}, {counts}, unit: (left out)}}}}"
    )
    folder.change("bodies/onset.yaml", f"gradient: {{{RECORDED}}}")
    grade = graded(folder)
    assert (grade.levels, grade.certainty) == (4, "high")


UNREAD = ", ".join(f"'{item}': not in what was read" for item in INSTRUMENTS["robins-i"].kinds({}))
BY_ITEM = f"""
design: {{allocation: not randomised}}
appraisal: (left out)
appraisals:
  whole:
    {{instrument: robins-i, of: [onset], by: project, on: 2020-01-02, read: [paper], why: a test,
      items: {{{UNREAD}}}}}
"""


@pytest.mark.parametrize(
    ("declared", "appraised", "starts"),
    [
        ("high with ROBINS-I", BY_ITEM, "high"),
        ("high with ROBINS-I", "design: {allocation: not randomised}", "low"),
        ("low", BY_ITEM, "low"),
    ],
)
def test_what_is_not_randomised_starts_high_only_where_declared_and_appraised(
    tmp_path: Path, declared: str, appraised: str, starts: str
) -> None:
    folder = trial(tmp_path, appraised).review(f"non-randomised: {declared}")
    begin = graded(folder).start
    assert begin is not None
    assert begin.certainty == starts


@pytest.mark.parametrize("k", [9, 10])
def test_asymmetry_is_tested_from_ten_studies_on(tmp_path: Path, k: int) -> None:
    """The smaller a study, the larger its effect."""
    folder = Folder(tmp_path)
    names = [f"s{i}" for i in range(k)]
    for i, name in enumerate(names):
        mean, n = 29 - 0.8 * i, 400 - 35 * i
        sizes = f"bath: {{n: '{n}', after: {{mean: '{mean:.1f}'}}}}, none: {{n: '{n}'}}"
        folder.study(name, onset=f"groups: {{{sizes}}}")
    uses = ", ".join(f"{{result: {name}#onset}}" for name in names)
    folder.body("onset", f"uses: [{uses}]")
    (domain,) = (d for d in graded(folder).domains if d.proposal.domain == "publication-bias")
    branch = "asymmetric" if k == 10 else "none-documented"
    assert domain.proposal.branch == f"publication-bias/{branch}"


def _path(grade: BodyGrade, domain: str) -> str:
    found: list[Any] = [d.proposal.path for d in grade.domains if d.proposal.domain == domain]
    return "; ".join(found[0])

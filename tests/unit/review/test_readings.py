"""Every reading run through to the verdict: on what it turns, and the most cautious one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reviewkit.review import Graded
from tests.unit.builder import Folder

#: Sixteen people under both conditions, in random order; the ± is not named.
CROSSOVER = """
design: {type: crossover-trial}
population: {n: {analysed: "16"}}
"""
SPREAD = """
contrast: between-conditions
groups:
  bath: {n: "16", after: {mean: "20.0", sd: (left out), spread: "3.0"}}
  none: {n: "16", after: {mean: "25.0", sd: (left out), spread: "3.0"}}
readings: {spread: {options: [sd, se], main: se, why: not named}}
"""
NAMED = """
contrast: between-conditions
groups:
  bath: {n: "16", after: {mean: "20.0", sd: "12.0"}}
  none: {n: "16", after: {mean: "25.0", sd: "12.0"}}
"""
ONE_CORRELATION = "assumptions: {correlation: {main: '0.5', over: ['0.5'], why: a test}}"


def claim(folder: Folder, *wordings: int) -> Graded:
    """Grade a claim on sleep, about comfort, with a mention in each wording."""
    folder.review("outcomes: {onset: {about: comfort}}")
    folder.body("onset", "uses: [{result: alpha#onset}]")
    mentions = tuple(f"wording: '{wording}'" for wording in wordings)
    return folder.claim("sooner", "body: onset", mentions=mentions).grade()


def test_a_verdict_that_turns_on_what_a_spread_is(tmp_path: Path) -> None:
    folder = Folder(tmp_path).review(ONE_CORRELATION)
    graded = claim(folder.study("alpha", CROSSOVER, onset=SPREAD), 1, 2)
    body = graded.bodies["onset"]
    # As SE: SD = 3·√16 = 12, the change 5 with SE 12/√16 = 3 crosses 0: one level.
    assert (body.main.specification["alpha/spread"], body.main.certainty) == ("se", "moderate")
    # As SD: SE 3/√16 = 0.75 does not; 5/3 of an SD is implausibly large for 16 people: two.
    (other,) = (g for g in body.all if g.specification["alpha/spread"] == "sd")
    assert other.certainty == "low"
    assert body.certainties == ("moderate", "low")

    found = graded.claims["sooner"]
    assert (found.certainty, found.robust, found.turns_on) == ("moderate", False, ("alpha/spread",))
    may, can = found.mentions
    assert (may.ruling.verdict, may.robust, may.turns_on) == ("wording fits", True, ())
    assert (can.robust, can.turns_on) == (False, ("alpha/spread",))


def test_a_mention_takes_the_most_cautious_verdict(tmp_path: Path) -> None:
    folder = Folder(tmp_path).review(ONE_CORRELATION)
    graded = claim(folder.study("alpha", CROSSOVER, onset=SPREAD), 2)
    (can,) = graded.claims["sooner"].mentions
    # The main analysis (moderate) would let “can” pass; the other reading (low) does not.
    assert (can.ruling.verdict, can.ruling.severity) == ("overstated", "suggestion")
    assert can.ruling.certainty == "low"


def test_a_verdict_that_turns_on_the_correlation(tmp_path: Path) -> None:
    graded = claim(Folder(tmp_path).study("alpha", CROSSOVER, onset=NAMED), 2)
    found = graded.claims["sooner"]
    assert found.turns_on == ("correlation",)
    by_r = {g.specification["correlation"]: g.certainty for g in graded.bodies["onset"].all}
    assert by_r == {"0": "moderate", "0.5": "moderate", "0.9": "low"}


ALLOCATION = """
design: {allocation: not in what was read}
readings: {allocation: {options: [not randomised, randomised], why: “classified” is all it says}}
"""
LARGE = """
arms: {bath: {n: "500"}, none: {n: "500"}}
results:
  onset: {groups: {bath: {n: "500", after: {mean: "26.0"}}, none: {n: "500"}}}
"""


def test_a_verdict_that_turns_on_the_allocation(tmp_path: Path) -> None:
    graded = claim(Folder(tmp_path).study("alpha", LARGE, ALLOCATION), 3)
    found = graded.claims["sooner"]
    assert (found.certainty, found.turns_on) == ("low", ("alpha/allocation",))
    assert graded.bodies["onset"].certainties == ("low", "high")
    (plain,) = found.mentions
    assert (plain.ruling.severity, plain.robust) == ("warning", False)


def test_what_is_open_and_does_not_matter_leaves_a_verdict_robust(tmp_path: Path) -> None:
    within = """
    contrast: within-arm
    versus: (left out)
    groups: (left out)
    before: {mean: "0.085", spread: "0.003"}
    after: {mean: "0.092", spread: "0.001"}
    readings: {spread: {options: [sd, se], why: not named}}
    direction: increases
    """
    folder = Folder(tmp_path).study("alpha", onset=within)
    graded = claim(folder, 3)
    found = graded.claims["sooner"]
    assert len(found.multiverse.specifications) == 2 * 3
    assert (found.certainty, found.robust) == ("very low", True)


def test_readings_of_one_paper_move_together(tmp_path: Path) -> None:
    folder = Folder(tmp_path).review(ONE_CORRELATION).study("alpha", CROSSOVER, onset=SPREAD)
    later = folder.load().studies["alpha"]
    assert later.results["onset"].has_spread
    folder.change(
        "studies/alpha.yaml",
        "results: {later: {outcome: onset, contrast: between-conditions, arm: bath, versus: none, "
        "time: 8 weeks, unit: minutes, direction: decreases, at: paper, "
        "readings: {spread: {options: [sd, se], main: se, why: not named}}, "
        "groups: {bath: {n: '16', after: {mean: '20.0', spread: '3.0'}}, "
        "none: {n: '16', after: {mean: '25.0', spread: '3.0'}}}}}",
    )
    folder.body("onset", "uses: [{result: alpha#onset}]")
    folder.body("later", "uses: [{result: alpha#later}]")
    folder.claim("sooner", "body: onset", "beside: [{body: later, why: later}]")
    runs = folder.grade().claims["sooner"].multiverse
    assert [choice.name for choice in runs.choices] == ["alpha/spread", "correlation"]
    assert len(runs.specifications) == 2


def test_an_impossible_reading_is_not_run(tmp_path: Path) -> None:
    impossible = SPREAD.replace("why: not named", "why: not named, impossible: {sd: too small}")
    folder = Folder(tmp_path).review(ONE_CORRELATION)
    graded = claim(folder.study("alpha", CROSSOVER, onset=impossible), 2)
    assert [g.specification["alpha/spread"] for g in graded.bodies["onset"].all] == ["se"]
    assert graded.claims["sooner"].robust


def test_a_judgement_holds_under_the_reading_it_was_made_on(tmp_path: Path) -> None:
    folder = Folder(tmp_path).review(ONE_CORRELATION)
    graded = claim(folder.study("alpha", CROSSOVER, onset=SPREAD), 2)
    (proposal,) = (
        d.proposal
        for d in graded.bodies["onset"].main.domains
        if d.proposal.domain == "imprecision"
    )
    folder.change(
        "bodies/onset.yaml",
        "judgements: {imprecision: {is: very serious, by: project, on: 2020-01-02, "
        "read: [alpha/paper], why: five minutes are few and sixteen people are fewer, "
        f"proposal: {proposal.level}, facts: {proposal.facts}}}}}",
    )
    main, other = folder.grade().bodies["onset"].all
    suspended = [[d.suspended for d in g.domains if d.judgement] for g in (main, other)]
    assert suspended == [[False], [True]]
    # Judged two levels under the main reading; under the other the proposal's two.
    assert (main.certainty, other.certainty) == ("low", "low")


ESTIMATORS = """
analysis: {estimator: {main: REML, alternatives: [PM, DL], why: a test}}
"""


def judged_on_estimators(folder: Folder, word: str) -> Graded:
    """Judge the imprecision of three trials that differ, under REML, and grade them again."""
    folder.review(ESTIMATORS)
    uses = ", ".join(f"{{result: {name}#onset}}" for name in ("alpha", "beta", "gamma"))
    folder.body("onset", f"uses: [{uses}]")
    proposal = folder.grade().bodies["onset"].main.domains[3].proposal
    folder.change(
        "bodies/onset.yaml",
        f"judgements: {{imprecision: {{is: {word}, by: project, on: 2020-01-02, "
        "read: [alpha/paper], why: five minutes are few and sixty people are fewer, "
        f"proposal: {proposal.level}, facts: {proposal.facts}}}}}",
    )
    return folder.grade()


def trials(folder: Folder, *means: str) -> Folder:
    """Trials of unequal spread, on which the estimators of τ² do not agree."""
    spreads = {"alpha": "5.0", "beta": "8.0", "gamma": "3.0"}
    for (name, sd), mean in zip(spreads.items(), means, strict=True):
        folder.study(name, onset=f"groups: {{bath: {{after: {{mean: '{mean}', sd: '{sd}'}}}}}}")
    return folder


def test_a_judgement_is_carried_where_the_same_is_proposed_by_the_same_branch(
    tmp_path: Path,
) -> None:
    main, *others = (
        judged_on_estimators(trials(Folder(tmp_path), "19", "27", "33"), "very serious")
        .bodies["onset"]
        .all
    )
    assert len(others) == 2
    domains = [grade.domains[3] for grade in (main, *others)]
    assert len({domain.proposal.facts for domain in domains}) > 1
    assert {domain.proposal.branch for domain in domains} == {"imprecision/crosses"}
    assert [domain.suspended for domain in domains] == [False] * 3
    assert [domain.down for domain in domains] == [2] * 3
    assert not main.domains[3].carried
    assert [domain.carried for domain in domains[1:]] == [
        domain.proposal.facts != domains[0].proposal.facts for domain in domains[1:]
    ]


def test_a_judgement_that_the_main_analysis_suspends_is_carried_nowhere(tmp_path: Path) -> None:
    folder = trials(Folder(tmp_path), "19", "27", "33")
    judged_on_estimators(folder, "very serious")
    folder.change("studies/beta.yaml", "results: {onset: {groups: {bath: {after: {sd: '8.5'}}}}}")
    domains = [grade.domains[3] for grade in folder.grade().bodies["onset"].all]
    assert [(domain.suspended, domain.carried) for domain in domains] == [(True, False)] * 3


def test_too_many_combinations_are_run_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The package has a function of that name too.
    module = sys.modules["reviewkit.review.multiverse"]
    monkeypatch.setattr(module, "MOST_COMBINATIONS", 5)
    graded = claim(Folder(tmp_path).study("alpha", CROSSOVER, onset=SPREAD), 2)
    found = graded.claims["sooner"]
    assert not found.multiverse.complete
    assert found.multiverse.main == {"alpha/spread": "se", "correlation": "0.5"}
    assert "alpha/spread" in found.turns_on


# -- defensible choices of the analysis ------------------------------------------------------------


def two_trials(tmp_path: Path, analysis: str) -> Graded:
    folder = Folder(tmp_path).review(f"analysis: {{{analysis}}}").study("alpha")
    folder.study("beta", onset="groups: {bath: {after: {mean: '29.0', sd: '5.0'}}}")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    return folder.claim("sooner", "body: onset").grade()


def test_estimators_are_run_where_there_is_something_to_pool(tmp_path: Path) -> None:
    estimator = "estimator: {main: REML, alternatives: [PM], why: both are defended}"
    body = two_trials(tmp_path, estimator).bodies["onset"]
    assert [g.specification["estimator"] for g in body.all] == ["REML", "PM"]
    assert [g.synthesis.pooled.method for g in body.all if g.synthesis.pooled] == ["REML", "PM"]


def test_estimators_are_run_where_they_weigh_what_may_count_alone(tmp_path: Path) -> None:
    """One trial at lower risk differs and carries 37%: it counts alone, if it carries enough."""
    folder = Folder(tmp_path).review(ESTIMATORS)
    rows = {"alpha": ("10.0", "1.0", "low"), "beta": ("40.0", "1.0", "high")}
    rows["gamma"] = ("26.0", "30.0", "no information")
    for name, (mean, sd, risk) in rows.items():
        groups = (
            f"{{bath: {{after: {{mean: '{mean}', sd: '{sd}'}}}}, none: {{after: {{sd: '{sd}'}}}}}}"
        )
        folder.study(name, f"appraisal: {{overall: {risk}}}", onset=f"groups: {groups}")
    folder.body("onset", f"uses: [{', '.join(f'{{result: {name}#onset}}' for name in rows)}]")
    body = folder.grade().bodies["onset"]
    assert {grade.synthesis.kind for grade in body.all} == {"single"}
    assert [grade.specification["estimator"] for grade in body.all] == ["REML", "PM", "DL"]
    weights = [grade.facts.risk_of_bias.lower for grade in body.all if grade.facts]
    assert len(set(weights)) > 1
    assert all(0.35 <= weight < 0.4 for weight in weights)


def test_the_declared_main_choice_is_run_without_alternatives(tmp_path: Path) -> None:
    analysis = "estimator: {main: DL, why: a test}, test: {main: z, why: a test}"
    body = two_trials(tmp_path, analysis).bodies["onset"]
    assert len(body.all) == 1
    assert body.main.synthesis.pooled is not None
    assert (body.main.synthesis.pooled.method, body.main.synthesis.pooled.test) == ("DL", "z")


def test_one_study_has_no_estimator_to_choose(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").body("onset", "uses: [{result: alpha#onset}]")
    folder.review("analysis: {estimator: {main: REML, alternatives: [PM], why: a test}}")
    assert folder.claim("sooner", "body: onset").grade().bodies["onset"].main.specification == {}

"""Grading again without a result: what rests on it, what moves, and which judgements are kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewkit.certainty import BodyGrade
from reviewkit.review import Consequence, WhatIf, flagged, grade
from tests.unit.builder import Folder

TWO = "uses: [{result: alpha#onset}, {result: beta#onset}]"


def two(tmp_path: Path, *, onset: str = "") -> Folder:
    folder = Folder(tmp_path).study("alpha").study("beta", onset=onset)
    return folder.body("onset", TWO).claim("sooner", "body: onset", mentions=("", "wording: '1'"))


def without(folder: Folder, *refs: str) -> Consequence:
    return WhatIf(folder.load()).without(refs)


def main(folder: Folder) -> BodyGrade:
    return folder.grade().bodies["onset"].main


def judge(folder: Folder, domain: str, level: str) -> Folder:
    """Judge a domain, or the whole, on the facts as they are."""
    found = main(folder)
    if domain == "overall":
        proposal, facts = found.summed, found.overall_facts
    else:
        (one,) = [d.proposal for d in found.domains if d.proposal.domain == domain]
        proposal, facts = one.level, one.facts
    piece = (
        f"judgements: {{{domain}: {{is: {level}, by: project, on: 2020-01-03, "
        "why: what the rule does not see, "
        f"read: [alpha/paper, beta/paper], proposal: {proposal}, facts: '{facts}'}}}}"
    )
    return folder.change("bodies/onset.yaml", piece)


def test_nothing_left_of_a_body_of_one_result(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").body("onset", "uses: [{result: alpha#onset}]")
    found = without(folder.claim("sooner", "body: onset"), "alpha#onset")
    assert (found.bodies, found.claims, found.sentences) == (("onset",), ("sooner",), 1)
    assert found.matters
    body, claim, sentence = found.moves
    assert (body.kind, body.before, body.after) == ("body", "low", "none")
    assert claim.before == "favours, low certainty, overstated, severity warning"
    assert claim.after == "no direct evidence, severity error"
    assert (sentence.kind, sentence.where) == ("sentence", "article, line 1")
    assert found.told().startswith("1 claim with 1 sentence rests on it; without it these move:\n")


def test_what_a_verdict_rests_on_without_moving(tmp_path: Path) -> None:
    """A fourth of four alike: what is left says the same."""
    folder = two(tmp_path).study("gamma").study("delta")
    more = ", {result: gamma#onset}, {result: delta#onset}]"
    found = without(folder.change("bodies/onset.yaml", TWO.replace("]", more)), "delta#onset")
    assert (found.claims, found.sentences, found.moves) == (("sooner",), 2, ())
    assert not found.matters
    assert found.read
    assert found.told() == "1 claim with 2 sentences rests on it, no verdict moves without it"


def test_what_does_not_count_has_nothing_resting_on_it(tmp_path: Path) -> None:
    found = without(two(tmp_path, onset="at: retold"), "beta#onset")
    assert (found.bodies, found.claims, found.moves, found.read) == ((), (), (), False)
    assert found.told() == "no verdict rests on it"


def test_what_no_body_uses_and_a_claim_tells_of(tmp_path: Path) -> None:
    folder = two(tmp_path).study("gamma")
    figure = "numbers: [{says: '20.0', of: gamma#results.onset.groups.bath.after.mean}]"
    folder.claim("figures", "{kind: figure, record: gamma}", figure)
    found = without(folder, "gamma#onset")
    assert found.tellers == ("figures",)
    assert found.read
    assert found.told() == "1 claim tells of it; no verdict rests on it"


def test_without_nothing_nothing_moves(tmp_path: Path) -> None:
    assert without(two(tmp_path)).moves == ()


def left(folder: Folder, ref: str) -> BodyGrade:
    """What the body is graded to without a result, with what was judged kept."""
    evidence = folder.load()
    body = WhatIf(evidence).body_without("onset", frozenset([ref]))
    return grade(replace(evidence, bodies={"onset": body})).bodies["onset"].main


@pytest.mark.parametrize("level", ["not serious", "serious", "very serious"])
def test_a_judgement_is_as_far_from_the_proposal_as_it_was(tmp_path: Path, level: str) -> None:
    folder = judge(two(tmp_path), "indirectness", level)
    before = {d.proposal.domain: d for d in main(folder).domains}["indirectness"]
    after = {d.proposal.domain: d for d in left(folder, "beta#onset").domains}["indirectness"]
    assert not before.suspended
    assert not after.suspended
    assert after.down - after.proposal.down == before.down - before.proposal.down


def test_a_judgement_that_agrees_follows_the_rule(tmp_path: Path) -> None:
    folder = two(tmp_path)
    for domain in ("imprecision", "inconsistency"):
        level = {d.proposal.domain: d.proposal.level for d in main(folder).domains}[domain]
        judge(folder, domain, level)
    for found in left(folder, "beta#onset").domains:
        assert found.down == found.proposal.down
        assert not found.suspended


def test_the_step_back_is_as_far_from_the_sum_as_it_was(tmp_path: Path) -> None:
    folder = judge(two(tmp_path), "overall", "very low")
    before, after = main(folder), left(folder, "beta#onset")
    assert before.certainty == "very low"
    assert before.summed != "very low"
    assert not after.overall_suspended
    assert after.certainty == "very low"


def test_a_judgement_that_is_suspended_stays_so(tmp_path: Path) -> None:
    folder = judge(two(tmp_path), "indirectness", "very serious")
    folder.change("bodies/onset.yaml", "judgements: {indirectness: {facts: '000000000000'}}")
    (before,) = [d for d in main(folder).domains if d.judgement is not None]
    assert before.suspended
    assert all(d.judgement is None for d in left(folder, "beta#onset").domains)


def test_the_flags_of_a_study_as_a_whole_are_of_each_result(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", "{arms: {bath: {n: '30'}}}")
    evidence = folder.body("onset").load()
    found = flagged(evidence.studies.values())
    assert list(found) == ["alpha#onset"]
    assert [check.code for check in found["alpha#onset"]] == ["A303"]

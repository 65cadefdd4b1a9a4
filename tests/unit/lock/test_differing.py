"""Two states of a review side by side: what moved, from what to what, because of which fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.lock import Difference, differences
from tests.unit.builder import GONE, Folder


def review(tmp_path: Path) -> Folder:
    """Two trials of sleep and one of calm, with a claim on each outcome."""
    folder = Folder(tmp_path).study("alpha").study("beta")
    folder.study("gamma", onset="outcome: calm\nunit: points\ndirection: increases")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    folder.body("calm", "{question: {outcome: calm}, uses: [{result: gamma#onset}]}")
    folder.claim("sooner", "body: onset")
    return folder.claim("calmer", "{body: calm, outcome: calm, direction: increases}")


def changed(folder: Folder, *changes: tuple[str, str]) -> Difference:
    before = folder.grade()
    for file, piece in changes:
        folder.change(file, piece)
    return differences(before, folder.grade())


def test_a_review_does_not_differ_from_itself(tmp_path: Path) -> None:
    found = changed(review(tmp_path))
    assert not found.any
    assert (found.moved, found.unmoved, found.fields, found.idle) == ((), (), 0, 0)


def test_a_moved_verdict_is_told_with_the_fields_that_moved_it(tmp_path: Path) -> None:
    found = changed(
        review(tmp_path),
        ("studies/alpha.yaml", "design: {allocation: not randomised}"),
        ("studies/beta.yaml", "{design: {allocation: not randomised}, note: a note}"),
    )
    (move,) = found.moved
    assert move.claim == "sooner"
    assert [str(shift) for shift in move.shifts] == [
        "certainty moderate → very low",
        "severity suggestion → error",
        "mention article:1:1 overstated (suggestion) → overstated (error)",
    ]
    assert [str(change) for change in move.because] == [
        "studies/alpha.yaml design.allocation: randomised → not randomised",
        "studies/beta.yaml design.allocation: randomised → not randomised",
    ]
    assert found.any
    assert (found.unmoved, found.fields, found.idle) == ((), 3, 1)


def test_a_note_moves_nothing_and_a_number_that_moves_nothing_is_counted_apart(
    tmp_path: Path,
) -> None:
    found = changed(
        review(tmp_path),
        ("studies/gamma.yaml", "{note: a note, citation: {title: Another title}}"),
        ("studies/beta.yaml", "results: {onset: {groups: {bath: {after: {mean: '20.1'}}}}}"),
    )
    assert not found.any
    assert (found.moved, found.unmoved, found.fields, found.idle) == ((), ("sooner",), 3, 2)


def test_a_number_entered_for_the_first_time_and_one_taken_out(tmp_path: Path) -> None:
    folder = review(tmp_path)
    group = f"groups: {{bath: {{after: {{sd: {GONE}, se: '20'}}}}}}"
    found = changed(folder, ("studies/gamma.yaml", f"results: {{onset: {{{group}}}}}"))
    (move,) = found.moved
    assert {str(change) for change in move.because} == {
        "studies/gamma.yaml results.onset.groups.bath.after.sd: 10.0 → (left out)",
        "studies/gamma.yaml results.onset.groups.bath.after.se: (left out) → 20",
    }


def test_a_result_that_is_used_too_is_told_once_and_its_numbers_are_no_cause(
    tmp_path: Path,
) -> None:
    folder = review(tmp_path).study("delta", onset="direction: increases\ngroups: (left out)")
    uses = [f"{{result: {name}#onset}}" for name in ("alpha", "beta", "delta")]
    found = changed(folder, ("bodies/onset.yaml", f"uses: [{', '.join(uses)}]"))
    (move,) = found.moved
    assert [str(change) for change in move.because] == [
        "bodies/onset.yaml uses: alpha#onset, beta#onset → alpha#onset, beta#onset, delta#onset"
    ]
    assert (found.fields, found.idle) == (1, 0)


def test_a_whole_part_that_came_is_told_once(tmp_path: Path) -> None:
    folder = review(tmp_path)
    before = folder.grade()
    folder.study("delta", "design: {allocation: not randomised}")
    folder.change("bodies/onset.yaml", "uses: [{result: delta#onset}]")
    (move,) = differences(before, folder.grade()).moved
    assert move.shifts
    uses, study = (str(change) for change in move.because)
    assert uses == "bodies/onset.yaml uses: alpha#onset, beta#onset → delta#onset"
    assert study.startswith("studies/delta.yaml: added (")


def test_claims_that_came_and_went_have_their_verdicts(tmp_path: Path) -> None:
    folder = review(tmp_path)
    before = folder.grade()
    (tmp_path / "claims/calmer.yaml").unlink()
    folder.claim("calm-again", "{body: calm, outcome: calm, direction: increases}")
    found = differences(before, folder.grade())
    came, went = found.moved
    assert (came.claim, came.before, came.shifts, came.because) == ("calm-again", None, (), ())
    assert came.after is not None
    assert went.before is not None
    assert came.after.verdict == went.before.verdict
    assert (went.claim, went.after) == ("calmer", None)


def test_a_judgement_whose_facts_move_is_suspended_and_the_proposal_stands(
    tmp_path: Path,
) -> None:
    folder = review(tmp_path)
    facts = {d.proposal.domain: d for d in folder.grade().bodies["onset"].main.domains}
    bias = facts["risk-of-bias"].proposal
    folder.change(
        "bodies/onset.yaml",
        f"""judgements: {{risk-of-bias: {{is: serious, by: project, on: 2020-01-02,
        read: [alpha/paper], why: a rationale of more than five words,
        proposal: {bias.level}, facts: {bias.facts}}}}}""",
    )
    before = folder.grade()
    folder.change("studies/beta.yaml", "appraisal: {overall: some concerns}")
    after = folder.grade()
    found = differences(before, after)
    (suspended,) = found.suspended
    assert (suspended.body, suspended.domain, suspended.judged) == (
        "onset",
        "risk-of-bias",
        "serious",
    )
    proposal = after.bodies["onset"].main.domains[0].proposal
    assert suspended.stands == proposal.level
    assert found.any
    back = differences(after, before)
    assert (back.suspended, [s.domain for s in back.settled]) == ((), ["risk-of-bias"])


@pytest.mark.parametrize(
    ("file", "piece"),
    [
        ("studies/alpha.yaml", "results: {onset: {groups: {bath: {after: {mean: '99.0'}}}}}"),
        ("studies/alpha.yaml", "appraisal: {overall: high}"),
        ("studies/alpha.yaml", "notices: [{kind: retraction, text: a test, at: paper}]"),
        ("studies/alpha.yaml", "read: {paper: {access: secondary}}"),
        ("studies/alpha.yaml", "same-people-as: [beta]"),
        ("bodies/onset.yaml", "uses: [{result: alpha#onset}]"),
        ("bodies/onset.yaml", "directness: indirect"),
        ("review.yaml", "assumptions: {correlation: {over: ['0', '0.9']}}"),
        ("claims/sooner.yaml", "direction: increases"),
        ("claims/sooner.yaml", "body: calm"),
    ],
)
def test_nothing_moves_without_a_field_that_it_rests_on(
    tmp_path: Path, file: str, piece: str
) -> None:
    for move in changed(review(tmp_path), (file, piece)).moved:
        assert move.because, move


def test_a_difference_is_plain_data(tmp_path: Path) -> None:
    change = ("studies/alpha.yaml", "design: {allocation: not randomised}")
    plain = changed(review(tmp_path), change, ("claims/calmer.yaml", f"note: {GONE}")).to_dict()
    (move,) = plain["moved"]
    assert move["claim"] == "sooner"
    assert move["before"]["certainty"] == "moderate"
    assert move["because"][0] == {
        "file": "studies/alpha.yaml",
        "field": "design.allocation",
        "before": "randomised",
        "after": "not randomised",
        "leaves": 1,
    }

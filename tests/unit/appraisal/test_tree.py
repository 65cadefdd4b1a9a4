"""A flow as data: walking it, what it can still lead to, and all of its ways."""

from __future__ import annotations

from reviewkit.appraisal import ask, paths, reachable, walk

FLOW = ask("1", yes="low", no=ask("2", yes="low", no="high", unknown="high"), unknown="some")


def test_a_walk_follows_the_kinds_of_answer() -> None:
    assert walk(FLOW, {"1": "no", "2": "no"}.get) == ("high", ("1 no", "2 no"))


def test_what_has_no_kind_is_no_information() -> None:
    assert walk(FLOW, {}.get) == ("some", ("1 no information",))


def test_reachable_is_every_end_that_the_known_answers_leave_open() -> None:
    assert reachable(FLOW, {}.get) == {"low", "high", "some"}
    assert reachable(FLOW, {"1": "no"}.get) == {"low", "high"}
    assert reachable(FLOW, {"1": "yes"}.get) == {"low"}


def test_paths_are_all_ways() -> None:
    assert len(list(paths(FLOW))) == 1 + 3 + 1
    assert ((("1", "no"), ("2", "yes")), "low") in list(paths(FLOW))


def test_only_a_checklist_knows_what_does_not_apply() -> None:
    item = ask("1", yes="low", no="high", unknown="some", not_applicable="low")
    assert walk(item, {"1": "not applicable"}.get)[0] == "low"
    assert "not applicable" not in FLOW.branches

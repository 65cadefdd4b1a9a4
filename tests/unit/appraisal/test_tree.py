"""A flow as data: walking it, what it can still lead to, and all of its ways."""

from __future__ import annotations

from collections.abc import Callable

from reviewkit.appraisal import ask, paths, reachable, walk
from reviewkit.appraisal.tree import Kind

NOTHING: dict[str, Kind] = {}
FLOW = ask("1", yes="low", no=ask("2", yes="low", no="high", unknown="high"), unknown="some")


def known(*kinds: Kind) -> Callable[[str], Kind | None]:
    """The kinds of answer to items 1, 2 and so on."""
    given: dict[str, Kind] = {str(n): kind for n, kind in enumerate(kinds, start=1)}
    return given.get


def test_a_walk_follows_the_kinds_of_answer() -> None:
    assert walk(FLOW, known("no", "no")) == ("high", ("1 no", "2 no"))


def test_what_has_no_kind_is_no_information() -> None:
    assert walk(FLOW, NOTHING.get) == ("some", ("1 no information",))


def test_reachable_is_every_end_that_the_known_answers_leave_open() -> None:
    assert reachable(FLOW, NOTHING.get) == {"low", "high", "some"}
    assert reachable(FLOW, known("no")) == {"low", "high"}
    assert reachable(FLOW, known("yes")) == {"low"}


def test_paths_are_all_ways() -> None:
    assert len(list(paths(FLOW))) == 1 + 3 + 1
    assert ((("1", "no"), ("2", "yes")), "low") in list(paths(FLOW))


def test_only_a_checklist_knows_what_does_not_apply() -> None:
    item = ask("1", yes="low", no="high", unknown="some", not_applicable="low")
    assert walk(item, known("not applicable"))[0] == "low"
    assert "not applicable" not in FLOW.branches

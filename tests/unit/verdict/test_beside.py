"""What stands beside a claim: what goes against it is printed with the reason, always."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.verdict import Ruling
from tests.unit.builder import Folder

RETOLD = "at: retold\ngroups: (left out)\ndirection: {}"


def beside(tmp_path: Path, *directions: str, claimed: str = "decreases") -> Ruling:
    """Rule on a claim beside whose own body stands one of second-hand results."""
    folder = Folder(tmp_path).study("alpha").body("own", "uses: [{result: alpha#onset}]")
    for position, direction in enumerate(directions):
        folder.study(f"told-{position}", onset=RETOLD.format(direction))
    uses = ", ".join(f"{{result: told-{i}#onset}}" for i in range(len(directions)))
    folder.body("other", f"uses: [{uses}]")
    piece = f"{{body: own, direction: {claimed}, beside: [{{body: other, why: retold}}]}}"
    return folder.claim("sooner", piece).grade().claims["sooner"].ruling


@pytest.mark.parametrize(
    ("directions", "claimed", "against"),
    [
        (["decreases"], "decreases", False),
        (["decreases"], "prevents", False),
        (["increases"], "decreases", True),
        (["no difference"], "decreases", True),
        (["decreases", "increases"], "decreases", True),
        (["decreases", "decreases"], "decreases", False),
    ],
)
def test_second_hand_results_that_go_against_a_claim_are_printed(
    tmp_path: Path, directions: list[str], claimed: str, against: bool
) -> None:
    ruling = beside(tmp_path, *directions, claimed=claimed)
    assert (len(ruling.against), len(ruling.beside)) == (int(against), int(not against))
    (told,) = ruling.against + ruling.beside
    assert told.startswith("Beside it, retold: Nothing that counts was found of time")


def test_a_body_without_any_result_is_not_told(tmp_path: Path) -> None:
    ruling = beside(tmp_path)
    assert (ruling.against, ruling.beside) == ((), ())

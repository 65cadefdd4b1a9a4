"""A body held against the size that is claimed, and what it says of such a claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.builder import Folder

HALVED = "threshold: {target: size, size: '0.5', why: the claim says that it is halved}"


def of(tmp_path: Path, events: tuple[int, int], threshold: str = HALVED) -> Folder:
    """One trial of 2,000 people, events with and without."""
    groups = (
        f"groups: {{bath: {{n: '1000', after: (left out), events: '{events[0]}', total: '1000'}}, "
        f"none: {{n: '1000', after: (left out), events: '{events[1]}', total: '1000'}}}}\n"
        "unit: (left out)"
    )
    folder = Folder(tmp_path).study("alpha", onset=groups)
    return folder.body("onset", "uses: [{result: alpha#onset}]", threshold).claim(
        "halved", "body: onset"
    )


@pytest.mark.parametrize(
    ("events", "says", "excludes"),
    [
        ((100, 400), "favours", False),
        ((210, 400), "against", False),
        ((340, 400), "against", True),
        ((440, 400), "against", True),
    ],
)
def test_what_falls_short_of_the_size_is_against_it(
    tmp_path: Path, events: tuple[int, int], says: str, excludes: bool
) -> None:
    claim = of(tmp_path, events).grade().claims["halved"]
    assert claim.says == says
    assert (claim.ruling.verdict == "contradicted") is (says == "against" and excludes)


def test_the_interval_is_held_against_the_size(tmp_path: Path) -> None:
    def imprecision(threshold: str, name: str) -> str:
        grade = of(tmp_path / name, (190, 400), threshold).grade().bodies["onset"].main
        (found,) = [d.proposal for d in grade.domains if d.proposal.domain == "imprecision"]
        return found.path[0]

    null = "threshold: {target: 'null', why: a test}"
    assert imprecision(HALVED, "size") == "the 95% interval crosses the threshold"
    assert imprecision(null, "null") == "the 95% interval does not cross the threshold"

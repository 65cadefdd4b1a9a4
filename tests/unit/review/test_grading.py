"""A graded review: claims with what the evidence says, mentions with verdicts, tidy frames."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from reviewkit.review import bodies_of
from tests.unit.builder import Folder, a_claim


def small(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path).study("alpha").study("beta", onset="at: retold")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    return folder.body("empty")


def test_a_claim_has_two_results_and_its_statement_a_verdict(tmp_path: Path) -> None:
    found = small(tmp_path).claim("sooner", "body: onset").grade().claims["sooner"]
    assert (found.says, found.certainty) == ("favours", "low")
    assert (found.ruling.verdict, found.ruling.severity) == ("overstated", "warning")


def test_a_claim_without_direct_evidence(tmp_path: Path) -> None:
    found = small(tmp_path).claim("sooner", "body: empty").grade().claims["sooner"]
    assert (found.says, found.certainty) == ("no direct evidence", "none")
    assert (found.ruling.verdict, found.ruling.severity) == ("no direct evidence", "error")


def test_a_claim_that_rests_on_a_record_has_neither(tmp_path: Path) -> None:
    folder = small(tmp_path)
    figure = "numbers: [{says: '20.0', of: alpha#results.onset.groups.bath.after.mean}]"
    folder.claim("figures", "{kind: figure, record: alpha}", figure)
    found = folder.grade().claims["figures"]
    assert (found.says, found.certainty, found.ruling.verdict) == (None, None, "correct")


@pytest.mark.parametrize(
    ("links", "says", "certainty"),
    [
        ("[{name: a, body: onset}]", "favours", "low"),
        ("[{name: a, body: onset}, {name: b, body: empty}]", "no direct evidence", "none"),
        ("[{name: a, background: a textbook}]", None, None),
    ],
)
def test_a_mechanism_is_as_certain_as_its_weakest_link(
    tmp_path: Path, links: str, says: str | None, certainty: str | None
) -> None:
    folder = small(tmp_path).claim("way", "kind: mechanism", f"links: {links}")
    found = folder.grade().claims["way"]
    assert (found.says, found.certainty) == (says, certainty)


def test_the_bodies_of_a_claim() -> None:
    claim = a_claim(
        "{body: a, beside: [{body: b, why: x}, {body: a, why: x}]}",
        "links: [{name: l, body: c}, {name: m, background: n}]",
    )
    assert bodies_of(claim) == ("a", "b", "c")
    assert bodies_of(a_claim("{kind: advice}")) == ()


def test_a_mention_of_several_kinds_shows_all_its_rulings(tmp_path: Path) -> None:
    mention = "{kinds: [benefit, figure], numbers: [{says: '5', of: alpha#population.n.analysed}]}"
    folder = small(tmp_path).claim("sooner", "body: onset", mentions=(mention,))
    (found,) = folder.grade().claims["sooner"].mentions
    assert (found.ruling.route, found.ruling.verdict) == ("figure", "wrong")
    assert [(r.route, r.verdict) for r in found.others] == [("benefit", "overstated")]


def test_frames_of_a_body_that_is_pooled(tmp_path: Path) -> None:
    folder = small(tmp_path).study("beta")
    frames = folder.claim("sooner", "body: onset").grade().frames()
    row = frames["specifications"].set_index("body").loc["onset"]
    assert (row["kind"], row["k"]) == ("pooled", 2)
    assert row["lower"] < row["estimate"] < row["upper"]


def test_frames(tmp_path: Path) -> None:
    graded = small(tmp_path).claim("sooner", "body: onset").grade()
    frames = graded.frames()
    assert sorted(frames) == ["certainty", "claims", "effects", "mentions", "specifications"]
    effects = frames["effects"].set_index("result")
    assert bool(effects.loc["alpha#onset", "counts"])
    assert effects.loc["alpha#onset", "estimate"] == 20 - 30
    assert effects.loc["beta#onset", "why_not"] == "seen only in a secondary source"
    assert set(frames["specifications"]["body"]) == {"onset", "empty"}
    assert frames["specifications"].groupby("body")["main"].sum().to_dict() == {
        "onset": 1,
        "empty": 1,
    }
    assert len(frames["certainty"]) == 5
    assert frames["claims"].set_index("claim").loc["sooner", "verdict"] == "overstated"
    assert len(frames["mentions"]) == 1
    assert all(isinstance(frame, pd.DataFrame) for frame in frames.values())

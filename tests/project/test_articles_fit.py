"""The review of head massage against the four articles, for whoever has them (`--articles=FOLDER`).

Every fingerprint is at its line and position, and the sentences without a recorded claim are those
listed here, so that a claim that gets lost, or one that was missed and is now recorded, shows.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit import load
from reviewkit.evidence.articles import Held, articles_in, hold
from tests.project.tree import ROOT

#: The sentences without a claim by the inventory that the review began with: line and position.
WITHOUT_CLAIM = {
    "000": "1:1 22:1",
    "001": "3:1 7:1 16:1",
    "002": (
        "1:1 3:1 5:1 9:2 15:3 21:1 23:1 24:1 29:1 31:2 31:3 33:1 35:1 41:1 43:1 47:1 55:1 65:1 67:1"
        " 71:1 73:1 78:1 84:1 86:1 91:1 94:1 97:1 99:1 101:1 107:1 118:1 120:1 122:2 122:3 128:1"
        " 130:1"
    ),
    "003": "2:1 5:1 7:2 14:1 20:1 25:1",
}
#: Of these, source:line:position of the ones in which a claim was found since.
MISSED: frozenset[str] = frozenset()
#: Mentions of the inventory; none of them may get lost.
MENTIONS = 223


@pytest.fixture(scope="module")
def held(articles: Path) -> tuple[Held, ...]:
    return hold(load(ROOT / "evidence" / "head-massage"), articles_in(articles))


@pytest.mark.articles
def test_every_fingerprint_is_at_its_line_and_position(held: tuple[Held, ...]) -> None:
    assert [f.render() for one in held for f in one.findings if f.severity != "hint"] == []
    assert [one.source for one in held] == list(WITHOUT_CLAIM)
    assert [one.in_place for one in held] == [one.mentions for one in held]
    assert sum(one.in_place for one in held) >= MENTIONS


@pytest.mark.articles
def test_sentences_without_a_claim_are_those_of_the_inventory(held: tuple[Held, ...]) -> None:
    listed = {
        f"{source}:{place}" for source, all_ in WITHOUT_CLAIM.items() for place in all_.split()
    }
    found = {f"{one.source}:{s.line}:{s.ordinal}" for one in held for s in one.unrecorded}
    assert found - listed == set(), "sentences that have lost their claims"
    assert listed - found == MISSED, "sentences in which a claim was found since"

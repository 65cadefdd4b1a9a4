"""Phrases and patterns as a vocabulary writes them: what is read, and what is refused and why."""

from __future__ import annotations

import pytest

from reviewkit.phrasing import forms, named, parts


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("", "'' is no word"),
        ("thick ...", "begins and ends with a word"),
        ("... thick", "begins and ends with a word"),
        ("thick, long", "'thick,' is no word"),
        ("sh*nk", r"'sh\*nk' is no word"),
        ("pneumonoultramicroscopicsilico*", "more than 24 letters"),
    ],
)
def test_a_phrase_that_no_text_can_hold_is_refused(phrase: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        forms(phrase)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("lowers >> stress", "'lowers >> stress' is no part of a pattern"),
        ("", "'' is no part of a pattern"),
        ("!calm", "asks for nothing to be there"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parts(pattern)


def test_each_mark_is_read() -> None:
    first, near, spoken, absent = parts(
        "^lowers|eases > stress|worry & +hair & -worsens > pain !ill"
    )
    assert first.opens
    assert first.effects == {"lowers >", "eases >"}
    assert first.names == {"stress", "worry"}
    assert near.near
    assert near.names == {"hair"}
    assert spoken.unless
    assert spoken.effects == {"worsens >"}
    assert absent.absent
    assert absent.names == {"ill"}


def test_what_patterns_ask_for_is_named_as_the_vocabulary_names_it() -> None:
    assert named(["lowers > stress !ill", "-worsens > pain"]) == {
        "lowers",
        "stress",
        "ill",
        "worsens",
        "pain",
    }

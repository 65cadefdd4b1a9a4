"""What the evidence of a claim carries, and of several claims together."""

import pytest

from reviewkit.prose.suggestion.strength import Strength, strength, weakest


@pytest.mark.parametrize(
    ("carries", "certainty", "says", "wanted"),
    [
        ("", "", "favours", None),
        ("0", "none", "no direct evidence", "none"),
        ("0", "not graded", "favours", "none"),
        ("0", "very low", "favours", "uncertain"),
        ("0", "very low", "mixed", "unclear"),
        ("0", "very low", "no direct evidence", "thin"),
        ("1", "low", "favours", "low"),
        ("2", "moderate", "favours", "moderate"),
        ("3", "very low", "mixed", "plain"),
        ("4", "high", "favours", "plain"),
    ],
)
def test_strength(carries: str, certainty: str, says: str, wanted: Strength | None) -> None:
    assert strength({"carries": carries, "certainty": certainty}, {"evidence": says}) == wanted


@pytest.mark.parametrize(
    ("several", "wanted"),
    [
        (["low", "uncertain"], "uncertain"),
        (["none", "none"], "none"),
        (["none", "uncertain"], "thin"),
        (["none", "low"], "none"),
        (["plain", "moderate"], "moderate"),
    ],
)
def test_the_weakest_leads(several: list[Strength], wanted: Strength) -> None:
    assert weakest(several) == wanted

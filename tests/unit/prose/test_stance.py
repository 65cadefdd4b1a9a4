"""What a sentence does with what it speaks of."""

import pytest

from reviewkit.prose.stance import stance
from tests.unit.prose.reader import readings, sentence


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It reduces stress.", "asserts"),
        ("Studies show that it reduces stress.", "asserts"),
        ("It not only feels good but also reduces stress.", "asserts"),
        ("It does more than just reduce stress.", "asserts"),
        ("Does it reduce stress?", "asks"),
        ("“Does it work?”", "asks"),
        ("Whether you want to reduce stress or sleep, read on.", "asks"),
        ("It does not reduce stress.", "denies"),
        ("It won't regrow fur.", "denies"),
        ("It won’t regrow fur.", "denies"),
        ("It had no effect on stress.", "denies"),
        ("That it reduces stress is a myth.", "denies"),
        ("There is little evidence that it reduces stress.", "limits"),
        ("More research is needed.", "limits"),
        ("The evidence is still limited.", "limits"),
        ("It is not a cure for stress.", "limits"),
        ("It should not be your only treatment.", "limits"),
        ("It has not been proven to reduce stress.", "limits"),
        ("It is believed to reduce stress.", "reports"),
        ("Some people say that it reduces stress.", "reports"),
        ("Proponents claim that it reduces stress.", "reports"),
        ("According to tradition it reduces stress.", "reports"),
    ],
)
def test_a_sentence_has_its_stance(text: str, wanted: str) -> None:
    assert stance(text) == wanted


def test_a_denial_beyond_a_but_leaves_the_claim_alone() -> None:
    text = "It reduces stress but had no effect on weight."
    assert stance(text, (text.index("stress"),)) == "asserts"
    assert stance(text, (text.index("weight"),)) == "denies"
    assert stance(text) == "denies"


def test_a_reading_takes_the_stance_where_its_claims_stand() -> None:
    (reading,) = readings("It reduces stress but had no effect on weight.")
    assert reading.stance == "asserts"


@pytest.mark.parametrize(
    ("lead_in", "wanted"),
    [
        ("It can:", "asserts"),
        ("There is no evidence that it:", "limits"),
        ("It does not help with:", "denies"),
        ("What does it do?", "asserts"),
    ],
)
def test_a_bullet_takes_the_stance_of_its_lead_in(lead_in: str, wanted: str) -> None:
    (reading,) = readings(sentence("Reduce stress", lead_in=lead_in))
    assert reading.links
    assert reading.stance == wanted

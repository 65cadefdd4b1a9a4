"""A sentence that says only that something works takes the claims of its heading or title."""

import pytest

from reviewkit.prose.topic import unsaid
from tests.unit.prose.reader import claims, readings, sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Does it really work?", "really work"),
        ("Possibly.", "Possibly."),
        ("In a word, no.", "In a word, no."),
        ("Brushing helps too.", "helps"),
        ("A slow stroke can make a difference.", "make a difference"),
        ("It is effective for many.", "is effective"),
    ],
)
def test_what_is_left_unsaid(text: str, words: str) -> None:
    place = unsaid(text)
    assert place is not None
    assert text[slice(*place)] == words


@pytest.mark.parametrize(
    "text",
    [
        "It helps fur grow.",
        "It works by warmth.",
        "No brush is old.",
        "How they work",
        "Brushing cats at work",
        "There are several ways in which it helps.",
        "Tail brushing, ear work and a nap.",
        "While fleas powders are effective, brushes are liked.",
    ],
)
def test_what_is_said(text: str) -> None:
    assert unsaid(text) is None


def test_the_heading_comes_before_the_title() -> None:
    title = "Cat brushing for better mood"
    assert claims("It helps.", title=title, heading="Lowers stress") == ["less-stress"]
    assert claims("It helps.", title=title) == ["more-joy"]
    assert claims("It helps.", title="Cat brushing") == []


def test_the_cue_is_where_it_says_so() -> None:
    (reading,) = readings(sentence("It can help too.", heading="Lowers stress"))
    ((link,),) = (reading.links,)
    assert (link.cue, link.wording) == ("help", 2)


def test_a_bullet_makes_the_claim_of_a_lead_in_that_names_a_means() -> None:
    text = {"text": "Improving mood", "kind": "bullet", "lead_in": "It reduces stress by:"}
    assert claims(**text) == ["more-joy", "less-stress"]

"""What is told of ways at large, and of no treatment, claims nothing."""

import pytest

from tests.unit.prose.reader import claims, readings, sentence


@pytest.mark.parametrize(
    "text",
    [
        "Natural ways to reduce stress",
        "3. The 7 best tips to reduce stress",
        "Remedies for less or no more stress",
        "How to reduce stress",
        "How better sleep reduces stress",
        "Reduce your stress fast",
        "Understanding what reduces stress",
        "Sleep and its role in how people reduce stress",
        "Without food nothing reduces stress.",
        "The science of how to reduce stress",
        "There are many ways to reduce stress.",
        "Here are some tips to reduce stress.",
        "Some brands claim to reduce stress.",
        "Avoid noise to reduce stress.",
        "Eat well to reduce stress.",
        "Learn more about what reduces stress.",
        "A balanced diet reduces stress.",
        "Stress can be relieved with the right medicine: it is no more stress.",
    ],
)
def test_ways_at_large(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Reduces stress",
        "How it reduces stress",
        "How cat brushing reduces stress",
        "A natural way to reduce stress",
        "Natural ways to reduce stress with cat brushing",
        "There are many ways to reduce stress, and cat brushing is one.",
        "It is one of many ways to reduce stress.",
        "Avoid the vet: cat brushing reduces stress.",
        "Find out how it reduces stress.",
        "Without this, nothing reduces stress.",
    ],
)
def test_what_is_offered(text: str) -> None:
    assert claims(text) == ["less-stress"]


def test_an_answer_takes_up_a_heading_over_ways() -> None:
    heading = "How to reduce stress"
    above, below = readings(
        sentence(heading, kind="heading"), sentence("Cat brushing can help.", heading=heading)
    )
    assert not above.links
    assert [link.claim for link in below.links] == ["less-stress"]

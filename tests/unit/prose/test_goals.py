"""What people want, told of no treatment, claims nothing."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "Many people are looking for ways to reduce stress.",
        "Everyone wants to reduce stress.",
        "We are all on the lookout for what reduces stress.",
        "This has puzzled people who are in search of ways to reduce stress.",
    ],
)
def test_a_goal_alone(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is great if you want to reduce stress.",
        "If people want to reduce stress, it reduces stress.",
        "It reduces stress, and people want more.",
        "Many people who are looking for ways to reduce stress try cat brushing.",
    ],
)
def test_a_goal_that_something_is_offered_for(text: str) -> None:
    assert claims(text) == ["less-stress"]

"""What people want, told of no treatment, claims nothing."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "Whether you want to reduce stress or sleep, read on.",
        "If you are looking to reduce stress, eat well.",
        "Many owners look for ways to be rid of mites; others look for ways to reduce stress.",
        "People who want to reduce stress have asked that.",
        "Are you looking to reduce stress?",
        "Struggling to reduce stress?",
        "Many people are looking for ways to reduce stress.",
        "Everyone wants to reduce stress.",
        "Employers are increasingly seeking ways to reduce stress.",
        "She tried to reduce stress.",
        "We are all on the lookout for what reduces stress.",
        "This has puzzled people who are in search of ways to reduce stress.",
    ],
)
def test_a_goal_alone(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Whether you want to reduce stress or sleep, cat brushing is the thing.",
        "If you want to reduce stress, it is worth a try.",
        "If you are after less fuss, brush: it reduces stress.",
        "People look for ways to reduce stress, and cat brushing is a favourite.",
        "People who want to reduce stress gain a lot from it.",
        "Does cat brushing reduce stress?",
        "It is great if you want to reduce stress.",
        "If people want to reduce stress, it reduces stress.",
        "It reduces stress, and people want more.",
        "Many people who are looking for ways to reduce stress try cat brushing.",
    ],
)
def test_a_goal_that_something_is_offered_for(text: str) -> None:
    assert claims(text) == ["less-stress"]


@pytest.mark.parametrize(
    "text",
    [
        "Cat brushing suits all with the exception of people with no more stress.",
        "Cat brushing is not for people who reduce stress.",
        "Ask your vet if you are trying to reduce stress.",
        "Do not have a cat brushed if you are on pills to reduce stress.",
        "You have probably tried every pill to reduce stress.",
    ],
)
def test_whom_it_is_not_for(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cat brushing reduces stress, with the exception of people with fleas.",
        "With the exception of people who reduce stress, it reduces stress.",
        "It is not just for people with fleas and reduces stress.",
    ],
)
def test_what_is_said_beside_whom_it_is_not_for(text: str) -> None:
    assert claims(text) == ["less-stress"]

"""What another thing does claims nothing of the treatment."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "Valerian reduces stress.",
        "Valerian can greatly reduce stress.",
        "Warm milk and valerian reduce stress.",
        "Drinking warm milk reduces stress.",
        "Our valerian reduces stress.",
        "Valerian helps with stress.",
    ],
)
def test_another_thing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It reduces stress.",
        "Reduces stress.",
        "Regular sessions reduce stress.",
        "Slow strokes reduce stress.",
        "Studies show that it reduces stress.",
        "Gently stroking reduces stress.",
        "Stroking ears reduces stress.",
        "Our sessions reduce stress.",
        "The valerian reduces stress.",
        "Valerian and cat brushing reduce stress.",
        "Used daily, it reduces stress.",
        "2. Reduces stress",
    ],
)
def test_what_may_be_the_treatment(text: str) -> None:
    assert claims(text) == ["less-stress"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Carers reduced their stress.", ["less-stress"]),
        ("Expect better mood.", ["more-joy"]),
        ("Sudden boosts are rare, but it reduces stress.", ["less-stress"]),
        ("Sudden showers boost joy, but it reduces stress.", []),
    ],
)
def test_people_and_what_is_no_verb_are_no_other_thing(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


def test_an_entry_has_its_subject_in_the_lead_in() -> None:
    assert claims("Valerian-like, reduces stress", kind="bullet", lead_in="It") == ["less-stress"]


@pytest.mark.parametrize(
    "text",
    [
        "Stress can lead to less joy and more stress.",
        "Chronic stress may bring more stress.",
        "Busy days can bring more stress and lower stress tolerance.",
        "Many of us struggle with stress and want better mood.",
        "Managing stress is essential for better mood.",
        "The impact of stress on the mood is known to boost mood.",
        "Understanding the exact cause brings joy.",
    ],
)
def test_what_an_ill_or_life_does(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Stress is reduced.",
        "Stress can build up, and this reduces stress.",
        "Cat brushing helps with stress, which many of us struggle with.",
        "Busy days? It reduces stress.",
        "People who struggle with stress find that brushing reduces stress.",
    ],
)
def test_what_becomes_of_an_ill(text: str) -> None:
    assert claims(text) == ["less-stress"]

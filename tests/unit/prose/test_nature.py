"""What a body has or needs by nature claims nothing of the treatment."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "Stress needs more joy.",
        "Cats need more joy.",
        "Cats require better mood.",
        "In this illness, cats need more joy.",
        "Poor food can bring stress and no more joy, no more stress.",
        "Chronic noise reduces joy and more joy.",
        "Stress in cats brings joy.",
        "Cats: stress in cats brings joy.",
        "A healthy cat is more likely to improve mood.",
        "How cats improve mood",
    ],
)
def test_a_fact_of_nature(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This improves mood.",
        "It improves mood.",
        "The cat improves mood.",
        "Better stress improves mood.",
        "Gentle strokes on cats improve mood.",
        "Working on cats improves mood.",
        "Pressure on cats improves mood.",
        "Do cats improve mood?",
        "Improves mood: cats bring joy.",
    ],
)
def test_what_may_be_the_treatment(text: str) -> None:
    assert claims(text) == ["more-joy"]


def test_what_is_told_of_a_subject_is_no_fact_of_nature() -> None:
    assert claims("Stress in cats falls.") == ["less-stress"]

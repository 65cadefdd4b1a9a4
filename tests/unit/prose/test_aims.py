"""What is only looked into claims nothing."""

import pytest

from tests.unit.prose.reader import claims, readings, sentence


@pytest.mark.parametrize(
    "text",
    [
        "The study looked at the effect of cat brushing on stress.",
        "Researchers set out to see how well it reduces stress.",
        "This trial examined whether cat brushing reduced stress.",
        "The aim of this study was to find out how far it reduces stress.",
        "The aim was to see whether it lowers stress.",
        "Objective: To assess whether cat brushing lowers stress.",
        "We wanted to learn if it reduces stress.",
        "Its effect on lowering stress was measured twice.",
        "They tested 12 cats for the effects of brushing on lower stress.",
        "To determine whether it reduces stress, vets brushed 12 cats.",
        "The effect of cat brushing on reducing stress and better mood",
        "A paper on the impact of cat brushing in reducing stress came out in May.",
        "In this article, we look at whether it reduces stress.",
        "It is safe; the study asked if it reduces stress.",
        "It evaluates the effectiveness of brushing in lower stress.",
        "The outcome measures were lower stress and better mood.",
        "Lower stress was assessed before and after.",
        "The study also evaluated the lowering of stress.",
    ],
)
def test_an_aim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The study looked at how it works and found that it reduces stress.",
        "The study looked at the effect of cat brushing, and it reduced stress.",
        "It reduces stress; the study looked at the effect on fur.",
        "It reduces stress, but the trial asked whether it lasts.",
        "The aim is to reduce stress.",
        "Nobody has studied whether it reduces stress.",
        "There are few studies on the effect of brushing on reducing stress.",
        "See how cat brushing reduces stress.",
        "Researchers have looked at what it does: it reduces stress.",
        "The effect of cat brushing in reducing stress is large.",
        "Readers ask whether it reduces stress.",
    ],
)
def test_no_aim_or_no_mere_one(text: str) -> None:
    assert claims(text) == ["less-stress"]


def test_what_an_aim_has_beside_effects_stays() -> None:
    text = "The study looked at whether calming music lowers stress: brush the back."
    assert claims(text) == ["brush-it"]


def test_entries_below_an_aim() -> None:
    (reading,) = readings(sentence("Lower stress", lead_in="The study looked at whether it could"))
    assert not reading.links

"""How a text speaks of those who had the review's treatment, and of those who had none."""

from __future__ import annotations

import pytest

from reviewkit.prose.studies.treated import treated

KNEADED = ("knead*", "the press")


@pytest.mark.parametrize("text", ["the kneading group", "Both kneaded groups", "the press-group"])
def test_a_group_is_named_after_the_treatment(text: str) -> None:
    assert treated(KNEADED).group.search(text)


@pytest.mark.parametrize("text", ["no kneading", "Without any kneading", "with no knead at all"])
def test_those_without_the_treatment_are_a_control(text: str) -> None:
    assert treated(KNEADED).none.search(text)


@pytest.mark.parametrize("text", ["the kneading", "an age group", "no press", "without a group"])
def test_the_rest_is_left_alone(text: str) -> None:
    said = treated(KNEADED)
    assert not said.group.search(text)
    assert not said.none.search(text)


def test_a_review_without_a_subject_names_nothing() -> None:
    said = treated(())
    assert not said.group.search("the group")
    assert not said.none.search("no treatment")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("After kneading it fell from 130 to 110.", True),
        ("In the kneading group it was 44%.", True),
        ("It was 44%.", False),
        ("It fell by 8 with kneading and by 2 without.", False),
        ("It fell more with kneading than with the press.", False),
        ("It fell by 8 with kneading; 12 people had left.", False),
    ],
)
def test_a_sentence_may_tell_of_the_treated_alone(text: str, *, alone: bool) -> None:
    assert treated(KNEADED).alone(text) is alone

"""What is suggested instead of a sentence, by what its evidence carries and how it is written."""

import pytest

from reviewkit.prose.text import BlockKind
from tests.unit.prose.suggestion.ruled import suggestion

UNCERTAIN, LACKING = "but the evidence is very uncertain", "but no direct evidence was found"
MIXED = "promote fur growth, but direct evidence is very uncertain or missing"
VERY = "though the evidence is very uncertain"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It relieves stress.", f"It may relieve stress, {UNCERTAIN}."),
        ("It may relieve stress.", f"It may relieve stress, {UNCERTAIN}."),
        ("It relieves worry.", "It is unclear whether it relieves worry."),
        ("It relieves pain.", "It may relieve pain."),
        ("It brings joy.", "It probably brings joy."),
        ("It is proven to bring joy.", "It can bring joy."),
        ("It is proven to bring warmth.", "It can bring warmth."),
        (
            "It promotes fur growth.",
            "It is not known whether it promotes fur growth: no direct evidence was found.",
        ),
        ("It relieves stress and promotes fur growth.", f"It may relieve stress and {MIXED}."),
        ("It relieves pain and stress.", f"It may relieve pain and stress, {UNCERTAIN}."),
        (
            "It prolongs life.",
            "Studies so far do not show that brushing makes TMJ life longer.",
        ),
    ],
)
def test_the_weakest_evidence_decides(text: str, wanted: str) -> None:
    assert suggestion(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cat brushing has been shown to relieve stress.", "Cat brushing may relieve stress"),
        ("Cat brushing will always relieve stress!", "Cat brushing may relieve stress"),
        ("Studies show that it relieves stress.", "It may relieve stress"),
        ("It can help to relieve stress.", "It may help to relieve stress"),
        ("It also helps relieve stress.", "It may also help relieve stress"),
        ("It's a proven way to relieve stress.", "It may be a way to relieve stress"),
        ("Cat brushings relieve stress.", "Cat brushings may relieve stress"),
        ("It works by relieving stress.", "It may work by relieving stress"),
        ("It feels warm, relieving stress.", "It feels warm, possibly relieving stress"),
        ("Stress is reduced by cat brushing.", "Stress may be reduced by cat brushing"),
        ("It is good for stress.", "It may be good for stress"),
        ("You'll get softer fur.", "You may get softer fur"),
        ("It is warm and relieves stress.", "It is warm and may relieve stress"),
    ],
)
def test_the_verb_that_carries_the_effect_is_hedged(text: str, wanted: str) -> None:
    assert suggestion(text) == f"{wanted}, {UNCERTAIN}."


@pytest.mark.parametrize(
    ("kind", "lead_in", "text", "wanted"),
    [
        ("heading", "", "Less stress", f"Possibly less stress, {VERY}"),
        ("heading", "", "Stress relief", f"Potential stress relief, {VERY}"),
        ("heading", "", "1. Relieves pain", "1. May relieve pain"),
        ("heading", "", "Relieves Pain Fast", "May Relieve Pain Fast"),
        ("cell", "", "RELIEVES PAIN", "MAY RELIEVE PAIN"),
        ("bullet", "It can:", "relieve pain", "perhaps relieve pain"),
        ("bullet", "Cat brushing", "relieves pain.", "may relieve pain."),
        ("bullet", "Its gifts:", "relief of pain", "possibly relief of pain"),
        ("bullet", "", "Less pain: it eases pain.", "Possibly less pain: it may ease pain."),
        ("bullet", "Its gifts may be:", "Pain relief: it eases stress.",
         f"Pain relief: it may ease stress, {VERY}."),
        ("heading", "", "The Link of Brushing and Less Pain",
         "Whether Cat Brushing Eases Pain Is Unclear"),
    ],
)  # fmt: skip
def test_a_heading_or_bullet_stays_one(
    kind: BlockKind, lead_in: str, text: str, wanted: str
) -> None:
    assert suggestion(text, kind, lead_in) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Cat brushing reduced stress in nine men.",
        "“It relieves stress like nothing else,” a groomer told us.",
        "It relieves my stress.",
        "It is used for relief of stress.",
        "It relieves stress by 40%.",
    ],
)
def test_what_is_not_the_writers_to_change_is_stated_instead(text: str) -> None:
    assert suggestion(text) == "It is unclear whether cat brushing lowers stress."


def test_all_claims_that_are_told_are_left_open() -> None:
    assert suggestion("“It lowers stress and worry and promotes fur growth,” they told us.") == (
        "It is unclear whether cat brushing lowers stress, whether cat brushing lowers worry, and "
        "whether cat brushing makes fur grow."
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is designed to relieve stress.", f"It is designed to relieve stress, {UNCERTAIN}."),
        ("Cat brushing aims to reduce stress.",
         f"Cat brushing aims to reduce stress, {UNCERTAIN}."),
        ("It is designed to relieve pain.",
         "It is designed to relieve pain, but the evidence is uncertain."),
        ("It is designed to bring joy.", ""),
        ("A groomer explains that it relieves stress.",
         f"A groomer suggests that it relieves stress, {UNCERTAIN}."),
    ],
)  # fmt: skip
def test_an_aim_and_a_report_stay_and_take_a_caveat(text: str, wanted: str) -> None:
    assert suggestion(text) == wanted


def test_a_denial_is_left_open() -> None:
    wanted = "It is unclear whether cat brushing lowers stress."
    assert suggestion("Cat brushing does not reduce stress.") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Does it relieve stress?",
        "Some say that it relieves stress.",
        "It may relieve pain.",
        "It may relieve stress, but the evidence is very uncertain.",
        "It is unclear whether it relieves stress.",
        "Fur is soft.",
    ],
)
def test_nothing_is_suggested_where_nothing_is_wrong(text: str) -> None:
    assert suggestion(text) == ""

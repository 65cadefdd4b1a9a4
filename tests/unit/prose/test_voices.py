"""Whose word it is, for whom it works, and what is above a sentence."""

import pytest

from reviewkit.prose.elsewhere import finds_elsewhere
from reviewkit.prose.stance import conceded, stance
from reviewkit.prose.wording import wording
from tests.unit.prose.reader import VOCABULARY, claims, readings, sentence


@pytest.mark.parametrize(
    "text",
    [
        "A user on the forum wrote that it reduces stress.",
        "One blogger swears it reduces stress.",
        "Guys on Reddit report that it reduces stress.",
        "YouTube says it reduces stress.",
        "I tried it because the internet said it could reduce stress.",
        "The practice is based on the idea that it reduces stress.",
        "The theory that it reduces stress is appealing.",
        "There are anecdotal reports that it reduces stress.",
        "Stories from users tell of less stress.",
        "She claims her stress went down.",
        "He reports his stress went down.",
        "The author argues that it reduces stress.",
        "Proponents theorize that it reduces stress.",
        "They even say it reduces stress.",
        "The ads run all day, all promising less stress.",
        "According to the old texts it reduces stress.",
        "In many cultures, brushing is considered good for stress.",
        "Old wives would say it reduces stress.",
        "There are those who swear that it reduces stress.",
        "These small handheld gadgets promise less stress.",
        "Owners love how it reduces stress.",
        "If the reviews are to be believed, it reduces stress.",
        "It has glowing reviews for stress.",
        "Old manuals taught that it reduces stress.",
        "“It took away my stress” – Anna",
        "Its maker advertises it as a cure for stress.",
    ],
)
def test_what_laymen_books_and_theories_say_is_reported(text: str) -> None:
    assert stance(text) == "reports"


@pytest.mark.parametrize(
    "text",
    [
        "A dermatologist says that it reduces stress.",
        "The researchers report that stress fell.",
        "An idea of mine is to brush, which reduces stress.",
        "It is based on the pulse and reduces stress.",
        "Women like it, and it reduces stress.",
        "According to some research, it reduces stress.",
    ],
)
def test_what_is_the_writers_own_asserts(text: str) -> None:
    assert stance(text) == "asserts"


@pytest.mark.parametrize(
    "text",
    [
        "Some find less stress, others may not see any change.",
        "Others notice little.",
        "It has limited benefits for stress.",
        "We do not promise that it reduces stress.",
        "Its effectiveness against stress is questionable.",
        "Its merit has been called into question.",
        "Keep your expectations realistic.",
        "Effects on stress may be subtle.",
        "Your mileage may vary.",
        "It may take time to show.",
        "What it does for stress differs from one person to the next.",
        "Its use against stress lacks scientific backing.",
        "An uncontrolled pilot of brushing exists.",
    ],
)
def test_for_whom_and_how_much_limits(text: str) -> None:
    assert stance(text) == "limits"


@pytest.mark.parametrize(
    "text",
    [
        "It is more than a quick fix.",
        "It is not merely a treat.",
        "It is a health-supporting tool.",
        "One uncontrolled study in cats reported less stress.",
        "Others see more of it.",
    ],
)
def test_what_praises_limits_nothing(text: str) -> None:
    assert stance(text) == "asserts"


def test_a_limit_for_others_at_the_end_limits() -> None:
    (reading,) = readings("It lowers stress in some cats, while others may not gain.")
    assert reading.stance == "limits"


def test_a_concession_may_follow_a_label() -> None:
    text = "Less stress: while no guaranteed remedy, it reduces stress."
    assert stance(text, (text.rindex("stress"),)) == "asserts"
    assert conceded(text) == text.index(",")
    text = "Even if the gain is modest, it reduces stress."
    assert stance(text, (text.rindex("stress"),)) == "asserts"


@pytest.mark.parametrize(
    ("text", "verb", "level"),
    [
        (
            "No evidence exists that it grows fur, yet all agree that it reduces stress",
            "reduces",
            3,
        ),
        ("No evidence exists that it grows fur, yet all agree that it reduces stress", "grows", 0),
        ("While there is little evidence for combs, brushing reduces stress", "reduces", 3),
        ("It reduces stress, but whether it grows fur is unclear", "reduces", 3),
        ("It reduces stress, but whether it grows fur is unclear", "grows", 0),
        ("It reduces stress, but it is unclear whether it does", "reduces", 0),
        ("Its safety is proven, but it may reduce stress", "reduce", 1),
    ],
)
def test_a_level_does_not_cross_a_turn(text: str, verb: str, level: int) -> None:
    assert wording(text, text.index(verb), len(text)).level == level


def test_a_topic_may_stand_in_the_sentence_its_heading_or_the_title() -> None:
    text = "It is no cure."
    assert claims("It is no cure for a thin coat.") == ["no-sole-care"]
    assert claims(text, heading="Thin fur") == ["no-sole-care"]
    assert claims(text, title="Brushing for a thick coat") == ["no-sole-care"]
    assert claims(text) == []
    (reading,) = readings(sentence(text))
    assert "limiting" in reading.names


def test_a_needed_topic_is_no_need_of_the_sentence() -> None:
    (pattern,) = VOCABULARY.patterns["limiting"]
    assert pattern.needs == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("many studies show that smoking causes wrinkles", True),
        ("several trials have looked at vitamin pills", True),
        ("clinical trials were carried out on oils", True),
        ("many studies show that it affects mood", False),
        ("many studies show that this practice affects mood", False),
        ("several trials have looked at the effect of daily sessions", False),
        ("several trials show that stress falls", False),
    ],
)
def test_studies_of_another_thing(text: str, wanted: bool) -> None:
    assert finds_elsewhere(text) is wanted

"""A sentence that goes on with what stands before it makes the same claims."""

import pytest

from reviewkit.prose.anaphora import LONGEST, goes_on, likewise
from tests.unit.prose.reader import readings, sentence

CLAIM = "Cat brushing reduces stress."


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("They also came back less often.", "asserts"),
        ("In the second week, the attacks became fewer.", "asserts"),
        ("Both fell.", "asserts"),
        ("This effect lasted for three weeks.", "asserts"),
        ("The benefits soon wore off.", "asserts"),
        ("Results vary.", "limits"),
        ("That said, the study was small.", "limits"),
        ("It is not a cure.", "limits"),
        ("Don't expect miracles.", "limits"),
        ("Everyone is different.", "limits"),
        ("Not everyone benefits.", "limits"),
        ("The short answer is: nobody has shown that it does.", "limits"),
        ("Still, more research is needed.", "limits"),
        ("There is no proof of this.", "limits"),
        ("We found no such thing.", "denies"),
        ("In a second study, nothing happened.", "denies"),
        ("That is simply not true.", "denies"),
        ("Is there any truth in it?", "asks"),
        ("So, does it last?", "asks"),
    ],
)
def test_it_goes_on(text: str, stance: str) -> None:
    taken = goes_on(text)
    assert taken is not None
    assert taken.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "The shop opens at nine.",
        "Results did not vary with age.",
        "It comes down to size.",
        "It has been known for centuries.",
        "Not all messages are alike.",
        "More research has backed this up.",
        "It has been shown to work.",
        "Still, results vary" + " so very much" * LONGEST,
    ],
)
def test_it_does_not(text: str) -> None:
    assert goes_on(text) is None


def test_it_takes_the_claims_of_the_sentence_before() -> None:
    _, reading = readings(CLAIM, "Results vary.")
    assert [link.claim for link in reading.links] == ["less-stress"]
    assert (reading.stance, reading.unsaid, reading.links[0].cue) == (
        "limits",
        True,
        "Results vary",
    )


def test_it_takes_those_of_its_heading_where_none_is_near() -> None:
    far = [sentence(f"Line {number}.", heading="Lowers stress") for number in range(4)]
    *_, reading = readings(*far, sentence("Results vary.", heading="Lowers stress"))
    assert [link.claim for link in reading.links] == ["less-stress"]


def test_what_stands_too_far_or_under_another_heading_is_not_taken() -> None:
    lines = [f"Line {number}." for number in range(4)]
    *_, far = readings(CLAIM, *lines, "Results vary.")
    _, apart = readings(CLAIM, sentence("Results vary.", heading="Prices"))
    assert (far.links, apart.links) == ((), ())


def test_what_speaks_of_an_outcome_of_its_own_takes_none() -> None:
    _, reading = readings(CLAIM, "Results vary for the itch.")
    assert reading.links == ()


def test_a_claim_that_no_effect_makes_is_not_gone_on_with() -> None:
    _, reading = readings("The brush is soothing.", "Both fell.")
    assert reading.links == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The same goes for mood.", "asserts"),
        ("So does the mood.", "asserts"),
        ("It did the same for her mood.", "asserts"),
        ("Nor did the mood.", "denies"),
        ("And what about mood?", "asks"),
    ],
)
def test_of_another_outcome_it_says_what_was_said_before(text: str, stance: str) -> None:
    assert likewise(text) == stance
    _, reading = readings(CLAIM, text)
    assert [link.claim for link in reading.links] == ["more-joy"]
    assert reading.stance == stance


@pytest.mark.parametrize("text", ["So does it work?", "So are you.", "What about you?"])
def test_what_only_looks_so(text: str) -> None:
    assert likewise(text) is None

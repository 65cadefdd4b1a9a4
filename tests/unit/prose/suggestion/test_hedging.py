"""Which verb carries words of effect, what is hedged with it, and what is refused."""

import pytest

from reviewkit.prose.suggestion.hedging import hedged
from reviewkit.prose.text import BlockKind


def at(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(word), 0) for word in words]


@pytest.mark.parametrize(
    ("text", "effects", "wanted"),
    [
        ("It reduces stress", "reduces", "It may reduce stress"),
        ("It works to ease stress", "ease", "It may work to ease stress"),
        ("It is a way to ease stress", "ease", "It may be a way to ease stress"),
        ("It gives relief of stress", "relief", "It may give relief of stress"),
        ("It should help you feel less pain", "less", "It may help you feel less pain"),
        ("It does ease stress", "ease", "It may ease stress"),
        ("It naturally eases stress", "eases", "It may naturally ease stress"),
        ("It often eases stress", "eases", "It may ease stress"),
        ("It is also good for pain", "good", "It may also be good for pain"),
        ("They ease stress", "ease", "They may ease stress"),
        ("Oils ease stress", "ease", "Oils may ease stress"),
        ("It eases pain and helps hair", "eases", "It may ease pain and helps hair"),
        ("It eases pain and helps hair", "eases helps", "It may ease pain and help hair"),
        ("It eases, lifts and helps hair", "eases", "It may ease, lift and help hair"),
        ("It is warm, easing pain", "easing", "It is warm, possibly easing pain"),
        ("It aids by easing, lifting it", "lifting", "It may aid by easing, lifting it"),
        ("It brings blood, which eases pain", "eases", "It brings blood, which may ease pain"),
        ("It calms, eases pain and lifts mood", "eases", "It may calm, ease pain and lift mood"),
        ("It calms and so eases stress", "calms", "It may calm and so ease stress"),
        ("It warms, so it eases stress", "eases", "It warms, so it may ease stress"),
        ("You can ease stress", "ease", "You may be able to ease stress"),
        ("It not only eases but also lifts", "eases", "It not only may ease but also lift"),
        ("It eases pain, lifts mood and is good", "eases",
         "It may ease pain, lift mood and be good"),
        ("It has a calming effect", "calming", "It may have a calming effect"),
        ("It can have good effects", "good", "It may have good effects"),
        ("It wins by its ability to ease pain", "ease",
         "It wins by its potential ability to ease pain"),
        ("It is warm, gently easing pain", "easing", "It is warm, possibly gently easing pain"),
        ("Beside oil, easing pain can calm", "calm", "Beside oil, easing pain may calm"),
        ("Oil Often Eases Pain", "Eases", "Oil May Ease Pain"),
        ("How Oil Actually Eases Pain", "Eases", "How Oil May Actually Ease Pain"),
    ],
)  # fmt: skip
def test_the_verb_that_carries_it_is_hedged(text: str, effects: str, wanted: str) -> None:
    assert hedged(text, at(text, *effects.split()), "may") == wanted


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("It does not ease stress", "ease"),
        ("It never eases stress", "ease"),
        ("It can't ease stress", "ease"),
        ("Massage reduced stress", "reduced"),
        ("It was found to ease stress", "ease"),
        ("It is praised as good for stress", "good"),
        ("Oils are applied to ease stress", "ease"),
        ("There is nothing to ease stress", "ease"),
        ("Ease your stress", "Ease"),
        ("It should be done daily to ease stress", "ease"),
        ("It is a type of care for less pain", "less"),
        ("It is the home of less pain", "less"),
        ("It is common for cats to feel less pain", "less"),
        ("Cats are happiest when clean", "happiest"),
        ("It's often applied with less pain", "less"),
        ("It can be adapted for less pain", "less"),
        ("We can dive into less pain", "less"),
        ("You can use it for less pain", "less"),
        ("If you have less pain, brush on", "less"),
        ("Ann is a vet with less pain", "less"),
        ("Its parts are oil and less pain", "less"),
        ("Not only does it ease pain", "ease"),
        ("Sit where you can ease pain", "ease"),
        ("It turns out brushing less pays", "less"),
    ],
)
def test_what_is_not_certain_is_refused(text: str, effect: str) -> None:
    assert hedged(text, at(text, effect), "may") is None


@pytest.mark.parametrize(
    ("text", "effect", "wanted"),
    [
        ("A groomer says that it eases pain", "eases", "A groomer suggests that it eases pain"),
        ("Vets explained that it eases pain", "eases", "Vets suggested that it eases pain"),
        ("Vets believe that it eases pain", "eases", "Vets believe that it eases pain"),
        (
            "Vets said that it calms, easing pain",
            "easing",
            "Vets suggested that it calms, easing pain",
        ),
        ("Some may find that it eases pain", "eases", "Some may find that it eases pain"),
        ("It was found that it eases pain", "eases", "It was found that it may ease pain"),
    ],
)
def test_what_somebody_says_stays_and_is_vouched_for_less(
    text: str, effect: str, wanted: str
) -> None:
    assert hedged(text, at(text, effect), "may") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "It is designed to ease pain",
        "It aims to calm the cat and to ease pain",
        "It has been used for centuries to ease pain",
        "The aim of brushing is to ease pain",
    ],
)
def test_what_something_is_for_stays_as_it_is(text: str) -> None:
    assert hedged(text, at(text, "ease"), "may") == text


def test_moderate_certainty_is_probable() -> None:
    texts = ("It reduces stress", "It can reduce stress", "It will reduce stress")
    assert [hedged(text, at(text, "reduce"), "probably") for text in texts] == [
        "It probably reduces stress",
        "It can reduce stress",
        "It will probably reduce stress",
    ]


@pytest.mark.parametrize(
    ("kind", "led", "text", "effect", "wanted"),
    [
        ("heading", False, "Ease stress", "Ease", "May ease stress"),
        ("heading", False, "Easing stress", "Easing", "Possibly easing stress"),
        ("heading", False, "Good for stress", "Good", "Possibly good for stress"),
        ("bullet", True, "With stress", "With", "Perhaps with stress"),
        ("heading", False, "A boost for hair", "boost", "Possibly a boost for hair"),
        ("heading", False, "Boost for hair", "Boost", "Potential boost for hair"),
        ("heading", False, "2. Better Hair Growth", "Better", "2. Possibly Better Hair Growth"),
        ("bullet", True, "ease stress", "ease", "perhaps ease stress"),
        ("bullet", True, "Ease stress.", "Ease", "Perhaps ease stress."),
        ("bullet", True, "better hair", "better", "possibly better hair"),
        ("heading", False, "How to ease stress", "ease", None),
        ("heading", False, "The link between oil and stress", "stress", None),
        ("heading", False, "Find more ease", "more", None),
        ("heading", False, "Pain relief therapy", "relief", None),
        ("heading", False, "Pain relief by therapy", "relief", "Potential pain relief by therapy"),
        ("heading", False, "Ease pain, lift moods", "Ease", None),
        ("bullet", False, "Rub the oil in for as long as you like for better hair", "better", None),
    ],
)
def test_what_a_heading_or_bullet_begins_with_is_hedged(
    kind: BlockKind, led: bool, text: str, effect: str, wanted: str | None
) -> None:
    assert hedged(text, at(text, effect), "may", kind=kind, led=led) == wanted


def test_a_term_alone_needs_its_verb_near() -> None:
    near, far = "It gives thicker hair", "It gives all who come here every week thicker hair"
    assert hedged(near, [(near.index("thicker"), len(near))], "may") == "It may give thicker hair"
    assert hedged(far, [(far.index("thicker"), len(far))], "may") is None


def test_a_term_may_be_the_subject_of_its_verb() -> None:
    text = "The comb with teeth eases pain"
    place = text.index("comb")
    assert hedged(text, [(place, place + len("comb"))], "may") == (
        "The comb with teeth may ease pain"
    )


def test_an_opening_is_not_hedged_beside_its_verb() -> None:
    text = "Easing pain relieves stress"
    assert hedged(text, at(text, "Easing", "relieves"), "may", kind="heading") == (
        "Easing pain may relieve stress"
    )


def test_a_term_may_hold_its_verb() -> None:
    text = "Hair becomes thicker"
    assert hedged(text, [(0, len(text))], "may", kind="bullet") == "Hair may become thicker"

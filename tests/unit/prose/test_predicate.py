"""What is told of a term reaches it over phrases, asides, relative clauses and lists."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "Stress after a long drive was soon reduced.",
        "Stress among the cats of the house falls.",
        "Stress scores are said to have been reduced.",
        "Stress has been shown in several trials to be reduced.",
        "Stress, the old foe, falls.",
        "Stress – the old foe – falls.",
        "Stress (so common) falls.",
        "Stress, which stands behind dust, fleas and worse, falls.",
        "Stress, which boredom causes, falls.",
        "Stress that you carry about is reduced.",
        "The stress I get from work is reduced.",
        "Stress, joy and sleep are all reduced.",
    ],
)
def test_what_is_told_of_a_term_reaches_it(text: str) -> None:
    assert claims(text) == ["less-stress"]


@pytest.mark.parametrize(
    "text",
    [
        "Stress that stays.",
        "Stress makes us think that weight is reduced.",
        "Stress is normal, and dust falls.",
        "Stress, dust and joy falls.",
        "Stress, and then it seems that it snows and dust falls.",
        "Stress in a house in which nobody may ever own or keep any of the cats falls.",
        "It causes stress in the home, and dust falls.",
    ],
)
def test_what_is_told_of_something_else_does_not(text: str) -> None:
    assert claims(text) == []


def test_a_verb_in_two_parts_encloses_a_list() -> None:
    assert claims("Good for sleep, stress, dust and fleas gone.") == ["less-stress"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Joy was a fifth better.", ["more-joy"]),
        ("Joy was about 12 percent better after a session.", ["more-joy"]),
        ("Joy and a fifth better.", []),
    ],
)
def test_what_compares_is_told_as_the_passive_is(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("If stress falls, tell us.", []),
        ("Where stress is reduced, cats live long.", []),
        ("Because stress falls, cats live long.", ["less-stress"]),
        ("If dust is reduced, stress can follow.", []),
        ("If dust is reduced stress can follow.", ["less-stress"]),
    ],
)
def test_what_happens_under_a_condition_is_not_told(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Weight is reduced by stress.", []),
        ("Stress is reduced by joy.", ["less-stress"]),
        ("Chemicals are reduced under stress.", []),
        ("Dust is reduced more than stress.", []),
        ("Brushing brings joy to dust, and so to stress.", ["more-joy"]),
        ("Brushing is good to joy and so to stress.", ["less-stress"]),
    ],
)
def test_what_is_no_object_of_an_effect(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Stress – gone", ["less-stress"]),
        ("Stress: gone.", ["less-stress"]),
        ("Stress. Gone.", []),
        ("Our stress – gone", []),
        ("It is good for people whose stress stays.", ["less-stress"]),
        ("It is good for a cat whose stress stays.", []),
    ],
)
def test_notes_and_people_whose_trouble_is_named(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


def test_what_is_done_against_a_term_speaks_of_it() -> None:
    assert claims("Brush along the back, for the fur and against an itch.") == [
        "brush-it",
        "less-itch",
    ]
    assert claims("Along the back, it has fur and there is an itch.") == []

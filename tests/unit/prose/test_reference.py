"""A clause may point back to a term that stands in another."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Stress is one of the troubles that brushing can reduce.", ["less-stress"]),
        ("The stress that cat brushing lowers is common.", ["less-stress"]),
        ("Stress is one of the troubles that walking can reduce.", []),
    ],
)
def test_a_relative_clause_tells_of_what_it_follows(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Stress is common, and brushing reduces it.", ["less-stress"]),
        ("Itching is common, and brushing reduces it.", ["less-itch"]),
        ("If you know stress, this will not reduce it.", ["less-stress"]),
        ("We know stress, and this will not reduce it.", []),
    ],
)
def test_a_pronoun_takes_up_a_term_as_an_object(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We rated their stress, and in all three it falls.", ["less-stress"]),
        ("We rated their stress and joy, and in all three it falls.", []),
        ("We rated their stress: it falls.", []),
        ("It falls, and then comes stress.", []),
    ],
)
def test_a_pronoun_takes_up_a_term_as_a_subject(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("For stress, a good brush works wonders.", ["less-stress"]),
        ("When it comes to stress, nothing beats a brush.", ["less-stress"]),
        ("If you live with stress, sessions can make a real difference.", ["less-stress"]),
        ("With stress, it can help.", ["less-stress"]),
        ("For joy, a good brush works wonders.", []),
        ("For stress, a good brush is made of wood.", []),
        ("For stress a good brush is made, it works wonders.", ["less-stress"]),
        ("For cat brushing and stress, the vet works wonders.", []),
        ("A good brush, for stress, works wonders.", []),
        ("For fleas, a brush works wonders on stress.", []),
    ],
)
def test_what_opens_a_sentence_is_what_help_is_offered_with(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted

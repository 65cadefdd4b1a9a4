"""Plural nouns that look like verbs are no effects; a row of parts of the body is one phrase."""

import pytest

from reviewkit.prose.words import WordRow
from tests.unit.prose.reader import VOCABULARY, claims


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It boosts joy.", ["more-joy"]),
        ("Boosts joy", ["more-joy"]),
        ("The boosts of joy came.", []),
        ("Boosts are rare, joy is not.", []),
        ("Boosts such as joy are rare.", []),
        ("These boosts need joy.", []),
        ("It lowers stress and boosts joy.", ["less-stress", "more-joy"]),
        ("A well-increased joy is rare.", []),
    ],
)
def test_a_word_in_s_may_name_things(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("An ear, tail and belly brushing", True),
        ("An ear, tail, and belly brushing", True),
        ("An ear, tail and belly", False),
        ("An ear, a tail, and belly brushing", False),
        ("Ear tail and belly brushing", True),
    ],
)
def test_a_row_of_parts_before_a_treatment_is_one_phrase(text: str, one: bool) -> None:
    found = {name for hit in VOCABULARY.phrases.hits(WordRow(text)) for name in hit.names}
    assert ("cat-brushing" in found) == one

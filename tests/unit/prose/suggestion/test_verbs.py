"""English verbs in their forms, and what is a noun and no verb."""

import pytest

from reviewkit.prose.suggestion.verbs import (
    BASES,
    base_of_participle,
    base_of_past,
    base_of_third,
    is_twofold,
    third,
)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("reduces", "reduce"),
        ("eases", "ease"),
        ("flushes", "flush"),
        ("relaxes", "relax"),
        ("carries", "carry"),
        ("has", "have"),
        ("does", "do"),
        ("plays", "play"),
        ("Boosts", "boost"),
        ("headaches", None),
        ("reduce", None),
    ],
)
def test_the_third_person_has_a_base(form: str, base: str | None) -> None:
    assert base_of_third(form) == base


def test_every_verb_is_found_again_by_its_third_person() -> None:
    assert {base: base_of_third(third(base)) for base in BASES} == {base: base for base in BASES}


@pytest.mark.parametrize(
    ("before", "word", "after", "base"),
    [
        ("the", "benefits", "of", None),
        ("it", "benefits", "hair", "benefit"),
        ("health", "benefits", "", None),
        ("", "results", "in", "result"),
        ("many", "helps", "", None),
        ("and", "helps", "it", "help"),
        ("and", "boosts", "hair", "boost"),
    ],
)
def test_words_beside_it_tell_a_noun(before: str, word: str, after: str, base: str | None) -> None:
    assert base_of_third(word, before, after) == base


def test_what_and_joins_may_be_taken_for_a_noun() -> None:
    assert base_of_third("boosts", "and", "hair", joined=False) is None
    assert base_of_third("helps", "and", "improve", joined=False) == "help"
    assert base_of_third("reduces", "and", "stress", joined=False) == "reduce"


def test_participles_and_past_forms() -> None:
    assert [base_of_participle(w) for w in ("easing", "freeing", "stopping", "hair")] == [
        "ease", "free", "stop", None,
    ]  # fmt: skip
    assert [base_of_past(w) for w in ("eased", "carried", "grew", "hair")] == [
        "ease", "carry", "grow", None,
    ]  # fmt: skip


def test_some_verbs_are_nouns_as_often() -> None:
    assert is_twofold("boost")
    assert not is_twofold("reduce")

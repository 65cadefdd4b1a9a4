"""The level of a claim's wording, with the word that decided it, by the table of the methods."""

import pytest

from reviewkit.prose.wording import wording


@pytest.mark.parametrize(
    ("text", "verb", "level", "cue"),
    [
        ("It is unclear whether it reduces stress", "reduces", 0, "unclear"),
        ("Little is known of how it reduces stress", "reduces", 0, "Little is known"),
        ("There is no good evidence that it reduces stress", "reduces", 0, "no good evidence"),
        ("It may reduce stress", "reduce", 1, "may"),
        ("It might even reduce stress", "reduce", 1, "might"),
        ("It potentially reduces stress", "reduces", 1, "potentially"),
        ("Research suggests that it can reduce stress", "reduce", 1, "suggests"),
        ("It appears to reduce stress", "reduce", 1, "appears to"),
        ("It is said to reduce stress", "reduce", 1, "is said"),
        ("It can help reduce stress", "reduce", 2, "can"),
        ("It is likely to reduce stress", "reduce", 2, "likely"),
        ("It tends to reduce stress", "reduce", 2, "tends to"),
        ("It shows promise in reducing stress", "reducing", 2, "promise"),
        ("It reduces stress", "reduces", 3, ""),
        ("It significantly reduces stress", "reduces", 3, ""),
        ("Stress relief", "Stress", 3, ""),
        ("It is proven to reduce stress", "reduce", 4, "proven"),
        ("It is clinically shown to reduce stress", "reduce", 4, "clinically shown"),
        ("It always reduces stress", "reduces", 5, "always"),
        ("It reduces stress 100% of the time", "reduces", 5, "100%"),
        ("It is guaranteed to reduce stress", "reduce", 5, "guaranteed"),
        ("Always ask a doctor; it reduces stress", "reduces", 3, ""),
        ("It is designed to reduce stress, but the evidence is weak", "reduce", 1, "designed to"),
        ("Its aim is to calm or reduce stress, but the evidence is weak", "reduce", 1, "aim is to"),
        (
            "It is used for years to reduce stress, but no evidence was found",
            "reduce",
            0,
            "but no evidence was found",
        ),
        ("Its aim is clear and it reduces stress, but the evidence is weak", "reduces", 3, ""),
        ("It may offer a variety of benefits for stress", "benefits", 1, "may"),
        ("It is 100% natural and reduces stress", "reduces", 3, ""),
        ("It has not been proven to reduce stress", "reduce", 3, ""),
        ("It is no guaranteed way to reduce stress", "reduce", 3, ""),
        ("It always uses the same brush and reduces stress", "reduces", 3, ""),
        ("One possible reason is that it reduces stress", "reduces", 3, ""),
        ("It possibly reduces stress", "reduces", 1, "possibly"),
        ("Many people say that they reduce stress", "reduce", 1, "Many people say"),
        ("The thinking is that a daily brush reduces stress", "reduces", 1, "thinking is that"),
        ("Fans claim that a daily brush reduces stress", "reduces", 1, "claim that"),
        ("Whether it reduces stress is anybody's guess", "reduces", 0, "anybody's guess"),
        ("The aim of brushing is to reduce stress", "reduce", 2, "aim of brushing is to"),
        ("It is intended to reduce stress", "reduce", 2, "intended to"),
        ("It may prove useful as it reduces stress", "reduces", 3, ""),
    ],
)
def test_a_sentence_has_its_level(text: str, verb: str, level: int, cue: str) -> None:
    assert wording(text, text.index(verb), len(text)) == (level, cue)


@pytest.mark.parametrize(
    ("text", "verb", "level"),
    [
        ("It can reduce stress and improve mood", "improve", 2),
        ("It can reduce stress while improving mood", "improving", 2),
        ("It can reduce stress by improving mood", "improving", 2),
        ("It may reduce stress. It improves mood", "improves", 3),
        ("It may reduce stress, but it improves mood", "improves", 3),
        ("It reduces stress, yet it may improve mood", "reduces", 3),
        ("It may come and go, and improves mood", "improves", 3),
        ("It improves mood, which can reduce stress", "reduce", 2),
        ("It improves mood, which can reduce stress", "improves", 3),
    ],
)
def test_a_modal_holds_its_own_clause(text: str, verb: str, level: int) -> None:
    assert wording(text, text.index(verb), text.index(verb) + len(verb)).level == level

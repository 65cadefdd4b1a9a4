"""What a sentence says of its own evidence, beside a claim and never in place of one."""

import pytest

from reviewkit.prose.caveat import caveat, without
from reviewkit.prose.stance import stance
from reviewkit.prose.wording import wording


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "It may help, but the evidence is very uncertain.",
            ", but the evidence is very uncertain",
        ),
        ("It may help, though evidence is limited", ", though evidence is limited"),
        ("It may help (the evidence is very uncertain).", "(the evidence is very uncertain"),
        ("It may help; evidence for this is thin.", "; evidence for this is thin"),
        ("It may help, based on very limited evidence.", ", based on very limited evidence"),
        ("Although the evidence is weak, it may help.", "Although the evidence is weak,"),
        ("It may help – the evidence is of low quality.", "– the evidence is of low quality"),
        (
            "It may help, although research on this is still limited, and feels good.",
            ", although research on this is still limited",
        ),
    ],
)
def test_evidence_is_called_uncertain(text: str, words: str) -> None:
    found = caveat(text)
    assert found is not None
    assert (text[found.start : found.end].strip(), found.kind) == (words, "uncertain")
    assert len(without(text, found)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "It may help, but no direct evidence of this was found.",
        "It may help, but there is little evidence.",
        "It may help, but direct evidence is very uncertain or lacking.",
        "It may help: no direct evidence was found.",
    ],
)
def test_evidence_is_called_lacking(text: str) -> None:
    found = caveat(text)
    assert found is not None
    assert found.kind == "lacking"


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that it reduces stress.",
        "It reduces stress, but there is no evidence that it grows hair.",
        "It reduces stress, and research is growing.",
        "It is unclear whether it reduces stress.",
        "More research is needed.",
    ],
)
def test_a_sentence_without_a_caveat(text: str) -> None:
    assert caveat(text) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("It may reduce stress, but the evidence is very uncertain.", 1),
        ("It can reduce stress, but the evidence is uncertain.", 2),
        ("It reduces stress, but the evidence is uncertain.", 3),
        ("It is proven to reduce stress, though evidence is limited.", 4),
        ("It may reduce stress, but no direct evidence was found.", 0),
        ("It reduces stress, but there is no evidence.", 3),
        ("It is not known whether it reduces stress: no direct evidence was found.", 0),
    ],
)
def test_a_caveat_sets_no_level_but_makes_a_hedge_uncertain(text: str, level: int) -> None:
    verb = text.index("reduce")
    assert wording(text, verb, verb + 6).level == level


def test_a_caveat_limits() -> None:
    assert stance("It may help, though evidence is limited.") == "limits"

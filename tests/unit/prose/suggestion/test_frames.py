"""What stands around a claim: a caveat, "it is not known whether", a statement left open."""

import pytest

from reviewkit.prose.suggestion.frames import of_statements, whether, with_caveat
from reviewkit.prose.suggestion.strength import Strength


@pytest.mark.parametrize(
    ("text", "clause", "wanted"),
    [
        ("It may help.", True, "It may help, but the evidence is very uncertain."),
        ("It may help!", True, "It may help, but the evidence is very uncertain."),
        ("It may help", False, "It may help, though the evidence is very uncertain"),
        (
            "It may not only help but also calm.",
            True,
            "It may not only help but also calm, though the evidence is very uncertain.",
        ),
        (
            "It may help, but it costs.",
            True,
            "It may help, but it costs (the evidence is very uncertain).",
        ),
        ("“It may help.”", True, None),
        ("“It may help,” she says.", True, None),
        ('"It may help. It may calm.', True, None),
    ],
)
def test_a_caveat_is_added(text: str, clause: bool, wanted: str | None) -> None:
    assert with_caveat(text, "uncertain", clause=clause) == wanted


@pytest.mark.parametrize(
    ("text", "strength", "wanted"),
    [
        ("It helps.", "unclear", "It is unclear whether it helps."),
        ("It may help.", "thin", "It is unclear whether it can help."),
        (
            "Massage helps hair.",
            "none",
            "It is not known whether massage helps hair: no direct evidence was found.",
        ),
        ("But it helps.", "none", None),
        ("It helps, and it is cheap.", "none", None),
        ("It is cheap and helps.", "none", None),
        ("It helps because it calms.", "none", None),
        ("Helping", "none", None),
        ("Helps hair", "none", None),
        ("Can help hair", "none", None),
        ("Find what helps hair.", "none", None),
        ("Early data show it helps hair.", "none", None),
        ("It aims to help hair.", "none", None),
        ("Hair was a sign of help.", "none", None),
    ],
)
def test_one_plain_clause_is_left_open(text: str, strength: Strength, wanted: str | None) -> None:
    assert whether(text, strength) == wanted


def test_no_caveat_says_that_studies_found_what_was_not_found() -> None:
    text = "It may help, as studies show."
    assert with_caveat(text, "none", clause=True) is None
    assert with_caveat(text, "uncertain", clause=True) is not None
    assert with_caveat("It may help; more research is due.", "none", clause=True) is not None


def test_three_statements_are_a_list() -> None:
    said = of_statements(
        ["It eases.", "It heals.", "It calms."], "thin", frozenset(), heading=False
    )
    assert said == "It is unclear whether it eases, whether it heals, and whether it calms."


def test_statements_are_left_open_together() -> None:
    one, two = "Massage helps.", "TMJ pain eases, and hair grows."
    assert of_statements([one], "uncertain", frozenset(), heading=False) == (
        "It is unclear whether massage helps."
    )
    assert of_statements([one, two], "none", frozenset(), heading=False) == (
        "It is not known whether massage helps, and whether TMJ pain eases, and hair grows: "
        "no direct evidence was found."
    )
    assert of_statements([one], "none", frozenset(), heading=True) == (
        "Whether massage helps is not known"
    )

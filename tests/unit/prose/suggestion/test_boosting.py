"""What overstates whatever the evidence is taken out."""

import pytest

from reviewkit.prose.suggestion.boosting import unattributed, unboosted, unvouched


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is clinically proven to reduce stress.", "It can reduce stress."),
        ("It has been scientifically shown to help.", "It can help."),
        ("Proven to reduce stress", "Can reduce stress"),
        ("It is known to help.", "It can help."),
        ("It has proven to help.", "It can help."),
        ("A week of it was shown to help.", "A week of it can help."),
        ("It is known for its ability to help.", "It can help."),
        ("It never fails to help.", "It can help."),
        ("It will always help.", "It can help."),
        ("You'll relax.", "You will relax."),
        ("It will not help.", "It will not help."),
        ("It significantly reduces stress.", "It reduces stress."),
        ("Undoubtedly, it helps.", "It helps."),
        ("It helps, 100% guaranteed.", "It helps."),
        ("It helps without any side effects.", "It helps."),
        ("A clinically proven aid for stress", "An aid for stress"),
        ("An undeniably good massage", "A good massage"),
        ("Many studies show that massage helps.", "Massage helps."),
        ("Studies have shown that it raises serotonin by 28%.", None),
        ("It helps.", None),
    ],
)
def test_boosters_go(text: str, wanted: str | None) -> None:
    assert unboosted(text) == (wanted or text)


def test_studies_that_are_not_there_go() -> None:
    assert unattributed("Some studies also suggest massage helps.") == "Massage helps."
    assert unattributed("In 2016 a study suggests that it helps.").startswith("In 2016")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is widely backed by modern science.", "It is not yet backed by strong evidence."),
        ("It is soft and recommended by leading experts.", "It is soft."),
        ("Brushing, backed by research, is soft.", "Brushing is soft."),
        ("Experts agree that it is soft.", "It is soft."),
        ("Some studies have shown promising results.", "There is no strong evidence yet."),
        ("It is backed by a vet.", "It is backed by a vet."),
    ],
)
def test_science_and_experts_that_are_not_there_go(text: str, wanted: str) -> None:
    assert unvouched(text) == wanted

"""What stands above a list decides what its entries claim."""

import pytest

from reviewkit.prose.lead_ins import label, names_ills
from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    ("lead_in", "ills"),
    [
        ("Not suitable for those with:", True),
        ("Ask your vet first in case of:", True),
        ("Causes of matted fur are:", True),
        ("Things that can trigger it:", True),
        ("How often for each type of coat:", True),
        ("It is good not only for:", False),
        ("Reasons to brush:", False),
        ("It helps with:", False),
    ],
)
def test_a_lead_in_may_name_ills(lead_in: str, ills: bool) -> None:
    assert names_ills(lead_in) == ills


def test_the_entries_under_ills_claim_nothing() -> None:
    assert claims("No more stress", kind="bullet", lead_in="Not suitable for those who want:") == []
    assert claims("No more stress", kind="bullet", lead_in="What you get:") == ["less-stress"]


def test_a_lead_in_that_claims_names_no_ills() -> None:
    lead_in = "Whatever the causes of it, brushing reduces stress and:"
    assert claims("Improves mood", kind="bullet", lead_in=lead_in) == ["more-joy"]


@pytest.mark.parametrize(
    ("text", "above", "labelled"),
    [
        ("Mood: many purr.", "Benefits of brushing", "Mood"),
        ("Mood and joy: many purr.", "What it can do", "Mood and joy"),
        ("Mood: many purr.", "Prices", ""),
        ("Mood: see a vet.", "Benefits", ""),
        ("Many purr.", "Benefits", ""),
    ],
)
def test_a_label_under_benefits(text: str, above: str, labelled: str) -> None:
    assert label(text, above) == labelled


def test_a_label_under_benefits_is_claimed() -> None:
    assert claims("Mood: many purr.", heading="Benefits") == ["more-joy"]
    assert claims("Mood: many purr.", heading="Habits") == []
    assert claims("Stress: it improves mood.", heading="Benefits") == ["more-joy", "less-stress"]

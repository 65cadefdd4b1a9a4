"""What stands above a list decides what its entries claim."""

import pytest

from reviewkit.prose.lead_ins import label, names_ills, names_sufferings, of_ills
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
        ("A better mood", "What you may gain", "A better mood"),
        ("A better mood", "Prices", ""),
    ],
)
def test_a_label_under_benefits(text: str, above: str, labelled: str) -> None:
    assert label(text, above) == labelled


def test_a_label_under_benefits_is_claimed() -> None:
    assert claims("Mood: many purr.", heading="Benefits") == ["more-joy"]
    assert claims("Mood: many purr.", heading="Habits") == []
    assert claims("A calm mood", heading="Benefits", kind="bullet") == ["more-joy"]
    assert claims("A calm mood", heading="Habits", kind="bullet") == []
    assert claims("A calm mood", heading="Benefits") == []
    assert claims("Stress: it improves mood.", heading="Benefits") == ["more-joy", "less-stress"]


@pytest.mark.parametrize(
    ("lead_in", "sufferings"),
    [
        ("Matted fur can cause:", True),
        ("Left alone, it often leads to:", True),
        ("Symptoms of mange:", True),
        ("What it does for the coat:", False),
    ],
)
def test_a_lead_in_may_tell_what_an_illness_does(lead_in: str, sufferings: bool) -> None:
    assert names_sufferings(lead_in) == sufferings


def test_the_entries_under_what_an_illness_does_claim_nothing() -> None:
    assert claims("No more stress", kind="bullet", lead_in="Mange can cause:") == []


@pytest.mark.parametrize(
    ("heading", "ills"),
    [
        ("What causes mange?", True),
        ("2. Common symptoms", True),
        ("Types of fur", True),
        ("Mange: risk factors", True),
        ("How is mange diagnosed?", True),
        ("When to see a vet", False),
        ("The facts", False),
        ("What it does", False),
    ],
)
def test_a_heading_may_be_of_an_illness(heading: str, ills: bool) -> None:
    assert of_ills(heading) == ills


def test_what_stands_under_a_heading_of_an_illness_claims_nothing_of_a_treatment() -> None:
    assert claims("It reduces stress.", heading="Causes of mange") == []
    assert claims("Cat brushing reduces stress.", heading="Causes of mange") == ["less-stress"]


def test_a_phrase_with_a_gap_reaches_over_no_lead_in_that_is_complete() -> None:
    assert claims("Get thicker", kind="bullet", lead_in="Brushed fur can") == ["thick-fur"]
    assert claims("Thicker brushes", kind="bullet", lead_in="Brushes for fur:") == []


def test_a_lead_in_that_announces_benefits_sells_nothing_in_its_entries() -> None:
    lead_in = "Book now and have these benefits:"
    assert claims("Reduces stress", kind="bullet", lead_in=lead_in) == ["less-stress"]
    assert claims("Reduces stress", kind="bullet", lead_in="Book now, as it:") == []


def test_what_an_ill_comes_of_is_no_means_to_what_the_lead_in_claims() -> None:
    entry = {"text": "No more mud", "kind": "bullet"}
    assert claims(**entry, lead_in="Brushing reduces stress that is caused by:") == []
    assert claims(**entry, lead_in="Brushing reduces stress by:") == ["less-stress"]

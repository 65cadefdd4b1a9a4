"""A pitch silences what it sells, and not what else is said."""

from __future__ import annotations

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "Brushing reduces stress, so book now.",
        "Book now; it reduces stress.",
        "It reduces stress – book now.",
        "Book now: it reduces stress.",
        "Book now, but it reduces stress.",
        "Book now for the trial in which they reduced stress.",
    ],
)
def test_beside_a_pitch_claims_are_read(text: str) -> None:
    assert claims(text) == ["less-stress"]


@pytest.mark.parametrize(
    "text",
    [
        "Book now and it reduces stress.",
        "Book now: reduced stress and a fine coat.",
        "To reduce stress, book now.",
    ],
)
def test_what_a_pitch_sells_is_silent(text: str) -> None:
    assert claims(text) == []


def test_an_entry_that_a_pitch_leads_in_is_silent() -> None:
    assert claims("It reduces stress, so they say.", lead_in="Book now:", kind="bullet") == []


@pytest.mark.parametrize("lead", ["Book now, for these reasons:", "Before you book now, see why:"])
def test_an_entry_that_is_promised_sells_nothing(lead: str) -> None:
    assert claims("It reduces stress.", lead_in=lead, kind="bullet") == ["less-stress"]

"""A title that names the treatment and what it is for claims it."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "Cat brushing for stress",
        "The cat brush for stress: a trial",
        "Cat brushing for daily stress",
        "How to use cat brushing for stress",
        "Get a good cat brushing for stress",
        "The gentle effects of cat brushing for stress",
    ],
)
def test_a_title_that_offers(text: str) -> None:
    assert claims(text) == ["less-stress"]


@pytest.mark.parametrize(
    "text",
    [
        "Cat brushing for beginners",
        "Cat brushing",
        "For stress",
        "Cat brushing for stress has a long and winding history",
        "A shop for cat brushing",
        "We had a cat brush for stress",
    ],
)
def test_no_such_title(text: str) -> None:
    assert claims(text) == []

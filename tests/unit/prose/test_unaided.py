"""What a part of the body does by nature is no effect of a treatment."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "The glands keep joy up and help with stress.",
        "Its fur helps with stress.",
        "The glands can also help with stress.",
        "A gland contributes to what reduces stress.",
    ],
)
def test_it_acts_by_itself(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The glands it warms help with stress.",
        "Stimulated glands help with stress.",
        "Brushing the fur helps with stress.",
        "This fur helps with stress.",
        "Its fur falls out, and it reduces stress.",
    ],
)
def test_it_was_brought_to_it(text: str) -> None:
    assert claims(text) == ["less-stress"]

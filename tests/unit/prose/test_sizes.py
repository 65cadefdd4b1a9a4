"""Numbers as said, with words of approximation, for numbers as printed."""

import pytest

from reviewkit.prose.studies.numbers import numbers
from reviewkit.prose.studies.sizes import of_size
from reviewkit.reported import parse


@pytest.mark.parametrize(
    ("said", "printed", "holds"),
    [
        ("almost 2,000", "1899", True),  # 101 below; to the thousand it is 2,000
        ("almost 2,000", "1799", False),  # to the thousand it is 2,000, but more than a tenth off
        ("almost 2,000", "2001", False),
        ("almost 1,900", "1849", True),  # within 5%
        ("almost 1,900", "1804", False),  # to the hundred it is 1,800
        ("almost 70", "68.9", True),
        ("almost 70", "64.9", False),
        ("about 2,000", "1899", True),
        ("about 70", "74.9", True),
        ("about 70", "75.1", False),
        ("about 7", "7.4", True),
        ("over 300", "327", True),
        ("over 300", "340", True),  # cut to the hundred it is 300
        ("over 300", "300", False),
        ("over 300", "299", False),
        ("over 300", "400", False),
        ("over 327", "329", True),  # within 5%
        ("at least 300", "300", True),
        ("up to 2,000", "1899", True),
        ("up to 1,800", "1899", False),
        ("about 3", "-3.1", True),  # a fall, told without its minus
        ("2,000", "1899", False),  # no word says that it is not exact
        ("0.09", "0.085", True),  # either way of rounding a five
        ("0.08", "0.085", True),
        ("0.08", "0.0851", False),
        ("almost 2,000", "< 1900", False),  # of a bound nobody knows how near it is
    ],
)
def test_a_word_of_approximation_says_how_far(said: str, printed: str, *, holds: bool) -> None:
    assert of_size(parse(said), parse(printed)) is holds


@pytest.mark.parametrize(
    ("text", "printed", "holds"),
    [
        ("more than half of them", "54.2", True),
        ("more than half of them", "48", False),
        ("almost half of the people", "47", True),
        ("almost half of the people", "53", False),
        ("fell by about half", "53", True),
        ("just under a third of the women", "31.1", True),
    ],
)
def test_a_share_in_words_has_its_direction(text: str, printed: str, *, holds: bool) -> None:
    (said,) = numbers(text)
    assert of_size(said.number, parse(printed)) is holds

"""What one has or notices in a condition is no effect; what one wants may be."""

import pytest

from tests.unit.prose.reader import claims


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("If you notice increased joy, wait.", []),
        ("If you notice fleas, dust, or increased joy, wait.", []),
        ("When your cat feels more joy, wait.", []),
        ("If you have relief of stress, wait.", []),
        ("If you want to reduce stress, brush it.", ["less-stress"]),
        ("If you brush it, it reduces stress.", ["less-stress"]),
        ("If you notice fleas, it reduces stress.", ["less-stress"]),
        ("If you notice fleas, brush it, and it reduces stress.", ["less-stress"]),
    ],
)
def test_what_a_condition_tells(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was late, and there was some itching.", []),
        ("It keeps an itch away.", ["less-itch"]),
    ],
)
def test_what_is_but_there(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted

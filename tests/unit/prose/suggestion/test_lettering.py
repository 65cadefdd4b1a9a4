"""Capitals at the beginning of what moves into a sentence, and the style of headings."""

import pytest

from reviewkit.prose.suggestion.lettering import capitalised, in_style, lowered, titled


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Scalp massage helps", "scalp massage helps"),
        ("TMJ pain eases", "TMJ pain eases"),
        ("I like it", "I like it"),
        ("I'm calm", "I'm calm"),
        ("A head massage", "a head massage"),
        ("Korean women in Korean offices", "Korean women in Korean offices"),
        ("4 minutes", "4 minutes"),
    ],
)
def test_a_first_word_is_lowered_unless_it_is_a_name(text: str, wanted: str) -> None:
    assert lowered(text) == wanted


def test_names_of_the_review_keep_their_capital() -> None:
    assert lowered("Indian head massage", frozenset({"Indian"})) == "Indian head massage"


def test_the_first_letter_becomes_a_capital() -> None:
    assert [capitalised(t) for t in ("massage", "“massage", "1. x", "12")] == [
        "Massage", "“Massage", "1. X", "12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Less stress", "though the evidence is very uncertain"),
        ("Eases Stress", "Though the Evidence Is Very Uncertain"),
        ("EASES STRESS", "THOUGH THE EVIDENCE IS VERY UNCERTAIN"),
        ("Calm from the Ocean", "Though the Evidence Is Very Uncertain"),
        ("Stress", "though the evidence is very uncertain"),
    ],
)
def test_words_are_written_as_the_heading_is(heading: str, wanted: str) -> None:
    assert in_style("though the evidence is very uncertain", heading) == wanted
    assert titled(heading) is wanted.startswith("T")

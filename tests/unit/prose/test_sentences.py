from __future__ import annotations

import pytest

from reviewkit.prose.blocks import Block
from reviewkit.prose.documents import read_text
from reviewkit.prose.sentences import LONGEST, LONGEST_LEAD_IN, NO_BREAK, Lines, sentences, split
from reviewkit.prose.text import Sentence


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def read(text: str) -> tuple[Sentence, ...]:
    return read_text(text, "draft", "txt").sentences


ONE = [
    "Dr. Lee and Mrs. Ito rub the scalp for 4.5 min. a day.",
    "J. K. Rowan et al. found no change.",
    "It helps, e.g. Shiatsu or Tui Na, i.e. Chinese massage.",
    "They pressed at approx. 40 points (cf. Table 2).",
    "See Fig. 3, No. 7 and pp. 10–12.",
    "The U.S. Food Agency said nothing at 8 a.m. Monday.",
    "Hair grew from 0.085 to 0.092 mm in 24 wk. of rubbing.",
    "1. Calm your face",
    "It works! said nobody... ever.",
    "A study of 1,899 people vs. 327 was read by R.S. Young.",
    "Use oil (e.g. Rosemary) sparingly.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_one(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Does it work?", "Yes!", "A little."],
        ["“It works.”", "She smiled."],
        ['He said "it works."', '"Not for me," she said.'],
        ["(It may help.)", "Nobody knows."],
        ["It was shown.[1,2]", "Others differ.³", "So be it."],
        ["It lasted 4 min.", "The men slept."],
        ["Nine took part.", "68.9% said it helped."],
        ["They live in the U.S.", "The trial was there."],
        ["It is rich in vitamin C.", "Rub it in."],
        ["It held for oils, creams, etc.", "Then it stopped."],
        ["By Smith et al.", "The effect was small."],
        ["Wait...", "It grows."],
        ["Is it safe?!", "Mostly."],
        ["It calms.", "€5 buys a brush."],
    ],
)
def test_sentences_are_parted(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_running_text_without_a_stop_is_cut_at_white_space() -> None:
    pieces = cut("word " * LONGEST)
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces).split() == ["word"] * LONGEST
    assert [len(piece) for piece in cut("x" * (LONGEST + 7))] == [LONGEST, 7]


def test_white_space_is_one_space_and_knows_where_it_was() -> None:
    text = "  It\u00a0 may\u3000   help\u00ad ing\u200b. "
    (sentence,) = read(text)
    assert sentence.text == "It may help ing."
    assert "".join(text[offset] for offset in sentence.offsets) == "It\u00a0may\u3000help ing."
    assert (sentence.start, sentence.end, sentence.column) == (2, len(text) - 1, 3)


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_a_number_grouped_by_a_no_break_space_stays_one(space: str) -> None:
    (sentence,) = read(f"In 2016 327 of 1{space}899 rubbed for 4{space}min.")
    assert sentence.text == f"In 2016 327 of 1{NO_BREAK}899 rubbed for 4 min."


def test_lines_end_in_three_ways() -> None:
    lines = Lines.of("a\nb\r\nc\rd\x85e")
    assert [lines.place(offset) for offset in (0, 2, 5, 7, 9)] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 1),
        (4, 3),
    ]


def test_the_verb_above_a_list_goes_with_each_bullet() -> None:
    text = (
        "Scalp massage is old. It can:\n\n- calm. They say so.\n- warm the:\n    - neck\n"
        "    - face\n- help\n\nIt is cheap.\n\n- and easy."
    )
    assert [(s.text, s.lead_in) for s in read(text) if s.kind == "bullet"] == [
        ("calm.", "It can:"),
        ("They say so.", ""),
        ("warm the:", "It can:"),
        ("neck", "warm the:"),
        ("face", "warm the:"),
        ("help", "It can:"),
        ("and easy.", ""),
    ]


def test_a_heading_goes_with_what_stands_below_it() -> None:
    text = "Head Massage\n\nIt is old.\n\nIts Benefits\n\nIt calms.\n- It warms."
    assert [(s.text, s.heading, s.block) for s in read(text)] == [
        ("Head Massage", "", 0),
        ("It is old.", "Head Massage", 1),
        ("Its Benefits", "Head Massage", 2),
        ("It calms.", "Its Benefits", 3),
        ("It warms.", "Its Benefits", 4),
    ]


def test_a_cut_between_the_two_characters_of_one_reference_does_not_share_it() -> None:
    text = "a" * (LONGEST - 1) + "\u2242\u0338b"
    offsets = (*range(LONGEST - 1), *[LONGEST - 1] * 2, LONGEST + 10)
    first, second = sentences([Block(text=text, offsets=offsets)], Lines.of(""))
    assert (first.text[-1], second.text, second.start) == ("\u2242", "b", LONGEST + 10)


def test_a_lead_in_is_no_longer_than_a_sentence() -> None:
    lead = "word " * (LONGEST_LEAD_IN // 5 - 1)
    for words, led in ((lead, lead + "can:"), (lead + "word word ", "")):
        *_, bullet = read(f"{words}can:\n- calm\n")
        assert bullet.lead_in == led

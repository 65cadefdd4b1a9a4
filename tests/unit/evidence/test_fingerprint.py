"""The rule of places and fingerprints, step by step, on invented text."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.evidence.fingerprint import (
    fingerprint,
    normalise,
    sentences_of,
    split,
    without_markup,
)


def words(text: str) -> list[str]:
    return [sentence.words for sentence in sentences_of(text)]


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("  a \t b  ", "a b"),
        ("4\u00a0minutes", "4 minutes"),
        ("four\u2009\u2009minutes", "four minutes"),
        ("and so on…", "and so on..."),
        ("the ﬁrst m²", "the first m2"),
        ("a “quote” stays – so does ’", "a “quote” stays – so does ’"),
        ("cafe\u0301", "café"),
        ("\u3000\n", ""),
    ],
)
def test_normalisation(raw: str, normal: str) -> None:
    assert normalise(raw) == normal


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("• Warms the feet.", "Warms the feet."),
        ("•Warms the feet.", "Warms the feet."),
        ("- Warms the feet.", "Warms the feet."),
        ("-5 °C is cold.", "-5 °C is cold."),
        ("## Why bathe", "Why bathe"),
        ("- ### Why bathe", "Why bathe"),
        ("#1 in baths", "#1 in baths"),
        ("####### seven", "####### seven"),
        ("1. Why bathe", "1. Why bathe"),
        ("a - b • c # d", "a - b • c # d"),
        ("•", ""),
    ],
)
def test_markup(line: str, bare: str) -> None:
    assert without_markup(line) == bare


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("A heading", ["A heading"]),
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("It calms. it warms.", ["It calms. it warms."]),
        ("Take 4 min. 20 is too long.", ["Take 4 min. 20 is too long."]),
        ("It rose by 0.5 mm. It fell.", ["It rose by 0.5 mm.", "It fell."]),
        ("They said “it helps.” Then they left.", ["They said “it helps.”", "Then they left."]),
        ("Really. “It does.” ‘So it does.’", ["Really.", "“It does.”", "‘So it does.’"]),
        ('He asked. "why?" and left.', ["He asked.", '"why?" and left.']),
        ("It calms.It warms.", ["It calms.It warms."]),
        ("Wait... What?", ["Wait...", "What?"]),
        ("It helps. Écoute.", ["It helps.", "Écoute."]),
        ("1. Bathe. 2. Sleep.", ["1. Bathe. 2.", "Sleep."]),
        ("12. Bathe. Sleep.", ["12. Bathe.", "Sleep."]),
        ("Step 1. Bathe.", ["Step 1.", "Bathe."]),
        ("See Dr. Smith.", ["See Dr.", "Smith."]),  # it knows no abbreviations
    ],
)
def test_where_a_sentence_ends(line: str, found: list[str]) -> None:
    assert list(split(line)) == found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_as_editors_count_them(end: str) -> None:
    text = end.join(["Baths", "", "  • They warm. They calm.", "Still one\u2028line\x0cand one"])
    assert [(s.line, s.ordinal, s.words) for s in sentences_of(text + end)] == [
        (1, 1, "Baths"),
        (3, 1, "They warm."),
        (3, 2, "They calm."),
        (4, 1, "Still one line and one"),
    ]


def test_a_sentence_over_two_lines_is_two() -> None:
    assert words("A bath that\nwarms.") == ["A bath that", "warms."]


def test_fingerprint_is_the_digest_of_the_words_alone() -> None:
    digest = hashlib.sha256("Ein Bad wärmt.".encode()).hexdigest()
    assert fingerprint("Ein Bad wärmt.") == digest
    for text in ("Ein Bad wärmt.", "\n- Ein\u00a0Bad  wa\u0308rmt.\n", "• Ein Bad wärmt. Ja."):
        assert next(s.sha256 for s in sentences_of(text)) == digest


lines = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)


@given(lines)
def test_normalising_twice_changes_nothing(line: str) -> None:
    assert normalise(normalise(line)) == normalise(line)


@given(st.text(st.sampled_from("ab AB.!? \"'“”’()1-•#\u00a0…"), max_size=60))
def test_the_sentences_of_a_line_are_the_line(line: str) -> None:
    whole = without_markup(normalise(line))
    assert " ".join(split(whole)) == whole


@given(st.lists(lines, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_places_are_in_order_and_each_is_once(texts: list[str], end: str) -> None:
    places = [sentence.place for sentence in sentences_of(end.join(texts))]
    assert places == sorted(set(places))

"""The scores are those counted by hand."""

import pytest

from reviewkit.prose.reading import Link, Reading
from tests.scoring.score import Counts, document, interval, score

LABEL = {
    "document": "d",
    "sentences": [
        {"text": "one", "claims": {"a": 1, "b": None}, "stance": "asserts"},
        {"text": "two", "claims": {"c": 1}, "stance": "limits"},
        {"text": "three"},
        {"text": "four"},
        {"text": "five", "checkable": True},
    ],
    "lost": ["e"],
}


def made(position: int, *claims: tuple[str, int]) -> Reading:
    links = tuple(
        Link(claim=name, cue="o", wording=level, cue_start=0, cue_end=1) for name, level in claims
    )
    found = document(LABEL).sentences[position]
    return Reading(sentence=found, stance="asserts", links=links, checkable=bool(links))


def counted() -> tuple[Counts, list[str]]:
    readings = [made(0, ("a", 2), ("x", 3)), made(1, ("c", 3)), made(2), made(3, ("y", 3)), made(4)]
    return score(LABEL, readings)


def test_counts_are_those_by_hand() -> None:
    counts, errors = counted()
    assert (counts.hit, counts.missed, counts.false) == (2, 2, 2)
    assert (counts.silent, counts.alarms) == (2, 1)
    assert counts.stance == [True, False]
    assert sorted(counts.wording) == [False, True]
    assert errors[0] == "d: split otherwise: e"
    assert "d:1: missed b" in errors
    assert "d:2: c wording 3, wanted 1" in errors


def test_measures_are_shares_of_the_counts() -> None:
    counts, _ = counted()
    assert counts.measures == {
        "precision": 2 / 4,
        "recall": 2 / 4,
        "F1": 4 / 8,
        "false alarms": 1 / 2,
        "stance": 1 / 2,
        "wording": 1 / 2,
    }


def test_one_document_drawn_again_and_again_has_no_width() -> None:
    counts, _ = counted()
    assert interval([counts], "F1") == (4 / 8, 4 / 8)


def test_a_label_for_another_number_of_sentences_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score(LABEL, [made(0)])

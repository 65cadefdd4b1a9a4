"""The scores are those counted by hand."""

from typing import Any

from tests.scoring.score import Counts, document, interval, score

LABEL = {
    "document": "d",
    "sentences": [
        {"text": "one", "claims": {"a": 1, "b": None}, "stance": "asserts"},
        {"text": "two", "claims": {"c": 1}, "stance": "limits"},
        {"text": "three"},
        {"text": "four"},
        {
            "text": "five",
            "checkable": True,
            "figures": [
                {"text": "nine", "status": "correct"},
                {"text": "68.9%", "status": "wrong"},
                {"text": "34", "status": "correct"},
            ],
        },
    ],
    "lost": ["e"],
}


def made(line: int, *claims: tuple[str, int], **fields: Any) -> dict[str, Any]:
    links = [{"claim": name, "cue": "o", "wording": level} for name, level in claims]
    finding = {"line": line, "stance": "asserts", "links": links, "numbers": [], "verdict": ""}
    return finding | fields


def counted() -> tuple[Counts, list[str]]:
    numbers = [{"text": "nine", "status": "correct"}, {"text": "68.9", "status": "correct"}]
    return score(
        LABEL,
        [
            made(1, ("a", 2), ("x", 3)),
            made(2, ("c", 3)),
            made(4, ("y", 3)),
            made(5, verdict="not covered", numbers=numbers),
        ],
    )


def test_counts_are_those_by_hand() -> None:
    counts, errors = counted()
    assert (counts.hit, counts.missed, counts.false) == (2, 2, 2)
    assert (counts.silent, counts.alarms) == (2, 1)
    assert counts.stance == [True, False]
    assert sorted(counts.wording) == [False, True]
    assert counts.figures == [True, False, False]
    assert errors[0] == "d: split otherwise: e"
    assert "d:1: missed b" in errors
    assert "d:2: c wording 3, wanted 1" in errors
    assert "d:5: figure 68.9% correct, wanted wrong" in errors
    assert "d:5: figure 34 unseen, wanted correct" in errors


def test_measures_are_shares_of_the_counts() -> None:
    counts, _ = counted()
    assert counts.measures == {
        "precision": 2 / 4,
        "recall": 2 / 4,
        "F1": 4 / 8,
        "false alarms": 1 / 2,
        "stance": 1 / 2,
        "wording": 1 / 2,
        "figures": 1 / 3,
    }


def test_one_document_drawn_again_and_again_has_no_width() -> None:
    counts, _ = counted()
    assert interval([counts], "F1") == (4 / 8, 4 / 8)


def test_a_label_is_read_as_the_document_that_it_describes() -> None:
    made_of = document({"document": "d", "sentences": [{"text": "one", "block": 7}]})
    assert [(s.text, s.line, s.block) for s in made_of.sentences] == [("one", 1, 7)]

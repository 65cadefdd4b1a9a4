from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.evidence.fingerprint import fingerprint, sentences_of
from reviewkit.prose.documents import read, read_text


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, s.text) for s in read_text(text, "draft", "txt").sentences]


def test_each_line_is_a_block_of_its_kind() -> None:
    text = (
        "Oils for the Scalp\n\n1. Warm Oil and Its Uses\n\nWarm it in your hands first.\n"
        "Massage Steps:\n1. Sit down.\n2) Press\n  • Rub\n- Rest\n> They like it.\n"
        "Dose\t4 min a day\nWhy does it work so well?\n# Marked"
    )
    assert kinds(text) == [
        ("heading", "Oils for the Scalp"),
        ("heading", "1. Warm Oil and Its Uses"),
        ("paragraph", "Warm it in your hands first."),
        ("heading", "Massage Steps:"),
        ("bullet", "Sit down."),
        ("bullet", "Press"),
        ("bullet", "Rub"),
        ("bullet", "Rest"),
        ("quote", "They like it."),
        ("cell", "Dose"),
        ("cell", "4 min a day"),
        ("heading", "Why does it work so well?"),
        ("heading", "Marked"),
    ]


def test_numbered_lines_together_are_a_list_even_if_titled() -> None:
    assert kinds("1. Sit Down\n2. Press Softly\n") == [
        ("bullet", "Sit Down"),
        ("bullet", "Press Softly"),
    ]


def test_lines_broken_to_fit_a_width_are_put_together() -> None:
    text = (
        "Massage of the scalp is an old habit in many lands, and people who\n"
        "like it say that it calms them after a long day. Whether hair grows\n"
        "thicker is another question.\n\nNobody knows.\n- a bullet\n"
    )
    assert [text for _, text in kinds(text)] == [
        (
            "Massage of the scalp is an old habit in many lands, and people who like it say that it"
            " calms them after a long day."
        ),
        "Whether hair grows thicker is another question.",
        "Nobody knows.",
        "a bullet",
    ]


def test_short_lines_one_under_the_other_stay_apart() -> None:
    text = "Scalp massage: what the science really says\nThicker hair\nIt may help a little."
    assert [text for _, text in kinds(text)] == text.split("\n")


@pytest.mark.articles
def test_the_articles_have_the_sentences_that_their_claims_are_recorded_by(articles: Path) -> None:
    for path in sorted(articles.glob("*.txt")):
        seen: dict[int, int] = {}
        mine = []
        for sentence in read(path).sentences:
            seen[sentence.line] = seen.get(sentence.line, 0) + 1
            mine.append((sentence.line, seen[sentence.line], fingerprint(sentence.text)))
        recorded = sentences_of(path.read_text(encoding="utf-8"))
        assert mine == [(s.line, s.ordinal, s.sha256) for s in recorded]

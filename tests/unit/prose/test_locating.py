"""Line and column of a problem, in sentences that run over lines."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.prose.documents import read_text
from reviewkit.prose.locating import located

TEXT = "One.\r\n\r\nTwo\rthree\nfour."


def place(start: int, end: int) -> tuple[int, int, int, int]:
    row: dict[str, Any] = {"start": start, "end": end}
    found: dict[str, Any] = {"start": 0, "end": 4, "problems": [row], "ignored": [row]}
    (finding,) = located(read_text(TEXT, "a.txt", "txt"), [found])
    (problem,), (ignored,) = finding["problems"], finding["ignored"]
    assert problem == ignored
    return problem["line"], problem["column"], problem["end_line"], problem["end_column"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One.", (1, 1, 1, 5)),
        ("Two", (3, 1, 3, 4)),
        ("three", (4, 1, 4, 6)),
        ("Two\rthree\nfour", (3, 1, 5, 5)),
        ("three\n", (4, 1, 4, 7)),
    ],
)
def test_a_place_is_that_of_the_words(words: str, expected: tuple[int, ...]) -> None:
    start = TEXT.index(words)
    assert place(start, start + len(words)) == expected


def test_nothing_has_a_place_too() -> None:
    assert place(8, 8) == (3, 1, 3, 1)

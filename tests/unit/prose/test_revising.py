"""Sentences of the writer's choice in the place of those that were told of."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.errors import UserError
from reviewkit.prose.documents import TextKind, read_text
from reviewkit.prose.revising import revised
from tests.unit.prose.output.found import finding

BETTER = "Brushing may calm cats & dogs."


def findings(text: str, kind: TextKind = "txt", suggestion: str = BETTER) -> list[dict[str, Any]]:
    """Return a finding for each sentence of a text, each with the same suggestion."""
    return [
        finding(s.text, line=s.line, suggestion=suggestion) | {"start": s.start, "end": s.end}
        for s in read_text(text, "cats", kind).sentences
    ]


def test_suggestions_are_taken_and_the_rest_stays_as_it_stands() -> None:
    text = "It calms cats.  It grows fur.\n\nIt is  a joy.\n"
    assert revised(text, "txt", findings(text), [3, 1, 1], {}) == (
        f"{BETTER}  It grows fur.\n\n{BETTER}\n"
    )


def test_own_words_go_in_and_an_empty_sentence_goes_out() -> None:
    text = "It calms cats. It grows fur. It is a joy."
    own = {1: " A cat sat. ", 2: ""}
    assert revised(text, "txt", findings(text), [], own) == "A cat sat. It is a joy."


def test_a_sentence_over_two_lines_is_one() -> None:
    text = "A brush a day is a joy to cats, to fur and\nto all. It grows fur.\n"
    assert revised(text, "md", findings(text, "md"), [1], {}) == f"{BETTER} It grows fur.\n"


def test_nothing_chosen_changes_nothing() -> None:
    text = "It calms cats.\n"
    assert revised(text, "txt", findings(text), [], {}) == text


def test_in_a_page_the_sentence_is_escaped() -> None:
    text = "<p>It calms cats. It grows fur.</p>"
    assert revised(text, "html", findings(text, "html"), [1], {2: "a < b"}) == (
        "<p>Brushing may calm cats &amp; dogs. a &lt; b</p>"
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It **always calms** cats.", "md"),
        ("It [calms](a.html) cats.", "md"),
        ("<p>It <b>calms</b> cats.</p>", "html"),
        ("<p>It calms cats &amp; dogs.</p>", "html"),
    ],
)
def test_markup_within_a_sentence_is_not_torn(text: str, kind: TextKind) -> None:
    with pytest.raises(UserError, match=r"number 1 \(line 1\) has markup within the sentence"):
        revised(text, kind, findings(text, kind), [1], {})


@pytest.mark.parametrize(
    ("taken", "own", "why"),
    [
        ([2], {}, "no finding has the number 2; they go from 1 to 1"),
        ([0], {}, "no finding has the number 0; they go from 1 to 1"),
        ([], {-1: "x"}, "no finding has the number -1; they go from 1 to 1"),
        ([1], {1: "x"}, "number 1 has the suggestion taken and a sentence of your own"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(
    taken: list[int], own: dict[int, str], why: str
) -> None:
    text = "It calms cats."
    with pytest.raises(UserError, match=f"^{why}$"):
        revised(text, "txt", findings(text), taken, own)


def test_where_nothing_is_suggested_nothing_is_taken() -> None:
    text = "It calms cats."
    with pytest.raises(UserError, match=r"number 1 has no suggestion; .*own=\{1: "):
        revised(text, "txt", findings(text, suggestion=""), [1], {})
    with pytest.raises(UserError, match="there are none"):
        revised(text, "txt", [], [1], {})

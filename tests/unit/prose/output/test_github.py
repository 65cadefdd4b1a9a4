"""Workflow commands: one line each, whatever a name or a message holds."""

from __future__ import annotations

import pytest

from reviewkit.prose.output.github import commands, escaped, refusal
from tests.unit.prose.output.found import CALM, FOUND, finding, problem


def test_each_problem_is_a_command_and_a_claim_outside_the_base_is_none() -> None:
    place = "file=drafts/cats.md,line=1,endLine=1"
    reason = "One study of four cats (very low certainty). " * 3
    say = "%0ASay: It is unclear whether brushing calms cats."
    assert list(commands(FOUND)) == [
        f"::notice {place},col=10,endColumn=16,title=P301 absolute-safety::Nothing always does.",
        f"::warning {place},col=17,endColumn=27,title=P101 overstated::{reason}{say}",
    ]


def test_columns_are_for_one_line_alone() -> None:
    told = problem("P101", "calms", CALM) | {"end_line": 2, "end_column": 3}
    (command,) = commands({"file": "a.md", "findings": [finding(CALM, told)]})
    assert "line=1,endLine=2,title" in command


def test_a_paragraph_has_no_line_of_the_file() -> None:
    told = finding(CALM, problem("P101", "calms", CALM), place="paragraph 4")
    (command,) = commands({"file": "a.docx", "findings": [told]})
    assert command == "::warning file=a.docx,title=P101 overstated::paragraph 4: What P101 means."


@pytest.mark.parametrize(
    ("text", "message", "in_property"),
    [
        ("a\nb", "a%0Ab", "a%0Ab"),
        ("a\rb", "a%0Db", "a%0Db"),
        ("50%0A", "50%250A", "50%250A"),
        ("C:x,y", "C:x,y", "C%3Ax%2Cy"),
    ],
)
def test_what_would_end_a_command_is_escaped(text: str, message: str, in_property: str) -> None:
    assert escaped(text) == message
    assert escaped(text, of_property=True) == in_property


def test_a_name_cannot_give_a_command_of_its_own() -> None:
    assert refusal("a\n::stop-commands::x,y", "not\nread") == (
        "::error file=a%0A%3A%3Astop-commands%3A%3Ax%2Cy,title=not read::not%0Aread"
    )

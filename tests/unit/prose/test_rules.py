"""Named rules, whatever the sentence: what they are called, what they point at, what they leave."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reviewkit.prose import rules
from reviewkit.prose.codes import CODES
from reviewkit.prose.problems import SEVERITIES
from reviewkit.prose.rules.clauses import LONGEST, clause_before, denied, quoted
from tests.project.tree import relative, tracked
from tests.spec import test_leaps, test_reasons, test_too_good, test_trust_alone
from tests.spec.arguments import SILENT, reading, said
from tests.spec.page import tables
from tests.spec.table import Table

MODULES = (test_too_good, test_reasons, test_leaps, test_trust_alone)
FOUND = [
    (case.given["sentence"], case.then)
    for module in MODULES
    for table in tables(module)
    if isinstance(table, Table)
    for case in table.cases
    if case.then != SILENT
]


def test_each_rule_has_a_code_of_its_own() -> None:
    assert list(rules.RULES) == [code for code in CODES if code.startswith("P3")]


@pytest.mark.parametrize("path", tracked("reviewkit/prose/rules/*.py"), ids=relative)
def test_a_rule_knows_nothing_of_the_subject_of_a_review(path: Path) -> None:
    assert not re.search(r"scalp|hair|follicle|head", path.read_text(encoding="utf-8").lower())


@pytest.mark.parametrize(("text", "code"), FOUND)
def test_a_problem_points_at_words_of_the_sentence(text: str, code: str) -> None:
    (problem,) = rules.look(reading(text))
    assert problem.code == code
    assert 0 <= problem.start < problem.end <= len(text)
    assert text[problem.start : problem.end].strip() == text[problem.start : problem.end]
    assert problem.severity in SEVERITIES
    assert problem.message.endswith(".")


@pytest.mark.parametrize(("text", "code"), FOUND)
def test_only_absolute_safety_is_an_error(text: str, code: str) -> None:
    (problem,) = rules.look(reading(text))
    assert problem.severity == ("error" if code == "P301" else "suggestion")


@pytest.mark.parametrize("text", [text for text, _ in FOUND])
def test_a_question_is_left_alone(text: str) -> None:
    assert said(f"Is it true that {text[0].lower()}{text[1:-1]}?") == SILENT


@pytest.mark.parametrize("text", [text for text, _ in FOUND])
def test_what_makes_no_health_claim_is_left_alone(text: str) -> None:
    assert list(rules.look(replace(reading(text), checkable=False))) == []


@pytest.mark.parametrize(
    "piece",
    ["the more you bathe ", "because boosts blood ", "a study in ", "linked to ", "not no risk "],
)
def test_what_is_longer_than_prose_is_not_read_on(piece: str) -> None:
    long = "Baths ease stress and " + piece * (LONGEST // len(piece))
    assert said(f"{long} with no side effects") == said(long)


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("It is not @", True),
        ("It isn’t @", True),
        ("It is not cheap, it is @", False),
        ("It is not cheap and @", False),
        ("It is not only cheap but @", False),
        ("Nobody calls it @", True),
    ],
)
def test_a_denial_holds_to_the_end_of_its_clause(text: str, is_denied: bool) -> None:
    assert denied(text, text.index("@")) is is_denied


def test_a_clause_begins_after_a_mark_or_a_joining_word() -> None:
    assert clause_before("One, two and three @", 19) == " three "
    assert clause_before("@", 0) == ""


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [("“@”", True), ('"@."', True), ("“It is @”", False), ("@", False), ("‘@’ it says", True)],
)
def test_what_quotation_marks_hold_alone_is_named(text: str, is_quoted: bool) -> None:
    start = text.index("@")
    assert quoted(text, start, start + 1) is is_quoted

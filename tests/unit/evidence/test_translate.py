"""Findings of a record's form: whatever is wrong, in plain words and at its place."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from reviewkit.evidence.translate import findings_of
from reviewkit.findings import Finding
from reviewkit.records import Body, Claim, Missing, Review, Source, Study
from reviewkit.source import Document, read_text
from tests.unit.evidence.conftest import SOUND

RECORDS: list[tuple[type[BaseModel], str]] = [
    (Study, "studies/koyama-2016.yaml"),
    (Study, "studies/berggreen-2012.yaml"),
    (Study, "studies/english-barazesh-2019.yaml"),
    (Body, "bodies/hair-thickness.yaml"),
    (Claim, "claims/hair-thickness-increase.yaml"),
    (Review, "review.yaml"),
    (Source, "sources/003.yaml"),
]
WRONG: list[Any] = ["", "maybe", "x" * 5000, "-3", "1_000", "43.5", "2026-13-45", {"a": "b"}, [],
                    {}, ["a"], [{"a": "b"}]]  # fmt: skip
JARGON = re.compile(
    r"[Ii]nput|valid |pydantic|(value|Value|validation) error|required|Extra |extra |type=|None\b"
    r"|instance|dictionary|tuple|object"
)


def every_place(tree: Any) -> Iterator[list[Any]]:
    children = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, value in children:
        yield [step]
        if isinstance(value, dict | list):
            yield from ([step, *below] for below in every_place(value))


def wrong_in_one_place(data: Any) -> Iterator[Any]:
    """Yield the record with one value replaced, taken away, misspelt or given a neighbour."""
    for *above, last in every_place(data):
        for value in (*WRONG, None):
            changed = copy.deepcopy(data)
            part = changed
            for step in above:
                part = part[step]
            if value is not None:
                part[last] = value
            elif isinstance(part, dict):
                part[f"{last}s"] = part.pop(last)
                part["an unknown field"] = "1"
            else:
                continue
            yield changed


def findings(model: type[BaseModel], data: object) -> tuple[Document, list[Finding]]:
    text = yaml.dump(data, default_style='"', width=10_000, allow_unicode=True)
    document, problems = read_text(text, "a.yaml")
    assert document is not None
    assert problems == []
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        return document, findings_of(error, document, model)
    return document, []


@pytest.mark.parametrize(("model", "file"), RECORDS)
def test_whatever_is_wrong_is_said_in_plain_words_at_its_place(
    model: type[BaseModel], file: str
) -> None:
    data = yaml.load((SOUND / file).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # BaseLoader makes text of everything and objects of nothing
    tried = 0
    for changed in wrong_in_one_place(data):
        document, found = findings(model, changed)
        for finding in found:
            tried += 1
            said = f"{finding.message} {finding.expected} {finding.fix}"
            assert JARGON.search(said) is None, finding.render()
            assert finding.expected
            assert finding.fix
            assert finding.span is not None
            assert 1 <= finding.span.line <= len(document.lines)
    assert tried > 20


def only(model: type[BaseModel], file: str, old: str, new: str) -> Finding:
    text = (SOUND / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    document, problems = read_text(text.replace(old, new), "a.yaml")
    assert document is not None
    assert problems == []
    with pytest.raises(ValidationError) as invalid:
        model.model_validate(document.data)
    (finding,) = findings_of(invalid.value, document, model)
    return finding


def test_absence_is_offered_to_who_wrote_words_not_to_who_wrote_a_number() -> None:
    words = only(Study, "studies/koyama-2016.yaml", "enrolled: 9", "enrolled: a few")
    number = only(Study, "studies/koyama-2016.yaml", "enrolled: 9", "enrolled: 9.5")
    missing = ", ".join(Missing)
    assert words.expected == f"{number.expected}; or, where there is none, why: {missing}"


def test_long_and_folded_text_is_shown_on_one_line() -> None:
    finding = only(
        Source, "sources/003.yaml", "sha256: ", f"sha256: |\n  {'ab ' * 40}\n  cd\nnote: "
    )
    assert finding.found == f"{('ab ' * 40)[:79]}… (124 characters)"


def test_what_reading_refused_is_not_refused_again() -> None:
    document, problems = read_text('id: "003"\ntitle: null\n', "a.yaml")
    assert document is not None
    assert [finding.code for finding in problems] == ["R018"]
    with pytest.raises(ValidationError) as invalid:
        Source.model_validate(document.data)
    where = [finding.where for finding in findings_of(invalid.value, document, Source)]
    assert where == ["sha256", "read"]

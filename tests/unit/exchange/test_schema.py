"""The JSON Schema of the records: valid itself, true of every record, and false of wrong ones."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reviewkit import source
from reviewkit.exchange import schemas, write
from reviewkit.exchange.schema import RECORDS
from reviewkit.records import Missing
from reviewkit.records.fields import FORM

ROOT = Path(__file__).resolve().parents[3]
KINDS = {"studies": "study", "bodies": "body", "claims": "claim", "sources": "source"}
REVIEWS = [*sorted((ROOT / "evidence").iterdir()), ROOT / "tests" / "functional" / "sound"]
SCHEMAS = schemas()
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def records() -> Iterator[tuple[str, Path]]:
    for review in REVIEWS:
        yield "review", review / "review.yaml"
        if (review / "vocabulary.yaml").exists():
            yield "vocabulary", review / "vocabulary.yaml"
        for folder, kind in KINDS.items():
            for path in sorted((review / folder).glob("*.yaml")):
                yield kind, path


RECORD_FILES = list(records())


def named(case: object) -> str:
    return case.stem if isinstance(case, Path) else str(case)


def data_of(path: Path) -> dict[str, Any]:
    document, _ = source.read(path, root=path.parent)
    assert document is not None
    return document.data


def problems(kind: str, data: object) -> list[str]:
    errors = Draft202012Validator(SCHEMAS[kind]).iter_errors(data)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def as_editors_read(tree: Any) -> Any:
    """Text without quotes as the core schema of YAML 1.2 takes it: numbers, true and false."""
    if isinstance(tree, dict):
        return {key: as_editors_read(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_editors_read(value) for value in tree]
    if tree in {"true", "false"} or NUMBER.fullmatch(tree):
        return json.loads(tree)
    return tree


def every_node(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from every_node(one)


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_schema_is_one_itself(kind: str) -> None:
    schema = SCHEMAS[kind]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{kind}.schema.json"
    assert schema["title"] == RECORDS[kind].__name__
    assert schema["description"]
    for node in every_node(schema):
        assert node.get("type") != "null"
        assert FORM not in node
        if "properties" in node and "additionalProperties" in node:
            assert node["additionalProperties"] is False


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_every_field_has_its_name_in_words_for_a_title(kind: str) -> None:
    fields = [
        (name, field)
        for node in every_node(SCHEMAS[kind])
        if node.get("additionalProperties") is False
        for name, field in node.get("properties", {}).items()
    ]
    assert len(fields) > 1
    assert all(field["title"] == name.replace("-", " ") for name, field in fields)


@pytest.mark.parametrize(("kind", "path"), RECORD_FILES, ids=named)
def test_schema_is_true_of_a_record(kind: str, path: Path) -> None:
    data = data_of(path)
    assert problems(kind, data) == []
    assert problems(kind, as_editors_read(data)) == []


def test_every_kind_is_tried_on_a_record() -> None:
    assert {kind for kind, _ in RECORD_FILES} == set(RECORDS)


SOUND = ROOT / "tests" / "functional" / "sound"
WRONG: list[tuple[str, str, tuple[str | int, ...], Any]] = [
    ("study", "studies/koyama-2016.yaml", ("colour",), "black"),
    ("study", "studies/koyama-2016.yaml", ("population", "n", "enrolled"), "43.5"),
    ("study", "studies/koyama-2016.yaml", ("population", "n", "enrolled"), 43.5),
    ("study", "studies/koyama-2016.yaml", ("population", "n", "enrolled"), "1_000"),
    ("study", "studies/berggreen-2012.yaml", ("results", "morning-pain", "p"), 1.47),
    ("study", "studies/koyama-2016.yaml", ("design", "type"), "randomised trial"),
    ("study", "studies/koyama-2016.yaml", ("design", "allocation"), "randomized"),
    ("study", "studies/koyama-2016.yaml", ("results", "thickness-24w", "time"), "24"),
    ("study", "studies/koyama-2016.yaml", ("results", "A Name"), {}),
    ("study", "studies/koyama-2016.yaml", ("population", "country"), None),
    ("study", "studies/koyama-2016.yaml", ("not-found",), "one text"),
    ("body", "bodies/hair-thickness.yaml", ("judgements", "imprecisions"), {}),
    ("body", "bodies/hair-thickness.yaml", ("uses", 0, "result"), "koyama-2016"),
    ("claim", "claims/survey-figures.yaml", ("mentions", 0, "wording"), "6"),
    ("claim", "claims/survey-figures.yaml", ("mentions", 0, "wording"), 6),
    ("claim", "claims/survey-figures.yaml", ("mentions", 0, "sha256"), "0b21"),
    ("claim", "claims/survey-figures.yaml", ("direction",), "up"),
    ("review", "review.yaml", ("outcomes", "hair-loss", "stable"), "sometimes"),
    ("review", "review.yaml", ("outcomes", "hair-loss", "mid"), "unknown"),
]


@pytest.mark.parametrize(("kind", "file", "steps", "value"), WRONG)
def test_schema_is_false_of_a_wrong_value(
    kind: str, file: str, steps: tuple[str | int, ...], value: object
) -> None:
    data = copy.deepcopy(data_of(SOUND / file))
    part: Any = data
    for step in steps[:-1]:
        part = part[step]
    part[steps[-1]] = value
    assert problems(kind, data) != []


@pytest.mark.parametrize("missing", list(Missing))
def test_what_is_missing_may_say_why(missing: Missing) -> None:
    data = data_of(SOUND / "studies/koyama-2016.yaml")
    data = copy.deepcopy(data)
    population: Any = data["population"]
    result: Any = data["results"]
    population["n"]["enrolled"] = population["country"] = str(missing)
    result["thickness-24w"]["p"] = result["thickness-24w"]["direction"] = str(missing)
    assert problems("study", data) == []


def test_written_files_are_the_schemas(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schema"
    written = write(folder)
    assert written == [folder / f"{kind}.schema.json" for kind in sorted(RECORDS)]
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert json.loads(text) == SCHEMAS[path.name.removesuffix(".schema.json")]
        assert text.endswith("}\n")
    assert write(folder) == written

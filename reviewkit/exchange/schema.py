"""The shape of the records as JSON Schema, for editors that check and complete while one types.

A schema says what each value may be. That several values go together (events and their total, a
name and what it names) only ``reviewkit validate`` can say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel

from reviewkit.records import Body, Claim, Review, Source, Study, Vocabulary
from reviewkit.records.fields import FORM

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
#: Each kind of record, by the name of its schema.
RECORDS: dict[str, type[BaseModel]] = {
    "body": Body,
    "claim": Claim,
    "review": Review,
    "source": Source,
    "study": Study,
    "vocabulary": Vocabulary,
}
#: What an editor makes of a text without quotes (16, 0.085, true); reviewkit reads all as text.
_SCALARS = ["string", "number", "boolean"]


def schemas() -> dict[str, Schema]:
    """Return the JSON Schema (draft 2020-12) of each kind of record, by its name.

    Examples
    --------
    >>> schemas()["study"]["$id"]
    'study.schema.json'
    """
    return {name: _schema(name, model) for name, model in RECORDS.items()}


def write(folder: Path) -> list[Path]:
    """Write the schema of each kind of record into a folder, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / f"{name}.schema.json"
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        path.write_text(f"{text}\n", encoding="utf-8")
        written.append(path)
    return written


def _schema(name: str, model: type[BaseModel]) -> Schema:
    whole: Schema = _for_yaml(model.model_json_schema(by_alias=True))
    return {"$schema": DRAFT, "$id": f"{name}.schema.json", **whole}


def _for_yaml(node: Any) -> Any:
    """Return a schema as it holds for a record in YAML, with the words of its fields."""
    if isinstance(node, list):
        return [_for_yaml(one) for one in node]
    if not isinstance(node, dict):
        return node
    done = {
        key: _titled(value) if key == "properties" else _for_yaml(value)
        for key, value in node.items()
        if key not in {FORM, "default", "oneOf", "discriminator"}
    }
    if "oneOf" in node:  # a word for what is missing is a text too: either reading will do
        done["anyOf"] = _for_yaml(node["oneOf"])
    if "anyOf" in done:
        done = _without_null(done)
    if isinstance(node.get("default"), str | bool):
        done["default"] = node["default"]
    if described := [node[key] for key in ("description", FORM) if key in node]:
        done["description"] = "; ".join(described)
    if done.get("type") == "string" and "enum" not in done and "const" not in done:
        done["type"] = _SCALARS
    if "patternProperties" in done:
        done["additionalProperties"] = False
    return done


def _titled(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of each field, its title the field's name in words."""
    return {
        name: {**_for_yaml(schema), "title": name.replace("-", " ")}
        for name, schema in fields.items()
    }


def _without_null(node: Schema) -> Schema:
    """A field without a value is left out: null is refused."""
    left = [one for one in node["anyOf"] if one != {"type": "null"}]
    if len(left) > 1:
        return {**node, "anyOf": left}
    return {**left[0], **{key: value for key, value in node.items() if key != "anyOf"}}

"""What pydantic says of a record, turned into findings with their places."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from reviewkit.errors import closest
from reviewkit.findings import Finding
from reviewkit.source import Document

#: Findings of this module: the shape of one record.
CODES = {
    "R101": "a field that the record does not have",
    "R102": "a field that the record needs is missing",
    "R103": "a value of the wrong form",
    "R104": "a value that is not one of those allowed",
    "R105": "numbers that cannot both be true",
}

#: pydantic's error types, by the finding that each becomes; anything else is R103.
_KINDS = {"extra_forbidden": "R101", "missing": "R102", "literal_error": "R104", "enum": "R104"}
_FIXES = {
    "R101": "correct the name, or move what it says to `note`",
    "R102": "add it; if the source does not give it, say `not in what was read`, `not reported` "
    "(full text read) or `not sought` where the field allows it",
    "R103": "enter the value as it is printed, in the form expected",
    "R104": "choose one of the values expected",
    "R105": "compare with the source; keep what is printed and say in `note` what does not fit",
}
_EXPECTED = {
    "missing": "this field",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
    "dict_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "text",
    "too_short": "at least one entry",
    "string_too_short": "some words",
    "string_too_long": "a shorter text",
}


def findings_of(
    error: ValidationError, document: Document, model: type[BaseModel]
) -> list[Finding]:
    """Turn each error of a validation into a finding at its place in the file."""
    return [
        _finding(item, document, model)
        for item in error.errors(include_url=False)
        if item["loc"] not in document.refused
    ]


def _finding(item: Any, document: Document, model: type[BaseModel]) -> Finding:
    kind: str = item["type"]
    context = item.get("ctx", {})
    path = _path_in(document.data, item["loc"], keep_last=kind in {"missing", "extra_forbidden"})
    message = item["msg"].removeprefix("Value error, ")
    code = _KINDS.get(kind, "R103")
    found: str | None = _shown(item["input"])
    expected: str | None
    likely: tuple[str, ...] = ()
    if kind == "extra_forbidden":
        known = _fields_at(model, item["loc"][:-1])
        expected = "one of " + ", ".join(known) if known else "no such field here"
        found, likely = str(item["loc"][-1]), closest(str(item["loc"][-1]), known)
    else:
        if kind == "missing":
            found = None
        if kind == "value_error":
            expected = message
            if isinstance(item["input"], dict):
                code, found = "R105", None
        elif code == "R104":
            expected = str(context.get("expected", message))
            options = [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
            likely = closest(str(item["input"]), options)
        elif kind == "string_pattern_mismatch":
            expected = f"text of the form {context['pattern']}"
        else:
            expected = _EXPECTED.get(kind, message)
    return document.finding(
        code,
        "error",
        path,
        CODES[code],
        at="key" if kind == "extra_forbidden" else "value",
        found=found,
        expected=expected,
        fix=_FIXES[code],
        did_you_mean=likely,
    )


def _shown(value: object) -> str | None:
    if isinstance(value, str):
        return value if len(value) <= 80 else value[:77] + "..."
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else None


def _path_in(data: Any, loc: tuple[str | int, ...], *, keep_last: bool) -> tuple[str | int, ...]:
    """The part of pydantic's location that stands in the data (tags of unions do not)."""
    path: list[str | int] = []
    here = data
    for position, step in enumerate(loc):
        last = position == len(loc) - 1
        if (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int) and step < len(here)):
            path.append(step)
            here = here[step]
        elif last and keep_last:
            path.append(step)
    return tuple(path)


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Names of the fields allowed at a location, read from the model's JSON Schema."""
    whole = _schema(model)
    here: list[dict[str, Any]] = [whole]
    for step in loc:
        here = [inner for node in _resolved(here, whole) for inner in _below(node, step)] or here
    fields: dict[str, None] = {}
    for node in _resolved(here, whole):
        fields |= dict.fromkeys(node.get("properties", {}))
    return tuple(fields)


def _below(node: dict[str, Any], step: str | int) -> list[dict[str, Any]]:
    if isinstance(step, int):
        return [node["items"]] if isinstance(node.get("items"), dict) else []
    if step in node.get("properties", {}):
        return [node["properties"][step]]
    other = node.get("additionalProperties")
    return [other] if isinstance(other, dict) else []


def _resolved(nodes: list[dict[str, Any]], whole: dict[str, Any]) -> list[dict[str, Any]]:
    """Follow references and alternatives down to plain schemas."""
    done: list[dict[str, Any]] = []
    for node in nodes:
        if "$ref" in node:
            done += _resolved([whole["$defs"][node["$ref"].rpartition("/")[2]]], whole)
        elif "anyOf" in node or "oneOf" in node:
            done += _resolved(node.get("anyOf", []) + node.get("oneOf", []), whole)
        else:
            done.append(node)
    return done

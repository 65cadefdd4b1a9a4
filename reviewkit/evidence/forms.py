"""What may stand at a place of a record, in words, read off the JSON Schema of its model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from pydantic import BaseModel

from reviewkit.records import Missing
from reviewkit.records.fields import FORM
from reviewkit.source import Steps

Node: TypeAlias = dict[str, Any]
"""One schema: of a value, without references and alternatives."""

WHERE_NONE = "; or, where there is none, why: "
"""Between what may stand at a place and the ways to say that there is nothing."""

SEVERAL = 6
"""Names of fields that are listed before the rest is left to the reader."""


def fields_at(model: type[BaseModel], path: Steps) -> tuple[str, ...]:
    """Return the names of the fields that the mapping at a path may have.

    Examples
    --------
    >>> from reviewkit.records import Study
    >>> fields_at(Study, ("arms", "massage"))[:3]
    ('intervention', 'label', 'by')
    """
    nodes = _at(model, path)
    named = {name: None for node in nodes for name in node.get("properties", {})}
    return tuple(named) or tuple(option for node in nodes for option in _key_options(node))


def options_at(model: type[BaseModel], path: Steps) -> tuple[str, ...]:
    """Return the words that may stand at a path, if it takes certain words."""
    return tuple(option for node in _at(model, path) for option in _options(node))


def form_at(model: type[BaseModel], path: Steps) -> str:
    """Return what may stand at a path, to follow the word "expected".

    Examples
    --------
    >>> from reviewkit.records import Study
    >>> form_at(Study, ("population", "n", "enrolled")).partition("; ")[0]
    'a whole number, such as 43 or 1,899'
    """
    return _in_words(model, _at(model, path))


def meaning_at(model: type[BaseModel], path: Steps) -> str | None:
    """Return what the field at a path is, if its name does not say it."""
    *above, name = path
    for node in _at(model, tuple(above)):
        described = node.get("properties", {}).get(name, {})
        for one in (described, *described.get("anyOf", [])):
            if "description" in one:
                return str(one["description"])
    return None


def key_form_at(model: type[BaseModel], path: Steps) -> str:
    """Return what the keys of the mapping at a path may be."""
    nodes = [node["propertyNames"] for node in _at(model, path) if "propertyNames" in node]
    return "; or ".join(_form(model, node) for node in nodes)


def _in_words(model: type[BaseModel], nodes: list[Node]) -> str:
    absent = [node for node in nodes if node.get("title") == Missing.__name__]
    words = dict.fromkeys(_form(model, node) for node in nodes if node not in absent)
    form = "; or ".join(words)
    if not absent:
        return form
    why = ", ".join(_options(absent[0]))
    return f"{form}{WHERE_NONE}{why}" if form else f"one of {why}"


def _form(model: type[BaseModel], node: Node) -> str:
    if FORM in node:
        return str(node[FORM])
    if options := _options(node):
        return options[0] if len(options) == 1 else f"one of {', '.join(options)}"
    if node.get("type") == "array":
        least = f" of at least {node['minItems']}" if "minItems" in node else ""
        return f"a list{least}, each {_in_words(model, _resolved(model, [node['items']]))}"
    if "properties" in node:
        named = node.get("required") or list(node["properties"])
        rest = ", …" if len(named) > SEVERAL else ""
        return f"a mapping with {', '.join(named[:SEVERAL])}{rest}"
    inside = _resolved(model, list(_entries(node)))
    return f"named entries, each {_in_words(model, inside)}" if inside else "a mapping"


def _at(model: type[BaseModel], path: Steps) -> list[Node]:
    nodes = _resolved(model, [_schema(model)])
    for step in path:
        nodes = _resolved(model, [inner for node in nodes for inner in _below(node, step)])
    return nodes


def _below(node: Node, step: str | int) -> Iterator[Node]:
    if isinstance(step, int):
        if "items" in node:
            yield node["items"]
    elif step in node.get("properties", {}):
        yield node["properties"][step]
    else:
        yield from _entries(node)


def _entries(node: Node) -> Iterator[Node]:
    """The schemas of what a mapping holds under names that it does not fix."""
    others = [node.get("additionalProperties"), *node.get("patternProperties", {}).values()]
    yield from (other for other in others if isinstance(other, dict))


def _resolved(model: type[BaseModel], nodes: list[Node]) -> list[Node]:
    """Follow references and alternatives down to plain schemas; YAML's null is refused anyway."""
    done: list[Node] = []
    for node in nodes:
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            done += _resolved(model, [_schema(model)["$defs"][name]])
        elif alternatives := [*node.get("anyOf", []), *node.get("oneOf", [])]:
            done += _resolved(model, alternatives)
        elif node.get("type") != "null":
            done.append(node)
    return done


def _options(node: Node) -> tuple[str, ...]:
    if "const" in node:
        return (str(node["const"]),)
    return tuple(str(option) for option in node.get("enum", ()))


def _key_options(node: Node) -> tuple[str, ...]:
    return _options(node.get("propertyNames", {}))


@cache
def _schema(model: type[BaseModel]) -> Node:
    return model.model_json_schema(by_alias=True)

"""From ``population.n.reached`` to the value that a study has there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from reviewkit.errors import closest


class UnknownField(LookupError):
    """A path that leads nowhere; says what stands at the last place that exists."""

    def __init__(self, step: str, here: Any, known: list[str]) -> None:
        super().__init__(step)
        named = f"one of {', '.join(known)}" if known else "the end of the path: nothing is below"
        left_out = isinstance(here, BaseModel) and step in _fields(here)
        self.expected = f"{named}; `{step}` is left out" if left_out else named
        self.likely = () if left_out else closest(step, known)


def field_at(part: BaseModel, path: str) -> Any:
    """Return the value at a dotted path of a study, or of a part of one, by the names in YAML.

    Raises
    ------
    UnknownField
        If a step of the path does not exist or has no value.
    """
    here: Any = part
    for step in path.split("."):
        choices = _children(here)
        if step not in choices:
            raise UnknownField(step, here, sorted(choices))
        here = choices[step]
    return here


def _children(node: Any) -> dict[str, Any]:
    if isinstance(node, BaseModel):
        return {name: value for name, value in _fields(node).items() if value is not None}
    if isinstance(node, Mapping):
        return dict(node)
    if isinstance(node, tuple):
        return {str(position): value for position, value in enumerate(node)}
    return {}


def _fields(node: BaseModel) -> dict[str, Any]:
    fields = type(node).model_fields.items()
    return {field.alias or name: getattr(node, name) for name, field in fields}

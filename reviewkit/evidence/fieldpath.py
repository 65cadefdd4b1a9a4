"""From ``population.n.reached`` to the value that a study has there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from reviewkit.errors import closest
from reviewkit.records import Study


class UnknownField(LookupError):
    """A path that leads nowhere; says what stands at the last place that exists."""

    def __init__(self, step: str, known: list[str]) -> None:
        super().__init__(step)
        self.expected = "one of " + ", ".join(known)
        self.likely = closest(step, known)


def field_at(study: Study, path: str) -> Any:
    """Return the value at a dotted path of a study, by the names used in YAML.

    Raises
    ------
    UnknownField
        If a step of the path does not exist or has no value.
    """
    here: Any = study
    for step in path.split("."):
        choices = _children(here)
        if step not in choices:
            raise UnknownField(step, sorted(choices))
        here = choices[step]
    return here


def _children(node: Any) -> dict[str, Any]:
    if isinstance(node, BaseModel):
        named = {
            (field.alias or name): getattr(node, name)
            for name, field in type(node).model_fields.items()
        }
        return {name: value for name, value in named.items() if value is not None}
    if isinstance(node, Mapping):
        return dict(node)
    if isinstance(node, tuple):
        return {str(position): value for position, value in enumerate(node)}
    return {}

"""What is left of a record with errors, so that the rest of it is checked in the same run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from reviewkit.evidence.translate import path_of
from reviewkit.records import Misfit, Misfits, Record
from reviewkit.records.fields import LENIENT
from reviewkit.source import MAX_DEPTH, Steps, Tree

R = TypeVar("R", bound=BaseModel)

_OF_ABSENCE = frozenset({"R106", "R109", "R114", "R115"})
"""Codes of misfits that may come of what was dropped: a part, an option or an answer."""

_GONE: Any = object()
"""Stands in a list for an entry that was dropped, so that the others keep their positions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged(Generic[R]):
    """What could be read of a record.

    Parameters
    ----------
    record : Record or None
        The record without its faulty parts; None if it is not a record without them.
    dropped : frozenset of tuple
        Paths of those parts.
    kept : mapping of tuple to tuple
        Of each list that lost entries, the positions in the file of those that are left.
    """

    record: R | None
    dropped: frozenset[Steps] = frozenset()
    kept: Mapping[Steps, tuple[int, ...]] = field(default_factory=dict)

    def in_file(self, steps: Steps) -> Steps:
        """Return where in the file a value of the record stands."""
        path: Steps = ()
        for step in steps:
            left = self.kept.get(path)
            path = (*path, left[step] if left and isinstance(step, int) else step)
        return path

    def whole(self, *steps: str | int) -> bool:
        """Whether nothing was dropped at, below or above a path of the file."""
        return not any(
            path[: len(steps)] == steps or steps[: len(path)] == path for path in self.dropped
        )


def salvage(model: type[R], data: dict[str, Tree], error: ValidationError) -> Salvaged[R]:
    """Validate again without each value that is at fault, from the leaves upwards.

    A field that is missing takes the mapping that needs it along. Values that are well formed
    and do not go together stay.
    """
    rest: Any = _copy(data)
    tidy: Any = data
    kept: dict[Steps, tuple[int, ...]] = {}
    dropped: set[Steps] = set()
    for _ in range(MAX_DEPTH):
        now: Salvaged[R] = Salvaged(record=None, dropped=frozenset(dropped), kept=dict(kept))
        faults = {now.in_file(path) for path in _faults(error, tidy)}
        if () in faults:
            break
        for path in faults:
            _drop(rest, path)
        dropped |= faults
        kept.clear()
        tidy = _tidied(rest, (), kept)
        try:
            record = model.model_validate(tidy, context=LENIENT)
        except ValidationError as next_error:
            error = next_error
        else:
            return Salvaged(record=record, dropped=frozenset(dropped), kept=kept)
    return Salvaged(record=None, dropped=frozenset(dropped))


def unsaid(salvaged: Salvaged[R]) -> Iterator[tuple[Steps, Misfit]]:
    """Yield what cannot stand in records that validation gave up on, with the path of each record.

    Validation looks at a record as a whole only when each of its values is well formed, so a
    record that lost a part has not been looked at yet. Of such a one, only what two values that
    are there say is yielded, never that something is missing.
    """
    for path, record in _records(salvaged.record, ()):
        in_file = salvaged.in_file(path)
        if not any(lost[: len(in_file)] == in_file for lost in salvaged.dropped):
            continue
        for misfit in record.misfits():
            if misfit.code not in _OF_ABSENCE and salvaged.whole(*in_file, *misfit.path):
                yield in_file, misfit


def _records(node: Any, path: Steps) -> Iterator[tuple[Steps, Record]]:
    if isinstance(node, Record):
        yield path, node
        for name, field in type(node).model_fields.items():
            yield from _records(getattr(node, name), (*path, field.alias or name))
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _records(value, (*path, key))
    elif isinstance(node, tuple):
        for position, value in enumerate(node):
            yield from _records(value, (*path, position))


def _faults(error: ValidationError, data: Any) -> Iterator[Steps]:
    for item in error.errors(include_url=False):
        cause = item.get("ctx", {}).get("error")
        stays = isinstance(cause, Misfits) and all(misfit.path for misfit in cause.misfits)
        if not stays:
            path = path_of(item, data)
            yield path[:-1] if item["type"] == "missing" else path


def _drop(tree: Any, path: Steps) -> None:
    """Take a value out; it may be gone already, with what it stood in."""
    *above, last = path
    for step in above:
        tree = tree.get(step, _GONE) if isinstance(tree, dict) else tree[step]
        if tree is _GONE:
            return
    if isinstance(tree, dict):
        tree.pop(last, None)
    elif isinstance(last, int):
        tree[last] = _GONE


def _copy(tree: Tree) -> Tree:
    if isinstance(tree, dict):
        return {key: _copy(value) for key, value in tree.items()}
    return [_copy(value) for value in tree] if isinstance(tree, list) else tree


def _tidied(tree: Any, path: Steps, kept: dict[Steps, tuple[int, ...]]) -> Any:
    """Return a copy without the gaps, and note which positions are left where there was one."""
    if isinstance(tree, dict):
        return {key: _tidied(value, (*path, key), kept) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    there = tuple(position for position, value in enumerate(tree) if value is not _GONE)
    if len(there) < len(tree):
        kept[path] = there
    return [_tidied(tree[position], (*path, position), kept) for position in there]

"""A record as its leaves: every value that stands in it, by its path in the names of the YAML.

A list of records is told by what each of them is about (``uses[alpha#onset]``), so that one more in
front moves none of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from reviewkit.records import Figure, Mention, Use
from reviewkit.records.body import Exclusion
from reviewkit.records.claim import Beside, Link, Reported

#: A leaf's value as it is entered; several for a list of words.
Value = str | tuple[str, ...]
#: Fields of each kind of record that are passed over.
Unread = Mapping[type[BaseModel], Collection[str]]
#: Fields that the key of an item says already.
_TOLD_BY_KEY: Unread = {Use: {"result"}}


def leaves(
    value: Any, path: str = "", *, unread: Unread | None = None
) -> Iterator[tuple[str, Value]]:
    """Yield every leaf of a record, or of a part of one, with its path.

    A field that is left at its default is passed over, so that one which a later version adds
    changes nothing until somebody enters it.

    Parameters
    ----------
    value
        A record, a mapping or sequence of records, or a scalar.
    path
        Where it stands, before the names of its own fields.
    unread
        Fields that are passed over, by the kind of record.

    Examples
    --------
    >>> from reviewkit.records import Moment
    >>> list(leaves(Moment.model_validate({"mean": "3.50", "sd": "1.20"}), "before"))
    [('before.mean', '3.50'), ('before.sd', '1.20')]
    """
    if isinstance(value, BaseModel):
        yield from _of_record(value, path, unread or {})
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from leaves(inner, _below(path, str(name)), unread=unread)
    elif isinstance(value, list | tuple):
        yield from _of_list(value, path, unread)
    elif isinstance(value, bool):
        yield path, "true" if value else "false"
    elif value is not None:
        yield path, str(value)


def _of_record(record: BaseModel, path: str, unread: Unread) -> Iterator[tuple[str, Value]]:
    passed = {*unread.get(type(record), ()), *_TOLD_BY_KEY.get(type(record), ())}
    empty = True
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name in passed or value == field.get_default(call_default_factory=True):
            continue
        empty = False
        yield from leaves(value, _below(path, field.alias or name), unread=unread)
    if empty and path and type(record) not in _TOLD_BY_KEY:
        yield path, ""


def _of_list(items: Sequence[Any], path: str, unread: Unread | None) -> Iterator[tuple[str, Value]]:
    if not any(isinstance(item, BaseModel | Mapping) for item in items):
        yield path, tuple(str(item) for item in items)
        return
    keys = [_key(item) for item in items]
    if None in keys or len(set(keys)) < len(keys):
        keys = [str(position) for position in range(len(items))]
    elif isinstance(items[0], Use):  # of the same people the first counts, so the order is a fact
        yield path, tuple(map(str, keys))
    for key, item in zip(keys, items, strict=True):
        yield from leaves(item, f"{path}[{key}]", unread=unread)


def _key(item: Any) -> str | None:
    """What an item of a list is about; None where it has no name of its own."""
    match item:
        case Use() | Reported():
            return item.result
        case Exclusion():
            return item.result or item.study
        case Mention():
            return f"{item.source}:{item.line}:{item.sentence}"
        case Figure():
            return item.of
        case Beside():
            return item.body
        case Link():
            return item.name
        case _:
            return None


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name

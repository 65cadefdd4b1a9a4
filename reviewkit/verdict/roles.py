"""The other roles in which a study prints the digits that a sentence gives to one of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from reviewkit.display import PEOPLE
from reviewkit.records import Study
from reviewkit.reported import Reported, agree

#: Numbers that no sentence means when it gives another one.
_NO_ROLE = {"p", "level", "df", "df2"}


def named(path: str) -> str:
    """Say what a field is: "the number of people who answered", "the mean before"."""
    steps = path.split(".")
    if steps[:2] == ["population", "n"]:
        return f"the number of {PEOPLE.get(steps[-1], steps[-1])}"
    if steps[0] == "arms":
        return f"{steps[-1]} of {steps[1]}"
    inner = steps[2:]
    arm = inner.pop(1) if inner[:1] == ["groups"] and len(inner) > 1 else ""
    words = [step for step in reversed(inner) if step != "groups"]
    return f"the {' '.join(words)}{f' in {arm}' if arm else ''}"


def other_role(study: Study, path: str, said: Reported) -> tuple[str, Reported] | None:
    """Return another field of the same part of a study that prints what is said, if there is one.

    Head counts stand against head counts, the numbers of a result against those of that result
    (other sides, arms and times), and the amounts of an arm against those of that arm.
    """
    for other, number in _numbers(*_part(study, path)):
        if other != path and agree(said, number):
            return other, number
    return None


def _part(study: Study, path: str) -> tuple[object, str]:
    steps = path.split(".")
    if steps[0] in {"arms", "results"}:
        return getattr(study, steps[0])[steps[1]], ".".join(steps[:2])
    return study.population.n, "population.n"


def _numbers(part: object, path: str) -> Iterator[tuple[str, Reported]]:
    if isinstance(part, Reported):
        yield path, part
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            if name not in _NO_ROLE:
                yield from _numbers(getattr(part, name), f"{path}.{field.alias or name}")
    elif isinstance(part, Mapping):
        for name, inner in part.items():
            yield from _numbers(inner, f"{path}.{name}")

"""Numbers that are told as a pair, "from 0.085 to 0.092": each end is held by what the other is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.derived import before_and_after
from reviewkit.prose.studies.fields import Field, shown
from reviewkit.prose.studies.held import Held, held
from reviewkit.prose.studies.said import Said

_FROM = lazily(r"\b(?:from|of)\s+(?:about |around |some |roughly )?$")
_TO = lazily(r"\D{0,40}\bto\s+(?:about |around |some |roughly )?")
Same = Callable[[Said, Field], bool]


def paired(
    found: Sequence[Held], study: Mapping[str, Any], fields: Sequence[Field], text: str, same: Same
) -> list[Held]:
    """Return the numbers of a sentence, those that are told as a pair held as one.

    What is told as the value before and printed as the one after, and the other way round, is
    misattributed. A value after that the record does not hold, behind one before that it does, is
    wrong, if no other time is told.

    Parameters
    ----------
    found
        The numbers of the sentence, each held by itself.
    study
        As the index has it.
    fields
        The numbers of its record.
    text
        The sentence.
    same
        Whether a number is that of a field.
    """
    result = list(found)
    told = sorted(range(len(found)), key=lambda place: found[place].said.start)
    for one, other in pairwise(told):
        first, last = found[one], found[other]
        if not _is_pair(first.said, last.said, text):
            continue
        pairs = list(before_and_after(fields).values())
        if any(same(first.said, before) and same(last.said, after) for before, after in pairs):
            continue
        for before, after in pairs:
            if same(first.said, after) and same(last.said, before):
                result[one] = _swapped(first, after, study["id"])
                result[other] = _swapped(last, before, study["id"])
                break
            if same(first.said, before) and _is_unmet(last, found):
                why = f"{study['id']} prints {shown(after)} ({after.role})."
                result[other] = held(last.said, "wrong", after, why)
                break
    return result


def _is_pair(first: Said, last: Said, text: str) -> bool:
    return (
        first.kind == last.kind
        and _FROM.search(text, 0, first.start) is not None
        and _TO.fullmatch(text, first.end, last.start) is not None
    )


def _is_unmet(last: Held, found: Iterable[Held]) -> bool:
    """Whether a value after is not the record's, told of no time that is not the record's."""
    times = (one for one in found if one.said.kind == "time")
    return last.status == "unverifiable" and all(one.status == "correct" for one in times)


def _swapped(one: Held, field: Field, label: str) -> Held:
    why = f"In {label}, {shown(field)} is {field.role}."
    return one._replace(
        status="misattributed", expected=shown(field), why=why, field=field.path, at=field.at
    )

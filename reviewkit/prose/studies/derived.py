"""What follows from the numbers of a record, which no paper need print: changes, shares, sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import permutations
from typing import Any

from reviewkit.display import PEOPLE
from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.accusing import is_floor
from reviewkit.prose.studies.candidates import Around
from reviewkit.prose.studies.fields import Field, converted, shown
from reviewkit.prose.studies.frequencies import how_often
from reviewkit.prose.studies.held import Held
from reviewkit.prose.studies.number_words import DAYS, SHORT
from reviewkit.prose.studies.roles import MAIN, in_each_group
from reviewkit.prose.studies.said import TELLING, Said
from reviewkit.prose.studies.sizes import reach, same_length
from reviewkit.reported import agree, parse

_A_WEEK = lazily(r"\s*(?:\w+ )?(?:of \w+ )?(?:(?:an?|per|each|every) week|weekly)\b")


def derived(
    said: Said,
    study: Mapping[str, Any],
    fields: Sequence[Field],
    around: Around,
    units: Mapping[str, Any],
) -> Held | None:
    """Hold a number against what follows from those of a record; None where nothing does.

    Parameters
    ----------
    said
        The number.
    study
        As the index has it.
    fields
        The numbers of its record.
    around
        What stands around the number.
    units
        The outcomes of the index, with the factors between their units.
    """
    return (
        _change(said, study, fields, around.outcomes)
        or _difference(said, study, fields, units)
        or _share(said, study)
        or _sum_of_groups(said, study, around.text)
        or _time_a_week(said, study, around.text)
    )


def before_and_after(fields: Sequence[Field]) -> dict[str, tuple[Field, Field]]:
    """Return the values before and after of each result and group that has both."""
    before = {f.key.removesuffix("before.mean"): f for f in fields if f.key.endswith("before.mean")}
    after = {f.key.removesuffix("after.mean"): f for f in fields if f.key.endswith("after.mean")}
    return {name: (before[name], after[name]) for name in before if name in after}


def _difference(
    said: Said, study: Mapping[str, Any], fields: Sequence[Field], units: Mapping[str, Any]
) -> Held | None:
    """Hold a number against the change from before to after, or between two groups after."""
    if said.kind not in {"bare", "measure"}:
        return None
    pairs = list(before_and_after(fields).values())
    for first, last in pairs:
        change = parse(str(abs(last.number.value - first.number.value)))
        there = converted(said.unit, last._replace(number=change), units) if said.unit else change
        if change.value and there is not None and agree(said.number, there):
            told = f"from {shown(first)} to {shown(last)}"
            why = f"By what {study['id']} prints: {told}."
            return Held(
                said=said,
                status="correct",
                expected=said.text,
                why=why,
                field=last.path,
                at=last.at,
            )
    return None


def _change(
    said: Said, study: Mapping[str, Any], fields: Sequence[Field], outcomes: frozenset[str]
) -> Held | None:
    """Hold a share against the relative change from before to after, which no paper need print."""
    if said.kind != "percent":
        return None
    for first, last in before_and_after(fields).values():
        if (outcomes and first.outcome not in outcomes) or not first.number.value:
            continue
        change = abs(last.number.value - first.number.value) / abs(first.number.value) * 100
        told = f"{change.quantize(Decimal('0.1'))}% (from {shown(first)} to {shown(last)})"
        fits = abs(abs(said.number.value) - change) <= reach(said.number)
        if not fits and (first.outcome not in outcomes or is_floor(said, change)):
            continue
        return Held(
            said=said,
            status="correct" if fits else "wrong",
            expected=told,
            why=f"By what {study['id']} prints the change is {told}.",
            field=last.path,
            at=last.at,
        )
    return None


def _share(said: Said, study: Mapping[str, Any]) -> Held | None:
    """Hold a share against the head counts, which say what part of the people one role is."""
    if said.kind != "percent":
        return None
    counts = {role: int(parse(text)) for role, text in study["people"].items()}
    for part, whole in permutations(counts, 2):
        if 0 < counts[part] < counts[whole]:
            share = Decimal(100 * counts[part]) / counts[whole]
            if abs(share - said.number.value) <= said.number.half_unit:
                shown = f"{counts[part]} of {counts[whole]}"
                return Held(
                    said=said,
                    status="correct",
                    expected=f"{said.text}%",
                    why=f"By what {study['id']} prints: {shown} ({PEOPLE[part]}).",
                )
    return None


def _time_a_week(said: Said, study: Mapping[str, Any], text: str) -> Held | None:
    """Hold the time of a week against the sessions of an arm in it."""
    if said.kind != "time" or said.unit not in SHORT or not _A_WEEK.match(text, said.end):
        return None
    for arm in study["arms"]:
        often = how_often(arm["times"])
        if often is None or often[1] != "per week" or not arm["minutes"].isdigit():
            continue
        minutes = int(often[0]) * int(arm["minutes"])
        if same_length(said, minutes * DAYS["minutes"]):
            why = f"By what {study['id']} prints: {often[0]} sessions of {arm['minutes']} minutes."
            return Held(said=said, status="correct", expected=said.text, why=why)
    return None


def _sum_of_groups(said: Said, study: Mapping[str, Any], text: str) -> Held | None:
    """Hold a head count against the sum of the groups, and those who left or never answered."""
    if said.kind != "people" or in_each_group(said, text):
        return None
    groups: dict[str, int] = {}
    for row in study["numbers"]:
        steps = row["path"].split(".")
        if steps[0] == "results" and steps[2:3] == ["groups"] and steps[-1] in {"n", "total"}:
            groups[steps[1]] = groups.get(steps[1], 0) + int(parse(row["text"]))
    arms = [arm["n"] for arm in study["arms"]]
    if len(arms) > 1 and all(arms):
        groups[""] = sum(int(parse(count)) for count in arms)
    people = [int(parse(count)) for role, count in study["people"].items() if role in MAIN]
    reached = int(parse(study["people"].get("reached", "0")))
    wholes = [*people, reached] if said.number.value >= TELLING else people
    left = {f"left {one} {other}": one - other for one in wholes for other in people if one > other}
    if not any(agree(said.number, parse(str(total))) for total in (groups | left).values()):
        return None
    why = f"The head counts of {study['id']} come to it."
    return Held(said=said, status="correct", expected=said.text, why=why)

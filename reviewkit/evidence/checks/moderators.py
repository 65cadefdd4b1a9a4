"""Moderators of studies that are not of the kind that the review declares."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.errors import closest
from reviewkit.evidence.folder import Entry
from reviewkit.findings import Finding
from reviewkit.records import Moderator, Review, Study
from reviewkit.records.units import among

CODES = {"R214": "a moderator of another kind than its review declares"}


def check(entry: Entry[Study], review: Entry[Review] | None) -> Iterator[Finding]:
    """Yield each moderator of a study whose unit or level its review does not know.

    One that lacks them is incomplete, which has been said.
    """
    if entry.record is None or review is None or review.record is None:
        return
    for name, of_study in entry.record.moderators.items():
        declared: Moderator | None = review.record.moderators.get(name)
        if declared is None or not review.salvaged.whole("moderators", name):
            continue
        if of_study.value is not None:
            found, field = of_study.unit or "", "unit"
            allowed: tuple[str, ...] = (declared.unit,) if declared.unit else ()
            fits = bool(allowed) and among(found, allowed)
        else:
            found, field = of_study.level or "", "level"
            allowed = declared.levels
            fits = found in allowed
        if found and not fits:
            yield _misfit(entry, name, field, found, declared)


def _misfit(entry: Entry[Study], name: str, field: str, found: str, declared: Moderator) -> Finding:
    of = f"a number of {declared.unit}" if declared.unit else " or ".join(declared.levels)
    return entry.finding(
        "R214",
        "error",
        ("moderators", name, field),
        CODES["R214"],
        found=found,
        expected=f"{of}, as {name} is declared in review.yaml",
        fix=f"enter it so, or correct `moderators.{name}` in review.yaml",
        did_you_mean=closest(found, declared.levels),
    )

"""Units that do not fit what they measure."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.errors import closest
from reviewkit.evidence.folder import Entry
from reviewkit.findings import Finding
from reviewkit.records import Outcome, Review, Study
from reviewkit.records.review import Mid
from reviewkit.records.units import OF_RISK, PERCENT, among
from reviewkit.source import Steps

CODES = {"R204": "a unit that does not fit the outcome"}


def of_results(entry: Entry[Study], review: Entry[Review] | None) -> Iterator[Finding]:
    """Yield each unit of a result that the outcome cannot be converted from."""
    if entry.record is None or review is None or review.record is None:
        return
    for name, result in entry.record.results.items():
        fits = units_of(review, result.outcome)
        unit = result.unit
        if unit is not None and fits and not among(unit, {*fits, *PERCENT}):
            yield misfit(entry, ("results", name, "unit"), unit, fits, result.outcome)


def of_outcomes(review: Entry[Review] | None) -> Iterator[Finding]:
    """Yield each minimal important difference in a unit that its outcome does not have."""
    if review is None or review.record is None:
        return
    for name, outcome in review.record.outcomes.items():
        fits = units_of(review, name)
        if not isinstance(outcome.mid, Mid) or not fits:
            continue
        if not among(outcome.mid.unit, {*fits, *PERCENT, *OF_RISK}):
            yield misfit(review, ("outcomes", name, "mid", "unit"), outcome.mid.unit, fits, name)


def units_of(review: Entry[Review] | None, outcome: str) -> tuple[str, ...]:
    """Return the units in which an outcome may be printed; none if it declares none."""
    if review is None or review.record is None or not review.salvaged.whole("outcomes", outcome):
        return ()
    declared: Outcome | None = review.record.outcomes.get(outcome)
    return (declared.unit, *declared.also) if declared and declared.unit else ()


def misfit(
    entry: Entry[Study] | Entry[Review],
    steps: Steps,
    found: str,
    fits: tuple[str, ...],
    outcome: str,
) -> Finding:
    """Return the finding of a unit that does not fit."""
    return entry.finding(
        "R204",
        "error",
        steps,
        CODES["R204"],
        found=found,
        expected=" or ".join(fits),
        fix=f"keep the unit as printed, and give its factor under `also` of {outcome} in "
        "review.yaml; or correct it",
        did_you_mean=closest(found, fits),
    )

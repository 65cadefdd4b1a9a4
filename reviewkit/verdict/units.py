"""A number of the record in the unit that a writer uses."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reviewkit.effects.result_effect import unit_of_measure
from reviewkit.evidence import Evidence
from reviewkit.records import Study
from reviewkit.records.units import TIMES, canonical
from reviewkit.reported import Reported

#: Amounts of an arm whose unit is the name of their field.
AMOUNTS = frozenset({"minutes", "weeks", "months", "sessions"})
#: Parts of a result whose numbers stand in its unit; its head counts and shares do not.
MEASURED = frozenset({"before", "after", "change", "estimate"})
#: Where an estimate and its limits stand in a result.
ESTIMATES = [["estimate", field] for field in ("value", "lower", "upper")]


def unit_of(study: Study, path: str) -> str | None:
    """Return the unit in which a field of a study is printed; None for counts and where unknown.

    An amount of an arm is printed in the unit that its field is named for; an estimate in that of
    the result only if it is a difference or a change.
    """
    steps = path.split(".")
    if steps[0] == "arms":
        return steps[-1] if steps[-1] in AMOUNTS else None
    if steps[0] == "results" and steps[2:] == ["estimate", "level"]:
        return "%"
    if steps[0] == "results" and steps[2:] in ESTIMATES:
        result = study.results[steps[1]]
        measure = result.estimate.measure if result.estimate else ""
        return unit_of_measure(measure, result.unit)
    if steps[0] == "results" and MEASURED & set(steps[2:]) and steps[-1] not in {"n", "k", "i2"}:
        return study.results[steps[1]].unit
    return None


def same_unit(said: str | None, printed: str | None) -> bool:
    """Whether two units are one, or one of them is not known."""
    if said is None or printed is None:
        return True
    return canonical(said) == canonical(printed)


def converted(
    evidence: Evidence, study: Study, path: str, printed: Reported, unit: str
) -> Reported | None:
    """Return a printed number in another unit; None if that unit is not known for this field.

    Units of a measurement are those that the outcome gives factors for; times are converted
    where one unit is a whole multiple of the other.
    """
    here = unit_of(study, path) or ""
    factors = {name: Decimal(factor) for name, factor in TIMES.items()}
    steps = path.split(".")
    if steps[0] == "results":
        outcome = evidence.review.outcomes[study.results[steps[1]].outcome]
        if outcome.unit:
            factors |= {canonical(name): number.value for name, number in outcome.also.items()}
            factors[canonical(outcome.unit)] = Decimal(1)
    said, own = canonical(unit), canonical(here)
    if said not in factors or own not in factors:
        return None
    value = _times(printed.value, factors[own], factors[said])
    return replace(
        printed,
        value=value,
        decimals=_decimals(value),
        upper=None if printed.upper is None else _times(printed.upper, factors[own], factors[said]),
    )


def _times(value: Decimal, over: Decimal, under: Decimal) -> Decimal:
    return value * over / under


def _decimals(value: Decimal) -> int:
    """Digits after the point: all of them where the quotient goes on for ever."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0

"""Numbers in a writer's sentence, and the fields of studies that they are said to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewkit.evidence.checks.units import units_of
from reviewkit.evidence.fieldpath import UnknownField, field_at
from reviewkit.evidence.folder import Entry, Folder
from reviewkit.findings import Finding
from reviewkit.records import Claim, Figure, Missing, Result, Study
from reviewkit.records.units import DURATIONS, PERCENT, among
from reviewkit.reported import Reported
from reviewkit.source import Steps

CODES = {
    "R210": "a figure that points at no number",
    "R214": "a unit that does not fit what the figure points at",
}

#: Words that are units of something else than people, studies or events.
_MEASURES = DURATIONS | PERCENT
#: Fields that are shares, whatever the outcome is measured in.
_SHARES = frozenset({"percent", "level", "i2"})
#: Fields in the unit of their result.
_MEASURED = frozenset({"mean", "sd", "se", "spread", "median", "lower", "upper", "value"})
#: Fields without a unit.
_BARE = frozenset({"p", "r", "df", "df2", "year", "k"})
#: Measures of an estimate that have no unit.
_RATIOS = frozenset({"SMD", "RR", "OR", "HR", "r"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """What unit a figure may have.

    Parameters
    ----------
    allowed : frozenset of str or None
        The units that fit; None if any does that is not refused.
    refused : frozenset of str
        Units that do not fit.
    said : str
        What fits, in words.
    """

    said: str
    allowed: frozenset[str] | None = None
    refused: frozenset[str] = frozenset()

    def fit(self, unit: str) -> bool:
        """Whether a unit fits."""
        if self.allowed is not None:
            return among(unit, self.allowed)
        return not among(unit, self.refused)


def check(folder: Folder) -> Iterator[Finding]:
    """Yield figures that point at words, and figures in a unit that their field cannot have."""
    for entry in folder.claims.values():
        claim = entry.record
        if claim is None:
            continue
        yield from _of(folder, entry, (), claim.numbers)
        for position, mention in enumerate(claim.mentions):
            yield from _of(folder, entry, ("mentions", position), mention.numbers)


def _of(
    folder: Folder, entry: Entry[Claim], path: Steps, numbers: tuple[Figure, ...]
) -> Iterator[Finding]:
    for position, figure in enumerate(numbers):
        steps = (*path, "numbers", position)
        name, _, field = figure.of.partition("#")
        study = folder.studies[name].record if name in folder.studies else None
        if study is None:
            continue
        try:
            value = field_at(study, field)
        except UnknownField:
            continue
        if not isinstance(value, Reported | Missing):
            yield entry.finding(
                "R210",
                "error",
                (*steps, "of"),
                CODES["R210"],
                found=f"{figure.of}: {value if isinstance(value, str) else 'several fields'}",
                expected="a field that holds a number, or says why there is none",
                fix="name the field of the number; a number in words cannot be compared",
            )
            continue
        units = _units(folder, study, field)
        if figure.unit is not None and not units.fit(figure.unit):
            yield entry.finding(
                "R214",
                "error",
                (*steps, "unit"),
                CODES["R214"],
                found=f"{figure.says} {figure.unit}",
                expected=units.said,
                fix="correct the unit, or the field under `of`",
            )


def _units(folder: Folder, study: Study, path: str) -> Units:
    steps = path.split(".")
    last = steps[-1]
    if steps[0] == "arms" and last in {"minutes", "weeks", "months", "sessions"}:
        return Units(allowed=frozenset({last}), said=last)
    if last in _SHARES:
        return Units(allowed=PERCENT, said="percent")
    if last in _BARE:
        return Units(allowed=frozenset({last}), said="no unit")
    if steps[0] == "results":
        result = study.results[steps[1]]
        if last in _MEASURED and steps[2] != "test":
            return _of_result(folder, result, steps)
        fits = units_of(folder.review, result.outcome)
        return Units(refused=_MEASURES.union(fits), said="what was counted, such as people")
    return Units(refused=_MEASURES, said="what was counted, such as people")


def _of_result(folder: Folder, result: Result, steps: list[str]) -> Units:
    """The unit of a summary or estimate: the result's own, or one that the outcome has."""
    if steps[2] == "estimate" and result.estimate is not None:
        if result.estimate.measure in _RATIOS:
            return Units(allowed=frozenset(), said=f"no unit: it is a {result.estimate.measure}")
        if result.estimate.measure in {"percent change", "RRR"}:
            return Units(allowed=PERCENT, said="percent")
    if result.unit is not None and among(result.unit, PERCENT):
        return Units(allowed=PERCENT, said="percent")
    fits = units_of(folder.review, result.outcome)
    if result.unit is None:
        return Units(allowed=frozenset(fits) or None, said=" or ".join(fits) or "its unit")
    if fits and not among(result.unit, fits):
        return Units(said="its unit")  # the result has a finding of its own
    allowed = dict.fromkeys((result.unit, *fits))
    return Units(allowed=frozenset(allowed), said=" or ".join(allowed))

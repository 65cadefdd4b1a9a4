"""What has to be settled before a printed result is an effect: readings and assumptions.

A *specification* maps the name of each choice to the option taken, such as
``{"koyama-2016/spread": "se", "correlation": "0.5"}``. Readings of one paper share a name, since
a paper means one thing by its ±.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reviewkit.records import PAIRED, Readings, Result, Review, Study

Specification = Mapping[str, str]
Origin = Literal["reading", "assumption", "analysis"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing left open, its options with the declared main one first, and why it is open."""

    name: str
    options: tuple[str, ...]
    why: str
    origin: Origin

    @property
    def main(self) -> str:
        """The option of the declared main analysis."""
        return self.options[0]


def choices_of(study: Study, name: str, review: Review) -> tuple[Choice, ...]:
    """Return what is left open about one result of a study."""
    result = study.results[name]
    found = []
    if spread := _spread_readings(study, result):
        found.append(_reading(f"{study.id}/spread", spread))
    if denominator := result.readings.get("denominator"):
        found.append(_reading(f"{study.id}#{name}/denominator", denominator))
    if allocation := study.readings.get("allocation"):
        found.append(_reading(f"{study.id}/allocation", allocation))
    if needs_correlation(result) and "correlation" in review.assumptions:
        assumption = review.assumptions["correlation"]
        others = tuple(r.text for r in assumption.over if r.text != assumption.main.text)
        found.append(
            Choice(
                name="correlation",
                options=(assumption.main.text, *others),
                why=assumption.why,
                origin="assumption",
            )
        )
    return tuple(found)


def names_of(study: Study, name: str) -> tuple[str, ...]:
    """Return the names of the choices that can bear on the effect of one result of a study."""
    return (f"{study.id}/spread", f"{study.id}#{name}/denominator", "correlation")


def needs_correlation(result: Result) -> bool:
    """Whether an interval can be had only with the correlation of paired measurements."""
    if result.contrast in PAIRED and result.groups:
        return any(group.after or group.change for group in result.groups.values())
    if result.change is not None and result.change.mean is not None:
        return False
    return bool(result.before and result.after and result.before.mean)


def _spread_readings(study: Study, result: Result) -> Readings | None:
    if not result.has_spread:
        return None
    return result.readings.get("spread") or study.readings.get("spread")


def _reading(name: str, readings: Readings) -> Choice:
    return Choice(name=name, options=readings.admissible, why=readings.why, origin="reading")

"""Where certainty starts: with the contrast of the result, not with the study's title."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty.proposal import (
    CERTAINTY,
    CORE_GRADE_4,
    GRADE_18,
    PROJECT,
    Mark,
    branches,
)
from reviewkit.records import COMPARE

VERY_LOW, LOW, HIGH = (CERTAINTY.index(word) for word in ("very low", "low", "high"))
_UNSYSTEMATIC = {"case-series", "narrative-review"}
#: GRADE's table of levels, which puts case series and case reports at very low
#: (https://handbook-5-1.cochrane.org, chapter 12).
_LEVELS_TABLE = "Cochrane Handbook 5.1, table 12.2.a"

#: Where each branch starts, as levels above very low; nothing is graded in the first two.
BRANCHES = branches(
    "start",
    {
        "not-people": (0, PROJECT, "convention", "cells, tissue, animals, a model: not graded"),
        "opinion": (0, PROJECT, "convention", "an expert's opinion: not graded"),
        "self-selected": (
            VERY_LOW,
            PROJECT,
            "convention",
            "a survey of people who chose themselves",
        ),
        "randomised": (HIGH, CORE_GRADE_4, "published", "a randomised contrast"),
        "not-randomised": (
            LOW,
            CORE_GRADE_4,
            "published",
            "groups, sides or conditions compared that were not randomised, or by turns",
        ),
        "not-randomised-robins-i": (
            HIGH,
            GRADE_18,
            "published",
            (
                "the same, appraised with ROBINS-I, in a review that declares that such "
                "comparisons start high: confounding is then charged under risk of bias"
            ),
        ),
        "randomisation-not-confirmed": (
            LOW,
            PROJECT,
            "convention",
            "groups compared; that they were randomised could not be read",
        ),
        "unsystematic": (
            VERY_LOW,
            _LEVELS_TABLE,
            "published",
            "a case series, or a narrative review's average",
        ),
        "immediate": (
            LOW,
            PROJECT,
            "convention",
            (
                "within minutes, of an outcome that keeps still by itself, against the same "
                "people's own baseline"
            ),
        ),
        "before-after": (
            VERY_LOW,
            PROJECT,
            "convention",
            "one group, or one arm of a trial, before and after",
        ),
        "association": (LOW, CORE_GRADE_4, "published", "an observed association"),
        "description": (VERY_LOW, PROJECT, "convention", "a share or count of one group"),
    },
)
_NOT_GRADED = frozenset({"not-people", "opinion"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFacts:
    """What a result compares, how people came into the groups, and in what.

    `immediate`: measured within minutes; `stable`: the outcome keeps still by itself, as blood
    flow and skin temperature do at rest and hormones, heart rate and pain do not. `robins_i`: the
    study was appraised with ROBINS-I in a review whose non-randomised comparisons then start high.
    """

    contrast: str
    allocation: str
    design: str
    setting: str
    immediate: bool
    stable: bool
    robins_i: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The level that certainty starts at; None where GRADE does not apply (cells, opinions).

    `uncontrolled`: the want of a comparison is what keeps the level low, so that it is not charged
    a second time as risk of bias. `branch` is the one taken, by its `id`.
    """

    level: int | None
    why: str
    source: str
    mark: Mark
    uncontrolled: bool = False
    branch: str = ""

    @property
    def certainty(self) -> str:
        """The level in GRADE's words, or "not graded"."""
        return "not graded" if self.level is None else CERTAINTY[self.level]


def start(facts: StartFacts) -> Start:
    """Return where the certainty of one result starts.

    Randomised contrasts start high and non-randomised comparisons of groups low (Core GRADE 4,
    doi:10.1136/bmj-2024-083864), or high where a review declares so and they were appraised with
    ROBINS-I (GRADE guidelines 18, doi:10.1016/j.jclinepi.2018.01.012). What stands in an
    unsystematic series starts very low (where GRADE's table of levels has case series and case
    reports, Cochrane Handbook 5.1, table 12.2.a); one group before and after, and a self-selected
    survey, very low by convention of this project; an immediate response of a stable outcome low,
    a convention too.
    """
    if facts.setting != "people":
        return _start("not-people", f"measured in {facts.setting}: evidence of mechanism only")
    if facts.design == "opinion":
        return _start("opinion", "an expert's opinion: recorded, never graded")
    if facts.design == "self-selected-survey":
        why = "a survey of people who chose themselves"
        return _start("self-selected", why, uncontrolled=True)
    if facts.contrast == "pooled" or facts.contrast in COMPARE:
        return _comparison(facts)
    if facts.design in _UNSYSTEMATIC:
        return _start("unsystematic", "unsystematic observation", uncontrolled=True)
    if facts.contrast == "within-arm":
        if facts.immediate and facts.stable:
            why = "an immediate response against the same people's own stable baseline"
            return _start("immediate", why, uncontrolled=True)
        why = "one group, before and after, with nothing to compare"
        return _start("before-after", why, uncontrolled=True)
    if facts.contrast == "association":
        return _start("association", "an observed association, not randomised")
    why = "a description of one group, with nothing to compare"
    return _start("description", why, uncontrolled=True)


def _comparison(facts: StartFacts) -> Start:
    pooled = facts.contrast == "pooled"
    if facts.allocation == "randomised":
        why = "randomised trials, pooled by the source" if pooled else "a randomised contrast"
        return _start("randomised", why)
    what = "studies pooled by the source" if pooled else "groups compared"
    if facts.allocation not in {"not randomised", "quasi-randomised"}:
        return _start("randomisation-not-confirmed", f"{what}; randomisation not confirmed")
    if facts.robins_i:
        why = f"{what}, {facts.allocation}, appraised with ROBINS-I"
        return _start("not-randomised-robins-i", why)
    return _start("not-randomised", f"{what}, {facts.allocation}")


def _start(name: str, why: str, *, uncontrolled: bool = False) -> Start:
    branch = BRANCHES[name]
    return Start(
        level=None if name in _NOT_GRADED else branch.levels,
        why=why,
        source=branch.source,
        mark=branch.mark,
        uncontrolled=uncontrolled,
        branch=branch.id,
    )

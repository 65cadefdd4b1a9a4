"""Where certainty starts: with the contrast of the result, not with the study's title."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty.proposal import CERTAINTY, CORE_GRADE_4, PROJECT, Mark
from reviewkit.records import COMPARE

VERY_LOW, LOW, HIGH = (CERTAINTY.index(word) for word in ("very low", "low", "high"))
_UNSYSTEMATIC = {"case-series", "narrative-review"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFacts:
    """What a result compares, how people came into the groups, and in what.

    `immediate`: measured within minutes; `stable`: the outcome keeps still by itself, as blood
    flow and skin temperature do at rest and hormones, heart rate and pain do not.
    """

    contrast: str
    allocation: str
    design: str
    setting: str
    immediate: bool
    stable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The level that certainty starts at; None where GRADE does not apply (cells, opinions).

    `uncontrolled`: the want of a comparison is what keeps the level low, so that it is not charged
    a second time as risk of bias.
    """

    level: int | None
    why: str
    source: str
    mark: Mark
    uncontrolled: bool = False

    @property
    def certainty(self) -> str:
        """The level in GRADE's words, or "not graded"."""
        return "not graded" if self.level is None else CERTAINTY[self.level]


def start(facts: StartFacts) -> Start:
    """Return where the certainty of one result starts.

    Randomised contrasts start high and non-randomised comparisons of groups low (Core GRADE 4,
    doi:10.1136/bmj-2024-083864). What stands in an unsystematic series starts very low (where
    GRADE's table of levels has case series and case reports); one group before and after, and a
    self-selected survey, very low by convention of this project; an immediate response of a stable
    outcome low, a convention too.
    """
    if facts.setting != "people":
        why = f"measured in {facts.setting}: evidence of mechanism only"
        return Start(level=None, why=why, source=PROJECT, mark="convention")
    if facts.design == "opinion":
        why = "an expert's opinion: recorded, never graded"
        return Start(level=None, why=why, source=PROJECT, mark="convention")
    if facts.design == "self-selected-survey":
        return _uncontrolled(VERY_LOW, "a survey of people who chose themselves")
    if facts.contrast == "pooled" or facts.contrast in COMPARE:
        return _comparison(facts)
    if facts.design in _UNSYSTEMATIC:
        return _uncontrolled(VERY_LOW, "unsystematic observation", source="GRADE")
    if facts.contrast == "within-arm":
        if facts.immediate and facts.stable:
            why = "an immediate response against the same people's own stable baseline"
            return _uncontrolled(LOW, why)
        return _uncontrolled(VERY_LOW, "one group, before and after, with nothing to compare")
    if facts.contrast == "association":
        why = "an observed association, not randomised"
        return Start(level=LOW, why=why, source=CORE_GRADE_4, mark="published")
    return _uncontrolled(VERY_LOW, "a description of one group, with nothing to compare")


def _comparison(facts: StartFacts) -> Start:
    pooled = facts.contrast == "pooled"
    if facts.allocation == "randomised":
        why = "randomised trials, pooled by the source" if pooled else "a randomised contrast"
        return Start(level=HIGH, why=why, source=CORE_GRADE_4, mark="published")
    if facts.allocation in {"not randomised", "quasi-randomised"}:
        what = "studies pooled by the source" if pooled else "groups compared"
        why = f"{what}, {facts.allocation}"
        return Start(level=LOW, why=why, source=CORE_GRADE_4, mark="published")
    what = "studies pooled by the source" if pooled else "groups compared"
    why = f"{what}; randomisation not confirmed"
    return Start(level=LOW, why=why, source=PROJECT, mark="convention")


def _uncontrolled(level: int, why: str, *, source: str = PROJECT) -> Start:
    mark: Mark = "convention" if source == PROJECT else "published"
    return Start(level=level, why=why, source=source, mark=mark, uncontrolled=True)

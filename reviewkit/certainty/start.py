"""Where certainty starts: with the contrast of the result, not with the study's title."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty.proposal import CERTAINTY, CORE_GRADE_4, PROJECT, Mark

_COMPARISONS = {"between-arms", "between-conditions", "between-sides"}
_UNSYSTEMATIC = {"case-series", "narrative-review", "opinion"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFacts:
    """What a result compares, how people came into the groups, and in what."""

    contrast: str
    allocation: str
    design: str
    setting: str
    immediate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The level that certainty starts at; None where GRADE does not apply (cells, animals)."""

    level: int | None
    why: str
    source: str
    mark: Mark

    @property
    def certainty(self) -> str:
        """The level in GRADE's words, or "not graded"."""
        return "not graded" if self.level is None else CERTAINTY[self.level]


def start(facts: StartFacts) -> Start:
    """Return where the certainty of one result starts.

    Randomised contrasts start high and non-randomised comparisons of groups low (Core GRADE 4,
    doi:10.1136/bmj-2024-083864); controlled before-after studies low (MAGIC help centre). What
    stands in one group before and after, in an unsystematic series, or in a self-selected survey
    starts very low: the first and last are conventions of this project.
    """
    if facts.setting != "people":
        return _start(None, f"measured in {facts.setting}: evidence of mechanism only", PROJECT,
                      "convention")  # fmt: skip
    if facts.contrast == "pooled":
        return _pooled(facts)
    if facts.design == "self-selected-survey":
        return _start(0, "a survey of people who chose themselves", PROJECT, "convention")
    if facts.design in _UNSYSTEMATIC:
        return _start(0, "unsystematic observation", "GRADE guidelines 3", "published")
    if facts.contrast in _COMPARISONS:
        return _comparison(facts)
    if facts.contrast == "within-arm":
        if facts.immediate:
            return _start(
                1, "an immediate response against the same people's own baseline", PROJECT,
                "convention",
            )  # fmt: skip
        return _start(0, "one group, before and after, with nothing to compare", PROJECT,
                      "convention")  # fmt: skip
    if facts.contrast == "association":
        return _start(1, "an observed association, not randomised", CORE_GRADE_4, "published")
    return _start(0, "a description of one group, with nothing to compare", PROJECT, "convention")


def _comparison(facts: StartFacts) -> Start:
    if facts.allocation == "randomised":
        return _start(3, "a randomised contrast", CORE_GRADE_4, "published")
    if facts.allocation in {"not randomised", "quasi-randomised"}:
        return _start(1, f"groups compared, {facts.allocation}", CORE_GRADE_4, "published")
    return _start(1, "groups compared; randomisation not confirmed", PROJECT, "convention")


def _pooled(facts: StartFacts) -> Start:
    if facts.allocation == "randomised":
        return _start(3, "randomised trials, pooled by the source", CORE_GRADE_4, "published")
    return _start(1, "studies pooled by the source, not all randomised", CORE_GRADE_4, "published")


def _start(level: int | None, why: str, source: str, mark: Mark) -> Start:
    return Start(level=level, why=why, source=source, mark=mark)

"""Risk of bias: whether studies at high risk dominate the weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewkit.certainty.proposal import (
    CORE_GRADE_4,
    PROJECT,
    PROPORTION,
    Proposal,
    Quantity,
    branches,
    proposed,
)

#: Share of the weight above which studies at high risk dominate, and from which they possibly do
#: (Core GRADE 4).
DOMINATE, POSSIBLY = 0.65, 0.55
#: Share of the weight from which studies at lower risk can stand alone (Core GRADE 4: 35 to 45%,
#: what the studies at high risk leave over).
LOWER_ALONE = 0.35
#: A body is provisional when more than this share of its weight was read as an abstract or less
#: (a convention of this project).
PROVISIONAL = 0.5
#: Risks that are not high; one that could not be judged is not among them.
LOWER = frozenset({"low", "some concerns"})

BRANCHES = branches(
    "risk-of-bias",
    {
        "charged-at-start": (
            0,
            PROJECT,
            "convention",
            "nothing is compared: the start is low for it, and it is not charged again",
        ),
        "high-dominates": (
            1,
            CORE_GRADE_4,
            "transcribed",
            "studies at high risk carry more than 65% of the weight, or possibly, from 55% on",
        ),
        "high-by-what-was-not-read": (
            1,
            PROJECT,
            "convention",
            "they do so only with those that are high because what was not read is no information",
        ),
        "known-from-abstracts": (
            1,
            PROJECT,
            "convention",
            "they do not, and more than half of the weight is known from an abstract or less",
        ),
        "lower-risk-alone": (
            0,
            CORE_GRADE_4,
            "transcribed",
            "they do not, and those at lower risk carry at least 35% and differ: they alone count",
        ),
        "not-dominated": (0, CORE_GRADE_4, "transcribed", "they do not"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRisk:
    """One study as it weighs in a body.

    Parameters
    ----------
    overall, at_best, at_worst
        Its risk with no information where nothing was read, and the best and the worst that the
        answers still allow, whatever stands in what was not read.
    weight
        Its share of the weight.
    full_text
        Whether its full text was read.
    by_item
        Whether it was appraised item by item.
    """

    study: str
    overall: str
    at_best: str
    at_worst: str
    weight: float
    full_text: bool
    by_item: bool = True

    @property
    def lower(self) -> bool:
        """Whether it is known not to be at high risk."""
        return self.at_worst in LOWER


@dataclass(frozen=True, kw_only=True)
class RiskOfBiasFacts:
    """The studies that count, and whether the start was already very low for want of a control.

    `differ` says whether the studies at lower risk find something else than those at high risk;
    None where that cannot be told.
    """

    studies: tuple[StudyRisk, ...]
    charged_at_start: bool
    differ: bool | None = None

    def weight(self, *risks: str) -> float:
        """Return the share of studies of certain risks."""
        return sum(study.weight for study in self.studies if study.overall in risks)

    @cached_property
    def high(self) -> float:
        """Share of studies at high risk."""
        return self.weight("high")

    @cached_property
    def lower_alone(self) -> bool:
        """Whether the studies at lower risk carry enough, and differ, so that they alone count."""
        return (
            bool(self.differ)
            and not self.charged_at_start
            and 0 < self.high < POSSIBLY
            and sum(study.weight for study in self.studies if study.lower) >= LOWER_ALONE
        )


def provisional(facts: RiskOfBiasFacts) -> bool:
    """Whether the body is known mainly from abstracts: it is then never of high certainty."""
    if all(study.full_text for study in facts.studies):
        return False
    counted = [study for study in facts.studies if study.lower or not facts.lower_alone]
    unread = sum(study.weight for study in counted if not study.full_text)
    return unread > PROVISIONAL * sum(study.weight for study in counted)


def risk_of_bias(facts: RiskOfBiasFacts) -> Proposal:
    """Propose a rating for risk of bias.

    Studies at high risk with more than 65% of the weight: serious; from 55% on: possibly, and
    proposed (Core GRADE 4, doi:10.1136/bmj-2024-083864, read in a transcription; it goes on to
    ask whether bias could explain the result, which is left to the judgement). Studies that are
    high only because what was not read counts as no information are counted in, since no
    information is never a low risk, and told apart: a convention. Where studies at high risk do
    not dominate and those at lower risk differ from them, these alone count (Core GRADE 4). A body
    known mainly from abstracts: serious, a convention. What the start already charges (no control)
    is not charged again.
    """
    high = facts.high
    known = sum(study.weight for study in facts.studies if study.at_best == "high")
    unknown = facts.weight("no information")
    path = [f"studies at high risk of bias carry {high:.0%} of the weight"]
    if high > known:
        of = "all" if known == 0 else f"{high - known:.0%}"
        path.append(f"of that {of} only because what was not read counts as no information")
    if unknown:
        path.append(f"{unknown:.0%} could not be judged from what was read")
    whole = sum(study.weight for study in facts.studies if not study.by_item)
    if whole:
        path.append(f"{whole:.0%} judged as a whole, not item by item")
    if facts.charged_at_start:
        path.append("the want of a control is charged at the start and not again here")
        return _end(facts, "charged-at-start", path)
    if high >= POSSIBLY:
        word = "dominate" if high > DOMINATE else "possibly dominate"
        path.append(f"they {word} (more than {DOMINATE:.0%}; from {POSSIBLY:.0%} on possibly)")
        known_to = known >= POSSIBLY
        return _end(facts, "high-dominates" if known_to else "high-by-what-was-not-read", path)
    path.append(f"they do not dominate (more than {DOMINATE:.0%}; from {POSSIBLY:.0%} on possibly)")
    if facts.lower_alone:
        lower = sum(study.weight for study in facts.studies if study.lower)
        path.append(
            f"those at lower risk carry {lower:.0%} (at least {LOWER_ALONE:.0%}) and differ from "
            "them: they alone count"
        )
    if provisional(facts):
        path.append("known mainly from abstracts: rated down until the papers are read")
        return _end(facts, "known-from-abstracts", path)
    return _end(facts, "lower-risk-alone" if facts.lower_alone else "not-dominated", path)


def _end(facts: RiskOfBiasFacts, branch: str, path: Sequence[str]) -> Proposal:
    weights = {
        "high risk": facts.high,
        "high risk as read": sum(s.weight for s in facts.studies if s.at_best == "high"),
        "no information": facts.weight("no information"),
        "abstract or less": sum(s.weight for s in facts.studies if not s.full_text),
    }
    numbers = [
        Quantity(name=name, value=min(weight, 1.0), unit=PROPORTION)
        for name, weight in weights.items()
        if weight
    ]
    return proposed("risk-of-bias", BRANCHES[branch], facts, path, numbers)

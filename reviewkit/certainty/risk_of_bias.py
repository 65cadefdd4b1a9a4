"""Risk of bias: whether studies at high risk dominate the weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from reviewkit.certainty.proposal import (
    CORE_GRADE_4,
    PROJECT,
    PROPORTION,
    Quantity,
    Rule,
    Telling,
    branches,
)
from reviewkit.certainty.weights import Weights, share

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
    """What is known of one study's risk of bias, whatever it weighs.

    Parameters
    ----------
    overall, at_best, at_worst
        Its risk with no information where nothing was read, and the best and the worst that the
        answers still allow, whatever stands in what was not read.
    full_text
        Whether its full text was read.
    by_item
        Whether it was appraised item by item.
    """

    study: str
    overall: str
    at_best: str
    at_worst: str
    full_text: bool
    by_item: bool = True

    @property
    def lower(self) -> bool:
        """Whether it is known not to be at high risk."""
        return self.at_worst in LOWER


@dataclass(frozen=True)
class Appraised:
    """The studies that count, and of which of them something holds, in their order."""

    studies: tuple[StudyRisk, ...]

    @cached_property
    def high(self) -> tuple[bool, ...]:
        """At high risk, what was not read being no information."""
        return tuple(study.overall == "high" for study in self.studies)

    @cached_property
    def high_as_read(self) -> tuple[bool, ...]:
        """At high risk whatever stands in what was not read."""
        return tuple(study.at_best == "high" for study in self.studies)

    @cached_property
    def lower(self) -> tuple[bool, ...]:
        """Known not to be at high risk."""
        return tuple(study.lower for study in self.studies)

    @cached_property
    def unread(self) -> tuple[bool, ...]:
        """Read as an abstract or less."""
        return tuple(not study.full_text for study in self.studies)

    @cached_property
    def lower_unread(self) -> tuple[bool, ...]:
        """Both of these."""
        return tuple(study.lower and not study.full_text for study in self.studies)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskOfBiasFacts:
    """The studies that count with their weights, and what the start charges already.

    Parameters
    ----------
    weights
        Of each study, its share of the whole.
    charged_at_start
        Whether the start is low for want of a control.
    differ
        Whether the studies at lower risk find something else than those at high risk; None where
        that cannot be told.
    """

    appraised: Appraised
    weights: Weights
    charged_at_start: bool
    differ: bool | None = None

    @property
    def high(self) -> float:
        """Share of studies at high risk."""
        return share(self.weights, self.appraised.high)

    @property
    def high_as_read(self) -> float:
        """Share of studies at high risk whatever stands in what was not read."""
        return share(self.weights, self.appraised.high_as_read)

    @property
    def lower(self) -> float:
        """Share of studies known not to be at high risk."""
        return share(self.weights, self.appraised.lower)

    @property
    def unread(self) -> float:
        """Share of studies read as an abstract or less."""
        return share(self.weights, self.appraised.unread)

    @property
    def lower_alone(self) -> bool:
        """Whether the studies at lower risk carry enough, and differ, so that they alone count."""
        return (
            bool(self.differ)
            and not self.charged_at_start
            and 0 < self.high < POSSIBLY
            and self.lower >= LOWER_ALONE
        )

    def as_seen(self) -> dict[str, Any]:
        """Return what a hash sees: each study with its weight."""
        weighed = zip(self.appraised.studies, self.weights, strict=True)
        return {
            "studies": [{**asdict(study), "weight": weight} for study, weight in weighed],
            "charged_at_start": self.charged_at_start,
            "differ": self.differ,
        }


def provisional(facts: RiskOfBiasFacts) -> bool:
    """Whether the body is known mainly from abstracts: it is then never of high certainty."""
    if not any(facts.appraised.unread):
        return False
    if facts.lower_alone:
        return share(facts.weights, facts.appraised.lower_unread) > PROVISIONAL * facts.lower
    return facts.unread > PROVISIONAL * sum(facts.weights)


def decide(facts: RiskOfBiasFacts) -> str:
    """Decide on a rating for risk of bias.

    Studies at high risk with more than 65% of the weight: serious; from 55% on: possibly, and
    proposed (Core GRADE 4, doi:10.1136/bmj-2024-083864, read in a transcription; it goes on to
    ask whether bias could explain the result, which is left to the judgement). Studies that are
    high only because what was not read counts as no information are counted in, since no
    information is never a low risk, and told apart: a convention. Where studies at high risk do
    not dominate and those at lower risk differ from them, these alone count (Core GRADE 4). A body
    known mainly from abstracts: serious, a convention. What the start already charges (no control)
    is not charged again.
    """
    if facts.charged_at_start:
        return "charged-at-start"
    if facts.high >= POSSIBLY:
        as_read = facts.high_as_read >= POSSIBLY
        return "high-dominates" if as_read else "high-by-what-was-not-read"
    if provisional(facts):
        return "known-from-abstracts"
    return "lower-risk-alone" if facts.lower_alone else "not-dominated"


def tell(facts: RiskOfBiasFacts, branch: str) -> Telling:
    """Tell what the studies weigh by their risk, and how the branch was reached."""
    return Telling((*_weighed(facts), *_reached(facts, branch)), tuple(_shares(facts)))


def _weighed(facts: RiskOfBiasFacts) -> Iterator[str]:
    high, as_read = facts.high, facts.high_as_read
    yield f"studies at high risk of bias carry {high:.0%} of the weight"
    if high > as_read:
        of = "all" if as_read == 0 else f"{high - as_read:.0%}"
        yield f"of that {of} only because what was not read counts as no information"
    if unknown := _unknown(facts):
        yield f"{unknown:.0%} could not be judged from what was read"
    if whole := share(facts.weights, (not study.by_item for study in facts.appraised.studies)):
        yield f"{whole:.0%} judged as a whole, not item by item"


def _reached(facts: RiskOfBiasFacts, branch: str) -> Iterator[str]:
    if branch == "charged-at-start":
        yield "the want of a control is charged at the start and not again here"
        return
    dominate = "do not dominate"
    if facts.high >= POSSIBLY:
        dominate = "dominate" if facts.high > DOMINATE else "possibly dominate"
    yield f"they {dominate} (more than {DOMINATE:.0%}; from {POSSIBLY:.0%} on possibly)"
    if facts.lower_alone:
        yield (
            f"those at lower risk carry {facts.lower:.0%} (at least {LOWER_ALONE:.0%}) and differ "
            "from them: they alone count"
        )
    if branch == "known-from-abstracts":
        yield "known mainly from abstracts: rated down until the papers are read"


def _shares(facts: RiskOfBiasFacts) -> Iterator[Quantity]:
    weights = {
        "high risk": facts.high,
        "high risk as read": facts.high_as_read,
        "no information": _unknown(facts),
        "abstract or less": facts.unread,
    }
    for name, weight in weights.items():
        if weight:
            yield Quantity(name=name, value=min(weight, 1.0), unit=PROPORTION)


def _unknown(facts: RiskOfBiasFacts) -> float:
    unknown = (study.overall == "no information" for study in facts.appraised.studies)
    return share(facts.weights, unknown)


risk_of_bias = Rule(domain="risk-of-bias", branches=BRANCHES, decide=decide, tell=tell)

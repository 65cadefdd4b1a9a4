"""Risk of bias: whether studies at high risk dominate the weight."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty.proposal import CORE_GRADE_4, PROJECT, Proposal, facts_hash

#: Share of the weight above which studies at high risk dominate, and from which they possibly do
#: (Core GRADE 4).
DOMINATE, POSSIBLY = 0.65, 0.55
#: A body is provisional when more than this share of its weight was read as an abstract or less
#: (a convention of this project).
PROVISIONAL = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRisk:
    """One study: its overall judgement, its share of the weight, whether its full text was read."""

    study: str
    overall: str
    weight: float
    full_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskOfBiasFacts:
    """The studies that count, and whether the start was already very low for want of a control."""

    studies: tuple[StudyRisk, ...]
    charged_at_start: bool


def provisional(facts: RiskOfBiasFacts) -> bool:
    """Whether the body is known mainly from abstracts: it is then never of high certainty."""
    return sum(s.weight for s in facts.studies if not s.full_text) > PROVISIONAL


def risk_of_bias(facts: RiskOfBiasFacts) -> Proposal:
    """Propose a rating for risk of bias.

    Studies at high risk with more than 65% of the weight: serious; from 55% on: possibly, and
    proposed (Core GRADE 4, doi:10.1136/bmj-2024-083864, read in a transcription; it goes on to
    ask whether bias could explain the result, which is left to the judgement). A body known mainly
    from abstracts: serious, a convention. What the start already charges (no control) is not
    charged again.
    """
    high = sum(s.weight for s in facts.studies if s.overall == "high")
    unknown = sum(s.weight for s in facts.studies if s.overall == "no information")
    path = [f"studies at high risk of bias carry {high:.0%} of the weight"]
    if unknown:
        path.append(f"{unknown:.0%} could not be judged from what was read")
    if facts.charged_at_start:
        path.append("the want of a control is charged at the start and not again here")
        return _proposal(facts, 0, path, PROJECT)
    if high >= POSSIBLY:
        word = "dominate" if high > DOMINATE else "possibly dominate"
        path.append(f"they {word} (more than {DOMINATE:.0%}; from {POSSIBLY:.0%} on possibly)")
        return _proposal(facts, 1, path, CORE_GRADE_4)
    path.append(f"they do not dominate (more than {DOMINATE:.0%}; from {POSSIBLY:.0%} on possibly)")
    if provisional(facts):
        path.append("known mainly from abstracts: rated down until the papers are read")
        return _proposal(facts, 1, path, PROJECT)
    return _proposal(facts, 0, path, CORE_GRADE_4)


def _proposal(facts: RiskOfBiasFacts, down: int, path: list[str], source: str) -> Proposal:
    return Proposal(
        domain="risk-of-bias",
        down=down,
        path=tuple(path),
        source=source,
        mark="convention" if source == PROJECT else "transcribed",
        facts=facts_hash(facts),
    )

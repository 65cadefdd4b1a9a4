"""What would move a body's certainty: the smallest changes, each by name, with what follows.

A reading that is settled is run to the end, so what follows from it is computed. Of a number that
was not printed, or a paper that was not read, only the best can be told that could follow: the
domain that hangs on it rated down no more, the others as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Literal

from reviewkit import display
from reviewkit.certainty.body import BodyGrade
from reviewkit.certainty.counting import Counted
from reviewkit.certainty.proposal import CERTAINTY, Domain
from reviewkit.certainty.rating import DomainFacts
from reviewkit.certainty.rating_up import RatingUpFacts, rating_up
from reviewkit.certainty.risk_of_bias import Appraised, provisional, risk_of_bias
from reviewkit.certainty.start import StartFacts, start
from reviewkit.certainty.trial import Trial, trial_for
from reviewkit.evidence import Evidence
from reviewkit.records import Study

Kind = Literal["comparison", "numbers", "full text"]
#: What a design compares, were it printed.
_CONTRASTS = {
    "parallel-trial": "between-arms",
    "controlled-before-after": "between-arms",
    "crossover-trial": "between-conditions",
    "within-person": "between-sides",
}
_HIGH = CERTAINTY.index("high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another option of one choice than the main analysis takes, and the certainty under it."""

    choice: str
    option: str
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One named change, or several together, and the best certainty that could follow.

    Parameters
    ----------
    kinds
        What has to change.
    what
        Each change by name.
    certainty
        Where the sum would come to at most.
    levels
        That above very low, or below it.
    """

    kinds: tuple[Kind, ...]
    what: tuple[str, ...]
    certainty: str
    levels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """What would move a body's certainty.

    Parameters
    ----------
    alternatives
        Readings and other choices that, taken otherwise by themselves, lead to another certainty,
        higher or lower.
    alone
        Changes that would raise the certainty by themselves: above the sum, and above the step back
        where a recorded one stands higher.
    together
        The smallest set of changes, none of which would by itself, that together would raise it.
    not_enough
        Named changes that would not raise it, even all together.
    trial
        The randomised trial that would be enough information; None where nothing is graded, and
        for a slope, which studies are compared for and not people.
    """

    alternatives: tuple[Alternative, ...]
    alone: tuple[Move, ...]
    together: Move | None
    not_enough: tuple[Move, ...]
    trial: Trial | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A change that is told at its best: where it starts then, and what is rated down then."""

    kind: Kind
    what: str
    start: int | None = None
    downs: Mapping[Domain, int] = field(default_factory=dict)
    read: bool = False


def moving(
    evidence: Evidence,
    main: BodyGrade,
    runs: Iterable[tuple[Mapping[str, str], BodyGrade]] = (),
) -> Moving:
    """Return what would move a body's certainty.

    Parameters
    ----------
    evidence
        The records.
    main
        The body under its main specification.
    runs
        The body under other specifications, each with its options; those that differ from the main
        one in a single choice are told.
    """
    if main.certainty == "not graded" or main.body.question.moderator is not None:
        return Moving(alternatives=(), alone=(), together=None, not_enough=(), trial=None)
    trial = trial_for(evidence, main)
    if main.facts is None:
        return Moving(alternatives=(), alone=(), together=None, not_enough=(), trial=trial)
    facts = main.facts
    changes = list(_changes(evidence, main, facts))
    singles = [_move(main, facts, [change]) for change in changes]
    alone = tuple(move for move in singles if _raises(main, move))
    together = None if alone else _smallest(main, facts, changes)
    return Moving(
        alternatives=tuple(_alternatives(main, runs)),
        alone=alone,
        together=together,
        not_enough=() if alone or together else tuple(singles),
        trial=trial,
    )


def _alternatives(
    main: BodyGrade, runs: Iterable[tuple[Mapping[str, str], BodyGrade]]
) -> Iterator[Alternative]:
    for options, grade in runs:
        changed = [name for name, option in options.items() if main.specification[name] != option]
        if len(changed) == 1 and grade.certainty != main.certainty and grade.rated is not None:
            (choice,) = changed
            yield Alternative(choice=choice, option=options[choice], certainty=grade.certainty)


def _changes(evidence: Evidence, main: BodyGrade, facts: DomainFacts) -> Iterator[_Change]:
    counted = main.counted
    if main.start is not None and main.start.uncontrolled:
        for result in counted:
            yield from _comparison(evidence, main, facts, result)
    silent = [result.effect for result in counted if result.effect.effect is None]
    if silent and _down(main, "imprecision"):
        named = [f"{effect.study} (now: {effect.why_not})" for effect in silent]
        yield _Change(
            kind="numbers",
            what=f"{display.joined(named)} had printed an interval, or the numbers for one, and it "
            "cleared the threshold",
            downs={"imprecision": 0},
        )
    yield from _full_texts(main, facts)


def _comparison(
    evidence: Evidence, main: BodyGrade, facts: DomainFacts, result: Counted
) -> Iterator[_Change]:
    """The side, arm or condition of a study that was not treated, if the study had one."""
    study = evidence.studies[result.effect.study]
    record = evidence.result(result.use.result)[1]
    contrast = _CONTRASTS.get(study.design.type)
    other = _untreated(evidence, study)
    if contrast is None or other is None or record.contrast != "within-arm":
        return
    begin = start(
        StartFacts(
            contrast=contrast,
            allocation=_allocation(study, main.specification),
            design=study.design.type,
            setting=record.setting,
            immediate=False,
            stable=False,
        )
    )
    own = tuple(s for s in facts.risk_of_bias.appraised.studies if s.study == study.id)
    alone = replace(facts.risk_of_bias, appraised=Appraised(own), weights=(1.0,) * len(own))
    bias = risk_of_bias(replace(alone, charged_at_start=False))
    if begin.level is None or begin.level <= facts.start:
        return
    yield _Change(
        kind="comparison",
        what=f"{study.id} had printed the comparison with “{other}” ({begin.why}), and it cleared "
        "the threshold",
        start=begin.level,
        downs={
            "risk-of-bias": max(bias.down, _down(main, "risk-of-bias")),
            "inconsistency": 0,
            "imprecision": 0,
        },
    )


def _untreated(evidence: Evidence, study: Study) -> str | None:
    """What the arm of a study that was not treated is called."""
    interventions = evidence.review.interventions
    return next(
        (
            arm.label or interventions[arm.intervention].label
            for arm in study.arms.values()
            if interventions[arm.intervention].control
        ),
        None,
    )


def _allocation(study: Study, specification: Mapping[str, str]) -> str:
    return specification.get(f"{study.id}/allocation", str(study.design.allocation))


def _full_texts(main: BodyGrade, facts: DomainFacts) -> Iterator[_Change]:
    """Papers known by less than their full text, at the best that their answers still allow."""
    if not (_down(main, "risk-of-bias") or main.provisional):
        return
    risk = facts.risk_of_bias
    studies = risk.appraised.studies
    unread = [s.study for s in studies if not s.full_text and s.at_best != "high"]
    best = tuple(
        study
        if study.full_text
        else replace(study, overall=study.at_best, at_worst=study.at_best, full_text=True)
        for study in studies
    )
    read = replace(risk, appraised=Appraised(best))
    if unread and risk_of_bias(read).down == 0 and not provisional(read):
        names = display.joined(dict.fromkeys(unread))
        yield _Change(
            kind="full text",
            what=f"the full text of {names} had been read, and had shown a low risk of bias",
            downs={"risk-of-bias": 0},
            read=True,
        )


def _smallest(main: BodyGrade, facts: DomainFacts, changes: Sequence[_Change]) -> Move | None:
    for size in range(2, len(changes) + 1):
        found = [_move(main, facts, chosen) for chosen in combinations(changes, size)]
        raising = [move for move in found if _raises(main, move)]
        if raising:
            return max(raising, key=lambda move: move.levels)
    return None


def _move(main: BodyGrade, facts: DomainFacts, changes: Sequence[_Change]) -> Move:
    levels, certainty = _levels(main, facts, changes)
    return Move(
        kinds=tuple(change.kind for change in changes),
        what=tuple(change.what for change in changes),
        certainty=certainty,
        levels=levels,
    )


def _levels(main: BodyGrade, facts: DomainFacts, changes: Sequence[_Change]) -> tuple[int, str]:
    """Where the sum would come to: each domain rated down by the least that a change leaves."""
    begin = max([facts.start, *(c.start for c in changes if c.start is not None)])
    downs = {judged.proposal.domain: judged.down for judged in main.domains}
    for change in changes:
        least = change.start is None
        downs |= {d: min(n, downs[d]) if least else n for d, n in change.downs.items()}
    down = sum(downs.values())
    raised = rating_up(
        RatingUpFacts(
            start=begin,
            down=down,
            measure=facts.measure,
            estimate=facts.estimate,
            control_risk=facts.control_risk,
            gradient=main.body.gradient is not None,
        )
    )
    levels = begin - down + raised.up
    highest = _HIGH - 1 if main.provisional and not any(c.read for c in changes) else _HIGH
    return levels, CERTAINTY[min(max(0, levels), highest)]


def _raises(main: BodyGrade, move: Move) -> bool:
    """Whether a change leads above the sum, and above the step back where that is higher."""
    now = max(CERTAINTY.index(main.summed), CERTAINTY.index(main.certainty))
    return CERTAINTY.index(move.certainty) > now


def _down(main: BodyGrade, domain: str) -> int:
    return next(judged.down for judged in main.domains if judged.proposal.domain == domain)

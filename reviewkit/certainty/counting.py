"""Which results of a body count in the main analysis, and why the others do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewkit.certainty.slope import ACROSS, unplaced
from reviewkit.certainty.start import Start, StartFacts, start
from reviewkit.effects.choices import Specification, names_of
from reviewkit.effects.of_result import effect_of
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.evidence import Evidence
from reviewkit.records import Body, Missing, Result, Study, Use

_IMMEDIATE = re.compile(r"immediate|(about )?\d+(\.\d+)?( to \d+(\.\d+)?)? minutes?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One result of a body: its effect, where it starts, and whether it counts."""

    use: Use
    effect: ResultEffect
    start: Start
    why_not: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the result enters the main analysis."""
        return self.why_not is None


class Counting:
    """The results of a body under any specification; those that do not count have `why_not`.

    Left out of the main analysis, each with its reason and always shown: numbers from secondary
    sources alone, retracted studies, opinions, results that say neither a direction nor enough to
    compute one, results whose contrast starts lower than the best in the body, and a second
    result of the same people. Where the body asks what a moderator does, every result starts as an
    observed association, and one whose study is not placed on the moderator is left out.

    Each result is read once for each way in which a specification bears on it, and each set of
    results is decided on once: what is the same comes back as the same object.
    """

    def __init__(self, evidence: Evidence, body: Body) -> None:
        self._evidence = evidence
        self._candidates = [_Candidate(evidence, body, use) for use in body.uses]
        self._decided: dict[tuple[int, ...], tuple[Counted, ...]] = {}

    def under(self, specifications: Sequence[Specification]) -> list[tuple[Counted, ...]]:
        """Return the results under each specification, in their order."""
        names = dict.fromkeys(name for each in self._candidates for name in each.names)
        options = {name: [spec.get(name) for spec in specifications] for name in names}
        if not self._candidates:
            return [() for _ in specifications]
        read = [candidate.under(options) for candidate in self._candidates]
        return [self._decided_on(found) for found in zip(*read, strict=True)]

    def _decided_on(self, found: tuple[Counted, ...]) -> tuple[Counted, ...]:
        key = tuple(map(id, found))
        if key not in self._decided:
            self._decided[key] = tuple(_decided(self._evidence, found))
        return self._decided[key]


class _Candidate:
    """One result by itself, before it is set beside the others."""

    def __init__(self, evidence: Evidence, body: Body, use: Use) -> None:
        self._evidence = evidence
        self._moderator = body.question.moderator
        self._use = use
        self._study, self._result = evidence.result(use.result)
        self._name = use.result.partition("#")[2]
        # Nothing but these is handed on, so that nothing else can bear on what is kept.
        self.names = (*names_of(self._study, self._name), f"{self._study.id}/allocation")
        self._known: dict[tuple[str | None, ...], Counted] = {}
        self._same: dict[str, Counted] = {}

    def under(self, options: Mapping[str, Sequence[str | None]]) -> list[Counted]:
        """Return the result under each of many specifications: of each name, their options."""
        keys = list(zip(*(options[name] for name in self.names), strict=True))
        for key in dict.fromkeys(keys):
            if key not in self._known:
                taken = {n: option for n, option in zip(self.names, key, strict=True) if option}
                found = self._read(taken)
                # By its text, which tells 0.0 from -0.0 as equality does not.
                text = repr((found.effect, found.start, found.why_not))
                self._known[key] = self._same.setdefault(text, found)
        return [self._known[key] for key in keys]

    def _read(self, specification: Specification) -> Counted:
        study, evidence = self._study, self._evidence
        effect = effect_of(study, self._name, specification)
        why_not = _left_out(study, self._result, effect)
        begin = start(_start_facts(evidence, study, self._name, specification))
        if self._moderator is not None:
            begin = ACROSS
            why_not = why_not or unplaced(study, evidence.review.moderators, self._moderator)
        return Counted(use=self._use, effect=effect, start=begin, why_not=why_not)


def _decided(evidence: Evidence, found: Sequence[Counted]) -> Iterator[Counted]:
    best = max((_rank(c.start) for c in found if c.counts), default=0)
    people: dict[str, str] = {}
    for counted in found:
        study = evidence.studies[counted.effect.study]
        why_not = counted.why_not
        if why_not is None and _rank(counted.start) < best:
            why_not = f"{counted.start.why}: the body holds contrasts that start higher"
        same = next((people[s] for s in (study.id, *study.same_people_as) if s in people), None)
        if why_not is None and same is not None:
            why_not = f"the same people as {same}, counted once (the first listed)"
        if why_not is None:
            people |= dict.fromkeys((study.id, *study.same_people_as), counted.use.result)
        yield counted if why_not == counted.why_not else replace(counted, why_not=why_not)


def _rank(begin: Start) -> int:
    return -1 if begin.level is None else begin.level


def _left_out(study: Study, result: Result, effect: ResultEffect) -> str | None:
    if any(notice.kind == "retraction" for notice in study.notices):
        return "the study has been retracted"
    if study.read[result.at].access == "secondary":
        return "seen only in a secondary source"
    if study.design.type == "opinion":
        return "an expert's opinion: recorded, never graded"
    if isinstance(result.direction, Missing) and effect.effect is None:
        return f"its direction is {result.direction}"
    return None


def _start_facts(
    evidence: Evidence, study: Study, name: str, specification: Specification
) -> StartFacts:
    result = study.results[name]
    allocation = specification.get(f"{study.id}/allocation", str(study.design.allocation))
    return StartFacts(
        contrast=result.contrast,
        allocation=allocation,
        design=study.design.type,
        setting=result.setting,
        robins_i=_robins_i(evidence, study, name),
        immediate=bool(_IMMEDIATE.fullmatch(result.time)),
        stable=evidence.review.outcomes[result.outcome].stable,
    )


def _robins_i(evidence: Evidence, study: Study, result: str) -> bool:
    """Whether a result was appraised with ROBINS-I where the review has that start high."""
    if evidence.review.non_randomised == "low":
        return False
    appraised = study.appraised(result)
    return appraised is not None and appraised[1].instrument == "robins-i"

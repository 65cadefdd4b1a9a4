"""The results that count together: all that they say however they are pooled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from reviewkit.certainty.counting import Counted
from reviewkit.certainty.indirectness import Concerns, ResultConcerns
from reviewkit.certainty.publication_bias import PublicationFacts, StudySponsor
from reviewkit.certainty.start import Start
from reviewkit.certainty.synthesis_of import Effects
from reviewkit.evidence import Evidence
from reviewkit.records import PAIRED, Body, Outcome, Result, Study

#: Contrasts within the same people: one set of them is the whole sample.
_SAME_PEOPLE = PAIRED | {"within-arm"}


class Gathered:
    """A body's results, those that count with what their records say; each told once.

    Parameters
    ----------
    evidence, body
        The records.
    results
        Every result that the body uses, decided on.
    """

    def __init__(self, evidence: Evidence, body: Body, results: tuple[Counted, ...]) -> None:
        self.body = body
        self.outcome: Outcome = evidence.review.outcomes[body.question.outcome]
        self.results = results
        self.counted = tuple(result for result in results if result.counts)
        #: Where the certainty starts; None where nothing counts.
        self.start: Start | None = self.counted[0].start if self.counted else None
        self.effects: Effects = tuple(result.effect for result in self.counted)
        records = [evidence.result(result.use.result)[1] for result in self.counted]
        self.settings = tuple(dict.fromkeys(record.setting for record in records))
        self.contrasts = tuple(dict.fromkeys(record.contrast for record in records))
        self.paired = all(record.contrast in _SAME_PEOPLE for record in records)
        self.control_risk = _control_risk(records)
        self.events = _events(records)
        self._studies = [evidence.studies[effect.study] for effect in self.effects]

    @cached_property
    def directions(self) -> tuple[str, ...]:
        """The direction of each result."""
        return tuple(effect.direction for effect in self.effects)

    @cached_property
    def intervals(self) -> tuple[tuple[float, float, float], ...]:
        """Estimate and limits of each effect that has an interval."""
        return tuple(
            (effect.estimate, effect.ci.lower, effect.ci.upper)
            for effect in (result.effect for result in self.effects)
            if effect is not None and effect.ci is not None
        )

    @cached_property
    def concerns(self) -> Concerns:
        """Each result with the elements in which it differs from the question."""
        return Concerns(
            tuple(
                ResultConcerns(result=c.use.result, elements=tuple(sorted(c.use.directness)))
                for c in self.counted
            )
        )

    @cached_property
    def publication(self) -> PublicationFacts:
        """Each study's size and sponsorship, and what is known to be unpublished."""
        return PublicationFacts(
            studies=tuple(
                StudySponsor(study=study.id, n=effect.n, sponsored=_sponsored(study))
                for study, effect in zip(self._studies, self.effects, strict=True)
            ),
            unpublished=self.body.unpublished,
        )


def _events(records: Sequence[Result]) -> int | None:
    """How many events all groups had together; None where a group does not say."""
    groups = [group for record in records for group in record.groups.values()]
    counts = [group.events for group in groups]
    if not groups or any(count is None for count in counts):
        return None
    return sum(int(count) for count in counts if count is not None)


def _control_risk(records: Sequence[Result]) -> float | None:
    """Return the share with the event in the comparison groups; None where one does not say."""
    events = total = 0
    for record in records:
        group = record.groups.get(record.versus or "")
        size = group and (group.total or group.n)
        if group is None or group.events is None or not size:
            return None
        events += int(group.events)
        total += int(size)
    return events / total if total else None


def _sponsored(study: Study) -> str:
    if study.funding.industry == "yes" or any(c.sponsorship == "yes" for c in study.conflicts):
        return "yes"
    return "no" if study.funding.industry == "no" else "unknown"

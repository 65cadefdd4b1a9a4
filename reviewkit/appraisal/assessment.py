"""From answers to judgements: each domain by its flow, the whole by its worst domain.

What could not be read is no information, and the flows are followed so, as the tools say. Beside
that stands the best that the answers still allow, whatever the items say that were not read: only
what both agree on is known of the study, the rest is known of what was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewkit.appraisal.instrument import Domain, Instrument, Mark, Risk
from reviewkit.appraisal.tree import KINDS, Kind, reachable, walk

#: The absence that is a fact of the paper and not of the reading: its full text does not say.
_SAID_NOTHING = "not reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainAssessment:
    """One domain: the judgement with no information where nothing was read, and the best left.

    `path` is the way through the flow that decided it, an item and its kind of answer a step.
    """

    key: str
    label: str
    judgement: str
    at_best: str
    path: tuple[str, ...]
    counts: bool
    at_start: bool
    source: str
    mark: Mark

    @property
    def settled(self) -> bool:
        """Whether what was not read could not better the judgement."""
        return self.judgement == self.at_best


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the answers of one appraisal come to.

    Parameters
    ----------
    domains
        In the order of the instrument.
    judgement, at_best
        Overall, in the instrument's words: the worst of the domains that count.
    risk, risk_at_best
        The same in the words of RoB 2, without what GRADE charges at the start.
    unread, answered
        How many of the items asked could not be read, and how many have an answer.
    """

    instrument: Instrument
    domains: tuple[DomainAssessment, ...]
    judgement: str
    at_best: str
    risk: Risk
    risk_at_best: Risk
    unread: int
    answered: int

    @property
    def shown(self) -> Risk:
        """The risk in one word: what is not settled by what was read is no information."""
        return self.risk if self.risk == self.risk_at_best else "no information"


def assess(instrument: Instrument, answers: Mapping[str, str]) -> Assessment:
    """Judge answers by an instrument.

    Parameters
    ----------
    instrument : Instrument
    answers : mapping of str to str
        By item: one of the instrument's answers, or how it is absent. An item that is left out
        counts as not sought.

    Examples
    --------
    >>> from reviewkit.appraisal import INSTRUMENTS
    >>> found = assess(INSTRUMENTS["rob-2"], {"1.1": "Y", "1.2": "not in what was read"})
    >>> found.domains[0].judgement, found.domains[0].at_best
    ('some concerns', 'low')
    """
    asked = instrument.kinds(answers)
    known = {
        item: kind
        for item, kind in asked.items()
        if answers.get(item, "") in KINDS or answers.get(item) == _SAID_NOTHING
    }
    domains = tuple(
        _domain(instrument, domain, asked=asked, known=known) for domain in instrument.domains
    )
    counted = [domain for domain in domains if domain.counts]
    charged = [domain for domain in counted if not domain.at_start]
    worst = _worst(instrument, [domain.judgement for domain in counted])
    best = _worst(instrument, [domain.at_best for domain in counted])
    return Assessment(
        instrument=instrument,
        domains=domains,
        judgement=worst,
        at_best=best,
        risk=instrument.risks[_worst(instrument, [domain.judgement for domain in charged])],
        risk_at_best=instrument.risks[_worst(instrument, [domain.at_best for domain in charged])],
        unread=sum(item not in known for item in asked),
        answered=sum(answers.get(item, "") in KINDS for item in asked),
    )


def _domain(
    instrument: Instrument,
    domain: Domain,
    *,
    asked: Mapping[str, Kind],
    known: Mapping[str, Kind],
) -> DomainAssessment:
    walked = [walk(flow, asked.get) for flow in domain.flows]
    judgement, path = max(walked, key=lambda way: instrument.ladder.index(way[0]))
    best = [min(reachable(flow, known.get), key=instrument.ladder.index) for flow in domain.flows]
    return DomainAssessment(
        key=domain.key,
        label=domain.label,
        judgement=judgement,
        at_best=_worst(instrument, best),
        path=path,
        counts=domain.counts,
        at_start=domain.at_start,
        source=domain.source,
        mark=domain.mark,
    )


def _worst(instrument: Instrument, judgements: list[str]) -> str:
    return max(judgements, key=instrument.ladder.index, default=instrument.ladder[0])

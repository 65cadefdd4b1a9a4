"""From answers to judgements: each domain by its flow, the whole by its worst domain.

What could not be read is no information, and the flows are followed so, as the tools say. Beside
that stand the best and the worst that the answers still allow, whatever the items say that were not
read: only where the two agree is the risk known of the study, else of what was read of it.
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
    """One domain: the judgement with no information where nothing was read, and what is left open.

    `path` is the way through the flow that decided it, an item and its kind of answer a step.
    """

    key: str
    label: str
    judgement: str
    at_best: str
    at_worst: str
    path: tuple[str, ...]
    counts: bool
    at_start: bool
    source: str
    mark: Mark

    @property
    def settled(self) -> bool:
        """Whether the judgement holds whatever stands in what was not read."""
        return self.at_worst == self.at_best


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the answers of one appraisal come to.

    Parameters
    ----------
    domains
        In the order of the instrument.
    judgement, at_best, at_worst
        Overall, in the instrument's words: the worst of the domains that count.
    risk, risk_at_best, risk_at_worst
        The same in the words of RoB 2, without what GRADE charges at the start.
    asked, answered, unread
        How many items are asked, how many have an answer, and of how many that could not be told
        from what was read; the rest are not reported.
    """

    instrument: Instrument
    domains: tuple[DomainAssessment, ...]
    judgement: str
    at_best: str
    at_worst: str
    risk: Risk
    risk_at_best: Risk
    risk_at_worst: Risk
    asked: int
    answered: int
    unread: int

    @property
    def shown(self) -> Risk:
        """The judgement in one word of RoB 2: what was read does not settle is no information."""
        best, worst = (self.instrument.risks[word] for word in (self.at_best, self.at_worst))
        return worst if worst == best else "no information"

    @property
    def settled(self) -> bool:
        """Whether the judgement holds whatever stands in what was not read."""
        return self.at_worst == self.at_best


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
    >>> found.domains[0].judgement, found.domains[0].at_best, found.domains[0].at_worst
    ('some concerns', 'low', 'high')
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
    return Assessment(
        instrument=instrument,
        domains=domains,
        judgement=_worst(instrument, [domain.judgement for domain in counted]),
        at_best=_worst(instrument, [domain.at_best for domain in counted]),
        at_worst=_worst(instrument, [domain.at_worst for domain in counted]),
        risk=instrument.risks[_worst(instrument, [domain.judgement for domain in charged])],
        risk_at_best=instrument.risks[_worst(instrument, [domain.at_best for domain in charged])],
        risk_at_worst=instrument.risks[_worst(instrument, [domain.at_worst for domain in charged])],
        asked=len(asked),
        answered=sum(answers.get(item, "") in KINDS for item in asked),
        unread=sum(item not in known for item in asked),
    )


def _domain(
    instrument: Instrument,
    domain: Domain,
    *,
    asked: Mapping[str, Kind],
    known: Mapping[str, Kind],
) -> DomainAssessment:
    walked = [walk(flow, asked.get) for flow in domain.flows]
    rank = instrument.ladder.index
    judgement, path = max(walked, key=lambda way: rank(way[0]))
    open_ = [reachable(flow, known.get) for flow in domain.flows]
    return DomainAssessment(
        key=domain.key,
        label=domain.label,
        judgement=judgement,
        at_best=_worst(instrument, [min(ends, key=rank) for ends in open_]),
        at_worst=_worst(instrument, [max(ends, key=rank) for ends in open_]),
        path=path,
        counts=domain.counts,
        at_start=domain.at_start,
        source=domain.source,
        mark=domain.mark,
    )


def _worst(instrument: Instrument, judgements: list[str]) -> str:
    """The worst on the ladder; what does not apply is the first rung and betters nothing."""
    return max(judgements, key=instrument.ladder.index, default=instrument.ladder[0])

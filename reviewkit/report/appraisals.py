"""An appraisal as a page tells it: each domain with the answer that decides it, and its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reviewkit import display
from reviewkit.appraisal import Assessment, DomainAssessment
from reviewkit.evidence import Evidence
from reviewkit.records import ItemAppraisal, Missing, Study
from reviewkit.report.lines import Page
from reviewkit.report.plain import plain
from reviewkit.report.words import MARKS, maker


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAccount:
    """One item: its number, what it asks, the answer or why there is none, reason and place."""

    id: str
    label: str
    answer: str
    why: str | None
    document: str | None
    where: str | None
    place: str

    @property
    def told(self) -> str:
        """The answer with its reason and where that stands."""
        read = [text for text in (self.document, self.where) if text]
        reason = f": {self.why}" if self.why else ""
        return f"{self.answer}{reason} ({'; '.join([*read, self.place])})"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainRisk:
    """One domain: its judgement, what the answers leave open, and the item that decides.

    `rule` is the source of the flow with how it was read; `path` the way through the flow.
    """

    key: str
    label: str
    judgement: str
    at_best: str
    at_worst: str
    counts: bool
    at_start: bool
    path: tuple[str, ...]
    rule: str
    decides: ItemAccount

    @property
    def told(self) -> str:
        """The judgement, with what it could be where it turns on what was not read."""
        if self.at_best == self.at_worst:
            return self.judgement
        return f"{self.judgement} (open: {self.at_best} to {self.at_worst})"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalAccount:
    """An appraisal: what it is of, by which instrument, what it comes to, and every item.

    `risk` is the one word that stands for it, `told` that word with what it rests on.
    """

    name: str
    of: tuple[str, ...]
    instrument: str
    version: str
    source: str
    judgement: str
    at_best: str
    at_worst: str
    risk: str
    told: str
    domains: tuple[DomainRisk, ...]
    items: tuple[ItemAccount, ...]
    why: str | None
    by: str
    on: str
    read: tuple[str, ...]
    place: str

    def to_dict(self) -> dict[str, Any]:
        """Return the appraisal, JSON-ready."""
        return {name: plain(getattr(self, name)) for name in self.__dataclass_fields__}


def appraisal_accounts(evidence: Evidence, study: Study) -> tuple[AppraisalAccount, ...]:
    """Return the appraisals of a study as its page tells them."""
    return tuple(_account(evidence, study, *named) for named in study.appraisals.items())


def appraisal_of(evidence: Evidence, study: Study, result: str) -> AppraisalAccount | None:
    """Return the appraisal of one result; None where it was not appraised item by item."""
    found = study.appraised(result)
    return None if found is None else _account(evidence, study, *found)


def _account(
    evidence: Evidence, study: Study, name: str, appraisal: ItemAppraisal
) -> AppraisalAccount:
    found = appraisal.assessed
    items = {item.id: item for item in _items(evidence, study, name, appraisal)}
    return AppraisalAccount(
        name=name,
        of=appraisal.of,
        instrument=found.instrument.label,
        version=found.instrument.version,
        source=found.instrument.source,
        judgement=found.judgement,
        at_best=found.at_best,
        at_worst=found.at_worst,
        risk=found.shown,
        told=_told(found),
        domains=tuple(_domain(domain, items) for domain in found.domains),
        items=tuple(items.values()),
        why=appraisal.why,
        by=appraisal.by,
        on=appraisal.on.isoformat(),
        read=appraisal.read,
        place=str(evidence.place("studies", study.id, ("appraisals", name))),
    )


def _items(
    evidence: Evidence, study: Study, name: str, appraisal: ItemAppraisal
) -> Iterator[ItemAccount]:
    known = appraisal.used.items
    for item, given in appraisal.items.items():
        absent = isinstance(given, Missing)
        yield ItemAccount(
            id=item,
            label=known[item].label,
            answer=str(given) if isinstance(given, Missing) else given.answer,
            why=None if isinstance(given, Missing) else given.why,
            document=None if isinstance(given, Missing) else given.at,
            where=None if isinstance(given, Missing) else given.where,
            place=str(
                evidence.place(
                    "studies",
                    study.id,
                    ("appraisals", name, "items", item, *(() if absent else ("answer",))),
                )
            ),
        )


def _domain(domain: DomainAssessment, items: dict[str, ItemAccount]) -> DomainRisk:
    source = "" if domain.mark == "convention" else f"{domain.source}; "
    return DomainRisk(
        key=domain.key,
        label=domain.label,
        judgement=domain.judgement,
        at_best=domain.at_best,
        at_worst=domain.at_worst,
        counts=domain.counts,
        at_start=domain.at_start,
        path=domain.path,
        rule=f"{source}{MARKS[domain.mark]}",
        decides=items[domain.path[-1].partition(" ")[0]],
    )


def _told(found: Assessment) -> str:
    """What the answers come to, how far they settle it, and what is left of it to weigh."""
    read = f"{found.answered} of {found.asked} items answered"
    if found.settled:
        told = f"{found.judgement}, whatever stands in what was not read"
    else:
        told = (
            f"no information: {found.at_best} to {found.at_worst} by what was not read, "
            f"{found.judgement} as it stands"
        )
    risks = found.instrument.risks
    if (found.risk_at_best, found.risk_at_worst) == (risks[found.at_best], risks[found.at_worst]):
        return f"{told} ({read})"
    span = dict.fromkeys((found.risk_at_best, found.risk_at_worst))
    return f"{told} ({read}); beside what the start charges {' to '.join(span)}"


def add_risk(out: Page, appraisal: AppraisalAccount, *, level: int) -> None:
    """Tell what one result's appraisal comes to, with what decides each domain that is not good."""
    out.label("bias", f"{appraisal.told}; {appraisal.instrument}; {appraisal.place}", level=level)
    for domain in appraisal.domains:
        if domain.judgement not in {"low", "not applicable"} and domain.counts:
            start = "; charged where certainty starts" if domain.at_start else ""
            decides = f"{domain.decides.id} {domain.decides.told}"
            out.item(f"{domain.label}: {domain.told}{start}; {decides}", level=level + 1)


def add_appraisal(out: Page, appraisal: AppraisalAccount) -> None:
    """Tell an appraisal in full: its domains, then each item with its answer and place."""
    out.part(f"{appraisal.name}: {appraisal.risk}")
    out.label("of", ", ".join(appraisal.of), level=2)
    by = f"{appraisal.instrument} ({appraisal.version}) [{appraisal.source}]"
    out.label("instrument", by, level=2)
    out.label("comes to", appraisal.told, level=2)
    if appraisal.why:
        out.label("beyond it", appraisal.why, level=2)
    read = ", ".join(appraisal.read)
    out.label("judged", f"{maker(appraisal.by)}; {appraisal.on}; read: {read}", level=2)
    out.label("record", appraisal.place, level=2)
    if any(len(domain.path) > 1 for domain in appraisal.domains):
        rows = [(f"{d.key} {d.label}", d.told, _way(d)) for d in appraisal.domains]
        out.table(rows, head=("domain", "judgement", "by"), caption="domains", level=3)
    for rule, of in _rules(appraisal):
        out.label("flow", f"{of}: {rule}", level=2)
    for what, keys in _apart(appraisal):
        out.label("apart", f"domain {display.joined(keys)} {what}", level=2)
    for item in appraisal.items:
        out.item(f"{item.id} {item.label}: {item.told}", level=2)


def _way(domain: DomainRisk) -> str:
    """The way through a flow, short."""
    return ", ".join(step.replace("no information", "NI") for step in domain.path)


def _rules(appraisal: AppraisalAccount) -> Iterator[tuple[str, str]]:
    """Each source of a flow with the domains it is of."""
    keys: dict[str, list[str]] = {}
    for domain in appraisal.domains:
        keys.setdefault(domain.rule, []).append(domain.key)
    for rule, of in keys.items():
        what = "every domain" if len(keys) == 1 else f"domain {display.joined(of)}"
        yield rule, what


def _apart(appraisal: AppraisalAccount) -> Iterator[tuple[str, list[str]]]:
    """What does not weigh in a body, with the domains it is true of."""
    start = [domain.key for domain in appraisal.domains if domain.at_start]
    if start:
        yield "is charged where certainty starts, so not again", start
    reporting = [domain.key for domain in appraisal.domains if not domain.counts]
    if reporting:
        yield "does not count: it is not about bias", reporting

"""The page of one claim, as values: from the sentence to the printed number and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewkit.evidence import Evidence
from reviewkit.records import WORDING, Claim, Figure
from reviewkit.records.claim import Inventory
from reviewkit.report.bodies import BodyAccount, body_account
from reviewkit.report.flagged import FlaggedAccount, flagged_account
from reviewkit.report.places import Place, place_in
from reviewkit.report.plain import plain
from reviewkit.report.results import cited
from reviewkit.report.standing import standing
from reviewkit.report.turning import Turning, turning_of
from reviewkit.review import Graded, GradedMention
from reviewkit.verdict import Ruling, check_figure, measures
from reviewkit.verdict.wording import carried


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingAccount:
    """One ruling: the way it went, the verdict as people read it, the severity, and why.

    `allowed` is the strongest level of wording that the evidence carries and `carries` its words;
    None where wording is not what is judged.
    `against` tells the bodies that do not favour the claim, `beside` the others.
    """

    route: str
    verdict: str
    severity: str
    reason: str
    allowed: int | None
    certainty: str | None
    carries: str | None
    against: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAccount:
    """A number in a sentence against the field that it is said to be.

    `of` is the field, `expected` what the record prints there, `in_record` where that stands and
    `in_claim` where the number said stands.
    """

    says: str
    unit: str | None
    of: str
    status: str
    expected: str | None
    why: str
    flags: tuple[str, ...]
    in_claim: str
    in_record: Place

    @property
    def said(self) -> str:
        """The number with its unit."""
        if self.unit == "%":
            return f"{self.says}%"
        return f"{self.says} {self.unit}" if self.unit else self.says


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionAccount:
    """A mention: where it stands, what it says in other words, how strongly, and what is ruled."""

    source: str
    source_title: str
    section: str
    line: int
    sentence: int
    sha256: str
    says: str
    kinds: tuple[str, ...]
    stance: str
    wording: int
    wording_name: str
    cue: str
    ruling: RulingAccount
    others: tuple[RulingAccount, ...]
    robust: bool
    turns_on: tuple[str, ...]
    figures: tuple[FigureAccount, ...]
    note: str | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyCount:
    """A study that a claim about the evidence could mean: its design, and whether it counts."""

    study: str
    cited: str
    design: str
    counts: bool
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryAccount:
    """Which studies a claim about the evidence needs, and which there are."""

    designs: tuple[str, ...]
    outcomes: tuple[str, ...]
    interventions: tuple[str, ...]
    at_least: int
    certainty: str | None
    why: str
    studies: tuple[StudyCount, ...]
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginAccount:
    """Where an ungraded claim comes from, as far as was found."""

    found: str
    url: str | None
    on: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The page of one claim.

    Parameters
    ----------
    says, certainty
        What the evidence says of the claim and how certain that is; None where it rests on no body.
    ruling, others
        Of the plain statement.
    bodies
        The claim's own body or the links of its mechanism first, then those beside it.
    background
        Links of a mechanism that are cited and not graded, by name.
    figures
        The numbers of the statement itself.
    flagged
        Printed numbers that count and do not fit, and what would be without them.
    reading, searches_at
        How the review was read, in its own words, and where its searches are recorded.
    caption
        What stands wherever grades are shown.
    """

    review: str
    review_title: str
    id: str
    kind: str
    statement: str
    outcome: str
    says: str | None
    certainty: str | None
    ruling: RulingAccount
    others: tuple[RulingAccount, ...]
    mentions: tuple[MentionAccount, ...]
    bodies: tuple[BodyAccount, ...]
    background: Mapping[str, str]
    figures: tuple[FigureAccount, ...]
    inventory: InventoryAccount | None
    origin: OriginAccount | None
    turning: Turning
    flagged: FlaggedAccount
    reading: str
    searches: int
    searches_at: str
    note: str | None
    place: str
    caption: str

    @property
    def own(self) -> tuple[BodyAccount, ...]:
        """The bodies that decide: the claim's own, or the links of its mechanism."""
        return tuple(body for body in self.bodies if body.role != "beside")

    @property
    def beside(self) -> tuple[BodyAccount, ...]:
        """The bodies that are shown beside."""
        return tuple(body for body in self.bodies if body.role == "beside")

    def to_dict(self) -> dict[str, Any]:
        """Return the page, JSON-ready and at full precision."""
        return {name: plain(getattr(self, name)) for name in self.__dataclass_fields__}


def explain(graded: Graded, name: str) -> Explanation:
    """Return the page of one claim.

    Raises
    ------
    UnknownName
        If no claim goes by that name.
    """
    evidence = graded.evidence
    claim = evidence.claim(name)
    found = graded.claims[name]
    return Explanation(
        review=evidence.review.id,
        review_title=evidence.review.title,
        id=claim.id,
        kind=claim.kind,
        statement=claim.statement,
        outcome=evidence.review.outcomes[claim.outcome].label,
        says=found.says,
        certainty=found.certainty,
        ruling=_ruling(found.ruling),
        others=tuple(map(_ruling, found.others)),
        mentions=tuple(
            mention_account(evidence, claim, mention, position)
            for position, mention in enumerate(found.mentions)
        ),
        bodies=tuple(_bodies(graded, claim)),
        background={link.name: link.background for link in claim.links if link.background},
        figures=_figures(evidence, claim, claim.numbers, ("numbers",)),
        inventory=_inventory(evidence, claim, claim.inventory),
        origin=_origin(evidence, claim),
        turning=turning_of(graded, found),
        flagged=flagged_account(graded, name),
        reading=evidence.review.reading,
        searches=len(evidence.review.searches),
        searches_at=str(evidence.place("top", "review", ("searches",))),
        note=claim.note,
        place=str(evidence.place("claims", claim.id)),
        caption=standing(evidence.review),
    )


def _ruling(ruling: Ruling) -> RulingAccount:
    return RulingAccount(
        route=ruling.route,
        verdict=ruling.shown,
        severity=ruling.severity,
        reason=ruling.reason,
        allowed=ruling.allowed,
        certainty=ruling.certainty,
        carries=None if ruling.allowed is None else carried(ruling.allowed, ruling.certainty),
        against=ruling.against,
        beside=ruling.beside,
    )


def mention_account(
    evidence: Evidence, claim: Claim, found: GradedMention, position: int
) -> MentionAccount:
    """Return a mention as a page tells it; `position` is where it stands in the claim's record."""
    mention = found.mention
    return MentionAccount(
        source=mention.source,
        source_title=evidence.sources[mention.source].title,
        section=mention.section,
        line=mention.line,
        sentence=mention.sentence,
        sha256=mention.sha256,
        says=mention.says,
        kinds=mention.kinds,
        stance=mention.stance,
        wording=mention.wording,
        wording_name=WORDING[mention.wording],
        cue=mention.cue,
        ruling=_ruling(found.ruling),
        others=tuple(map(_ruling, found.others)),
        robust=found.robust,
        turns_on=found.turns_on,
        figures=_figures(evidence, claim, mention.numbers, ("mentions", position, "numbers")),
        note=mention.note,
        place=str(evidence.place("claims", claim.id, ("mentions", position))),
    )


def _figures(
    evidence: Evidence, claim: Claim, figures: tuple[Figure, ...], path: tuple[str | int, ...]
) -> tuple[FigureAccount, ...]:
    found = []
    for position, figure in enumerate(figures):
        checked = check_figure(evidence, figure)
        name, _, field = figure.of.partition("#")
        steps = tuple(int(step) if step.isdigit() else step for step in field.split("."))
        found.append(
            FigureAccount(
                says=figure.says.text,
                unit=figure.unit,
                of=figure.of,
                status=checked.status,
                expected=checked.expected,
                why=checked.why,
                flags=checked.flags,
                in_claim=str(evidence.place("claims", claim.id, (*path, position, "says"))),
                in_record=place_in(evidence, evidence.studies[name], steps),
            )
        )
    return tuple(found)


def _bodies(graded: Graded, claim: Claim) -> Iterator[BodyAccount]:
    """Every body of a claim once, those that decide first."""
    named: list[tuple[str | None, str, str | None]] = [(claim.body, "own", None)]
    named += [(link.body, "link", link.name) for link in claim.links]
    named += [(beside.body, "beside", beside.why) for beside in claim.beside]
    seen = set()
    for name, role, why in named:
        if name is not None and name not in seen:
            seen.add(name)
            yield body_account(graded.evidence, graded.bodies[name], role=role, why=why)


def _inventory(
    evidence: Evidence, claim: Claim, inventory: Inventory | None
) -> InventoryAccount | None:
    if inventory is None:
        return None
    outcomes, interventions = evidence.review.outcomes, evidence.review.interventions
    return InventoryAccount(
        designs=inventory.designs,
        outcomes=tuple(outcomes[name].label for name in inventory.outcomes),
        interventions=tuple(interventions[name].label for name in inventory.interventions),
        at_least=inventory.at_least,
        certainty=inventory.certainty,
        why=inventory.why,
        studies=tuple(_studies(evidence, inventory)),
        place=str(evidence.place("claims", claim.id, ("inventory",))),
    )


def _studies(evidence: Evidence, inventory: Inventory) -> Iterator[StudyCount]:
    """Every study of these outcomes and interventions, those of another design too."""
    for study in evidence.studies.values():
        if measures(study, inventory):
            yield StudyCount(
                study=study.id,
                cited=cited(study),
                design=study.design.type,
                counts=study.design.type in inventory.designs,
                place=str(evidence.place("studies", study.id, ("design", "type"))),
            )


def _origin(evidence: Evidence, claim: Claim) -> OriginAccount | None:
    if claim.origin is None:
        return None
    return OriginAccount(
        found=claim.origin.found,
        url=claim.origin.url,
        on=claim.origin.on.isoformat(),
        place=str(evidence.place("claims", claim.id, ("origin",))),
    )

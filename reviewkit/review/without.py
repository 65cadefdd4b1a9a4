"""Grade again without some results: which verdicts move, from what to what.

A printed number that does not fit is no proof of a wrong result, and what a body would say without
it tells whether the question matters. The what-if takes the results out of every body that uses
them, and grades those bodies alone.

A judgement is made on facts, and taking a result out moves them, so that the review's own rule
would suspend it and fall back on the proposal. That would mix two questions: what the result does,
and what the judge would say now. Here what the judge added to the rule, or took from it, is kept:
a domain that was judged as the rule proposes follows the rule's new proposal, one that was judged a
level lower stays a level lower than it, and so does the step back from the sum. Judgements that are
suspended with the result in stay so. This is a convention of this project; a person would have to
judge anew, and the answer says what to expect, not what was decided.

A sentence that reports the result as its study's finding still reports it, and the studies that an
inventory counts are still there: neither rests on what a body makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from reviewkit.certainty import CERTAINTY, BodyGrade
from reviewkit.certainty.proposal import LEVELS
from reviewkit.display import plural
from reviewkit.evidence import Evidence
from reviewkit.records import Body, Claim, Judgement
from reviewkit.review.flags import tellers
from reviewkit.review.graded import GradedClaim
from reviewkit.review.grading import Grader, bodies_of
from reviewkit.verdict import Ruling

#: The judgement of certainty as a whole.
_STEP_BACK = "overall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Something that is not as it was: a body, a claim or a sentence, from what to what.

    Parameters
    ----------
    kind
        ``body``, ``claim`` or ``sentence``.
    name
        The body's or the claim's id; of a sentence, that of the claim it makes.
    where
        Of a sentence, its source and line.
    before, after
        Certainty of a body; of the others what differs of result, certainty, verdict, severity.
    """

    kind: str
    name: str
    where: str = ""
    before: str
    after: str

    def __str__(self) -> str:
        where = f" ({self.where})" if self.where else ""
        return f"{self.kind} {self.name}{where}: {self.before} → {self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What rests on some results, and what moves without them.

    Parameters
    ----------
    results
        The results taken out, as ``study#result``.
    bodies
        The bodies in which one of them counts, under some specification.
    claims
        The claims that rest on one of these bodies, or on a link that does.
    sentences
        How many sentences make these claims.
    tellers
        Claims that say a number of the results, or report what they found.
    moves
        What moves without them.
    """

    results: tuple[str, ...]
    bodies: tuple[str, ...]
    claims: tuple[str, ...]
    sentences: int
    tellers: tuple[str, ...]
    moves: tuple[Move, ...]

    @property
    def matters(self) -> bool:
        """Whether a verdict moves, of a plain statement or of a sentence."""
        return any(move.kind != "body" for move in self.moves)

    @property
    def read(self) -> bool:
        """Whether anything is made of the results: a body counts one, or a claim tells of it."""
        return bool(self.bodies or self.tellers)

    def told(self) -> str:
        """Say in a line or more what rests on the results and what moves without them."""
        lines = [*self._told_of(), self._rests()]
        if self.moves:
            lines.append(f"without it {'these move' if self.matters else 'a grade alone moves'}:")
        return "\n".join(["; ".join(lines), *(f"- {move}" for move in self.moves)])

    def _told_of(self) -> Iterator[str]:
        if self.tellers:
            yield plural(len(self.tellers), "claim tells of it", "claims tell of it")

    def _rests(self) -> str:
        if self.claims:
            claims = plural(len(self.claims), "claim")
            rest = "rests" if len(self.claims) == 1 else "rest"
            told = f"{claims} with {plural(self.sentences, 'sentence')} {rest} on it"
            return told if self.matters else f"{told}, no verdict moves without it"
        if self.bodies:
            beside = plural(len(self.bodies), "body that is", "bodies that are")
            return f"no verdict rests on it: it counts in {beside} shown beside others"
        return "no verdict rests on it"

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready."""
        return {
            "results": list(self.results),
            "bodies": list(self.bodies),
            "claims": list(self.claims),
            "sentences": self.sentences,
            "tellers": list(self.tellers),
            "matters": self.matters,
            "moves": [asdict(move) for move in self.moves],
        }


class WhatIf:
    """A review with some of its results left out, each body graded once for each case.

    Parameters
    ----------
    evidence
        The review as it is.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._as_is = Grader(evidence)
        self._claims: dict[str, GradedClaim] = {}
        self._known: dict[frozenset[str], Consequence] = {}

    def without(self, results: Iterable[str]) -> Consequence:
        """Return what rests on these results, named as ``study#result``, and what moves."""
        refs = frozenset(results)
        if refs not in self._known:
            self._known[refs] = self._consequence(refs)
        return self._known[refs]

    def _consequence(self, refs: frozenset[str]) -> Consequence:
        using = [
            name
            for name, body in self.evidence.bodies.items()
            if any(use.result in refs for use in body.uses)
        ]
        bodies = tuple(name for name in using if self._counts(name, refs))
        resting = [name for name, claim in self.evidence.claims.items() if _decides(claim, bodies)]
        return Consequence(
            results=tuple(sorted(refs)),
            bodies=bodies,
            claims=tuple(resting),
            sentences=sum(len(self.evidence.claims[name].mentions) for name in resting),
            tellers=tellers(self.evidence, refs),
            moves=tuple(self._moves(bodies, refs)) if bodies else (),
        )

    def _counts(self, body: str, refs: frozenset[str]) -> bool:
        """Whether one of the results enters a body under some specification."""
        graded = self._as_is.body(self.evidence.bodies[body])
        return any(
            result.counts and result.use.result in refs
            for grade in graded.all
            for result in grade.results
        )

    def _moves(self, bodies: Iterable[str], refs: frozenset[str]) -> Iterator[Move]:
        changed = {name: self.body_without(name, refs) for name in bodies}
        grader = Grader(replace(self.evidence, bodies={**self.evidence.bodies, **changed}))
        for name, body in changed.items():
            before = self._as_is.body(self.evidence.bodies[name]).main.certainty
            after = grader.body(body).main.certainty
            if before != after:
                yield Move(kind="body", name=name, before=before, after=after)
        for name, claim in self.evidence.claims.items():
            if set(bodies_of(claim)) & set(changed):
                if name not in self._claims:
                    self._claims[name] = self._as_is.claim(claim)
                yield from _of_claim(self._claims[name], grader.claim(claim))

    def body_without(self, name: str, refs: frozenset[str]) -> Body:
        """Return a body's record without the results, what was judged beside the rules kept."""
        body = self.evidence.bodies[name]
        before = self._as_is.body(body).main
        left = body.model_copy(
            update={"uses": tuple(use for use in body.uses if use.result not in refs)}
        )
        judged = left.model_copy(
            update={"judgements": _domains_kept(before, self._grade(left, stripped=True))}
        )
        overall = _step_back_kept(before, self._grade(judged))
        if overall is None:
            return judged
        return judged.model_copy(update={"judgements": {**judged.judgements, _STEP_BACK: overall}})

    def _grade(self, body: Body, *, stripped: bool = False) -> BodyGrade:
        """Return the grade of a changed body in the main analysis."""
        if stripped:
            body = body.model_copy(update={"judgements": {}})
        bodies = {**self.evidence.bodies, body.id: body}
        return Grader(replace(self.evidence, bodies=bodies)).body(body).main


def _domains_kept(before: BodyGrade, after: BodyGrade) -> Mapping[str, Judgement]:
    """The judgements of the domains, each as far from the rule's proposal as it was."""
    proposed = {found.proposal.domain: found.proposal for found in after.domains}
    kept: dict[str, Judgement] = {}
    for found in before.domains:
        domain = found.proposal.domain
        if found.judgement is None or found.suspended or domain not in proposed:
            continue
        now = proposed[domain]
        down = now.down + found.down - found.proposal.down
        kept[domain] = found.judgement.model_copy(
            update={
                "is_": LEVELS[min(max(down, 0), len(LEVELS) - 1)],
                "proposal": now.level,
                "facts": now.facts,
            }
        )
    return kept


def _step_back_kept(before: BodyGrade, after: BodyGrade) -> Judgement | None:
    """The view of the whole, as far from the sum as it was."""
    overall = before.overall
    if overall is None or before.overall_suspended or after.summed not in CERTAINTY:
        return None
    away = CERTAINTY.index(str(overall.is_)) - CERTAINTY.index(before.summed)
    level = CERTAINTY.index(after.summed) + away
    return overall.model_copy(
        update={
            "is_": CERTAINTY[min(max(level, 0), len(CERTAINTY) - 1)],
            "proposal": after.summed,
            "facts": after.overall_facts,
        }
    )


def _decides(claim: Claim, bodies: Iterable[str]) -> bool:
    own = {claim.body, *(link.body for link in claim.links)}
    return any(name in own for name in bodies)


def _of_claim(before: GradedClaim, after: GradedClaim) -> Iterator[Move]:
    name = before.claim.id
    yield from _moved("claim", name, _claim_parts(before), _claim_parts(after))
    for one, other in zip(before.mentions, after.mentions, strict=True):
        for move in _moved("sentence", name, _ruling(one.ruling), _ruling(other.ruling)):
            yield replace(move, where=f"{one.mention.source}, line {one.mention.line}")


def _claim_parts(claim: GradedClaim) -> tuple[str, ...]:
    certain = claim.certainty in CERTAINTY
    certainty = f"{claim.certainty} certainty" if certain else claim.certainty or ""
    says = "" if claim.certainty == "none" else claim.says or ""
    return (says, "" if certainty == "none" else certainty, *_ruling(claim.ruling))


def _ruling(ruling: Ruling) -> tuple[str, ...]:
    return ruling.shown, f"severity {ruling.severity}"


def _moved(kind: str, name: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Move]:
    """Yield one move of all parts that differ."""
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if pairs:
        yield Move(
            kind=kind,
            name=name,
            before=", ".join(old for old, _ in pairs if old),
            after=", ".join(new for _, new in pairs if new),
        )

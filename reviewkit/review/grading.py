"""Grading: each body once for each specification that bears on it, then claims and mentions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from reviewkit.certainty import CERTAINTY, BodyGrade, grade_body
from reviewkit.effects.choices import Choice, choices_of
from reviewkit.evidence import Evidence
from reviewkit.records import Body, Claim, Mention
from reviewkit.review.graded import Graded, GradedBody, GradedClaim, GradedMention
from reviewkit.review.multiverse import Multiverse, multiverse, turns_on
from reviewkit.verdict import Ruling, Sentence, of_mention, of_statement, rank, rule

Key = tuple[tuple[str, str], ...]


def grade(evidence: Evidence) -> Graded:
    """Grade every body and rule on every claim and mention, under every specification.

    Parameters
    ----------
    evidence : Evidence
        As `reviewkit.load` returns it.

    Returns
    -------
    Graded
        Values only; its `frames` are tidy tables of it.
    """
    grader = Grader(evidence)
    return Graded(
        evidence=evidence,
        bodies={name: grader.body(body) for name, body in evidence.bodies.items()},
        claims={name: grader.claim(claim) for name, claim in evidence.claims.items()},
    )


def bodies_of(claim: Claim) -> tuple[str, ...]:
    """Return the ids of every body that a claim rests on or is shown beside."""
    named = [claim.body, *(b.body for b in claim.beside), *(link.body for link in claim.links)]
    return tuple(dict.fromkeys(name for name in named if name is not None))


def deciding_body(claim: Claim, grades: Mapping[str, BodyGrade]) -> str | None:
    """Return the body that says what the evidence finds of a claim, and how certain that is.

    The claim's own; of a mechanism the weakest link, the first of those that are as weak. None
    where nothing is graded.
    """
    if claim.body is not None:
        return claim.body
    links = [link.body for link in claim.links if link.body is not None]
    return min(links, key=lambda name: _strength(grades[name]), default=None)


class Grader:
    """Grades each body once for each specification that differs in what bears on it."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._choices: dict[str, tuple[Choice, ...]] = {}
        self._settled: dict[str, dict[str, str]] = {}
        self._grades: dict[tuple[str, Key], BodyGrade] = {}

    def choices(self, body: str) -> tuple[Choice, ...]:
        """Return what is left open about the results of a body that can count."""
        if body not in self._choices:
            found: list[Choice] = []
            shown: list[Choice] = []
            for use in self.evidence.bodies[body].uses:
                study, result = self.evidence.result(use.result)
                open_ = choices_of(study, use.result.partition("#")[2], self.evidence.review)
                # What is second-hand never counts: it is shown as the main analysis reads it.
                (shown if study.read[result.at].access == "secondary" else found).extend(open_)
            pools = self._pools(body, found, shown)
            several = len(self.evidence.bodies[body].uses) > 1
            for name, choice in self.evidence.review.analysis.items() if several else ():
                options = (choice.main, *choice.alternatives)
                made = Choice(name=name, options=options, why=choice.why, origin="analysis")
                (found if choice.alternatives and pools else shown).append(made)
            self._settled[body] = {choice.name: choice.main for choice in shown}
            self._choices[body] = tuple({choice.name: choice for choice in found}.values())
        return self._choices[body]

    def _pools(self, body: str, found: Iterable[Choice], shown: Iterable[Choice]) -> bool:
        """Whether any reading lets a body be pooled, so that how it is pooled bears on it."""
        settled = {choice.name: choice.main for choice in shown}
        record = self.evidence.bodies[body]
        return len(record.uses) > 1 and any(
            grade_body(self.evidence, record, {**settled, **specification}).synthesis.kind
            in {"pooled", "slope"}
            for specification in multiverse(found).specifications
        )

    def grade(self, body: str, specification: Mapping[str, str]) -> BodyGrade:
        """Return a body's grade under the part of a specification that bears on it."""
        key = tuple((c.name, specification[c.name]) for c in self.choices(body))
        if (body, key) not in self._grades:
            record: Body = self.evidence.bodies[body]
            full = {**self._settled[body], **dict(key)}
            self._grades[body, key] = grade_body(self.evidence, record, full)
        return self._grades[body, key]

    def body(self, body: Body) -> GradedBody:
        """Grade a body under all its specifications."""
        runs = multiverse(self.choices(body.id))
        grades = tuple(self.grade(body.id, spec) for spec in runs.specifications)
        return GradedBody(main=grades[0], all=grades, multiverse=runs)

    def claim(self, claim: Claim) -> GradedClaim:
        """Rule on a claim's statement and its mentions under all specifications."""
        names = bodies_of(claim)
        runs = multiverse(choice for name in names for choice in self.choices(name))
        cases = [{name: self.grade(name, spec) for name in names} for spec in runs.specifications]
        signatures = [self._signature(claim, grades) for grades in cases]
        statements = _ruled(
            [of_statement(self.evidence, claim, grades) for grades in cases], signatures
        )
        results = [self._result(claim, grades) for grades in cases]
        outcomes = [
            (*result, rulings[0].verdict, rulings[0].severity)
            for result, rulings in zip(results, statements, strict=True)
        ]
        mentions = tuple(
            self._mention(claim, mention, cases, signatures, runs) for mention in claim.mentions
        )
        return GradedClaim(
            claim=claim,
            says=results[0][0],
            certainty=results[0][1],
            ruling=statements[0][0],
            others=statements[0][1:],
            robust=len(set(outcomes)) == 1,
            turns_on=turns_on(runs, outcomes),
            multiverse=runs,
            mentions=mentions,
        )

    def _signature(self, claim: Claim, grades: Mapping[str, BodyGrade]) -> Hashable:
        """All that a ruling's verdict can depend on, of the bodies of a claim."""
        sentence = of_statement(self.evidence, claim, grades)
        return tuple(
            (name, grade.certainty, sentence.outcome(grade), grade.contrasts, grade.settings)
            for name, grade in grades.items()
        )

    def _result(
        self, claim: Claim, grades: Mapping[str, BodyGrade]
    ) -> tuple[str | None, str | None]:
        """What the evidence says and how certain that is: of the body, or of the weakest link."""
        deciding = deciding_body(claim, grades)
        if deciding is None:
            return None, None
        weakest = grades[deciding]
        sentence = of_statement(self.evidence, claim, grades)
        return sentence.outcome(weakest).says, weakest.certainty

    def _mention(
        self,
        claim: Claim,
        mention: Mention,
        cases: Sequence[Mapping[str, BodyGrade]],
        signatures: Sequence[Hashable],
        runs: Multiverse,
    ) -> GradedMention:
        sentences = [of_mention(self.evidence, claim, grades, mention) for grades in cases]
        rulings = _ruled(sentences, signatures)
        outcomes = [(first.verdict, first.severity) for first, *_ in rulings]
        cautious = max(rulings, key=lambda found: rank(found[0]))
        chosen = rulings[0] if rank(rulings[0][0]) == rank(cautious[0]) else cautious
        return GradedMention(
            mention=mention,
            ruling=chosen[0],
            others=chosen[1:],
            robust=len(set(outcomes)) == 1,
            turns_on=turns_on(runs, outcomes),
        )


def _strength(grade: BodyGrade) -> int:
    """Order bodies by certainty: nothing found, then not graded, then very low to high."""
    return ("none", "not graded", *CERTAINTY).index(grade.certainty)


def _ruled(
    sentences: Sequence[Sentence], signatures: Sequence[Hashable]
) -> list[tuple[Ruling, ...]]:
    """Rule on a sentence under every specification, once for each signature of the bodies.

    The reason is told with the numbers of the first specification that has the signature.
    """
    known: dict[Hashable, tuple[Ruling, ...]] = {}
    for sentence, signature in zip(sentences, signatures, strict=True):
        if signature not in known:
            known[signature] = rule(sentence)
    return [known[signature] for signature in signatures]

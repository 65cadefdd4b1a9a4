"""Grading: each body once for each specification that bears on it, then claims and mentions."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from reviewkit.certainty import CERTAINTY, BodyGrade, Grading
from reviewkit.effects.choices import Choice, choices_of
from reviewkit.evidence import Evidence
from reviewkit.records import Body, Claim, Mention
from reviewkit.review.graded import Graded, GradedBody, GradedClaim, GradedMention, Outcome
from reviewkit.review.multiverse import Multiverse, multiverse, turns_on
from reviewkit.verdict import Ruling, Sentence, of_mention, of_statement, rank, rule


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
    with _nothing_to_collect():
        return Graded(
            evidence=evidence,
            bodies={name: grader.body(body) for name, body in evidence.bodies.items()},
            claims={name: grader.claim(claim) for name, claim in evidence.claims.items()},
        )


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Keep the search for cycles from going over what is graded again and again.

    All of it is kept until it is returned, and none of it refers back: of 10,000 specifications the
    search would take as long as the grading.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


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
        self._gradings: dict[str, Grading] = {}
        self._choices: dict[str, tuple[Choice, ...]] = {}
        self._settled: dict[str, dict[str, str]] = {}
        self._bodies: dict[str, GradedBody] = {}
        self._grades: dict[str, dict[tuple[str, ...], BodyGrade]] = {}
        self._runs: dict[tuple[Choice, ...], Multiverse] = {}

    def runs(self, *bodies: str) -> Multiverse:
        """Return the specifications of all that is left open about some bodies."""
        choices = tuple(dict.fromkeys(c for name in bodies for c in self.choices(name)))
        if choices not in self._runs:
            self._runs[choices] = multiverse(choices)
        return self._runs[choices]

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

    def _grading(self, body: str) -> Grading:
        if body not in self._gradings:
            self._gradings[body] = Grading(self.evidence, self.evidence.bodies[body])
        return self._gradings[body]

    def _pools(self, body: str, found: Iterable[Choice], shown: Iterable[Choice]) -> bool:
        """Whether any reading lets a body be pooled, so that how it is pooled bears on it."""
        settled = {choice.name: choice.main for choice in shown}
        return len(self.evidence.bodies[body].uses) > 1 and any(
            self._grading(body).pools({**settled, **specification})
            for specification in multiverse(found).specifications
        )

    def grades(self, body: str, runs: Multiverse) -> Sequence[BodyGrade]:
        """Return a body's grade under the part of each specification that bears on it."""
        if body in self._bodies and runs is self._bodies[body].multiverse:
            return self._bodies[body].all
        names = tuple(choice.name for choice in self.choices(body))
        known = self._grades.setdefault(body, {})
        keys = [tuple(map(spec.__getitem__, names)) for spec in runs.specifications]
        new = [key for key in dict.fromkeys(keys) if key not in known]
        settled = self._settled[body]
        main = {choice.name: choice.main for choice in self.choices(body)}
        self._grading(body).declare(settled | main)
        specifications = [settled | dict(zip(names, key, strict=True)) for key in new]
        known |= zip(new, self._grading(body).under(specifications), strict=True)
        return [known[key] for key in keys]

    def body(self, body: Body) -> GradedBody:
        """Grade a body under all its specifications."""
        if body.id not in self._bodies:
            runs = self.runs(body.id)
            grades = tuple(self.grades(body.id, runs))
            self._bodies[body.id] = GradedBody(main=grades[0], all=grades, multiverse=runs)
        return self._bodies[body.id]

    def claim(self, claim: Claim) -> GradedClaim:
        """Rule on a claim's statement and its mentions under all specifications."""
        names = bodies_of(claim)
        runs = self.runs(*names)
        cases = _Cases(self.evidence, claim, {name: self.grades(name, runs) for name in names})
        statements = cases.ruled(partial(of_statement, self.evidence, claim))
        results = [self._result(claim, grades) for grades in cases.firsts]
        found = [
            Outcome(*result, rulings[0].verdict, rulings[0].severity)
            for result, rulings in zip(results, statements, strict=True)
        ]
        outcomes = tuple([found[case] for case in cases.of])
        main = cases.of[0]
        return GradedClaim(
            claim=claim,
            says=results[main][0],
            certainty=results[main][1],
            ruling=statements[main][0],
            others=statements[main][1:],
            robust=len(set(found)) == 1,
            turns_on=turns_on(runs, outcomes),
            multiverse=runs,
            outcomes=outcomes,
            mentions=tuple(
                self._mention(claim, mention, cases, runs) for mention in claim.mentions
            ),
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
        self, claim: Claim, mention: Mention, cases: _Cases, runs: Multiverse
    ) -> GradedMention:
        rulings = cases.ruled(partial(of_mention, self.evidence, claim, mention=mention))
        outcomes = [(first.verdict, first.severity) for first, *_ in rulings]
        cautious = max(rulings, key=lambda found: rank(found[0]))
        main = rulings[cases.of[0]]
        chosen = main if rank(main[0]) == rank(cautious[0]) else cautious
        return GradedMention(
            mention=mention,
            ruling=chosen[0],
            others=chosen[1:],
            robust=len(set(outcomes)) == 1,
            turns_on=turns_on(runs, [outcomes[case] for case in cases.of]),
        )


class _Cases:
    """The bodies of a claim under every specification, told apart by what a ruling depends on.

    Parameters
    ----------
    grades
        Of each body, its grade under each specification.

    Attributes
    ----------
    of
        The case of each specification.
    firsts
        The bodies' grades under the first specification of each case, whose numbers a reason tells.
    """

    def __init__(
        self, evidence: Evidence, claim: Claim, grades: Mapping[str, Sequence[BodyGrade]]
    ) -> None:
        told = [_told(evidence, claim, of_body) for of_body in grades.values()]
        numbers: dict[tuple[int, ...], int] = {}
        signatures = list(zip(*told, strict=True)) or [()]
        self.of = [numbers.setdefault(signature, len(numbers)) for signature in signatures]
        firsts = map(self.of.index, range(len(numbers)))
        self.firsts: list[dict[str, BodyGrade]] = [
            {name: of_body[first] for name, of_body in grades.items()} for first in firsts
        ]

    def ruled(
        self, sentence: Callable[[Mapping[str, BodyGrade]], Sentence]
    ) -> list[tuple[Ruling, ...]]:
        """Rule on a sentence in every case."""
        return [rule(sentence(grades)) for grades in self.firsts]


def _told(evidence: Evidence, claim: Claim, grades: Sequence[BodyGrade]) -> list[int]:
    """Number what a ruling's verdict can depend on, of one body under each specification."""
    numbers: dict[Hashable, int] = {}
    known: dict[tuple[int, int, str], int] = {}
    found = []
    sentence = of_statement(evidence, claim, {})
    for grade in grades:
        key = id(grade.results), id(grade.synthesis), grade.certainty
        number = known.get(key)
        if number is None:
            told = (grade.certainty, sentence.outcome(grade), grade.contrasts, grade.settings)
            number = known[key] = numbers.setdefault(told, len(numbers))
        found.append(number)
    return found


def _strength(grade: BodyGrade) -> int:
    """Order bodies by certainty: nothing found, then not graded, then very low to high."""
    return ("none", "not graded", *CERTAINTY).index(grade.certainty)

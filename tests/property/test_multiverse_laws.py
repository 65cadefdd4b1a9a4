"""A multiverse keeps what it has worked out: each specification is as if it were the only one."""

from __future__ import annotations

import tempfile
from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from reviewkit.certainty import LEVELS, BodyGrade, Grading, grade_body, together
from reviewkit.effects.choices import Specification
from reviewkit.evidence import Evidence
from reviewkit.records import Claim, Judgement
from reviewkit.review import Multiverse, Outcome, bodies_of, grade
from reviewkit.review.grading import Grader
from reviewkit.verdict import of_mention, of_statement, rule
from tests.unit.builder import Folder

#: Specifications of each body that are graded by themselves.
SAMPLED = 12
NAMES = ("alpha", "beta", "gamma")
DOMAINS = ("risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias")
ELEMENTS = ("population", "intervention", "comparator", "outcome")
REVIEW = """
outcomes: {{onset: {{about: {about}, mid: {mid}}}}}
assumptions: {{correlation: {{main: "0.5", over: ["0.5", "0.9"], why: not printed}}}}
analysis: {{estimator: {estimator}, test: {test}}}
"""
STUDY = """
design: {{type: {design}, allocation: {allocation}}}
population: {{n: {{analysed: "{n}"}}}}
read: {{paper: {{access: {access}}}}}
appraisal: {{overall: {risk}}}
funding: {{industry: "{industry}"}}
readings: {assigned}
"""
ONSET = """
contrast: {contrast}
groups:
  bath: {{n: "{n}", after: {{mean: "{mean}", {spread}}}}}
  none: {{n: "{n}", after: {{mean: "25.0", {spread}}}}}
readings: {spreads}
"""
SPREADS = "{spread: {options: [sd, se], main: sd, why: a test}}"
ALLOCATION = "{allocation: {options: [randomised, not randomised], why: a test}}"
MID = "{value: '5', unit: minutes, source: a test, basis: convention}"


def fixed(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(fields))


def some(*options: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(options)


studies = fixed(
    mean=some("10.0", "24.0", "26.0", "40.0"),
    spread=some("1.0", "4.0"),
    named=st.booleans(),
    n=some("8", "60", "500"),
    design=some("parallel-trial", "crossover-trial"),
    allocation=some("randomised", "randomised", "not randomised", "not reported"),
    risk=some("low", "some concerns", "high", "no information"),
    access=some("full-text", "full-text", "abstract"),
    industry=some("yes", "no"),
    differs=st.sets(st.sampled_from(ELEMENTS), max_size=2),
)
reviews = fixed(
    about=some("comfort", "disorder"),
    threshold=some((MID, "mid"), (MID, '"null"'), ("none known", '"null"')),
    estimator=some("{main: DL, why: a test}", "{main: DL, alternatives: [PM], why: a test}"),
    test=some("{main: t, why: a test}", "{main: hksj-floor, alternatives: [t], why: a test}"),
)
#: Levels that were judged, and whether the facts have moved since; `overall` is judged last.
judged = st.dictionaries(st.sampled_from(DOMAINS), st.tuples(st.integers(0, 2), st.booleans()))


def write(place: str, review: dict[str, Any], drawn: Sequence[dict[str, Any]]) -> Evidence:
    mid, target = review["threshold"]
    folder = Folder(Path(place)).review(REVIEW.format(mid=mid, **review))
    uses = []
    for name, study in zip(NAMES, drawn, strict=False):
        paired = study["design"] == "crossover-trial"
        size = study["spread"]
        printed = {
            "contrast": "between-conditions" if paired else "between-arms",
            "spread": f'sd: "{size}"' if study["named"] else f'sd: (left out), spread: "{size}"',
            "spreads": "{}" if study["named"] else SPREADS,
            "assigned": ALLOCATION if study["allocation"] == "not reported" else "{}",
        }
        piece = {**study, **printed}
        folder.study(name, STUDY.format(**piece), onset=ONSET.format(**piece))
        differs = ", ".join(f"{element}: a test" for element in sorted(study["differs"]))
        uses.append(f"{{result: {name}#onset, directness: {{{differs}}}}}")
    threshold = f"threshold: {{target: {target}}}"
    folder.body("all", f"uses: [{', '.join(uses)}]", threshold)
    folder.body("first", f"uses: [{uses[0]}]", threshold)
    mentions = tuple(f"wording: '{wording}'" for wording in (1, 2, 3))
    folder.claim("sooner", "body: all", mentions=mentions)
    folder.claim("beside", "body: all", "beside: [{body: first, why: a test}]", mentions=mentions)
    return folder.load()


def with_judgements(
    evidence: Evidence, levels: dict[str, tuple[int, bool]], overall: bool
) -> Evidence:
    """Return the evidence with judgements on what the main analysis proposes for a body."""
    plain = grade(evidence).bodies["all"].main
    if plain.rated is None:
        return evidence
    made = {
        d.proposal.domain: judgement(LEVELS[down], d.proposal.level, d.proposal.facts, moved=moved)
        for d in plain.domains
        if d.proposal.domain in levels
        for down, moved in [levels[d.proposal.domain]]
    }
    body = evidence.bodies["all"].model_copy(update={"judgements": made})
    evidence = replace(evidence, bodies={**evidence.bodies, "all": body})
    if overall:
        main = grade(evidence).bodies["all"].main
        whole = {"overall": judgement("low", main.summed, main.overall_facts)}
        body = body.model_copy(update={"judgements": {**made, **whole}})
    return replace(evidence, bodies={**evidence.bodies, "all": body})


def judgement(word: str, proposal: str, facts: str, *, moved: bool = False) -> Judgement:
    return Judgement.model_validate(
        {
            "is": word,
            "by": "project",
            "on": "2020-01-02",
            "read": ["alpha/paper"],
            "why": "because a test needs it to be so",
            "proposal": proposal,
            "facts": "0" * 12 if moved else facts,
        }
    )


def alone(evidence: Evidence, main: BodyGrade, specification: Specification) -> BodyGrade:
    """Grade a body under one specification with nothing kept from any other.

    Judgements are held against the main one, which is graded alone as well.
    """
    grading = Grading(evidence, main.body)
    if specification != main.specification:
        grading._main = grade_body(evidence, main.body, main.specification).domains
    return grading.under([specification])[0]


def told(grade: BodyGrade) -> list[Hashable]:
    """What is told of each domain: its words, its numbers and the hash of what it saw."""
    proposals = [domain.proposal for domain in grade.domains]
    return [(p.branch, p.path, p.numbers, p.facts) for p in proposals]


#: One study is at lower risk and differs: it counts alone, whatever the way of pooling, and how the
#: others weighed is told in each.
PLAIN = {
    "spread": "1.0",
    "named": True,
    "n": "500",
    "design": "parallel-trial",
    "allocation": "randomised",
    "access": "full-text",
    "industry": "no",
    "differs": set(),
}
ONE_ALONE = [
    {**PLAIN, "mean": "10.0", "risk": "low"},
    {**PLAIN, "mean": "40.0", "risk": "high"},
    {**PLAIN, "mean": "26.0", "risk": "no information", "spread": "30.0", "n": "8"},
]
TWO_WAYS = {
    "about": "comfort",
    "threshold": (MID, "mid"),
    "estimator": "{main: DL, alternatives: [PM], why: a test}",
    "test": "{main: t, why: a test}",
}


@settings(max_examples=20, deadline=None)
@given(reviews, st.lists(studies, min_size=2, max_size=3), judged, st.booleans(), st.randoms())
@example(TWO_WAYS, ONE_ALONE, {}, False, Random(1))  # noqa: S311 not a secret
def test_each_specification_is_graded_as_if_alone(
    review: dict[str, Any],
    drawn: list[dict[str, Any]],
    levels: dict[str, tuple[int, bool]],
    overall: bool,
    dice: Random,
) -> None:
    """To the last bit: the batch kernel, which rounds otherwise, is left out of it."""
    with tempfile.TemporaryDirectory() as place, patch.object(together, "MANY", 10**9):
        evidence = with_judgements(write(place, review, drawn), levels, overall)
        for body in grade(evidence).bodies.values():
            for found in dice.sample(body.all, min(SAMPLED, len(body.all))):
                expected = alone(evidence, body.main, found.specification)
                assert found == expected
                assert told(found) == told(expected)
                event(f"{found.certainty}, {found.synthesis.kind}")


@settings(max_examples=20, deadline=None)
@given(reviews, st.lists(studies, min_size=2, max_size=3), judged, st.booleans())
def test_each_specification_is_ruled_on_as_if_alone(
    review: dict[str, Any],
    drawn: list[dict[str, Any]],
    levels: dict[str, tuple[int, bool]],
    overall: bool,
) -> None:
    with tempfile.TemporaryDirectory() as place:
        evidence = with_judgements(write(place, review, drawn), levels, overall)
        grader = Grader(evidence)
        for claim in evidence.claims.values():
            found = grader.claim(claim)
            runs = found.multiverse
            assert runs.complete
            bodies = [grader.grades(body, runs) for body in bodies_of(claim)]
            each = [
                dict(zip(bodies_of(claim), row, strict=True)) for row in zip(*bodies, strict=True)
            ]
            outcomes = [_outcome(evidence, claim, grades) for grades in each]
            assert list(found.outcomes) == outcomes
            assert found.turns_on == turning(runs, outcomes)
            assert found.robust is (len(set(outcomes)) == 1)
            for mention in found.mentions:
                of = partial(of_mention, evidence, claim, mention=mention.mention)
                ruled = [rule(of(grades))[0] for grades in each]
                verdicts = [(ruling.verdict, ruling.severity) for ruling in ruled]
                assert mention.turns_on == turning(runs, verdicts)
                assert (mention.ruling.verdict, mention.ruling.severity) in verdicts
                event("turns" if mention.turns_on else "does not turn")


def _outcome(evidence: Evidence, claim: Claim, grades: dict[str, BodyGrade]) -> Outcome:
    sentence, body = of_statement(evidence, claim, grades), grades["all"]
    ruling = rule(sentence)[0]
    says = sentence.outcome(body).says
    return Outcome(says, body.certainty, ruling.verdict, ruling.severity)


def turning(runs: Multiverse, outcomes: Sequence[Hashable]) -> tuple[str, ...]:
    """The choices along which two specifications that differ in nothing else differ in outcome."""
    found = []
    for choice in runs.choices:
        lines: dict[Hashable, set[Hashable]] = {}
        for specification, outcome in zip(runs.specifications, outcomes, strict=True):
            rest = tuple(o for name, o in specification.items() if name != choice.name)
            lines.setdefault(rest, set()).add(outcome)
        if any(len(line) > 1 for line in lines.values()):
            found.append(choice.name)
    return tuple(found)

"""What a verdict rests on, part by part, and nothing else.

The numbers of the results that count, the design and people of their studies, the bodies and their
judgements, the coding of the mentions, the outcome and the assumptions, the version of the rules. A
title, a note, a place or a rationale is no part: changing one moves nothing. Each part is leaves of
one record, so that whoever compares two reviews can say which fields changed.

Statistics of a result that no effect is computed from (a test, a pool's I²) are part of it all the
same: they are printed numbers, and the audit reads them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviewkit.evidence import Evidence
from reviewkit.lock.leaves import Unread, Value, leaves
from reviewkit.records import (
    Body,
    Claim,
    Figure,
    Mention,
    Moment,
    Outcome,
    Readings,
    Result,
    Study,
)
from reviewkit.records.claim import Beside, Inventory, Link, Origin
from reviewkit.records.moderator import Moderator
from reviewkit.records.review import Assumption, Choice, Mid
from reviewkit.review import bodies_of
from reviewkit.verdict.figures import access_of, check_figure
from reviewkit.verdict.roles import other_role
from reviewkit.verdict.study_routes import inventoried
from reviewkit.verdict.units import unit_of

#: Raised by hand when a rule changes what it may conclude, so that every verdict is looked at.
RULES = "2"
_HEX = 12

#: Fields that people read and no rule does, by the kind of record; a test watches grading read.
UNREAD: Unread = {
    Claim: {"id", "statement", "interventions", "record", "note"},
    Mention: {
        *("source", "section", "line", "sentence", "sha256"),
        *("says", "cue", "intervention", "population", "untestable", "bare", "note"),
    },
    Beside: {"why"},
    Link: {"background", "disputed"},
    Inventory: {"unread", "why"},
    Origin: {"found", "url", "on"},
    Outcome: {"label", "better", "baselines", "note"},
    Mid: {"source", "basis"},
    Moderator: {"label", "why", "note"},
    Assumption: {"why"},
    Choice: {"why"},
    Readings: {"why"},
    Result: {
        *("label", "instrument", "counts", "conflict", "says"),
        *("at", "where", "places", "note"),
        *("scale", "parts"),  # read by the audit alone
    },
    Moment: {"time"},
}
#: Texts of which a rule reads that they are there, and not what they say.
GIVEN: Mapping[type, tuple[str, ...]] = {
    Mention: ("untestable", "bare"),
    Link: ("background", "disputed"),
    Inventory: ("unread",),
    Result: ("conflict",),
}
_GIVEN = "given"

#: What rules read of a body; of how a use differs from the question, in what and not how.
_OF_BODY = re.compile(
    r"question\.(intervention|outcome|moderator)|directness|threshold\.(target|size)|uses"
    r"|unpublished|subgroup\.credibility"
    r"|judgements\.[^.]+\.(is|facts|proposal)"
)
_DIFFERS = re.compile(r"uses\[[^]]+\]\.directness\.\w+")
#: What rules read of a study beside its results, and of its people.
_OF_STUDY = re.compile(
    r"design\.(type|allocation)|readings\..+|appraisal\.overall|funding\.industry"
    r"|conflicts\[\d+\]\.sponsorship|notices\[\d+\]\.kind|same-people-as|read\.[^.]+\.access"
    r"|moderators\.[^.]+\.value|appraisals\.[^.]+\.(instrument|of|items\.[\d.]+(\.answer)?)"
)
_OF_PEOPLE = re.compile(
    r"population\.n\.(answered|enrolled|randomised|received|analysed)"
    r"|arms\.[^.]+\.(intervention|n|by)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a verdict rests on: leaves of one record.

    Parameters
    ----------
    name
        As a lock has it: ``alpha#onset``, ``studies/alpha``, ``outcome calm``.
    kind, id
        The record that the leaves stand in, as in ``Evidence.documents``; both empty for the
        rules themselves.
    leaves
        Each value by its path in that record. What rules derive from several fields stands under
        a path with a word in brackets, which no field has: ``results.onset.at (access)``.
    """

    name: str
    kind: str
    id: str
    leaves: Mapping[str, Value]

    @property
    def hash(self) -> str:
        """The first digits of the SHA-256 of the leaves; their order does not matter."""
        text = json.dumps(dict(self.leaves), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:_HEX]


def parts_of(evidence: Evidence, claim: Claim) -> dict[str, Part]:
    """Return everything that the verdicts of a claim and its mentions rest on, by name."""
    return {part.name: part for part in sorted(_parts(evidence, claim), key=lambda p: p.name)}


def _parts(evidence: Evidence, claim: Claim) -> Iterator[Part]:
    yield Part(name="rules", kind="", id="", leaves={"rules": RULES})
    yield Part(name=f"claims/{claim.id}", kind="claims", id=claim.id, leaves=dict(_claim(claim)))
    yield _assumptions(evidence)
    if claim.inventory is not None:
        found = tuple(study.id for study in inventoried(evidence, claim.inventory))
        such = {"inventory (studies that fit)": found}
        yield Part(name="inventory", kind="claims", id=claim.id, leaves=such)
    bodies = [evidence.bodies[name] for name in bodies_of(claim)]
    for body in bodies:
        yield Part(name=f"bodies/{body.id}", kind="bodies", id=body.id, leaves=dict(_body(body)))
        if (name := body.question.moderator) is not None:
            declared = leaves(evidence.review.moderators[name], f"moderators.{name}", unread=UNREAD)
            yield Part(name=f"moderator {name}", kind="top", id="review", leaves=dict(declared))
    used = {use.result for body in bodies for use in body.uses}
    reports = [*claim.reports, *(report for m in claim.mentions for report in m.reports)]
    told = {report.result for report in reports}
    numbers = [*claim.numbers, *(number for m in claim.mentions for number in m.numbers)]
    figures = {figure.of for figure in numbers}
    outcomes = {claim.outcome, *(body.question.outcome for body in bodies)}
    outcomes |= set(_outcomes(evidence, used | told, figures))
    for name in outcomes:
        yield _outcome(evidence, name)
    for ref in used | told:
        study, result = evidence.result(ref)
        yield Part(name=ref, kind="studies", id=study.id, leaves=dict(_result(study, ref, result)))
    for ref in figures:
        said = [figure for figure in numbers if figure.of == ref]
        study = evidence.studies[ref.partition("#")[0]]
        found_at = dict(_figures(evidence, study, said))
        yield Part(name=ref, kind="studies", id=study.id, leaves=found_at)
    for name in _studies(used):
        content = dict(_study(evidence.studies[name]))
        yield Part(name=f"studies/{name}", kind="studies", id=name, leaves=content)
    for name in _studies(told | figures) - _studies(used):
        content = dict(_people(evidence.studies[name]))
        yield Part(name=f"people of {name}", kind="studies", id=name, leaves=content)


def _outcomes(evidence: Evidence, refs: set[str], figures: set[str]) -> Iterator[str]:
    """Yield the outcomes of results that are used or told, or that a figure is taken from."""
    for ref in refs:
        yield evidence.result(ref)[1].outcome
    for name, _, path in (figure.partition("#") for figure in figures):
        part, *inner = path.split(".")
        if part == "results" and inner:
            yield evidence.studies[name].results[inner[0]].outcome


def _studies(refs: set[str]) -> set[str]:
    return {ref.partition("#")[0] for ref in refs}


def _outcome(evidence: Evidence, name: str) -> Part:
    content = leaves(evidence.review.outcomes[name], f"outcomes.{name}", unread=UNREAD)
    return Part(name=f"outcome {name}", kind="top", id="review", leaves=dict(content))


def _assumptions(evidence: Evidence) -> Part:
    review = evidence.review
    content = {
        **dict(leaves(review.assumptions, "assumptions", unread=UNREAD)),
        **dict(leaves(review.analysis, "analysis", unread=UNREAD)),
        "non-randomised": review.non_randomised,
    }
    return Part(name="assumptions", kind="top", id="review", leaves=content)


def _claim(claim: Claim) -> Iterator[tuple[str, Value]]:
    yield from leaves(claim, unread=UNREAD)
    yield from _given(leaves(claim))


def _given(found: Iterable[tuple[str, Value]]) -> Iterator[tuple[str, Value]]:
    """Yield texts of a claim that are only looked at for being there."""
    inner = {"mentions": Mention, "links": Link, "inventory": Inventory}
    for path, _ in found:
        kind = inner.get(path.partition("[")[0].partition(".")[0])
        if kind is not None and path.rpartition(".")[2] in GIVEN[kind]:
            yield path, _GIVEN


def _body(body: Body) -> Iterator[tuple[str, Value]]:
    for path, value in leaves(body):
        if _OF_BODY.fullmatch(path):
            yield path, value
        elif _DIFFERS.fullmatch(path):
            yield path, _GIVEN
    if body.gradient is not None:
        yield "gradient", _GIVEN


def _result(study: Study, ref: str, result: Result) -> Iterator[tuple[str, Value]]:
    path = f"results.{ref.partition('#')[2]}"
    yield from leaves(result, path, unread=UNREAD)
    if result.conflict is not None:
        yield f"{path}.conflict", _GIVEN
    yield f"{path}.at (access)", study.read[result.at].access


def _figures(
    evidence: Evidence, study: Study, figures: Iterable[Figure]
) -> Iterator[tuple[str, Value]]:
    """What the check of a figure reads: how it is printed, in what unit, how close to the paper.

    Of a number that belongs to another field of the study, that field as well.
    """
    for figure in figures:
        path = figure.of.partition("#")[2]
        printed = evidence.value(figure.of)
        yield path, str(printed)
        yield f"{path} (unit)", str(unit_of(study, path))
        yield f"{path} (access)", access_of(study, path)
        other = other_role(study, path, figure.says)
        if other and check_figure(evidence, figure).status == "misattributed":
            yield f"{other[0]} (prints {figure.says})", "yes"


def _people(study: Study) -> Iterator[tuple[str, Value]]:
    """What a report or a figure of a study is told with: its people and whose hands they were."""
    return ((path, value) for path, value in leaves(study) if _OF_PEOPLE.fullmatch(path))


def _study(study: Study) -> Iterator[tuple[str, Value]]:
    """What rules read of a study beside its results; not its citation."""
    for path, value in leaves(study, unread=UNREAD):
        if _OF_STUDY.fullmatch(path) or _OF_PEOPLE.fullmatch(path):
            yield path, value

"""Each verdict pinned to what it rests on, so that a stale one can say so.

A lock entry holds a claim's verdicts and, part by part, a hash of everything they depend on: the
numbers of the results that count, the design and people of their studies, the bodies and their
judgements, the mentions' coding, the outcome and the assumptions, the version of the rules. A
title, a note or a rationale is no part: changing one moves nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from reviewkit.errors import UserError
from reviewkit.evidence import Evidence
from reviewkit.records import Body, Claim, Figure, Question, Review, Study, Threshold
from reviewkit.records.review import Mid
from reviewkit.review import Graded, GradedClaim, bodies_of
from reviewkit.verdict.figures import access_of, flags_of
from reviewkit.verdict.study_routes import inventoried
from reviewkit.verdict.units import unit_of

#: Raised by hand when a rule changes what it may conclude, so that every verdict is looked at.
RULES = "2"
#: Format of the file.
FORMAT = 1
NAME = "reviewkit.lock"
_HEX = 12

#: Fields that people or the audit read and no rule does; of a figure, `says` is the number said.
_UNREAD = {"note", "says", "label", "where", "instrument", "why", "instructed", "scale", "parts"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One claim's verdicts and the parts that they rest on, by name, each with its hash."""

    evidence: str | None
    certainty: str | None
    verdict: str
    severity: str
    robust: bool
    mentions: tuple[str, ...]
    rests_on: Mapping[str, str] = field(hash=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the entry, JSON-ready."""
        found = asdict(self)
        return {**found, "mentions": list(self.mentions), "rests_on": dict(self.rests_on)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A claim that is no longer as it was locked."""

    claim: str
    before: Entry | None
    after: Entry | None

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that changed, came or went."""
        old = self.before.rests_on if self.before else {}
        new = self.after.rests_on if self.after else {}
        return tuple(sorted(n for n in {*old, *new} if old.get(n) != new.get(n)))

    def render(self) -> str:
        """Say what moved, from what to what, and because of which records."""
        if self.before is None:
            return f"{self.claim}: new, not in the lock"
        if self.after is None:
            return f"{self.claim}: in the lock, no longer in the review"
        lines = [f"{self.claim}: {_shift(self.before, self.after)}"]
        lines += [f"  because of {part}" for part in self.parts]
        return "\n".join(lines)


def of(graded: Graded) -> dict[str, Entry]:
    """Return the lock of a graded review: an entry for each claim."""
    return {name: _entry(graded, claim) for name, claim in graded.claims.items()}


def compare(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> tuple[Moved, ...]:
    """Return the claims that differ between two locks, sorted by id."""
    return tuple(
        Moved(claim=name, before=old.get(name), after=new.get(name))
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    )


def read(folder: Path) -> dict[str, Entry] | None:
    """Return the lock of a review's folder; None if there is none.

    Raises
    ------
    UserError
        If the file is no lock of this format.
    """
    path = folder / NAME
    try:
        if not path.exists():
            return None
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != FORMAT:
            raise UserError(f"{path} has format {found['format']}; this version writes {FORMAT}")
        return {name: _read_entry(entry) for name, entry in found["claims"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise UserError(
            f"{path} cannot be read as a lock ({error}); it is written, never edited: "
            "delete it and write it again with `reviewkit verify --write`"
        ) from error


def _read_entry(found: dict[str, Any]) -> Entry:
    """Return an entry as it was written; anything else is a TypeError."""
    entry = Entry(**{**found, "mentions": tuple(found["mentions"])})
    words = [entry.verdict, entry.severity, *entry.mentions, *entry.rests_on.values()]
    words += [word for word in (entry.evidence, entry.certainty) if word is not None]
    if not isinstance(found["mentions"], list) or not isinstance(entry.robust, bool):
        raise TypeError("an entry of another form")
    if not all(isinstance(word, str) for word in words):
        raise TypeError("a word is expected where something else stands")
    return entry


def write(folder: Path, entries: Mapping[str, Entry]) -> Path:
    """Write the lock of a review beside its records, whole or not at all, and return its path.

    Raises
    ------
    UserError
        If the folder cannot be written to.
    """
    path = folder / NAME
    content = {
        "format": FORMAT,
        "note": "Written by reviewkit verify --write; not to be edited.",
        "claims": {name: entry.to_dict() for name, entry in sorted(entries.items())},
    }
    text = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)
    draft = path.with_name(f".{NAME}.{os.getpid()}")
    try:
        draft.write_text(text + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise UserError(f"{path} cannot be written: {error.strerror or error}") from error
    return path


# -- what a verdict rests on -----------------------------------------------------------------------


def _entry(graded: Graded, claim: GradedClaim) -> Entry:
    return Entry(
        evidence=claim.says,
        certainty=claim.certainty,
        verdict=claim.ruling.verdict,
        severity=claim.ruling.severity,
        robust=claim.robust,
        mentions=tuple(
            f"{m.mention.source}:{m.mention.line}:{m.mention.sentence} "
            f"{m.ruling.verdict} ({m.ruling.severity})"
            for m in claim.mentions
        ),
        rests_on=dict(sorted(_parts(graded.evidence, claim.claim))),
    )


def _parts(evidence: Evidence, claim: Claim) -> Iterator[tuple[str, str]]:
    yield "rules", RULES
    yield f"claims/{claim.id}", _hash(_claim(claim))
    yield f"outcome {claim.outcome}", _record(evidence.review.outcomes[claim.outcome])
    yield "assumptions", _hash(_assumed(evidence.review))
    if claim.inventory is not None:
        yield "inventory", _hash([s.id for s in inventoried(evidence, claim.inventory)])
    used: set[str] = set()
    for name in bodies_of(claim):
        body = evidence.bodies[name]
        yield f"bodies/{name}", _hash(_body(body))
        outcome = body.question.outcome
        yield f"outcome {outcome}", _record(evidence.review.outcomes[outcome])
        used |= {use.result for use in body.uses}
        if (moderator := body.question.moderator) is not None:
            yield f"moderator {moderator}", _record(evidence.review.moderators[moderator])
    reports = [*claim.reports, *(report for m in claim.mentions for report in m.reports)]
    told = {report.result for report in reports}
    numbers = [*claim.numbers, *(number for m in claim.mentions for number in m.numbers)]
    figures = {figure.of for figure in numbers}
    for outcome in _outcomes(evidence, used | told, figures):
        yield f"outcome {outcome}", _record(evidence.review.outcomes[outcome])
    for ref in used | told:
        study, result = evidence.result(ref)
        yield ref, _hash([_plain(result), study.read[result.at].access])
    for ref in figures:
        yield ref, _hash(_figure(evidence, ref))
    for name in _studies(used):
        yield f"studies/{name}", _hash(_study(evidence.studies[name]))
    for name in _studies(told | figures) - _studies(used):
        yield f"people of {name}", _hash(_people(evidence.studies[name]))


def _outcomes(evidence: Evidence, refs: set[str], figures: set[str]) -> set[str]:
    """The outcomes of results that are used or told, or that a figure is taken from."""
    found = {evidence.result(ref)[1].outcome for ref in refs}
    for name, _, path in (figure.partition("#") for figure in figures):
        part, *inner = path.split(".")
        if part == "results" and inner:
            found.add(evidence.studies[name].results[inner[0]].outcome)
    return found


def _studies(refs: set[str]) -> set[str]:
    return {ref.partition("#")[0] for ref in refs}


def _claim(claim: Claim) -> Any:
    plain = _plain(claim)
    plain.pop("statement")
    for mention in plain.get("mentions", []):
        for unread in ("section", "cue", "population", "untestable", "bare"):
            mention[unread] = bool(mention.get(unread))
    return plain


def _assumed(review: Review) -> list[Any]:
    declared = [review.non_randomised] if review.non_randomised != "low" else []
    return [review.assumptions, review.analysis, *declared]


def _body(body: Body) -> Any:
    recorded: dict[str, Any] = {}
    if body.subgroup is not None:
        recorded["subgroup"] = body.subgroup.credibility
    if body.gradient is not None:
        recorded["gradient"] = True
    return {
        **recorded,
        "question": _question(body.question),
        "directness": body.directness,
        "target": _target(body.threshold),
        "uses": [[use.result, sorted(use.directness)] for use in body.uses],
        "unpublished": body.unpublished,
        "judgements": {
            domain: [judgement.is_, judgement.facts]
            for domain, judgement in body.judgements.items()
        },
    }


def _question(question: Question) -> list[str]:
    asked = [question.intervention, question.outcome]
    return asked if question.moderator is None else [*asked, question.moderator]


def _target(threshold: Threshold) -> str:
    return threshold.target if threshold.size is None else f"{threshold.target} {threshold.size}"


def _figure(evidence: Evidence, ref: str) -> Any:
    """What the check of a figure reads of its field: how it is printed, where, and its flags."""
    name, _, path = ref.partition("#")
    study = evidence.studies[name]
    printed = str(evidence.value(ref))
    return [printed, unit_of(study, path), access_of(study, path), flags_of(study, path)]


def _people(study: Study) -> Any:
    """What a report or a figure of a study is told with: its people and whose hands they were."""
    arms = {name: [arm.intervention, str(arm.n), str(arm.by)] for name, arm in study.arms.items()}
    return [study.population.n, arms]


def _study(study: Study) -> Any:
    """What rules read of a study beside its results; not its citation."""
    read = [
        study.design.type,
        study.design.allocation,
        study.readings,
        _people(study),
        study.appraisal.overall if study.appraisal else None,
        *_appraisals(study),
        study.funding.industry,
        [conflict.sponsorship for conflict in study.conflicts],
        [notice.kind for notice in study.notices],
        study.same_people_as,
        sorted(document.access for document in study.read.values()),
    ]
    return [*read, study.moderators] if study.moderators else read


def _appraisals(study: Study) -> Iterator[Any]:
    """What the rules read of each appraisal: its instrument, its answers, and of which results.

    Nothing of a study without any, so that its hash stays what it was.
    """
    if study.appraisals:
        yield [[one.instrument, one.of, one.answers] for one in study.appraisals.values()]


def _record(record: BaseModel) -> str:
    return _hash(_plain(record))


def _plain(value: Any) -> Any:
    """A record as plain data, without fields that no rule reads and those left at their default.

    A field that a later version adds moves nothing until somebody enters it.
    """
    if isinstance(value, BaseModel):
        return {
            name: _plain(getattr(value, name))
            for name, field in type(value).model_fields.items()
            if (name not in _UNREAD or (name == "says" and isinstance(value, Figure)))
            and not (name == "source" and isinstance(value, Mid))
            and getattr(value, name) != field.get_default(call_default_factory=True)
        }
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _hash(value: Any) -> str:
    text = json.dumps(_plain(value), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_HEX]


def _shift(old: Entry, new: Entry) -> str:
    shifts = [
        f"{name} {_said(before)} → {_said(after)}"
        for name in ("evidence", "certainty", "verdict", "severity", "robust")
        if (before := getattr(old, name)) != (after := getattr(new, name))
    ]
    gone, come = set(old.mentions) - set(new.mentions), set(new.mentions) - set(old.mentions)
    shifts += [f"mention {mention}, was not so" for mention in sorted(come)]
    shifts += [f"mention {mention}, no longer so" for mention in sorted(gone)]
    return "; ".join(shifts) or "what it rests on changed; its verdicts did not"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)

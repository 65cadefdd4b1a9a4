"""Tidy frames of the records: a row a study, arm, result, number, item, claim or mention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import pandas as pd
from pydantic import BaseModel

from reviewkit.records import Missing, Result, Study
from reviewkit.records.study import People
from reviewkit.reported import Reported
from reviewkit.source import Steps

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence

Row: TypeAlias = dict[str, object]

_ARM = ("intervention", "by", "minutes", "times", "weeks", "months", "sessions", "n")
_RESULT = (
    "outcome",
    "contrast",
    "setting",
    "arm",
    "versus",
    "time",
    "direction",
    "significant",
    "p",
    "unit",
)
_CLAIM = ("kind", "statement", "outcome", "direction", "body")
_PLACED = ("source", "line", "sentence", "says")
_CODED = ("wording", "cue", "stance")
#: The columns of each frame, which a review without rows has too.
COLUMNS = {
    "studies": (
        *("study", "year", "design", "allocation", "who", "country"),
        *(f"n_{role}" for role in People.model_fields),
        *("risk_of_bias", "industry", "read"),
    ),
    "arms": ("study", "arm", *_ARM),
    "results": ("result", "study", *_RESULT, "access", "place"),
    "numbers": (*("result", "field", "printed", "value", "decimals", "relation", "unit", "place"),),
    "appraisals": (
        *("study", "appraisal", "results", "instrument", "risk", "item", "answer", "why"),
        *("document", "place"),
    ),
    "claims": ("claim", *_CLAIM, "mentions"),
    "mentions": ("claim", *_PLACED, "kinds", *_CODED),
}


def frames(evidence: Evidence) -> dict[str, pd.DataFrame]:
    """Return frames named studies, arms, results, numbers, appraisals, claims and mentions.

    Numbers are text, as printed, with their trailing zeros; what is missing is the word that says
    why; a field that was left out has none. The frame of numbers has, beside the text, the value to
    compute with, and the place of each in its file.
    """
    rows = {
        "studies": _studies,
        "arms": _arms,
        "results": _results,
        "numbers": _numbers,
        "appraisals": _appraisals,
        "claims": _claims,
        "mentions": _mentions,
    }
    return {
        name: pd.DataFrame(list(found(evidence)), columns=list(COLUMNS[name]))
        for name, found in rows.items()
    }


def _studies(evidence: Evidence) -> Iterator[Row]:
    for study in evidence.studies.values():
        people = study.population.n
        yield {
            "study": study.id,
            "year": _plain(study.citation.year),
            "design": study.design.type,
            "allocation": _plain(study.design.allocation),
            "who": study.population.who,
            "country": _plain(study.population.country),
            **{f"n_{role}": _plain(getattr(people, role)) for role in type(people).model_fields},
            "risk_of_bias": study.risk,
            "industry": _plain(study.funding.industry),
            "read": ", ".join(sorted({read.access for read in study.read.values()})),
        }


def _arms(evidence: Evidence) -> Iterator[Row]:
    for study in evidence.studies.values():
        for name, arm in study.arms.items():
            yield {"study": study.id, "arm": name, **_fields(arm, _ARM)}


def _results(evidence: Evidence) -> Iterator[Row]:
    for study, name, result in _each_result(evidence):
        yield {
            "result": f"{study.id}#{name}",
            "study": study.id,
            **_fields(result, _RESULT),
            "access": study.read[result.at].access,
            "place": str(evidence.place("studies", study.id, ("results", name))),
        }


def _numbers(evidence: Evidence) -> Iterator[Row]:
    for study, name, result in _each_result(evidence):
        for below, number in _printed(result, ()):
            steps = ("results", name, *below)
            yield {
                "result": f"{study.id}#{name}",
                "field": ".".join(map(str, below)),
                "printed": number.text,
                "value": float(number),
                "decimals": number.decimals,
                "relation": number.relation,
                "unit": result.unit,
                "place": str(evidence.place("studies", study.id, steps)),
            }


def _appraisals(evidence: Evidence) -> Iterator[Row]:
    for study in evidence.studies.values():
        for name, appraisal in study.appraisals.items():
            for item, given in appraisal.items.items():
                steps = ("appraisals", name, "items", item)
                yield {
                    "study": study.id,
                    "appraisal": name,
                    "results": ", ".join(appraisal.of),
                    "instrument": appraisal.instrument,
                    "risk": appraisal.assessed.shown,
                    "item": item,
                    "answer": str(given) if isinstance(given, Missing) else given.answer,
                    "why": None if isinstance(given, Missing) else given.why,
                    "document": None if isinstance(given, Missing) else given.at,
                    "place": str(evidence.place("studies", study.id, steps)),
                }


def _claims(evidence: Evidence) -> Iterator[Row]:
    for claim in evidence.claims.values():
        yield {
            "claim": claim.id,
            **_fields(claim, _CLAIM),
            "mentions": len(claim.mentions),
        }


def _mentions(evidence: Evidence) -> Iterator[Row]:
    for claim in evidence.claims.values():
        for mention in claim.mentions:
            yield {
                "claim": claim.id,
                **_fields(mention, _PLACED),
                "kinds": ", ".join(mention.kinds),
                **_fields(mention, _CODED),
            }


def _each_result(evidence: Evidence) -> Iterator[tuple[Study, str, Result]]:
    for study in evidence.studies.values():
        for name, result in study.results.items():
            yield study, name, result


def _printed(node: Any, path: Steps) -> Iterator[tuple[Steps, Reported]]:
    """Yield every printed number below a node, with its path by the names used in YAML."""
    if isinstance(node, Reported):
        yield path, node
    elif isinstance(node, BaseModel):
        for name, field in type(node).model_fields.items():
            yield from _printed(getattr(node, name), (*path, field.alias or name))
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _printed(value, (*path, key))


def _fields(record: BaseModel, names: tuple[str, ...]) -> Row:
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Reported | Missing) else value

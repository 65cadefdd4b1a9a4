"""What the checker needs of each study: who, where, when, what was done, and what is printed.

Each number stands with its role and unit, and each result with what a sentence that tells of it
is ruled, so that no rule about records is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reviewkit.evidence import Evidence
from reviewkit.index.tellings import DIRECTIONS, SIGNIFICANCE
from reviewkit.records import Missing, Result, Study
from reviewkit.records.claim import Reported
from reviewkit.reported import parse
from reviewkit.verdict.figures import access_of, flags_of
from reviewkit.verdict.roles import named
from reviewkit.verdict.study_routes import needed, report_ruling
from reviewkit.verdict.units import unit_of

#: Parts of a record whose numbers a sentence may tell.
_TOLD = ("population", "arms", "results")
#: What is told of an arm.
_ARM = ("label", "minutes", "times", "weeks", "months", "n", "instructed")
#: Numbers in them that are no finding and no head count.
_UNTOLD = frozenset({"level", "df", "df2"})
#: Where a record tells what a study did and found in words, numbers among them; and where it says
#: what to mind, which may be numbers that others print.
_IN_WORDS = frozenset({"who", "sex", "age", "label", "instructed", "says"})
_IN_NOTES = frozenset({"note", "conflict"})
#: Whether a text may hold a number, as far as the checker reads them.
_COUNTS = re.compile(
    r"\d|\b(?:half|quarter|once|twice|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|"
    r"the first (?:day|week|month|year|session))\b",
    re.IGNORECASE,
)


def studies(evidence: Evidence) -> Iterator[dict[str, Any]]:
    """Yield the facts of each study, JSON-ready."""
    for study in evidence.studies.values():
        citation, people = study.citation, study.population
        yield {
            "id": study.id,
            "authors": [_surname(author) for author in citation.authors],
            "year": str(citation.year),
            "journal": citation.journal or "",
            "title": citation.title,
            "design": study.design.type,
            "who": people.who,
            "country": _text(people.country),
            "sex": _text(people.sex),
            "age": _text(people.age),
            "people": {
                role: str(count)
                for role in type(people.n).model_fields
                if (count := getattr(people.n, role)) is not None and not isinstance(count, Missing)
            },
            "arms": [
                {
                    "id": name,
                    "intervention": arm.intervention,
                    "control": evidence.review.interventions[arm.intervention].control,
                    **{field: _text(getattr(arm, field)) for field in _ARM},
                }
                for name, arm in study.arms.items()
            ],
            "numbers": list(_numbers(evidence, study)),
            "told": _words(evidence, study, _IN_WORDS),
            "noted": _words(evidence, study, _IN_NOTES),
            "results": [
                _result(evidence, study, name, result) for name, result in study.results.items()
            ],
        }


def _surname(author: str) -> str:
    """Return an author's surname: what stands before the initials ("English RS Jr")."""
    words = [word for word in author.split() if not word.isupper() and word not in {"Jr", "Sr"}]
    return " ".join(words) or author


def _text(value: object) -> str:
    return "" if isinstance(value, Missing) or value is None else str(value)


def _numbers(evidence: Evidence, study: Study) -> Iterator[dict[str, Any]]:
    """Yield every number that a sentence may tell, with its role, unit and place."""
    document = evidence.documents["studies", study.id]
    for steps, span in document.places():
        if not steps or steps[0] not in _TOLD or steps[-1] in _UNTOLD:
            continue
        value = _leaf(document.data, steps)
        if value is None or not _is_number(value):
            continue
        path = ".".join(map(str, steps))
        outcome = study.results[str(steps[1])].outcome if steps[0] == "results" else ""
        yield {
            "path": path,
            "text": value,
            "unit": _unit(study, path),
            "role": named(path),
            "outcome": outcome,
            "second": access_of(study, path) == "secondary",
            "flags": list(flags_of(study, path)),
            "at": str(span),
        }


def _words(evidence: Evidence, study: Study, keys: frozenset[str]) -> list[str]:
    """Return the texts of a record that hold a number, of some of its fields."""
    document = evidence.documents["studies", study.id]
    found = []
    for steps, _ in document.places():
        if steps and steps[-1] in keys and (steps[0] in {*_TOLD, "design"} or len(steps) == 1):
            text = _leaf(document.data, steps)
            if text is not None and _COUNTS.search(text):
                found.append(text)
    return sorted(set(found))


def _unit(study: Study, path: str) -> str:
    if path.endswith(".percent"):
        return "%"
    unit = unit_of(study, path) or ""
    if unit.startswith("percent"):
        return "%"
    if not unit and path.endswith("estimate.value"):
        estimate = study.results[path.split(".")[1]].estimate
        unit = "%" if estimate is not None and "percent" in estimate.measure else ""
    return unit


def _result(evidence: Evidence, study: Study, name: str, result: Result) -> dict[str, Any]:
    rulings: list[dict[str, str]] = []
    told: list[int] = []
    needs = [list(need) for need in needed(study, result)]
    for direction in DIRECTIONS:
        for significant in SIGNIFICANCE:
            report = Reported.model_construct(
                result=f"{study.id}#{name}", direction=direction, significant=significant
            )
            ruling = report_ruling(evidence, report, names=[name for name, _ in needs])
            row = {
                "verdict": ruling.verdict,
                "severity": ruling.severity,
                "reason": ruling.reason,
                "carries": "",
                "certainty": "",
            }
            if row not in rulings:
                rulings.append(row)
            told.append(rulings.index(row))
    return {
        "outcome": result.outcome,
        "setting": result.setting,
        "intervention": study.arms[result.arm].intervention if result.arm else "",
        "second": study.read[result.at].access == "secondary",
        "time": result.time or "",
        "needs": needs,
        "rulings": rulings,
        "told": told,
    }


def _leaf(data: Any, steps: tuple[str | int, ...]) -> str | None:
    for step in steps:
        data = data[step]
    return data if isinstance(data, str) else None


def _is_number(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True

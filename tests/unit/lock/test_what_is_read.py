"""The lock covers what grading reads and nothing else: grading is watched while it reads records.

Every field that grading reads is part of the lock, or is listed here as one that is only told (a
title in a reason, say); every field of the lock is read, or listed with why it is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from reviewkit.evidence import Evidence, fieldpath, load
from reviewkit.lock.parts import GIVEN, UNREAD, parts_of
from reviewkit.records import (
    Claim,
    Estimate,
    Figure,
    Group,
    Mention,
    Moment,
    Outcome,
    Readings,
    Result,
)
from reviewkit.records.claim import Beside, Inventory, Link, Reported
from reviewkit.records.fields import Record
from reviewkit.records.moderator import Moderator
from reviewkit.records.result import Association
from reviewkit.records.result import Test as Statistic
from reviewkit.records.review import Assumption, Choice, Mid
from reviewkit.review import grade

ROOT = Path(__file__).resolve().parents[3]
REVIEWS = sorted(path.parent for path in (ROOT / "evidence").glob("*/review.yaml"))

#: Kinds of record that a part holds whole, but for the fields of `UNREAD`.
WHOLE: tuple[type[BaseModel], ...] = (
    *(Claim, Mention, Figure, Reported, Beside, Link, Inventory),
    *(Outcome, Mid, Moderator, Assumption, Choice, Readings),
    *(Result, Group, Moment, Estimate, Association, Statistic),
)
#: Read to find one's way, or to say a reason in words: what stands there decides nothing. The
#: document that a part names decides by its access, which is in the lock.
TOLD = {
    ("Arm", "at"),
    ("Arm", "places"),
    ("Assumption", "why"),
    ("Beside", "why"),
    ("Body", "id"),
    ("Choice", "why"),
    ("Intervention", "label"),
    ("Inventory", "why"),
    ("Origin", "found"),
    ("Outcome", "label"),
    ("Population", "at"),
    ("Population", "places"),
    ("Readings", "why"),
    ("Result", "at"),
    ("Result", "places"),
    ("Result", "says"),
    ("Study", "id"),
    ("Use", "result"),
}
#: Not read while grading, and kept: the audit reads every number of a result as printed, units of
#: an outcome are read where a figure is said in another unit, and what answers come to is worked
#: out once, when they are checked on loading.
KEPT = {
    *{("Answer", "answer"), ("ItemAppraisal", "items")},
    *(("Test", field) for field in ("statistic", "value", "df", "df2", "name")),
    *(("Association", field) for field in ("r", "n")),
    *(("Estimate", field) for field in ("i2", "k")),
    *(("Outcome", field) for field in ("unit", "also")),
}
#: Fields that hold records and are no value of their own.
HOLDERS = {
    *("review", "outcomes", "interventions", "assumptions", "analysis"),
    *("results", "groups", "arms", "population", "n", "citation", "read", "design", "appraisal"),
    *("funding", "conflicts", "notices", "readings", "before", "after", "change", "estimate"),
    *("correlation", "test", "question", "threshold", "uses", "judgements", "mentions", "numbers"),
    *("gradient", "subgroup", "moderators", "appraisals"),
    *("reports", "links", "beside", "inventory", "origin", "mid", "directness"),
}


@contextmanager
def watched() -> Iterator[set[tuple[str, str]]]:
    """Note each field of a record that is read."""
    seen: set[tuple[str, str]] = set()
    plain = BaseModel.__getattribute__

    def noting(self: Record, name: str) -> Any:
        # A figure's path is looked up among all the fields on its way, which reads none of them.
        looked_up = sys._getframe(1).f_globals["__name__"] == fieldpath.__name__
        if name in type(self).__dict__["__pydantic_fields__"] and not looked_up:
            seen.add((type(self).__name__, name))
        return plain(self, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Record, "__getattribute__", noting)
        yield seen


def test_reading_is_watched() -> None:
    evidence = load(REVIEWS[0])
    with watched() as seen:
        assert evidence.review.title
    assert seen == {("Review", "title")}


def fields_of_parts(evidence: Evidence, *, figures: bool = True) -> set[tuple[str, str]]:
    """The kind of record and field of each leaf in the parts of every claim.

    With those that figures are taken from, which may be any field that holds a number, or without.
    """
    found: set[tuple[str, str]] = set()
    for claim in evidence.claims.values():
        for part in parts_of(evidence, claim).values():
            if not figures and "." in part.name.partition("#")[2]:
                continue
            for path in part.leaves:
                found |= set(_steps(_record(evidence, part.kind, part.id), path.partition(" (")[0]))
    return found


def _record(evidence: Evidence, kind: str, name: str) -> Any:
    return evidence.review if kind == "top" else getattr(evidence, kind, {}).get(name)


def _steps(record: Any, path: str) -> Iterator[tuple[str, str]]:
    """Walk a path by the names of fields, whatever stands between them."""
    here = [record]
    for step in path.replace("]", "").replace("[", ".").split("."):
        inner = []
        for each in here:
            if isinstance(each, BaseModel):
                names = {f.alias or n: n for n, f in type(each).model_fields.items()}
                if step in names:
                    yield type(each).__name__, names[step]
                    inner.append(getattr(each, names[step]))
            elif isinstance(each, dict):
                inner += [each[step]] if step in each else list(each.values())
            elif isinstance(each, tuple):
                inner += list(each)
        here = inner or here


@pytest.fixture(scope="module")
def read() -> set[tuple[str, str]]:
    """Every field that grading reads of any review here."""
    found = set()
    for review in REVIEWS:
        evidence = load(review)
        with watched() as seen:
            grade(evidence)
        found |= seen
    return {(kind, field) for kind, field in found if field not in HOLDERS}


def test_what_grading_reads_is_in_the_lock_or_only_told(read: set[tuple[str, str]]) -> None:
    locked = {
        (kind.__name__, field)
        for kind in WHOLE
        for field in kind.model_fields
        if field not in UNREAD.get(kind, ()) or field in GIVEN.get(kind, ())
    }
    for review in REVIEWS:
        locked |= fields_of_parts(load(review))
    assert sorted(read - locked - TOLD) == []
    assert sorted(TOLD - read) == [], "no longer read: take it off the list"


def test_what_is_in_the_lock_is_read_by_grading_or_kept_for_a_reason(
    read: set[tuple[str, str]],
) -> None:
    locked = set().union(*(fields_of_parts(load(review), figures=False) for review in REVIEWS))
    assert sorted({x for x in locked if x[1] not in HOLDERS} - read - KEPT) == []
    assert sorted(KEPT & read) == [], "read now: take it off the list"

"""Days that have not come yet, and readings of what had not been published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from reviewkit.evidence.folder import Entry, Folder
from reviewkit.findings import Finding
from reviewkit.records import Body, Claim, ItemAppraisal, Missing, Review, Source, Study
from reviewkit.records.provenance import Appraisal
from reviewkit.source import Steps

CODES = {"R207": "a date that cannot be"}

#: The year of the first scientific journals; no study and no reading of one is older.
FIRST_JOURNALS = 1665
#: The time zone in which a day begins first. A record does not say in which one its days were
#: counted, so a day is in the future only if it has begun nowhere.
FIRST_TO_SEE_THE_DAY = dt.timezone(dt.timedelta(hours=14))


def latest_today() -> dt.date:
    """Return the latest day that has begun somewhere on earth."""
    return dt.datetime.now(FIRST_TO_SEE_THE_DAY).date()


def check(folder: Folder, today: dt.date) -> Iterator[Finding]:
    """Yield each day that lies after `today` or before what it follows."""
    for entry in folder.entries():
        record = entry.record
        for steps, day in _days(record) if record else ():
            expected = None
            if day > today:
                expected = f"a day up to {today}"
            elif day.year < FIRST_JOURNALS:
                expected = f"a day after {FIRST_JOURNALS}, when the first journals appeared"
            if expected:
                yield _impossible(entry, steps, str(day), expected, "enter the day it was done")
        if isinstance(record, Study):
            yield from _of_study(entry, record, today)


def _of_study(entry: Entry[Any], study: Study, today: dt.date) -> Iterator[Finding]:
    year = study.citation.year
    if not isinstance(year, Missing):
        if not FIRST_JOURNALS <= year.value <= today.year:
            yield _impossible(
                entry,
                ("citation", "year"),
                str(year),
                f"a year from {FIRST_JOURNALS}, when the first journals appeared, to {today.year}",
                "compare with the source",
            )
            return
        for key, read in study.read.items():
            if FIRST_JOURNALS <= read.on.year < year.value:
                yield _impossible(
                    entry,
                    ("read", key, "on"),
                    str(read.on),
                    f"a day in or after {year}, the year of publication",
                    "correct the year or the day",
                )
    for path, appraisal in _appraisals(study):
        for key in appraisal.read:
            read_on = study.read[key].on if key in study.read else None
            if read_on and appraisal.on < read_on:
                yield _impossible(
                    entry,
                    (*path, "on"),
                    str(appraisal.on),
                    f"a day in or after {read_on}, when `{key}` was read",
                    "correct the day, or judge again on what was read since",
                )
                break


def _appraisals(study: Study) -> Iterator[tuple[Steps, Appraisal | ItemAppraisal]]:
    if study.appraisal is not None:
        yield ("appraisal",), study.appraisal
    for name, appraisal in study.appraisals.items():
        yield ("appraisals", name), appraisal


def _days(record: BaseModel) -> Iterator[tuple[Steps, dt.date]]:
    match record:
        case Study():
            yield from _days_of_study(record)
        case Body():
            yield from _days_of_body(record)
        case Claim() if record.origin is not None:
            yield ("origin", "on"), record.origin.on
        case Source():
            yield ("read",), record.read
        case Review():
            for position, search in enumerate(record.searches):
                yield ("searches", position, "on"), search.on
            for position, excluded in enumerate(record.excluded):
                yield ("excluded", position, "on"), excluded.on


def _days_of_body(body: Body) -> Iterator[tuple[Steps, dt.date]]:
    for domain, judgement in body.judgements.items():
        yield ("judgements", domain, "on"), judgement.on
    if body.subgroup is not None:
        yield ("subgroup", "on"), body.subgroup.on
    if body.gradient is not None:
        yield ("gradient", "on"), body.gradient.on


def _days_of_study(study: Study) -> Iterator[tuple[Steps, dt.date]]:
    for key, read in study.read.items():
        yield ("read", key, "on"), read.on
    for path, appraisal in _appraisals(study):
        yield (*path, "on"), appraisal.on
    for position, correction in enumerate(study.corrections):
        yield ("corrections", position, "on"), correction.on


def _impossible(entry: Entry[Any], steps: Steps, found: str, expected: str, fix: str) -> Finding:
    return entry.finding(
        "R207", "error", steps, CODES["R207"], found=found, expected=expected, fix=fix
    )

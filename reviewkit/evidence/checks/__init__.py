"""Checks that cross records: what refers to what, and what cannot all be true.

Each check is a function of one entry, or of the folder, that yields findings. None of them stops
another, and none speaks of what an earlier finding has already made impossible to tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reviewkit.evidence.checks import (
    appraisals,
    bodies,
    dates,
    figures,
    mentions,
    moderators,
    people,
    phrases,
    references,
    results,
    units,
    unused,
)
from reviewkit.evidence.folder import Folder
from reviewkit.findings import Finding

#: What each code of this layer means.
CODES = {
    **references.CODES,
    **unused.CODES,
    **units.CODES,
    **moderators.CODES,
    **people.CODES,
    **results.CODES,
    **dates.CODES,
    **mentions.CODES,
    **figures.CODES,
    **bodies.CODES,
    **appraisals.CODES,
    **phrases.CODES,
}


def cross_check(folder: Folder, today: dt.date) -> list[Finding]:
    """Return everything that is wrong between the records of a folder.

    What nothing uses is said only of a folder without errors: else what uses it may be the name
    that is misspelt, or stand in the file that could not be read.
    """
    findings = list(_wrong(folder, today))
    if not any(finding.severity == "error" for finding in (*folder.findings, *findings)):
        findings += unused.check(folder)
    return findings


def _wrong(folder: Folder, today: dt.date) -> Iterator[Finding]:
    yield from references.check(folder)
    yield from dates.check(folder, today)
    for study in folder.studies.values():
        yield from people.check(study)
        yield from results.check(study)
        yield from units.of_results(study, folder.review)
        yield from appraisals.check(study)
        yield from moderators.check(study, folder.review)
    for body in folder.bodies.values():
        yield from bodies.check(body, folder)
    yield from units.of_outcomes(folder.review)
    yield from mentions.check(folder)
    yield from figures.check(folder)
    yield from phrases.check(folder)

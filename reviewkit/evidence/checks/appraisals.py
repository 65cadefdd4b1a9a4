"""Appraisals by an instrument that does not fit, or that say more than could be read."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.appraisal import INSTRUMENTS
from reviewkit.evidence.folder import Entry
from reviewkit.findings import Finding
from reviewkit.records import ItemAppraisal, Missing, Result, Study

CODES = {
    "R215": "an instrument that is not made for the result",
    "R216": "said not to be reported, and not read in full",
}

#: Settings of results that certainty is graded of; instruments are made for people and animals.
_APPRAISED = frozenset({"people", "animals"})

#: Designs whose associations are between studies, not people: those of a meta-regression.
_REVIEWS = frozenset({"systematic-review", "narrative-review"})


def check(entry: Entry[Study]) -> Iterator[Finding]:
    """Yield each instrument that does not fit, and each silence of a paper that was not read."""
    study = entry.record
    if study is None:
        return
    for name, appraisal in study.appraisals.items():
        path = ("appraisals", name)
        if not entry.salvaged.whole(*path):
            continue
        for result in appraisal.of:
            if result in study.results:
                yield from _unfit(entry, name, appraisal, study, result)
        full = [key for key in appraisal.read if _full_text(study, key)]
        for item, given in appraisal.items.items():
            if given is Missing.NOT_REPORTED and not full:
                yield entry.finding(
                    "R216",
                    "error",
                    (*path, "items", item),
                    CODES["R216"],
                    found=str(given),
                    expected="not in what was read: none of the documents under `read` of this "
                    "appraisal is the full text",
                    fix="say that it is not in what was read, or read the paper and name it",
                )


def _full_text(study: Study, key: str) -> bool:
    return key in study.read and study.read[key].access == "full-text"


def _unfit(
    entry: Entry[Study], name: str, appraisal: ItemAppraisal, study: Study, result: str
) -> Iterator[Finding]:
    record = study.results[result]
    if _fits(appraisal.instrument, study, record):
        return
    fitting = [key for key in INSTRUMENTS if _fits(key, study, record)]
    yield entry.finding(
        "R215",
        "error",
        ("appraisals", name, "instrument"),
        CODES["R215"],
        found=f"{appraisal.instrument} for {result} ({record.contrast} in {record.setting}, "
        f"allocation {study.design.allocation})",
        expected=f"one of {', '.join(fitting)}"
        if fitting
        else "no appraisal: no instrument is made for it, and it is not graded",
        fix="take the result out of `of`, or appraise it by an instrument that fits",
    )


def _fits(key: str, study: Study, result: Result) -> bool:
    """Whether an instrument is made for a result: by its contrast, setting and allocation."""
    if (key == "syrcle") != (result.setting == "animals") or result.setting not in _APPRAISED:
        return False
    if result.contrast not in INSTRUMENTS[key].contrasts:
        return False
    of_studies = study.design.type in _REVIEWS
    if result.contrast == "association" and (key == "jbi-reviews") != of_studies:
        return False
    randomised = study.design.allocation == "randomised"
    if key.startswith("rob-2"):
        return randomised or "allocation" in study.readings
    return not (key == "robins-i" and randomised)

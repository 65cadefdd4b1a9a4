"""How large each study is, and how much of it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from reviewkit.records import Missing, Study

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence

#: Head counts that may stand for the size of a study, the closest to its results first.
ROLES = ("analysed", "received", "answered", "randomised", "enrolled", "planned")
#: What can be read of a study, from the most to the least.
ACCESS = ("full-text", "abstract", "registry", "dataset", "secondary")


def extents(evidence: Evidence) -> pd.DataFrame:
    """Return a row for each study: its design, its people, and what was read of it at best.

    People are missing where no head count was read; those of a review are in the studies that it
    brings together.
    """
    rows = [
        {
            "study": study.id,
            "year": str(study.citation.year),
            "design": study.design.type,
            "allocation": str(study.design.allocation),
            "people": size_of(study),
            "read": read_of(study),
        }
        for study in evidence.studies.values()
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


_COLUMNS = {
    "study": "object",
    "year": "object",
    "design": "object",
    "allocation": "object",
    "people": "Int64",
    "read": "object",
}


def size_of(study: Study) -> int | None:
    """Return the head count closest to a study's results, or None where none was read."""
    counts = [getattr(study.population.n, role) for role in ROLES]
    return next((int(n) for n in counts if n is not None and not isinstance(n, Missing)), None)


def read_of(study: Study) -> str:
    """Return the closest that was read of a study: the first of `ACCESS` that there is."""
    return min((read.access for read in study.read.values()), key=ACCESS.index)

"""The audit of recorded results: the one part of this package that knows records.

Each printed number that can be held against another is, and every answer is kept, so that what was
tested is counted too. What records do not say is not tested.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.audit.results import counts, estimates, means, p_values, scales, shares
from reviewkit.audit.results.check import Check, Path
from reviewkit.audit.results.shares import percentage_flag
from reviewkit.audit.results.subject import Subject
from reviewkit.records import Study

__all__ = ["Check", "Path", "checks_of", "percentage_flag"]

_KINDS = (shares, p_values, estimates, counts, means, scales)


def checks_of(study: Study) -> Iterator[Check]:
    """Yield every test that the printed numbers of a study allow, those that fit too."""
    yield from counts.arms(study)
    for name in study.results:
        subject = Subject(study, name)
        for kind in _KINDS:
            yield from kind.checks(subject)

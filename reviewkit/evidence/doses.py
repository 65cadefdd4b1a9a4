"""How much of a treatment each arm had: minutes of a session, and sessions in all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from reviewkit.records import Missing
from reviewkit.reported import Reported

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence
    from reviewkit.records.study import Arm

Amount: TypeAlias = Reported | Missing

DAYS_A_WEEK = 7
#: 365.25 days of a year over twelve months and seven days.
WEEKS_A_MONTH = 365.25 / 12 / DAYS_A_WEEK

_COUNTS = {"once": 1.0, "twice": 2.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}
_PER_WEEK = {"day": float(DAYS_A_WEEK), "week": 1.0, "month": 1 / WEEKS_A_MONTH}
_TIMES = re.compile(
    rf"(?P<count>\d+(?:\.\d+)?|{'|'.join(_COUNTS)})(?: times)? (?:a|per|each) "
    rf"(?P<span>{'|'.join(_PER_WEEK)})(?: on average)?"
)


def doses(evidence: Evidence) -> pd.DataFrame:
    """Return a row for each arm that was treated, with the dose as far as it was read.

    Arms of nothing, rest, sham and the like are left out. ``minutes`` is the length of a session
    (the middle of a printed range); ``sessions`` their number in all, as printed or else times a
    week by weeks, which ``derived`` tells. What was not read is missing.
    """
    rows = [
        {
            "study": study.id,
            "arm": name,
            "intervention": arm.intervention,
            "minutes": _number(arm.minutes),
            "per_week": per_week(str(arm.times)),
            "weeks": _weeks(arm),
            "sessions": _number(arm.sessions) or _product(arm),
            "derived": isinstance(arm.sessions, Missing) and _product(arm) is not None,
        }
        for study in evidence.studies.values()
        for name, arm in study.arms.items()
        if not evidence.review.interventions[arm.intervention].control
    ]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    return frame.astype(_COLUMNS)


_COLUMNS = {
    "study": "object",
    "arm": "object",
    "intervention": "object",
    "minutes": "float64",
    "per_week": "float64",
    "weeks": "float64",
    "sessions": "float64",
    "derived": "bool",
}


def per_week(times: str) -> float | None:
    """Return how often a week, or None where that is not one plain rhythm.

    Examples
    --------
    >>> per_week("2 per week"), per_week("daily"), per_week("three times a day")
    (2.0, 7.0, 21.0)
    >>> per_week("daily for 8 weeks, then every other day") is None
    True
    """
    if times == "daily":
        return float(DAYS_A_WEEK)
    found = _TIMES.fullmatch(times)
    if found is None:
        return None
    count = found["count"]
    return (_COUNTS.get(count) or float(count)) * _PER_WEEK[found["span"]]


def _product(arm: Arm) -> float | None:
    rhythm, weeks = per_week(str(arm.times)), _weeks(arm)
    return None if rhythm is None or weeks is None else rhythm * weeks


def _weeks(arm: Arm) -> float | None:
    months = _number(arm.months)
    return _number(arm.weeks) or (None if months is None else months * WEEKS_A_MONTH)


def _number(amount: Amount) -> float | None:
    return None if isinstance(amount, Missing) else float(amount)

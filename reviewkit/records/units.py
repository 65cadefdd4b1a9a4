"""How units are written: the spellings of one unit, and the units that everybody knows."""

from __future__ import annotations

from collections.abc import Iterable

#: Units of time that are whole multiples of each other, in minutes. Months and years are not.
TIMES = {"minutes": 1, "hours": 60, "days": 24 * 60, "weeks": 7 * 24 * 60}
#: Units of how long or how often something was done.
DURATIONS = frozenset({*TIMES, "months", "years", "sessions"})
#: Units of no dimension, which fit any outcome.
PERCENT = frozenset({"%", "percent", "per cent", "percent change"})
#: Units of an absolute difference of risk, with what one of each is per 1,000 people.
OF_RISK = {"per 1,000": 1.0, "per 1000": 1.0, "percentage points": 10.0}

_SINGULAR = {name.removesuffix("s"): name for name in DURATIONS}
_PERCENT = {"%": "percent", "per cent": "percent"}
_MICRO_SIGN, _MU = "\u00b5", "\u03bc"  # two characters that look alike; keyboards differ


def canonical(unit: str) -> str:
    """Return the one spelling of a unit by which it is compared with another.

    Examples
    --------
    >>> canonical("session"), canonical("per cent"), canonical("mm")
    ('sessions', 'percent', 'mm')
    """
    spelt = " ".join(unit.split()).replace(_MICRO_SIGN, _MU)
    return _SINGULAR.get(spelt) or _PERCENT.get(spelt) or spelt


def among(unit: str, units: Iterable[str]) -> bool:
    """Whether a unit is one of several, in whatever spelling."""
    return canonical(unit) in {canonical(other) for other in units}

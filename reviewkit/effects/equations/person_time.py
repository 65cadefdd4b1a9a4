"""Events over person-time: IRR, IRD, IRSD of two groups; IR, IRLN, IRS, IRFT of one.

x events (after any continuity correction) in t units of person-time; group 1 against group 2. Not
for people with the event among people in all: those are `two_by_two` and `proportions`.
"""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import Array, Solution, unknown_variance_type

BAGOS_2009 = "10.2202/1557-4679.1168"
"""Bagos & Nikolopoulos: Mixed-effects Poisson regression models for meta-analysis of follow-up
studies with constant or varying durations."""

FREEMAN_TUKEY_1950 = "10.1214/aoms/1177729756"
"""Freeman & Tukey: Transformations related to the angular and the square root."""

IRR = "log IRR = ln(events1/time1) - ln(events2/time2)"
IRR_VARIANCES = {"LS": "SE² = 1/events1 + 1/events2"}
NO_EVENT_IN_A_GROUP = "a group has no event, so the rate ratio is 0, infinite or undefined"


def irr(*, events1: Array, time1: Array, events2: Array, time2: Array, vtype: str) -> Solution:
    """Return the log incidence rate ratio."""
    if vtype != "LS":
        raise unknown_variance_type("IRR", vtype)
    return Solution(
        y=np.log(events1 / time1) - np.log(events2 / time2),
        v=1 / events1 + 1 / events2,
        refused=(((events1 == 0) | (events2 == 0), NO_EVENT_IN_A_GROUP),),
    )


IRD = "IRD = events1/time1 - events2/time2"
IRD_VARIANCES = {"LS": "SE² = events1/time1² + events2/time2²"}


def ird(*, events1: Array, time1: Array, events2: Array, time2: Array, vtype: str) -> Solution:
    """Return the incidence rate difference."""
    if vtype != "LS":
        raise unknown_variance_type("IRD", vtype)
    return Solution(y=events1 / time1 - events2 / time2, v=events1 / time1**2 + events2 / time2**2)


IRSD = "IRSD = √(events1/time1) - √(events2/time2)"
IRSD_VARIANCES = {"LS": "SE² = 1/(4·time1) + 1/(4·time2)"}


def irsd(*, events1: Array, time1: Array, events2: Array, time2: Array, vtype: str) -> Solution:
    """Return the difference of the square roots of the rates."""
    if vtype != "LS":
        raise unknown_variance_type("IRSD", vtype)
    return Solution(
        y=np.sqrt(events1 / time1) - np.sqrt(events2 / time2),
        v=1 / (4 * time1) + 1 / (4 * time2),
    )


IR = "IR = events/time"
IR_VARIANCES = {"LS": "SE² = events/time²"}


def ir(*, events: Array, time: Array, vtype: str) -> Solution:
    """Return the incidence rate."""
    if vtype != "LS":
        raise unknown_variance_type("IR", vtype)
    return Solution(y=events / time, v=events / time**2)


IRLN = "log IR = ln(events/time)"
IRLN_VARIANCES = {"LS": "SE² = 1/events"}


def irln(*, events: Array, time: Array, vtype: str) -> Solution:
    """Return the log incidence rate."""
    if vtype != "LS":
        raise unknown_variance_type("IRLN", vtype)
    return Solution(
        y=np.log(events / time),
        v=1 / events,
        refused=((events == 0, "without an event the logarithm of the rate has no value"),),
    )


IRS = "IRS = √(events/time)"
IRS_VARIANCES = {"LS": "SE² = 1/(4·time)"}


def irs(*, events: Array, time: Array, vtype: str) -> Solution:
    """Return the square root of the incidence rate."""
    if vtype != "LS":
        raise unknown_variance_type("IRS", vtype)
    return Solution(y=np.sqrt(events / time), v=1 / (4 * time))


IRFT = "IRFT = [√(events/time) + √((events + 1)/time)]/2"
IRFT_VARIANCES = {"LS": "SE² = 1/(4·time)"}


def irft(*, events: Array, time: Array, vtype: str) -> Solution:
    """Return the Freeman-Tukey transformed incidence rate."""
    if vtype != "LS":
        raise unknown_variance_type("IRFT", vtype)
    return Solution(y=(np.sqrt(events / time) + np.sqrt((events + 1) / time)) / 2, v=1 / (4 * time))

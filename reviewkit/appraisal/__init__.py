"""Instruments of risk of bias as data, and from answers to judgements: no records, no reading.

A new instrument is one `Instrument` in a file of its own and a line in `INSTRUMENTS`; its items are
numbered as published and named in words of this project, since the instruments' texts are not free.
"""

from __future__ import annotations

from collections.abc import Mapping

from reviewkit.appraisal.assessment import Assessment, DomainAssessment, assess
from reviewkit.appraisal.checklists import (
    CASE_CONTROL,
    CASE_SERIES,
    CROSS_SECTIONAL,
    PREVALENCE,
    REVIEWS,
    SINGLE_ARM,
    SYRCLE,
)
from reviewkit.appraisal.instrument import Condition, Domain, Instrument, Item
from reviewkit.appraisal.rob2 import CROSSOVER, PARALLEL
from reviewkit.appraisal.robins_i import ROBINS_I
from reviewkit.appraisal.tree import Ask, ask, paths, reachable, walk

__all__ = [
    "INSTRUMENTS",
    "Ask",
    "Assessment",
    "Condition",
    "Domain",
    "DomainAssessment",
    "Instrument",
    "Item",
    "ask",
    "assess",
    "paths",
    "reachable",
    "walk",
]

#: Every instrument by its key.
INSTRUMENTS: Mapping[str, Instrument] = {
    instrument.key: instrument
    for instrument in (
        PARALLEL,
        CROSSOVER,
        ROBINS_I,
        SINGLE_ARM,
        CROSS_SECTIONAL,
        CASE_CONTROL,
        CASE_SERIES,
        PREVALENCE,
        REVIEWS,
        SYRCLE,
    )
}

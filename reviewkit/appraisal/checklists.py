"""Checklists: one question an item, without a flow. JBI for what has no comparison, and SYRCLE.

The numbers are those of the checklists, the words this project's. SYRCLE itself says what an
answer means: yes a low risk, no a high one, unclear an unclear one (doi:10.1186/1471-2288-14-43).
JBI gives no rule from answers to a judgement; that a "no" is a high risk and that what is unclear
or was not read raises some concerns is a convention of this project, as is which items speak of
reporting or of size and not of bias, and so do not count. Item T of the checklist for systematic
reviews is this project's too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reviewkit.appraisal.instrument import (
    CHECKLIST,
    SYRCLE_ANSWERS,
    Domain,
    Instrument,
    Item,
    Mark,
)
from reviewkit.appraisal.tree import ask

LOW, SOME, UNCLEAR, HIGH = "low", "some concerns", "unclear", "high"
NOT_APPLICABLE = "not applicable"
PROJECT = "convention of this project"
HOOIJMANS = "SYRCLE, doi:10.1186/1471-2288-14-43"


def _jbi(
    key: str,
    label: str,
    version: str,
    contrasts: Iterable[str],
    labels: tuple[str, ...],
    *,
    apart: frozenset[str],
    at_start: frozenset[str] = frozenset(),
) -> Instrument:
    """Return a checklist of JBI.

    Items `apart` do not count; those `at_start` GRADE charges where certainty starts.
    """
    domains = tuple(
        Domain(
            key=str(number),
            label=words,
            items=(Item(id=str(number), label=words),),
            flows=(
                ask(str(number), yes=LOW, no=HIGH, unknown=SOME, not_applicable=NOT_APPLICABLE),
            ),
            source=PROJECT,
            mark="convention",
            counts=str(number) not in apart,
            at_start=str(number) in at_start,
        )
        for number, words in enumerate(labels, start=1)
    )
    return Instrument(
        key=key,
        label=f"JBI checklist, {label}",
        version=version,
        source=f"JBI Manual for Evidence Synthesis, {label}",
        answers=CHECKLIST,
        ladder=(NOT_APPLICABLE, LOW, SOME, HIGH),
        risks={NOT_APPLICABLE: "low", LOW: "low", SOME: "some concerns", HIGH: "high"},
        contrasts=frozenset(contrasts),
        domains=domains,
        overall_source=PROJECT,
        overall_mark="convention",
    )


SINGLE_ARM = _jbi(
    "jbi-single-arm",
    "quasi-experimental studies, read for one group before and after",
    "2020, nine items",
    ("within-arm",),
    (
        "clear which is the cause and which the effect",
        "people compared were alike",
        "people compared were otherwise treated alike",
        "there was a group to compare with",
        "measured several times before and after",
        "nobody lost, or losses told and allowed for",
        "outcome measured alike in what is compared",
        "outcome measured reliably",
        "statistics fit for the question",
    ),
    apart=frozenset(),
    at_start=frozenset({"4"}),
)

CROSS_SECTIONAL = _jbi(
    "jbi-cross-sectional",
    "analytical cross-sectional studies",
    "2020, eight items",
    ("association",),
    (
        "clear who was to be included",
        "people and setting described",
        "exposure measured validly and reliably",
        "condition told by objective standards",
        "confounders named",
        "confounders dealt with",
        "outcome measured validly and reliably",
        "statistics fit for the question",
    ),
    apart=frozenset({"2"}),
    at_start=frozenset({"5", "6"}),
)

CASE_CONTROL = _jbi(
    "jbi-case-control",
    "case-control studies",
    "2020, ten items",
    ("association",),
    (
        "groups alike but for the disease",
        "cases and controls matched fittingly",
        "cases and controls told by the same criteria",
        "exposure measured in a standard, valid way",
        "exposure measured alike in both",
        "confounders named",
        "confounders dealt with",
        "outcome assessed in a standard, valid way",
        "time of exposure long enough to mean something",
        "statistics fit for the question",
    ),
    apart=frozenset(),
    at_start=frozenset({"6", "7"}),
)

CASE_SERIES = _jbi(
    "jbi-case-series",
    "case series",
    "2020, ten items",
    ("within-arm", "description"),
    (
        "clear who was to be included",
        "condition measured in a standard way in all",
        "condition identified by valid methods in all",
        "people included one after the other",
        "everyone included",
        "who they were is reported",
        "their clinical state is reported",
        "outcomes or follow-up reported",
        "the places are described",
        "statistics fit for the question",
    ),
    apart=frozenset({"6", "7", "9"}),
)

PREVALENCE = _jbi(
    "jbi-prevalence",
    "prevalence studies",
    "2020, nine items",
    ("description",),
    (
        "sample drawn from the people it is to speak of",
        "people sampled in a fitting way",
        "enough people",
        "people and setting described",
        "all parts of the sample covered in the analysis",
        "condition identified by valid methods",
        "condition measured in a standard way in all",
        "statistics fit for the question",
        "enough answered, or few answers dealt with",
    ),
    apart=frozenset({"3", "4"}),
)

_OF_REVIEWS = _jbi(
    "jbi-reviews",
    "systematic reviews",
    "2020, eleven items",
    ("pooled", "association", "description", "within-arm"),
    (
        "question of the review clear",
        "criteria for including studies fit the question",
        "search fit for the question",
        "sources searched were enough",
        "criteria for appraising the studies fitting",
        "studies appraised by two people on their own",
        "errors in taking the data guarded against",
        "studies combined by fitting methods",
        "publication bias looked at",
        "advice rests on the data",
        "directions for research fitting",
    ),
    apart=frozenset({"10", "11"}),
)

#: JBI asks how a review was made and not how biased what it pools is, which is what GRADE weighs.
REVIEWS = replace(
    _OF_REVIEWS,
    domains=(
        *_OF_REVIEWS.domains,
        Domain(
            key="T",
            label="most of what is pooled is at low risk, by the review's own rating",
            items=(
                Item(
                    id="T",
                    label="most of what is pooled is at low risk, by the review's own rating",
                ),
            ),
            flows=(ask("T", yes=LOW, no=HIGH, unknown=SOME),),
            source=PROJECT,
            mark="convention",
        ),
    ),
)

_SYRCLE_MARK: Mark = "transcribed"
_SYRCLE_ITEMS = (
    "sequence of allocation made and applied well",
    "groups alike at the start, or allowed for",
    "allocation hidden",
    "animals housed at random",
    "carers and investigators did not know the group",
    "animals chosen at random for the assessment",
    "who assessed the outcome did not know the group",
    "losses dealt with",
    "nothing measured left out of the report",
    "nothing else that could bias much",
)

SYRCLE = Instrument(
    key="syrcle",
    label="SYRCLE",
    version="2014, ten items",
    source=HOOIJMANS,
    answers=SYRCLE_ANSWERS,
    ladder=(LOW, UNCLEAR, HIGH),
    risks={LOW: "low", UNCLEAR: "some concerns", HIGH: "high"},
    contrasts=frozenset({"between-arms"}),
    domains=tuple(
        Domain(
            key=str(number),
            label=words,
            items=(Item(id=str(number), label=words),),
            flows=(ask(str(number), yes=LOW, no=HIGH, unknown=UNCLEAR),),
            source=HOOIJMANS,
            mark=_SYRCLE_MARK,
        )
        for number, words in enumerate(_SYRCLE_ITEMS, start=1)
    ),
    # Hooijmans and others advise against one score for a study: that the worst counts is a
    # convention.
    overall_source=PROJECT,
    overall_mark="convention",
)

"""Risk of bias by instrument: from answers to judgements.

Y (with PY), N (with PN) and NI are the kinds of answer that a flow tells apart; NI is what could
not be read, is not reported or was not sought. An item that a row leaves out does not matter there.
Every way through every flow of the package is one of these rows, and no row is left over. RoB 2 is
the version of 22 August 2019 (doi:10.1136/bmj.l4898), ROBINS-I that of 2016
(doi:10.1136/bmj.i4919); the items' numbers are theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from reviewkit.appraisal import INSTRUMENTS, assess, paths
from reviewkit.appraisal.checklists import SINGLE_ARM, SYRCLE
from reviewkit.appraisal.instrument import Domain
from reviewkit.appraisal.tree import Kind
from tests.spec.table import SPELT, Case, Table

KINDS: dict[str, tuple[Kind, ...]] = {
    "Y": ("yes",),
    "N": ("no",),
    "NI": ("no information",),
    "NA": ("not applicable",),
}

RANDOMISATION = Table(
    title="RoB 2, domain 1: randomisation",
    text=("Table 4 of the guidance, and for a sequence that is not random its flowchart."),
    usual={"1.1": "", "1.2": "", "1.3": ""},
    cases=(
        Case(
            "random or not told, hidden, no imbalance",
            "T",
            {"1.2": "Y", "1.1": "Y/NI", "1.3": "N/NI"},
            "low",
        ),
        Case(
            "random or not told, hidden, imbalance",
            "T",
            {"1.2": "Y", "1.1": "Y/NI", "1.3": "Y"},
            "some concerns",
        ),
        Case("not random, though hidden", "T", {"1.2": "Y", "1.1": "N"}, "some concerns"),
        Case("hiding not told, no imbalance", "T", {"1.2": "NI", "1.3": "N/NI"}, "some concerns"),
        Case("hiding not told, imbalance", "T", {"1.2": "NI", "1.3": "Y"}, "high"),
        Case("not hidden", "T", {"1.2": "N"}, "high"),
    ),
)


DEVIATIONS = Table(
    title="RoB 2, domain 2, first part: deviations",
    text=(
        "Whether the trial itself made people deviate from what they were assigned to, asked "
        "where somebody knew it. The worse of the two parts counts."
    ),
    usual={"2.1": "", "2.2": "", "2.3": "", "2.4": "", "2.5": ""},
    cases=(
        Case("nobody knew", "T", {"2.1": "N", "2.2": "N"}, "low"),
        Case("participants knew, no deviations", "T", {"2.1": "Y/NI", "2.3": "N"}, "low"),
        Case(
            "participants knew, deviations not told",
            "T",
            {"2.1": "Y/NI", "2.3": "NI"},
            "some concerns",
        ),
        Case(
            "participants knew, deviations that hardly matter",
            "T",
            {"2.1": "Y/NI", "2.3": "Y", "2.4": "N"},
            "some concerns",
        ),
        Case(
            "participants knew, deviations that may matter, alike",
            "T",
            {"2.1": "Y/NI", "2.3": "Y", "2.4": "Y/NI", "2.5": "Y"},
            "some concerns",
        ),
        Case(
            "participants knew, deviations that may matter, not alike",
            "T",
            {"2.1": "Y/NI", "2.3": "Y", "2.4": "Y/NI", "2.5": "N/NI"},
            "high",
        ),
        Case(
            "those who treated knew, no deviations",
            "T",
            {"2.1": "N", "2.2": "Y/NI", "2.3": "N"},
            "low",
        ),
        Case(
            "those who treated knew, deviations not told",
            "T",
            {"2.1": "N", "2.2": "Y/NI", "2.3": "NI"},
            "some concerns",
        ),
        Case(
            "those who treated knew, deviations that hardly matter",
            "T",
            {"2.1": "N", "2.2": "Y/NI", "2.3": "Y", "2.4": "N"},
            "some concerns",
        ),
        Case(
            "those who treated knew, deviations that may matter, alike",
            "T",
            {"2.1": "N", "2.2": "Y/NI", "2.3": "Y", "2.4": "Y/NI", "2.5": "Y"},
            "some concerns",
        ),
        Case(
            "those who treated knew, deviations that may matter, not alike",
            "T",
            {"2.1": "N", "2.2": "Y/NI", "2.3": "Y", "2.4": "Y/NI", "2.5": "N/NI"},
            "high",
        ),
    ),
)


ANALYSIS = Table(
    title="RoB 2, domain 2, second part: analysis as assigned",
    text=("Whether people were analysed in the group they were assigned to."),
    usual={"2.6": "", "2.7": ""},
    cases=(
        Case("as assigned", "T", {"2.6": "Y"}, "low"),
        Case("otherwise, hardly mattering", "T", {"2.6": "N/NI", "2.7": "N"}, "some concerns"),
        Case(
            "otherwise, or not told, and it could matter",
            "T",
            {"2.6": "N/NI", "2.7": "Y/NI"},
            "high",
        ),
    ),
)


MISSING = Table(
    title="RoB 2, domain 3: missing outcome data",
    text=(
        "Table 10 of the guidance. Question 3.2 knows no NI in the tool: without evidence its "
        "answer is no."
    ),
    usual={"3.1": "", "3.2": "", "3.3": "", "3.4": ""},
    cases=(
        Case("nearly all are known", "T", {"3.1": "Y"}, "low"),
        Case("evidence that losses do not matter", "T", {"3.1": "N/NI", "3.2": "Y"}, "low"),
        Case(
            "losses cannot depend on the outcome",
            "T",
            {"3.1": "N/NI", "3.2": "N/NI", "3.3": "N"},
            "low",
        ),
        Case(
            "they could, and likely do not",
            "T",
            {"3.1": "N/NI", "3.2": "N/NI", "3.3": "Y/NI", "3.4": "N"},
            "some concerns",
        ),
        Case(
            "they could, and likely do, or nobody knows",
            "T",
            {"3.1": "N/NI", "3.2": "N/NI", "3.3": "Y/NI", "3.4": "Y/NI"},
            "high",
        ),
    ),
)


MEASUREMENT = Table(
    title="RoB 2, domain 4: measurement",
    text=("Who rates what is felt is the participant."),
    usual={"4.1": "", "4.2": "", "4.3": "", "4.4": "", "4.5": ""},
    cases=(
        Case("method not fit", "T", {"4.1": "Y"}, "high"),
        Case("measured otherwise in one group", "T", {"4.1": "N/NI", "4.2": "Y"}, "high"),
        Case(
            "measured alike, assessors unaware", "T", {"4.1": "N/NI", "4.2": "N", "4.3": "N"}, "low"
        ),
        Case(
            "measured alike, aware, could not be swayed",
            "T",
            {"4.1": "N/NI", "4.2": "N", "4.3": "Y/NI", "4.4": "N"},
            "low",
        ),
        Case(
            "measured alike, aware, could be swayed, likely were not",
            "T",
            {"4.1": "N/NI", "4.2": "N", "4.3": "Y/NI", "4.4": "Y/NI", "4.5": "N"},
            "some concerns",
        ),
        Case(
            "measured alike, aware, could be swayed, likely were, or nobody knows",
            "T",
            {"4.1": "N/NI", "4.2": "N", "4.3": "Y/NI", "4.4": "Y/NI", "4.5": "Y/NI"},
            "high",
        ),
        Case(
            "whether alike not told, assessors unaware",
            "T",
            {"4.1": "N/NI", "4.2": "NI", "4.3": "N"},
            "some concerns",
        ),
        Case(
            "whether alike not told, aware, could not be swayed",
            "T",
            {"4.1": "N/NI", "4.2": "NI", "4.3": "Y/NI", "4.4": "N"},
            "some concerns",
        ),
        Case(
            "whether alike not told, aware, could be swayed, likely were not",
            "T",
            {"4.1": "N/NI", "4.2": "NI", "4.3": "Y/NI", "4.4": "Y/NI", "4.5": "N"},
            "some concerns",
        ),
        Case(
            "whether alike not told, aware, could be swayed, likely were, or nobody knows",
            "T",
            {"4.1": "N/NI", "4.2": "NI", "4.3": "Y/NI", "4.4": "Y/NI", "4.5": "Y/NI"},
            "high",
        ),
    ),
)


REPORTED = Table(
    title="RoB 2, domain 5: the reported result",
    text=("Whether the result was chosen among several."),
    usual={"5.1": "", "5.2": "", "5.3": ""},
    cases=(
        Case("chosen among measurements", "T", {"5.2": "Y"}, "high"),
        Case("chosen among analyses", "T", {"5.2": "N/NI", "5.3": "Y"}, "high"),
        Case("neither, by a plan", "T", {"5.2": "N", "5.3": "N", "5.1": "Y"}, "low"),
        Case(
            "neither, without a plan", "T", {"5.2": "N", "5.3": "N", "5.1": "N/NI"}, "some concerns"
        ),
        Case("measurements not told", "T", {"5.2": "NI", "5.3": "N/NI"}, "some concerns"),
        Case("analyses not told", "T", {"5.2": "N", "5.3": "NI"}, "some concerns"),
    ),
)


REPORTED_CROSSOVER = Table(
    title="RoB 2, crossover, domain 5: the reported result",
    text=(
        "One more question: whether the second period was left out because carry-over was found."
    ),
    usual={"5.1": "", "5.2": "", "5.3": "", "5.4": ""},
    cases=(
        Case("chosen among measurements", "T", {"5.2": "Y"}, "high"),
        Case("chosen among analyses", "T", {"5.2": "N/NI", "5.3": "Y"}, "high"),
        Case("second period left out", "T", {"5.2": "N/NI", "5.3": "N/NI", "5.4": "Y"}, "high"),
        Case(
            "none of them, by a plan", "T", {"5.2": "N", "5.3": "N", "5.4": "N", "5.1": "Y"}, "low"
        ),
        Case(
            "none of them, without a plan",
            "T",
            {"5.2": "N", "5.3": "N", "5.4": "N", "5.1": "N/NI"},
            "some concerns",
        ),
        Case("second period not told", "T", {"5.2": "N", "5.3": "N", "5.4": "NI"}, "some concerns"),
        Case(
            "measurements not told",
            "T",
            {"5.2": "NI", "5.3": "N/NI", "5.4": "N/NI"},
            "some concerns",
        ),
        Case("analyses not told", "T", {"5.2": "N", "5.3": "NI", "5.4": "N/NI"}, "some concerns"),
    ),
)


PERIODS = Table(
    title="RoB 2, crossover: period and carry-over effects",
    text=(
        "The tool's own questions on this domain were not read; the Handbook (chapter 23) "
        "names what it is about. A convention."
    ),
    usual={"S.1": "", "S.2": "", "S.3": ""},
    cases=(
        Case("orders balanced, time enough", "C", {"S.1": "Y", "S.3": "Y"}, "low"),
        Case(
            "not balanced, period allowed for, time enough",
            "C",
            {"S.1": "N/NI", "S.2": "Y", "S.3": "Y"},
            "low",
        ),
        Case(
            "not balanced, period not allowed for, time enough",
            "C",
            {"S.1": "N/NI", "S.2": "N/NI", "S.3": "Y"},
            "some concerns",
        ),
        Case("balanced, time not told", "C", {"S.1": "Y", "S.3": "NI"}, "some concerns"),
        Case(
            "not balanced, time not told",
            "C",
            {"S.1": "N/NI", "S.2": "Y/N/NI", "S.3": "NI"},
            "some concerns",
        ),
        Case("balanced, not time enough", "C", {"S.1": "Y", "S.3": "N"}, "high"),
        Case(
            "not balanced, not time enough",
            "C",
            {"S.1": "N/NI", "S.2": "Y/N/NI", "S.3": "N"},
            "high",
        ),
    ),
)


CONFOUNDING = Table(
    title="ROBINS-I, domain 1: confounding",
    text=(
        "Low: none expected. Moderate: expected, and every important confounder measured well "
        "and allowed for. Serious: one at least was not. Charged where certainty starts, so "
        "not again."
    ),
    usual={"1.1": "", "1.2": "", "1.3": "", "1.4": "", "1.5": "", "1.6": "", "1.7": "", "1.8": ""},
    cases=(
        Case("none expected", "C", {"1.1": "N"}, "low"),
        Case(
            "time not split, allowed for and measured well",
            "C",
            {"1.1": "Y/NI", "1.2": "N/NI", "1.4": "Y", "1.5": "Y", "1.6": "N/NI"},
            "moderate",
        ),
        Case(
            "time not split, allowed for, and for what the treatment moves",
            "C",
            {"1.1": "Y/NI", "1.2": "N/NI", "1.4": "Y", "1.5": "Y", "1.6": "Y"},
            "serious",
        ),
        Case(
            "time not split, allowed for, measured badly",
            "C",
            {"1.1": "Y/NI", "1.2": "N/NI", "1.4": "Y", "1.5": "N"},
            "serious",
        ),
        Case(
            "time not split, allowed for, measuring not told",
            "C",
            {"1.1": "Y/NI", "1.2": "N/NI", "1.4": "Y", "1.5": "NI"},
            "no information",
        ),
        Case(
            "time not split, not allowed for",
            "C",
            {"1.1": "Y/NI", "1.2": "N/NI", "1.4": "N"},
            "serious",
        ),
        Case(
            "time not split, allowing not told",
            "C",
            {"1.1": "Y/NI", "1.2": "N/NI", "1.4": "NI"},
            "no information",
        ),
        Case(
            "time split, switches by chance, allowed for and measured well",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "N/NI", "1.4": "Y", "1.5": "Y", "1.6": "N/NI"},
            "moderate",
        ),
        Case(
            "time split, switches by chance, allowed for, and for what the treatment moves",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "N/NI", "1.4": "Y", "1.5": "Y", "1.6": "Y"},
            "serious",
        ),
        Case(
            "time split, switches by chance, allowed for, measured badly",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "N/NI", "1.4": "Y", "1.5": "N"},
            "serious",
        ),
        Case(
            "time split, switches by chance, allowed for, measuring not told",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "N/NI", "1.4": "Y", "1.5": "NI"},
            "no information",
        ),
        Case(
            "time split, switches by chance, not allowed for",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "N/NI", "1.4": "N"},
            "serious",
        ),
        Case(
            "time split, switches by chance, allowing not told",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "N/NI", "1.4": "NI"},
            "no information",
        ),
        Case(
            "time split, allowed for as it changes, measured well",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "Y", "1.7": "Y", "1.8": "Y"},
            "moderate",
        ),
        Case(
            "time split, allowed for as it changes, measured badly",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "Y", "1.7": "Y", "1.8": "N"},
            "serious",
        ),
        Case(
            "time split, allowed for as it changes, measuring not told",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "Y", "1.7": "Y", "1.8": "NI"},
            "no information",
        ),
        Case(
            "time split, not allowed for",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "Y", "1.7": "N"},
            "serious",
        ),
        Case(
            "time split, allowing not told",
            "C",
            {"1.1": "Y/NI", "1.2": "Y", "1.3": "Y", "1.7": "NI"},
            "no information",
        ),
    ),
)


SELECTION = Table(
    title="ROBINS-I, domain 2: selection of participants",
    text=(
        "Serious: chosen by something after the start that is tied to treatment and outcome, "
        "or not followed from the start, and not corrected for."
    ),
    usual={"2.1": "", "2.2": "", "2.3": "", "2.4": "", "2.5": ""},
    cases=(
        Case(
            "not chosen after the start, followed from the start",
            "C",
            {"2.1": "N", "2.4": "Y"},
            "low",
        ),
        Case(
            "not chosen after the start, not from the start, corrected",
            "C",
            {"2.1": "N", "2.4": "N", "2.5": "Y"},
            "moderate",
        ),
        Case(
            "not chosen after the start, not from the start, not corrected",
            "C",
            {"2.1": "N", "2.4": "N", "2.5": "N"},
            "serious",
        ),
        Case(
            "not chosen after the start, not from the start, correcting not told",
            "C",
            {"2.1": "N", "2.4": "N", "2.5": "NI"},
            "no information",
        ),
        Case(
            "not chosen after the start, from when not told",
            "C",
            {"2.1": "N", "2.4": "NI"},
            "no information",
        ),
        Case(
            "chosen by what is not tied to treatment, followed from the start",
            "C",
            {"2.1": "Y", "2.2": "N", "2.4": "Y"},
            "low",
        ),
        Case(
            "chosen by what is not tied to treatment, not from the start, corrected",
            "C",
            {"2.1": "Y", "2.2": "N", "2.4": "N", "2.5": "Y"},
            "moderate",
        ),
        Case(
            "chosen by what is not tied to treatment, not from the start, not corrected",
            "C",
            {"2.1": "Y", "2.2": "N", "2.4": "N", "2.5": "N"},
            "serious",
        ),
        Case(
            "chosen by what is not tied to treatment, not from the start, correcting not told",
            "C",
            {"2.1": "Y", "2.2": "N", "2.4": "N", "2.5": "NI"},
            "no information",
        ),
        Case(
            "chosen by what is not tied to treatment, from when not told",
            "C",
            {"2.1": "Y", "2.2": "N", "2.4": "NI"},
            "no information",
        ),
        Case(
            "by what is not tied to the outcome, followed from the start",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "N", "2.4": "Y"},
            "low",
        ),
        Case(
            "by what is not tied to the outcome, not from the start, corrected",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "N", "2.4": "N", "2.5": "Y"},
            "moderate",
        ),
        Case(
            "by what is not tied to the outcome, not from the start, not corrected",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "N", "2.4": "N", "2.5": "N"},
            "serious",
        ),
        Case(
            "by what is not tied to the outcome, not from the start, correcting not told",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "N", "2.4": "N", "2.5": "NI"},
            "no information",
        ),
        Case(
            "by what is not tied to the outcome, from when not told",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "N", "2.4": "NI"},
            "no information",
        ),
        Case(
            "tied to both, corrected",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "Y", "2.5": "Y"},
            "moderate",
        ),
        Case(
            "tied to both, not corrected",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "Y", "2.5": "N"},
            "serious",
        ),
        Case(
            "tied to both, correcting not told",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "Y", "2.5": "NI"},
            "no information",
        ),
        Case(
            "tie to the outcome not told",
            "C",
            {"2.1": "Y", "2.2": "Y", "2.3": "NI"},
            "no information",
        ),
        Case("tie to the treatment not told", "C", {"2.1": "Y", "2.2": "NI"}, "no information"),
        Case("choosing not told", "C", {"2.1": "NI"}, "no information"),
    ),
)


CLASSIFICATION = Table(
    title="ROBINS-I, domain 3: classification of interventions",
    text=(
        "Serious: not clearly defined, or the outcome could sway it. Moderate: set down afterwards."
    ),
    usual={"3.1": "", "3.2": "", "3.3": ""},
    cases=(
        Case(
            "defined, recorded at the start, not swayed",
            "C",
            {"3.1": "Y", "3.3": "N", "3.2": "Y"},
            "low",
        ),
        Case(
            "defined, recorded afterwards, not swayed",
            "C",
            {"3.1": "Y", "3.3": "N", "3.2": "N"},
            "moderate",
        ),
        Case("recording not told", "C", {"3.1": "Y", "3.3": "N", "3.2": "NI"}, "no information"),
        Case("could be swayed", "C", {"3.1": "Y", "3.3": "Y"}, "serious"),
        Case("swaying not told", "C", {"3.1": "Y", "3.3": "NI"}, "no information"),
        Case("not defined", "C", {"3.1": "N"}, "serious"),
        Case("defining not told", "C", {"3.1": "NI"}, "no information"),
    ),
)


DEVIATIONS_I = Table(
    title="ROBINS-I, domain 4: deviations from intended interventions",
    text=("For the effect of assignment."),
    usual={"4.1": "", "4.2": ""},
    cases=(
        Case("usual practice", "C", {"4.1": "N"}, "low"),
        Case("beyond it, alike or hardly mattering", "C", {"4.1": "Y", "4.2": "N"}, "low"),
        Case("beyond it, unlike and mattering", "C", {"4.1": "Y", "4.2": "Y"}, "serious"),
        Case("whether it matters not told", "C", {"4.1": "Y", "4.2": "NI"}, "no information"),
        Case("not told", "C", {"4.1": "NI"}, "no information"),
    ),
)


MISSING_I = Table(
    title="ROBINS-I, domain 5: missing data",
    text=("Low: hardly any missing, or alike between groups."),
    usual={"5.1": "", "5.2": "", "5.3": "", "5.4": "", "5.5": ""},
    cases=(
        Case("nearly all are known and in", "C", {"5.1": "Y", "5.2": "N", "5.3": "N"}, "low"),
        Case("outcomes missing, alike between groups", "C", {"5.1": "N", "5.4": "Y"}, "low"),
        Case(
            "outcomes missing, unlike, the result holds",
            "C",
            {"5.1": "N", "5.4": "N", "5.5": "Y"},
            "moderate",
        ),
        Case(
            "outcomes missing, unlike, and no evidence that it holds",
            "C",
            {"5.1": "N", "5.4": "N", "5.5": "N/NI"},
            "serious",
        ),
        Case(
            "outcomes missing, likeness not told, the result holds",
            "C",
            {"5.1": "N", "5.4": "NI", "5.5": "Y"},
            "moderate",
        ),
        Case(
            "outcomes missing, likeness not told, no evidence",
            "C",
            {"5.1": "N", "5.4": "NI", "5.5": "N/NI"},
            "no information",
        ),
        Case(
            "treatment unknown of some, alike between groups",
            "C",
            {"5.1": "Y", "5.2": "Y", "5.4": "Y"},
            "low",
        ),
        Case(
            "treatment unknown of some, unlike, the result holds",
            "C",
            {"5.1": "Y", "5.2": "Y", "5.4": "N", "5.5": "Y"},
            "moderate",
        ),
        Case(
            "treatment unknown of some, unlike, and no evidence that it holds",
            "C",
            {"5.1": "Y", "5.2": "Y", "5.4": "N", "5.5": "N/NI"},
            "serious",
        ),
        Case(
            "treatment unknown of some, likeness not told, the result holds",
            "C",
            {"5.1": "Y", "5.2": "Y", "5.4": "NI", "5.5": "Y"},
            "moderate",
        ),
        Case(
            "treatment unknown of some, likeness not told, no evidence",
            "C",
            {"5.1": "Y", "5.2": "Y", "5.4": "NI", "5.5": "N/NI"},
            "no information",
        ),
        Case(
            "something else unknown of some, alike between groups",
            "C",
            {"5.1": "Y", "5.2": "N/NI", "5.3": "Y", "5.4": "Y"},
            "low",
        ),
        Case(
            "something else unknown of some, unlike, the result holds",
            "C",
            {"5.1": "Y", "5.2": "N/NI", "5.3": "Y", "5.4": "N", "5.5": "Y"},
            "moderate",
        ),
        Case(
            "something else unknown of some, unlike, and no evidence that it holds",
            "C",
            {"5.1": "Y", "5.2": "N/NI", "5.3": "Y", "5.4": "N", "5.5": "N/NI"},
            "serious",
        ),
        Case(
            "something else unknown of some, likeness not told, the result holds",
            "C",
            {"5.1": "Y", "5.2": "N/NI", "5.3": "Y", "5.4": "NI", "5.5": "Y"},
            "moderate",
        ),
        Case(
            "something else unknown of some, likeness not told, no evidence",
            "C",
            {"5.1": "Y", "5.2": "N/NI", "5.3": "Y", "5.4": "NI", "5.5": "N/NI"},
            "no information",
        ),
        Case("leaving out not told", "C", {"5.1": "Y", "5.2": "N", "5.3": "NI"}, "no information"),
        Case(
            "treatment, whether unknown, not told",
            "C",
            {"5.1": "Y", "5.2": "NI", "5.3": "N/NI"},
            "no information",
        ),
        Case("losses not told", "C", {"5.1": "NI"}, "no information"),
    ),
)


MEASUREMENT_I = Table(
    title="ROBINS-I, domain 6: measurement of outcomes",
    text=("Serious: a measure that can be swayed, by people who knew; or not measured alike."),
    usual={"6.1": "", "6.2": "", "6.3": "", "6.4": ""},
    cases=(
        Case("can be swayed, by people who knew", "C", {"6.1": "Y", "6.2": "Y"}, "serious"),
        Case("can be swayed, who knew not told", "C", {"6.1": "Y", "6.2": "NI"}, "no information"),
        Case(
            "swaying not told, by people who knew or may have",
            "C",
            {"6.1": "NI", "6.2": "Y/NI"},
            "no information",
        ),
        Case(
            "cannot be swayed, alike, no errors tied to treatment",
            "C",
            {"6.1": "N", "6.3": "Y", "6.4": "N"},
            "low",
        ),
        Case(
            "cannot be swayed, alike, errors tied to treatment",
            "C",
            {"6.1": "N", "6.3": "Y", "6.4": "Y"},
            "serious",
        ),
        Case(
            "cannot be swayed, alike, errors not told",
            "C",
            {"6.1": "N", "6.3": "Y", "6.4": "NI"},
            "no information",
        ),
        Case("cannot be swayed, not alike", "C", {"6.1": "N", "6.3": "N"}, "serious"),
        Case(
            "cannot be swayed, likeness not told", "C", {"6.1": "N", "6.3": "NI"}, "no information"
        ),
        Case(
            "can be swayed, by people who did not know, alike, no errors tied to treatment",
            "C",
            {"6.1": "Y", "6.2": "N", "6.3": "Y", "6.4": "N"},
            "low",
        ),
        Case(
            "can be swayed, by people who did not know, alike, errors tied to treatment",
            "C",
            {"6.1": "Y", "6.2": "N", "6.3": "Y", "6.4": "Y"},
            "serious",
        ),
        Case(
            "can be swayed, by people who did not know, alike, errors not told",
            "C",
            {"6.1": "Y", "6.2": "N", "6.3": "Y", "6.4": "NI"},
            "no information",
        ),
        Case(
            "can be swayed, by people who did not know, not alike",
            "C",
            {"6.1": "Y", "6.2": "N", "6.3": "N"},
            "serious",
        ),
        Case(
            "can be swayed, by people who did not know, likeness not told",
            "C",
            {"6.1": "Y", "6.2": "N", "6.3": "NI"},
            "no information",
        ),
        Case(
            "swaying not told, by people who did not know, alike, no errors tied to treatment",
            "C",
            {"6.1": "NI", "6.2": "N", "6.3": "Y", "6.4": "N"},
            "low",
        ),
        Case(
            "swaying not told, by people who did not know, alike, errors tied to treatment",
            "C",
            {"6.1": "NI", "6.2": "N", "6.3": "Y", "6.4": "Y"},
            "serious",
        ),
        Case(
            "swaying not told, by people who did not know, alike, errors not told",
            "C",
            {"6.1": "NI", "6.2": "N", "6.3": "Y", "6.4": "NI"},
            "no information",
        ),
        Case(
            "swaying not told, by people who did not know, not alike",
            "C",
            {"6.1": "NI", "6.2": "N", "6.3": "N"},
            "serious",
        ),
        Case(
            "swaying not told, by people who did not know, likeness not told",
            "C",
            {"6.1": "NI", "6.2": "N", "6.3": "NI"},
            "no information",
        ),
    ),
)


REPORTED_I = Table(
    title="ROBINS-I, domain 7: the reported result",
    text=("Moderate at best: low needs a plan, which no question asks for."),
    usual={"7.1": "", "7.2": "", "7.3": ""},
    cases=(
        Case("chosen among measurements", "C", {"7.1": "Y"}, "serious"),
        Case("chosen among analyses", "C", {"7.1": "N/NI", "7.2": "Y"}, "serious"),
        Case("chosen among subgroups", "C", {"7.1": "N/NI", "7.2": "N/NI", "7.3": "Y"}, "serious"),
        Case("none of them", "C", {"7.1": "N", "7.2": "N", "7.3": "N"}, "moderate"),
        Case("subgroups not told", "C", {"7.1": "N", "7.2": "N", "7.3": "NI"}, "no information"),
        Case("analyses not told", "C", {"7.1": "N", "7.2": "NI", "7.3": "N/NI"}, "no information"),
        Case(
            "measurements not told",
            "C",
            {"7.1": "NI", "7.2": "N/NI", "7.3": "N/NI"},
            "no information",
        ),
    ),
)


JBI = Table(
    title="Checklists of JBI",
    text=("JBI gives no rule from an answer to a judgement: a convention."),
    usual={"1": ""},
    cases=(
        Case("met", "C", {"1": "Y"}, "low"),
        Case("not met", "C", {"1": "N"}, "high"),
        Case("unclear, or not read", "C", {"1": "NI"}, "some concerns"),
        Case("does not apply", "C", {"1": "NA"}, "not applicable"),
    ),
)


ANIMALS = Table(
    title="SYRCLE, each of ten items",
    text=("Hooijmans 2014 (doi:10.1186/1471-2288-14-43)."),
    usual={"1": ""},
    cases=(
        Case("met", "T", {"1": "Y"}, "low"),
        Case("not met", "T", {"1": "N"}, "high"),
        Case("unclear, or not read", "T", {"1": "NI"}, "unclear"),
    ),
)

#: Each table, by the instrument, the domain and the part of it that it is of.
FLOWS: dict[tuple[str, str, int], Table] = {
    ("rob-2", "1", 0): RANDOMISATION,
    ("rob-2", "2", 0): DEVIATIONS,
    ("rob-2", "2", 1): ANALYSIS,
    ("rob-2", "3", 0): MISSING,
    ("rob-2", "4", 0): MEASUREMENT,
    ("rob-2", "5", 0): REPORTED,
    ("rob-2-crossover", "5", 0): REPORTED_CROSSOVER,
    ("rob-2-crossover", "S", 0): PERIODS,
    ("robins-i", "1", 0): CONFOUNDING,
    ("robins-i", "2", 0): SELECTION,
    ("robins-i", "3", 0): CLASSIFICATION,
    ("robins-i", "4", 0): DEVIATIONS_I,
    ("robins-i", "5", 0): MISSING_I,
    ("robins-i", "6", 0): MEASUREMENT_I,
    ("robins-i", "7", 0): REPORTED_I,
    ("jbi-single-arm", "1", 0): JBI,
    ("syrcle", "1", 0): ANIMALS,
}


def kinds_of(written: str) -> tuple[Kind, ...]:
    return tuple(kind for letter in written.split("/") for kind in KINDS[letter])


def domain_of(instrument: str, key: str) -> Domain:
    return next(d for d in INSTRUMENTS[instrument].domains if d.key == key)


def ways(case: Case) -> Iterator[dict[str, Kind]]:
    """Every combination of kinds that a row stands for."""
    named = [(item, kinds_of(written)) for item, written in case.given.items()]
    for chosen in product(*(kinds for _, kinds in named)):
        yield dict(zip((item for item, _ in named), chosen, strict=True))


def rows() -> list[object]:
    return [
        pytest.param(key, case, id=f"{table.title}: {case.name}")
        for key, table in FLOWS.items()
        for case in table.cases
    ]


@pytest.mark.parametrize(("key", "case"), rows())
def test_a_row_is_what_the_flow_says(key: tuple[str, str, int], case: Case) -> None:
    domain = domain_of(key[0], key[1])
    ends = {tuple(sorted(dict(path).items())): end for path, end in paths(domain.flows[key[2]])}
    for way in ways(case):
        assert ends.get(tuple(sorted(way.items()))) == case.then, way
    assert domain.mark == SPELT[case.mark]


@pytest.mark.parametrize("key", list(FLOWS), ids=str)
def test_every_way_through_a_flow_is_one_row(key: tuple[str, str, int]) -> None:
    table = FLOWS[key]
    told = [tuple(sorted(way.items())) for case in table.cases for way in ways(case)]
    walked = [
        tuple(sorted(dict(path).items()))
        for path, _ in paths(domain_of(key[0], key[1]).flows[key[2]])
    ]
    assert sorted(told) == sorted(walked)


def test_every_flow_has_its_table() -> None:
    """Checklists repeat one flow item by item; the crossover shares those of parallel groups."""
    told = {id(domain_of(i, d).flows[part]) for i, d, part in FLOWS}
    for instrument in INSTRUMENTS.values():
        for domain in instrument.domains:
            for flow in domain.flows:
                one = [[kind for _, kind in path] + [end] for path, end in paths(flow)]
                if instrument.key.startswith("jbi"):
                    assert one in (_ends(SINGLE_ARM.domains[0]), _ends(SINGLE_ARM.domains[0])[:3])
                elif instrument is SYRCLE:
                    assert one == _ends(SYRCLE.domains[0])
                else:
                    assert id(flow) in told


def _ends(domain: Domain) -> list[list[str]]:
    return [[*(kind for _, kind in path), end] for path, end in paths(domain.flows[0])]


OVERALL = Table(
    title="Overall, by the worst domain",
    text=(
        "RoB 2 and ROBINS-I: the worst domain counts; in ROBINS-I a domain without information "
        "counts before moderate and after serious. RoB 2 lets a judge call several domains with "
        "some concerns high, which is left to the judgement on the body. For checklists a "
        "convention. What GRADE charges at the start (no control, confounding) stays out of the "
        "risk that weighs."
    ),
    # The answers that matter; every other item is answered as well as can be.
    usual={"instrument": "rob-2", "answers": {}},
    cases=(
        Case("every domain low", "P", {}, ("low", "low")),
        Case(
            "one domain with some concerns", "P", {"answers": {"5.1": "N"}}, ("some concerns",) * 2
        ),
        Case(
            "two domains with some concerns",
            "P",
            {"answers": {"5.1": "N", "1.1": "N"}},
            ("some concerns",) * 2,
        ),
        Case("one domain high", "P", {"answers": {"5.2": "Y"}}, ("high", "high")),
        Case(
            "ROBINS-I at best",
            "T",
            {"instrument": "robins-i", "answers": {"1.1": "N"}},
            ("moderate", "some concerns"),
        ),
        Case(
            "ROBINS-I, a domain without information",
            "T",
            {"instrument": "robins-i", "answers": {"1.1": "N", "4.1": ""}},
            ("no information", "no information"),
        ),
        Case(
            "ROBINS-I, serious beside no information",
            "T",
            {"instrument": "robins-i", "answers": {"1.1": "N", "4.1": "", "3.1": "N"}},
            ("serious", "high"),
        ),
        Case(
            "ROBINS-I, serious by confounding alone, which the start charges",
            "T",
            {"instrument": "robins-i", "answers": {"1.4": "N"}},
            ("serious", "some concerns"),
        ),
        Case(
            "JBI, one group without a control, which the start charges",
            "C",
            {"instrument": "jbi-single-arm", "answers": {"4": "no"}},
            ("high", "low"),
        ),
        Case(
            "JBI, an item on reporting",
            "C",
            {"instrument": "jbi-case-series", "answers": {"9": "no"}},
            ("low", "low"),
        ),
        Case(
            "SYRCLE, one item unclear",
            "C",
            {"instrument": "syrcle", "answers": {"3": "unclear"}},
            ("unclear", "some concerns"),
        ),
    ),
)
#: Answers that lead to the best judgement, where "yes" is not the good one.
GOOD_IS_NO = {
    "rob-2": {"1.3", "2.1", "2.2", "2.3", "2.7", "4.1", "4.2", "4.3", "5.2", "5.3"},
    "robins-i": {
        "1.2",
        "1.6",
        "2.1",
        "3.3",
        "4.1",
        "5.2",
        "5.3",
        "6.1",
        "6.2",
        "6.4",
        "7.1",
        "7.2",
        "7.3",
    },
}


def answers_of(instrument: str, given: Mapping[str, str]) -> dict[str, str]:
    known = INSTRUMENTS[instrument]
    yes, no = ("Y", "N") if "Y" in known.answers else ("yes", "no")
    bad = GOOD_IS_NO.get(instrument, set())
    return {**{item: no if item in bad else yes for item in known.items}, **given}


@pytest.mark.parametrize("case", OVERALL.rows())
def test_overall(case: Case) -> None:
    facts = OVERALL.facts(case)
    instrument = INSTRUMENTS[facts["instrument"]]
    found = assess(instrument, answers_of(instrument.key, facts["answers"]))
    assert (found.judgement, found.risk) == case.then
    assert instrument.overall_mark == SPELT[case.mark]


UNREAD = Table(
    title="What was not read",
    text=(
        "Beside the judgement with no information stand the best and the worst that the answers "
        "still allow. "
        "What a paper read in full does not report stays no information. Where the two differ, "
        "the study is shown as no information. A convention."
    ),
    usual={"answers": {}},
    cases=(
        Case(
            "nothing was read",
            "C",
            {"answers": dict.fromkeys(("1.1",), "not sought")},
            "no information",
        ),
        Case("everything was read and is good", "C", {"answers": {"all": "good"}}, "low"),
        Case(
            "losses not in what was read",
            "C",
            {"answers": {"all": "good", "3.1": "not in what was read"}},
            "no information",
        ),
        Case(
            "losses not reported",
            "C",
            {"answers": {"all": "good", "3.1": "not reported", "3.2": "N", "3.3": "Y", "3.4": "Y"}},
            "high",
        ),
        Case(
            "losses not in what was read, and high by another domain",
            "C",
            {"answers": {"all": "good", "3.1": "not in what was read", "5.2": "Y"}},
            "high",
        ),
    ),
)


@pytest.mark.parametrize("case", UNREAD.rows())
def test_what_was_not_read(case: Case) -> None:
    given = dict(UNREAD.facts(case)["answers"])
    good = given.pop("all", None) is not None
    answers = answers_of("rob-2", given) if good else given
    for item in ("3.2", "3.3", "3.4"):
        if given.get("3.1") == "not in what was read":
            answers.pop(item)
    assert assess(INSTRUMENTS["rob-2"], answers).shown == case.then

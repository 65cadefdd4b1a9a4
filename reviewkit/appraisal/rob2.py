"""RoB 2: a result of a randomised trial, of parallel groups or of a crossover.

Version of 22 August 2019 (doi:10.1136/bmj.l4898), for the effect of assignment to the intervention.
The questions' numbers, the order in which they are asked and the flows are the tool's; their words
are this project's, since the tool's are licensed without derivatives. The flows were read in
transcriptions of the guidance: Tables 4 (randomisation) and 10 (missing data) as tables, all as the
code of two programs that agree with each other and with the tables. Of two further programs that
depart from them, one contradicts those tables and the other the guidance at question 2.3.

Of the crossover variant (18 March 2021) the name of its further domain and question 5.4 were read,
and in the Cochrane Handbook (chapter 23) that it is about carry-over and period effects; its
questions on them and their flow were not. Items S.1 to S.3 and their flow are therefore a
convention of this project.
"""

from __future__ import annotations

from dataclasses import replace

from reviewkit.appraisal.instrument import SIGNALLING, Condition, Domain, Instrument, Item
from reviewkit.appraisal.tree import Ask, Kind, ask

LOW, SOME, HIGH = "low", "some concerns", "high"
SOURCE = "RoB 2, doi:10.1136/bmj.l4898"
PROJECT = "convention of this project"
_MAYBE_YES: tuple[Kind, ...] = ("yes", "no information")
_MAYBE_NO: tuple[Kind, ...] = ("no", "no information")

RANDOMISATION = Domain(
    key="1",
    label="randomisation",
    items=(
        Item(id="1.1", label="sequence of allocation random"),
        Item(id="1.2", label="allocation hidden until people were in and assigned"),
        Item(id="1.3", label="groups differ at the start as chance would not have it"),
    ),
    flows=(
        ask(
            "1.2",
            yes=ask(
                "1.1",
                yes=ask("1.3", yes=SOME, no=LOW, unknown=LOW),
                no=SOME,
                unknown=ask("1.3", yes=SOME, no=LOW, unknown=LOW),
            ),
            no=HIGH,
            unknown=ask("1.3", yes=HIGH, no=SOME, unknown=SOME),
        ),
    ),
    source=SOURCE,
    mark="transcribed",
)

_DEVIATED = ask(
    "2.3",
    yes=ask(
        "2.4",
        yes=ask("2.5", yes=SOME, no=HIGH, unknown=HIGH),
        no=SOME,
        unknown=ask("2.5", yes=SOME, no=HIGH, unknown=HIGH),
    ),
    no=LOW,
    unknown=SOME,
)
_AWARE = Condition(items=("2.1", "2.2"), kinds=_MAYBE_YES)

DEVIATIONS = Domain(
    key="2",
    label="deviations from what was assigned",
    items=(
        Item(id="2.1", label="participants knew what they were assigned to"),
        Item(id="2.2", label="those who cared for or treated them knew it"),
        Item(id="2.3", label="the trial itself made people deviate", when=(_AWARE,)),
        Item(
            id="2.4",
            label="deviations likely to have moved the outcome",
            when=(Condition(items=("2.3",), kinds=("yes",)),),
        ),
        Item(
            id="2.5",
            label="deviations alike in both groups",
            when=(Condition(items=("2.4",), kinds=_MAYBE_YES),),
        ),
        Item(id="2.6", label="analysed as assigned"),
        Item(
            id="2.7",
            label="analysing otherwise could matter much",
            when=(Condition(items=("2.6",), kinds=_MAYBE_NO),),
        ),
    ),
    flows=(
        ask(
            "2.1",
            yes=_DEVIATED,
            no=ask("2.2", yes=_DEVIATED, no=LOW, unknown=_DEVIATED),
            unknown=_DEVIATED,
        ),
        ask(
            "2.6",
            yes=LOW,
            no=ask("2.7", yes=HIGH, no=SOME, unknown=HIGH),
            unknown=ask("2.7", yes=HIGH, no=SOME, unknown=HIGH),
        ),
    ),
    source=SOURCE,
    mark="transcribed",
)

#: The tool allows no "no information" at 3.2: without evidence the answer is no.
_LOST = ask(
    "3.2",
    yes=LOW,
    no=ask(
        "3.3",
        yes=ask("3.4", yes=HIGH, no=SOME, unknown=HIGH),
        no=LOW,
        unknown=ask("3.4", yes=HIGH, no=SOME, unknown=HIGH),
    ),
    unknown=ask(
        "3.3",
        yes=ask("3.4", yes=HIGH, no=SOME, unknown=HIGH),
        no=LOW,
        unknown=ask("3.4", yes=HIGH, no=SOME, unknown=HIGH),
    ),
)

MISSING_DATA = Domain(
    key="3",
    label="missing outcome data",
    items=(
        Item(id="3.1", label="outcome known of nearly all who were randomised"),
        Item(
            id="3.2",
            label="evidence that losses did not bias the result",
            when=(Condition(items=("3.1",), kinds=_MAYBE_NO),),
            absent="no",
        ),
        Item(
            id="3.3",
            label="losses could depend on the outcome",
            when=(Condition(items=("3.2",), kinds=("no",)),),
        ),
        Item(
            id="3.4",
            label="losses likely to depend on the outcome",
            when=(Condition(items=("3.3",), kinds=_MAYBE_YES),),
        ),
    ),
    flows=(ask("3.1", yes=LOW, no=_LOST, unknown=_LOST),),
    source=SOURCE,
    mark="transcribed",
)


def _measured(unaware: str) -> Ask:
    """The flow from 4.3 on, where unaware or uninfluenced assessors lead to `unaware`."""
    likely = ask("4.5", yes=HIGH, no=SOME, unknown=HIGH)
    could = ask("4.4", yes=likely, no=unaware, unknown=likely)
    return ask("4.3", yes=could, no=unaware, unknown=could)


_ALIKE = ask("4.2", yes=HIGH, no=_measured(LOW), unknown=_measured(SOME))

MEASUREMENT = Domain(
    key="4",
    label="measurement of the outcome",
    items=(
        Item(id="4.1", label="method of measuring not fit for the outcome"),
        Item(id="4.2", label="measured otherwise in one group than in the other"),
        Item(
            id="4.3",
            label="who assessed the outcome knew the group",
            when=(Condition(items=("4.1", "4.2"), kinds=_MAYBE_NO, needs="all"),),
        ),
        Item(
            id="4.4",
            label="knowing it could sway the assessment",
            when=(Condition(items=("4.3",), kinds=_MAYBE_YES),),
        ),
        Item(
            id="4.5",
            label="knowing it likely swayed the assessment",
            when=(Condition(items=("4.4",), kinds=_MAYBE_YES),),
        ),
    ),
    flows=(ask("4.1", yes=HIGH, no=_ALIKE, unknown=_ALIKE),),
    source=SOURCE,
    mark="transcribed",
)

_PLANNED = ask("5.1", yes=LOW, no=SOME, unknown=SOME)

REPORTED = Domain(
    key="5",
    label="selection of the reported result",
    items=(
        Item(id="5.1", label="analysed by a plan made before the outcomes were seen"),
        Item(id="5.2", label="result likely chosen among several measurements"),
        Item(id="5.3", label="result likely chosen among several analyses"),
    ),
    flows=(
        ask(
            "5.2",
            yes=HIGH,
            no=ask("5.3", yes=HIGH, no=_PLANNED, unknown=SOME),
            unknown=ask("5.3", yes=HIGH, no=SOME, unknown=SOME),
        ),
    ),
    source=SOURCE,
    mark="transcribed",
)

_BALANCED = ask("S.3", yes=LOW, no=HIGH, unknown=SOME)
_UNBALANCED = ask("S.3", yes=SOME, no=HIGH, unknown=SOME)

PERIODS = Domain(
    key="S",
    label="period and carry-over effects",
    items=(
        Item(id="S.1", label="as many people in one order as in the other"),
        Item(
            id="S.2",
            label="the analysis allows for the period",
            when=(Condition(items=("S.1",), kinds=_MAYBE_NO),),
        ),
        Item(id="S.3", label="time enough between periods for effects to be gone"),
    ),
    flows=(
        ask(
            "S.1",
            yes=_BALANCED,
            no=ask("S.2", yes=_BALANCED, no=_UNBALANCED, unknown=_UNBALANCED),
            unknown=ask("S.2", yes=_BALANCED, no=_UNBALANCED, unknown=_UNBALANCED),
        ),
    ),
    source=PROJECT,
    mark="convention",
)

_BOTH = ask("5.4", yes=HIGH, no=_PLANNED, unknown=SOME)
_EITHER = ask("5.4", yes=HIGH, no=SOME, unknown=SOME)

REPORTED_OF_CROSSOVER = replace(
    REPORTED,
    items=(
        *REPORTED.items,
        Item(id="5.4", label="the second period left out because carry-over was found"),
    ),
    flows=(
        ask(
            "5.2",
            yes=HIGH,
            no=ask("5.3", yes=HIGH, no=_BOTH, unknown=_EITHER),
            unknown=ask("5.3", yes=HIGH, no=_EITHER, unknown=_EITHER),
        ),
    ),
)

PARALLEL = Instrument(
    key="rob-2",
    label="RoB 2, parallel groups",
    version="22 August 2019, effect of assignment",
    source=SOURCE,
    answers=SIGNALLING,
    ladder=(LOW, SOME, HIGH),
    risks={LOW: "low", SOME: "some concerns", HIGH: "high"},
    contrasts=frozenset({"between-arms", "between-sides"}),
    domains=(RANDOMISATION, DEVIATIONS, MISSING_DATA, MEASUREMENT, REPORTED),
    # The tool lets the judge call several domains with some concerns high: that is not counted
    # out here, but left to the judgement on the body.
    overall_source=SOURCE,
    overall_mark="published",
)

CROSSOVER = replace(
    PARALLEL,
    key="rob-2-crossover",
    label="RoB 2, crossover",
    version="18 March 2021, effect of assignment",
    contrasts=frozenset({"between-conditions"}),
    domains=(
        RANDOMISATION,
        PERIODS,
        DEVIATIONS,
        MISSING_DATA,
        MEASUREMENT,
        REPORTED_OF_CROSSOVER,
    ),
)

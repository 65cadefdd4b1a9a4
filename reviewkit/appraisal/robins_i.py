"""ROBINS-I: a result of a comparison of groups that was not, or not surely, randomised.

The version of 2016 (doi:10.1136/bmj.i4919); version 2 is still a draft. The numbers of the
questions and when each is asked are the tool's, the words this project's. The tool gives, for each
domain, criteria in words and no flow from answers to judgements; the flows here put those criteria
(read in part in a Cochrane protocol that prints them, PMC6353237, in part in a transcription) in
terms of the questions, and are marked as a convention of this project. In them

- "critical" is never reached: the criteria for it (inherently uncontrollable confounding, say) are
  not asked by any question, and are left to the judgement on the body;
- selection of the result is "moderate" at best: "low" needs a plan, which no question asks for.
"""

from __future__ import annotations

from reviewkit.appraisal.instrument import SIGNALLING, Condition, Domain, Instrument, Item, Mark
from reviewkit.appraisal.tree import Kind, ask

LOW, MODERATE, UNKNOWN, SERIOUS, CRITICAL = (
    "low",
    "moderate",
    "no information",
    "serious",
    "critical",
)
SOURCE = "ROBINS-I, doi:10.1136/bmj.i4919"
_CRITERIA = "criteria of ROBINS-I put in terms of its questions, a convention of this project"
_MARK: Mark = "convention"
_MAYBE_YES: tuple[Kind, ...] = ("yes", "no information")
_MAYBE_NO: tuple[Kind, ...] = ("no", "no information")

_BASELINE = ask(
    "1.4",
    yes=ask(
        "1.5",
        yes=ask("1.6", yes=SERIOUS, no=MODERATE, unknown=MODERATE),
        no=SERIOUS,
        unknown=UNKNOWN,
    ),
    no=SERIOUS,
    unknown=UNKNOWN,
)
_IN_TIME = ask(
    "1.7",
    yes=ask("1.8", yes=MODERATE, no=SERIOUS, unknown=UNKNOWN),
    no=SERIOUS,
    unknown=UNKNOWN,
)
_SPLIT = ask(
    "1.2",
    yes=ask("1.3", yes=_IN_TIME, no=_BASELINE, unknown=_BASELINE),
    no=_BASELINE,
    unknown=_BASELINE,
)
_CONFOUNDED = Condition(items=("1.1",), kinds=_MAYBE_YES)
_BY_BASELINE = (
    Condition(items=("1.2",), kinds=_MAYBE_NO),
    Condition(items=("1.3",), kinds=_MAYBE_NO),
)

CONFOUNDING = Domain(
    key="1",
    label="confounding",
    items=(
        Item(id="1.1", label="something else could explain the difference"),
        Item(id="1.2", label="people's time split by what they had", when=(_CONFOUNDED,)),
        Item(
            id="1.3",
            label="switches likely tied to prognosis",
            when=(Condition(items=("1.2",), kinds=("yes",)),),
        ),
        Item(id="1.4", label="every important confounder allowed for", when=_BY_BASELINE),
        Item(
            id="1.5",
            label="these confounders measured well",
            when=(Condition(items=("1.4",), kinds=("yes",)),),
        ),
        Item(id="1.6", label="something allowed for that the treatment moves", when=_BY_BASELINE),
        Item(
            id="1.7",
            label="confounders allowed for as they change",
            when=(Condition(items=("1.3",), kinds=("yes",)),),
        ),
        Item(
            id="1.8",
            label="changing confounders measured well",
            when=(Condition(items=("1.7",), kinds=("yes",)),),
        ),
    ),
    flows=(ask("1.1", yes=_SPLIT, no=LOW, unknown=_SPLIT),),
    source=_CRITERIA,
    mark=_MARK,
    at_start=True,
)

_COINCIDE = ask(
    "2.4",
    yes=LOW,
    no=ask("2.5", yes=MODERATE, no=SERIOUS, unknown=UNKNOWN),
    unknown=UNKNOWN,
)

SELECTION = Domain(
    key="2",
    label="selection of participants",
    items=(
        Item(id="2.1", label="chosen by what was seen after the start"),
        Item(
            id="2.2",
            label="which is tied to the treatment",
            when=(Condition(items=("2.1",), kinds=("yes",)),),
        ),
        Item(
            id="2.3",
            label="and to the outcome or its causes",
            when=(Condition(items=("2.2",), kinds=("yes",)),),
        ),
        Item(id="2.4", label="followed from the start of treatment on"),
        Item(
            id="2.5",
            label="the analysis corrects for the selection",
            when=(
                Condition(items=("2.2", "2.3"), kinds=("yes",), needs="all"),
                Condition(items=("2.4",), kinds=("no",)),
            ),
        ),
    ),
    flows=(
        ask(
            "2.1",
            yes=ask(
                "2.2",
                yes=ask(
                    "2.3",
                    yes=ask("2.5", yes=MODERATE, no=SERIOUS, unknown=UNKNOWN),
                    no=_COINCIDE,
                    unknown=UNKNOWN,
                ),
                no=_COINCIDE,
                unknown=UNKNOWN,
            ),
            no=_COINCIDE,
            unknown=UNKNOWN,
        ),
    ),
    source=_CRITERIA,
    mark=_MARK,
)

CLASSIFICATION = Domain(
    key="3",
    label="classification of interventions",
    items=(
        Item(id="3.1", label="groups clearly defined"),
        Item(id="3.2", label="recorded at the start who had what"),
        Item(id="3.3", label="the outcome could sway who counts as treated"),
    ),
    flows=(
        ask(
            "3.1",
            yes=ask(
                "3.3",
                yes=SERIOUS,
                no=ask("3.2", yes=LOW, no=MODERATE, unknown=UNKNOWN),
                unknown=UNKNOWN,
            ),
            no=SERIOUS,
            unknown=UNKNOWN,
        ),
    ),
    source=_CRITERIA,
    mark=_MARK,
)

DEVIATIONS = Domain(
    key="4",
    label="deviations from intended interventions",
    items=(
        Item(id="4.1", label="deviations beyond usual practice"),
        Item(
            id="4.2",
            label="unlike between groups and likely to matter",
            when=(Condition(items=("4.1",), kinds=("yes",)),),
        ),
    ),
    flows=(
        ask(
            "4.1",
            yes=ask("4.2", yes=SERIOUS, no=LOW, unknown=UNKNOWN),
            no=LOW,
            unknown=UNKNOWN,
        ),
    ),
    source=_CRITERIA,
    mark=_MARK,
)

_DROPPED = (
    Condition(items=("5.1",), kinds=("no",)),
    Condition(items=("5.2", "5.3"), kinds=("yes",)),
)
_UNEVEN = ask(
    "5.4",
    yes=LOW,
    no=ask("5.5", yes=MODERATE, no=SERIOUS, unknown=SERIOUS),
    unknown=ask("5.5", yes=MODERATE, no=UNKNOWN, unknown=UNKNOWN),
)

MISSING_DATA = Domain(
    key="5",
    label="missing data",
    items=(
        Item(id="5.1", label="outcome known of nearly all"),
        Item(id="5.2", label="left out because their treatment was not known"),
        Item(id="5.3", label="left out because something else was not known"),
        Item(id="5.4", label="losses alike between groups", when=_DROPPED),
        Item(id="5.5", label="the result holds whatever was lost", when=_DROPPED),
    ),
    flows=(
        ask(
            "5.1",
            yes=ask(
                "5.2",
                yes=_UNEVEN,
                no=ask("5.3", yes=_UNEVEN, no=LOW, unknown=UNKNOWN),
                unknown=ask("5.3", yes=_UNEVEN, no=UNKNOWN, unknown=UNKNOWN),
            ),
            no=_UNEVEN,
            unknown=UNKNOWN,
        ),
    ),
    source=_CRITERIA,
    mark=_MARK,
)

_COMPARABLE = ask(
    "6.3",
    yes=ask("6.4", yes=SERIOUS, no=LOW, unknown=UNKNOWN),
    no=SERIOUS,
    unknown=UNKNOWN,
)

MEASUREMENT = Domain(
    key="6",
    label="measurement of outcomes",
    items=(
        Item(id="6.1", label="knowing the treatment could sway the measure"),
        Item(id="6.2", label="who assessed the outcome knew it"),
        Item(id="6.3", label="measured alike in the groups"),
        Item(id="6.4", label="errors of measurement tied to the treatment"),
    ),
    flows=(
        ask(
            "6.1",
            yes=ask("6.2", yes=SERIOUS, no=_COMPARABLE, unknown=UNKNOWN),
            no=_COMPARABLE,
            unknown=ask("6.2", yes=UNKNOWN, no=_COMPARABLE, unknown=UNKNOWN),
        ),
    ),
    source=_CRITERIA,
    mark=_MARK,
)

_LAST = ask("7.3", yes=SERIOUS, no=MODERATE, unknown=UNKNOWN)
_LAST_OPEN = ask("7.3", yes=SERIOUS, no=UNKNOWN, unknown=UNKNOWN)

REPORTED = Domain(
    key="7",
    label="selection of the reported result",
    items=(
        Item(id="7.1", label="likely chosen among several measurements"),
        Item(id="7.2", label="likely chosen among several analyses"),
        Item(id="7.3", label="likely chosen among several subgroups"),
    ),
    flows=(
        ask(
            "7.1",
            yes=SERIOUS,
            no=ask("7.2", yes=SERIOUS, no=_LAST, unknown=_LAST_OPEN),
            unknown=ask("7.2", yes=SERIOUS, no=_LAST_OPEN, unknown=_LAST_OPEN),
        ),
    ),
    source=_CRITERIA,
    mark=_MARK,
)

ROBINS_I = Instrument(
    key="robins-i",
    label="ROBINS-I",
    version="2016, effect of assignment",
    source=SOURCE,
    answers=SIGNALLING,
    # "No information" overall: no domain serious or critical, and a domain without information.
    ladder=(LOW, MODERATE, UNKNOWN, SERIOUS, CRITICAL),
    risks={
        LOW: "low",
        MODERATE: "some concerns",
        UNKNOWN: "no information",
        SERIOUS: "high",
        CRITICAL: "high",
    },
    contrasts=frozenset({"between-arms", "between-conditions", "between-sides", "association"}),
    domains=(
        CONFOUNDING,
        SELECTION,
        CLASSIFICATION,
        DEVIATIONS,
        MISSING_DATA,
        MEASUREMENT,
        REPORTED,
    ),
    overall_source=SOURCE,
    overall_mark="transcribed",
)

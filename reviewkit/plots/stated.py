"""What could be read of the studies, and what could not: told, not told, not there, not sought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from reviewkit.evidence import Evidence
from reviewkit.plots.axes import below, rows
from reviewkit.plots.theme import INK, SMALL, drawn_on, theme
from reviewkit.records import Arm, Missing, Study

ROW, REST = 0.38, 1.6
"""Inches of height that a question takes, and all else."""
BAR = 0.72
"""Height of a bar, in rows."""
MARGIN = 1.02
"""The axis, in lengths of its longest bar."""
NARROWEST = 0.025
"""Share of the axis below which a part has no room for its count."""

TOLD = "told"
#: What may be said of a question, from the most to the least known; dark to light.
STATES = {
    TOLD: "#0b3c5d",
    Missing.NOT_REPORTED.value: "#3f7fb0",
    Missing.NOT_IN_WHAT_WAS_READ.value: "#a9c8de",
    Missing.NOT_SOUGHT.value: "#ededed",
}
_SAID = {
    TOLD: "told in what was read",
    Missing.NOT_REPORTED.value: "not reported (the full text was read)",
    Missing.NOT_IN_WHAT_WAS_READ.value: "not in what was read",
    Missing.NOT_SOUGHT.value: "not sought",
}
_WHITE_ON = (TOLD, Missing.NOT_REPORTED.value)

Ask: TypeAlias = Callable[[Study, Sequence[Arm]], Sequence[object]]
"""Returns what a study, with its treated arms, says of a question; the best of it counts."""

QUESTIONS: dict[str, Ask] = {
    "country": lambda study, _: [study.population.country],
    "how people came into their groups": lambda study, _: [study.design.allocation],
    "who was blinded": lambda study, _: [study.design.blinding],
    "how many were analysed": lambda study, _: [study.population.n.analysed],
    "whose hands, or which device": lambda _, arms: [arm.by for arm in arms],
    "minutes of a session": lambda _, arms: [arm.minutes for arm in arms],
    "how often, or how many sessions": lambda _, arms: [
        value for arm in arms for value in (arm.times, arm.sessions)
    ],
    "for how long, or one session": lambda _, arms: [value for arm in arms for value in _span(arm)],
    "registered": lambda study, _: [study.registration],
    "who paid": lambda study, _: [study.funding.by],
}

#: Designs whose studies treat or observe people of their own, so that each question applies.
OWN_PEOPLE = frozenset(
    {
        "parallel-trial",
        "crossover-trial",
        "within-person",
        "controlled-before-after",
        "before-after",
        "cohort",
        "case-control",
        "cross-sectional",
        "self-selected-survey",
        "case-series",
    }
)


def stated(evidence: Evidence, *, ax: Axes | None = None) -> Axes:
    """Draw of how many studies each question could be answered from what was read.

    The studies are those that treat or observe people of their own. "Not reported" needs the full
    text; where less was read, that something is missing says nothing of the paper. A study without
    a treated arm is left out of the questions on the treatment.

    Parameters
    ----------
    evidence : Evidence
        As `reviewkit.load` returns it.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    studies = [s for s in evidence.studies.values() if s.design.type in OWN_PEOPLE]
    controls = {name for name, kind in evidence.review.interventions.items() if kind.control}
    counts = [Counter(_states(ask, studies, controls)) for ask in QUESTIONS.values()]
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(QUESTIONS))
        before = [0] * len(counts)
        for state, colour in STATES.items():
            widths = [count[state] for count in counts]
            bars = ax.barh(
                range(len(counts)),
                widths,
                BAR,
                left=before,
                color=colour,
                edgecolor=INK,
                linewidth=0.6,
                gid=state,
            )
            room = NARROWEST * max(len(studies), 1)
            ax.bar_label(
                bars,
                labels=[str(width) if width > room else "" for width in widths],
                label_type="center",
                fontsize=SMALL,
                color="white" if state in _WHITE_ON else INK,
            )
            before = [start + width for start, width in zip(before, widths, strict=True)]
        rows(ax, list(QUESTIONS))
        ax.set_xlabel("studies of people")
        ax.set_xlim(0, max(len(studies), 1) * MARGIN)
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        present = [state for state in STATES if any(count[state] for count in counts)]
        patches = [
            Patch(facecolor=STATES[state], edgecolor=INK, linewidth=0.6, label=_SAID[state])
            for state in present
        ]
        below(ax, patches, ncols=2)
    return ax


def _states(ask: Ask, studies: Iterable[Study], controls: Collection[str]) -> Iterator[str]:
    """Yield the best that can be said of a question for each study that it applies to."""
    for study in studies:
        treated = [arm for arm in study.arms.values() if arm.intervention not in controls]
        found = [_state(value) for value in ask(study, treated)]
        if found:
            yield min(found, key=list(STATES).index)


def _span(arm: Arm) -> list[object]:
    """Return how long an arm was treated; a count of one session tells it too."""
    once = [] if isinstance(arm.sessions, Missing) or float(arm.sessions) != 1 else [arm.sessions]
    return [arm.weeks, arm.months, *once]


def _state(value: object) -> str:
    if value is None:
        return Missing.NOT_SOUGHT.value
    return value.value if isinstance(value, Missing) else TOLD

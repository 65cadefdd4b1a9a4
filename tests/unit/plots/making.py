"""Bodies with results of known numbers, made without a folder of records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from reviewkit.certainty import LEVELS, BodyGrade, Counted, Judged, Start, synthesise
from reviewkit.certainty.proposal import Branch, Rule, Telling
from reviewkit.certainty.rating import OverallFacts, Rated
from reviewkit.effects import Effect, Interval
from reviewkit.effects.choices import Choice
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.records import Body, Judgement, Use
from reviewkit.records.body import Question, Threshold
from reviewkit.review import GradedBody, Multiverse
from tests.spec import sentences

VERY_LOW = Start(level=0, why="one group", source="a source", mark="convention")
HIGH = Start(level=3, why="a randomised contrast", source="a source", mark="published")


def effect(estimate: float, margin: float, *, measure: str = "MD", scale: Any = "raw") -> Effect:
    """An effect with an interval of `estimate` ± `margin`."""
    return Effect(
        measure=measure,
        estimate=estimate,
        se=margin / 2,
        ci=Interval(lower=estimate - margin, upper=estimate + margin, level=0.95, method="t"),
        scale=scale,
        formula="",
        inputs=(),
        source="",
    )


def result(
    ref: str,
    found: Effect | None = None,
    *,
    direction: str = "increases",
    unit: str = "mm",
    n: int | None = 10,
    why_not: str | None = None,
) -> Counted:
    """One result of a body; with `why_not`, left out of the main analysis."""
    return Counted(
        use=Use(result=ref),
        effect=ResultEffect(
            ref=ref,
            study=ref.partition("#")[0],
            effect=found,
            unit=unit,
            direction=direction,
            n=n,
            n_basis="of this result",
        ),
        start=VERY_LOW,
        why_not=why_not,
    )


def body_record() -> Body:
    question = Question(
        population="adults",
        intervention="scalp-massage",
        comparator="nothing",
        outcome="hair-thickness",
        time="24 weeks",
    )
    threshold = Threshold(target="null", why="no other is known")
    return Body(id="thickness", question=question, threshold=threshold, searched="here")


def graded(
    results: Sequence[Counted],
    *,
    specification: dict[str, str] | None = None,
    certainty: str = "very low",
    begin: Start | None = VERY_LOW,
    domains: Sequence[Judged] = (),
    overall: Judgement | None = None,
) -> BodyGrade:
    """A body's grade under one specification."""
    counted = [found.effect for found in results if found.counts]
    return BodyGrade(
        body=body_record(),
        specification=specification or {},
        results=tuple(results),
        synthesis=synthesise(counted, specification or {}),
        start=begin,
        certainty=certainty,
        rated=rated(certainty, domains, overall) if domains or overall else None,
    )


def rated(certainty: str, domains: Sequence[Judged], overall: Judgement | None) -> Rated:
    """What such domains come to; the facts are lent by a body of a small review."""
    lent = sentences.graded().bodies["own"].main.rated
    assert lent is not None
    return replace(lent, domains=tuple(domains), summed=certainty, overall=overall)


def body(*grades: BodyGrade, choices: Sequence[Choice] = ()) -> GradedBody:
    """A body under the given specifications, the first of them the main one."""
    runs = Multiverse(
        choices=tuple(choices),
        specifications=tuple(grade.specification for grade in grades),
        complete=True,
    )
    return GradedBody(main=grades[0], all=grades, multiverse=runs)


def choice(name: str, *options: str, origin: Any = "reading") -> Choice:
    return Choice(name=name, options=options, why="not printed", origin=origin)


def domain(name: Any, down: int, *, judged: int | None = None, suspended: bool = False) -> Judged:
    """A proposal, with a judgement of so many levels beside it."""
    made = Branch(rule=name, name="made", levels=down, source="s", mark="published", when="always")
    rule: Rule[OverallFacts] = Rule(
        domain=name,
        branches={"made": made},
        decide=lambda _: "made",
        tell=lambda _, __: Telling(("a rule's path",)),
    )
    proposal = rule(OverallFacts(start=0, downs=()))
    beside = None if judged is None else judgement(down=judged, proposal=proposal.level)
    return Judged(proposal=proposal, judgement=beside, suspended=suspended)


def judgement(*, down: int = 0, proposal: Any = "not serious", word: Any = None) -> Judgement:
    return Judgement.model_validate(
        {
            "is": word or LEVELS[down],
            "by": "project",
            "on": "2026-11-21",
            "read": ["a paper"],
            "why": "a judge has reasons of their own",
            "proposal": proposal,
            "facts": "0" * 12,
        }
    )


def marked(ax: Axes, gid: str) -> list[Line2D]:
    """Return the lines and marks of an Axes that go by a name."""
    return [line for line in ax.lines if line.get_gid() == gid]


def xs(line: Line2D) -> list[float]:
    return [float(x) for x in np.asarray(line.get_xdata(), dtype=float)]


def ys(line: Line2D) -> list[float]:
    return [float(y) for y in np.asarray(line.get_ydata(), dtype=float)]


def points(marks: PathCollection) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(marks.get_offsets(), dtype=float)]


def colours(found: object) -> list[str]:
    """Return colours of a collection as hex codes."""
    return [to_hex(colour).upper() for colour in np.atleast_2d(np.asarray(found, dtype=float))]


def texts(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


def figure_of(ax: Axes) -> Figure:
    found = ax.get_figure(root=True)
    assert found is not None
    return found

"""The ladder of one body: from where certainty starts, through the domains, to where it ends."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from reviewkit import display
from reviewkit.certainty import CERTAINTY, LEVELS, BodyGrade, Judged
from reviewkit.errors import NotEstimable
from reviewkit.plots import labels
from reviewkit.plots.axes import below, columns, key, rows
from reviewkit.plots.theme import CATEGORIES, FAINT, MUTED, SMALL, drawn_on, theme
from reviewkit.review import GradedBody

ROW, REST = 0.58, 1.4
"""Inches of height that a step takes, and all else."""
REASON, LINES = 50, 2
"""Letters in a line of a reason, and lines; the rest of it is left to the record."""
WIDE = 10.0
"""Inches across: levels under the scale need room."""
EDGE = 0.5
"""Levels between the outermost step and the edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung: its name, the level it ends on, what happened there, why, and who says so."""

    name: str
    level: int
    what: str
    why: str
    judged: bool = False


def certainty(body: GradedBody, *, ax: Axes | None = None) -> Axes:
    """Draw how the certainty of a body comes about, one row for each step.

    What is rated down below the lowest level lies in the shaded part: it changes nothing, but
    says how far the evidence is from the next level up. A filled mark is a recorded judgement, a
    hollow one what a rule gives.

    Parameters
    ----------
    body : GradedBody
        As ``grade(evidence).bodies`` holds it.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    NotEstimable
        If the body is not graded: nothing counts, or the evidence is not from people.
    """
    ladder = _steps(body.main)
    levels = [step.level for step in ladder]
    # The walk stands on a level until its row, and moves there.
    xs = [levels[0], *(x for pair in pairwise(levels) for x in pair)]
    ys = [0, *(row for row in range(1, len(ladder)) for _ in (0, 1))]
    with theme():
        ax = drawn_on(ax, width=WIDE, height=REST + ROW * len(ladder))
        ax.plot(xs, ys, color=CATEGORIES[0], linewidth=1.8, gid="walk")
        for row, step in enumerate(ladder):
            ax.plot(
                [step.level],
                [row],
                ls="",
                marker="o",
                ms=8,
                mec=CATEGORIES[0],
                mfc=CATEGORIES[0] if step.judged else "white",
                mew=1.8,
                gid=step.name,
            )
        rows(ax, [step.name for step in ladder])
        ax.get_yticklabels()[-1].set_fontweight("bold")
        names = [name.replace(" ", "\n") for name in CERTAINTY]
        ax.set_xticks(range(len(names)), names, fontsize=SMALL)
        ax.set_xlim(min(*levels, 0) - EDGE, len(CERTAINTY) - 1 + EDGE)
        if min(levels) < 0:
            ax.axvspan(ax.get_xlim()[0], -EDGE, color=FAINT, alpha=0.6, linewidth=0, gid="floor")
            ax.annotate(
                "below the scale",
                xy=(0, 0),
                xycoords="axes fraction",
                xytext=(4, 4),
                textcoords="offset points",
                fontsize=SMALL,
                color=MUTED,
            )
        ax.grid(axis="x", color=FAINT, linewidth=0.8)
        ax.set_axisbelow(True)
        columns(ax, ("", [_told(step) for step in ladder]))
        below(ax, _legend(), lines=2)
        ax.set_title(labels.title(body.main))
    return ax


def _steps(grade: BodyGrade) -> list[Step]:
    """Return the rungs from the start to the certainty; levels below 0 are under the scale."""
    if grade.start is None or grade.start.level is None:
        raise NotEstimable(f"{grade.body.id} has no certainty to draw: it is {grade.certainty}")
    level = grade.start.level
    found = [
        Step(name="start", level=level, what=grade.start.certainty, why=grade.start.why),
    ]
    for domain in grade.domains:
        level -= domain.down
        found.append(_step(domain, level))
    if grade.rating_up is not None and grade.rated_up:
        level += grade.rated_up
        found.append(
            Step(
                name="rating up",
                level=level,
                what=f"+{grade.rated_up}: rated up",
                why="; ".join(grade.rating_up.path),
            )
        )
    end = CERTAINTY.index(grade.certainty)
    judged = grade.overall is not None and not grade.overall_suspended
    if judged and grade.overall is not None:
        why = grade.overall.why
    elif level < 0:
        why = f"the sum, which cannot fall below {CERTAINTY[0]}"
    elif end < level:
        why = f"the sum, held at {grade.certainty}: known mainly from abstracts"
    else:
        why = "the sum"
    found.append(Step(name="certainty", level=end, what=grade.certainty, why=why, judged=judged))
    return found


def _step(domain: Judged, level: int) -> Step:
    judged = domain.judgement is not None and not domain.suspended
    word = LEVELS[domain.down]
    what = f"{display.MINUS}{domain.down}: {word}" if domain.down else word
    if judged and domain.down != domain.proposal.down:
        what += f" (the rule proposed {domain.proposal.level})"
    elif domain.suspended:
        what += " (a judgement on other facts is suspended)"
    why = "; ".join(domain.proposal.path)
    if judged and domain.judgement is not None:
        why = domain.judgement.why
    name = labels.words(domain.proposal.domain)
    return Step(name=name, level=level, what=what, why=why, judged=judged)


def _told(step: Step) -> str:
    reason = textwrap.wrap(
        step.why, REASON, max_lines=LINES, placeholder=" …", break_on_hyphens=False
    )
    return "\n".join([step.what, *reason])


def _legend() -> list[Line2D]:
    blue = CATEGORIES[0]
    return [
        key("project judgement", marker="o", face=blue, edge=blue),
        key("given by a rule", marker="o", face="white", edge=blue),
    ]

"""The pools of all subsets of the studies: one cloud, or one for each kind of study."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from reviewkit import display
from reviewkit.certainty import BodyGrade
from reviewkit.errors import UserError
from reviewkit.plots import labels
from reviewkit.plots.axes import below, effect_axis, key, tick
from reviewkit.plots.comparable import Comparable, comparable
from reviewkit.plots.theme import CATEGORIES, INK, drawn_on, theme
from reviewkit.review import GradedBody
from reviewkit.synthesis import Gosh
from reviewkit.synthesis import gosh as pools

HEIGHT = 4.8
"""Inches."""
EVERY_UP_TO = 14
"""Studies of which all subsets are drawn, 16,383 at most; of more, so many at random:"""
SAMPLE = 10_000
DOT, CLEAR = 5.0, 0.35
"""Square points of a subset's dot, and how opaque it is."""
LEAST = 2
"""Studies of a subset whose heterogeneity can be drawn."""
OVER = 0.03
"""What is left free above I² of 1, and below 0."""


def gosh(body: GradedBody, *, study: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw the pooled effect and I² of every subset of two or more of the studies in a body.

    One cloud says that the studies are of one kind, however they differ; two say that a few
    studies, present or absent, decide the result. With `study`, subsets with it and without it
    have a colour each: where the colours part, that study is one of the few. Of more than 14
    studies 10,000 subsets are drawn at random, always the same ones.

    Subsets are no samples and the density of dots is no probability: most subsets hold about half
    the studies, and share them. A study that was picked for parting the cloud was picked after
    looking. Small subsets scatter by chance alone. (Olkin, Dahabreh & Trikalinos 2012,
    doi:10.1002/jrsm.1053; as `reviewkit.synthesis.gosh`, with the body's main method.)

    Parameters
    ----------
    body : GradedBody
        As ``grade(evidence).bodies`` holds it.
    study : str, optional
        The study whose subsets are told from the others.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    NotEstimable
        If there are fewer than two effects, they are on several scales, or one has no interval.
    UserError
        If no study of that name counts in the body.
    """
    found = comparable(body.main)
    column = _column(body.main, found, study)
    k = len(found.names)
    every = pools(
        found.y,
        found.v,
        method=found.method,
        test="z",  # of the interval, which is not drawn
        subsets=None if k <= EVERY_UP_TO else SAMPLE,
    )
    shown = every.fits.k >= LEAST
    held = None if column is None else every.include[shown, column]
    with theme():
        ax = drawn_on(ax, height=HEIGHT)
        ax.scatter(
            [found.drawn(float(x)) for x in every.fits.estimate[shown]],
            every.fits.i2[shown],
            s=DOT,
            c=[
                CATEGORIES[0] if held is None or has else CATEGORIES[1]
                for has in _each(shown, held)
            ],
            alpha=CLEAR,
            linewidths=0,
            rasterized=True,
            gid="subset",
        )
        whole = found.pooled()
        ax.plot(
            [found.drawn(whole.estimate)],
            [whole.i2 or 0.0],
            ls="",
            marker="d",
            ms=9,
            mec="white",
            color=INK,
            gid="all",
        )
        effect_axis(
            ax,
            measure=found.scale.measure,
            scale=found.scale.scale,
            label=f"pooled {found.axis_label}",
        )
        ax.set_ylim(-OVER, 1 + OVER)
        ax.yaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{tick(100 * share)}%"))
        ax.set_ylabel("I² (variance beyond sampling error)")
        below(ax, _legend(study, k), title=_told(every, int(shown.sum()), k))
        ax.set_title(labels.title(body.main), pad=18)
    return ax


def _column(grade: BodyGrade, found: Comparable, study: str | None) -> int | None:
    if study is None:
        return None
    if study not in found.names:
        raise UserError(
            f"{study} does not count in {grade.body.id}; there are {', '.join(found.names)}"
        )
    return found.names.index(study)


def _each(shown: np.ndarray, held: np.ndarray | None) -> Sequence[bool]:
    return [True] * int(shown.sum()) if held is None else list(held)


def _told(every: Gosh, dots: int, k: int) -> str:
    which = "all" if every.every else "at random"
    return f"{display.number(dots)} subsets of two or more of {k} studies, {which}"


def _legend(study: str | None, k: int) -> Sequence[Artist]:
    whole = key(f"all {k} studies", marker="d")
    blue, orange = CATEGORIES[0], CATEGORIES[1]
    if study is None:
        return [key("a subset", marker="o", face=blue, edge=blue), whole]
    return [
        key(f"with {study}", marker="o", face=blue, edge=blue),
        key(f"without {study}", marker="o", face=orange, edge=orange),
        whole,
    ]

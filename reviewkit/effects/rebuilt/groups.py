"""Several groups of a study made one: the arms with the treatment, or the strata of one arm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reviewkit.effects import inputs
from reviewkit.effects.rebuilt.value import Rebuilt, derived
from reviewkit.errors import NotEstimable

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Number of people, mean and SD of one group; derived where several were combined.

    Parameters
    ----------
    n
        People.
    mean, sd
        As printed, or derived.
    """

    n: int
    mean: float | Rebuilt
    sd: float | Rebuilt


def combine_groups(groups: Sequence[Summary]) -> Summary:
    """Return the people, mean and SD of several groups taken together.

    ``N = Σn``, ``mean = Σn·mean/N``, ``SD² = [Σ(n - 1)SD² + Σn(mean - M)²]/(N - 1)`` with M the
    combined mean: exact, for any number of groups (Cochrane Handbook 6.5.2.10, table 6.5.a,
    doi:10.1002/9781119536604.ch6). Not a pooled SD, which leaves out how far the groups lie apart.

    Parameters
    ----------
    groups
        At least one, of different people.

    Raises
    ------
    NotEstimable
        If all groups together are a single person.

    Examples
    --------
    >>> both = combine_groups([Summary(n=2, mean=1.0, sd=0.0), Summary(n=2, mean=3.0, sd=0.0)])
    >>> both.n, float(both.mean), round(float(both.sd), 4)
    (4, 2.0, 1.1547)
    """
    if not groups:
        raise ValueError("there is no group to combine")
    for group in groups:
        inputs.sample_size(n=group.n)
        inputs.finite(mean=float(group.mean))
        inputs.standard_deviation(sd=float(group.sd))
    n = sum(group.n for group in groups)
    if n == 1:
        raise NotEstimable("one person has no standard deviation")
    mean = math.fsum(group.n * float(group.mean) for group in groups) / n
    within = math.fsum((group.n - 1) * float(group.sd) ** 2 for group in groups)
    between = math.fsum(group.n * (float(group.mean) - mean) ** 2 for group in groups)
    given = {
        f"{name}{i}": getattr(group, name)
        for i, group in enumerate(groups, 1)
        for name in ("n", "mean", "sd")
    }
    assumes = ("the groups are of different people",)
    return Summary(
        n=n,
        mean=derived(
            "mean", mean, formula="mean = Σn·mean/Σn", source=HANDBOOK_CH6, assumes=assumes, **given
        ),
        sd=derived(
            "sd",
            math.sqrt((within + between) / (n - 1)),
            formula="SD² = [Σ(n - 1)SD² + Σn(mean - M)²]/(Σn - 1) with M = Σn·mean/Σn",
            source=HANDBOOK_CH6,
            assumes=assumes,
            **given,
        ),
    )

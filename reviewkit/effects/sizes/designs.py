"""The designs that studies have: which columns each reports, and in which forms.

A *form* is a set of columns that can stand for the plain ones: d or t for means and SDs, the SD of
the change for two SDs and their correlation, totals for the people without the event. Forms are
taken row by row, so that studies of one frame may report different things.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from reviewkit.effects.equations.solution import Array
from reviewkit.effects.equations.standardising import J
from reviewkit.effects.sizes.columns import WHOLE, Column

Columns = Mapping[str, Array]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Columns that stand for others.

    Parameters
    ----------
    needs
        What is read.
    fill
        The plain columns that this makes.
    measures
        For which measures it may stand, with the formula if that reads otherwise ("" if not);
        empty for all.
    wins
        Whether it is taken even where the plain columns are there too.
    note
        What a row that used it says of itself.
    """

    needs: tuple[str, ...]
    fill: Callable[[Columns], dict[str, Array]]
    measures: Mapping[str, str] = field(default_factory=dict)
    wins: bool = False
    note: str = ""

    def serves(self, measure: str) -> bool:
        """Whether it may stand for the columns of a measure."""
        return not self.measures or measure in self.measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """What a kind of study reports.

    Parameters
    ----------
    columns
        All columns that a study of the design may give.
    forms
        Other ways to give them, the first that is whole is taken.
    people
        The columns whose sum is the number of people; empty where there is no such count.
    cells
        The counts among which a zero is mended; empty without counts.
    totals
        Columns of the people with the event, without it and in all, of each group.
    symbols
        What the equations call a column, where that is shorter.
    """

    columns: tuple[Column, ...]
    forms: tuple[Form, ...] = ()
    people: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    totals: tuple[tuple[str, str, str], ...] = ()
    symbols: Mapping[str, str] = field(default_factory=dict)


def _from_d(x: Columns) -> dict[str, Array]:
    one = np.ones_like(x["d"])
    return {"mean1": x["d"], "mean2": 0 * one, "sd1": one, "sd2": one, "n1": x["n1"], "n2": x["n2"]}


def _from_t(x: Columns) -> dict[str, Array]:
    d = x["t"] * np.sqrt(1 / x["n1"] + 1 / x["n2"])
    return _from_d({"d": d, "n1": x["n1"], "n2": x["n2"]})


TWO_GROUPS = Design(
    columns=(
        Column(name="n1", metafor="n1i", kind="size"),
        Column(name="mean1", metafor="m1i"),
        Column(name="sd1", metafor="sd1i", kind="sd"),
        Column(name="n2", metafor="n2i", kind="size"),
        Column(name="mean2", metafor="m2i"),
        Column(name="sd2", metafor="sd2i", kind="sd"),
        Column(name="d", metafor="di"),
        Column(name="t", metafor="ti"),
    ),
    forms=(
        Form(
            needs=("d", "n1", "n2"),
            fill=_from_d,
            measures={"SMD": ""},
            wins=True,
            note="derived: d as printed is taken as (mean1 - mean2)/SD_pooled without J",
        ),
        Form(
            needs=("t", "n1", "n2"),
            fill=_from_t,
            measures={"SMD": ""},
            wins=True,
            note="derived: d = t·√(1/n1 + 1/n2) from Student's t of two independent groups",
        ),
    ),
    people=("n1", "n2"),
)


def _from_change(x: Columns) -> dict[str, Array]:
    none = np.zeros_like(x["change"])
    return {
        "n": x["n"],
        "mean_before": none,
        "sd_before": none,
        "mean_after": x["change"],
        "sd_after": x["sd_change"],
        "r": none,
    }


_PAIRED_PEOPLE = Column(name="n", metafor="ni", kind="size")
_AFTER = Column(name="mean_after", metafor="m1i")
_BEFORE = Column(name="mean_before", metafor="m2i")
_R = Column(name="r", metafor="ri", kind="correlation")

PAIRED = Design(
    columns=(
        _PAIRED_PEOPLE,
        _BEFORE,
        Column(name="sd_before", metafor="sd2i", kind="sd"),
        _AFTER,
        Column(name="sd_after", metafor="sd1i", kind="sd"),
        _R,
        Column(name="change", metafor="change"),
        Column(name="sd_change", metafor="sd_change", kind="sd"),
    ),
    forms=(
        Form(
            needs=("n", "change", "sd_change"),
            fill=_from_change,
            measures={
                "MC": "MC = change as printed",
                "SMCC": f"SMCC = J·change/SD_change; {J} with m = n - 1",
            },
            wins=True,
        ),
    ),
    people=("n",),
)

PAIRED_BY_BASELINE = Design(
    columns=(
        _PAIRED_PEOPLE,
        _BEFORE,
        Column(name="sd_before", metafor="sd1i", kind="sd"),
        _AFTER,
        Column(name="sd_after", metafor="sd2i", kind="sd"),
        _R,
    ),
    people=("n",),
)
"""metafor's sd1i is here the SD that is standardised by: that at baseline."""


def _from_total(events: str, others: str, total: str) -> Form:
    """The people without the event, from those in all."""
    return Form(
        needs=(events, total),
        fill=lambda x: {others: x[total] - x[events]},
    )


TABLE = Design(
    columns=(
        Column(name="events1", metafor="ai", kind="count"),
        Column(name="others1", metafor="bi", kind="count"),
        Column(name="total1", metafor="n1i", kind="count"),
        Column(name="events2", metafor="ci", kind="count"),
        Column(name="others2", metafor="di", kind="count"),
        Column(name="total2", metafor="n2i", kind="count"),
    ),
    forms=(
        _from_total("events1", "others1", "total1"),
        _from_total("events2", "others2", "total2"),
    ),
    totals=(("events1", "others1", "total1"), ("events2", "others2", "total2")),
    people=("events1", "others1", "events2", "others2"),
    cells=("events1", "others1", "events2", "others2"),
    symbols={"events1": "a", "others1": "b", "events2": "c", "others2": "d"},
)

SHARE = Design(
    columns=(
        Column(name="events", metafor="xi", kind="count"),
        Column(name="others", metafor="mi", kind="count"),
        Column(name="total", metafor="ni", kind="count"),
    ),
    forms=(_from_total("events", "others", "total"),),
    totals=(("events", "others", "total"),),
    people=("events", "others"),
    cells=("events", "others"),
    symbols={"events": "x", "others": "m"},
)

RATES = Design(
    columns=(
        Column(name="events1", metafor="x1i", kind="count"),
        Column(name="time1", metafor="t1i", kind="time"),
        Column(name="events2", metafor="x2i", kind="count"),
        Column(name="time2", metafor="t2i", kind="time"),
    ),
    cells=("events1", "events2"),
)

RATE = Design(
    columns=(
        Column(name="events", metafor="xi", kind="count"),
        Column(name="time", metafor="ti", kind="time"),
    ),
    cells=("events",),
)

ONE_GROUP = Design(
    columns=(
        Column(name="n", metafor="ni", kind="size"),
        Column(name="mean", metafor="mi"),
        Column(name="sd", metafor="sdi", kind="sd"),
    ),
    people=("n",),
)


def _r_from_t(x: Columns) -> dict[str, Array]:
    return {"n": x["n"], "r": x["t"] / np.sqrt(x["t"] ** 2 + x["n"] - 2)}


PAIRS = Design(
    columns=(
        Column(name="n", metafor="ni", kind="size"),
        Column(name="r", metafor="ri", kind="correlation"),
        Column(name="t", metafor="ti"),
    ),
    forms=(
        Form(
            needs=("n", "t"),
            fill=_r_from_t,
            measures={"COR": "", "UCOR": "", "ZCOR": ""},
            note="derived: r = t/√(t² + n - 2) from the t test of the correlation",
        ),
    ),
    people=("n",),
)

MATCHED = Design(
    columns=(
        Column(name="both", metafor="ai", kind="count"),
        Column(name="first_only", metafor="bi", kind="count"),
        Column(name="second_only", metafor="ci", kind="count"),
        Column(name="neither", metafor="di", kind="count"),
    ),
    people=("both", "first_only", "second_only", "neither"),
    cells=("both", "first_only", "second_only", "neither"),
    symbols={"both": "a", "first_only": "b", "second_only": "c", "neither": "d"},
)

GENOTYPES = Design(
    columns=(
        Column(name="homozygous", metafor="ai", kind="count"),
        Column(name="heterozygous", metafor="bi", kind="count"),
        Column(name="other_homozygous", metafor="ci", kind="count"),
    ),
    people=("homozygous", "heterozygous", "other_homozygous"),
    symbols={"homozygous": "a", "heterozygous": "b", "other_homozygous": "c"},
)

SCALE = Design(
    columns=(
        Column(name="alpha", metafor="ai", kind="reliability"),
        Column(name="items", metafor="mi", kind="size"),
        Column(name="n", metafor="ni", kind="size"),
    ),
    people=("n",),
)

REGRESSION = Design(
    columns=(
        Column(name="n", metafor="ni", kind="size"),
        Column(name="t", metafor="ti"),
        Column(name="predictors", metafor="mi", kind="count"),
        Column(name="r2", metafor="r2i", kind="share"),
    ),
    people=("n",),
)

READY = Design(
    columns=(
        Column(name="y", metafor="yi"),
        Column(name="v", metafor="vi", kind="variance"),
        Column(name="se", metafor="sei", kind="sd"),
        Column(name="n", metafor="ni", kind="size"),
    ),
    forms=(
        Form(
            needs=("y", "se"),
            fill=lambda x: {"y": x["y"], "v": x["se"] ** 2},
            measures={"GEN": ""},
        ),
    ),
    people=("n",),
)

_ALL = (
    TWO_GROUPS,
    PAIRED,
    PAIRED_BY_BASELINE,
    TABLE,
    SHARE,
    RATES,
    RATE,
    ONE_GROUP,
    PAIRS,
    MATCHED,
    GENOTYPES,
    SCALE,
    REGRESSION,
    READY,
)

COUNTED = frozenset(
    column.name for design in _ALL for column in design.columns if column.kind in WHOLE
)
"""Columns that count people or events."""

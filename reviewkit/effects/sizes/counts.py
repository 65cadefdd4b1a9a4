"""Zero cells: which studies are dropped, which counts are corrected, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reviewkit.effects.equations import zero_cells
from reviewkit.effects.equations.solution import Array, Rows
from reviewkit.effects.equations.zero_cells import To
from reviewkit.effects.sizes.forms import Said
from reviewkit.effects.sizes.measure import Measure

DOUBLE_ZERO = (
    "nobody had the event in either arm, or everybody had it in both: "
    "such a table says nothing of a ratio"
)
NO_EVENT = "no event in either group: such rates say nothing of a ratio"
NO_PEOPLE = "a group without people has no proportion of events"
CELLS = 4
GROUPS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Columns after the rules on zero cells, the rows dropped, and what was done."""

    columns: Mapping[str, Array]
    refused: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    choices: tuple[str, ...] = ()


def mend_zero_cells(
    measure: Measure,
    columns: Mapping[str, Array],
    *,
    add: float | None,
    to: To,
    drop00: bool | None,
) -> Corrected:
    """Return the columns with dropped rows missing and a constant added where the rule says.

    Parameters
    ----------
    measure, columns
        What is computed, from what.
    add, to, drop00
        As in `effect_sizes`; None takes the measure's default.

    Raises
    ------
    ValueError
        If a rule is asked of a measure without counts.
    """
    names = measure.design.cells
    if not names:
        if add is not None or to != "only0" or drop00 is not None:
            raise ValueError(f"{measure.name} has no counts for add, to or drop00 to mend")
        return Corrected(columns=columns)
    add = measure.add if add is None else add
    drop = measure.drop00 if drop00 is None else drop00
    cells = [columns[name] for name in names]
    refused: list[Said] = []
    for events, others, _ in measure.design.totals:
        refused.append((columns[events] + columns[others] == 0, NO_PEOPLE))
    dropped = np.zeros(len(cells[0]), dtype=bool)
    said = []
    empty = None if len(measure.design.totals) == 1 else _without_information(cells)
    if empty is not None:
        dropped = empty & drop
        refused.append((dropped, DOUBLE_ZERO if len(cells) == CELLS else NO_EVENT))
        said.append(_about_drops(empty, drop=drop))
    cells = [np.where(dropped, np.nan, cell) for cell in cells]
    zero = zero_cells.zero_rows(cells)
    mended, touched = zero_cells.corrected(cells, add=add, to=to)
    rule = zero_cells.RULES["none" if add == 0 else to].format(add=add)
    count = int(touched.sum())
    return Corrected(
        columns={**columns, **dict(zip(names, mended, strict=True))},
        refused=tuple(refused),
        notes=(
            (touched & zero, zero_cells.note(add, to, has_zero=True)),
            (touched & ~zero, zero_cells.note(add, to, has_zero=False)),
        ),
        choices=(f"{rule} (add={add:g}, to={to}): {_studies(count)}", *said),
    )


def _without_information(cells: Sequence[Array]) -> Rows | None:
    """Return the rows without events, or without others, in both groups; None of one group."""
    if len(cells) == CELLS:
        a, b, c, d = cells
        return np.asarray(((a == 0) & (c == 0)) | ((b == 0) & (d == 0)))
    if len(cells) == GROUPS:
        return np.asarray((cells[0] == 0) & (cells[1] == 0))
    return None


def _about_drops(empty: Rows, *, drop: bool) -> str:
    what = "dropped" if drop else "kept"
    return (
        f"studies without events, or without others, in both groups are {what} "
        f"(drop00={drop}): {_studies(int(empty.sum()))}"
    )


def _studies(count: int) -> str:
    return "1 study" if count == 1 else f"{count} studies"

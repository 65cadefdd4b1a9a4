"""From the columns that are given to the plain ones, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows
from reviewkit.effects.sizes import designs
from reviewkit.effects.sizes.columns import Data, read
from reviewkit.effects.sizes.designs import Design, Form
from reviewkit.effects.sizes.measure import Measure

Said = tuple[Rows, str]
"""Something that is said of some rows."""

SAME = 1e-9
"""Relative: how far a total may lie from the sum of its parts, which may be fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """The columns of a measure's equations, and what was made of others.

    Parameters
    ----------
    columns
        All that the measure takes; NaN where missing.
    given
        As they came, those used for this measure.
    k
        Number of rows.
    missing, notes, formulas
        What is said of rows: a number missing, a derived one, a formula that reads otherwise.
    """

    columns: Mapping[str, Array]
    given: Mapping[str, Array]
    k: int
    missing: tuple[Said, ...]
    notes: tuple[Said, ...]
    formulas: tuple[Said, ...]


def complete(measure: Measure, data: Data, *, r: float | None) -> Completed:
    """Return the columns that the equations of a measure take.

    Raises
    ------
    ValueError
        If neither the plain columns nor a form of them is there, or the numbers contradict
        each other.
    """
    design = measure.design
    given, k = read(design.columns, data)
    notes: list[Said] = []
    formulas: list[Said] = []
    if r is not None:
        assumed = _assume_r(measure, given, r, k)
        notes.append((assumed, f"correlation r = {r:g} between before and after assumed"))
    forms = [f for f in design.forms if f.serves(measure.name) and set(f.needs) <= set(given)]
    _refuse_absent(measure, given, forms)
    _refuse_impossible_counts(design, given)
    columns = {name: given.get(name, np.full(k, np.nan)) for name in measure.columns}
    done = np.zeros(k, dtype=bool)
    for form in forms:
        rows = _rows_of(form, given, columns)
        if form.wins:
            rows &= ~done
        filled = form.fill({name: given[name] for name in form.needs})
        for name in set(filled) & set(columns):
            columns[name] = np.where(rows, filled[name], columns[name])
        if form.wins:
            done |= rows
        if form.note:
            notes.append((rows, form.note))
        if formula := form.measures.get(measure.name, ""):
            formulas.append((rows, formula))
    used = {*measure.columns, *(name for form in forms for name in form.needs)}
    used |= {total for _, _, total in design.totals} | ({"n"} & set(design.people))
    return Completed(
        columns=columns,
        given={name: values for name, values in given.items() if name in used},
        k=k,
        missing=tuple(_missing(measure, columns)),
        notes=tuple(notes),
        formulas=tuple(formulas),
    )


def _assume_r(measure: Measure, given: dict[str, Array], r: float, k: int) -> Rows:
    """Put `r` where no correlation is given, and return those rows."""
    if "r" not in measure.columns or measure.design is designs.PAIRS:
        raise ValueError(f"{measure.name} takes no correlation to assume")
    if not -1 <= r <= 1:
        raise ValueError(f"a correlation lies between -1 and 1, not {r}")
    before = given.get("r", np.full(k, np.nan))
    given["r"] = np.where(np.isnan(before), r, before)
    return np.asarray(np.isnan(before))


def _refuse_absent(measure: Measure, given: Mapping[str, Array], forms: Iterable[Form]) -> None:
    there = set(given)
    for form in forms:
        blank = {name: np.full(1, np.nan) for name in form.needs}
        there |= set(form.fill(blank))
    absent = [name for name in measure.columns if name not in there]
    if absent:
        others = [
            " ".join(form.needs) for form in measure.design.forms if form.serves(measure.name)
        ]
        ways = " or ".join([" ".join(measure.columns), *others])
        found = " ".join(given) or "none of its columns"
        raise ValueError(f"{measure.name} takes {ways}; found {found}")


def _refuse_impossible_counts(design: Design, given: Mapping[str, Array]) -> None:
    for events, others, total in design.totals:
        if not {events, total} <= set(given):
            continue
        wrong = given[events] > given[total]
        if wrong.any():
            i = int(np.argmax(wrong))
            found = f"{given[events][i]:g} events among {given[total][i]:g} are impossible"
            raise ValueError(f"{events}, row {i + 1}: {found}")
        if others in given:
            apart = given[events] + given[others] - given[total]
            wrong = np.abs(apart) > SAME * given[total]
            if wrong.any():
                i = int(np.argmax(wrong))
                raise ValueError(f"{total}, row {i + 1}: is not {events} + {others}")


def _rows_of(form: Form, given: Mapping[str, Array], columns: Mapping[str, Array]) -> Rows:
    """Return the rows in which a form is whole and, unless it wins, something is missing."""
    whole = ~np.any(np.isnan(np.stack([given[name] for name in form.needs])), axis=0)
    if form.wins:
        return np.asarray(whole)
    targets = set(form.fill({name: given[name] for name in form.needs})) & set(columns)
    lacking = np.any(np.isnan(np.stack([columns[name] for name in targets])), axis=0)
    return np.asarray(whole & lacking)


def _missing(measure: Measure, columns: Mapping[str, Array]) -> Iterable[Said]:
    """Yield, for each combination of missing columns, its rows and their names."""
    lacking = np.stack([np.isnan(columns[name]) for name in measure.columns])
    if not lacking.any():
        return
    alternative = {others: total for _, others, total in measure.design.totals}
    for pattern in np.unique(lacking, axis=1).T:
        if pattern.any():
            names = [
                f"{name} (or {alternative[name]})" if name in alternative else name
                for name, is_missing in zip(measure.columns, pattern, strict=True)
                if is_missing
            ]
            rows = np.all(lacking == pattern[:, None], axis=0)
            yield np.asarray(rows), f"not given: {', '.join(names)}"

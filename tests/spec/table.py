"""A rule as a table of cases: facts in, what follows out, and where the rule comes from.

The tables are both tests and documentation: `tests.spec.page` prints them, with the expected values
as they are written here, so that a number shows the arithmetic behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from reviewkit.certainty.proposal import Branch

#: P: read in the primary source or its abstract; T: read in a transcription of it; C: a convention
#: of this project.
Mark = Literal["P", "T", "C"]
#: How reviewkit spells the marks.
SPELT = {"P": "published", "T": "transcribed", "C": "convention"}


@dataclass(frozen=True, slots=True)
class Case:
    """One row: what it is in words, its mark, the facts that matter, and what follows.

    `because` is a phrase that the path or reason must hold, so that the case is seen to have taken
    its own branch and not another with the same end. `branch` is that branch by its name, where
    the rule has named ones.
    """

    name: str
    mark: Mark
    given: Mapping[str, Any]
    then: Any
    because: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A rule.

    Parameters
    ----------
    title, text
        Heading of the rule, and the rule in a few sentences.
    usual
        The facts that every case has unless it says otherwise.
    branches
        The named branches of the rule: each has to have a case.
    """

    title: str
    text: str
    usual: Mapping[str, Any] = field(default_factory=dict)
    branches: Mapping[str, Branch] = field(default_factory=dict)
    cases: tuple[Case, ...]

    def facts(self, case: Case) -> dict[str, Any]:
        """Return the facts of a case, the usual ones filled in."""
        unknown = set(case.given) - set(self.usual)
        assert not unknown, f"{case.name}: {unknown} is no fact of this rule"
        return {**self.usual, **case.given}

    def rows(self) -> list[Any]:
        """Return the cases as parameters of a test, each under its name."""
        names = [case.name for case in self.cases]
        assert len(set(names)) == len(names), "two cases have one name"
        return [pytest.param(case, id=case.name) for case in self.cases]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A rule of two facts: what follows from every combination of them.

    Parameters
    ----------
    down, across
        The two facts, each with its name and its values in order.
    cells
        A row of answers for each value of `down`.
    """

    title: str
    text: str
    mark: Mark = "C"
    down: tuple[str, tuple[Any, ...]]
    across: tuple[str, tuple[Any, ...]]
    cells: tuple[tuple[str, ...], ...]

    def rows(self) -> list[Any]:
        """Return ``(value down, value across, answer)`` as parameters of a test."""
        assert len(self.cells) == len(self.down[1])
        assert {len(row) for row in self.cells} == {len(self.across[1])}
        return [
            pytest.param(first, second, cell, id=f"{first}, {second}")
            for first, row in zip(self.down[1], self.cells, strict=True)
            for second, cell in zip(self.across[1], row, strict=True)
        ]

"""The multiverse of a body or claim: every combination of what is left open.

Readings, assumptions and defensible choices are crossed; the declared main analysis comes first.
"""

from __future__ import annotations

import random
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from reviewkit.effects.choices import Choice

#: Combinations above which choices are varied one at a time, with a seeded sample of the rest.
MOST_COMBINATIONS = 10_000
#: Size and seed of that sample.
SAMPLE, SEED = 1_000, 20_261_121


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiverse:
    """The choices that bear on something, and the specifications that were run.

    `complete` says whether those are all combinations; else they are the main one, each choice
    varied by itself, and a seeded sample.
    """

    choices: tuple[Choice, ...]
    specifications: tuple[Mapping[str, str], ...]
    complete: bool

    @property
    def main(self) -> Mapping[str, str]:
        """The specification of the declared main analysis."""
        return self.specifications[0]


def multiverse(choices: Iterable[Choice]) -> Multiverse:
    """Return the specifications to run for some choices, the declared main one first."""
    distinct = tuple({choice.name: choice for choice in choices}.values())
    combinations = 1
    for choice in distinct:
        combinations *= len(choice.options)
    names = [choice.name for choice in distinct]
    if combinations <= MOST_COMBINATIONS:
        rows: Iterable[Sequence[str]] = product(*(choice.options for choice in distinct))
        complete = True
    else:
        rows = _one_at_a_time(distinct)
        complete = False
    return Multiverse(
        choices=distinct,
        specifications=tuple(dict(zip(names, row, strict=True)) for row in rows),
        complete=complete,
    )


def _one_at_a_time(choices: Sequence[Choice]) -> list[tuple[str, ...]]:
    main = tuple(choice.main for choice in choices)
    rows = [main]
    for position, choice in enumerate(choices):
        rows += [(*main[:position], option, *main[position + 1 :]) for option in choice.options[1:]]
    dice = random.Random(SEED)  # noqa: S311 a reproducible sample, not a secret
    rows += [tuple(dice.choice(choice.options) for choice in choices) for _ in range(SAMPLE)]
    return list(dict.fromkeys(rows))


def turns_on(runs: Multiverse, outcomes: Sequence[Hashable]) -> tuple[str, ...]:
    """Return the choices that, changed by themselves, change the outcome somewhere."""
    numbers: dict[Hashable, int] = {}
    codes = [numbers.setdefault(outcome, len(numbers)) for outcome in outcomes]
    if len(numbers) == 1:
        return ()
    turns = _crossed if runs.complete else _in_part
    names = [choice.name for choice in runs.choices]
    return tuple(name for name, turning in zip(names, turns(runs, codes), strict=True) if turning)


def _crossed(runs: Multiverse, codes: Sequence[int]) -> Iterator[bool]:
    """Of each choice, whether the outcome changes along it: all are crossed, the last fastest."""
    grid = np.array(codes).reshape([len(choice.options) for choice in runs.choices])
    for axis in range(grid.ndim):
        yield bool((grid != grid.take([0], axis)).any())


def _in_part(runs: Multiverse, codes: Sequence[int]) -> Iterator[bool]:
    """Of each choice, whether two specifications that differ in it alone differ in outcome."""
    rows = [tuple(specification.values()) for specification in runs.specifications]
    for position in range(len(runs.choices)):
        seen: dict[tuple[str, ...], int] = {}
        rests = [row[:position] + row[position + 1 :] for row in rows]
        yield any(
            seen.setdefault(rest, code) != code for rest, code in zip(rests, codes, strict=True)
        )

"""The multiverse of a body or claim: every combination of what is left open.

Readings, assumptions and defensible choices are crossed; the declared main analysis comes first.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

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


def turns_on(runs: Multiverse, outcomes: Sequence[object]) -> tuple[str, ...]:
    """Return the choices that, changed by themselves, change the outcome somewhere."""
    if len(set(outcomes)) == 1:
        return ()
    turning = []
    for choice in runs.choices:
        seen: dict[tuple[tuple[str, str], ...], set[object]] = {}
        for specification, outcome in zip(runs.specifications, outcomes, strict=True):
            rest = tuple((n, o) for n, o in specification.items() if n != choice.name)
            seen.setdefault(rest, set()).add(outcome)
        if any(len(found) > 1 for found in seen.values()):
            turning.append(choice.name)
    return tuple(turning)

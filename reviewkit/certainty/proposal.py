"""A GRADE rule and what it proposes: the branch taken, its words and numbers, who says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from reviewkit.certainty.seen import facts_hash

Domain = Literal["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
#: Where a rule comes from: read in the primary source or its abstract; read in a transcription
#: of it; or a convention of this project, which is never shown as anybody else's.
Mark = Literal["published", "transcribed", "convention"]
Level = Literal["not serious", "serious", "very serious", "extremely serious"]
#: What a rule sees.
Facts = TypeVar("Facts")

LEVELS: tuple[Level, ...] = ("not serious", "serious", "very serious", "extremely serious")
#: Certainty from the lowest to the highest; its index is the number of levels above very low.
CERTAINTY = ("very low", "low", "moderate", "high")

CORE_GRADE_2 = "Core GRADE 2, BMJ 2025;389:e081904"
CORE_GRADE_3 = "Core GRADE 3, BMJ 2025;389:e081905"
CORE_GRADE_4 = "Core GRADE 4, BMJ 2025;389:e083864"
CORE_GRADE_5 = "Core GRADE 5, BMJ 2025;389:e083865"
GRADE_9 = "GRADE guidelines 9, doi:10.1016/j.jclinepi.2011.06.004"
GRADE_18 = "GRADE guidelines 18, doi:10.1016/j.jclinepi.2018.01.012"
MURAD = "Murad 2017, doi:10.1136/ebmed-2017-110668"
PROJECT = "convention of this project"

#: The unit of a `Quantity` that is a proportion, to be shown in percent.
PROPORTION = "proportion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that decided a branch, or stands beside the decision: its name, value and unit."""

    name: str
    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way through a rule: where it ends, when it is taken, and who says so.

    Parameters
    ----------
    rule : str
        The domain, ``start`` or ``rating-up``.
    name : str
        Stable: records and other tools may name it. `id` is ``rule/name``.
    levels : int
        Levels to rate down; for ``rating-up``, up.
    when : str
        What has to hold, in words, as the documentation prints it.
    """

    rule: str
    name: str
    levels: int
    source: str
    mark: Mark
    when: str

    @property
    def id(self) -> str:
        """The branch under its rule, ``imprecision/crosses``."""
        return f"{self.rule}/{self.name}"


class Telling(NamedTuple):
    """How a branch was reached, in words, and what was compared on the way."""

    path: tuple[str, ...]
    numbers: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule(Generic[Facts]):
    """A rule of GRADE: what decides, apart from what tells.

    Called with facts, it proposes. Deciding makes no words, so that thousands of specifications can
    be decided on and those told that are shown.

    Parameters
    ----------
    branches
        Every way through the rule, by name.
    decide
        From facts to the name of the branch that they take.
    tell
        From facts and that name to the words.
    """

    domain: Domain
    branches: Mapping[str, Branch]
    decide: Callable[[Facts], str]
    tell: Callable[[Facts, str], Telling]

    def __call__(self, facts: Facts) -> Proposal:
        """Return what the rule proposes on some facts."""
        return Proposal(self, self.branches[self.decide(facts)], facts)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule proposes for one domain.

    Parameters
    ----------
    rule : Rule
    taken : Branch
        The branch that the facts take.
    seen : dataclass
        All that the rule saw. `facts` is the hash of it: when that moves, a judgement made on it
        is suspended.
    """

    rule: Rule[Any]
    taken: Branch
    seen: Any

    @property
    def domain(self) -> Domain:
        """The domain that is rated."""
        return self.rule.domain

    @property
    def down(self) -> int:
        """Levels to rate down, 0 to 3."""
        return self.taken.levels

    @property
    def level(self) -> Level:
        """The rating in GRADE's words."""
        return LEVELS[self.taken.levels]

    @property
    def branch(self) -> str:
        """The branch taken, by its `id`."""
        return self.taken.id

    @property
    def source(self) -> str:
        """Where the rule comes from."""
        return self.taken.source

    @property
    def mark(self) -> Mark:
        """How its source was read."""
        return self.taken.mark

    @property
    def path(self) -> tuple[str, ...]:
        """The way to the branch taken, step by step, in words."""
        return self.rule.tell(self.seen, self.taken.name).path

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """What was compared on the way."""
        return self.rule.tell(self.seen, self.taken.name).numbers

    @property
    def facts(self) -> str:
        """Hash of all that the rule saw."""
        return facts_hash(self.seen)


def branches(rule: str, rows: Mapping[str, tuple[int, str, Mark, str]]) -> dict[str, Branch]:
    """Return the branches of a rule by name, from rows of levels, source, mark and `when`."""
    return {
        name: Branch(rule=rule, name=name, levels=levels, source=source, mark=mark, when=when)
        for name, (levels, source, mark, when) in rows.items()
    }

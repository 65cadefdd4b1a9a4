"""What a GRADE rule returns: the branch taken, the numbers that took it there, who says so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

Domain = Literal["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
#: Where a rule comes from: read in the primary source or its abstract; read in a transcription
#: of it; or a convention of this project, which is never shown as anybody else's.
Mark = Literal["published", "transcribed", "convention"]
Level = Literal["not serious", "serious", "very serious", "extremely serious"]

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

#: Metadata of a fact that a rule learned to see after judgements had been made without it. It
#: enters the hash only where it differs from its default, so that a judgement on a body of which it
#: says nothing stands.
LATER = {"later": True}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a rule proposes for one domain.

    Parameters
    ----------
    domain : str
    down : int
        Levels to rate down, 0 to 3.
    path : tuple of str
        The way to the branch taken, step by step, in words.
    source : str
        Where the rule comes from, and `mark`, how that was read.
    seen : dataclass
        All that the rule saw. `facts` is the hash of it: when that moves, a judgement made on it
        is suspended.
    branch : str
        The branch taken, by the `id` of a `Branch`.
    numbers : tuple of Quantity
        What was compared on the way.
    """

    domain: Domain
    down: int
    path: tuple[str, ...]
    source: str
    mark: Mark
    seen: Any
    branch: str = ""
    numbers: tuple[Quantity, ...] = ()

    @property
    def level(self) -> Level:
        """The rating in GRADE's words."""
        return LEVELS[self.down]

    @property
    def facts(self) -> str:
        """Hash of all that the rule saw."""
        return facts_hash(self.seen)


def proposed(
    domain: Domain,
    branch: Branch,
    facts: Any,
    path: Sequence[str],
    numbers: Sequence[Quantity] = (),
) -> Proposal:
    """Return the proposal at the end of a branch."""
    return Proposal(
        domain=domain,
        down=branch.levels,
        path=tuple(path),
        source=branch.source,
        mark=branch.mark,
        seen=facts,
        branch=branch.id,
        numbers=tuple(numbers),
    )


def branches(rule: str, rows: Mapping[str, tuple[int, str, Mark, str]]) -> dict[str, Branch]:
    """Return the branches of a rule by name, from rows of levels, source, mark and `when`."""
    return {
        name: Branch(rule=rule, name=name, levels=levels, source=source, mark=mark, when=when)
        for name, (levels, source, mark, when) in rows.items()
    }


def facts_hash(facts: Any) -> str:
    """Return 12 hex digits over a dataclass of facts; numbers at 10 significant digits.

    Ten digits are far below anything printed and far above the noise of another processor's
    last bit, so that the hash is the same on every machine.
    """
    seen = {
        item.name: getattr(facts, item.name)
        for item in fields(facts)
        if not (item.metadata == LATER and getattr(facts, item.name) == item.default)
    }
    text = json.dumps(_plain(seen), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if hasattr(value, "__dataclass_fields__"):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return value

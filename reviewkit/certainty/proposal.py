"""What a GRADE rule returns: levels to rate down, the path taken, the source, the facts it saw."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
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
PROJECT = "convention of this project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a rule proposes for one domain.

    Parameters
    ----------
    domain : str
    down : int
        Levels to rate down, 0 to 3.
    path : tuple of str
        The branch taken, step by step, with the numbers that took it there.
    source : str
        Where the rule comes from, and `mark`, how that was read.
    facts : str
        Hash of all that the rule saw: when it moves, a judgement made on it is suspended.
    """

    domain: Domain
    down: int
    path: tuple[str, ...]
    source: str
    mark: Mark
    facts: str

    @property
    def level(self) -> Level:
        """The rating in GRADE's words."""
        return LEVELS[self.down]


def facts_hash(facts: Any) -> str:
    """Return 12 hex digits over a dataclass of facts; numbers at 10 significant digits.

    Ten digits are far below anything printed and far above the noise of another processor's
    last bit, so that the hash is the same on every machine.
    """
    text = json.dumps(_plain(asdict(facts)), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value

"""Words of a text that are to be replaced."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a text to be replaced."""

    start: int
    end: int
    words: str

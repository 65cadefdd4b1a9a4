"""Words of a text that are to be replaced."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """Words of a text to be replaced."""

    start: int
    end: int
    words: str

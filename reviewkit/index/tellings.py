"""The order in which a result's rulings stand in the index, for those that write and read it."""

from __future__ import annotations

from typing import Literal

Direction = Literal["increases", "decreases", "no difference", "changes"]

DIRECTIONS: tuple[Direction, ...] = ("increases", "decreases", "no difference", "changes")
"""The directions in which a sentence may tell of a result."""

SIGNIFICANCE: tuple[Literal["yes", "no", "not said"], ...] = ("yes", "no", "not said")
"""What a sentence may say of significance; it runs within each direction."""

"""What a record says that cannot stand: said at once, each with the path of the value at fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: What each code of this layer means: values that are well formed, and cannot stand all the same.
CODES = {
    "R105": "a number that cannot be true",
    "R106": "a part without the one that it belongs to",
    "R107": "parts that exclude each other",
    "R108": "a judgement that cannot stand as it is",
    "R109": "an option that is not admissible",
    "R114": "an item that the instrument does not ask",
    "R115": "items that the instrument asks, without an answer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """One thing in a record that cannot stand.

    Parameters
    ----------
    code : str
        One of :data:`CODES`.
    path : tuple of str or int
        From the record to the value at fault, by the names used in YAML; empty for the value.
    found, expected : str
        The value as it stands, in words where it is a mapping, and what may stand there.
    fix : str
        What to do.
    """

    code: str
    path: tuple[str | int, ...]
    found: str
    expected: str
    fix: str


class Misfits(ValueError):
    """All that cannot stand in one record."""

    def __init__(self, misfits: Iterable[Misfit]) -> None:
        self.misfits = tuple(misfits)
        super().__init__("; ".join(f"{m.found}: expected {m.expected}" for m in self.misfits))

"""Each verdict pinned to what it rests on, so that a stale one can say so.

A lock entry holds a claim's verdicts and, part by part, a hash of everything they depend on
(`reviewkit.lock.parts`). `differences` says of two reviews which verdicts moved, from what to what,
because of which fields of which records.
"""

from reviewkit.lock.differing import Change, Difference, Move, Suspension, differences
from reviewkit.lock.entries import Entry, Moved, Shift, compare, of
from reviewkit.lock.file import FORMAT, NAME, read, write
from reviewkit.lock.parts import RULES, Part, parts_of

__all__ = [
    "FORMAT",
    "NAME",
    "RULES",
    "Change",
    "Difference",
    "Entry",
    "Move",
    "Moved",
    "Part",
    "Shift",
    "Suspension",
    "compare",
    "differences",
    "of",
    "parts_of",
    "read",
    "write",
]

"""A problem in a writer's text: a code, the words it is about, how grave it is, what to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["none", "suggestion", "warning", "error"]

SEVERITIES: tuple[Severity, ...] = ("none", "suggestion", "warning", "error")
"""From the mildest to the gravest."""

_RANKS: dict[str, int] = {name: place for place, name in enumerate(SEVERITIES)}


class Problem(NamedTuple):
    """Something to mend in a sentence.

    Parameters
    ----------
    code
        One of `reviewkit.prose.codes.CODES`.
    start, end
        The words it is about, as offsets into the text of the sentence, end-exclusive.
    severity
        How grave it is.
    message
        What is wrong, in one sentence.
    suggestion
        What may be written instead; empty where there is nothing to offer.
    """

    code: str
    start: int
    end: int
    severity: Severity
    message: str
    suggestion: str = ""


def rank(severity: str) -> int:
    """Return how grave a severity is: 0 for "none"."""
    return _RANKS[severity]


def gravest(severities: Iterable[str]) -> str:
    """Return the gravest of some severities; "none" where there is none."""
    return max(severities, key=rank, default="none")

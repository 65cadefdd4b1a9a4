"""Named rules on how a sentence argues, after the Informed Health Choices key concepts.

Each looks at a sentence that makes a health claim and says what a careful reader would object to
in its reasoning, whatever the evidence (Oxman 2019, PMC7268153).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading

__all__ = ["RULES", "look"]

#: Each rule, by the code of the problem that it finds.
RULES: dict[str, Callable[[Reading], Iterator[Problem]]] = {}


def look(reading: Reading) -> Iterator[Problem]:
    """Yield what the named rules find in a sentence that makes a health claim."""
    for rule in RULES.values():
        yield from rule(reading)

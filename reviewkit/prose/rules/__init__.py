"""Named rules on how a sentence argues, after the Informed Health Choices key concepts.

Each looks at a sentence that makes a health claim and says what a careful reader would object to
in its reasoning, whatever the evidence. The concepts and their numbers are those of the list of
2019 (PMC7268153, doi:10.12688/f1000research.21292.1, table 1); what each rests on is in Oxman 2023
(doi:10.12688/f1000research.123051.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading
from reviewkit.prose.rules.association import association_as_cause
from reviewkit.prose.rules.authority import expert_opinion
from reviewkit.prose.rules.dose import more_is_better
from reviewkit.prose.rules.mechanism import mechanism_as_proof
from reviewkit.prose.rules.safety import absolute_safety
from reviewkit.prose.rules.single_study import single_study
from reviewkit.prose.rules.testimonial import testimonial

__all__ = ["RULES", "look"]

#: Each rule, by the code of the problem that it finds.
RULES: dict[str, Callable[[Reading], Iterator[Problem]]] = {
    "P301": absolute_safety,
    "P302": mechanism_as_proof,
    "P303": association_as_cause,
    "P304": single_study,
    "P305": testimonial,
    "P306": expert_opinion,
    "P307": more_is_better,
}


def look(reading: Reading) -> Iterator[Problem]:
    """Yield what the named rules find in a sentence; nothing where it makes no health claim."""
    if reading.checkable:
        for rule in RULES.values():
            yield from rule(reading)

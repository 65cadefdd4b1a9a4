"""The vocabulary of an index, compiled: its patterns beside its tree of phrases.

The standard library alone is used here, so that a warm start of the checker stays fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reviewkit.phrasing import SIDES, SUBJECT, Part, effect_name, parts
from reviewkit.prose.phrases import PARTS, Phrases
from reviewkit.prose.vocabulary import (
    BEYOND,
    DEVICE,
    LIMITING,
    LOWERS,
    PITCH,
    PLACE,
    RAISES,
    RIVALS,
    Pattern,
    Vocabulary,
)

#: The kind of claims that say how something comes about.
MECHANISM = "mechanism"
#: The kind of claims on how many studies there are, and how good.
EVIDENCE = "evidence"
#: Terms that no longer term hides, in whatever patterns they stand.
_ALWAYS_APART = (PLACE, PARTS)
#: Terms of no pattern that have a meaning of their own.
_MEANT = frozenset({PLACE, PARTS, SUBJECT, RIVALS, PITCH, LIMITING, DEVICE})


def compile_vocabulary(index: dict[str, Any]) -> Vocabulary:
    """Compile the vocabulary of an index; patterns of claims that it does not hold are left out."""
    said = index["vocabulary"]
    claims = {row["id"] for row in index["claims"]} | {BEYOND}
    patterns: dict[str, list[Pattern]] = {}
    for claim, lines in {**said["claims"], BEYOND: said["beyond"]}.items():
        for line in lines if claim in claims else ():
            pattern = _pattern(claim, parts(line))
            for name in _anchor(pattern).names:
                patterns.setdefault(name, []).append(pattern)
    every = {pattern for found in patterns.values() for pattern in found}
    governs = {pattern: [part for part in pattern.parts if part.effects] for pattern in every}
    effected = frozenset(pattern.claim for pattern, governed in governs.items() if governed)
    return Vocabulary(
        patterns={name: tuple(found) for name, found in patterns.items()},
        phrases=Phrases(
            said["tree"],
            said["forms"],
            {**said["kinds"], **dict(_apart(patterns))},
            _hiding(said["kinds"], patterns),
        ),
        interventions=frozenset(said["interventions"]),
        treating=frozenset({*said["interventions"], SUBJECT}),
        governed=frozenset(
            name for governed in governs.values() for part in governed for name in part.names
        ),
        befores=frozenset(effect_name(name, "before") for name in said["effects"]),
        effects=frozenset(effect_name(name, side) for name in said["effects"] for side in SIDES),
        effected=effected,
        facts=frozenset(row["id"] for row in index["claims"] if row.get("kind") == MECHANISM)
        - effected,
        evidence=frozenset(row["id"] for row in index["claims"] if row.get("kind") == EVIDENCE),
        ills=_governed_by(LOWERS, governs.values()) - _governed_by(RAISES, governs.values()),
    )


def _governed_by(effect: str, governs: Iterable[list[Part]]) -> frozenset[str]:
    """Return the names of the terms that an effect governs in some pattern."""
    return frozenset(
        name
        for governed in governs
        for part in governed
        if effect in part.effects and not part.unless
        for name in part.names
    )


def _apart(patterns: dict[str, list[Pattern]]) -> Iterator[tuple[str, str]]:
    """Yield the terms that no longer term hides: those that open, or only stand beside others."""
    for pattern in {pattern for found in patterns.values() for pattern in found}:
        for part in pattern.parts:
            for name in part.names:
                if part.opens or name not in patterns:
                    yield name, f"apart {name}"
    for name in _ALWAYS_APART:
        yield name, f"apart {name}"


def _hiding(kinds: dict[str, str], patterns: dict[str, list[Pattern]]) -> dict[str, list[str]]:
    """Return the terms that only hide, and the kinds of those that open a clause."""
    parts = [part for found in patterns.values() for pattern in found for part in pattern.parts]
    used = frozenset(name for part in parts for name in part.names)
    opening = sorted({f"apart {name}" for part in parts if part.opens for name in part.names})
    return {
        name: opening
        for name, kind in kinds.items()
        if kind == "term" and name not in used and name not in _MEANT
    }


def _pattern(claim: str, asked: tuple[Part, ...]) -> Pattern:
    return Pattern(
        claim,
        asked,
        needs=tuple(
            needed for part in asked if not (part.absent or part.above) for needed in _needs(part)
        )[1:],
        spoiled=frozenset(name for part in asked if part.absent for name in part.names),
    )


def _needs(part: Part) -> Iterator[frozenset[str]]:
    """Yield the sets of names of which a sentence has to hold one for a part to be met."""
    yield part.names
    if part.effects and not part.unless:
        yield part.effects | part.afters


def _anchor(pattern: Pattern) -> Part:
    return next(part for part in pattern.parts if not part.absent)

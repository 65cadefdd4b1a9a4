"""A review's vocabulary as its record writes it, compiled: the tree of phrases and the patterns.

The standard library alone is used here, so that a warm start of the checker stays fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reviewkit.prose.vocabulary import (
    BEYOND,
    PLACE,
    STEM,
    Node,
    Part,
    Pattern,
    Vocabulary,
    after,
)

_PATTERN = re.compile(r"(?P<mark>[!^+-]?)(?:(?P<effects>[\w|-]+) > )?(?P<names>[\w|-]+)$")
_SIDES = ("before", "after")


def compile_vocabulary(index: dict[str, Any]) -> Vocabulary:
    """Compile the vocabulary of an index; patterns of claims that it does not hold are left out.

    Raises
    ------
    ValueError
        If a pattern cannot be read, or names a term or an effect that the vocabulary lacks.
    """
    said = index["vocabulary"]
    claims = {row["id"] for row in index["claims"]} | {BEYOND}
    used = {name for lines in (*said["claims"].values(), said["beyond"]) for name in _named(lines)}
    root = Node()
    written = set()
    kinds = {}
    for name, kind, phrase in _phrases(said):
        kinds[name] = kind
        forms = phrase.lower().split()
        if len(phrase) > STEM and (long := next((f for f in forms if len(f) > STEM), None)):
            raise ValueError(f"vocabulary: {name}: {long!r} is too long for a word")
        written.update(forms)
        place = _plant(root, forms)
        if "..." not in forms or name.strip("<> ") not in used:
            place.names += (name,)
        else:
            place.open_names += (name,)
    known = set(kinds) | {_effect(name, "before") for name in said["effects"]}
    patterns: dict[str, list[Pattern]] = {}
    for claim, lines in {**said["claims"], BEYOND: said["beyond"]}.items():
        for line in lines if claim in claims else ():
            pattern = _pattern(claim, line, known)
            for name in _anchor(pattern).names:
                patterns.setdefault(name, []).append(pattern)
    kinds.update(_apart(patterns))
    kinds[PLACE] = f"apart {PLACE}"
    return Vocabulary(
        patterns={name: tuple(found) for name, found in patterns.items()},
        root=root,
        written=frozenset(written - {"..."}),
        interventions=frozenset(said["interventions"]),
        kinds=kinds,
        governed=frozenset(
            name
            for found in patterns.values()
            for pattern in found
            for part in pattern.parts
            if part.effects
            for name in part.names
        ),
        befores=frozenset(_effect(name, "before") for name in said["effects"]),
        effects=frozenset(_effect(name, side) for name in said["effects"] for side in _SIDES),
        effected=frozenset(
            pattern.claim
            for found in patterns.values()
            for pattern in found
            if any(part.effects for part in pattern.parts)
        ),
    )


def _phrases(said: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each phrase after its name and its kind."""
    for group, kind in (("interventions", "intervention"), ("outcomes", "term"), ("terms", "term")):
        for name, phrases in said[group].items():
            yield from ((name, kind, phrase) for phrase in phrases)
    for name, effect in said["effects"].items():
        for side in _SIDES:
            yield from ((_effect(name, side), f"effect {name}", phrase) for phrase in effect[side])


def _apart(patterns: dict[str, list[Pattern]]) -> Iterator[tuple[str, str]]:
    """Yield the terms that no longer term hides: those that open, or only stand beside others."""
    for pattern in {pattern for found in patterns.values() for pattern in found}:
        for part in pattern.parts:
            for name in part.names:
                if part.opens or name not in patterns:
                    yield name, f"apart {name}"


def _effect(name: str, side: str) -> str:
    """Return an effect's name among the hits: ``lowers >`` before what it governs, else ``<``."""
    return f"{name} >" if side == "before" else f"< {name}"


def _pattern(claim: str, line: str, known: Iterable[str]) -> Pattern:
    parts = []
    for written in re.split(r" & | (?=!)", line):
        match = _PATTERN.match(written)
        if match is None:
            raise ValueError(f"vocabulary: {claim}: pattern {written!r} cannot be read")
        effects = [_effect(name, "before") for name in (match["effects"] or "").split("|") if name]
        named = match["names"].split("|")
        if unknown := [name for name in (*effects, *named) if name not in known]:
            raise ValueError(f"vocabulary: {claim}: {unknown[0].removesuffix(' >')!r} is not in it")
        parts.append(
            Part(
                names=frozenset(named),
                effects=frozenset(effects),
                opens=match["mark"] == "^",
                absent=match["mark"] == "!",
                near=match["mark"] == "+",
                unless=match["mark"] == "-",
            )
        )
    if all(part.absent for part in parts):
        raise ValueError(f"vocabulary: {claim}: pattern {line!r} asks for nothing to be there")
    return Pattern(
        claim,
        tuple(parts),
        needs=tuple(needed for part in parts if not part.absent for needed in _needs(part)),
        spoiled=frozenset(name for part in parts if part.absent for name in part.names),
    )


def _needs(part: Part) -> Iterator[frozenset[str]]:
    """Yield the sets of names of which a sentence has to hold one for a part to be met."""
    yield part.names
    if part.effects and not part.unless:
        yield part.effects | {after(effect) for effect in part.effects}


def _anchor(pattern: Pattern) -> Part:
    return next(part for part in pattern.parts if not part.absent)


def _named(lines: Iterable[str]) -> set[str]:
    """Return the names in patterns, of terms and of effects."""
    named = (name for line in lines for name in re.findall(r"[\w-]*\w", line))
    return {name.lstrip("-") for name in named}


def _plant(node: Node, forms: list[str]) -> Node:
    """Return the place in the tree where a phrase ends, made if it is not there."""
    for form in forms:
        if form == "...":
            node.gap = node.gap or Node()
            node = node.gap
            continue
        if node.after is None:
            node.after = {}
        following = node.after.get(form)
        if following is None:
            following = node.after[form] = Node()
        node = following
    return node

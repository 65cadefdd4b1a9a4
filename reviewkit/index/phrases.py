"""A review's phrases as a tree, made once and kept as JSON, so that the checker only walks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.phrasing import ANY, SIDES, SUBJECT, effect_name, forms, named, plain_name

Node = dict[str, Any]
"""A place in the tree. Keys are the words and stems that may come next, and `ANY` for a gap; at
`ENDS` stand the names of the phrases that end here, at `ENDS_OPEN` those of phrases with a gap,
which hide no shorter phrase."""

ENDS, ENDS_OPEN = "", "~"
"""Keys of a node that are no words."""


def planted(vocabulary: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the checker needs of a vocabulary.

    Parameters
    ----------
    vocabulary
        As its record writes it, as a mapping.

    Returns
    -------
    dict
        ``tree``: the root `Node`; ``kinds``: of each name, what hides it when it stands in
        something longer; ``forms``: all words and stems; ``interventions``, ``effects``: their
        names; ``subject``: the phrases of that term; ``claims`` and ``beyond``: the patterns.
    """
    patterns = (line for lines in vocabulary["claims"].values() for line in lines)
    used = named([*patterns, *vocabulary["beyond"]])
    tree: Node = {}
    kinds: dict[str, str] = {}
    written: set[str] = set()
    for name, kind, phrase in _phrases(vocabulary):
        kinds[name] = kind
        words = forms(phrase)
        written.update(words)
        place = tree
        for word in words:
            place = place.setdefault(word, {})
        hides = ANY not in words or plain_name(name) not in used
        place.setdefault(ENDS if hides else ENDS_OPEN, []).append(name)
    return {
        "tree": tree,
        "kinds": kinds,
        "forms": sorted(written - {ANY}),
        "interventions": list(vocabulary["interventions"]),
        "effects": list(vocabulary["effects"]),
        "subject": vocabulary["terms"].get(SUBJECT, []),
        "claims": vocabulary["claims"],
        "beyond": vocabulary["beyond"],
    }


def _phrases(vocabulary: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each phrase after its name and its kind."""
    for group, kind in (("interventions", "intervention"), ("outcomes", "term"), ("terms", "term")):
        for name, phrases in vocabulary[group].items():
            yield from ((name, kind, phrase) for phrase in phrases)
    for name, effect in vocabulary["effects"].items():
        for side in SIDES:
            yield from (
                (effect_name(name, side), f"effect {name}", phrase) for phrase in effect[side]
            )

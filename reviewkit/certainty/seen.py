"""What a rule saw, as a hash that a judgement keeps: when it moves, what was judged has moved."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from typing import Any, Protocol, runtime_checkable

#: Metadata of a fact that a rule learned to see after judgements had been made without it. It
#: enters the hash only where it differs from its default, so that a judgement on a body of which it
#: says nothing stands.
LATER = {"later": True}
#: Metadata of what stands beside the facts for the words alone: no rule decides by it, and it does
#: not enter the hash.
TOLD = {"told": True}


@runtime_checkable
class HeldApart(Protocol):
    """Facts that are held in other parts than a hash sees."""

    def as_seen(self) -> dict[str, Any]:
        """Return what a hash sees, by name."""


def facts_hash(facts: Any) -> str:
    """Return 12 hex digits over a dataclass of facts; numbers at 10 significant digits.

    Ten digits are far below anything printed and far above the noise of another processor's
    last bit, so that the hash is the same on every machine.
    """
    seen = facts.as_seen() if isinstance(facts, HeldApart) else _as_seen(facts)
    text = json.dumps(_plain(seen), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _as_seen(facts: Any) -> dict[str, Any]:
    return {
        item.name: getattr(facts, item.name)
        for item in fields(facts)
        if item.metadata != TOLD
        and not (item.metadata == LATER and getattr(facts, item.name) == item.default)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if hasattr(value, "__dataclass_fields__"):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return value

"""A published flow of questions as data: which answer leads on to what, down to a judgement."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

#: What an answer amounts to in a flow: the tools put "yes" and "probably yes" in one branch.
Kind = Literal["yes", "no", "no information", "not applicable"]

KINDS: Mapping[str, Kind] = {
    "Y": "yes",
    "PY": "yes",
    "PN": "no",
    "N": "no",
    "yes": "yes",
    "no": "no",
    "unclear": "no information",
    "not applicable": "not applicable",
}

Branch: TypeAlias = "Ask | str"
"""What follows an answer: a further question, or the judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question of a flow and what follows each kind of answer."""

    item: str
    branches: Mapping[Kind, Branch]


def ask(
    item: str, *, yes: Branch, no: Branch, unknown: Branch, not_applicable: Branch | None = None
) -> Ask:
    """Return a question with what follows "yes", "no" and no information.

    Examples
    --------
    >>> flow = ask("3.1", yes="low", no="high", unknown="high")
    >>> walk(flow, {"3.1": "yes"}.get)
    ('low', ('3.1 yes',))
    """
    branches: dict[Kind, Branch] = {"yes": yes, "no": no, "no information": unknown}
    if not_applicable is not None:
        branches["not applicable"] = not_applicable
    return Ask(item=item, branches=branches)


def walk(flow: Branch, kind_of: Callable[[str], Kind | None]) -> tuple[str, tuple[str, ...]]:
    """Return the judgement that a flow leads to, and the steps that led there.

    `kind_of` gives the kind of answer to an item; none counts as no information.
    """
    steps: list[str] = []
    while isinstance(flow, Ask):
        kind = kind_of(flow.item) or "no information"
        steps.append(f"{flow.item} {kind}")
        flow = flow.branches[kind]
    return flow, tuple(steps)


def reachable(flow: Branch, kind_of: Callable[[str], Kind | None]) -> frozenset[str]:
    """Return every judgement that a flow can lead to, whatever the items without a kind say.

    An item of which nothing is known is taken to apply.
    """
    if isinstance(flow, str):
        return frozenset({flow})
    kind = kind_of(flow.item)
    kinds = [kind] if kind else [each for each in flow.branches if each != "not applicable"]
    return frozenset().union(*(reachable(flow.branches[each], kind_of) for each in kinds))


def paths(flow: Branch) -> Iterator[tuple[tuple[tuple[str, Kind], ...], str]]:
    """Yield every way through a flow, as items with the kind of answer, and where it ends."""
    if isinstance(flow, str):
        yield (), flow
        return
    for kind, branch in flow.branches.items():
        for rest, judgement in paths(branch):
            yield ((flow.item, kind), *rest), judgement

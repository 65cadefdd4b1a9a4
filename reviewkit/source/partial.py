"""Mappings and lists that have begun and not ended: the data beside its places."""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewkit.source.document import Branch, Place, Tree


@dataclass(slots=True)
class OpenList:
    """A list that has begun and not ended."""

    begin: tuple[int, int]
    flow: bool
    is_key: bool
    data: list[Tree] = field(default_factory=list)
    inside: list[Place | Branch] = field(default_factory=list)
    keys: dict[str, Place] = field(default_factory=dict)  # none

    dropped = False

    @property
    def step(self) -> int:
        """The position of the value that comes next."""
        return len(self.data)

    def add(self, value: Tree, node: Place | Branch) -> None:
        """Take the value that has been read."""
        self.data.append(value)
        self.inside.append(node)


@dataclass(slots=True)
class OpenMapping:
    """A mapping that has begun and not ended."""

    begin: tuple[int, int]
    flow: bool
    is_key: bool
    data: dict[str, Tree] = field(default_factory=dict)
    inside: dict[str, Place | Branch] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    wants_key: bool = True
    step: str = ""  # the key of the value that comes next
    dropped: bool = False  # that value has no place in the tree

    def add(self, value: Tree, node: Place | Branch) -> None:
        """Take the value that has been read, for the key before it."""
        if not self.dropped:
            self.data[self.step] = value
            self.inside[self.step] = node
        self.wants_key, self.dropped = True, False

    def name(self, key: str, place: Place, *, dropped: bool = False) -> None:
        """Take the key of the value that comes next."""
        self.wants_key, self.step, self.dropped = False, key, dropped
        if not dropped:
            self.keys[key] = place

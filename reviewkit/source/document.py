"""What a file says, as text, and where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from reviewkit.findings import Finding, Severity, Span

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""A value: text, or a list or mapping of values."""

Steps: TypeAlias = tuple[str | int, ...]
"""A path through a tree: keys and, in lists, positions from 0."""

MAX_QUOTED = 2_000
"""Longest line, in characters, that a finding quotes."""


Place: TypeAlias = tuple[int, int, int, int]
"""Line, column, end line and end column of a node: from 1, the last exclusive.

There are hundreds for each record. Plain tuples of numbers are the one kind of object that
Python's garbage collector stops looking at; with a class of its own, reading took twice as long.
"""


class Branch(NamedTuple):
    """The places of a mapping or list: of itself, of its keys and of what is inside."""

    place: Place
    keys: dict[str, Place]
    inside: dict[str, Place | Branch] | list[Place | Branch]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file: all scalars as text, and the place of everything.

    Parameters
    ----------
    path
        Name of the file, as findings give it.
    data
        The top-level mapping. Of a key that stands twice it has the first value.
    lines
        The lines of the file without their ends.
    refused
        Paths at which reading made a finding about the value itself (an alias, a tag, an
        empty value): what stands there needs no second finding.
    root
        The places, in the shape of `data`; `place` and `key_place` look them up.

    Examples
    --------
    >>> from reviewkit.source import read_text
    >>> document, findings = read_text("n: {enrolled: 9}", "study.yaml")
    >>> document.data
    {'n': {'enrolled': '9'}}
    >>> str(document.place(("n", "enrolled"))), str(document.key_place(("n", "enrolled")))
    ('study.yaml:1:15', 'study.yaml:1:5')
    """

    path: str
    data: dict[str, Tree]
    lines: tuple[str, ...] = field(repr=False)
    refused: frozenset[Steps]
    root: Branch = field(repr=False)

    def line(self, number: int) -> str | None:
        """Return a line by its 1-based number; None past the end, or too long to quote."""
        return quotable(self.lines, number)

    def place(self, steps: Steps) -> Span:
        """Return where the value at `steps` stands, or else its nearest parent that exists."""
        return spanned(self.path, self._nearest(steps)[1])

    def key_place(self, steps: Steps) -> Span:
        """Return where the key of the value at `steps` stands, or of its nearest parent.

        An item of a list and the top level have no key: there it is the place of the value.
        """
        key, place = self._nearest(steps)
        return spanned(self.path, key or place)

    def places(self) -> Iterator[tuple[Steps, Span]]:
        """Yield the path and the place of every value, a parent before its children."""
        pending: list[tuple[Steps, Place | Branch]] = [((), self.root)]
        while pending:
            steps, node = pending.pop()
            if isinstance(node, Branch):
                yield steps, spanned(self.path, node.place)
                inside = node.inside
                children = inside.items() if isinstance(inside, dict) else enumerate(inside)
                pending += [((*steps, step), child) for step, child in children]
            else:
                yield steps, spanned(self.path, node)

    def finding(
        self,
        code: str,
        severity: Severity,
        steps: Steps,
        message: str,
        *,
        at: Literal["value", "key"] = "value",
        found: str | None = None,
        expected: str | None = None,
        fix: str | None = None,
        did_you_mean: tuple[str, ...] = (),
    ) -> Finding:
        """Return a finding about the value, or the key, at `steps`: place and line filled in."""
        span = self.key_place(steps) if at == "key" else self.place(steps)
        return Finding(
            code=code,
            severity=severity,
            where=dotted(steps),
            message=message,
            span=span,
            found=found,
            expected=expected,
            fix=fix,
            did_you_mean=did_you_mean,
            source_line=self.line(span.line),
        )

    def _nearest(self, steps: Steps) -> tuple[Place | None, Place]:
        """Return the place of the key, if there is one, and of the value."""
        branch, key, place = self.root, None, self.root.place
        for step in steps:
            child = _child(branch, step)
            if child is None:
                break
            key = branch.keys.get(str(step))
            if not isinstance(child, Branch):
                return key, child
            branch, place = child, child.place
        return key, place


def dotted(steps: Steps) -> str:
    """Return a path through a tree as people write it.

    Examples
    --------
    >>> dotted(("arms", 0, "n"))
    'arms[0].n'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def _child(branch: Branch, step: str | int) -> Place | Branch | None:
    inside = branch.inside
    if isinstance(inside, dict):
        return inside.get(step) if isinstance(step, str) else None
    return inside[step] if isinstance(step, int) and 0 <= step < len(inside) else None


def spanned(path: str, place: Place) -> Span:
    """Return a place as the span of a finding."""
    line, column, end_line, end_column = place
    return Span(path=path, line=line, column=column, end_line=end_line, end_column=end_column)


def quotable(lines: tuple[str, ...], number: int) -> str | None:
    """Return a line by its 1-based number; None past the end, or too long to quote."""
    if not 1 <= number <= len(lines) or len(lines[number - 1]) > MAX_QUOTED:
        return None
    return lines[number - 1]

"""Findings for people: where, what, the words with carets under them, why, and what to write.

One block a finding, opened as editors and ``grep`` understand it::

    draft.md:3:1: warning P101 overstated (hair-thickness-increase)
      3 | Scalp massage makes your hair thicker.
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      One study of nine men, before and after in one group (very low certainty).
      say  It is unclear whether scalp massage makes hair thicker.

A reason is told once in a file; where it holds again, it says where it was told ("as at 3:1").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewkit import display
from reviewkit.findings import printable, quoted
from reviewkit.prose.codes import CODES
from reviewkit.prose.ignoring import told_of
from reviewkit.prose.problems import rank

#: Columns that a block is set in where nobody says otherwise: the project's own lines.
WIDTH = 100
#: What a problem of severity "none" is called: told, and nothing to mend.
NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its end, and what it is: a severity, or ``plain``, ``strong``, ``quiet``."""

    text: str
    role: str = "plain"


def lines(file: Mapping[str, Any], *, width: int = WIDTH) -> Iterator[Line]:
    """Yield the lines of each finding of a file that has something to tell, a blank one after it.

    Parameters
    ----------
    file
        As `reviewkit.prose.check.check` yields it.
    width
        Columns to set it in.
    """
    reasons: dict[str, str] = {}
    for finding in file["findings"]:
        told = told_of(finding)
        if told:
            yield from _block(str(file["file"]), finding, told, width, reasons)
            yield Line(text="")


def _block(
    name: str,
    finding: dict[str, Any],
    told: list[dict[str, Any]],
    width: int,
    reasons: dict[str, str],
) -> Iterator[Line]:
    first, *further = sorted(told, key=lambda problem: -rank(problem["severity"]))
    role = _role(first)
    place = f"{printable(name)}:{_place(first)}"
    within = f", {printable(finding['place'])}" if finding["place"] else ""
    claims = display.joined(dict.fromkeys(link["claim"] for link in finding["links"]))
    about = f" ({claims})" if claims else ""
    yield Line(text=f"{place}: {_called(first)}{within}{about}", role=role)
    number = str(first["line"])
    start, stop = first["within"]
    shown, marks = quoted(finding["sentence"], start, stop, width=width - len(number) - 7)
    yield Line(text=f"  {number} | {shown}")
    if role == "quiet":
        return  # a claim outside the base: the whole sentence, and nothing to say of it
    yield Line(text=f"  {' ' * len(number)} | {marks}", role=role)
    yield from _wrapped(_reason(first, reasons), "  ", width)
    said = first["suggestion"] or finding["suggestion"]
    if said:
        yield from _wrapped(said, "  say  ", width, role="strong")
    for problem in further:
        yield from _also(problem, said, width, reasons)


def _also(
    problem: dict[str, Any], said: str, width: int, reasons: dict[str, str]
) -> Iterator[Line]:
    """Yield a further problem of a finding, in as few lines as it needs."""
    opening = f"{_place(problem)}: {_called(problem)}. {_reason(problem, reasons)}"
    yield from _wrapped(opening, "  also ", width)
    if problem["suggestion"] and problem["suggestion"] != said:
        yield from _wrapped(problem["suggestion"], "  say  ", width, role="strong")


def _reason(problem: dict[str, Any], reasons: dict[str, str]) -> str:
    """Return why, or where that was told; `reasons` holds what was told, and takes this up."""
    told = reasons.setdefault(problem["message"], _place(problem))
    return problem["message"] if told == _place(problem) else f"As at {told}."


def _place(problem: dict[str, Any]) -> str:
    return f"{problem['line']}:{problem['column']}"


def _called(problem: dict[str, Any]) -> str:
    """Return severity, code and name of a problem."""
    code = problem["code"]
    name = CODES[code].name if code in CODES else ""
    severity = NOTE if problem["severity"] == "none" else problem["severity"]
    return f"{severity} {code} {name}".rstrip()


def _role(problem: dict[str, Any]) -> str:
    return "quiet" if problem["severity"] == "none" else str(problem["severity"])


def _wrapped(text: str, first: str, width: int, *, role: str = "plain") -> Iterator[Line]:
    wrapped = display.wrap(printable(text), width=width, first=first, rest=" " * len(first))
    for line in wrapped.split("\n"):
        yield Line(text=line, role=role)

"""A text with sentences of the writer's choice put in the place of those that were told of.

The text is given back and nothing is written: what becomes of it is the writer's to decide. A
sentence that holds markup is refused and not replaced, since half of a tag or a pair of asterisks
would stay behind.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewkit.errors import UserError
from reviewkit.prose.documents import TextKind
from reviewkit.prose.output.tally import is_directive

_GAP = re.compile(r"[ \t]+")


def revised(
    text: str,
    kind: TextKind,
    findings: Sequence[Mapping[str, Any]],
    taken: Iterable[int],
    own: Mapping[int, str],
) -> str:
    """Return a text with some of its sentences replaced.

    Parameters
    ----------
    text, kind
        As checked, and its format.
    findings
        Of that text, as `reviewkit.prose.check.check` yields them; the first is number 1.
    taken
        Numbers of findings whose suggestion is taken.
    own
        What the writer puts instead, by number; an empty text takes the sentence out.

    Raises
    ------
    UserError
        If there is no finding of that number, nothing to take, or markup in the sentence.
    """
    taken = sorted(set(taken))
    both = [number for number in taken if number in own]
    if both:
        raise UserError(f"number {both[0]} has the suggestion taken and a sentence of your own")
    chosen = {number: _suggested(findings, number) for number in taken} | dict(own)
    for number in sorted(chosen, reverse=True):  # from the end, so that the places before it stay
        finding = numbered(findings, number)
        start, end = _place(text, finding, number)
        written = chosen[number].strip()
        if not written:
            gap = _GAP.match(text, end)
            end = gap.end() if gap else end
        written = html.escape(written, quote=False) if kind == "html" else written
        text = text[:start] + written + text[end:]
    return text


def numbered(findings: Sequence[Mapping[str, Any]], number: int) -> Mapping[str, Any]:
    """Return a finding by its number; raises `UserError` with the numbers that there are."""
    if 1 <= number <= len(findings):
        return findings[number - 1]
    there = f"they go from 1 to {len(findings)}" if findings else "there are none"
    raise UserError(f"no finding has the number {number}; {there}")


def _suggested(findings: Sequence[Mapping[str, Any]], number: int) -> str:
    suggestion = str(numbered(findings, number)["suggestion"])
    if not suggestion:
        raise UserError(
            f"number {number} has no suggestion; give a sentence of your own: "
            f'revised(own={{{number}: "…"}})'
        )
    return suggestion


def _place(text: str, finding: Mapping[str, Any], number: int) -> tuple[int, int]:
    """Return where a sentence stands, if it stands there as plain words."""
    start, end = int(finding["start"]), int(finding["end"])
    if is_directive(dict(finding)):
        raise UserError(f"number {number} is a directive and no sentence; change it in the text")
    if text[start:end].split() != str(finding["sentence"]).split():
        raise UserError(
            f"number {number} (line {finding['line']}) has markup within the sentence, of which "
            "half would stay behind; change it in the text"
        )
    return start, end

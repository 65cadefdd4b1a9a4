"""One document held against several reviews: what each found of a sentence, as one finding.

A review is silent on what is not its subject, so that most sentences are found by one alone. Where
two speak of the same sentence the graver leads; that one does not cover it says nothing where
another does.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from reviewkit.prose.ignoring import NO_REASON, UNUSED
from reviewkit.prose.problems import gravest, rank

#: What is gathered from all findings of a sentence, each entry once.
_GATHERED = ("links", "numbers", "problems", "ignored")
_UNCOVERED = "not covered"


def together(files: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what several reviews found in one document, in the shape of what one finds.

    Parameters
    ----------
    files
        The document as `reviewkit.prose.check.check` yields it, once for each review.

    Examples
    --------
    >>> together([{"file": "a.md", "findings": []}, {"file": "a.md", "findings": []}])
    {'file': 'a.md', 'findings': []}
    """
    if len(files) == 1:
        return dict(files[0])
    by_place: dict[tuple[int, int, str], list[Mapping[str, Any]]] = {}
    for file in files:
        for finding in file["findings"]:
            wish = finding["reason"] if _is_of_wish(finding) else ""
            by_place.setdefault((finding["start"], finding["end"], wish), []).append(finding)
    findings = [_joined(found, len(files)) for _, found in sorted(by_place.items())]
    return {**files[0], "findings": [finding for finding in findings if finding is not None]}


def _joined(found: Sequence[Mapping[str, Any]], reviews: int) -> dict[str, Any] | None:
    idle = all(_has_only(UNUSED, finding) for finding in found)
    if idle and len(found) < reviews:
        return None  # what it asks for was met in another review
    covered = [finding for finding in found if finding["verdict"] != _UNCOVERED] or found[:1]
    leading = max(covered, key=lambda finding: rank(finding["severity"]))
    ordered = [leading, *(finding for finding in covered if finding is not leading)]
    gathered = {
        name: list(_once(entry for finding in ordered for entry in finding[name]))
        for name in _GATHERED
        if name in leading
    }
    severity = gravest(finding["severity"] for finding in ordered)
    return {**leading, **gathered, "severity": severity}


def _is_of_wish(finding: Mapping[str, Any]) -> bool:
    """Whether a finding is about a directive to ignore, of which one place may have several."""
    return _has_only(UNUSED, finding) or _has_only(NO_REASON, finding)


def _has_only(code: str, finding: Mapping[str, Any]) -> bool:
    problems = finding["problems"]
    return bool(problems) and all(problem["code"] == code for problem in problems)


def _once(entries: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    seen: set[Hashable] = set()
    for entry in entries:
        key = repr(sorted(entry.items(), key=lambda item: item[0]))
        if key not in seen:
            seen.add(key)
            yield entry

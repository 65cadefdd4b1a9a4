"""What a writer asks to ignore, with a reason: ``reviewkit: ignore=P101 reason``.

An ignored problem is set aside, not forgotten: it stays in the finding under ``ignored``, with who
asked for it and why. A wish without a reason is refused, and one that is about nothing is told, so
that a text does not silt up with directives which nobody can judge any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from reviewkit.prose import codes
from reviewkit.prose.problems import gravest, rank
from reviewkit.prose.text import Document, Ignore, Sentence

#: The codes of what is said about the directives themselves.
NO_REASON, UNUSED = "P901", "P902"
_PLACE = ("line", "column", "end_line", "end_column")


def applied(document: Document, findings: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the findings as the document's directives leave them, with what these need told.

    Parameters
    ----------
    document
        As read.
    findings
        Of that document, in order; each gets the key ``ignored``, a list of problems in the shape
        of ``problems``, each with ``ignored``: the reason, and line and column of the directive.

    Returns
    -------
    list
        In order of place; a directive without a reason (P901), or with a code that nothing there
        has (P902), has a finding of its own.
    """
    if not document.ignores:
        return [finding | {"ignored": []} for finding in findings]
    by_start = {sentence.start: sentence for sentence in document.sentences}
    met: list[set[str]] = [set() for _ in document.ignores]
    kept = [
        _without_ignored(finding, by_start.get(finding["start"]), document.ignores, met)
        for finding in findings
    ]
    told = [
        row
        for wish, codes_met in zip(document.ignores, met, strict=True)
        for row in _about(wish, codes_met)
    ]
    return sorted([*kept, *told], key=lambda finding: finding["start"]) if told else kept


def told_of(finding: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a finding tells the writer: its problems, or that the base does not cover it."""
    problems: list[dict[str, Any]] = finding["problems"]
    if problems or finding["verdict"] != "not covered" or finding.get("ignored"):
        return problems
    return [_uncovered(finding)]


def settled(
    finding: dict[str, Any], left: list[dict[str, Any]], ignored: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return a finding with the problems that are left: its severity is that of the gravest."""
    offered = [p["suggestion"] for p in sorted(left, key=lambda p: -rank(p["severity"]))]
    return finding | {
        "problems": [problem for problem in left if problem["severity"] != "none"],
        "severity": gravest(problem["severity"] for problem in left),
        "suggestion": next(filter(None, offered), ""),
        "ignored": ignored,
    }


def set_aside(problem: dict[str, Any], reason: str, line: int, column: int) -> dict[str, Any]:
    """Return a problem with why it is ignored; line 0 where no directive in the text says so."""
    return problem | {"ignored": {"reason": reason, "line": line, "column": column}}


def _without_ignored(
    finding: dict[str, Any],
    sentence: Sentence | None,
    wishes: tuple[Ignore, ...],
    met: list[set[str]],
) -> dict[str, Any]:
    about = [i for i, wish in enumerate(wishes) if sentence is not None and wish.covers(sentence)]
    told = told_of(finding)
    left: list[dict[str, Any]] = []
    ignored: list[dict[str, Any]] = []
    for problem in told:
        asking = [i for i in about if problem["code"] in _codes(wishes[i])]
        for i in asking:
            met[i].add(problem["code"])
        given = next((wishes[i] for i in asking if wishes[i].reason), None)
        if given is None:
            left.append(problem)
        else:
            ignored.append(set_aside(problem, given.reason, given.line, given.column))
    if not ignored:
        return finding | {"ignored": []}
    return settled(finding, left, ignored)


def _codes(wish: Ignore) -> list[str]:
    """Return the codes of a directive; they may be written small."""
    return [code.upper() for code in wish.codes]


def _uncovered(finding: dict[str, Any]) -> dict[str, Any]:
    return {
        "code": "P001",
        "start": finding["start"],
        "end": finding["end"],
        "within": [0, len(finding["sentence"])],
        "severity": "none",
        "message": finding["reason"],
        "suggestion": "",
        **{name: finding[name] for name in _PLACE if name in finding},
    }


def _about(wish: Ignore, met: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield what is wrong with a directive."""
    if not wish.reason:
        reason = "A directive to ignore a problem says why, after the code; without, it is refused."
        yield _finding(wish, NO_REASON, "warning", reason)
        return
    if not wish.codes:
        yield _finding(wish, UNUSED, "suggestion", "The directive names no code to ignore.")
    for code in wish.codes:
        if code.upper() in met:
            continue
        where = "this document" if wish.everywhere else "what the directive is about"
        reason = f"Nothing in {where} has the problem {code.upper()}; the directive can go."
        if code.upper() not in codes.CODES:
            named = [known.code for known in codes.CODES.values() if known.name == code.lower()]
            instead = f"; write {named[0]}" if named else ""
            reason = f"No problem goes by the code {code}{instead}."
        yield _finding(wish, UNUSED, "suggestion", reason)


def _finding(wish: Ignore, code: str, severity: str, reason: str) -> dict[str, Any]:
    """Return a finding about a directive; it asks for something, and asserts nothing."""
    kind = "ignore-file" if wish.everywhere else "ignore"
    said = f"reviewkit: {kind}={','.join(wish.codes)} {wish.reason}".rstrip()
    problem = {
        "code": code,
        "start": wish.start,
        "end": wish.end,
        "within": [0, len(said)],
        "severity": severity,
        "message": reason,
        "suggestion": "",
    }
    return {
        "line": wish.line,
        "column": wish.column,
        "start": wish.start,
        "end": wish.end,
        "place": wish.place,
        "sentence": said,
        "stance": "asks",
        "links": [],
        "numbers": [],
        "problems": [problem],
        "verdict": "not graded",
        "certainty": "",
        "severity": severity,
        "reason": reason,
        "suggestion": "",
        "ignored": [],
    }

"""The audit as findings: what does not fit, where it stands, and what would explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reviewkit.audit import Fit, SpriteFit, statistics_in
from reviewkit.audit.codes import CODES
from reviewkit.audit.results import Check, checks_of
from reviewkit.display import joined, plural
from reviewkit.evidence import Evidence
from reviewkit.findings import Finding, Severity, Span
from reviewkit.review import Consequence, WhatIf, results_of

#: What no flag says.
CAVEAT = (
    "A flag says that printed numbers do not fit, and accuses nobody; it moves no grade by itself."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A misfit as a finding, and what rests on it; None where no review does, as in a text."""

    finding: Finding
    consequence: Consequence | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the finding, JSON-ready, with its consequence."""
        consequence = self.consequence.to_dict() if self.consequence else None
        return {**self.finding.to_dict(), "consequence": consequence}


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What an audit found, and how much it tested.

    Parameters
    ----------
    flags
        One for each misfit, by place.
    forced
        What the samples behind a mean and an SD must hold, each with its place.
    tested
        How many answers there are, those that fit too.
    blind
        How many of them could not have seen a wrong number.
    """

    flags: tuple[Flag, ...]
    forced: tuple[str, ...] = ()
    tested: int
    blind: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The misfits as findings, by place."""
        return tuple(flag.finding for flag in self.flags)

    def summary(self) -> str:
        """Return what was tested and found, in one sentence."""
        told = plural(len(self.findings), "does not fit", "do not fit")
        blind = f", {self.blind} of them too coarse to see a wrong number" if self.blind else ""
        moving = sum(bool(flag.consequence and flag.consequence.matters) for flag in self.flags)
        moves = f", {moving} of them with a verdict that moves without it" if moving else ""
        return f"{plural(self.tested, 'test')} of printed numbers{blind}: {told}{moves}"


def audit_records(evidence: Evidence) -> Audited:
    """Return what does not fit in the records of a review, and whether a verdict rests on it."""
    checks = [
        (name, check) for name, study in evidence.studies.items() for check in checks_of(study)
    ]
    what_if = WhatIf(evidence)
    return Audited(
        flags=_ordered(
            _of_record(evidence, name, check, what_if)
            for name, check in checks
            if not check.fit.fits
        ),
        forced=tuple(line for name, check in checks for line in _forced(evidence, name, check)),
        tested=len(checks),
        blind=sum(not check.fit.informative for _, check in checks),
    )


def severity_of(code: str, consequence: Consequence) -> Severity:
    """Return how grave a misfit is, by what it may do to a verdict (a convention of this project).

    A warning where a verdict moves without the result, or where what is printed cannot all be true
    and something is made of it: a body counts it, or a claim tells of it. Else a hint.
    """
    certain = CODES[code].severity == "warning"
    return "warning" if consequence.matters or (certain and consequence.read) else "hint"


def audit_text(text: str, path: str) -> Audited:
    """Return the test statistics of a text whose p does not follow from them.

    Parameters
    ----------
    text
        Plain text; statistics in the style of the APA are read, all others passed over.
    path
        What the text is called in findings.
    """
    found = [(one, one.check()) for one in statistics_in(text)]
    return Audited(
        flags=_ordered(
            Flag(
                finding=_finding(
                    "A202" if fit.decision else "A201",
                    fit,
                    where="",
                    span=_span(text, one.start, one.end, path),
                    source_line=text.splitlines()[text.count("\n", 0, one.start)],
                )
            )
            for one, fit in found
            if not fit.fits
        ),
        tested=len(found),
        blind=sum(not fit.informative for _, fit in found),
    )


def _of_record(evidence: Evidence, study: str, check: Check, what_if: WhatIf) -> Flag:
    document = evidence.documents["studies", study]
    consequence = what_if.without(results_of(evidence.studies[study], check))
    bare = document.finding(check.code, check.severity, check.path, "")
    finding = _finding(
        check.code,
        check.fit,
        where=bare.where,
        span=bare.span,
        source_line=bare.source_line,
        consequence=consequence,
    )
    return Flag(finding=finding, consequence=consequence)


def _finding(
    code: str,
    fit: Fit,
    *,
    where: str,
    span: Span | None,
    source_line: str | None,
    consequence: Consequence | None = None,
) -> Finding:
    found = CODES[code]
    told = [found.means, fit.arithmetic]
    if fit.power is not None:
        told.append(f"sees {100 * fit.power:.0f}% of wrong numbers ({fit.test})")
    if consequence is not None:
        told.append(consequence.told())
    return Finding(
        code=code,
        severity=found.severity if consequence is None else severity_of(code, consequence),
        where=where,
        message="\n".join(told),
        span=span,
        found=fit.printed,
        expected=fit.implies,
        fix="compare with the source; it may be explained by\n"
        + "\n".join(f"- {explanation}" for explanation in fit.explanations),
        source_line=source_line,
    )


def _ordered(flags: Iterator[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=lambda flag: flag.finding.sort_key))


def _forced(evidence: Evidence, study: str, check: Check) -> Iterator[str]:
    """Say what every sample with a printed mean and SD holds, if it must hold anything."""
    fit = check.fit
    if not isinstance(fit, SpriteFit) or not fit.fits or not fit.forced:
        return
    place = evidence.place("studies", study, check.path)
    held = joined([f"at least {least} × {answer}" for answer, least in fit.forced])
    yield (
        f"{place}: {fit.printed}: every sample holds {held}; its lowest answer is at most "
        f"{fit.bottom}, its highest at least {fit.top}"
    )


def _span(text: str, start: int, end: int, path: str) -> Span:
    def place(at: int) -> tuple[int, int]:
        return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1

    (line, column), (end_line, end_column) = place(start), place(end)
    return Span(path=path, line=line, column=column, end_line=end_line, end_column=end_column)

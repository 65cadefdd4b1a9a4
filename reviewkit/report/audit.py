"""The audit as findings: what does not fit, where it stands, and what would explain it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.audit import Fit, statistics_in
from reviewkit.audit.codes import CODES
from reviewkit.audit.results import Check, checks_of
from reviewkit.display import plural
from reviewkit.evidence import Evidence
from reviewkit.findings import Finding, Span, ordered

#: What no flag says.
CAVEAT = "A flag says that printed numbers do not fit, and accuses nobody; no grade rests on it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What an audit found, and how much it tested.

    Parameters
    ----------
    findings
        One for each misfit, by place.
    tested
        How many answers there are, those that fit too.
    blind
        How many of them could not have seen a wrong number.
    """

    findings: tuple[Finding, ...]
    tested: int
    blind: int

    def summary(self) -> str:
        """Return what was tested and found, in one sentence."""
        told = plural(len(self.findings), "does not fit", "do not fit")
        blind = f", {self.blind} of them too coarse to see a wrong number" if self.blind else ""
        return f"{plural(self.tested, 'test')} of printed numbers{blind}: {told}"


def audit_records(evidence: Evidence) -> Audited:
    """Return what does not fit in the records of a review."""
    checks = [
        (name, check) for name, study in evidence.studies.items() for check in checks_of(study)
    ]
    return Audited(
        findings=tuple(
            ordered(
                _of_record(evidence, name, check) for name, check in checks if not check.fit.fits
            )
        ),
        tested=len(checks),
        blind=sum(not check.fit.informative for _, check in checks),
    )


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
        findings=tuple(
            ordered(
                _finding(
                    "A202" if fit.decision else "A201",
                    fit,
                    where="",
                    span=_span(text, one.start, one.end, path),
                    source_line=text.splitlines()[text.count("\n", 0, one.start)],
                )
                for one, fit in found
                if not fit.fits
            )
        ),
        tested=len(found),
        blind=sum(not fit.informative for _, fit in found),
    )


def _of_record(evidence: Evidence, study: str, check: Check) -> Finding:
    document = evidence.documents["studies", study]
    bare = document.finding(check.code, check.severity, check.path, "")
    return _finding(
        check.code, check.fit, where=bare.where, span=bare.span, source_line=bare.source_line
    )


def _finding(
    code: str, fit: Fit, *, where: str, span: Span | None, source_line: str | None
) -> Finding:
    found = CODES[code]
    power = (
        "" if fit.power is None else f"\nsees {100 * fit.power:.0f}% of wrong numbers ({fit.test})"
    )
    return Finding(
        code=code,
        severity=found.severity,
        where=where,
        message=f"{found.means}\n{fit.arithmetic}{power}",
        span=span,
        found=fit.printed,
        expected=fit.implies,
        fix="compare with the source; it may be explained by\n"
        + "\n".join(f"- {explanation}" for explanation in fit.explanations),
        source_line=source_line,
    )


def _span(text: str, start: int, end: int, path: str) -> Span:
    def place(at: int) -> tuple[int, int]:
        return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1

    (line, column), (end_line, end_column) = place(start), place(end)
    return Span(path=path, line=line, column=column, end_line=end_line, end_column=end_column)

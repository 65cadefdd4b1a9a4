"""The exception tree.

::

    ReviewkitError
    ├── UserError            the input is at fault: shown without a traceback, exit code 2
    │   ├── InvalidEvidence  records that cannot be read or do not hold together
    │   └── UnknownName      no claim, study, review ... goes by that name
    └── NotEstimable         a statistic is undefined for these numbers, and why

Anything else that escapes is a bug of reviewkit and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.findings import Finding

CANDIDATES = 3
"""How many similar names are offered."""

LIKENESS = 60.0
"""Least similarity (0 to 100, share of matching characters) of a name worth offering."""


class ReviewkitError(Exception):
    """The root: everything that reviewkit raises on purpose."""


class UserError(ReviewkitError):
    """The input is at fault, not the program.

    Parameters
    ----------
    message
        One or two sentences for the person who typed the command or wrote the record.
    findings
        What is wrong where, when the fault has places in files.
    """

    exit_code = 2

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings: tuple[Finding, ...] = tuple(findings)


class InvalidEvidence(UserError):
    """Records that cannot be read or do not hold together; `findings` says where."""


class UnknownName(UserError):
    """No thing of that kind goes by that name.

    Parameters
    ----------
    name
        What was asked for.
    kind
        What it should have been: ``claim``, ``study``, ``review``.
    known
        All names of that kind; the closest become `candidates`.

    Examples
    --------
    >>> str(UnknownName("cortisol", "claim", ["cortisol-reduction", "relaxation"]))
    'no claim is called "cortisol"; did you mean "cortisol-reduction"?'
    """

    def __init__(self, name: str, kind: str, known: Iterable[str] = ()) -> None:
        self.name = name
        self.kind = kind
        self.candidates = closest(name, known)
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        sentence = f'no {self.kind} is called "{self.name}"'
        if not self.candidates:
            return sentence
        offered = " or ".join(f'"{candidate}"' for candidate in self.candidates)
        return f"{sentence}; did you mean {offered}?"

    def __reduce__(self) -> tuple[type[UnknownName], tuple[str, str, tuple[str, ...]]]:
        return type(self), (self.name, self.kind, self.candidates)


class NotEstimable(ReviewkitError):
    """A statistic is undefined for these numbers; `reason` says why, for people to read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def closest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names most like `name`, the likeliest first, `CANDIDATES` at most.

    A name that begins with what was typed counts as alike however long it is. Ties are
    broken alphabetically, so that the answer does not depend on the order of `known`.

    Examples
    --------
    >>> closest("thicknes", ["thickness", "density"])
    ('thickness',)
    """
    from rapidfuzz import fuzz

    typed = name.casefold()
    scored = []
    for candidate in sorted(set(known)):
        lowered = candidate.casefold()
        score = 100.0 if typed and lowered.startswith(typed) else fuzz.ratio(typed, lowered)
        if score >= LIKENESS:
            scored.append((-score, candidate))
    return tuple(candidate for _, candidate in sorted(scored)[:CANDIDATES])

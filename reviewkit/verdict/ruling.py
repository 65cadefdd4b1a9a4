"""One ruling on one sentence: verdict, severity, reason; and which of several leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Severity = Literal["none", "suggestion", "warning", "error"]
Word = Literal[
    "contradicted",
    "wrong",
    "misattributed",
    "overstated",
    "no direct evidence",
    "source inconsistent",
    "unverifiable",
    "not testable",
    "not graded",
    "wording fits",
    "correct",
]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
#: Verdicts from the worst to the best: of two rulings of one severity the worse verdict leads.
WORDS: tuple[Word, ...] = get_args(Word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What one route says of a sentence.

    Parameters
    ----------
    route
        The way that was walked: benefit, figure, study-report, mechanism ...
    verdict, severity, reason
        The verdict, how grave it is for a writer, and why, in a sentence or two.
    allowed
        The strongest wording that the evidence carries (0 uncertain to 4 demonstrated); None
        where wording is not what is judged.
    certainty
        Of the body that decided; None where no body did.
    against, beside
        What other bodies say, told in a sentence each: those that do not favour the claim, which
        are always printed with the reason, and the rest.
    """

    route: str
    verdict: Word
    severity: Severity
    reason: str
    allowed: int | None = None
    certainty: str | None = None
    against: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def full_reason(self) -> str:
        """The reason with what goes against the claim."""
        return " ".join([self.reason, *self.against])

    @property
    def shown(self) -> str:
        """The verdict as people read it: "wording fits" never stands without its certainty."""
        if self.verdict == "wording fits" and self.certainty:
            if self.certainty == "none":
                return "wording fits (no direct evidence)"
            if self.certainty == "not graded":
                return "wording fits (evidence of mechanism only)"
            return f"wording fits ({self.certainty} certainty)"
        if self.verdict == "correct" and self.route == "figure":
            return "correct (as printed)"
        return self.verdict


def rank(ruling: Ruling) -> tuple[int, int]:
    """Order rulings: the larger, the worse."""
    return SEVERITIES.index(ruling.severity), -WORDS.index(ruling.verdict)


def worst(rulings: Iterable[Ruling]) -> Ruling:
    """Return the ruling that leads: the gravest, and of those the worst verdict."""
    return max(rulings, key=rank)

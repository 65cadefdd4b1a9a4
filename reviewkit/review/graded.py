"""A graded review: values only, with tidy frames of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reviewkit.certainty import BodyGrade
from reviewkit.evidence import Evidence
from reviewkit.records import Claim, Mention
from reviewkit.review.multiverse import Multiverse
from reviewkit.verdict import Ruling

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedBody:
    """A body under its main specification and under all others, in the order of `multiverse`."""

    main: BodyGrade
    all: tuple[BodyGrade, ...]
    multiverse: Multiverse

    @property
    def certainties(self) -> tuple[str, ...]:
        """Every certainty that some specification gives, the main one first."""
        return tuple(dict.fromkeys(grade.certainty for grade in self.all))


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedMention:
    """A mention's rulings: the leading one, the others, and whether they depend on a choice.

    Where the verdict depends on a reading, the most cautious of all specifications is given.
    """

    mention: Mention
    ruling: Ruling
    others: tuple[Ruling, ...]
    robust: bool
    turns_on: tuple[str, ...]


class Outcome(NamedTuple):
    """What a specification comes to for a claim: all that robustness compares."""

    says: str | None
    certainty: str | None
    verdict: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedClaim:
    """A claim: what the evidence says, how certain that is, the verdict of its plain statement.

    Parameters
    ----------
    says
        ``favours``, ``little to no difference``, ``against``, ``mixed``, ``no direct evidence``;
        None for a claim that rests on a single record or on nothing that is graded.
    certainty
        Of the claim's own body; None as for `says`.
    robust, turns_on
        Whether result, certainty and verdict are the same under every specification, and if not,
        the names of the choices on which any of them turns.
    outcomes
        What each specification of `multiverse` comes to.
    """

    claim: Claim
    says: str | None
    certainty: str | None
    ruling: Ruling
    others: tuple[Ruling, ...]
    robust: bool
    turns_on: tuple[str, ...]
    multiverse: Multiverse
    outcomes: tuple[Outcome, ...]
    mentions: tuple[GradedMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A whole review, graded."""

    evidence: Evidence
    bodies: Mapping[str, GradedBody]
    claims: Mapping[str, GradedClaim]

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return tidy frames of effects, bodies, certainty, claims and mentions."""
        from reviewkit.review.frames import frames

        return frames(self)

    def multiverse(self, body: str) -> pd.DataFrame:
        """Return every specification of a body as a row for each claim that rests on it.

        Columns for each choice, then estimate and limits (logarithms for ratios), whether the
        interval lies ``beyond`` the threshold, ``within`` it or ``crosses`` it, the certainty, what
        the evidence says and the verdict on the claim's plain statement. The main analysis comes
        first and is marked; `turns_on` names the choices on which the conclusion depends. A share
        of the rows is no probability: nothing says that one specification is as likely as another.
        """
        from reviewkit.review.frames import multiverse_frame

        return multiverse_frame(self, body)

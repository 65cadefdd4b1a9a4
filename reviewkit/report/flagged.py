"""Whether printed numbers that do not fit matter to a claim: its verdict without these results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reviewkit.audit.codes import CODES
from reviewkit.display import joined, plural
from reviewkit.report.plain import plain
from reviewkit.review import Graded, Move, WhatIf, bodies_of, flagged


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagAccount:
    """One misfit of a result that counts: what was printed, what that implies, and its place."""

    result: str
    code: str
    means: str
    printed: str
    implies: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlaggedAccount:
    """The flagged results that count for a claim, and what moves without them.

    Parameters
    ----------
    flags
        One for each misfit of a result that counts in a body of the claim.
    moves
        What of this claim moves without all of these results: its statement, then its sentences.
    """

    flags: tuple[FlagAccount, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def results(self) -> tuple[str, ...]:
        """The results that are flagged, each once."""
        return tuple(dict.fromkeys(flag.result for flag in self.flags))

    def told(self) -> str:
        """Say whether the flags matter, in one sentence; empty where there is none."""
        if not self.flags:
            return ""
        k = len(self.results)
        without = "flagged result" if k == 1 else f"{k} flagged results"
        named = joined(self.results)
        if not self.moves:
            return f"Without the {without} ({named}) every verdict is the same."
        own = [move for move in self.moves if move.kind == "claim"]
        sentences = plural(len(self.moves) - len(own), "sentence")
        told = [f"the claim goes from {move.before} to {move.after}" for move in own]
        if len(self.moves) > len(own):
            told.append(f"the verdict of {sentences} moves")
        return f"Without the {without} ({named}) {joined(told)}."

    def to_dict(self) -> dict[str, Any]:
        """Return the account, JSON-ready."""
        flags, moves = plain(self.flags), plain(self.moves)
        return {"flags": flags, "moves": moves, "told": self.told()}


def flagged_account(graded: Graded, name: str) -> FlaggedAccount:
    """Return the flags that bear on a claim, and whether they matter to it."""
    evidence = graded.evidence
    counted = {
        result.use.result
        for body in bodies_of(evidence.claims[name])
        for grade in graded.bodies[body].all
        for result in grade.results
        if result.counts
    }
    studies = dict.fromkeys(ref.partition("#")[0] for ref in sorted(counted))
    misfits = {
        ref: checks
        for ref, checks in flagged(evidence.studies[study] for study in studies).items()
        if ref in counted
    }
    if not misfits:
        return FlaggedAccount()
    consequence = WhatIf(evidence).without(misfits)
    return FlaggedAccount(
        flags=tuple(
            FlagAccount(
                result=ref,
                code=check.code,
                means=CODES[check.code].means,
                printed=check.fit.printed,
                implies=check.fit.implies,
                place=str(evidence.place("studies", ref.partition("#")[0], check.path)),
            )
            for ref, checks in misfits.items()
            for check in checks
        ),
        moves=tuple(
            move for move in consequence.moves if move.kind != "body" and move.name == name
        ),
    )

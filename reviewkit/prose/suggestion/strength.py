"""How much the evidence of a sentence's claims carries, all of them taken together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

Strength = Literal["none", "thin", "unclear", "uncertain", "low", "moderate", "plain"]

#: From the most cautious. "thin": in part none, in part of very low certainty; "unclear": of very
#: low certainty, and what there is does not lean that way.
STRENGTHS: tuple[Strength, ...] = (
    "none", "thin", "unclear", "uncertain", "low", "moderate", "plain",
)  # fmt: skip
_OF_LEVEL: tuple[Strength, ...] = ("uncertain", "low", "moderate", "plain", "plain")


def strength(ruling: Mapping[str, str], claim: Mapping[str, Any]) -> Strength | None:
    """Return what the evidence of one claim carries; None where wording is not what is judged.

    Parameters
    ----------
    ruling
        Of the index: `carries` (a level of wording as text, or empty) and `certainty`.
    claim
        Of the index: `evidence` is what the claim's bodies say of it.
    """
    if not ruling["carries"]:
        return None
    level = int(ruling["carries"])
    if level == 0 and ruling["certainty"] in {"none", "not graded"}:
        return "none"
    says = claim.get("evidence", "favours")
    if level == 0 and says != "favours":
        return "thin" if says == "no direct evidence" else "unclear"
    return _OF_LEVEL[level]


def weakest(strengths: Iterable[Strength]) -> Strength:
    """Return what all of them carry together: some lacking and some uncertain are thin."""
    found = set(strengths)
    least = min(found, key=STRENGTHS.index)
    mixed = least == "none" and found & {"thin", "unclear", "uncertain"}
    return "thin" if mixed else least

"""How far two readers of the same documents agree: what a checker can be measured to at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.scoring.labels import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The second reader's labels held against the first's, as the checker's findings are.

    Parameters
    ----------
    documents, sentences
        How many both labelled.
    f1
        Of links, by the ids of claims in sentences; the same whichever reader is taken for right.
    alarms
        Share of the sentences without a health claim by the one reader that have one by the other,
        over both directions.
    stance
        Share of the sentences with a health claim by both that have the same stance.
    """

    documents: int
    sentences: int
    f1: float
    alarms: float
    stance: float


def agreement(first: Sequence[Label], second: Sequence[Label]) -> Agreement:
    """Return how far two readers agree on the documents that both labelled."""
    known = {label["document"]: label for label in first}
    pairs = [
        (one, other)
        for label in second
        for one, other in zip(
            known[label["document"]]["sentences"], label["sentences"], strict=True
        )
    ]
    both = sum(len(_claims(a) & _claims(b)) for a, b in pairs)
    either = sum(len(_claims(a)) + len(_claims(b)) for a, b in pairs)
    silent = [(a, b) for pair in pairs for a, b in (pair, pair[::-1]) if not _checkable(a)]
    found = [(a, b) for a, b in pairs if _checkable(a) and _checkable(b)]
    return Agreement(
        documents=len(second),
        sentences=len(pairs),
        f1=2 * both / either,
        alarms=sum(_checkable(b) for _, b in silent) / len(silent),
        stance=sum(a["stance"] == b["stance"] for a, b in found) / len(found),
    )


def _claims(sentence: Label) -> frozenset[str]:
    return frozenset(sentence.get("claims", ()))


def _checkable(sentence: Label) -> bool:
    return bool(sentence.get("checkable", bool(_claims(sentence))))

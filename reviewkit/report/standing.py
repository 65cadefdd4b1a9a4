"""What stands wherever grades are shown: whose judgements they are, and what they are not."""

from __future__ import annotations

from reviewkit import index
from reviewkit.records import Review


def standing(review: Review) -> str:
    """Return the standing words of a review, how it was read and its maintainers' interests."""
    fields = review.model_dump(mode="json", include={"reading", "maintainers"})
    return index.caption({"review": fields})

"""A sentence to use instead: true, on the writer's subject, and ready to be pasted."""

from __future__ import annotations

from reviewkit.prose.reading import Link, Reading

#: How a claim may be said, by the strongest wording that its evidence carries.
_OPENINGS = ("It is unclear whether", "It may be that", "It is likely that", "", "")


def suggest(
    reading: Reading,  # noqa: ARG001 - the rewriting to come reads it
    link: Link,  # noqa: ARG001
    ruling: dict[str, str],
    statement: str,
) -> str:
    """Return a sentence that says what the evidence carries; empty where nothing is to be changed.

    Parameters
    ----------
    reading
        The sentence as read.
    link
        The claim that its worst ruling is about.
    ruling
        That ruling: `verdict`, `severity`, `carries` (the level of wording that the evidence
        carries, as text, or empty) and `certainty`.
    statement
        The claim in the review's own words, plainly asserted.
    """
    if ruling["severity"] == "none" or not ruling["carries"]:
        return ""
    opening = _OPENINGS[int(ruling["carries"])]
    return f"{opening} {statement[0].lower()}{statement[1:]}" if opening else ""

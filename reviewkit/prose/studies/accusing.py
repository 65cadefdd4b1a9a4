"""Whether a number that the record does not bear out may be called wrong.

A wrong accusation is worse than silence: a number is wrong only where the sentence gives it the
very role in which the record holds another. A part of the people, a share of another outcome, a
time after the sessions or within the course are roles of their own, which no record need hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.candidates import Around
from reviewkit.prose.studies.fields import Field
from reviewkit.prose.studies.number_words import DAYS, NEAR_PEOPLE, SHORT
from reviewkit.prose.studies.roles import MAIN, OF_STUDY
from reviewkit.prose.studies.said import PART, Said
from reviewkit.reported import parse

#: What stands before a point in time, not before how long something was done.
_POINT = re.compile(
    r"\b(?:after|at|by|until|from|week|month|day|within|before)\s+(?:just\s+|only\s+)?"
    r"(?:the\s+(?:first\s+)?|about\s+)?$",
    re.IGNORECASE,
)
#: What stands behind a time by which something moved, or for which an effect stayed.
_MOVED = lazily(
    r"\s*\w+ (?:longer|shorter|later|earlier|sooner|faster|slower|more|less|after|before|"
    r"of sleep)\b"
)
#: What stands behind a time that is the sum of several sessions.
_IN_ALL = lazily(
    r"\s*(?:\w+ )?(?:of \w+ )?(?:(?:an?|per|each|every) (?:week|month)|in (?:all|total)|altogether|"
    r"weekly)\b"
)
_STAYED = lazily(
    r"\b(?:stayed|remained|persisted|effect lasted|lasted (?:for )?(?:another|a further)|"
    r"followed(?: up)?|tracked|sle(?:ep|pt)\w*|had (?:suffered|had)|suffering|history)\b"
    r"[\w\s,-]{0,24}$"
)
#: People who are a part of those of a study.
_PARTLY = lazily(
    r"\s*\w* ?(?:of (?:them|whom|these|those)|were (?:not |still |no )?(?:better|worse|improved|"
    r"satisfied|pleased|happy|cured|healed|excluded|lost|less|more|able|men|women|smokers)|"
    r"improved|said|felt|reported|dropped|still|in the|had (?:no|less|more|fewer)|who)\b"
)
#: A single group that a count is said to be.
_IN_GROUP = lazily(
    r"\s*\w* ?(?:received|got|had|(?:was|were) (?:given|treated|left)|"
    r"(?:in|of|from|formed|as|served as) (?:the |a )?(?:\w+ )?(?:group|controls?|arm|list))\b"
)


def is_point_within(said: Said, own: Sequence[Field], text: str) -> bool:
    """Whether a time is a point within a longer course, of which a study may have several."""
    if said.kind != "time" or said.unit in SHORT or not _POINT.search(text, 0, said.start):
        return False
    told = float(said.number.value) * DAYS[said.unit]
    return any(told < float(field.number.value) * DAYS[field.unit] for field in own)


def is_floor(said: Said, value: Decimal) -> bool:
    """Whether a number is said to be exceeded ("more than 500"), as it is, by however much."""
    return said.number.relation in {">", ">="} and value > said.number.value


def may_be_wrong(
    said: Said,
    first: Field,
    study: Mapping[str, Any],
    around: Around,
) -> bool:
    """Whether a number may be called wrong against the field whose role it is taken to have.

    Parameters
    ----------
    said
        The number.
    first
        The likeliest field of its role.
    study
        As the index has it.
    around
        What stands around the number. Where the people of the study have been told before, another
        count that is not said to be theirs is of others.
    """
    if is_floor(said, first.number.value):
        return False
    if said.kind == "people":
        others = around.counted and not _THE.search(around.text, 0, said.start)
        return _people(said, study, around.text, others=others)
    if said.kind == "time":
        given = first.key == "time" or "arms." in first.path
        if first.unit not in DAYS or not (given or first.unit == said.unit):
            return False
        moved = _MOVED.match(around.text, said.end)
        if said.unit in SHORT and _IN_ALL.match(around.text, said.end):
            return False
        return not (moved or _STAYED.search(around.text, 0, said.start))
    if said.kind in {"percent", "measure"}:
        return first.outcome in around.outcomes
    if said.kind == "p":
        return first.outcome in around.outcomes or len(_printed(study, ".p")) == 1
    return True


#: Those who have been told of.
_THE = lazily(r"\b(?:the|all|these|those|its|their)(?: of (?:the|these|those|its))?\s+(?:other )?$")


def _people(said: Said, study: Mapping[str, Any], text: str, *, others: bool) -> bool:
    """Whether a count is of all the people of a study, or of a group whose sizes are all known."""
    counts = [int(parse(study["people"][role])) for role in study["people"] if role in MAIN]
    if said.noun in NEAR_PEOPLE:
        return False
    if others and not _IN_GROUP.match(text, said.end):
        return False
    arms = [arm["n"] for arm in study["arms"]]
    known = len(arms) > 1 and all(arms)
    if not counts:
        return known and said.noun != PART
    if said.number.value > max(counts):
        return said.noun != PART or bool(_printed(study, ".total"))
    if _IN_GROUP.match(text, said.end):
        return known
    if said.noun == PART:
        return bool(_printed(study, ".total"))
    if _PARTLY.match(text, said.end) or not said.noun:
        return False
    return OF_STUDY.search(text, 0, said.start) is not None or said.number.value * 2 > max(counts)


def _printed(study: Mapping[str, Any], ending: str) -> set[str]:
    """Return the different numbers that a record prints in a field."""
    return {row["text"] for row in study["numbers"] if row["path"].endswith(ending)}

"""What a text says that a study found, held against the study; and what it makes of studies at all.

A faithful report of a study is judged as a report: it may be plain. One that goes on to a general
conclusion is judged as a claim besides, and so is a finding on another treatment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.index.tellings import DIRECTIONS, SIGNIFICANCE
from reviewkit.prose.patterns import Hinted, lazily
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading

Ruling = dict[str, str]

#: The directions that a sentence may give a finding, by the claim's own.
_SAID = {
    "increases": "increases",
    "decreases": "decreases",
    "prevents": "decreases",
    "changes": "changes",
    "no difference": "no difference",
}
_SIGNIFICANT = lazily(
    r"(?P<no>\b(?:not|no|non|without)[ -](?:statistically )?significan\w+)|\bsignifican(?:t|tly)\b"
)
#: A finding is told, and not a general truth.
_TOLD = lazily(
    r"\b(?:found|showed|shown|saw|had|reported|noticed|experienced|observed|concluded|measured|led|"
    r"resulted|increased|decreased|improved|reduced|lowered|rose|fell|dropped|grew|got|became|was|"
    r"were|went|felt|said|linked|produced|caused|made|gained|enhanced|did|seen)\b"
)
_GENERAL = lazily(
    r"\b(?:so|thus|therefore|hence|proving|meaning that|which means|this (?:proves|means|confirms)|"
    r"proof that|in other words)\b"
)
#: What a report may name of a study, by the words that name it.
_NAMED = {
    "control": lazily(
        r"\b(?:control|untreated|placebo|compar\w+|before and after|baseline|other side|versus|vs|"
        r"half of (?:their|the)|beforehand|(?:no|without) (?:\w+ )?treatment)\b"
    ),
    "device": lazily(r"\b(?:devices?|machines?|tools?|rollers?|vibrat\w+|mechanical\w*)\b"),
    "setting": lazily(
        r"\b(?:cells?|cultured?|in vitro|dish|lab(?:oratory)?|tissue|mice|mouse|rats?|animals?|"
        r"models?|simulat\w+)\b"
    ),
}
_PLURAL = Hinted(
    "studi surve trial",
    r"\b(?:(?P<many>(?:several|many|multiple|numerous|various|a number of|countless|most)\s+"
    r"(?:[\w-]+\s+){0,2})?(?P<what>(?:controlled |clinical |scientific |small |recent )*"
    r"(?:studies|trials|surveys)))\b",
    re.IGNORECASE,
)


def ruling(
    reading: Reading,
    study: Mapping[str, Any],
    said: Mapping[str, Any],
    *,
    figure: bool = False,
) -> tuple[Ruling, list[Mapping[str, Any]]] | None:
    """Return what a link is ruled as a report of a study, with the results that it is held against.

    None where the sentence tells no finding of the study on this claim.

    Parameters
    ----------
    reading
        The sentence.
    study
        The study that it tells of, as the index has it.
    said
        What the claim says, as the index has it: its direction, treatments and outcomes.
    figure
        Whether the sentence gives a figure of the study's, which tells its finding in any tense.
    """
    direction = _SAID.get(said["direction"])
    if direction is None or reading.stance not in {"asserts", "denies", "reports"}:
        return None
    text = reading.sentence.text
    if not figure and not _TOLD.search(text):
        return None
    if reading.stance == "denies":
        direction = "no difference"
    results = [result for result in study["results"] if result["outcome"] in said["outcomes"]]
    people = [result for result in results if result["setting"] == "people"]
    first_hand = [result for result in people or results if not result["second"]]
    held = first_hand or people or results
    if not held:
        return None
    place = DIRECTIONS.index(direction) * len(SIGNIFICANCE) + SIGNIFICANCE.index(significance(text))
    rulings = [(result["rulings"][result["told"][place]], result) for result in held]
    best = min(rulings, key=lambda found: _GRAVITY.index(found[0]["verdict"]))
    return best[0], [result for _, result in rulings]


_GRAVITY = ("correct", "unverifiable", "source inconsistent", "wrong")
CODES = {"wrong": "P211", "source inconsistent": "P213", "unverifiable": "P214"}
"""The code of a report that is not as the study has it, by what it is ruled."""


def ruled(verdict: str, severity: str, reason: str) -> Ruling:
    """Return a ruling that says nothing of wording or certainty."""
    return {
        "verdict": verdict,
        "severity": severity,
        "reason": reason,
        "carries": "",
        "certainty": "",
    }


def significance(text: str) -> str:
    """Return what a sentence says of significance: yes, no, or "not said"."""
    match = _SIGNIFICANT.search(text)
    if match is None:
        return "not said"
    return "no" if match["no"] else "yes"


def tells(reading: Reading) -> bool:
    """Whether a sentence tells a finding of one study, and draws no general conclusion from it."""
    text = reading.sentence.text
    told = _TOLD.search(text) is not None and not generalises(text)
    return told and reading.stance in {"asserts", "denies"} and not _PLURAL.search(text)


def generalises(text: str) -> bool:
    """Whether a sentence draws a general conclusion from what it tells."""
    return _GENERAL.search(text) is not None


def left_out(
    told: str, named: frozenset[str], *, counts_people: bool, needs: list[list[str]]
) -> list[str]:
    """Return what a report of a result should name and does not, in words.

    Parameters
    ----------
    told
        All that the text tells of the study.
    named
        What else it is known to name.
    counts_people
        Whether it says how many people there were.
    needs
        What a faithful report names: pairs of a name and its words.
    """
    found = {name for name, pattern in _NAMED.items() if pattern.search(told)} | named
    if counts_people:
        found.add("n")
    return [words for name, words in needs if name not in found]


def several(reading: Reading, studies: Mapping[str, int | None]) -> Iterator[Problem]:
    """Yield where a sentence speaks of studies in the plural and the base has one, or none.

    Parameters
    ----------
    reading
        The sentence.
    studies
        For each claim that the sentence makes, how many studies stand behind it; None where that
        does not say (the claim rests on no body of evidence).
    """
    counted = [number for number in studies.values() if number is not None]
    if reading.stance != "asserts" or not counted or (most := max(counted)) > 1:
        return
    text = reading.sentence.text
    match = _PLURAL.search(text)
    if match is None:
        return
    there = "one study" if most == 1 else "no study"
    yield Problem(
        code="P215",
        start=match.start("what"),
        end=match.end("what"),
        severity="warning",
        message=f"The sentence speaks of {match['what'].lower()}; this base has {there} of it.",
    )

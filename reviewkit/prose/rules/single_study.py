"""“A study shows!”: one study is offered as if it settled the question.

Informed Health Choices concept 9 (doi:10.12688/f1000research.21292.1, table 1): the result of one
study may be due to chance or to how it was made, and others may have found something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.prose.patterns import lazily
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.rules.clauses import denied, holds, phrases, plain_links, text_of, verb_of

_HINTS = ("study", "trial", "experiment", "survey")
_STUDY = (
    r"(?:an?|one|another|this|that|the)(?: [\w'’.-]+){0,5}? (?:study|trial|experiment|survey)\b"
)
#: Between a study and what it says: who made it and where it stands, but no second statement.
_WHERE = (
    r"(?:,? (?:from|in|by|at|of|on|published|conducted|done|called|titled)\b[^;:.!?]{0,80}?,?)?"
)
#: What settles a question, or tells it as of today.
_SETTLES = lazily(
    rf"\b{_STUDY}{_WHERE} (?:clearly |now |also |even |conclusively )?(?:shows|proves|confirms|"
    r"demonstrates|reveals|establishes|finds|proved|(?:has|have) (?:\w+ )?(?:proven|proved|shown|"
    r"confirmed|demonstrated|found))\b(?! (?:how|why|whether|no|little|not|promise))"
)
#: What was seen once; of no harm where the seeing is told and not what follows for everybody.
_TELLS = lazily(
    rf"\b{_STUDY}{_WHERE} (?:clearly |also |even )?(?:showed|found|confirmed|demonstrated|revealed|"
    r"established|concluded|determined) that\b|\baccording to "
    rf"{_STUDY}"
)
#: Reviews of several studies, whatever else they are called.
_SEVERAL = phrases("meta-?analys[ie]s", "systematic review", "reviews?", "pooled", "cochrane")
#: Those who took part.
_PEOPLE = phrases(
    "men", "women", "people", "participants", "patients", "volunteers", "subjects", "adults",
    "students", "workers", "nurses", "children", "respondents", "individuals", "athletes",
    "males", "females", "persons", "group", "groups", "mice", "rats",
)  # fmt: skip
#: A clause that tells what happened.
_PAST = phrases(
    r"\w{2,}ed", "was", "were", "had", "led", "made", "gave", "brought", "kept", "grew", "became",
    "got", "felt", "fell", "rose", "took", "saw", "went", "came", "did", "could",
)  # fmt: skip


def single_study(reading: Reading) -> Iterator[Problem]:
    """Yield where one study is made to speak for everybody: “a study shows that it works”.

    Silent on what is told in the past tense, or in the present of the people who took part, and
    where the claim is hedged.
    """
    text = text_of(reading)
    if reading.stance != "asserts" or not holds(text, _HINTS) or _SEVERAL.search(text):
        return
    told = None if _PEOPLE.search(text) else _TELLS.search(text)
    found = _SETTLES.search(text) or told
    if found is None or denied(text, found.start()):
        return
    end = found.end()
    if any(_of_everybody(reading, link, end) for link in plain_links(reading, end, len(text))):
        yield Problem(
            code="P304",
            start=found.start(),
            end=end,
            severity="suggestion",
            message=(
                "One study does not settle a question; say in the past tense what was found and in "
                "whom, and whether others found the same."
            ),
        )


def _of_everybody(reading: Reading, link: Link, after: int) -> bool:
    """Whether a claim is told of the treatment at large, in the present tense, and of nobody."""
    verb = verb_of(reading, link)
    clause = reading.sentence.text[after : max(link.cue_end, link.verb_end)]
    named = clause.lstrip().lower().startswith("that ") or verb.endswith("s") or "," in clause
    told = _PAST.search(clause) or _PEOPLE.search(clause)
    return named and not verb.endswith("ing") and not told

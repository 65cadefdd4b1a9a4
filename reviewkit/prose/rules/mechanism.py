"""“It works like this!”: how something might work is offered as proof that it does.

Informed Health Choices concept 5 (doi:10.12688/f1000research.21292.1, table 1): treatments that
should have worked by all that was known of the body have often failed when they were tested.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.prose.patterns import lazily
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.rules.clauses import denied, holds, phrases, plain_links, text_of, verb_of

_HINTS = (
    " by ", " through ", "because", "thanks to", " as ", " since ", " which", " so ", " thus",
    "thereby", "therefore", " hence", "leading to", "resulting in",
)  # fmt: skip
#: What happens inside a body; a claim about one of these is itself a step and no outcome.
_INSIDE = (
    r"(?:blood|circulation|oxygen|nutrients?|hormones?|cortisol|serotonin|dopamine|endorphins?|"
    r"oxytocin|adrenaline|nerves?|nervous system|cells?|cellular|toxins?|lymph\w*|enzymes?|"
    r"metabolism|receptors?|inflammation|collagen|immune|antioxidants?|neurotransmitters?)"
)
#: Doing something to a body's workings, as in "by boosting circulation".
_DOING = (
    r"(?:boost|increas|improv|enhanc|stimulat|promot|rais|reduc|lower|decreas|releas|activat|"
    r"trigger|deliver|bring|carr[yi]|supply|dilat|widen|open|relax|loosen|calm|balanc|block|flush|remov|"
    r"clear|stretch|strengthen|nourish|feed|oxygenat|encourag|regulat|reliev|eas|unclog|unblock|"
    r"detoxify|send|awaken|inhibit)"
)
#: Things that a hand or a clock does, not a body.
_HANDLED = (
    r"(?:pressure|time|duration|length|frequency|speed|number|lights?|intensity|volume|sessions?|"
    r"dose|temperature)"
)
_BY = lazily(
    rf"\b(?:by|through) (?:\w+ly )?{_DOING}ing\b(?! (?:the |your |its )?{_HANDLED}\b)"
    r"(?:(?! (?:it|they|you|we)\b)[^,;:.!?()])*"
)
_BECAUSE = lazily(
    rf"\b(?:because|thanks to|(?:as|since) (?:it|this|they|these))\b[^,;:.!?()]{{0,80}}?"
    rf"\b(?:{_INSIDE}|{_DOING}(?:e|e?s|ed|ing))\b[^,;:.!?()]*"
)
#: From a step inside the body on to the outcome.
_ONWARD = lazily(
    rf"\b{_DOING}(?:e|e?s|ed|ing)?\b[^;:.!?()]{{0,60}}?\b{_INSIDE}\b[^;:.!?()]{{0,60}}?"
    r"(?:, which(?: in turn| then| also)?|, (?:thereby|thus|therefore|hence)|"
    r", so(?! (?:far|much|many|that|called)\b)|,? and (?:so|thus|therefore|thereby)|"
    r",? (?:leading to|resulting in))\b"
)
#: What people feel at once needs no proof beyond their word.
_FELT = phrases(
    r"relax\w*", r"calm\w*", r"sooth\w*", "unwind", "feel", "feels", "feeling", "tension"
)
_STEP = phrases(_INSIDE)
#: Where somebody looked, the explanation does not stand alone.
_LOOKED = phrases(r"stud(?:y|ies)", "trials?", r"research\w*", "evidence", "survey", "found that")


def mechanism_as_proof(reading: Reading) -> Iterator[Problem]:
    """Yield where a plainly asserted outcome has what happens in the body as its reason.

    Silent where the outcome is hedged, is itself such a step or is a feeling, and where research is
    spoken of.
    """
    text = text_of(reading)
    if reading.stance != "asserts" or not holds(text, _HINTS):
        return
    outcomes = [
        link.cue_start for link in plain_links(reading, 0, len(text)) if _is_outcome(reading, link)
    ]
    if not outcomes or _LOOKED.search(text):
        return
    for pattern in (_BY, _BECAUSE, _ONWARD):
        for found in pattern.finditer(text):
            start, end = found.span()
            leads = any(
                place >= end or (place < start and pattern is not _ONWARD) for place in outcomes
            )
            if leads and not denied(text, start):
                yield Problem(
                    code="P302",
                    start=start,
                    end=end,
                    severity="suggestion",
                    message=(
                        "How something might work does not show that it does; say what happened "
                        "when it was tested in people."
                    ),
                )
                return


def _is_outcome(reading: Reading, link: Link) -> bool:
    verb = verb_of(reading, link)
    return not (verb.endswith("ing") or _STEP.search(link.cue) or _FELT.search(link.cue))

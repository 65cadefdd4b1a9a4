"""Sentences that might be offered.

The writer's own sentence made as careful as the evidence is; where that is not certain, the
review's statement of the claim, left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import Any

from reviewkit.prose.problems import rank
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.suggestion.again import Read, Ruled, Ruling
from reviewkit.prose.suggestion.boosting import unattributed, unboosted, unvouched
from reviewkit.prose.suggestion.carriers import Hedge
from reviewkit.prose.suggestion.frames import CAVEATS, of_statements, whether, with_caveat
from reviewkit.prose.suggestion.hedging import hedged
from reviewkit.prose.suggestion.lettering import in_style, lowered
from reviewkit.prose.suggestion.strength import Strength, strength, weakest
from reviewkit.prose.suggestion.verbs import INSTRUCTIONS, base_of_third, is_base
from reviewkit.prose.text import Sentence

#: Wording that a rewrite leaves as it is, by what the evidence carries.
_CARRIED: Mapping[Strength, int] = {
    "none": 1, "thin": 1, "unclear": 1, "uncertain": 1, "low": 1, "moderate": 2, "plain": 3,
}  # fmt: skip
#: A label before what it labels: "Less stress: massage lowers cortisol".
_LABEL = re.compile(
    r"^(?P<label>[^.:;!?–—]{3,60}?)(?P<sign>\s*(?::| [–—-])\s+)(?P<rest>\S.*)$", re.DOTALL
)
#: A quotation of more than a few words.
_QUOTED = re.compile(r"[“\"«](?:[^\s”\"»]+\s+){3}[^”\"»]*[”\"»]")
#: A figure of an effect: it would stand there still, and hedging does not make it right.
_FIGURE = re.compile(r"\d\s?(?:%|per ?cent|mm\b|[µμ]m\b|times\b|-?fold)", re.IGNORECASE)
#: What a heading announces: "Relieve stress: a guide".
_GUIDE = re.compile(r"\b(?:guide|tips|steps|ways|how to|before|start|take)\b", re.IGNORECASE)
#: Somebody's own experience is theirs.
_OWN = re.compile(r"\b(?:I|my)\b")
#: Statements that one sentence joins at most.
_JOINED = 4


class Claims(dict[str, Mapping[str, Any]]):
    """The claims of an index by id."""

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that the review writes with a capital inside a sentence."""
        statements = (claim["statement"] for claim in self.values())
        words = (re.findall(r"[^\W\d_]+", statement)[1:] for statement in statements)
        return frozenset(word for row in words for word in row if word[0].isupper())


def candidates(reading: Reading, ruled: Ruled, claims: Claims, again: Read) -> Iterator[str]:
    """Yield sentences to offer, the writer's own words first.

    Parameters
    ----------
    reading, ruled
        The sentence, and its links with their rulings.
    claims
        The claims of the index by id.
    again
        Reads a part of the sentence, or a change of it.
    """
    strengths = {
        link.claim: found
        for link, ruling in ruled
        if (found := strength(ruling, claims[link.claim])) and ruling["severity"] != "none"
    }
    told = reading.stance == "limits" and all(link.caveat for link in reading.links)
    contradicted = any(ruling["verdict"] == "contradicted" for _, ruling in ruled)
    vouched = any(_is_of_evidence(ruling) for _, ruling in ruled)
    if (strengths or vouched) and (reading.stance == "asserts" or told) and not contradicted:
        yield from _rewritten(reading, strengths, again, vouched=vouched)
    wrong = [
        (link.claim, ruling)
        for link, ruling in ruled
        if ruling["severity"] != "none" and (link.claim in strengths or reading.stance == "denies")
    ]
    if wrong:
        yield from _stated(reading.sentence, wrong, claims, strengths)


def _is_of_evidence(ruling: Ruling) -> bool:
    """Whether a ruling tells of evidence that a sentence speaks of, and that is not there."""
    return not ruling["carries"] and ruling["severity"] != "none"


def _rewritten(
    reading: Reading, strengths: Mapping[str, Strength], again: Read, *, vouched: bool
) -> Iterator[str]:
    """Yield the writer's own sentence, said with care, where the writer's words may be changed."""
    sentence = reading.sentence
    bare = unvouched(sentence.text) if vouched else sentence.text
    if not strengths:
        yield bare
        return
    least = weakest(strengths.values())
    bare = unboosted(bare)
    if any(pattern.search(bare) for pattern in (_QUOTED, _FIGURE, _OWN)):
        return
    texts = [unattributed(bare)] if least in {"none", "thin"} else [bare, unattributed(bare)]
    for text in dict.fromkeys(texts):
        yield from _reworded(reading, text, strengths, again)


def _reworded(
    reading: Reading, text: str, strengths: Mapping[str, Strength], again: Read
) -> Iterator[str]:
    """Yield a text of the writer left open as a whole, and hedged at its verbs."""
    sentence, least = reading.sentence, weakest(strengths.values())
    clause = not sentence.lead_in and (
        sentence.kind in {"paragraph", "quote"} or sentence.text.endswith((".", "!"))
    )
    careful = _careful(sentence._replace(text=text), strengths, again)
    if careful is None:
        return
    framed = whether(text, least) if clause and least in {"none", "thin", "unclear"} else None
    if framed:
        yield framed
    caveated = all(link.caveat for link in reading.links)
    if (least not in CAVEATS or caveated) and careful != sentence.text:
        yield careful
    elif caveated or least not in {*CAVEATS, "low"}:  # nothing was hedged, and no caveat is due
        return
    elif told := with_caveat(careful, least, clause=clause):
        yield told


def _careful(sentence: Sentence, strengths: Mapping[str, Strength], again: Read) -> str | None:
    """Return a sentence hedged where it says too much; a label and what it labels each apart."""
    label = _LABEL.match(sentence.text)
    if label is None:
        return _careful_part(sentence, strengths, again)
    part = sentence._replace(text=label["label"], kind="bullet")
    first = _careful_part(part, strengths, again)
    if first == part.text and base_of_third(first.split()[0]):
        first = hedged(first, [(0, 0)], _hedge(strengths))
    if first != part.text and _instructs(label["label"], label["rest"]):
        return None
    part = sentence._replace(text=label["rest"], kind="paragraph", lead_in="")
    rest = _careful_part(part, strengths, again)
    return None if first is None or rest is None else f"{first}{label['sign']}{rest}"


def _instructs(label: str, rest: str) -> bool:
    """Whether what a label stands before tells what to do, or how: an aim is no effect."""
    word, first = rest.split(maxsplit=1)[0].lower(), label.split(maxsplit=1)[0]
    guide = is_base(first) and _GUIDE.search(rest) is not None
    return guide or is_base(word) or word in INSTRUCTIONS


def _careful_part(sentence: Sentence, strengths: Mapping[str, Strength], again: Read) -> str | None:
    limit = _CARRIED[weakest(strengths.values())]
    verbs = [
        (link.verb_start, link.cue_end if _alone(link) else 0)
        for link in again(sentence).links
        if link.claim in strengths and link.wording > limit
    ]
    if not verbs:
        return sentence.text
    led = bool(sentence.lead_in)
    return hedged(sentence.text, verbs, _hedge(strengths), kind=sentence.kind, led=led)


def _alone(link: Link) -> bool:
    """Whether a link is made by a term that no effect governs."""
    return (link.verb_start, link.verb_end) == (link.cue_start, link.cue_end)


def _hedge(strengths: Mapping[str, Strength]) -> Hedge:
    return "probably" if weakest(strengths.values()) == "moderate" else "may"


def _stated(
    sentence: Sentence,
    wrong: list[tuple[str, Ruling]],
    claims: Claims,
    strengths: Mapping[str, Strength],
) -> Iterator[str]:
    """Yield sentences that are made from the review's own statements."""
    if sentence.lead_in and not sentence.text[:1].isupper():
        return
    against = [claim for claim, ruling in wrong if ruling["verdict"] == "contradicted"]
    if against:
        said = lowered(claims[against[0]]["statement"].strip(), claims.names)
        yield f"Studies so far do not show that {said}"
        return
    heading = sentence.kind in {"heading", "cell"} or (
        sentence.kind == "bullet" and not sentence.text.endswith((".", "!"))
    )
    ordered = sorted(wrong, key=lambda entry: -rank(entry[1]["severity"]))
    statements = [claims[claim]["statement"] for claim, _ in ordered]
    kind = weakest(strengths.values()) if strengths else "uncertain"
    several = range(min(len(statements), _JOINED), 1, -1)
    chosen = (rows for size in several for rows in combinations(statements[:_JOINED], size))
    for rows in (*chosen, *((statement,) for statement in statements)):
        stated = of_statements(rows, kind, claims.names, heading=heading)
        yield in_style(stated, sentence.text) if heading else stated

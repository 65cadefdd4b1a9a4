"""What stands around a claim: a caveat after it, "it is not known whether" before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewkit.prose.suggestion.lettering import capitalised, in_style, lowered
from reviewkit.prose.suggestion.strength import Strength
from reviewkit.prose.suggestion.verbs import BASES, INSTRUCTIONS, base_of_third

#: What a sentence says of its evidence, by how much that carries.
CAVEATS = {
    "none": "no direct evidence was found",
    "thin": "direct evidence is very uncertain or missing",
    "unclear": "the evidence is very uncertain",
    "uncertain": "the evidence is very uncertain",
}
#: What a sentence says of evidence of low certainty where no verb of it is hedged.
LOW = "the evidence is uncertain"
#: How a sentence opens that leaves all that it says open.
LEFT_OPEN = ("It is not known whether ", "It is unclear whether ", "Whether ")
#: A quotation's end before its speaker: "…, she says".
_SPOKEN = re.compile(r"[,.!?][\"”’']\s")
#: Studies that a sentence tells of.
_STUDIED = re.compile(
    r"(?<!more )(?<!further )(?<!no )\b(?:stud(?:y|ies)|research(?:ers)?|trials?|results|evidence|"
    r"scientists|science)\b",
    re.IGNORECASE,
)
#: Clauses that "and" joins without a comma.
_PAIR = 2
_STOP = re.compile(r"[.!…]+$")
_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_CONTRARY = re.compile(
    r"(?:^|, )(?:but|although|though|while(?! \w+ing)|yet|whereas|even though)\b|\bhowever\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|can|may|might|could|will|would|should)\b", re.IGNORECASE
)
#: Openings and joints with which "it is not known whether" would say more than is meant.
_LOOSE = re.compile(
    r"^(?:but|and|so|also|however|by|with|when|while|if|in|for|because|although|though|not|plus|"
    r"that|which|as|since|after|besides|this means|yes|no|well|now|then|to|thanks|due|from|on|at|"
    r"experts?|studies|research\w*|some|many|according|it's no|there|what|the (?:idea|theory))\b|"
    r"\b(?:which|because|but|although|though|while|when|who|where|if|said|says|so|praised|talked|"
    r"believed|thought|touted|hailed|claimed|considered|was|were|had|been|study|studies|research\w*|"
    r"trials?|evidence|results|experts?|according|shows?|suggests?|explains?|finds?|found|"
    r"data|indicates?|reports?|points? (?:to|out)|aims?|designed|meant|intended|used|uses)\b|"
    r"[;:()–—“”\"]|\s-\s|\d{4}",
    re.IGNORECASE,
)
_HEDGES = re.compile(r"\b(?:may|might|could)(?: be able to)?\b")


def with_caveat(text: str, kind: str, *, clause: bool) -> str | None:
    """Return a hedged sentence with a caveat on its evidence; None where it would be no part of it.

    A quotation takes none, nor does a sentence that tells of studies where none were found.

    Parameters
    ----------
    text
        The sentence, hedged.
    kind
        One of `CAVEATS`, or one that a hedge suffices for: then the evidence is called uncertain.
    clause
        Whether it is a whole sentence, and no heading or bullet.
    """
    stop = _STOP.search(text)
    body = (text[: stop.start()] if stop else text).rstrip()
    if not body or body[-1] in "\"”’'?:," or _SPOKEN.search(body) or body.count('"') % 2:
        return None
    if body.count("“") != body.count("”") or (kind == "none" and _STUDIED.search(body)):
        return None
    words = in_style(CAVEATS.get(kind, LOW), text)
    if _CONTRARY.search(body):
        added = f" ({words})"
    else:
        joint = "but" if clause and not _BUT.search(body) else "though"
        added = f", {in_style(joint, text)} {words}"
    return f"{body}{added}{'.' if stop else ''}"


def whether(text: str, kind: Strength) -> str | None:
    """Return "It is not known whether …" for a sentence of a single plain clause; else None."""
    body = _STOP.sub("", text)
    if _LOOSE.search(body) or "," in body or not body[:1].isupper() or _clauses(body) != 1:
        return None
    first = body.split()[0].lower()
    if _FINITE.match(body) or base_of_third(first) or first in BASES | INSTRUCTIONS:
        return None  # it has no subject
    said = lowered(_HEDGES.sub("can", body))
    if kind == "none":
        return f"It is not known whether {said}: {CAVEATS['none']}."
    return f"It is unclear whether {said}."


def _clauses(body: str) -> int:
    words = ["", *body.split()]
    finite = sum(base_of_third(word, before) is not None for before, word in pairwise(words))
    return finite + len(_FINITE.findall(body))


def of_statements(
    statements: Sequence[str], kind: str, names: frozenset[str], *, heading: bool
) -> str:
    """Return a sentence that leaves open what the statements of claims say.

    Parameters
    ----------
    statements
        Claims in the review's words.
    kind
        One of `CAVEATS`.
    names
        Words that keep their capital.
    heading
        Whether it stands where no full stop does.
    """
    said = [lowered(statement.strip().rstrip("."), names) for statement in statements]
    loose = len(said) > _PAIR or any(re.search(r",| and ", clause) for clause in said)
    *first, last = (f"whether {clause}" for clause in said)
    clauses = f"{', '.join(first)}{',' if loose else ''} and {last}" if first else last
    known = "not known" if kind == "none" else "unclear"
    if heading:
        return f"{capitalised(clauses)} is {known}"
    if kind == "none":
        return f"It is not known {clauses}: {CAVEATS['none']}."
    return f"It is unclear {clauses}."

"""What somebody says: their words stay, and the verb by which they are told is weakened.

"The website explains that it eases pain" becomes "The website suggests that it eases pain": to
hedge what is said would put words into somebody's mouth, and "explains" would vouch for them.
"""

from __future__ import annotations

from reviewkit.prose.suggestion.clauses import Clauses
from reviewkit.prose.suggestion.edits import Edit

_SAY = {
    "suggest": frozenset(
        {"say", "state", "note", "explain", "show", "confirm", "reveal", "report", "conclude",
         "find", "indicate", "demonstrate", "prove", "add", "write", "mention", "emphasise",
         "emphasize", "highlight", "insist", "tell"}
    ),
    "suggests": frozenset(
        {"says", "states", "notes", "explains", "shows", "confirms", "reveals", "reports",
         "concludes", "finds", "indicates", "demonstrates", "proves", "adds", "writes", "mentions",
         "emphasises", "emphasizes", "highlights", "insists", "tells"}
    ),
    "suggested": frozenset(
        {"said", "stated", "noted", "explained", "showed", "confirmed", "revealed", "reported",
         "concluded", "found", "indicated", "demonstrated", "proved", "added", "wrote",
         "mentioned", "emphasised", "emphasized", "highlighted", "insisted"}
    ),
}  # fmt: skip
_INSTEAD = {said: instead for instead, words in _SAY.items() for said in words}
#: Verbs that vouch for nothing.
_WEAK = frozenset(
    {"suggest", "suggests", "suggested", "suggesting", "believe", "believes", "believed", "think",
     "thinks", "claim", "claims", "claimed"}
)  # fmt: skip
#: Before such a verb: it is no verb of a subject ("has been found that"), or is hedged already.
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "be", "it", "has", "have", "had"})
_HELD = frozenset({"may", "might", "could"})


def told_by(clauses: Clauses, anchor: int) -> Edit | None:
    """Return how the verb of saying is weakened before "that" and a word; None where there is none.

    A weak one stays as it is.
    """
    for n in range(anchor - 1, 1, -1):
        if clauses.parts[n] != clauses.parts[anchor]:
            return None
        if clauses.low(n) == "that":
            return _weakened(clauses, n - 1)
    return None


def _weakened(clauses: Clauses, n: int) -> Edit | None:
    token, before = clauses.tokens[n], clauses.low(n - 1)
    if token.low in _WEAK or (token.low in _INSTEAD and before in _HELD):
        return Edit(token.start, token.end, token.text)
    if token.low not in _INSTEAD or before in _PASSIVE:
        return None
    return Edit(token.start, token.end, _INSTEAD[token.low])

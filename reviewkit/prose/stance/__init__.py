"""Whether a sentence asserts what it links to, denies it, limits it, asks, or reports it."""

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from reviewkit.prose.patterns import Hints, small
from reviewkit.prose.stance.asking import asks
from reviewkit.prose.stance.denying import denies, without_empty
from reviewkit.prose.stance.limiting import limits, limits_what_is_shown
from reviewkit.prose.stance.reporting import quotes, reports

__all__ = ["Stance", "conceded", "limits_what_is_shown", "parted", "stance", "weakened"]

#: Sentences whose parts are kept: they are asked for more than once.
KEPT = 16
Stance = Literal["asserts", "denies", "limits", "asks", "reports"]

#: Where a part of a sentence begins that may be taken otherwise than the rest.
_TURNS = re.compile(
    r"\b(?:but(?! also)|yet(?= (?:the|it|its|they|there|a|this|many|most|some|word|all|every|"
    r"experts|people|users)\b)|though|although|"
    r"while(?! \w+ing\b)|whilst|whereas|despite)\b|;|\s[–—-]\s"
)
#: Where a question to the reader begins that is put after what is said.
_LAST = re.compile(r"(?:\s[–—-]\s|—|; )(?=[^;—–]*\b(?:you|your|we|why not|what better)\b[^;—–]*\?)")
#: Of what `_TURNS` finds, each is one of these signs, or holds one of these starts of words.
_SIGNS = re.compile(r"[;–—-]")
_TURN_HINTS = Hints("altho but despi even thoug where while whils yet")
#: What a "but" goes on with, and what stands after one that has no verb of its own.
_GOES_ON = re.compile(r"\bnot (?:only|just|merely|simply)\b[^.;]*$")
_FRAGMENT = re.compile(
    r"(?:but|though|although|yet) (?:not|only|just|barely|hardly|never) \w+[.,!]?$"
)
#: How a last part begins that takes back what stands before it.
_WEAKENS = re.compile(r"(?:but|yet|;|\s[–—-]|(?:while|whilst|whereas)(?= (?:\w+ )?others\b)) ")
#: How a part begins that yields to what is said beside it.
_CONCEDES = ("though", "although", "despite")
#: Characters within which "Though, as I said, ..." opens before its own comma.
FRONT = 12
_FRONTED = re.compile(
    r"(?:(?P<label>[^.,:;!?]{1,60}: )|\w+, )?"
    r"(?P<yields>(?:even )?though|although|while|whilst|despite|even if)\b"
)


def stance(text: str, places: tuple[int, ...] = ()) -> Stance:
    """Return the stance of a sentence towards what it speaks of.

    `places` are where its claims stand: a denial or a limit on the other side of a "but" leaves
    them alone.

    "Not only" and "more than just" deny nothing; "studies show" asserts; a belief or a saying
    that is given as others' is reported.
    """
    text = small(text)
    if asks(_before_a_last_question(text, places)):
        return "asks"
    part = without_empty(_deciding(text, places))
    if limits(part):
        return "limits"
    if denies(part):
        return "denies"
    return "reports" if reports(part) or quotes(text) else "asserts"


def _before_a_last_question(text: str, places: tuple[int, ...]) -> str:
    """Return a text without a question to the reader that it ends on, if that holds no claim."""
    turned = _LAST.search(text) if places and text.endswith("?") else None
    if turned and all(place < turned.start() for place in places):
        return text[: turned.start()]
    return text


def _deciding(text: str, places: tuple[int, ...]) -> str:
    """Return the last part of a sentence, parted by "but" and its like, that holds a claim.

    A concession ("though studies are few, ..."; "..., though it calms") yields wherever it stands.
    All of the text if no claim is placed.
    """
    edges = _edges(text)
    held = [text[a:b] for a, b in pairwise(edges) if any(a <= place < b for place in places)]
    main = [part for part in held if not part.startswith(_CONCEDES)]
    return (main or held)[-1] if held else text


def parted(text: str, places: tuple[int, ...]) -> bool:
    """Whether the claims of a sentence stand in more than one of the parts that "but" makes.

    Examples
    --------
    >>> parted("While it lowers stress, it does not grow hair.", (9, 38))
    True
    """
    if len(places) <= 1:
        return False
    edges = _edges(small(text))
    return len({bisect(edges, place) for place in places}) > 1


@lru_cache(maxsize=KEPT)
def _edges(text: str) -> tuple[int, ...]:
    """Return where the parts of a sentence that may be taken apart begin, and where it ends."""
    if not (_TURN_HINTS.stand_in(text) or _SIGNS.search(text)):
        return (0, len(text))
    turns = [
        match.start()
        for match in _TURNS.finditer(text)
        if not (match[0] == "but" and _GOES_ON.search(text, 0, match.start()))
        and not _FRAGMENT.match(text, match.start())
    ]
    if (fronted := _FRONTED.match(text)) and (comma := _yielded(text, fronted)) > 0:
        begins = [fronted.start("yields")] if fronted["label"] else []
        turns = sorted({*begins, comma, *(turn for turn in turns if turn > fronted.end())})
    return (0, *turns, len(text))


def conceded(text: str) -> int:
    """Return where a concession that a sentence begins with ends; 0 if it begins with none.

    Examples
    --------
    >>> conceded("While it is no cure, it calms.")
    19
    >>> conceded("It calms, while it is no cure.")
    0
    """
    text = small(text)
    fronted = _FRONTED.match(text)
    return max(_yielded(text, fronted), 0) if fronted else 0


def _yielded(text: str, fronted: re.Match[str]) -> int:
    """Return where a concession that opens a text, or what follows a label, ends; -1 if nowhere."""
    return text.find(",", fronted.start("yields") + FRONT)


def weakened(text: str, places: tuple[int, ...]) -> bool:
    """Whether a sentence ends on a limit, beyond the part that its claims stand in.

    "It lowers stress, but the studies are small" and "although it lowers stress, that is unproven"
    limit, as sentences, what they assert before.
    """
    text = small(text)
    *_, begins, _ = edges = _edges(text)
    if len(edges) == 2 or any(begins <= place for place in places):  # noqa: PLR2004  # one part
        return False
    turned = _WEAKENS.match(text, begins) or (_FRONTED.match(text) and text[begins] == ",")
    return bool(turned) and limits(text[begins:])

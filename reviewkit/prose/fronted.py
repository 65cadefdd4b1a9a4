"""Where a sentence names first what it offers help with: "For stress, a brush works wonders".

What follows the comma says that something helps, and not with what. The words are general English.
"""

from __future__ import annotations

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.topic import unsaid

#: Names, by convention, of effects that say of anything that it is helped.
HELPING = frozenset({"betters >", "helps >", "lowers >"})
#: How such a sentence begins.
_OPENING = lazily(
    r"(?:[\"“‘'(]|(?:and|but|so|also) )?(?:(?:for|against|with|in case of|when it comes to|as for|"
    r"in|(?:if|when|once|whenever) (?:you|your|it|its|they|people|someone)|"
    r"(?:anyone|anybody|those|people|sufferers)|suffer\w*|struggling|feel\w*|troubled|plagued)\b)",
)
#: What offers help beside what `topic.unsaid` knows.
_OFFER = lazily(
    r"\b(?:(?:works?|does|do|did|doing|worked) (?:\w+ )?(?:wonders|magic|miracles|the trick|good)|"
    r"nothing (?:\w+ )?(?:beats?|works?|helps?|compares?|comes close)|"
    r"(?:is|are|be|been|was) (?:just |exactly |often |also |quite |such |truly )?"
    r"(?:the|an?|your|one|my) (?:\w+ )?(?:remedy|answer|way|thing|ticket|option|treat|choice|help|"
    r"blessing|godsend|place to start|solution|life ?saver|good idea|friend)|"
    r"(?:an?|one|another|the) (?:\w+ ){0,3}(?:remedy|way|solution|treatment|option|answer|thing|"
    r"cure) (?:to try |to go )?is|"
    r"(?:there is |there['’]s )?(?:no|nothing) better|(?:just|exactly) what you need|"
    r"worth (?:a (?:go|try|shot)|trying|considering)|makes? (?:all the|a) (?:\w+ )?difference|"
    r"(?:is|are|could be|may be|might be) for you|"
    r"(?:may|might|could|can|will) (?:\w+ )?(?:be of (?:\w+ )?(?:help|use|benefit|service|value)"
    r"(?! to)|benefit|profit|do you good|be what you)|"
    r"(?:(?:may|might|should|could|can) (?:also |well |just |always )?"
    r"(?:want to |like to |wish to )?|"
    r"please |, )(?:try|consider|give|think about|turn to|opt for|go for|look (?:in)?to)"
    r"(?! (?:your|to|the (?:cause|doctor))\b))\b",
    flags=0,
)


def helped(text: str, begin: int) -> tuple[int, int] | None:
    """Return the place of the words that say that something helps with what opens a text.

    Parameters
    ----------
    text
        The text.
    begin
        Where it begins, after a lead-in.

    Examples
    --------
    >>> helped("for stress, a brush helps.", 0)
    (20, 25)
    >>> helped("a brush helps.", 0) is None
    True
    """
    comma = text.find(",", begin)
    if comma < 0 or _OPENING.match(text, begin) is None:
        return None
    text = small(text)
    if offer := _OFFER.search(text, comma):
        return offer.span()
    place = unsaid(text[comma + 1 :])
    return (place[0] + comma + 1, place[1] + comma + 1) if place else None

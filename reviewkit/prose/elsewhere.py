"""Findings on another thing: studies that are counted for what they say of something else.

"Many studies show that smoking causes wrinkles" tells of much research, and none of it is on the
treatment. Where a sentence names no treatment, what the studies found or looked at decides: "that
it helps" is the treatment; "that smoking causes …" and "looked at smoking" are not.
"""

from __future__ import annotations

from reviewkit.prose.patterns import Hinted

#: What stands for the treatment, or for what is done with it.
_IT = (
    "it|its|this|that|these|those|they|them|such|both|doing|regular|daily|"
    "(?:the |a |one )?(?:\\w+ )?(?:practice|technique|ritual|sessions?|treatments?|therapy|method|"
    "habit|touch|pressure|procedure|strokes?|tool|device|approach)"
)
_STUDIES = "(?:stud(?:y|ies)|trials?|research|evidence|data|papers|reviews?|surveys?|experiments?)"
_ELSEWHERE = Hinted(
    "data evide exper paper resea revie studi study surve trial & affec cause contr exami explo "
    "focus inves lead leads linke looke on raise trigg worse",
    rf"\b{_STUDIES} (?:[\w-]+ ){{0,3}}?(?:show|shown|showed|shows|suggest|suggests|suggested|found|"
    rf"find|confirm|confirmed|indicate|indicates|demonstrated) that (?!(?:{_IT})\b)(?:[\w-]+ )"
    r"{1,4}?(?:causes?|can cause|(?:can |may )?(?:lead|leads|contributes?) to|triggers?|"
    r"(?:can |may )?(?:affects?|worsens?|raises?)|is linked to|are linked to)\b|"
    rf"\b{_STUDIES} (?:[\w-]+ ){{0,3}}?(?:looked (?:at|into)|examined|explored|investigated|"
    r"focus(?:ed|es)? on|(?:carried out|conducted|done|performed|run) on) "
    rf"(?!(?:the (?:effects?|benefits?|use|impact) of )?(?:{_IT})\b)",
)


def finds_elsewhere(text: str) -> bool:
    """Whether the studies that a text tells of, which names no treatment, are on something else.

    Examples
    --------
    >>> finds_elsewhere("many studies show that smoking causes wrinkles")
    True
    >>> finds_elsewhere("many studies show that it lowers stress")
    False
    """
    return _ELSEWHERE.search(text) is not None

"""“Associated with!”: that two things go together is read as one causing the other.

Informed Health Choices concept 6 (doi:10.12688/f1000research.21292.1, table 1). Of the main
statements of press releases on correlations, a third said more than the study (Sumner 2014,
doi:10.1136/bmj.g7015).
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.prose.patterns import lazily
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading
from reviewkit.prose.rules.clauses import denied, holds, phrases, plain_links, text_of, verb_of

_HINTS = ("associat", "correlat", "link", "tied ", "relationship", "connection")
_TOGETHER = (
    r"(?:(?:associated|correlat\w+|linked|tied) (?:with|to)|correlation between|"
    r"(?:link|association|relationship|connection) between)"
)
#: From what goes together to what is done about it.
_THEN = (
    r"(?:,? so(?! (?:far|much|many|long|that|called|on)\b)|,? therefore|,? thus|,? hence|"
    r",? which (?:means|proves|shows|confirms)|,? (?:and )?(?:this|that) (?:means|proves|shows)|"
    r",? (?:proving|meaning|confirming|showing)|,? which is why|,? and that(?:['’]s| is) why)"
)
_CONCLUDED = lazily(rf"\b{_TOGETHER}\b[^;:.!?]{{0,160}}?{_THEN}\b")
_GIVEN_AS_REASON = lazily(rf"\b(?:because|since)\b[^;:.!?]{{0,160}}?\b{_TOGETHER}\b[^,;:.!?]*")
#: A cause, put plainly; a claim that the first half makes is not linked again in the second.
_CAUSES = phrases(
    "works", "causes", "makes", "reduces", "lowers", "increases", "raises", "improves", "boosts",
    "promotes", "relieves", "eases", "prevents", "stops", "cures", "treats", "reverses",
)  # fmt: skip
#: Parts of a body that are joined, not correlated.
_JOINED = phrases(
    "muscles?", "nerves?", "tissues?", "tendons?", "bones?", "joints?", "fascia", "organs?",
    "vessels?",
)  # fmt: skip


def association_as_cause(reading: Reading) -> Iterator[Problem]:
    """Yield where an association is given as the ground of a claim that something works.

    Silent where the association is only told, and where the claim drawn from it is hedged.
    """
    text = text_of(reading)
    if reading.stance != "asserts" or not holds(text, _HINTS):
        return
    for pattern in (_CONCLUDED, _GIVEN_AS_REASON):
        found = pattern.search(text)
        if found is None or _JOINED.search(text, 0, found.end()) or denied(text, found.start()):
            continue
        start, end = found.span()
        claims = list(plain_links(reading, end, len(text)))
        if pattern is _GIVEN_AS_REASON:
            claims += plain_links(reading, 0, start)
        drawn = any(not verb_of(reading, link).endswith("ing") for link in claims)
        again = pattern is _CONCLUDED and _CAUSES.search(text, end)
        if drawn or (again and any(plain_links(reading, 0, end))):
            yield Problem(
                code="P303",
                start=start,
                end=end,
                severity="suggestion",
                message=(
                    "That two things go together does not show that one brings about the other; "
                    "say that they were found together, or cite a comparison."
                ),
            )
            return

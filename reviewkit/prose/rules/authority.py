"""“Recommended by experts!”: somebody's standing is offered instead of evidence.

Informed Health Choices concept 17 (doi:10.12688/f1000research.21292.1, table 1): experts disagree,
and those who are right can say what they rest on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.prose.patterns import lazily
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading
from reviewkit.prose.rules.clauses import denied, holds, phrases, text_of
from reviewkit.prose.wording import PROBABLE

_HINTS = (
    "expert", "specialist", "doctor", "physician", "scientist", "professional", "therapist",
    "practitioner", "consultant", "pharmacist", "nurse", "surgeon", "guru", "celebrit", "stylist",
    "ologist", "iatrist", "dentist",
)  # fmt: skip
_WHO = (
    r"(?:\w+ )?(?:experts|specialists|doctors|physicians|scientists|professionals|therapists|"
    r"practitioners|consultants|pharmacists|nurses|surgeons|gurus|celebrities|stylists|"
    r"\w+ologists|\w+iatrists)"
)
_SAYS = (
    r"(?:everywhere |today |alike )?"
    r"(?:all |also |often |now |widely |highly |strongly |both |unanimously |always )?"
    r"(?:recommend|agree|swear by|endorse|approve|vouch for|advocate|confirm|love|prescribe)"
)
#: A standing that is to convince.
_AUTHORITY = phrases(
    rf"{_WHO} {_SAYS}",
    r"(?:expert|doctor|physician|dentist|scientist|professional|therapist|celebrity|\w+ologist)"
    r"s?[- ](?:recommended|approved|endorsed|backed|trusted)",
    rf"(?:recommended|endorsed|approved|trusted|prescribed|praised) by (?:\w+ ){{0,2}}?{_WHO}",
    rf"according to (?:\w+ ){{0,2}}?{_WHO}",
    r"(?:ask|trust) any (?:doctor|expert|specialist|\w+ologist)",
)  # fmt: skip
#: Advice to be careful, or to see somebody, rests on no promise.
_CARE = phrases(
    "consult\\w*", "see(?:ing)? (?:a|your)", "ask(?:ing)? (?:a|your)", "speak\\w* (?:to|with)",
    "talk\\w* (?:to|with)", "visit\\w*", "avoid\\w*", "caution\\w*", "careful\\w*", "warn\\w*",
    "against", "limit\\w*", "stop\\w*", "gently", "patch test", "before",
    "patience", "instead",
)  # fmt: skip
#: Where evidence is named as well, or its limits are, the experts do not stand instead of it.
_EVIDENCE = phrases(
    "stud(?:y|ies)", "trials?", "research", "evidence", "data", "reviews?", "meta-?analys[ie]s",
    "guidelines?", "survey", "conclusive",
)  # fmt: skip
#: What parts those who vouch from a claim of the writer's own.
_PARTED = lazily(r"\b(?:but|while|whereas|although|though)\b")


def expert_opinion(reading: Reading) -> Iterator[Problem]:
    """Yield where experts vouch for an effect and no evidence is named.

    Silent on advice to be careful or to see a doctor, and where every claim is hedged.
    """
    hedged = reading.links and all(link.wording < PROBABLE for link in reading.links)
    text = text_of(reading)
    if reading.stance not in {"asserts", "reports"} or hedged or not holds(text, _HINTS):
        return
    found = _AUTHORITY.search(text)
    if found is None or _CARE.search(text) or _EVIDENCE.search(text) or denied(text, found.start()):
        return
    if not _vouched(reading, found):
        return
    yield Problem(
        code="P306",
        start=found.start(),
        end=found.end(),
        severity="suggestion",
        message="Experts may be wrong or disagree; name the evidence that they rest on.",
    )


def _vouched(reading: Reading, found: re.Match[str]) -> bool:
    """Whether a claim stands on the experts' side of the sentence, or they are all its claim."""
    claims = [k.cue_start for k in reading.links if not found.start() <= k.cue_start < found.end()]
    after = _PARTED.search(found.string, found.end())
    before = [cut.end() for cut in _PARTED.finditer(found.string, 0, found.start())]
    start = max(before, default=0)
    end = after.start() if after else len(found.string)
    return not claims or any(start <= claim < end for claim in claims)

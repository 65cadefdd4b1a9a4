"""Publication bias: small sponsored studies, asymmetry, studies known and not published."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from reviewkit.certainty.proposal import (
    CORE_GRADE_4,
    LATER,
    PROJECT,
    Domain,
    Proposal,
    Quantity,
    branches,
    proposed,
)

#: People below which a study is small (a convention of this project; the source gives no figure).
SMALL = 100
#: Studies from which asymmetry of the funnel is looked at (Core GRADE 4).
ASYMMETRY_FROM = 10
#: Two-sided p of a small-study test below which asymmetry is strong (pmatools' convention; the
#: source asks for a funnel or test that "strongly suggests" bias, without a number).
STRONG = 0.05

BRANCHES = branches(
    "publication-bias",
    {
        "small-and-sponsored": (
            1,
            CORE_GRADE_4,
            "transcribed",
            "most studies are small (fewer than 100 people, a convention) and industry-sponsored",
        ),
        "asymmetric": (
            1,
            PROJECT,
            "convention",
            (
                "else, from ten studies on, the small-study test strongly suggests bias (p below "
                ".05, a convention)"
            ),
        ),
        "symmetric": (
            0,
            PROJECT,
            "convention",
            "from ten studies on, the small-study test does not",
        ),
        "asymmetry-not-tested": (
            0,
            CORE_GRADE_4,
            "transcribed",
            "from ten studies on, and no small-study test can be had: look at the funnel and judge",
        ),
        "unpublished": (
            1,
            CORE_GRADE_4,
            "transcribed",
            "below ten studies, some are documented as finished and unpublished",
        ),
        "none-documented": (
            0,
            CORE_GRADE_4,
            "transcribed",
            "below ten studies, none are",
        ),
    },
)


_DOMAIN: Domain = "publication-bias"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySponsor:
    """One study's size and whether industry paid for it or employed its authors."""

    study: str
    n: int | None
    sponsored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationFacts:
    """The studies that count, and those known to be finished and unpublished.

    `asymmetry_p` is the two-sided p of a small-study test over the pooled effects, None where
    there was none.
    """

    studies: tuple[StudySponsor, ...]
    unpublished: tuple[str, ...] = ()
    asymmetry_p: float | None = field(default=None, metadata=LATER)


@lru_cache(maxsize=1024)
def publication_bias(facts: PublicationFacts) -> Proposal:
    """Propose a rating for publication bias; never more than one level.

    Most or all studies small and sponsored by industry: serious; else, from ten studies on, strong
    asymmetry: serious; below ten, studies documented as unpublished: serious; else not (Core
    GRADE 4, figure 5, doi:10.1136/bmj-2024-083864, read in a transcription). Funding that was not
    seen is unknown, not none; employment and sales of the device count as sponsorship.
    """
    k = len(facts.studies)
    both = sum(s.sponsored == "yes" and s.n is not None and s.n < SMALL for s in facts.studies)
    unknown = sum(s.sponsored == "unknown" for s in facts.studies)
    path = [f"{both} of {k} studies are small (fewer than {SMALL} people) and industry-sponsored"]
    numbers = [
        Quantity(name="studies", value=k),
        Quantity(name="small and sponsored", value=both),
        Quantity(name="sponsorship unknown", value=unknown),
    ]
    if unknown:
        path.append(f"the funding of {unknown} was not seen: unknown, not none")
    if both * 2 > k:
        path.append("most studies: rated down")
        return proposed(_DOMAIN, BRANCHES["small-and-sponsored"], facts, path, numbers)
    if k >= ASYMMETRY_FROM:
        return _by_asymmetry(facts, path, numbers)
    path.append(f"fewer than {ASYMMETRY_FROM} studies: asymmetry cannot be judged")
    if facts.unpublished:
        path.append(f"finished and unpublished: {', '.join(facts.unpublished)}")
        return proposed(_DOMAIN, BRANCHES["unpublished"], facts, path, numbers)
    return proposed(_DOMAIN, BRANCHES["none-documented"], facts, path, numbers)


def _by_asymmetry(facts: PublicationFacts, path: list[str], numbers: list[Quantity]) -> Proposal:
    p = facts.asymmetry_p
    if p is None:
        path.append("asymmetry of the funnel cannot be tested: look at it and judge")
        return proposed(_DOMAIN, BRANCHES["asymmetry-not-tested"], facts, path, numbers)
    numbers.append(Quantity(name="p of asymmetry", value=p))
    strong = p < STRONG
    path.append(
        f"small-study test: p = {p:.2g}, {'below' if strong else 'not below'} {STRONG}: asymmetry "
        f"{'strongly suggests' if strong else 'does not strongly suggest'} bias"
    )
    branch = BRANCHES["asymmetric" if strong else "symmetric"]
    return proposed(_DOMAIN, branch, facts, path, numbers)

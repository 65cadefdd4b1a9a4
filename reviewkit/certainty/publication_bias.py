"""Publication bias: small sponsored studies, asymmetry, studies known and not published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewkit.certainty.proposal import (
    CORE_GRADE_4,
    PROJECT,
    Quantity,
    Rule,
    Telling,
    branches,
)
from reviewkit.certainty.seen import LATER

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


def decide(facts: PublicationFacts) -> str:
    """Decide on a rating for publication bias; never more than one level.

    Most or all studies small and sponsored by industry: serious; else, from ten studies on, strong
    asymmetry: serious; below ten, studies documented as unpublished: serious; else not (Core
    GRADE 4, figure 5, doi:10.1136/bmj-2024-083864, read in a transcription). Funding that was not
    seen is unknown, not none; employment and sales of the device count as sponsorship.
    """
    if 2 * small_and_sponsored(facts) > len(facts.studies):
        return "small-and-sponsored"
    if len(facts.studies) < ASYMMETRY_FROM:
        return "unpublished" if facts.unpublished else "none-documented"
    if facts.asymmetry_p is None:
        return "asymmetry-not-tested"
    return "asymmetric" if facts.asymmetry_p < STRONG else "symmetric"


def small_and_sponsored(facts: PublicationFacts) -> int:
    """Return how many studies are small and sponsored by industry."""
    sponsored = [study.n for study in facts.studies if study.sponsored == "yes"]
    return sum(n is not None and n < SMALL for n in sponsored)


def tell(facts: PublicationFacts, branch: str) -> Telling:
    """Tell how many studies are small and sponsored, and what is known of unpublished ones."""
    k, both = len(facts.studies), small_and_sponsored(facts)
    unknown = sum(study.sponsored == "unknown" for study in facts.studies)
    path = [f"{both} of {k} studies are small (fewer than {SMALL} people) and industry-sponsored"]
    if unknown:
        path.append(f"the funding of {unknown} was not seen: unknown, not none")
    numbers = [
        Quantity(name="studies", value=k),
        Quantity(name="small and sponsored", value=both),
        Quantity(name="sponsorship unknown", value=unknown),
    ]
    if branch in {"asymmetric", "symmetric"} and facts.asymmetry_p is not None:
        numbers.append(Quantity(name="p of asymmetry", value=facts.asymmetry_p))
    return Telling((*path, *_reached(facts, branch)), tuple(numbers))


def _reached(facts: PublicationFacts, branch: str) -> Iterator[str]:
    p = facts.asymmetry_p
    if branch == "small-and-sponsored":
        yield "most studies: rated down"
    elif branch == "asymmetry-not-tested":
        yield "asymmetry of the funnel cannot be tested: look at it and judge"
    elif branch == "asymmetric":
        yield (f"small-study test: p = {p:.2g}, below {STRONG}: asymmetry strongly suggests bias")
    elif branch == "symmetric":
        yield (
            f"small-study test: p = {p:.2g}, not below {STRONG}: asymmetry does not strongly "
            "suggest bias"
        )
    else:
        yield f"fewer than {ASYMMETRY_FROM} studies: asymmetry cannot be judged"
    if branch == "unpublished":
        yield f"finished and unpublished: {', '.join(facts.unpublished)}"


publication_bias = Rule(domain="publication-bias", branches=BRANCHES, decide=decide, tell=tell)

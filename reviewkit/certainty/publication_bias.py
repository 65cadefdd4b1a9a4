"""Publication bias: small sponsored studies, asymmetry, studies known and not published."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty.proposal import CORE_GRADE_4, Proposal, facts_hash

#: People below which a study is small (a convention of this project; the source gives no figure).
SMALL = 100
#: Studies from which asymmetry of the funnel is looked at (Core GRADE 4).
ASYMMETRY_FROM = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySponsor:
    """One study's size and whether industry paid for it or employed its authors."""

    study: str
    n: int | None
    sponsored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationFacts:
    """The studies that count, and those known to be finished and unpublished."""

    studies: tuple[StudySponsor, ...]
    unpublished: tuple[str, ...] = ()


def publication_bias(facts: PublicationFacts) -> Proposal:
    """Propose a rating for publication bias; never more than one level.

    Most or all studies small and sponsored by industry: serious; else, below ten studies, studies
    documented as unpublished: serious; else not (Core GRADE 4, figure 5,
    doi:10.1136/bmj-2024-083864, read in a transcription). Funding that was not seen is unknown,
    not none; employment and sales of the device count as sponsorship.
    """
    k = len(facts.studies)
    both = sum(s.sponsored == "yes" and s.n is not None and s.n < SMALL for s in facts.studies)
    unknown = sum(s.sponsored == "unknown" for s in facts.studies)
    path = [f"{both} of {k} studies are small (fewer than {SMALL} people) and industry-sponsored"]
    if unknown:
        path.append(f"the funding of {unknown} was not seen: unknown, not none")
    if both * 2 > k:
        path.append("most studies: rated down")
        return _proposal(facts, 1, path)
    if k >= ASYMMETRY_FROM:
        path.append("asymmetry of the funnel is not computed here: look at it and judge")
        return _proposal(facts, 0, path)
    path.append(f"fewer than {ASYMMETRY_FROM} studies: asymmetry cannot be judged")
    if facts.unpublished:
        path.append(f"finished and unpublished: {', '.join(facts.unpublished)}")
        return _proposal(facts, 1, path)
    return _proposal(facts, 0, path)


def _proposal(facts: PublicationFacts, down: int, path: list[str]) -> Proposal:
    return Proposal(
        domain="publication-bias",
        down=down,
        path=tuple(path),
        source=CORE_GRADE_4,
        mark="transcribed",
        facts=facts_hash(facts),
    )

"""Which results of a review have printed numbers that do not fit, and who tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reviewkit.audit.results import Check, checks_of
from reviewkit.evidence import Evidence
from reviewkit.records import Claim, Mention, Study


def flagged(studies: Iterable[Study]) -> Mapping[str, tuple[Check, ...]]:
    """Return the misfits of each result of some studies that has any, by ``study#result``.

    What does not fit about a study as a whole, such as its arms, is one of each of its results.
    """
    found: dict[str, list[Check]] = {}
    for study in studies:
        for check in checks_of(study):
            if not check.fit.fits:
                for ref in results_of(study, check):
                    found.setdefault(ref, []).append(check)
    return {ref: tuple(checks) for ref, checks in found.items()}


def results_of(study: Study, check: Check) -> tuple[str, ...]:
    """Return the results that a check is about: its own, or all of the study's."""
    names = study.results if check.result is None else (check.result,)
    return tuple(f"{study.id}#{name}" for name in names)


def tellers(evidence: Evidence, refs: frozenset[str]) -> tuple[str, ...]:
    """Return the claims that say a number, or report the finding, of one of these results."""
    return tuple(
        name for name, claim in evidence.claims.items() if any(ref in refs for ref in _told(claim))
    )


def _told(claim: Claim) -> Iterator[str]:
    tellings: tuple[Claim | Mention, ...] = (claim, *claim.mentions)
    for telling in tellings:
        for report in telling.reports:
            yield report.result
        for figure in telling.numbers:
            study, _, field = figure.of.partition("#")
            head, _, rest = field.partition(".")
            if head == "results":
                yield f"{study}#{rest.partition('.')[0]}"

"""Laws of the GRADE rules: what turning, scaling and reordering may not change."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reviewkit.certainty import (
    optimal_information_size,
    optimal_information_size_binary,
    smallest_difference,
)
from reviewkit.certainty.imprecision import imprecision
from reviewkit.certainty.imprecision_branches import BRANCHES
from reviewkit.certainty.imprecision_facts import ImprecisionFacts
from reviewkit.certainty.inconsistency import InconsistencyFacts, inconsistency
from reviewkit.certainty.information_size import Kind
from reviewkit.certainty.publication_bias import (
    PublicationFacts,
    StudySponsor,
    publication_bias,
)

SIZES = st.floats(0.01, 100)
EFFECTS = st.floats(-50, 50)


@st.composite
def differences(draw: st.DrawFn) -> ImprecisionFacts:
    """A difference of means with its interval, and a threshold."""
    estimate, half = draw(EFFECTS), draw(SIZES)
    mid = draw(st.none() | SIZES)
    sd = draw(SIZES)
    return ImprecisionFacts(
        measure="MD",
        lower=estimate - half,
        upper=estimate + half,
        threshold=draw(st.sampled_from([0.0, mid or 0.0])),
        mid=mid,
        standardised=draw(st.none() | st.just(estimate / sd)),
        estimate=estimate,
        control_risk=None,
        paired=draw(st.booleans()),
        n=draw(st.none() | st.integers(1, 10_000)),
        k=draw(st.integers(1, 20)),
    )


def turned(facts: ImprecisionFacts) -> ImprecisionFacts:
    assert facts.lower is not None
    assert facts.upper is not None
    assert facts.estimate is not None
    size = facts.standardised
    return replace(
        facts,
        lower=-facts.upper,
        upper=-facts.lower,
        estimate=-facts.estimate,
        standardised=None if size is None else -size,
    )


@given(differences())
def test_benefit_and_harm_are_as_imprecise(facts: ImprecisionFacts) -> None:
    assert imprecision(facts).branch == imprecision(turned(facts)).branch


@given(differences(), st.sampled_from([0.25, 2.0, 1024.0]))
def test_another_unit_is_as_imprecise(facts: ImprecisionFacts, factor: float) -> None:
    """Powers of two, so that scaling is exact."""
    assert facts.lower is not None
    assert facts.upper is not None
    assert facts.estimate is not None
    scaled = replace(
        facts,
        lower=factor * facts.lower,
        upper=factor * facts.upper,
        estimate=factor * facts.estimate,
        threshold=factor * facts.threshold,
        mid=None if facts.mid is None else factor * facts.mid,
    )
    assert imprecision(scaled).branch == imprecision(facts).branch


@given(differences(), st.integers(1, 10_000))
def test_more_people_are_never_less_precise(facts: ImprecisionFacts, more: int) -> None:
    if facts.n is not None:
        larger = replace(facts, n=facts.n + more)
        assert imprecision(larger).down <= imprecision(facts).down


@given(differences())
def test_a_proposal_is_that_of_its_branch(facts: ImprecisionFacts) -> None:
    found = imprecision(facts)
    branch = BRANCHES[found.branch.partition("/")[2]]
    assert (found.down, found.mark, found.source) == (branch.levels, branch.mark, branch.source)


STUDIES = st.lists(st.tuples(EFFECTS, SIZES), min_size=2, max_size=8)


@given(STUDIES, st.randoms(use_true_random=False))
def test_the_order_of_studies_changes_no_inconsistency(
    studies: list[tuple[float, float]], dice: Random
) -> None:
    def proposed(rows: list[tuple[float, float]]) -> tuple[int, str]:
        found = inconsistency(
            InconsistencyFacts(
                intervals=tuple((y, y - half, y + half) for y, half in rows),
                directions=tuple("increases" if y > 0 else "decreases" for y, _ in rows),
                threshold=0.0,
            )
        )
        return found.down, found.branch

    mixed = list(studies)
    dice.shuffle(mixed)
    assert proposed(mixed) == proposed(studies)


@given(
    st.lists(st.tuples(st.integers(1, 500), st.sampled_from(["yes", "no", "unknown"])), min_size=1),
    st.none() | st.floats(0, 1),
)
def test_publication_bias_is_one_level_at_the_most(
    studies: list[tuple[int, str]], p: float | None
) -> None:
    facts = PublicationFacts(
        studies=tuple(
            StudySponsor(study=str(i), n=n, sponsored=by) for i, (n, by) in enumerate(studies)
        ),
        unpublished=("NCT01",),
        asymmetry_p=p,
    )
    assert publication_bias(facts).down <= 1


@given(SIZES, SIZES)
def test_pairs_need_a_quarter_of_the_people_of_two_arms(difference: float, sd: float) -> None:
    """Per arm twice as many, in two arms: four times, but for rounding up."""
    arms = optimal_information_size(kind="two-arm", difference=difference, sd=sd)
    pairs = optimal_information_size(kind="paired", difference=difference, sd=sd)
    assert 4 * (pairs - 1) <= arms <= 4 * pairs + 2


@given(SIZES, SIZES, st.sampled_from(["two-arm", "paired", "before-after"]))
def test_the_smallest_difference_undoes_the_information_size(
    difference: float, sd: float, kind: Kind
) -> None:
    """As many people as are needed see the difference, and fewer by a rounding do not."""
    people = optimal_information_size(kind=kind, difference=difference, sd=sd)
    fewer = people - (2 if kind == "two-arm" else 1)
    if people >= 2:
        assert smallest_difference(people, kind=kind, sd=sd) <= difference * (1 + 1e-9)
    if fewer >= 2:
        assert smallest_difference(fewer, kind=kind, sd=sd) >= difference * (1 - 1e-9)


@given(st.floats(0.001, 0.999), st.floats(0.05, 0.5), st.booleans())
def test_rarer_events_need_more_people(risk: float, rrr: float, rises: bool) -> None:
    more_frequent = min(0.9995, risk * 1.2)
    if not rises:
        assert optimal_information_size_binary(risk, rrr=rrr) >= optimal_information_size_binary(
            more_frequent, rrr=rrr
        )
    assert optimal_information_size_binary(risk, rrr=rrr, rises=rises) > 0

"""Every result that counts in a body is appraised item by item, each answer with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest

import reviewkit
from reviewkit.appraisal import INSTRUMENTS
from reviewkit.records import Missing
from reviewkit.records.appraised import InstrumentKey
from reviewkit.review import Graded
from tests.project.tree import ROOT

#: Settings whose results are graded, or have an instrument of their own.
APPRAISED = {"people", "animals"}


#: How many appraisals each review has at least.
REVIEWS = {"head-massage": 100, "bcg-vaccine": 20}


@pytest.fixture(scope="module", params=REVIEWS)
def review(request: pytest.FixtureRequest) -> Graded:
    return reviewkit.grade(reviewkit.load(ROOT / "evidence" / request.param))


def counted(review: Graded) -> Iterator[str]:
    """Every result that enters a body under any reading of the papers."""
    for body in review.bodies.values():
        for grade in body.all:
            yield from (result.use.result for result in grade.counted)


def test_every_result_that_counts_is_appraised(review: Graded) -> None:
    bare = set()
    for ref in set(counted(review)):
        study, result = review.evidence.result(ref)
        if result.setting in APPRAISED and study.appraised(ref.partition("#")[2]) is None:
            bare.add(ref)
    assert bare == set()


def test_what_was_appraised_is_told_truly(review: Graded) -> None:
    """No person signed; an answer has a reason of several words and stands in what was read."""
    appraisals = [
        appraisal
        for study in review.evidence.studies.values()
        for appraisal in study.appraisals.values()
    ]
    assert len(appraisals) > REVIEWS[review.evidence.review.id]
    assert {appraisal.by for appraisal in appraisals} == {"project"}
    for appraisal in appraisals:
        answers = [given for given in appraisal.items.values() if not isinstance(given, Missing)]
        assert {given.at for given in answers} <= set(appraisal.read)
        assert all(len(given.why.split()) > 1 for given in answers)


def test_no_body_rests_on_an_instrument_without_a_source() -> None:
    for key in get_args(InstrumentKey):
        instrument = INSTRUMENTS[key]
        assert instrument.version
        assert instrument.source
        assert all(domain.source and domain.mark for domain in instrument.domains)

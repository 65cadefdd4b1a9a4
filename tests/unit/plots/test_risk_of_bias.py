from __future__ import annotations

import pytest

from reviewkit.appraisal import INSTRUMENTS, Assessment, DomainAssessment
from reviewkit.errors import NotEstimable
from reviewkit.plots import risk_of_bias
from reviewkit.review import Graded
from tests.unit.builder import Folder
from tests.unit.plots.making import texts

USED = ("rob-2", "rob-2-crossover", "robins-i", "jbi-single-arm", "jbi-reviews", "syrcle")


@pytest.mark.parametrize("instrument", USED)
def test_every_appraisal_is_a_row_and_every_domain_a_mark(review: Graded, instrument: str) -> None:
    own = [
        appraisal
        for study in review.evidence.studies.values()
        for appraisal in study.appraisals.values()
        if appraisal.instrument == instrument
    ]
    ax = risk_of_bias(review.evidence, instrument=instrument)
    assert len(ax.get_yticklabels()) == len(own)
    assert len(ax.get_xticklabels()) == len(INSTRUMENTS[instrument].domains) + 1
    drawn = sorted(str(line.get_gid()) for line in ax.lines if ", " in str(line.get_gid()))
    parts: list[Assessment | DomainAssessment] = []
    for found in (appraisal.assessed for appraisal in own):
        parts += [*found.domains, found]
    expected = [
        f"{part.judgement}, {'settled' if part.settled else 'open'}"
        for part in parts
        if part.judgement != "not applicable"
    ]
    assert drawn == sorted(expected)


def test_marks_that_the_unread_could_change_are_hollow(review: Graded) -> None:
    ax = risk_of_bias(review.evidence)
    for line in ax.lines:
        told = str(line.get_gid())
        if told.endswith("open"):
            assert line.get_markerfacecolor() == "white"
        elif told.endswith("settled"):
            assert line.get_markerfacecolor() == line.get_markeredgecolor()


def test_beside_each_row_stands_how_much_could_be_answered(review: Graded) -> None:
    names = [label.get_text() for label in risk_of_bias(review.evidence).get_yticklabels()]
    study = review.evidence.studies["sherman-2014"]
    found = study.appraisals["pain"].assessed
    written = texts(risk_of_bias(review.evidence))[1:]
    assert written[names.index("sherman-2014")] == f"{found.answered} of {found.asked} answered"


def test_nothing_appraised_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    evidence = Folder(tmp_path_factory.mktemp("bare")).study("alpha").load()
    with pytest.raises(NotEstimable, match="nothing was appraised by rob-2"):
        risk_of_bias(evidence)

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection

import reviewkit
from reviewkit.errors import UserError
from reviewkit.plots import forest, slope
from reviewkit.review import Graded
from reviewkit.synthesis import predict
from tests.project.tree import ROOT
from tests.unit.plots.making import marked, texts

BODY = "tuberculosis-by-latitude"


@pytest.fixture(scope="module")
def vaccine() -> Graded:
    return reviewkit.grade(reviewkit.load(ROOT / "evidence" / "bcg-vaccine"))


def bubbles(ax: Axes) -> list[PathCollection]:
    found = [each for each in ax.collections if isinstance(each, PathCollection)]
    return [each for each in found if each.get_gid() == "study"]


def test_each_study_stands_at_its_moderator_and_its_effect(vaccine: Graded) -> None:
    ax = slope(vaccine.bodies[BODY], vaccine.evidence)
    grade = vaccine.bodies[BODY].main
    places = [np.asarray(each.get_offsets(), dtype=float)[0] for each in bubbles(ax)]
    wanted = []
    for result in grade.counted:
        latitude = vaccine.evidence.studies[result.effect.study].moderators["latitude"].value
        assert latitude is not None
        assert result.effect.effect is not None
        wanted.append((float(latitude), np.exp(result.effect.effect.estimate)))
    assert np.array(places) == pytest.approx(np.array(wanted))


def test_the_line_is_that_of_the_regression(vaccine: Graded) -> None:
    ax = slope(vaccine.bodies[BODY], vaccine.evidence)
    found = vaccine.bodies[BODY].main.synthesis.regression
    assert found is not None
    (line,) = marked(ax, "line")
    x, y = (np.asarray(each, dtype=float) for each in line.get_data())
    assert (x.min(), x.max()) == (13, 55)
    wanted = found["intercept"].estimate + found["latitude"].estimate * x
    assert np.log(y) == pytest.approx(wanted)


def test_the_band_and_the_dashed_lines_are_the_intervals_at_each_place(vaccine: Graded) -> None:
    ax = slope(vaccine.bodies[BODY], vaccine.evidence)
    found = vaccine.bodies[BODY].main.synthesis.regression
    assert found is not None
    (band,) = (each for each in ax.collections if each.get_gid() == "band")
    corners = np.asarray(band.get_paths()[0].vertices)
    at = predict(found, [[1.0, 13.0]])[0]
    first = np.log(corners[corners[:, 0] == 13.0, 1])
    assert (first.min(), first.max()) == pytest.approx((at.ci.lower, at.ci.upper))
    edges = [
        np.log(np.asarray(line.get_ydata(), dtype=float)[0]) for line in marked(ax, "prediction")
    ]
    assert edges == pytest.approx([at.prediction.lower, at.prediction.upper])


def test_heavier_studies_have_larger_bubbles(vaccine: Graded) -> None:
    ax = slope(vaccine.bodies[BODY], vaccine.evidence)
    sizes = [float(each.get_sizes()[0]) for each in bubbles(ax)]
    weights = vaccine.bodies[BODY].main.synthesis.weights
    assert list(np.argsort(sizes)) == list(np.argsort(weights))


def test_the_axes_say_what_is_drawn(vaccine: Graded) -> None:
    ax = slope(vaccine.bodies[BODY], vaccine.evidence)
    assert ax.get_xlabel() == "distance of the place of study from the equator (degrees)"
    assert ax.get_ylabel() == "tuberculosis: risk ratio (logarithmic axis)"
    assert "low certainty" in ax.get_title(loc="left")


def test_a_body_without_a_slope_is_refused(vaccine: Graded) -> None:
    with pytest.raises(UserError, match="tuberculosis has no slope"):
        slope(vaccine.bodies["tuberculosis"], vaccine.evidence)


def test_a_forest_of_such_a_body_ends_in_the_slope(vaccine: Graded) -> None:
    told = " ".join(texts(forest(vaccine.bodies[BODY])))
    assert "0.971 (95% CI 0.954 to 0.989)" in told
    assert "counted by direction" not in told

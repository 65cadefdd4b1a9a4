from __future__ import annotations

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from reviewkit.errors import NotEstimable
from reviewkit.plots import specifications
from reviewkit.plots.specifications import LEVELS, MOST
from reviewkit.review import GradedBody
from tests.unit.plots.making import body, choice, effect, graded, result

ESTIMATORS = [f"e{number}" for number in range(4)]


def made(*estimates: float, certainties: tuple[str, ...] = ()) -> GradedBody:
    """A body of one effect that each option of one choice makes another; the first is main."""
    options = [f"e{number}" for number in range(len(estimates))]
    grades = [
        graded(
            [result("a-2000#x", effect(estimate, 1.0, measure="MC"))],
            specification={"estimator": option},
            certainty=certainties[number] if certainties else "low",
        )
        for number, (estimate, option) in enumerate(zip(estimates, options, strict=True))
    ]
    return body(*grades, choices=[choice("estimator", *options, origin="analysis")])


def test_estimates_stand_in_order_and_the_main_one_on_its_band() -> None:
    ax = specifications(made(2.0, 1.0, 3.0))
    (marks,) = [found for found in ax.collections if found.get_gid() == "low"]
    assert np.asarray(marks.get_offsets()).tolist() == [[0, 1.0], [1, 2.0], [2, 3.0]]
    (band,) = [patch for patch in ax.patches if patch.get_gid() == "main"]
    assert isinstance(band, Rectangle)
    assert band.get_x() == 0.5
    below = ax.figure.axes[1]
    assert [text.get_text() for text in below.get_xticklabels()] == ["main analysis"]
    assert [text.get_text() for text in below.get_yticklabels()] == ["e0", "e1", "e2"]


def test_certainty_is_told_by_colour_and_shape_and_what_it_turns_on_is_bold() -> None:
    ax = specifications(made(2.0, 1.0, certainties=("low", "moderate")))
    assert {found.get_gid() for found in ax.collections if found.get_gid()} == {"low", "moderate"}
    assert len(set(LEVELS.values())) == len(LEVELS)
    below = ax.figure.axes[1]
    assert {text.get_fontweight() for text in below.get_yticklabels()} == {"bold"}
    same = specifications(made(2.0, 2.1)).figure.axes[1]
    assert {text.get_fontweight() for text in same.get_yticklabels()} == {"normal"}


def test_of_very_many_as_many_are_drawn_and_the_main_one_is_among_them() -> None:
    many = made(*np.linspace(3, 5, 3 * MOST).tolist()[100:], *np.linspace(1, 2.9, 100).tolist())
    ax = specifications(many)
    (marks,) = [found for found in ax.collections if found.get_gid() == "low"]
    assert MOST <= len(np.asarray(marks.get_offsets())) <= MOST + 1
    assert [patch for patch in ax.patches if patch.get_gid() == "main"]
    assert any("are drawn" in text.get_text() for text in ax.texts)


def test_no_share_is_offered_as_a_probability() -> None:
    ax = specifications(made(2.0, 1.0))
    assert any("no probability" in text.get_text() for text in ax.texts)


def test_one_estimate_is_no_curve() -> None:
    with pytest.raises(NotEstimable, match="no two"):
        specifications(made(2.0))


def test_it_is_drawn_on_the_axes_given() -> None:
    import matplotlib.pyplot as plt

    _, given = plt.subplots()
    assert specifications(made(2.0, 1.0), ax=given) is given

"""The plots of a pool: each draws what the numeric functions give for the body's effects."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_hex

from reviewkit.certainty import Counted
from reviewkit.effects.tails import normal_quantile
from reviewkit.errors import NotEstimable, UserError
from reviewkit.plots import baujat, funnel, gosh, influence, leave_one_out
from reviewkit.plots.comparable import comparable
from reviewkit.plots.funnel import CONTOURS
from reviewkit.plots.theme import CATEGORIES
from reviewkit.review import GradedBody
from reviewkit.synthesis import baujat as coordinates
from reviewkit.synthesis import gosh as pools
from reviewkit.synthesis import influence as measures
from reviewkit.synthesis import leave_one_out as without_each
from reviewkit.synthesis import pool
from tests.unit.plots.making import (
    body,
    effect,
    figure_of,
    graded,
    marked,
    points,
    result,
    texts,
    xs,
    ys,
)

EFFECTS = [(0.2, 0.4), (0.5, 0.6), (-0.1, 0.8), (3.0, 0.5)]
Plot = Callable[..., Axes]
PLOTS: tuple[Plot, ...] = (funnel, baujat, influence, leave_one_out, gosh)
each_plot = pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.__name__)


def results(**scale: Any) -> list[Counted]:
    return [
        result(f"s{place}-2000#x", effect(y, margin, **scale))
        for place, (y, margin) in enumerate(EFFECTS)
    ]


def found_body(**scale: Any) -> GradedBody:
    return body(graded(results(**scale)))


def arrays() -> tuple[list[float], list[float]]:
    return [y for y, _ in EFFECTS], [(margin / 2) ** 2 for _, margin in EFFECTS]


def together(ax: Axes, gid: str) -> list[tuple[float, float]]:
    (line,) = marked(ax, gid)
    return list(zip(xs(line), ys(line), strict=True))


@each_plot
def test_results_on_two_scales_are_refused(plot: Plot) -> None:
    mixed = [result("a-2000#x", effect(1, 1)), result("b-2000#x", effect(1, 1), unit="cm")]
    with pytest.raises(NotEstimable, match="on one scale"):
        plot(body(graded(mixed)))


@each_plot
def test_a_result_without_an_interval_is_not_dropped_in_silence(plot: Plot) -> None:
    with pytest.raises(NotEstimable, match="for each of 5 results"):
        plot(body(graded([*results(), result("t-2000#x")])))


@each_plot
def test_one_study_is_refused(plot: Plot) -> None:
    with pytest.raises(NotEstimable, match="thickness has fewer than two results that count"):
        plot(body(graded(results()[:1])))


@each_plot
def test_the_title_tells_the_certainty(plot: Plot) -> None:
    assert plot(found_body()).get_title(loc="left") == "thickness: very low certainty"


@each_plot
def test_a_plot_draws_on_the_axes_it_is_given(plot: Plot) -> None:
    ax = plot(found_body())
    assert plot(found_body(), ax=figure_of(ax).add_subplot()) is not ax


def test_two_results_of_a_study_go_by_their_own_names() -> None:
    two = [result("a-2000#x", effect(1, 1)), result("a-2000#y", effect(2, 1))]
    assert comparable(graded(two)).names == ("a-2000#x", "a-2000#y")


def test_the_pool_is_made_as_the_main_analysis_makes_it() -> None:
    common = comparable(graded(results(), specification={"estimator": "DL", "test": "z"}))
    y, v = arrays()
    assert common.pooled() == pool(y, v, method="DL", test="z")


def test_a_funnel_has_effects_across_and_their_errors_down() -> None:
    ax = funnel(found_body())
    y, v = arrays()
    assert np.array(together(ax, "study")) == pytest.approx(np.array([y, np.sqrt(v)]).T)
    low, high = ax.get_ylim()
    assert high == 0 < low


def test_the_pseudo_limits_start_at_the_pool_and_are_1_96_errors_away() -> None:
    ax = funnel(found_body())
    (left, down), (top, zero), (right, _) = together(ax, "region")
    y, v = arrays()
    centre, reach = pool(y, v).estimate, normal_quantile(0.95) * down
    assert zero == 0
    assert [left, top, right] == pytest.approx([centre - reach, centre, centre + reach])


@pytest.mark.parametrize("p", [p for p, _ in CONTOURS])
def test_contours_are_where_one_study_has_that_p_against_no_effect(p: float) -> None:
    ax = funnel(found_body())
    (region,) = (c for c in ax.collections if c.get_gid() == f"p-{p:g}")
    assert isinstance(region, PolyCollection)
    corners = np.asarray(region.get_paths()[0].vertices)
    lowest = corners[:, 1].max()
    assert corners[:, 0].max() == pytest.approx(normal_quantile(1 - p) * lowest)
    assert corners[:, 0].min() == pytest.approx(-normal_quantile(1 - p) * lowest)


def test_a_funnel_of_ratios_is_on_a_logarithmic_axis() -> None:
    ax = funnel(found_body(measure="RR", scale="log"))
    assert ax.get_xscale() == "log"
    assert [x for x, _ in together(ax, "study")] == [pytest.approx(np.exp(y)) for y, _ in EFFECTS]


def test_a_funnel_of_proportions_has_no_contours_around_no_effect() -> None:
    ax = funnel(found_body(measure="PR"))
    assert not [c for c in ax.collections if str(c.get_gid()).startswith("p-")]


@pytest.mark.parametrize(("k", "says"), [(9, True), (10, False)])
def test_fewer_than_ten_studies_are_said_to_tell_nothing_by_their_shape(
    k: int, *, says: bool
) -> None:
    many = [result(f"s{i}-2000#x", effect(i / 10, 0.3 + i / 10)) for i in range(k)]
    legend = funnel(body(graded(many))).get_legend()
    assert legend is not None
    assert ("no asymmetry can be judged" in legend.get_title().get_text()) is says


def test_a_funnel_names_the_studies_outside_the_limits_alone() -> None:
    y, v = arrays()
    centre = pool(y, v).estimate
    outside = [
        f"s{place}-2000"
        for place, (each, var) in enumerate(zip(y, v, strict=True))
        if abs(each - centre) > normal_quantile(0.95) * sqrt(var)
    ]
    assert sorted(texts(funnel(found_body()))) == outside
    assert 0 < len(outside) < len(EFFECTS)


def test_baujats_plot_has_what_the_function_gives() -> None:
    ax = baujat(found_body())
    wanted = coordinates(*arrays())
    assert together(ax, "study") == list(zip(wanted.x.tolist(), wanted.y.tolist(), strict=True))
    assert sorted(texts(ax)) == [f"s{place}-2000" for place in range(len(EFFECTS))]


def test_influence_is_residual_against_cooks_distance_and_filled_where_marked() -> None:
    ax = influence(found_body())
    wanted = measures(*arrays())
    marks = [*marked(ax, "study"), *marked(ax, "influential")]
    assert sorted((xs(mark)[0], ys(mark)[0]) for mark in marks) == sorted(
        zip(wanted.studentised.z.tolist(), wanted.cooks_distance.tolist(), strict=True)
    )
    filled = [xs(mark)[0] for mark in marked(ax, "influential")]
    assert filled == wanted.studentised.z[wanted.influential].tolist()
    assert len(filled) == 1
    assert {mark.get_markerfacecolor() for mark in marked(ax, "study")} == {"white"}


def test_residuals_beyond_the_lines_are_one_in_twenty() -> None:
    edges = sorted(xs(line)[0] for line in marked(influence(found_body()), "edge"))
    assert edges == pytest.approx([-1.959964, 1.959964])


def test_leaving_out_has_a_row_for_all_and_one_without_each_study() -> None:
    ax = leave_one_out(found_body())
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == ["all 4", *(f"without s{place}-2000" for place in range(len(EFFECTS)))]
    fits = without_each(*arrays(), test="hksj-floor")
    whole = pool(*arrays())
    assert [xs(mark)[0] for mark in marked(ax, "pooled")] == [whole.estimate, *fits.estimate]
    assert [xs(line) for line in marked(ax, "interval")] == [
        [whole.ci.lower, whole.ci.upper],
        *([low, high] for low, high in zip(fits.lower, fits.upper, strict=True)),
    ]


def subsets(ax: Axes) -> PathCollection:
    (found,) = (c for c in ax.collections if c.get_gid() == "subset")
    assert isinstance(found, PathCollection)
    return found


def test_gosh_draws_every_subset_of_two_or_more() -> None:
    dots = subsets(gosh(found_body()))
    fits = pools(*arrays()).fits
    wanted = [(e, i) for e, i, k in zip(fits.estimate, fits.i2, fits.k, strict=True) if k > 1]
    assert len(wanted) == 2**4 - 1 - 4
    assert np.array(points(dots)) == pytest.approx(np.array(wanted))


def test_subsets_with_a_study_are_told_from_those_without() -> None:
    dots = subsets(gosh(found_body(), study="s3-2000"))
    colours = [to_hex(colour).upper() for colour in dots.get_facecolors()]  # type: ignore[attr-defined]
    held = [include[3] for include in pools(*arrays()).include if include.sum() > 1]
    assert colours == [CATEGORIES[0] if has else CATEGORIES[1] for has in held]


def test_a_study_that_does_not_count_is_refused_with_those_that_do() -> None:
    with pytest.raises(UserError, match=r"nobody-2000 does not count in thickness; .* s0-2000"):
        gosh(found_body(), study="nobody-2000")


def test_of_many_studies_so_many_subsets_are_drawn_at_random_and_always_the_same() -> None:
    many = body(graded([result(f"s{i}-2000#x", effect(i / 10, 0.3 + i / 20)) for i in range(15)]))
    first, second = (points(subsets(gosh(many))) for _ in range(2))
    assert first == second
    assert 9_900 < len(first) <= 10_000

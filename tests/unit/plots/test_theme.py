from __future__ import annotations

import itertools

import matplotlib as mpl
import pytest
import seaborn as sns
from matplotlib.colors import to_rgb

from reviewkit.plots.theme import CATEGORIES, MARKERS, SEVERITY, drawn_on, theme
from reviewkit.verdict import SEVERITIES
from tests.unit.plots.making import figure_of

APART = 10.0
"""Steps of lightness (CIE L*, 0 to 100) that are told apart on a grey printer."""


def lightness(colour: str) -> float:
    """CIE L* of an sRGB colour (IEC 61966-2-1, CIE 15)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return float(116 * luminance ** (1 / 3) - 16)


def test_nothing_is_changed_outside() -> None:
    before = dict(mpl.rcParams)
    with theme():
        assert dict(mpl.rcParams) != before
    assert dict(mpl.rcParams) == before


def test_nothing_is_changed_outside_when_drawing_fails() -> None:
    before = dict(mpl.rcParams)
    with pytest.raises(RuntimeError), theme():
        raise RuntimeError
    assert dict(mpl.rcParams) == before


def test_what_a_backend_sets_as_it_loads_stays() -> None:
    before = mpl.rcParams["interactive"]
    with theme():
        mpl.rcParams["interactive"] = not before
    try:
        assert mpl.rcParams["interactive"] is not before
    finally:
        mpl.rcParams["interactive"] = before


def test_the_theme_is_a_seaborn_style_with_the_houses_settings() -> None:
    with theme():
        assert mpl.rcParams["xtick.bottom"] == sns.axes_style("ticks")["xtick.bottom"]
        assert mpl.rcParams["axes.titlelocation"] == "left"


def test_severities_darken_so_that_grey_keeps_their_order() -> None:
    assert tuple(SEVERITY) == SEVERITIES
    steps = itertools.pairwise([lightness(colour) for colour in SEVERITY.values()])
    assert all(lighter - darker > APART for lighter, darker in steps)


def test_the_first_two_categories_are_told_apart_in_grey_and_all_by_their_shape() -> None:
    assert abs(lightness(CATEGORIES[0]) - lightness(CATEGORIES[1])) > APART
    assert len(set(MARKERS)) == len(MARKERS) == len(CATEGORIES) == len(set(CATEGORIES))


def test_lightness_is_that_of_the_standard() -> None:
    assert lightness("white") == pytest.approx(100, abs=0.01)
    assert lightness("#777777") == pytest.approx(50.03, abs=0.01)


def test_axes_that_are_given_are_drawn_on() -> None:
    mine = drawn_on(None, height=3, width=4)
    assert drawn_on(mine, height=9) is mine
    assert tuple(figure_of(mine).get_size_inches()) == (4, 3)

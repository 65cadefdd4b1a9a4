from __future__ import annotations

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.text import Annotation

from reviewkit.plots.names import ASIDE, SIZE, names

NAME = "study-2000"


def axes() -> Axes:
    _, ax = plt.subplots(figsize=(8, 4))
    ax.set_xlim(0, 100)
    ax.set_ylim(0, 100)
    return ax


def written(*studies: tuple[float, float]) -> list[Annotation]:
    ax = axes()
    names(ax, [(x, y, NAME) for x, y in studies])
    placed = [text for text in ax.texts if isinstance(text, Annotation)]
    return sorted(
        placed, key=lambda text: [tuple(text.xy) == study for study in studies].index(True)
    )


def offset(text: Annotation) -> tuple[float, float]:
    x, y = text.xyann
    return float(x), float(y)


def test_a_name_stands_right_of_its_mark() -> None:
    (text,) = written((50, 50))
    assert (text.get_horizontalalignment(), offset(text)[0]) == ("left", ASIDE)


def test_a_name_stands_left_of_a_mark_with_another_on_the_right() -> None:
    first, second = written((50, 50), (55, 50))
    assert (first.get_horizontalalignment(), second.get_horizontalalignment()) == ("right", "left")


def test_a_name_does_not_go_over_the_left_edge() -> None:
    first, _ = written((2, 50), (6, 50))
    assert first.get_horizontalalignment() == "left"


def test_a_name_between_two_marks_stands_above() -> None:
    _, middle, _ = written((45, 50), (50, 50), (55, 50))
    assert middle.get_horizontalalignment() == "center"
    assert offset(middle)[1] > 0


def test_the_lower_of_two_names_that_would_touch_is_written_lower() -> None:
    upper, lower = written((50, 50.5), (50, 50))
    assert offset(upper)[1] - offset(lower)[1] > 0.5
    plain = offset(written((50, 50))[0])[1]
    assert offset(lower)[1] < plain - SIZE / 2

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.axes import Axes

from reviewkit.evidence.extent import ACCESS, read_of, size_of
from reviewkit.plots import designs
from reviewkit.plots.designs import READ
from reviewkit.plots.labels import words
from reviewkit.review import Graded
from tests.unit.builder import Folder
from tests.unit.plots.making import marked, texts, xs, ys


def names(ax: Axes) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


def drawn(ax: Axes) -> list[tuple[str, str, float]]:
    """Return design, what was read, and people of every mark."""
    rows = names(ax)
    return sorted(
        (rows[round(ys(mark)[0])], access, xs(mark)[0])
        for access in READ
        for mark in marked(ax, access)
    )


def test_every_study_of_known_size_is_drawn_in_its_row_with_its_mark(review: Graded) -> None:
    studies = review.evidence.studies.values()
    expected = sorted(
        (words(study.design.type), read_of(study), float(size))
        for study in studies
        if (size := size_of(study)) is not None
    )
    assert len(expected) > 100
    assert drawn(designs(review.evidence)) == expected


def test_every_study_is_counted_and_those_not_drawn_are_said(review: Graded) -> None:
    ax = designs(review.evidence)
    studies = list(review.evidence.studies.values())
    rows = len(names(ax))
    written = texts(ax)
    assert written[0] == "studies"
    assert sum(int(text) for text in written[1 : rows + 1]) == len(studies)
    missing = [int(text) for text in written[rows + 2 :] if text]
    assert sum(missing) == sum(size_of(study) is None for study in studies)


@pytest.mark.parametrize("studies", [1, 4, 12])
def test_marks_that_would_touch_stand_above_each_other_within_their_row(
    tmp_path: Path, studies: int
) -> None:
    folder = Folder(tmp_path)
    for number in range(studies):
        folder.study(f"study-{number}")
    places = [ys(mark)[0] for mark in marked(designs(folder.load()), "full-text")]
    assert len({round(place, 6) for place in places}) == studies
    assert max(map(abs, places)) <= 0.5


def test_whatever_can_be_read_has_a_mark() -> None:
    assert tuple(READ) == ACCESS


def test_marks_differ_in_shape_or_filling() -> None:
    looks = {(shape, face == "white") for _, shape, face in READ.values()}
    assert len(looks) == len(READ)


def test_the_legend_tells_what_is_drawn_and_no_more(tmp_path: Path) -> None:
    legend = designs(Folder(tmp_path).study("alpha").load()).get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["full text"]

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from matplotlib.axes import Axes

from reviewkit.errors import UnknownName
from reviewkit.evidence.doses import doses as doses_of
from reviewkit.plots import doses
from reviewkit.plots.doses import OTHERS
from reviewkit.review import Graded
from tests.unit.builder import Folder
from tests.unit.plots.making import marked, texts, xs, ys

OF = ("scalp-massage", "head-massage")


def drawn(ax: Axes, group: str) -> Counter[tuple[float, float]]:
    return Counter((xs(mark)[0], ys(mark)[0]) for mark in marked(ax, group))


def test_every_arm_of_known_dose_is_drawn_at_its_dose(review: Graded) -> None:
    ax = doses(review.evidence, of=OF)
    known = doses_of(review.evidence).dropna(subset=["minutes", "sessions"])
    assert len(known) > 10
    for group in OF:
        own = known[known["intervention"] == group]
        assert drawn(ax, group) == Counter(zip(own["minutes"], own["sessions"], strict=True))
    others = known[~known["intervention"].isin(OF)]
    assert drawn(ax, OTHERS) == Counter(zip(others["minutes"], others["sessions"], strict=True))


def test_the_legend_says_how_many_arms_are_not_drawn(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", "arms: {bath: {sessions: '3'}}").study("beta")
    legend = doses(folder.load(), of=["bath"]).get_legend()
    assert legend is not None
    told = [text.get_text() for text in legend.get_texts()]
    assert told == ["a warm bath: 1 of 2 arms", "other treatments: 0 of 0 arms"]


def test_arms_of_one_dose_stand_apart_on_the_page(tmp_path: Path) -> None:
    dose = "arms: {bath: {sessions: '3'}}"
    folder = Folder(tmp_path).study("alpha", dose).study("beta", dose).study("gamma", dose)
    marks = marked(doses(folder.load(), of=["bath"]), "bath")
    assert len({(xs(mark)[0], ys(mark)[0]) for mark in marks}) == 1
    places = {tuple(m.get_transform().transform((xs(m)[0], ys(m)[0])).round(1)) for m in marks}
    assert len(places) == 3


def test_arms_of_the_first_group_alone_are_named(review: Graded) -> None:
    written = texts(doses(review.evidence, of=OF))
    known = doses_of(review.evidence).dropna(subset=["minutes", "sessions"])
    first = set(known.loc[known["intervention"] == OF[0], "study"])
    assert first
    assert first <= set(written)
    assert not set(known.loc[known["intervention"] == OF[1], "study"]) & set(written)


def test_a_line_holds_doses_of_one_total_time(review: Graded) -> None:
    ax = doses(review.evidence)
    lines = [line for line in ax.lines if len(xs(line)) == 2]
    assert lines
    for line in lines:
        first, last = (x * y for x, y in zip(xs(line), ys(line), strict=True))
        assert first == pytest.approx(last, rel=1e-9)
    hour = next(line for line in lines if xs(line)[0] * ys(line)[0] == pytest.approx(60, rel=1e-9))
    assert hour.get_visible()
    assert "1 hour in all" in texts(ax)


def test_groups_differ_in_shape_or_filling(review: Graded) -> None:
    ax = doses(review.evidence, of=OF)
    looks = {
        (m.get_marker(), m.get_markerfacecolor()) for g in (*OF, OTHERS) for m in marked(ax, g)
    }
    assert len(looks) == 3


def test_a_review_without_a_known_dose_draws_none(tmp_path: Path) -> None:
    ax = doses(Folder(tmp_path).study("alpha").load(), of=["bath"])
    assert len(ax.lines) == 0


def test_an_intervention_that_is_not_there_is_not_passed_over(review: Graded) -> None:
    with pytest.raises(UnknownName, match="scalp-massage"):
        doses(review.evidence, of=["scalp-masage"])

"""Figures of a report: for bodies that are counted by direction, the same bytes every time."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reviewkit.report.figures import direction_figure, harvest_figure, not_pooled
from reviewkit.report.files import report_files
from reviewkit.review import Graded
from tests.unit.builder import Folder


@pytest.fixture
def graded(tmp_path: Path) -> Graded:
    """One body that is pooled, one that is counted, one with a single study."""
    folder = Folder(tmp_path)
    for name in ("alpha", "beta"):
        folder.study(name)
    for name in ("gamma", "delta"):
        folder.study(name, onset="groups: (left out)\ndirection: decreases")
    for body, first, second in (("pooled", "alpha", "beta"), ("counted", "gamma", "delta")):
        folder.body(body, f"uses: [{{result: {first}#onset}}, {{result: {second}#onset}}]")
    folder.body("alone", "uses: [{result: gamma#onset}]")
    return folder.grade()


def test_only_several_studies_that_are_not_pooled_have_a_figure(graded: Graded) -> None:
    assert not_pooled(graded) == ("counted",)
    files = report_files(graded)
    assert {name for name in files if name.endswith(".svg")} == {
        "bodies/counted.svg",
        "harvest.svg",
    }
    assert '<img src="counted.svg" alt="Of 2 studies, 0 up, 2 down' in files["bodies/counted.html"]
    assert '<img src="harvest.svg"' in files["bodies.html"]
    assert "<figure>" not in files["bodies/pooled.html"]


def test_a_figure_is_whole_and_the_same_every_time(graded: Graded) -> None:
    for figure in (direction_figure(graded, "counted"), harvest_figure(graded, ["counted"])):
        root = ET.fromstring(figure.svg)  # noqa: S314 written here
        assert root.tag.endswith("svg")
        assert "dc:date" not in figure.svg
        assert figure.alt.endswith(".")
    assert direction_figure(graded, "counted") == direction_figure(graded, "counted")
    assert harvest_figure(graded, ["counted"]) == harvest_figure(graded, ["counted"])

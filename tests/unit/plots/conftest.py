"""Figures are drawn in memory, closed after each test, and never shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

import reviewkit
from reviewkit.review import Graded


@pytest.fixture(autouse=True)
def _in_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    mpl.use("Agg")

    def shown(*_: object, **__: object) -> None:
        pytest.fail("a plot function leaves it to its caller to show the figure")

    monkeypatch.setattr(plt, "show", shown)
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def review(root: Path) -> Graded:
    """The review of this repository, graded: the figures are of it, so they are drawn from it."""
    return reviewkit.grade(reviewkit.load(root / "evidence" / "head-massage"))

"""The review of this repository, graded once."""

from __future__ import annotations

from pathlib import Path

import pytest

import reviewkit
from reviewkit.review import Graded


@pytest.fixture(scope="session")
def review(root: Path) -> Graded:
    return reviewkit.grade(reviewkit.load(root / "evidence" / "head-massage"))

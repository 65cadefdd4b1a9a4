"""A copy of the small sound review, to change in one place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

SOUND = Path(__file__).resolve().parents[2] / "functional" / "sound"

Edit = Callable[[str, str, str], None]


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """The folder of the copy."""
    return Path(shutil.copytree(SOUND, tmp_path / "review"))


@pytest.fixture
def edit(review: Path) -> Edit:
    """A function that replaces the one place where a text stands in a file of the copy."""

    def change(file: str, old: str, new: str) -> None:
        text = (review / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (review / file).write_text(text.replace(old, new), encoding="utf-8")

    return change

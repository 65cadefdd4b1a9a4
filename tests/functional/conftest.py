"""What the tests of the command line share: a cache of their own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep indexes away from the user's cache."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("REVIEWKIT_CACHE", str(folder))
    return folder

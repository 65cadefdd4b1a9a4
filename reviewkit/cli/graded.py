"""Evidence loaded and graded for a command, with a word on what takes long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reviewkit.cli.progress import doing

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence
    from reviewkit.review import Graded


def loaded(folder: Path) -> Evidence:
    """Return a review's evidence; raises `InvalidEvidence` with every finding."""
    with doing(f"reading {folder}"):
        from reviewkit.evidence import load

        return load(folder)


def graded(folder: Path) -> Graded:
    """Return a review, graded."""
    evidence = loaded(folder)
    with doing(f"grading {len(evidence.claims)} claims of {evidence.review.id}"):
        from reviewkit.review import grade

        return grade(evidence)

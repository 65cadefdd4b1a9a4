"""The p values of a body that is not pooled: which are taken, from where, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.report.p_values import combined_text, p_values
from tests.unit.builder import Folder

PRINTED = "{groups: (left out), direction: decreases, significant: 'yes', p: '%s'}"


def folder(tmp_path: Path, *printed: str) -> Folder:
    """A body of trials that print a direction and a p each, and no numbers."""
    found = Folder(tmp_path)
    names = []
    for position, p in enumerate(printed):
        names.append(f"trial-{position}")
        found.study(names[-1], onset=PRINTED % p)
    return found.body("onset", f"uses: [{', '.join(f'{{result: {n}#onset}}' for n in names)}]")


@pytest.mark.parametrize(
    ("printed", "taken"),
    [("0.03", 0.03), ("< .05", 0.05), ("> .05", 1.0), ("0.01 to 0.02", 0.02), ("0.000", None)],
)
def test_a_printed_p_is_taken_at_its_cautious_end(
    tmp_path: Path, printed: str, taken: float | None
) -> None:
    graded = folder(tmp_path, printed, "0.5").grade()
    first, *_ = p_values(graded.evidence, graded.bodies["onset"].main)
    assert (first.p if first.result == "trial-0#onset" else None) == taken


def test_what_is_told_names_the_studies_the_question_and_what_is_missing(tmp_path: Path) -> None:
    graded = folder(tmp_path, "0.03", "< .05", "not in what was read").grade()
    told = combined_text(graded.evidence, graded.bodies["onset"].main)
    assert told is not None
    assert told.startswith(
        "2 of 3 studies give a p value and a direction (trial-0#onset, p = .03 printed; "
        "trial-1#onset, p < .05 printed)."
    )
    assert "whether at least one study has an effect, not how large it is" in told
    assert "Studies that print none may well have found nothing. No grade rests on it." in told


def test_results_that_are_opposite_cancel_out(tmp_path: Path) -> None:
    found = folder(tmp_path, "0.04", "0.04")
    found.change("studies/trial-1.yaml", "results: {onset: {direction: increases}}")
    graded = found.grade()
    told = combined_text(graded.evidence, graded.bodies["onset"].main)
    assert told is not None
    assert "z = 0 either way, p = 1.00" in told or "z = 0 either way, p > .99" in told


def test_nothing_is_told_of_one_p_or_of_a_pooled_body(tmp_path: Path) -> None:
    graded = folder(tmp_path, "0.03", "not in what was read").grade()
    assert combined_text(graded.evidence, graded.bodies["onset"].main) is None
    pooled = Folder(tmp_path / "pooled").study("alpha").study("beta")
    pooled.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    graded = pooled.grade()
    assert graded.bodies["onset"].main.synthesis.kind == "pooled"
    assert combined_text(graded.evidence, graded.bodies["onset"].main) is None

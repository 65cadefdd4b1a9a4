"""The words for people: those of the verdicts are the ones that the report has."""

from __future__ import annotations

import pytest

from reviewkit.prose.output.words import called, verdict
from reviewkit.verdict import Ruling
from reviewkit.verdict.ruling import WORDS, Word


@pytest.mark.parametrize("said", WORDS)
@pytest.mark.parametrize(
    "certainty", [None, "none", "not graded", "very low", "low", "moderate", "high"]
)
def test_a_verdict_reads_as_in_the_report(said: Word, certainty: str | None) -> None:
    ruling = Ruling(
        route="benefit", verdict=said, severity="none", reason="", allowed=None, certainty=certainty
    )
    assert verdict({"verdict": said, "certainty": certainty or ""}) == ruling.shown


def test_a_code_without_a_name_is_called_by_itself() -> None:
    assert (called("P101"), called("P999")) == ("overstated", "P999")

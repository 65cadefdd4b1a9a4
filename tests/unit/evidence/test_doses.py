from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from reviewkit.evidence.doses import WEEKS_A_MONTH, doses, per_week
from tests.unit.builder import Folder


def dose(folder: Path, piece: str) -> pd.Series:
    """Return the dose of the treated arm of one study."""
    evidence = Folder(folder).study("alpha", f"arms: {{bath: {piece}}}").load()
    found = doses(evidence)
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize(
    ("times", "a_week"),
    [
        ("daily", 7),
        ("1 per day", 7),
        ("once a day", 7),
        ("three times a day", 3 * 7),
        ("2 per week", 2),
        ("twice a week on average", 2),
        ("once a month", 1 / WEEKS_A_MONTH),
    ],
)
def test_a_plain_rhythm_is_read(times: str, a_week: float) -> None:
    assert per_week(times) == pytest.approx(a_week, rel=1e-12)


@pytest.mark.parametrize(
    "times", ["not sought", "daily for 8 weeks, then every other day", "as often as they liked", ""]
)
def test_what_is_no_plain_rhythm_is_not_guessed(times: str) -> None:
    assert per_week(times) is None


def test_a_control_is_no_dose(tmp_path: Path) -> None:
    evidence = Folder(tmp_path).study("alpha").load()
    assert set(evidence.studies["alpha"].arms) == {"bath", "none"}
    assert list(doses(evidence)["arm"]) == ["bath"]


def test_sessions_are_times_a_week_by_weeks_and_say_so(tmp_path: Path) -> None:
    found = dose(tmp_path, "{minutes: '15', times: twice a week, weeks: '10'}")
    assert (found["minutes"], found["sessions"]) == (15, 2 * 10)
    assert found["derived"]


def test_printed_sessions_come_before_derived_ones(tmp_path: Path) -> None:
    found = dose(tmp_path, "{times: twice a week, weeks: '10', sessions: '18'}")
    assert found["sessions"] == 18
    assert not found["derived"]


def test_months_are_weeks(tmp_path: Path) -> None:
    found = dose(tmp_path, "{times: once a week, months: '12'}")
    assert found["sessions"] == pytest.approx(365.25 / 7, rel=1e-12)


def test_a_printed_range_stands_for_its_middle(tmp_path: Path) -> None:
    assert dose(tmp_path, "{minutes: 11 to 20}")["minutes"] == (11 + 20) / 2


@pytest.mark.parametrize("piece", ["{times: daily}", "{weeks: '4'}", "{minutes: not reported}"])
def test_half_a_dose_is_none(tmp_path: Path, piece: str) -> None:
    found = dose(tmp_path, piece)
    assert pd.isna(found["sessions"])
    assert not found["derived"]


def test_a_review_without_arms_has_a_frame_all_the_same(tmp_path: Path) -> None:
    evidence = Folder(tmp_path).study("alpha", "{arms: (left out), results: (left out)}").load()
    found = doses(evidence)
    assert found.empty
    assert "minutes" in found

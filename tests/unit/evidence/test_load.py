"""From a folder to records and frames: what is kept, what is refused, where everything stands."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reviewkit.errors import InvalidEvidence, UnknownName
from reviewkit.evidence import check, load
from reviewkit.records import Missing
from reviewkit.reported import Reported
from tests.unit.evidence.conftest import SOUND, Edit

KOYAMA, BERGGREEN = "studies/koyama-2016.yaml", "studies/berggreen-2012.yaml"


def test_records_by_kind_in_the_order_of_their_ids() -> None:
    evidence = load(SOUND)
    assert evidence.folder == SOUND
    assert evidence.review.id == "sound"
    assert evidence.findings == ()
    assert list(evidence.studies) == ["berggreen-2012", "english-barazesh-2019", "koyama-2016"]
    assert list(evidence.bodies) == ["hair-thickness", "headache-intensity"]
    assert list(evidence.claims) == [
        "hair-thickness-increase",
        "headache-relief",
        "survey-figures",
    ]
    assert list(evidence.sources) == ["001", "003"]
    assert evidence.vocabulary.outcomes["hair-thickness"] == ("thickness", "thicker hair")


def test_path_may_be_text() -> None:
    assert load(str(SOUND)).review == load(SOUND).review


def test_vocabulary_may_be_left_out(review: Path) -> None:
    (review / "vocabulary.yaml").unlink()
    assert load(review).vocabulary.outcomes == {}


def test_trailing_zero_survives_from_file_to_frames(review: Path, edit: Edit) -> None:
    edit(KOYAMA, "before: {mean: 0.085,", "before: {mean: 3.50,")
    evidence = load(review)
    number = evidence.value("koyama-2016#results.thickness-24w.before.mean")
    assert isinstance(number, Reported)
    assert (str(number), number.decimals, float(number)) == ("3.50", 2, 3.5)
    numbers = evidence.frames()["numbers"].set_index(["result", "field"])
    row = numbers.loc[[("koyama-2016#thickness-24w", "before.mean")]].to_dict("records")
    assert row == [
        {
            "printed": "3.50",
            "value": 3.5,
            "decimals": 2,
            "relation": "=",
            "unit": "mm",
            "place": f"{review.as_posix()}/{KOYAMA}:31:20",
        }
    ]


def test_what_is_printed_with_signs_is_read_once(review: Path, edit: Edit) -> None:
    edit(BERGGREEN, "p: 0.047", "p: < .001")
    edit(BERGGREEN, "value: -8.8", "value: −8.8")
    evidence = load(review)
    p = evidence.value("berggreen-2012#results.morning-pain.p")
    value = evidence.value("berggreen-2012#results.morning-pain.estimate.value")
    assert (p.relation, float(p), str(p)) == ("<", 0.001, "< .001")
    assert (float(value), str(value)) == (-8.8, "−8.8")


def test_kinds_of_absence_stay_apart(review: Path, edit: Edit) -> None:
    edit(BERGGREEN, "blinding: not in what was read", "blinding: not reported")
    studies = load(review).studies
    assert studies["koyama-2016"].design.allocation is Missing.NOT_IN_WHAT_WAS_READ
    assert studies["berggreen-2012"].design.blinding is Missing.NOT_REPORTED
    assert studies["koyama-2016"].design.blinding is Missing.NOT_SOUGHT  # left out


def test_lookups() -> None:
    evidence = load(SOUND)
    study, result = evidence.result("koyama-2016#thickness-24w")
    assert (study.id, result.outcome) == ("koyama-2016", "hair-thickness")
    assert evidence.claim("headache-relief").kind == "benefit"
    with pytest.raises(UnknownName, match='no claim is called "headache"; did you mean'):
        evidence.claim("headache")


def test_place_of_a_value_is_its_line_and_column() -> None:
    evidence = load(SOUND)
    span = evidence.place("studies", "koyama-2016", ("population", "n", "enrolled"))
    lines = (SOUND / KOYAMA).read_text(encoding="utf-8").splitlines()
    assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == "9"
    assert str(evidence.place("top", "review", ("title",))).endswith("review.yaml:2:8")


def test_frames_have_a_row_for_each_record() -> None:
    evidence = load(SOUND)
    frames = evidence.frames()
    assert {name: len(frame) for name, frame in frames.items()} == {
        "studies": 3,
        "arms": 2 + 2 + 1,
        "results": 3,
        "numbers": 4 + 2 + 4 + 1 + 1,  # Koyama's means and ±; Berggreen's n, MD and p; English's %
        "appraisals": 0,
        "claims": 3,
        "mentions": 2 + 1 + 1,
    }
    studies = frames["studies"].set_index("study")
    assert studies.loc["english-barazesh-2019", "n_reached"] == "1,899"
    assert studies.loc["koyama-2016", "n_analysed"] == "not in what was read"
    results = frames["results"].set_index("result")
    assert results.loc["berggreen-2012#morning-pain", "access"] == "abstract"
    mentions = frames["mentions"]
    assert mentions["wording"].tolist() == [3, 2, 2, 3]


def test_warnings_and_hints_do_not_keep_evidence_back(review: Path) -> None:
    (review / "claims" / "more").symlink_to(Path("..") / "studies")
    evidence = load(review)
    assert [finding.code for finding in evidence.findings] == ["R021"]


def test_one_error_is_counted_as_one(review: Path, edit: Edit) -> None:
    edit(KOYAMA, "n: {enrolled: 9,", "n: {enrolled: nine,")
    with pytest.raises(InvalidEvidence, match=r"^1 error in "):
        load(review)


@pytest.mark.parametrize(("today", "codes"), [("2026-11-20", ["R207"]), ("2026-11-21", [])])
def test_today_itself_is_no_day_in_the_future(today: str, codes: list[str]) -> None:
    _, findings = check(SOUND, today=dt.date.fromisoformat(today))
    assert sorted({finding.code for finding in findings}) == codes


def test_frames_of_a_review_without_rows_have_their_columns(review: Path) -> None:
    full = load(review).frames()
    for folder in ("studies", "bodies", "claims", "sources"):
        for path in (review / folder).iterdir():
            path.unlink()
    empty, _ = check(review)
    assert empty is not None
    for name, frame in empty.frames().items():
        assert frame.empty
        assert list(frame.columns) == list(full[name].columns)
        assert len(frame.columns) > 5

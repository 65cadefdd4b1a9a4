"""The one shape for bad records, audit flags and problems in prose."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.findings import Finding, Span, ordered, render_all, to_json


def span(line: int = 1, column: int = 1, end: int | None = None, path: str = "a.yaml") -> Span:
    end_column = column + 1 if end is None else end
    return Span(path=path, line=line, column=column, end_line=line, end_column=end_column)


PARTICIPANTS = Finding(
    code="R103",
    severity="error",
    where="arms[0].n",
    message="a count of people must be whole",
    span=span(3, 26, 30, "evidence/sleep/studies/smith-2019.yaml"),
    found="43.5",
    expected="a whole number of participants, at least 1",
    fix="enter the number analysed; put an average across outcomes in `notes`",
    source_line="  - {name: treatment, n: 43.5, mean: 3.50, sd: 1.20}",
)


def test_a_finding_is_printed_in_the_house_shape() -> None:
    assert (
        PARTICIPANTS.render()
        == """\
evidence/sleep/studies/smith-2019.yaml:3:26: error R103 arms[0].n
  3 |   - {name: treatment, n: 43.5, mean: 3.50, sd: 1.20}
    |                          ^^^^
  a count of people must be whole
  found     43.5
  expected  a whole number of participants, at least 1
  fix       enter the number analysed; put an average across outcomes in `notes`"""
    )


def test_labels_stay_aligned_when_names_are_offered() -> None:
    finding = replace(
        PARTICIPANTS,
        where="arms[0].means",
        message="no such field",
        found="means",
        expected=None,
        fix=None,
        did_you_mean=("mean", "mode"),
        span=None,
        source_line=None,
    )
    assert (
        finding.render()
        == """\
error R103 arms[0].means
  no such field
  found         means
  did you mean  mean, mode"""
    )


def test_a_finding_about_a_whole_file_has_no_path_inside_it() -> None:
    finding = Finding(code="R004", severity="error", where="", message="too large", span=span())
    assert finding.render() == "a.yaml:1:1: error R004\n  too large"


def test_several_lines_are_aligned_under_their_label() -> None:
    finding = Finding(code="A001", severity="hint", where="p", message="m", found="one\ntwo")
    assert finding.render().splitlines()[-2:] == ["  found     one", "            two"]


def test_an_empty_text_is_shown_as_one() -> None:
    finding = Finding(code="R103", severity="error", where="n", message="no number", found="")
    assert finding.render().splitlines()[-1] == '  found     ""'


def carets(line: str, column: int, end: int, width: int = 100) -> list[str]:
    finding = replace(PARTICIPANTS, span=span(1, column, end), source_line=line)
    return [row[len("  1 | ") :] for row in finding.render(width=width).splitlines()[1:3]]


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        ("n: 43.5", 4, 8, ["n: 43.5", "   ^^^^"]),
        ("漢字: 43.5", 5, 9, ["漢字: 43.5", " " * (2 * 2 + 2) + "^^^^"]),
        ("who: 日本の男", 6, 10, ["who: 日本の男", "     " + "^^" * 4]),
        ("\tn: 43", 5, 7, ["    n: 43", " " * (4 + 3) + "^^"]),
        ("ab\tn: 43", 7, 9, ["ab  n: 43", " " * (4 + 3) + "^^"]),
        ("cafe\u0301: 1", 8, 9, ["cafe\u0301: 1", " " * (4 + 2) + "^"]),  # é of two characters
        ("n:", 3, 3, ["n:", "  ^"]),  # nothing there: one caret where it should be
        ("n:", 40, 50, ["n:", "  ^"]),  # past the end
        ("x\x1b[31m: 1", 2, 3, [r"x\x1b[31m: 1", " ^^^^"]),
        ("a\u202eb: 1", 5, 6, [r"a\u202eb: 1", "   " + " " * len(r"\u202e") + "^"][:2]),
    ],
)
def test_carets_stand_under_the_span(line: str, column: int, end: int, expected: list[str]) -> None:
    assert carets(line, column, end) == expected


def test_a_span_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    long = Span(path="a.yaml", line=1, column=4, end_line=3, end_column=2)
    rows = replace(PARTICIPANTS, span=long, source_line="n: {a,").render().splitlines()
    assert rows[1:3] == ["  1 | n: {a,", "    |    ^^^"]


def test_a_long_line_is_cut_to_a_window_round_the_span() -> None:
    line = "x" * 500 + "HERE" + "y" * 500
    shown, marks = carets(line, 501, 505, width=40)
    assert shown == "…" + "x" * 18 + "HERE" + "y" * 18 + "…"
    assert marks == " " * 19 + "^^^^"


@pytest.mark.parametrize("column", [1, 20, 490, 500])
def test_a_window_stays_inside_the_line(column: int) -> None:
    line = "".join(chr(ord("a") + i % 26) for i in range(500))
    shown, marks = carets(line, column, column + 1, width=40)
    assert shown[len(marks) - 1] == line[column - 1]
    assert len(shown.strip("…")) == 40


text_of_any_kind = st.text(st.characters(codec=None), max_size=60)


@given(
    line=text_of_any_kind,
    elsewhere=text_of_any_kind,
    column=st.integers(1, 70),
    length=st.integers(0, 70),
    width=st.integers(10, 120),
)
def test_nothing_printed_can_move_the_cursor_or_turn_text_round(
    line: str, elsewhere: str, column: int, length: int, width: int
) -> None:
    finding = replace(
        PARTICIPANTS,
        where=elsewhere,
        message=elsewhere,
        found=elsewhere,
        did_you_mean=(elsewhere,),
        span=span(1, column, column + length, elsewhere),
        source_line=line,
    )
    printed = finding.render(width=width)
    unsafe = {c for c in printed if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}} - {"\n"}
    assert not unsafe
    assert not {"\u202e", "\u2066", "\ufeff"} & set(printed)
    assert printed.splitlines()[2].count("^") >= 1
    printed.encode("utf-8")


def test_findings_are_ordered_by_file_and_place_and_the_worst_comes_first() -> None:
    at = {
        "no file": replace(PARTICIPANTS, span=None),
        "a 2:1 error": replace(PARTICIPANTS, span=span(2)),
        "a 2:1 hint": replace(PARTICIPANTS, span=span(2), severity="hint", code="A001"),
        "a 2:5": replace(PARTICIPANTS, span=span(2, 5)),
        "a 10:1": replace(PARTICIPANTS, span=span(10)),
        "b 1:1": replace(PARTICIPANTS, span=span(1, path="b.yaml")),
    }
    assert ordered(reversed(at.values())) == list(at.values())
    blocks = render_all(reversed(at.values())).split("\n\n")
    assert blocks == [finding.render() for finding in at.values()]


def test_json_has_the_same_fields_flat() -> None:
    assert json.loads(to_json([PARTICIPANTS])) == [
        {
            "path": "evidence/sleep/studies/smith-2019.yaml",
            "line": 3,
            "column": 26,
            "end_line": 3,
            "end_column": 30,
            "severity": "error",
            "code": "R103",
            "where": "arms[0].n",
            "message": "a count of people must be whole",
            "found": "43.5",
            "expected": "a whole number of participants, at least 1",
            "fix": "enter the number analysed; put an average across outcomes in `notes`",
            "did_you_mean": [],
            "source_line": "  - {name: treatment, n: 43.5, mean: 3.50, sd: 1.20}",
        }
    ]


def test_json_without_a_place_has_nulls() -> None:
    (row,) = json.loads(to_json([replace(PARTICIPANTS, span=None)]))
    places = ("path", "line", "column", "end_line", "end_column")
    assert [row[key] for key in places] == [None] * 5


def test_json_keeps_text_readable_and_can_always_be_encoded() -> None:
    finding = replace(PARTICIPANTS, found="日本", span=span(path="bad\udcff.yaml"))
    written = to_json([finding])
    assert "日本" in written
    assert written.encode("utf-8")
    assert json.loads(written)[0]["path"] == "bad\udcff.yaml"


def test_findings_cannot_be_changed_and_can_be_compared() -> None:
    with pytest.raises(FrozenInstanceError):
        PARTICIPANTS.code = "R104"  # type: ignore[misc]  # that it is refused is the test
    assert replace(PARTICIPANTS) == PARTICIPANTS
    assert len({PARTICIPANTS, replace(PARTICIPANTS)}) == 1

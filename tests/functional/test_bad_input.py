"""Bad records: each mistake in a small review gets its finding, whole and alone.

A folder of `bad/` holds the files in which it differs from the review in `sound/`, and
`expected.txt`: all that is said of the two laid over each other.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewkit import source
from reviewkit.errors import InvalidEvidence, UserError
from reviewkit.evidence import check, checks, folder, load, translate
from reviewkit.evidence.codes import CODES
from reviewkit.findings import Finding, render_all, to_json
from reviewkit.records import CODES as MISFITS

HERE = Path(__file__).parent
SOUND, BAD = HERE / "sound", HERE / "bad"
TODAY = dt.date(2026, 11, 21)
MISTAKES = sorted(path.name for path in BAD.iterdir())
#: Codes of what cannot be kept in a repository; the tests at the end of this file make it.
MADE_HERE = {"R001", "R002", "R003", "R004", "R019", "R021", "R111"}
#: Words of the validation library that no finding may show.
JARGON = re.compile(
    r"(?i)input should|valid (string|dict|list|tuple)|pydantic|validation error|value error"
    r"|field required|extra inputs|type=|NoneType|traceback|tagged-union"
)


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sound review, at a path that is the same for everybody."""
    shutil.copytree(SOUND, tmp_path / "review")
    monkeypatch.chdir(tmp_path)
    return Path("review")


def lay_over(review: Path, name: str) -> str:
    """Lay a folder of mistakes over the review, and return what is to be said of it."""
    shutil.copytree(
        BAD / name, review, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt")
    )
    return (BAD / name / "expected.txt").read_text(encoding="utf-8")


def findings_of(review: Path) -> tuple[Finding, ...]:
    return check(review, today=TODAY)[1]


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, render_all(findings)
    return findings[0]


def test_sound_review_has_no_finding(review: Path) -> None:
    evidence, findings = check(review, today=TODAY)
    assert render_all(findings) == ""
    assert evidence is not None


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_gets_its_finding_and_no_other(name: str, review: Path) -> None:
    expected = lay_over(review, name)
    evidence, findings = check(review, today=TODAY)
    assert render_all(findings) + "\n" == expected
    assert (evidence is None) == any(finding.severity == "error" for finding in findings)
    assert JARGON.search(expected) is None
    assert to_json(findings).startswith("[\n")


@pytest.mark.parametrize("name", [name for name in MISTAKES if name.startswith("R")])
def test_folder_is_named_for_the_one_code_that_it_gets(name: str) -> None:
    expected = (BAD / name / "expected.txt").read_text(encoding="utf-8")
    codes = re.findall(r"^review/\S+ (?:error|warning|hint) (R\d{3})", expected, re.MULTILINE)
    assert name.partition("-")[0] in codes
    several = {"R006-unseen-character", "R016-yaml-bomb"}
    assert len(codes) == 1 or name in several


def test_every_code_is_made_by_some_mistake() -> None:
    made = {name.partition("-")[0] for name in MISTAKES if name.startswith("R")}
    assert made | MADE_HERE == set(CODES)


def test_codes_are_each_owned_by_one_layer() -> None:
    tables = [source.CODES, translate.CODES, MISFITS, folder.CODES, checks.CODES]
    assert sum(map(len, tables)) == len(CODES)


def test_findings_of_several_files_come_in_one_run_in_order(review: Path) -> None:
    lay_over(review, "several")
    findings = findings_of(review)
    keys = [finding.sort_key for finding in findings]
    assert keys == sorted(keys)
    assert len({finding.code for finding in findings}) > 4
    with pytest.raises(InvalidEvidence, match=f"^{len(findings)} errors in review$") as invalid:
        load(review)
    assert invalid.value.findings == findings


def files_of(name: str) -> set[Path]:
    files = {path.relative_to(BAD / name) for path in (BAD / name).rglob("*") if path.is_file()}
    return files - {Path("expected.txt")}


def neighbours() -> Iterator[tuple[str, str]]:
    """Yield each mistake with the next one that is made in another file."""
    for position, name in enumerate(MISTAKES):
        for other in MISTAKES[position + 1 :]:
            if not files_of(name) & files_of(other):
                yield name, other
                break


@pytest.mark.parametrize(("first", "second"), list(neighbours()))
def test_two_mistakes_hide_nothing_of_each_other(first: str, second: str, review: Path) -> None:
    expected = {*blocks(lay_over(review, first)), *blocks(lay_over(review, second))}
    # A record that nothing uses is mentioned only where there is no error.
    found = {block for block in blocks(render_all(findings_of(review))) if ": hint " not in block}
    assert found == {block for block in expected if ": hint " not in block}


def blocks(text: str) -> list[str]:
    return [block.strip() for block in text.split("\n\n")]


# --- what is made here -----------------------------------------------------------------------


def test_no_such_folder() -> None:
    with pytest.raises(UserError, match=r"^no evidence folder at nowhere: give"):
        check("nowhere")


def test_review_without_its_own_record(review: Path) -> None:
    (review / "review.yaml").unlink()
    assert only(findings_of(review)).render() == (
        "review/review.yaml:1:1: error R111\n"
        "  the review's own record is missing\n"
        "  expected  review.yaml with title, question, outcomes and interventions\n"
        "  fix       write it, or point at the folder that holds it"
    )


def test_empty_folder(tmp_path: Path) -> None:
    assert only(findings_of(tmp_path)).code == "R111"


def test_links_in_a_circle(review: Path) -> None:
    (review / "sources" / "loop.yaml").symlink_to("loop.yaml")
    found = only(findings_of(review))
    assert (found.code, found.severity) == ("R001", "error")
    assert found.message == "cannot be read: links that lead in a circle"


def test_named_pipe(review: Path) -> None:
    os.mkfifo(review / "studies" / "pipe.yaml")
    assert only(findings_of(review)).render() == (
        "review/studies/pipe.yaml:1:1: error R002\n"
        "  only regular files are read\n"
        "  found     a named pipe"
    )


def test_folder_named_like_a_record(review: Path) -> None:
    (review / "studies" / "folder.yaml").mkdir()
    assert only(findings_of(review)).render() == (
        "review/studies/folder.yaml:1:1: error R002\n"
        "  only regular files are read\n"
        "  found     a folder"
    )


def test_link_out_of_the_folder(review: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
    (review / "studies" / "secret.yaml").symlink_to(tmp_path / "secret.yaml")
    found = only(findings_of(review))
    assert found.code == "R003"
    assert "id: secret" not in found.render()


def test_linked_folder_is_not_entered(review: Path) -> None:
    (review / "claims" / "more").symlink_to(Path("..") / "studies")
    found = only(findings_of(review))
    assert (found.code, found.severity) == ("R021", "warning")


def test_fifty_megabytes(review: Path) -> None:
    with (review / "studies" / "huge.yaml").open("wb") as file:
        file.truncate(50_000_000)  # takes no room on the disk
    assert only(findings_of(review)).render() == (
        "review/studies/huge.yaml:1:1: error R004\n"
        "  too large for a record\n"
        "  found     50,000,000 bytes\n"
        f"  expected  at most {source.MAX_BYTES:,} bytes"
    )


def test_one_huge_line(review: Path) -> None:
    path = review / "sources" / "003.yaml"
    path.write_text(path.read_text() + f"note: {'so ' * 300_000}\n", encoding="utf-8")
    found = only(findings_of(review))
    assert (found.code, found.where) == ("R103", "note")
    assert found.found is not None
    assert found.found.endswith("… (899,999 characters)")
    assert len(found.render()) < 500


def test_ten_thousand_keys(review: Path) -> None:
    path = review / "sources" / "003.yaml"
    keys = "".join(f"key-{number}: value\n" for number in range(10_000))
    path.write_text(path.read_text() + keys, encoding="utf-8")
    findings = findings_of(review)
    assert len(findings) == source.MAX_FINDINGS + 1
    assert {finding.code for finding in findings} == {"R101", "R019"}
    last = next(finding for finding in findings if finding.code == "R019")
    assert last.message == "more than 100 findings in this file; the rest is not listed"


def test_spaces_without_end_for_a_number(review: Path) -> None:
    path = review / "studies" / "berggreen-2012.yaml"
    text = path.read_text(encoding="utf-8").replace("0.047", f'"{" " * 1_000_000}x"')
    path.write_text(text, encoding="utf-8")
    found = only(findings_of(review))
    assert (found.code, found.where) == ("R103", "results.morning-pain.p")


def test_thousands_of_names_that_lead_nowhere(review: Path) -> None:
    path = review / "bodies" / "headache-intensity.yaml"
    uses = "".join(f"  - {{result: nobody-{n}#pain}}\n" for n in range(2_000))
    path.write_text(
        path.read_text(encoding="utf-8").replace("uses:\n", f"uses:\n{uses}"), encoding="utf-8"
    )
    findings = findings_of(review)
    assert {finding.code for finding in findings} == {"R201"}

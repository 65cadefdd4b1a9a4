"""``validate --articles``: the records held against the texts, for people and for machines."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from pathlib import Path

import pytest

from reviewkit.evidence.fingerprint import sentences_of
from tests.functional.commands import change, copy_of_small, run

#: A text with a sentence at each place that the small review has on record, and two more.
TEXT = """\
Why nap?

Naps quicken us.

We read a study. In it, four hundred clerks slept.

A survey found it too

You will be quick, guaranteed. Trial after trial says so.

Never nap after four.
"""
FIRST = "Naps quicken us."
SUMMARY = (
    "source column (column.txt): 6 of 6 fingerprints in place; "
    "2 of 8 sentences without a recorded claim"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with the text."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "column.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """The small review, with the digests of this text."""
    copy = copy_of_small(tmp_path)
    prints = {sentence.place: sentence.sha256 for sentence in sentences_of(TEXT)}
    for file in (copy / "claims").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(
                r"(line: (\d+)\n\s+sentence: (\d+)\n\s+sha256: )\w+",
                lambda found: found[1] + prints[int(found[2]), int(found[3])],
                text,
            ),
            encoding="utf-8",
        )
    (source,) = (copy / "sources").glob("*.yaml")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    text = re.sub(r"sha256: \w+", f"sha256: {digest}", source.read_text(encoding="utf-8"))
    source.write_text(text, encoding="utf-8")
    return copy


def test_text_lists_the_sentences_without_a_claim_below_their_source(
    review: Path, texts: Path
) -> None:
    found = run("validate", "--articles", texts, evidence=review)
    assert found.stdout.splitlines() == [
        f"{review}: 4 claims, 2 bodies, 3 studies and 1 source: no findings",
        f"{SUMMARY}:",
        "     1:1  Why nap?",
        "     5:1  We read a study.",
    ]
    assert found.exit_code == 0


def test_json_and_csv_give_place_and_fingerprint_and_no_words(review: Path, texts: Path) -> None:
    shown = run("validate", "--articles", texts, "--format", "json", evidence=review)
    rows = json.loads(shown.stdout)
    assert [(row["code"], row["line"]) for row in rows] == [("R305", 1), ("R305", 5)]
    assert {row["path"] for row in rows} == {(texts / "column.txt").as_posix()}
    table = run("validate", "--articles", texts, "--format", "csv", evidence=review)
    lines = list(csv.DictReader(io.StringIO(table.stdout)))
    assert [line["found"] for line in lines] == [row["found"] for row in rows]
    for sentence in sentences_of(TEXT):
        assert sentence.words not in shown.stdout + table.stdout
    assert shown.exit_code == table.exit_code == 0


def test_a_fingerprint_out_of_place_is_an_error_of_the_record(review: Path, texts: Path) -> None:
    change(review / "claims/not-after-four.yaml", "line: 11", "line: 12")
    found = run("validate", "--articles", texts, evidence=review)
    assert found.exit_code == 2
    first = found.stdout.splitlines()[0]
    assert first == f"{review}/claims/not-after-four.yaml:11:11: error R304 mentions[0].line"
    assert "5 of 6 fingerprints in place" in found.stdout
    assert f"{review}: 4 claims, 2 bodies, 3 studies and 1 source: 1 error" in found.stdout


def test_a_changed_text_is_a_warning(review: Path, texts: Path) -> None:
    change(texts / "column.txt", FIRST, "Naps slow us.")
    found = run("validate", "--articles", texts, evidence=review)
    assert found.exit_code == 1
    assert re.findall(r"(warning|error) (R\d+)", found.stdout) == [
        ("warning", "R303"),
        ("warning", "R302"),
    ]


def test_without_its_file_a_source_is_a_warning_and_what_is_there_a_hint(
    review: Path, texts: Path
) -> None:
    (texts / "column.txt").write_text("Something else.\n", encoding="utf-8")
    found = run("validate", "--articles", texts, evidence=review)
    assert found.exit_code == 1
    assert re.findall(r"(warning|hint|error) (R\d+)", found.stdout) == [
        ("warning", "R301"),
        ("hint", "R306"),
    ]
    assert found.stdout.endswith("source column: no file; 6 fingerprints not checked\n")


def test_errors_in_records_come_first(review: Path, texts: Path) -> None:
    change(review / "studies/early-2001.yaml", "sd: 48.0", "sd: -48.0")
    found = run("validate", "--articles", texts, evidence=review)
    assert found.exit_code == 2
    assert "R30" not in found.stdout
    assert found.stdout.endswith("the articles were not checked: mend the errors first\n")


def test_without_the_option_no_text_is_looked_for(review: Path) -> None:
    found = run("validate", evidence=review)
    assert found.stdout.splitlines() == [
        f"{review}: 4 claims, 2 bodies, 3 studies and 1 source: no findings"
    ]


def test_a_folder_that_is_not_there_is_wrong_usage(review: Path, tmp_path: Path) -> None:
    found = run("validate", "--articles", tmp_path / "nowhere", evidence=review)
    assert found.exit_code == 2
    assert "does not exist" in found.stderr

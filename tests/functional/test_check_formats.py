"""The formats of ``reviewkit check``: each on one text, read back as its readers do."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

from tests.functional.checking import BOLD, CAREFUL, SHOP, check, found, write
from tests.functional.commands import FLAGSHIP, HERE, ROOT, run_program

SCHEMA = json.loads((HERE / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
FORMATS = ("text", "summary", "json", "sarif", "github")


@pytest.fixture(autouse=True)
def cache() -> None:
    """Share the index of the test run: what is built is looked at elsewhere."""


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path / "drafts" / "a b.md",
        "# Scalp massage",
        f"Größe 大 𝔘, {SHOP.lower()} {BOLD}",
        f"{BOLD} [reviewkit: ignore=P101 a quote from an advert]",
        f"{CAREFUL} [reviewkit: ignore=P101]",
    )
    write(tmp_path / "drafts" / "c.html", f"<p>The scalp &amp; hair:\n<b>{BOLD}</b></p>")
    write(tmp_path / "drafts" / "d.txt", SHOP)
    (tmp_path / "drafts" / "no.txt").write_bytes(b"\xff\xfe\x00")
    return tmp_path


@pytest.mark.usefixtures("drafts")
def test_text_opens_each_finding_with_its_place() -> None:
    result = check("drafts")
    heads = [line for line in result.stdout.splitlines() if ": warning P" in line]
    assert heads == [
        "drafts/a b.md:3:61: warning P101 overstated (hair-thickness-increase)",
        "drafts/a b.md:7:57: warning P901 ignored-without-reason",
        "drafts/c.html:2:29: warning P101 overstated (hair-thickness-increase)",
    ]
    assert f"  3 | {BOLD}\n    |                          ^^^^^^^^^^^^\n" in result.stdout
    assert result.stdout.splitlines()[-1] == (
        "4 sentences with a health claim in 3 files; 3 warnings; 1 ignored; 1 file not read"
    )
    assert "drafts/no.txt" in result.stderr
    assert result.exit_code == 2


@pytest.mark.usefixtures("drafts")
def test_summary_has_a_row_for_each_file_and_a_total() -> None:
    rows = check("drafts", "--format", "summary").stdout.splitlines()
    assert [row.split()[:2] for row in rows if row[:1] not in " -"] == [
        ["drafts/a", "b.md"],
        ["drafts/c.html", "1"],
        ["drafts/d.txt", "0"],
        ["all", "4"],
    ]


def test_json_has_offsets_lines_and_words(drafts: Path) -> None:
    files = found("drafts")
    assert [file["file"] for file in files] == [
        "drafts/a b.md",
        "drafts/c.html",
        "drafts/d.txt",
    ]
    for file in files:
        text = (drafts / file["file"]).read_text(encoding="utf-8")
        lines = text.splitlines()
        for finding in file["findings"]:
            for problem in (*finding["problems"], *finding["ignored"]):
                words = text[problem["start"] : problem["end"]]
                line = lines[problem["line"] - 1]
                assert line[problem["column"] - 1 : problem["end_column"] - 1] == words
                if problem["code"] == "P101":
                    start, stop = problem["within"]
                    assert finding["sentence"][start:stop] == words == "hair thicker"


@pytest.mark.usefixtures("drafts")
def test_sarif_is_valid_and_says_the_same() -> None:
    result = check("drafts", "--format", "sarif")
    log = json.loads(result.stdout)
    jsonschema.Draft4Validator.check_schema(SCHEMA)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    told = [
        (
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            result["ruleId"],
            result["locations"][0]["physicalLocation"]["region"]["charOffset"],
            bool(result.get("suppressions")),
        )
        for result in run["results"]
    ]
    assert told == [
        (file["file"].replace(" ", "%20"), problem["code"], problem["start"], "ignored" in problem)
        for file in found("drafts")
        for finding in file["findings"]
        for problem in (*finding["problems"], *finding["ignored"])
    ]
    assert [invocation["executionSuccessful"] for invocation in run["invocations"]] == [False]


def test_a_fix_of_sarif_leaves_the_text_around_it(drafts: Path) -> None:
    (run,) = json.loads(check("drafts/a b.md", "--format", "sarif").stdout)["runs"]
    fix = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    text = (drafts / "drafts" / "a b.md").read_text(encoding="utf-8")
    start = fix["deletedRegion"]["charOffset"]
    assert text[start : start + fix["deletedRegion"]["charLength"]] == BOLD
    assert fix["insertedContent"]["text"] == run["results"][0]["message"]["text"].split("Say: ")[1]


@pytest.mark.usefixtures("drafts")
def test_github_annotates_each_problem_and_each_file_not_read() -> None:
    lines = check("drafts", "--format", "github").stdout.splitlines()
    assert [line.partition(",title")[0] for line in lines[:-1]] == [
        "::warning file=drafts/a b.md,line=3,endLine=3,col=61,endColumn=73",
        "::warning file=drafts/a b.md,line=7,endLine=7,col=57,endColumn=81",
        "::warning file=drafts/c.html,line=2,endLine=2,col=29,endColumn=41",
        "::error file=drafts/no.txt",
    ]


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("shape", FORMATS)
def test_a_clean_text_is_told_in_every_format(shape: str) -> None:
    result = check("drafts/d.txt", "--format", shape, "--fail-on", "suggestion")
    assert result.exit_code == 0
    assert result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("shape", FORMATS)
def test_output_is_utf_8_or_readable_whatever_the_terminal(drafts: Path, shape: str) -> None:
    environment = {
        **os.environ,
        "PYTHONIOENCODING": "ascii",
        "LC_ALL": "C",
        "PYTHONPATH": str(ROOT),
    }
    result = run_program(
        *("check", "drafts/a b.md", "--evidence", FLAGSHIP, "--format", shape),
        cwd=drafts,
        env=environment,
    )
    assert result.returncode == 0, result.stderr

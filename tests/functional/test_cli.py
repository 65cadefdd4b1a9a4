"""Each command on the small review: its output for people and for machines, and its exit code."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from reviewkit.cli import COMMANDS, main
from reviewkit.cli.edge import READER_GONE
from tests.functional.commands import (
    FLAGSHIP,
    ROOT,
    SMALL,
    change,
    copy_of_small,
    run,
    run_program,
)

SAYS = ["favours", "little to no difference", "against", "mixed", "no direct evidence"]
SEVERITIES = ["none", "suggestion", "warning", "error"]

#: The shape of ``claims --format json``, as the design has it.
CLAIMS: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "kind": {"type": "string"},
            "statement": {"type": "string"},
            "outcome": {"type": "string"},
            "body": {"type": ["string", "null"]},
            "evidence": {"enum": [*SAYS, None]},
            "certainty": {
                "enum": ["high", "moderate", "low", "very low", "none", "not graded", None]
            },
            "verdict": {"type": "string"},
            "reason": {"type": "string"},
            "robust": {"type": "boolean"},
            "mentions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "source": {"type": "string"},
                        "line": {"type": "integer", "minimum": 1},
                        "sentence": {"type": "integer", "minimum": 1},
                        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                        "wording": {"type": "integer", "minimum": 0, "maximum": 5},
                        "verdict": {"type": "string"},
                        "severity": {"enum": SEVERITIES},
                        "reason": {"type": "string"},
                    },
                },
            },
        },
    },
}
for _object in (CLAIMS["items"], CLAIMS["items"]["properties"]["mentions"]["items"]):
    _object["required"] = list(_object["properties"])


def command_named(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# -- every command -------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    found = run(command, "--help", evidence=None)
    assert found.exit_code == 0
    assert found.stdout.startswith("Usage: ")
    assert command_named(command).help is not None


def test_help_states_the_exit_codes() -> None:
    shown = " ".join(run("--help", evidence=None).stdout.split())
    assert "Exit codes: 0 clean" in shown
    assert "1 findings" in shown
    assert "2 wrong usage or invalid evidence" in shown


@pytest.mark.parametrize("command", ["validate", "claims", "studies"])
def test_json_is_all_that_stands_on_stdout(command: str) -> None:
    found = run(command, "--format", "json")
    assert isinstance(json.loads(found.stdout), list)
    assert found.stderr == ""


@pytest.mark.parametrize("review", [SMALL, FLAGSHIP])
@pytest.mark.parametrize("command", ["claims", "studies"])
def test_text_fits_a_hundred_columns_and_has_no_colour_when_piped(
    command: str, review: Path
) -> None:
    shown = run(command, evidence=review).stdout
    assert max(map(len, shown.splitlines())) <= 100
    assert "\x1b" not in shown


# -- validate ------------------------------------------------------------------------------------


def test_validate_is_clean() -> None:
    found = run("validate")
    assert found.exit_code == 0
    assert found.stdout.endswith(
        "small-review: 4 claims, 2 bodies, 3 studies and 1 source: no findings\n"
    )


def test_an_error_in_a_record_is_invalid_evidence(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    change(review / "studies/early-2001.yaml", "sd: 48.0", "sd: -48.0")
    found = run("validate", evidence=review)
    assert found.exit_code == 2
    place, severity, code, where = found.stdout.splitlines()[0].split(" ")
    assert place == f"{review}/studies/early-2001.yaml:18:46:"
    assert (severity, code[0]) == ("error", "R")
    assert where == "results.reaction.groups.nap.after.sd"
    assert found.stdout.endswith(f"{review}: 1 error\n")


def test_a_warning_is_a_finding_and_a_hint_is_none(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    (review / "claims" / "draft.yml").write_text("id: draft\n", encoding="utf-8")
    hint = run("validate", evidence=review)
    assert (hint.exit_code, "1 hint" in hint.stdout) == (0, True)
    (review / "notes.yaml").write_text("note: mine\n", encoding="utf-8")
    warning = run("validate", evidence=review)
    assert (warning.exit_code, "1 warning and 1 hint" in warning.stdout) == (1, True)


def test_findings_as_json_and_csv_say_the_same(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    (review / "notes.yaml").write_text("note: mine\n", encoding="utf-8")
    (finding,) = json.loads(run("validate", "--format", "json", evidence=review).stdout)
    (row,) = rows(run("validate", "--format", "csv", evidence=review).stdout)
    assert row["code"] == finding["code"]
    assert row["message"] == finding["message"]
    assert set(row) == set(finding)


def test_other_commands_show_the_first_errors_and_do_not_go_on(tmp_path: Path) -> None:
    review = copy_of_small(tmp_path)
    for arm in ("nap: {n: 200, after: {mean: 301.5, sd: 48.0}}",):
        change(review / "studies/early-2001.yaml", arm, "nap: {n: 2.5, after: {mean: x, sd: 0}}")
    change(review / "studies/early-2001.yaml", "p: < .001", "p: 7")
    found = run("claims", evidence=review)
    assert found.exit_code == 2
    assert found.stdout == ""
    assert found.stderr.count(": error R") == 3
    assert "and 1 more: reviewkit validate lists them all" in found.stderr
    assert "Traceback" not in found.stderr


# -- claims --------------------------------------------------------------------------------------


@pytest.mark.parametrize("review", [SMALL, FLAGSHIP])
def test_claims_have_the_shape_of_the_interface(review: Path) -> None:
    found = json.loads(run("claims", "--format", "json", evidence=review).stdout)
    jsonschema.validate(found, CLAIMS)
    assert [claim["id"] for claim in found] == sorted(claim["id"] for claim in found)


def test_claims_of_the_small_review() -> None:
    found = {c["id"]: c for c in json.loads(run("claims", "--format", "json").stdout)}
    assert {name: (c["evidence"], c["certainty"], c["verdict"]) for name, c in found.items()} == {
        "faster-reactions": ("favours", "low", "overstated"),
        "many-trials": (None, None, "wrong"),
        "not-after-four": (None, None, "not graded"),
        "survey-figures": (None, None, "correct"),
    }
    assert [name for name, c in found.items() if not c["robust"]] == ["faster-reactions"]
    (mention,) = found["survey-figures"]["mentions"]
    assert (mention["verdict"], mention["severity"]) == ("misattributed", "error")


def test_the_claims_table_shows_verdict_and_certainty_and_the_standing_words_once() -> None:
    shown = run("claims").stdout
    (row,) = [line for line in shown.splitlines() if line.startswith("faster-reactions")]
    assert row.split()[1:5] == ["favours", "low", "overstated", "1"]
    assert shown.count("Project judgements using GRADE domains.") == 1
    assert "not medical advice" in shown
    assert "Interests of the maintainers: the tests: none." in shown
    assert "Turns on what is left open: faster-reactions." in shown


def test_claims_as_csv_count_their_mentions() -> None:
    found = {row["id"]: row for row in rows(run("claims", "--format", "csv").stdout)}
    row = found["faster-reactions"]
    counts = [row[name] for name in ("mentions", "errors", "warnings", "without_finding")]
    assert counts == ["3", "1", "1", "1"]


# -- studies -------------------------------------------------------------------------------------


def test_studies_in_every_format() -> None:
    listed = json.loads(run("studies", "--format", "json").stdout)
    assert [study["id"] for study in listed] == ["early-2001", "late-2005", "survey-2010"]
    assert listed[2]["n"] == "160"
    assert listed[2]["n_is"] == "received"
    table = rows(run("studies", "--format", "csv").stdout)
    assert [row["used_by"] for row in table] == [
        "reaction-nap",
        "reaction-nap",
        "alertness-survey; survey-figures",
    ]
    shown = run("studies").stdout
    assert re.search(r"^early-2001 +2001 +parallel-trial +400 +randomised", shown, re.MULTILINE)


# -- mistakes of whoever types -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["clams"], 'no command is called "clams": did you mean claims?'),
        (["claims", "--format", "xml"], "'xml' is not one of 'text', 'json', 'csv'"),
        (["claims", "--evidense", "x"], "No such option"),
        (["explain"], "Missing argument 'CLAIM'"),
        (["report"], "Missing option '--to'"),
    ],
)
def test_wrong_usage(typed: list[str], says: str) -> None:
    found = run(*typed, evidence=None)
    assert found.exit_code == 2
    assert says in found.stderr
    assert found.stdout == ""


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("reviewkit.cli.locate.reviews", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        run("claims")


# -- the program in a process of its own ---------------------------------------------------------


def test_the_program_runs() -> None:
    found = run_program("claims", "--evidence", SMALL)
    assert found.returncode == 0
    assert found.stdout == run("claims").stdout
    assert found.stderr == ""


def test_a_reader_that_goes_away_is_no_traceback_and_no_finding() -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "reviewkit",
            "explain",
            "faster-reactions",
            "--evidence",
            str(SMALL),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == READER_GONE


def test_commands_are_named_as_they_are_typed() -> None:
    assert [command_named(name).name for name in COMMANDS] == list(COMMANDS)
    assert main.list_commands(click.Context(main)) == sorted(COMMANDS)


# -- export ----------------------------------------------------------------------------------------


def test_schemas_are_written_and_fit_the_records(tmp_path: Path) -> None:
    found = run("export", "schema", tmp_path / "schemas", evidence=None)
    assert found.exit_code == 0
    paths = [Path(line) for line in found.stdout.splitlines()]
    assert paths == sorted((tmp_path / "schemas").iterdir())
    for path in paths:
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.validators.validator_for(schema).check_schema(schema)


def test_schemas_cannot_be_written_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    found = run("export", "schema", tmp_path / "taken" / "schemas", evidence=None)
    assert found.exit_code == 2
    assert "cannot write to" in found.stderr

"""SARIF: rules, places, fixes and suppressions; valid by the schema of OASIS."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reviewkit.prose.codes import CODES
from reviewkit.prose.output.sarif import log
from tests.project.tree import ROOT
from tests.unit.prose.output.found import CALM, FOUND, finding, link, problem

SCHEMA = json.loads(
    (ROOT / "tests/functional/schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8")
)
BASE = Path("/a b")  # never looked at


def run(*files: dict[str, Any], refused: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    told = log(files, refused, base=BASE)
    jsonschema.Draft4Validator(SCHEMA).validate(told)
    assert told["$schema"] == SCHEMA["id"]
    (found,) = told["runs"]
    return dict(found)


def results(*findings: dict[str, Any], name: str = "a.md") -> list[dict[str, Any]]:
    return list(run({"file": name, "findings": list(findings)})["results"])


def test_every_code_is_a_rule_and_each_result_points_at_its_own() -> None:
    found = run(FOUND)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == [
        result["ruleId"] for result in found["results"]
    ]
    for rule in rules:
        code = CODES[rule["id"]]
        for told in (code.means, code.why, code.source):
            assert told in rule["help"]["text"]
            assert told in rule["help"]["markdown"]


def test_a_problem_has_its_place_both_ways() -> None:
    result = results(*FOUND["findings"])[1]
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 17,
        "endLine": 1,
        "endColumn": 27,
        "charOffset": 16,
        "charLength": 10,
    }
    assert (result["level"], result["kind"]) == ("warning", "fail")


def test_a_claim_outside_the_base_is_open() -> None:
    (result,) = results(finding(CALM, verdict="not covered"))
    assert (result["ruleId"], result["level"], result["kind"]) == ("P001", "none", "open")


def test_a_suggestion_replaces_the_sentence() -> None:
    told = problem("P101", "calms", CALM, start=7, suggestion="Cats & calm?")
    (result,) = results(finding(CALM, told, start=7))
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"charOffset": 7, "charLength": len(CALM)},
            "insertedContent": {"text": "Cats & calm?"},
        }
    ]
    assert result["message"]["text"].endswith("\nSay: Cats & calm?")


def test_in_a_page_it_is_written_as_html() -> None:
    told = problem("P101", "calms", CALM, suggestion="Cats & calm < joy?")
    (result,) = results(finding(CALM, told), name="a.HTML")
    replaced = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replaced["insertedContent"]["text"] == "Cats &amp; calm &lt; joy?"


def test_a_paragraph_of_a_word_file_is_named_and_not_replaced() -> None:
    told = problem("P101", "calms", CALM, suggestion="Cats.")
    (result,) = results(finding(CALM, told, place="paragraph 4"), name="a.docx")
    (location,) = result["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "paragraph 4"}]
    assert "region" not in location["physicalLocation"]
    assert "fixes" not in result


def test_what_is_ignored_is_suppressed_with_its_reason() -> None:
    here = problem("P101", "calms", CALM) | {
        "ignored": {"reason": "a quote", "line": 2, "column": 5}
    }
    by_file = problem("P301", "always", CALM) | {
        "ignored": {"reason": "house style", "line": 0, "column": 0}
    }
    first, second = results(finding(CALM, ignored=[here, by_file], links=[link("calm")]))
    assert first["suppressions"][0]["kind"] == "inSource"
    assert first["suppressions"][0]["justification"] == "a quote"
    region = first["suppressions"][0]["location"]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 5}
    assert second["suppressions"] == [{"kind": "external", "justification": "house style"}]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("drafts/a b#1.md", {"uri": "drafts/a%20b%231.md", "uriBaseId": "%SRCROOT%"}),
        ("./ü/../é.md", {"uri": "%C3%A9.md", "uriBaseId": "%SRCROOT%"}),
        ("/a b/c.md", {"uri": "c.md", "uriBaseId": "%SRCROOT%"}),
        ("../c d.md", {"uri": "file:///c%20d.md"}),
        ("\udcff.md", {"uri": "%FF.md", "uriBaseId": "%SRCROOT%"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_an_address_is_relative_and_percent_encoded(name: str, address: dict[str, str]) -> None:
    (artifact,) = run({"file": name, "findings": []})["artifacts"]
    assert artifact["location"] == address


def test_a_result_is_known_again_when_it_moves() -> None:
    (first,) = results(finding(CALM, problem("P101", "calms", CALM)))
    moved = problem("P101", "calms", CALM, start=50, line=9)
    (second,) = results(finding(CALM, moved, start=50, line=9))
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_a_file_that_could_not_be_read_is_a_notification() -> None:
    (invocation,) = run(refused=(("b.md", "b.md is no text"),))["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "b.md is no text"
    assert run()["invocations"] == [{"executionSuccessful": True}]

"""Findings as SARIF 2.1.0, the format of OASIS that code hosts and editors read.

Of the standard (docs.oasis-open.org/sarif/sarif/v2.1.0): columns count code points (3.14.17), a
claim that the base does not cover is of kind ``open`` (3.27.9), what is ignored with a reason is
suppressed (3.27.23), and a suggestion is a fix that replaces the sentence (3.55).
"""

from __future__ import annotations

import hashlib
import html
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import reviewkit
from reviewkit.prose.codes import CODES, Code
from reviewkit.prose.ignoring import told_of

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: What stands for the folder that file names are relative to.
BASE = "%SRCROOT%"
LEVELS = {"none": "none", "suggestion": "note", "warning": "warning", "error": "error"}
#: Formats in which a pasted sentence has to be written as HTML.
_PAGES = (".html", ".htm", ".xhtml")
_RANKS = {code: position for position, code in enumerate(CODES)}


def log(
    files: Sequence[Mapping[str, Any]],
    refused: Iterable[tuple[str, str]] = (),
    *,
    base: Path,
) -> dict[str, Any]:
    """Return a SARIF log of one run, JSON-ready.

    Parameters
    ----------
    files
        As `reviewkit.prose.check.check` yields them.
    refused
        Name and message of each file that could not be read.
    base
        The folder that addresses are relative to, usually the working folder. A file outside it
        has an absolute address.
    """
    addresses = [_address(str(file["file"]), base) for file in files]
    told = [
        {"level": "error", "message": {"text": message}, "descriptor": {"id": "not-read"}}
        for _, message in refused
    ]
    invocation: dict[str, Any] = {"executionSuccessful": not told}
    if told:
        invocation["toolExecutionNotifications"] = told
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {"driver": _driver()},
                "invocations": [invocation],
                "originalUriBaseIds": {
                    BASE: {"description": {"text": "The folder that the check was run in."}}
                },
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "artifacts": [
                    {"location": address, "roles": ["analysisTarget"]} for address in addresses
                ],
                "results": [
                    _result(str(file["file"]), address | {"index": index}, finding, problem)
                    for index, (file, address) in enumerate(zip(files, addresses, strict=True))
                    for finding in file["findings"]
                    for problem in (*told_of(finding), *finding["ignored"])
                ],
            }
        ],
    }


def _driver() -> dict[str, Any]:
    return {
        "name": "reviewkit",
        "version": reviewkit.__version__,
        "semanticVersion": reviewkit.__version__,
        "shortDescription": {"text": "Health claims held against the evidence."},
        "rules": [_rule(code) for code in CODES.values()],
        "notifications": [
            {"id": "not-read", "shortDescription": {"text": "A file could not be read."}}
        ],
    }


def _rule(code: Code) -> dict[str, Any]:
    told = f"{code.why} Rests on: {code.source}."
    return {
        "id": code.code,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": code.means},
        "fullDescription": {"text": f"{code.means} {code.why}"},
        "help": {
            "text": f"{code.code} {code.name}: {code.means} {told}",
            "markdown": f"**{code.code} {code.name}**: {code.means}\n\n{told}",
        },
    }


def _address(name: str, base: Path) -> dict[str, Any]:
    """Return where a file is: relative to the base if it lies in it; percent-encoded."""
    path = PurePath(os.path.normpath(base / name))
    if path.is_relative_to(base):
        return {"uri": quote(os.fsencode(path.relative_to(base).as_posix())), "uriBaseId": BASE}
    return {"uri": f"file://{quote(os.fsencode(path.as_posix()))}"}


def _result(
    name: str, address: dict[str, Any], finding: dict[str, Any], problem: dict[str, Any]
) -> dict[str, Any]:
    code, suggestion = problem["code"], problem["suggestion"]
    message = problem["message"] + (f"\nSay: {suggestion}" if suggestion else "")
    result: dict[str, Any] = {
        "ruleId": code,
        "level": LEVELS[problem["severity"]],
        "kind": "open" if problem["severity"] == "none" else "fail",
        "message": {"text": message},
        "locations": [_location(address, finding["place"], problem)],
        "partialFingerprints": {"sentence/v1": _fingerprint(finding, problem)},
        "properties": {
            "verdict": finding["verdict"],
            "claims": list(dict.fromkeys(link["claim"] for link in finding["links"])),
        },
    }
    if code in _RANKS:
        result["ruleIndex"] = _RANKS[code]
    if "ignored" in problem:
        result["suppressions"] = [_suppression(address, problem["ignored"])]
    if suggestion and not finding["place"]:
        result["fixes"] = [_fix(name, address, finding, suggestion)]
    return result


def _location(address: dict[str, Any], place: str, problem: dict[str, Any]) -> dict[str, Any]:
    """Return a place: a region of a text file, or by name a paragraph or cell of another."""
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": address}}
    if place:
        location["logicalLocations"] = [{"fullyQualifiedName": place}]
        return location
    location["physicalLocation"]["region"] = {
        "startLine": problem["line"],
        "startColumn": problem["column"],
        "endLine": problem["end_line"],
        "endColumn": problem["end_column"],
        "charOffset": problem["start"],
        "charLength": problem["end"] - problem["start"],
    }
    return location


def _suppression(address: dict[str, Any], ignored: dict[str, Any]) -> dict[str, Any]:
    """Return who let a problem pass and why: a directive in the text, or the configuration."""
    if not ignored["line"]:
        return {"kind": "external", "justification": ignored["reason"]}
    region = {"startLine": ignored["line"], "startColumn": ignored["column"]}
    return {
        "kind": "inSource",
        "justification": ignored["reason"],
        "location": {"physicalLocation": {"artifactLocation": address, "region": region}},
    }


def _fix(
    name: str, address: dict[str, Any], finding: dict[str, Any], suggestion: str
) -> dict[str, Any]:
    written = suggestion
    if name.lower().endswith(_PAGES):
        written = html.escape(suggestion, quote=False)
    region = {"charOffset": finding["start"], "charLength": finding["end"] - finding["start"]}
    return {
        "description": {"text": f"Say: {suggestion}"},
        "artifactChanges": [
            {
                "artifactLocation": address,
                "replacements": [
                    {"deletedRegion": region, "insertedContent": {"text": written}},
                ],
            }
        ],
    }


def _fingerprint(finding: dict[str, Any], problem: dict[str, Any]) -> str:
    """Return what stays the same of a result when lines above it come and go."""
    told = f"{problem['code']} {problem['within'][0]} {finding['sentence']}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

"""What validation says of a record, turned into findings with their places, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from reviewkit.errors import closest
from reviewkit.evidence.forms import (
    WHERE_NONE,
    fields_at,
    form_at,
    key_form_at,
    meaning_at,
    options_at,
)
from reviewkit.findings import Finding
from reviewkit.records import CODES as MISFITS
from reviewkit.records import Misfit, Misfits
from reviewkit.source import MAX_FINDINGS, Document, Steps

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

#: Findings of this module: the form of one record.
CODES = {
    "R101": "a field that the record does not have",
    "R102": "a field that the record needs is missing",
    "R103": "a value of the wrong form",
    "R104": "a value that is not one of those allowed",
}

#: Kinds of error, as the validation names them; any other is a value of the wrong form.
_UNKNOWN, _MISSING, _REFUSED = "extra_forbidden", "missing", "value_error"
_CHOICES = frozenset({"literal_error", "enum"})
_KEY = "[key]"
_DIGIT = re.compile("[0-9]")
_MAX_SHOWN = 80
"""Longest text, in characters, that a finding of this module repeats."""


def findings_of(
    error: ValidationError, document: Document, model: type[BaseModel]
) -> list[Finding]:
    """Turn each error of a validation into a finding at its place in the file.

    A misspelt field is one mistake: that the field it was meant for is missing is not said too.
    After `MAX_FINDINGS` a last one says that there are more.
    """
    errors = [item for item in _errors(error) if item["loc"] not in document.refused]
    misspelt = _misspelt(errors, document, model)
    findings: list[Finding] = []
    for item in errors:
        path = path_of(item, document.data)
        if item["type"] == _MISSING and path in misspelt:
            continue
        findings += _findings(item, path, document, model)
        if len(findings) >= MAX_FINDINGS:
            return [*findings[:MAX_FINDINGS], _more(document)]
    return findings


def misfit_finding(misfit: Misfit, path: Steps, document: Document) -> Finding:
    """Return the finding of what cannot stand in the record at a path."""
    return document.finding(
        misfit.code,
        "error",
        (*path, *misfit.path),
        MISFITS[misfit.code],
        found=_shortened(misfit.found),
        expected=misfit.expected,
        fix=misfit.fix,
    )


def path_of(item: ErrorDetails, data: Any) -> Steps:
    """Return the path of an error in the data: without the names of a union's branches."""
    loc = item["loc"][:-1] if item["loc"][-1:] == (_KEY,) else item["loc"]
    path: list[str | int] = []
    here = data
    for step in loc:
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            continue
        path.append(step)
    if item["type"] == _MISSING:
        path.append(loc[-1])
    return tuple(path)


def _errors(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False)


def _findings(
    item: ErrorDetails, path: Steps, document: Document, model: type[BaseModel]
) -> Iterator[Finding]:
    cause = item.get("ctx", {}).get("error")
    if isinstance(cause, Misfits):
        for misfit in cause.misfits:
            yield misfit_finding(misfit, path, document)
    elif item["type"] == _UNKNOWN:
        yield _unknown(path, document, model)
    elif item["type"] == _MISSING:
        yield _absent(path, document, model)
    else:
        yield _wrong(item, path, document, model)


def _unknown(path: Steps, document: Document, model: type[BaseModel]) -> Finding:
    known = fields_at(model, path[:-1])
    note = ", or move what it says to `note`" if "note" in known else ", or delete it"
    return document.finding(
        "R101",
        "error",
        path,
        CODES["R101"],
        at="key",
        found=_shortened(str(path[-1])),
        expected=f"one of {', '.join(known)}",
        fix=f"correct the name{note}",
        did_you_mean=closest(str(path[-1]), known),
    )


def _absent(path: Steps, document: Document, model: type[BaseModel]) -> Finding:
    meaning = meaning_at(model, path)
    return document.finding(
        "R102",
        "error",
        path,
        CODES["R102"],
        at="key",
        expected=f"`{path[-1]}`: {form_at(model, path)}{f' ({meaning})' if meaning else ''}",
        fix="add it",
    )


def _wrong(item: ErrorDetails, path: Steps, document: Document, model: type[BaseModel]) -> Finding:
    value = item["input"]
    is_key = item["loc"][-1:] == (_KEY,)
    found = str(path[-1]) if is_key else value
    options = fields_at(model, path[:-1]) if is_key else options_at(model, path)
    code = "R104" if item["type"] in _CHOICES and isinstance(found, str) else "R103"
    form = key_form_at(model, path[:-1]) if is_key else form_at(model, path)
    value_form, *absent = form.partition(WHERE_NONE)
    if item["type"] == _REFUSED and isinstance(found, str):
        value_form = str(item.get("ctx", {}).get("error"))
    # Who wrote a digit, a list or a mapping did not mean to say that there is nothing.
    about_absence = code == "R104" or (isinstance(found, str) and not _DIGIT.search(found))
    expected = "".join([value_form, *absent]) if about_absence else value_form
    return document.finding(
        code,
        "error",
        path,
        CODES[code],
        at="key" if is_key else "value",
        found=_shown(found),
        expected=expected,
        fix="choose one of those expected"
        if code == "R104"
        else "enter it in that form; anything else goes to `note`",
        did_you_mean=closest(found, options) if isinstance(found, str) else (),
    )


def _misspelt(
    errors: list[ErrorDetails], document: Document, model: type[BaseModel]
) -> frozenset[Steps]:
    """Return the missing fields that an unknown one beside them was meant for."""
    missing = {path_of(item, document.data) for item in errors if item["type"] == _MISSING}
    if not missing:
        return frozenset()
    meant: set[Steps] = set()
    for item in errors:
        if item["type"] == _UNKNOWN:
            path = path_of(item, document.data)
            likely = closest(str(path[-1]), fields_at(model, path[:-1]))[:1]
            meant |= {(*path[:-1], name) for name in likely} & missing
    return frozenset(meant)


def _more(document: Document) -> Finding:
    return document.finding(
        "R019",
        "error",
        (),
        f"more than {MAX_FINDINGS} findings in this file; the rest is not listed",
    )


def _shown(value: object) -> str:
    if isinstance(value, str):
        return _shortened(value)
    if isinstance(value, dict | list):
        kind = "mapping" if isinstance(value, dict) else "list"
        return f"a {kind}" if value else f"an empty {kind}"
    return str(value)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _MAX_SHOWN:
        return line
    return f"{line[: _MAX_SHOWN - 1]}… ({len(text):,} characters)"

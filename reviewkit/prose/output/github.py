"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request.

Described under "Workflow commands for GitHub Actions", "Setting a notice / warning / error message"
(docs.github.com). A command is one line; what would end it or one of its properties is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.prose.codes import CODES

#: The command of each severity; a claim outside the base is nothing to annotate.
COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def commands(file: Mapping[str, Any]) -> Iterator[str]:
    r"""Yield a command for each problem of a file.

    Parameters
    ----------
    file
        As `reviewkit.prose.check.check` yields it; its name should be relative to the top of the
        repository, as it is where the check runs there.

    Examples
    --------
    >>> from reviewkit.prose.output.github import escaped
    >>> escaped("100% sure:\nno"), escaped("a,b: c", of_property=True)
    ('100%25 sure:%0Ano', 'a%2Cb%3A c')
    """
    for finding in file["findings"]:
        for problem in finding["problems"]:
            if problem["severity"] in COMMANDS:
                yield _command(str(file["file"]), finding, problem)


def refusal(name: str, message: str) -> str:
    """Return the command for a file that could not be read."""
    return f"::error file={escaped(name, of_property=True)},title=not read::{escaped(message)}"


def escaped(text: str, *, of_property: bool = False) -> str:
    """Return a text as the message of a command has it, or as one of its properties has it."""
    table = _PROPERTY if of_property else _DATA
    return "".join(table.get(character, character) for character in text)


def _command(name: str, finding: dict[str, Any], problem: dict[str, Any]) -> str:
    properties = {"file": name}
    place = finding["place"]
    if not place:  # a paragraph of a Word file or a cell of a notebook has no line of the file
        properties |= {
            "line": str(problem["line"]),
            "endLine": str(problem["end_line"]),
            "col": str(problem["column"]),
            "endColumn": str(problem["end_column"]),
        }
    if problem["line"] != problem["end_line"]:  # columns are for one line alone
        properties.pop("col", None)
        properties.pop("endColumn", None)
    code = problem["code"]
    properties["title"] = f"{code} {CODES[code].name}" if code in CODES else code
    told = ",".join(
        f"{key}={escaped(value, of_property=True)}" for key, value in properties.items()
    )
    message = f"{place}: {problem['message']}" if place else problem["message"]
    if problem["suggestion"]:
        message += f"\nSay: {problem['suggestion']}"
    return f"::{COMMANDS[problem['severity']]} {told}::{escaped(message)}"

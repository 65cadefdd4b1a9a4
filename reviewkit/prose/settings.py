"""Which codes are told, which are let pass and why, and how grave each is: a project's choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewkit.prose.ignoring import set_aside, settled, told_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project wants told.

    Parameters
    ----------
    select
        The only codes that are told; empty for all. A sentence without links of which nothing is
        told is not listed.
    ignore
        Codes that are set aside everywhere, each with the reason.
    severity
        Codes whose problems are of another severity than the checker gives them.
    """

    select: frozenset[str] = frozenset()
    ignore: Mapping[str, str] = field(default_factory=dict)
    severity: Mapping[str, str] = field(default_factory=dict)


def adjusted(file: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Return what was found in a file as the settings want it told.

    Parameters
    ----------
    file
        As `reviewkit.prose.check.check` yields it.
    settings
        Of the project; a claim that the base does not cover is told as P001 and can be given a
        severity of its own, or be let pass.

    Examples
    --------
    >>> from reviewkit.prose.settings import Settings, adjusted
    >>> adjusted({"file": "a.md", "findings": []}, Settings(select=frozenset({"P101"})))
    {'file': 'a.md', 'findings': []}
    """
    if not (settings.select or settings.ignore or settings.severity):
        return file
    found = (_finding(finding, settings) for finding in file["findings"])
    return file | {"findings": [one for one in found if one is not None]}


def _finding(finding: dict[str, Any], settings: Settings) -> dict[str, Any] | None:
    left: list[dict[str, Any]] = []
    ignored = list(finding["ignored"])
    for problem in told_of(finding):
        code = problem["code"]
        if settings.select and code not in settings.select:
            continue
        if code in settings.ignore:
            ignored.append(set_aside(problem, settings.ignore[code], 0, 0))
        else:
            left.append(problem | {"severity": settings.severity.get(code, problem["severity"])})
    if not (left or ignored or finding["links"]):
        return None
    return settled(finding, left, ignored)

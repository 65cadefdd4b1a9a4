"""The words in which people are told a verdict and the kind of a problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewkit.prose.codes import CODES

_FITS = "wording fits"
_CERTAINTY = {"none": "no direct evidence", "not graded": "evidence of mechanism only"}


def verdict(finding: Mapping[str, Any]) -> str:
    """Return a verdict for people: "wording fits" never stands without its certainty.

    Examples
    --------
    >>> verdict({"verdict": "wording fits", "certainty": "low"})
    'wording fits (low certainty)'
    """
    said, certainty = str(finding["verdict"]), str(finding["certainty"])
    if said != _FITS or not certainty:
        return said
    return f"{said} ({_CERTAINTY.get(certainty, f'{certainty} certainty')})"


def called(code: str) -> str:
    """Return the name of a code as words.

    Examples
    --------
    >>> called("P102")
    'no direct evidence'
    """
    return CODES[code].name.replace("-", " ") if code in CODES else code

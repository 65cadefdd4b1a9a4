"""One test on a record: the code that it gives if it does not fit, and the answer."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.audit.codes import CODES
from reviewkit.audit.fit import Fit
from reviewkit.findings import Severity

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test on a record: the code that it gives if it does not fit, and the answer.

    Parameters
    ----------
    path
        Where the number stands in the study's record.
    """

    code: str
    path: Path
    fit: Fit

    @property
    def severity(self) -> Severity:
        """How grave a misfit is."""
        return CODES[self.code].severity

    @property
    def result(self) -> str | None:
        """The result that the number belongs to; None for one of the study as a whole."""
        return str(self.path[1]) if self.path[0] == "results" else None

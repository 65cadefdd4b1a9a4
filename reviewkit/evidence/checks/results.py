"""Results that leave open what their ± is, or say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.evidence.folder import Entry
from reviewkit.findings import Finding
from reviewkit.records import Missing, Study

CODES = {
    "R206": "a ± that the source does not name, without its readings",
    "R209": "a result that prints no number and no direction",
}


def check(entry: Entry[Study]) -> Iterator[Finding]:
    """Yield each result with an unread ±, and each that says nothing."""
    study = entry.record
    if study is None:
        return
    read_throughout = "spread" in study.readings or not entry.salvaged.whole("readings")
    for name, result in study.results.items():
        path = ("results", name)
        if not entry.salvaged.whole(*path):
            continue
        if not read_throughout and "spread" not in result.readings:
            for below, moment in result.moments():
                if moment.spread is not None:
                    yield entry.finding(
                        "R206",
                        "error",
                        (*path, *below, "spread"),
                        CODES["R206"],
                        found=str(moment.spread),
                        expected="`readings: {spread: {options: [sd, se], why: …}}` of the study "
                        "or of this result",
                        fix="add the readings; if the source names the ±, enter it as `sd` or `se`",
                    )
                    break
        if result.direction is Missing.NOT_SOUGHT and not result.prints_a_number:
            yield entry.finding(
                "R209",
                "error",
                (*path, "direction"),
                CODES["R209"],
                found=f"{result.direction}, beside no number",
                expected="a number, or the direction that the source gives in words",
                fix="enter what the source prints; where it names an outcome and does not "
                "report it, say `not reported`",
            )

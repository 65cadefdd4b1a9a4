"""The part of a claim's page on printed numbers that do not fit, and whether they matter."""

from __future__ import annotations

from reviewkit.report.flagged import FlaggedAccount
from reviewkit.report.lines import Page
from reviewkit.report.page_bodies import study_link


def add_flagged(out: Page, found: FlaggedAccount) -> None:
    """Tell which numbers that count do not fit, and what would be without them."""
    if not found.flags:
        return
    out.heading("Printed numbers that do not fit")
    out.say(found.told(), role="warning" if found.moves else "plain")
    for flag in found.flags:
        out.label(
            flag.code,
            f"{flag.result}: {flag.means}. Printed: {flag.printed}. Implied: {flag.implies}. "
            f"{flag.place}",
            links=(study_link(flag.result),),
        )
    out.say(
        "A flag accuses nobody, and moves no grade by itself. What was judged is kept as far from "
        "the rules' proposals as it was (a convention of this project).",
        role="quiet",
    )

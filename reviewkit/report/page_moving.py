"""The part of a page on what would move a body's certainty: named changes, and a trial."""

from __future__ import annotations

from reviewkit import display
from reviewkit.certainty import Move, Moving, Trial
from reviewkit.certainty.proposal import PROJECT
from reviewkit.report.lines import Page
from reviewkit.report.words import MARKS, option


def add_moving(out: Page, moving: Moving, *, readings: bool = True) -> None:
    """Tell what would move a body's certainty.

    Parameters
    ----------
    readings
        Whether to tell the readings too; a claim's page tells them of all its bodies at once.
    """
    for move in moving.alone:
        if readings or move.kinds != ("reading",):
            out.label("reading" if move.options else "if", _told(move))
    if moving.together is not None:
        what = "; and if ".join(moving.together.what)
        out.label("if", f"{what}: together at most {moving.together.certainty}")
    for move in moving.not_enough:
        out.label("if", f"{_told(move)} still")
    if moving.trial is not None:
        out.label("a trial", _trial(moving.trial))


def _told(move: Move) -> str:
    if move.options:
        named = display.joined(option(name, value) for name, value in move.options.items())
        return f"{named}: {move.certainty}"
    return f"{move.what[0]}: {'at most ' if move.at_most else ''}{move.certainty}"


def _trial(trial: Trial) -> str:
    compared = (
        f"{trial.intervention}, against {trial.comparator}, in {trial.population}; "
        f"{trial.outcome}, {trial.time}"
    )
    if trial.people is None:
        return f"a randomised trial of {compared}. How many people: {trial.why_not}"
    if trial.kind == "paired":
        who = f"about {trial.people} people, each on both sides or under both conditions"
    else:
        who = f"about {trial.people} people in two arms"
    mark = MARKS[trial.mark]
    rule = mark if trial.source == PROJECT else f"{trial.source}; {mark}"
    far = "not known how many" if trial.so_far is None else str(trial.so_far)
    return (
        f"a randomised trial of {who}: {compared}. So many can be expected to see {trial.to_see} "
        f"(α .05, power .80) [{rule}]; people so far: {far}. It would start at high; well "
        "conducted, and with an interval that cleared the threshold, it would stay there"
    )

"""The part of a page on what would move a body's certainty: named changes, and a trial."""

from __future__ import annotations

from collections.abc import Mapping

from reviewkit import display
from reviewkit.certainty import Move, Moving, Trial
from reviewkit.certainty.proposal import PROJECT
from reviewkit.report.lines import Page
from reviewkit.report.words import MARKS, option

#: What a trial of enough people does not settle by its size.
_STAYS = (
    "It would start at high, and stay there at a low risk of bias (which, of what people report of "
    "themselves, asks that they cannot tell which of the two they had), of just this question, and "
    "with an interval that cleared the threshold"
)


def add_moving(out: Page, moving: Moving, carries: Mapping[str, str] | None = None) -> None:
    """Tell what would move a body's certainty.

    Parameters
    ----------
    out
        The page.
    moving
        What would move it.
    carries
        The wording that each certainty carries, on the page of a claim, which tells the readings of
        all its bodies at once and so not again here.
    """
    for other in moving.alternatives if carries is None else ():
        out.label("reading", f"{option(other.choice, other.option)}: {other.certainty}")
    for move in moving.alone:
        out.label("if", _led(move.what[0], move, carries))
    if moving.together is not None:
        out.label("if", _led("; and if ".join(moving.together.what), moving.together, carries))
    for move in moving.not_enough:
        out.label("if", f"{move.what[0]}: the sum at most {move.certainty}, which is not enough")
    if moving.trial is not None:
        out.label("a trial", _trial(moving.trial))


def _led(what: str, move: Move, carries: Mapping[str, str] | None) -> str:
    """What has to change, with the best that could follow, and the wording that this carries."""
    wording = f", which carries {carries[move.certainty]}" if carries else ""
    return f"{what}: at most {move.certainty}{wording}"


def _trial(trial: Trial) -> str:
    compared = (
        f"{trial.intervention}, against {trial.comparator}, in {trial.population}; "
        f"{trial.outcome}, {trial.time}"
    )
    if trial.people is None:
        return f"a randomised trial of {compared}. How many people: {trial.why_not}"
    people = display.number(trial.people)
    far = "not known how many" if trial.so_far is None else display.number(trial.so_far)
    if trial.had:
        return (
            f"not more people: about {people} can be expected to see {trial.to_see} (α .05, power "
            f".80) [{_rule(trial)}], and {far} have been randomised already"
        )
    if trial.kind == "paired":
        who = f"about {people} people, each on both sides or under both conditions"
    else:
        who = f"about {people} people in two arms"
    return (
        f"a randomised trial of {who}: {compared}. So many can be expected to see {trial.to_see} "
        f"(α .05, power .80) [{_rule(trial)}]; people so far: {far}. {_STAYS}"
    )


def _rule(trial: Trial) -> str:
    """Who holds that difference to be the one to see, and how that was read."""
    mark = MARKS[trial.mark]
    return mark if trial.source == PROJECT else f"{trial.source}; {mark}"

"""The part of a page on what a claim turns on, what would change it, and how it was searched."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit import display
from reviewkit.report.bodies import BodyAccount
from reviewkit.report.lines import Page
from reviewkit.report.page_moving import add_moving
from reviewkit.report.turning import Run, Turning
from reviewkit.report.words import DOMAINS, SAYS, brief_option, choice, option

#: Specifications that a page lists one by one; more are told by their outcome.
LISTED = 12


def add_turning(out: Page, turning: Turning) -> None:
    """Tell what is left open, and whether the outcome depends on it."""
    out.heading("What it turns on")
    if not turning.choices:
        out.say("Nothing that was read is open to more than one reading: one analysis.")
        return
    kind = "all combinations" if turning.complete else "one at a time, and a seeded sample"
    count = display.plural(turning.specifications, "specification")
    if turning.robust:
        out.say(f"Result, certainty and verdict are the same under all {count} ({kind}).")
    else:
        names = display.joined(choice(c.name) for c in turning.choices if c.turns)
        out.say(f"It turns on {names}: not the same under all {count} ({kind}).", role="warning")
    for open_choice in turning.choices:
        options = display.joined(open_choice.options, last="or")
        out.item(f"{choice(open_choice.name)}: {options}. {open_choice.why}")
    _runs(out, turning)


def _runs(out: Page, turning: Turning) -> None:
    """A row for each specification of the claim's own body, the main one first."""
    if len(turning.runs) < 2:  # noqa: PLR2004 one run has nothing to be compared with
        out.say("None of it bears on the claim's own body; it bears on those beside it.")
        return
    shown = turning.runs[:LISTED]
    if all(run.estimate is None for run in turning.runs):
        out.say(f"No run gives an estimate; {_by_outcome(turning.runs)}.")
        return
    out.table(
        [
            (_options(run), _estimate(run), run.beyond, run.certainty or "–", run.verdict)
            for run in shown
        ],
        head=("read as", "estimate (95% CI)", "threshold", "certainty", "verdict"),
        caption="Each reading run to the end, the main analysis first",
    )
    if len(turning.runs) > len(shown):
        out.say(f"and {len(turning.runs) - len(shown)} more: {_by_outcome(turning.runs)}.", level=2)
        out.say("A share of the specifications is no probability.", level=2)


def _estimate(run: Run) -> str:
    """The estimate with its interval, of which the head of the column tells the level."""
    return run.shown.replace("(95% CI ", "(")


def _options(run: Run) -> str:
    return ", ".join(brief_option(name, value) for name, value in run.options.items())


def _by_outcome(runs: tuple[Run, ...]) -> str:
    counts: dict[tuple[str | None, str], int] = {}
    for run in runs:
        key = (run.certainty, run.verdict)
        counts[key] = counts.get(key, 0) + 1
    return "; ".join(
        f"{count} of {len(runs)} end as {certainty} certainty, {verdict}"
        for (certainty, verdict), count in counts.items()
    )


def add_change(out: Page, turning: Turning, bodies: Sequence[BodyAccount]) -> None:
    """Tell what would change the outcome: readings, domains, what could not be read, wording."""
    out.heading("What would change it")
    _readings(out, turning)
    for body in bodies:
        _domains(out, body)
        add_moving(out, body.moving, turning.carries)
        _unread(out, body)
    carries = "; ".join(
        f"{certainty}: {phrase}"
        for certainty, phrase in turning.carries.items()
        if certainty != "none"
    )
    out.label("wording", f"what each certainty would carry, if the evidence favours it: {carries}")


def _readings(out: Page, turning: Turning) -> None:
    if not turning.moves:
        if turning.choices:
            told = "no single reading or choice would change result, certainty or verdict"
            out.label("readings", told)
        return
    for run in turning.moves:
        options = display.joined(option(name, value) for name, value in run.options.items())
        says = f"{SAYS[run.says]}, with {run.certainty} certainty; " if run.says else ""
        out.label("readings", f"{options}: {says}said plainly: {run.verdict}")


def _domains(out: Page, body: BodyAccount) -> None:
    now = f", not {body.starts}" if body.starts else ""
    for start in body.higher:
        out.label("start", f"{start.what} would start at {start.certainty}{now}")
    if not body.domains:
        return
    raising = [w for w in body.without if w.certainty != body.summed]
    for without in raising:
        out.label(
            "domains",
            f"without {DOMAINS[without.domain]} (−{without.down}) the sum would be "
            f"{without.certainty}",
        )
    if not raising:
        total = sum(domain.down for domain in body.domains)
        levels = display.plural(total, "level")
        out.label(
            "domains",
            f"no single domain: it starts at {body.starts} and {levels} are rated down, so that "
            "taking back one of them does not raise it",
        )


def _unread(out: Page, body: BodyAccount) -> None:
    for result in body.counted:
        if result.not_read:
            fields = display.joined(field.partition(" ")[0] for field in result.not_read)
            out.label("unread", f"{result.study}, not in what was read: {fields}")
        for text in result.not_found:
            out.label("", text, role="quiet")


def add_searches(out: Page, bodies: Sequence[BodyAccount], searches: int, place: str) -> None:
    """Tell what was searched, how and when, body by body."""
    out.heading("What was searched")
    for text in dict.fromkeys(body.searched for body in bodies):
        names = display.joined(body.id for body in bodies if body.searched == text)
        out.item(f"{names}: {text}")
    count = display.plural(searches, "search", "searches")
    out.say(f"{count} of the whole review, with what came of each: {place}")


def add_judging(out: Page, body: BodyAccount) -> None:
    """Give what a person needs to record a judgement: the proposal and the hash of its facts."""
    if not body.domains:
        return
    out.heading("To record a judgement")
    out.say(
        f"Under `judgements` in {body.place.rpartition(':')[0].rpartition(':')[0]}, with `is`, "
        "`by`, `on`, `read` and `why`:"
    )
    rows = [(f"{d.domain}:", f"proposal: {d.proposed},", f"facts: {d.facts}") for d in body.domains]
    rows.append(("overall:", f"proposal: {body.summed},", f"facts: {body.overall_facts}"))
    out.table(rows, head=("", "", ""), caption="")

"""The page of a claim as text, for a colleague to read from top to bottom."""

from __future__ import annotations

from reviewkit import display
from reviewkit.report.claims import spread
from reviewkit.report.explanation import (
    Explanation,
    FigureAccount,
    InventoryAccount,
    MentionAccount,
    RulingAccount,
)
from reviewkit.report.lines import Link, Page
from reviewkit.report.page_bodies import add_beside, add_certainty, add_studies, study_link
from reviewkit.report.page_flagged import add_flagged
from reviewkit.report.page_mentions import (
    kind_text,
    role,
    turns_text,
    verdict_text,
    wording_text,
)
from reviewkit.report.page_turning import add_change, add_judging, add_searches, add_turning
from reviewkit.report.words import SAYS
from reviewkit.verdict.wording import said

_UNDECIDED = {"none", "not graded"}


def page(explanation: Explanation) -> Page:
    """Return a claim's page: verdict, mentions, certainty, effects, numbers, what it turns on."""
    out = Page()
    _opening(out, explanation)
    _mentions(out, explanation)
    _inventory(out, explanation.inventory)
    for body in explanation.own:
        add_certainty(out, body)
        add_studies(out, body)
    add_beside(out, explanation.beside)
    if explanation.bodies:
        add_turning(out, explanation.turning)
        add_flagged(out, explanation.flagged)
        add_change(out, explanation.turning, explanation.own)
    add_searches(out, explanation.bodies, explanation.searches, explanation.searches_at)
    for body in explanation.own:
        add_judging(out, body)
    out.heading("What this is, and is not")
    out.say(explanation.caption)
    return out


def _opening(out: Page, found: Explanation) -> None:
    out.title(f"{found.id} ({found.kind})")
    out.lead(f"“{found.statement}”")
    if found.says is not None:
        certainty = found.certainty or "none"
        shown = f"{certainty} certainty" if certainty not in _UNDECIDED else ""
        says = SAYS[found.says]
        out.label("evidence", f"{says}, with {shown}" if shown else says)
    ruling = found.ruling
    out.label("verdict", f"said plainly: {verdict_text(ruling)}", role=role(ruling.severity))
    if ruling.carries is not None:
        out.label("carries", f"the evidence carries {ruling.carries}")
    if not found.figures:
        out.label("why", ruling.reason)
    for text in ruling.against:
        out.label("", text)
    for figure in found.figures:
        _figure(out, figure)
    for link, cited in found.background.items():
        out.label("background", f"{link}: {cited} (cited, not graded)")
    if found.origin is not None:
        where = f"{found.origin.url}, " if found.origin.url else ""
        out.label("source", f"{where}looked for on {found.origin.on}; {found.origin.place}")
    if found.note:
        out.label("note", found.note)
    out.label("record", found.place)


def _mentions(out: Page, found: Explanation) -> None:
    count = display.plural(len(found.mentions), "mention")
    out.heading(f"Where it is said: {count}")
    if not found.mentions:
        return
    out.say(f"By severity: {spread(m.ruling.severity for m in found.mentions)}.")
    out.say(
        "What a sentence says is told in other words; the articles' own words are not kept here.",
        role="quiet",
    )
    for source in dict.fromkeys(m.source for m in found.mentions):
        title = next(m.source_title for m in found.mentions if m.source == source)
        out.part(f"{source} · {title}", links=(Link(folder="articles", name=source, text=title),))
        for mention in found.mentions:
            if mention.source == source:
                _mention(out, found, mention)


def _mention(out: Page, found: Explanation, mention: MentionAccount) -> None:
    out.part(
        f"line {mention.line}, sentence {mention.sentence} ({mention.section}): "
        f"{verdict_text(mention.ruling)}",
        level=2,
        role=role(mention.ruling.severity),
    )
    out.label("says", mention.says, level=2)
    out.label("wording", wording_text(mention), level=2)
    out.label("read as", display.joined(map(kind_text, mention.kinds)), level=2)
    if why := _own_reason(found, mention, mention.ruling):
        out.label("why", why, level=2)
    for other in mention.others:
        why = _own_reason(found, mention, other)
        told = f"as {kind_text(other.route)}: {verdict_text(other)}"
        out.label("also", f"{told}. {why}" if why else told, level=2)
    for figure in mention.figures:
        _figure(out, figure, level=2)
    if not mention.robust:
        out.label("turns on", turns_text(mention), level=2)
    if mention.note:
        out.label("note", mention.note, level=2)
    out.label("record", mention.place, level=2)


def _own_reason(found: Explanation, mention: MentionAccount, ruling: RulingAccount) -> str:
    """A mention's reason without what the page says of it elsewhere.

    That is: the claim's own evidence and what stands beside it, the level of its wording, and each
    of its numbers.
    """
    if ruling.route == "figure":
        return ""
    if ruling.reason == found.ruling.reason:
        return "as for the plain statement, above."
    rest = ruling.reason
    for body in found.own:
        rest = rest.replace(f"{body.why}: {body.tells}", "").replace(body.tells, "")
    if ruling.allowed is not None:
        rest = rest.replace(said(mention.wording, ruling.allowed, ruling.certainty), "")
    news = [text for text in ruling.against if text not in found.ruling.against]
    return " ".join([*rest.split(), *news])


def _figure(out: Page, figure: FigureAccount, *, level: int = 1) -> None:
    correct = figure.status == "correct"
    told = f"{figure.said}: {'correct as printed' if correct else figure.status}"
    if not correct:
        told += f" ({figure.why})"
    if figure.flags:
        told += f"; but {'; '.join(figure.flags)}"
    out.label("number", told, level=level)
    place = figure.in_record
    read = [text for text in (place.document, place.where) if text]
    told = f"{figure.of}, {'; '.join([*read, place.line])}"
    out.label("", told, level=level, role="quiet", links=(study_link(figure.of),))


def _inventory(out: Page, inventory: InventoryAccount | None) -> None:
    if inventory is None:
        return
    counted = [study for study in inventory.studies if study.counts]
    out.heading(f"What evidence there is: {display.plural(len(counted), 'study')}")
    certainty = f", of at least {inventory.certainty} certainty" if inventory.certainty else ""
    out.label("needed", f"at least {display.plural(inventory.at_least, 'study')}{certainty}")
    out.label("of", f"{display.joined(inventory.interventions, last='or')}")
    out.label("measuring", f"{display.joined(inventory.outcomes, last='or')}")
    out.label("designs", f"{display.joined(inventory.designs, last='or')}")
    out.label("record", inventory.place)
    for title, counts in (("Such studies", True), ("Of another design, so not counted", False)):
        found = [study for study in inventory.studies if study.counts is counts]
        if found:
            rows = [(study.study, study.design, f"{study.cited}; {study.place}") for study in found]
            links = tuple(study_link(study.study) for study in found)
            head = ("study", "design", "cited, and its place")
            out.table(rows, head=head, caption=title, links=links)

"""The part of a page that tells a body: its certainty, its studies, their numbers and places."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit import display
from reviewkit.certainty.proposal import PROPORTION, Quantity
from reviewkit.report.appraisals import add_risk
from reviewkit.report.bodies import BodyAccount
from reviewkit.report.domains import DomainAccount, JudgementAccount
from reviewkit.report.lines import Link, Page
from reviewkit.report.places import Place
from reviewkit.report.results import ResultAccount, effect_text, inputs_text
from reviewkit.report.words import ACCESS, CONTRASTS, DOMAINS, MARKS, maker


def add_certainty(out: Page, body: BodyAccount) -> None:
    """Tell how certain a body is: question, start, domains, sum and step back."""
    name = f" · {body.why}" if body.why else ""
    out.heading(f"How certain: {body.certainty}{name}")
    out.label("body", f"{body.id} ({body.directness}; {body.place})", links=(_page(body),))
    out.label("question", body.question)
    out.label("threshold", f"{_held_against(body)}: {body.threshold_why}")
    if not body.counted:
        out.label("result", f"{body.tells} No direct evidence; it may be true all the same.")
        if body.note:
            out.label("note", body.note)
        return
    out.label("result", body.tells)
    if body.statement:
        out.label("may say", body.statement)
    together = (("pooled", body.pooled), ("directions", body.directions))
    for name, text in (*together, ("p values", body.p_values), ("note", body.note)):
        if text:
            out.label(name, text)
    rule = _rule(body.starts_source, body.starts_mark)
    out.label("starts at", f"{body.starts}: {body.starts_why} [{rule}]")
    for domain in body.domains:
        _domain(out, domain)
    if not body.domains:
        return
    _whole(out, body)


def _whole(out: Page, body: BodyAccount) -> None:
    """Tell the sum, what raises it, and the step back."""
    out.part("The whole")
    out.label("sum", body.sum)
    if body.rating_up is not None and body.starts != "high":
        rule = _rule(body.rating_up.source, body.rating_up.mark)
        told = "; ".join(body.rating_up.path)
        out.label("rating up", f"{body.rated_up or 'none'}: {told} [{rule}]")
    if body.provisional:
        out.label("", "provisional: known mainly from abstracts, so never high")
    if body.overall is None:
        out.label("step back", "no judgement of the whole is recorded; the sum stands")
        return
    instead = "the sum" if body.overall_suspended else None
    out.label("step back", _judged(body.overall, instead))


def _held_against(body: BodyAccount) -> str:
    if body.size:
        return f"the size that is claimed, a {body.size}"
    return f"the minimal important difference, {body.mid}" if body.mid else "no difference"


def add_studies(out: Page, body: BodyAccount) -> None:
    """Tell each result of a body, and what was left out."""
    if body.counted:
        out.heading(f"What was found: {display.plural(len(body.counted), 'result')} counted")
        for result in body.counted:
            _result(out, result)
    if body.left_out or body.excluded:
        out.heading("What does not count, and why")
    for result in body.left_out:
        told = f"{result.why_not}. It has: {result.finding}"
        out.item(f"{result.ref}: {told} ({result.place.line})", links=(study_link(result.ref),))
    for excluded in body.excluded:
        told = f"{excluded.ref}: {excluded.why} ({excluded.place})"
        out.item(told, links=(study_link(excluded.ref),))


def study_link(ref: str) -> Link:
    """Lead from the name of a study, or of one of its results or fields, to the study's page."""
    return Link(folder="studies", name=ref.partition("#")[0], text=ref)


def add_beside(out: Page, bodies: Sequence[BodyAccount]) -> None:
    """Tell the bodies beside the claim's own, each result with its place."""
    if not bodies:
        return
    out.heading("Beside it")
    for body in bodies:
        certainty = f": {body.certainty}" if body.certainty != "none" else ""
        out.part(f"{body.id}{certainty}", links=(_page(body),))
        out.say(f"{body.why} ({body.directness}). {body.tells}", level=2)
        for result in body.results:
            counted = "" if result.counts else f"; not counted: {result.why_not}"
            people = f"{result.n:,} people: " if result.n else ""
            told = f"{result.ref}, {people}{result.finding}{counted}"
            out.item(f"{told}; {result.place.line}", level=2, links=(study_link(result.ref),))
            for number in result.numbers:
                printed = f"{number.name} {number.text}"
                out.say(f"{printed}: {_stands(number.place)}", level=3, role="quiet")
        out.say(f"Its domains: reviewkit explain {body.id}; {body.place}", level=2, role="quiet")


def _page(body: BodyAccount) -> Link:
    return Link(folder="bodies", name=body.id)


def _domain(out: Page, domain: DomainAccount) -> None:
    noted = [f"−{domain.down}"] if domain.down else []
    if domain.departs:
        noted.append(f"the rule proposes {domain.proposed}")
    beside = f" ({'; '.join(noted)})" if noted else ""
    out.part(f"{DOMAINS[domain.domain]}: {domain.level}{beside}")
    proposed = f"{domain.proposed}: {'; '.join(domain.path)}"
    out.label("proposed", f"{proposed} [{_rule(domain.source, domain.mark)}]", level=2)
    if domain.branch:
        numbers = "; ".join(map(_quantity, domain.numbers))
        out.label("branch", f"{domain.branch}{f': {numbers}' if numbers else ''}", level=2)
    if domain.judgement is None:
        out.label("judged", "not judged; the proposal stands", level=2)
        return
    instead = "the proposal" if domain.suspended else None
    out.label("judged", _judged(domain.judgement, instead), level=2)


def _quantity(number: Quantity) -> str:
    """A number that a rule compared, with its name and unit."""
    if number.unit == PROPORTION:
        return f"{number.name} {display.percent(number.value)}"
    unit = f" {number.unit}" if number.unit else ""
    return f"{number.name} {display.number(number.value)}{unit}"


def _judged(judgement: JudgementAccount, instead: str | None) -> str:
    """A judgement with reason, maker, date, documents and place, and what stands if suspended."""
    suspended = f"suspended, since what it saw has moved; {instead} stands. " if instead else ""
    made = f"{maker(judgement.by)}; {judgement.on}; read: {display.joined(judgement.read)}"
    return f"{suspended}{judgement.is_}. {judgement.why} ({made}; {judgement.place})"


def _rule(source: str | None, mark: str | None) -> str:
    """The rule's source with how it was read; a convention is never shown as anybody else's."""
    told = MARKS[mark or "convention"]
    return told if mark == "convention" or not source else f"{source}; {told}"


def _result(out: Page, result: ResultAccount) -> None:
    out.part(result.ref, links=(study_link(result.ref),))
    out.label("study", f"{result.cited}: {result.title}", level=2)
    against = f", against {result.versus}" if result.versus else ""
    compared = f"{CONTRASTS[result.contrast]}: {result.arm}{against}"
    out.label("compares", f"{compared}; {result.time}", level=2)
    out.label("measured", result.outcome, level=2)
    if result.says:
        out.label("it says", result.says, level=2)
    if result.conflict:
        out.label("conflict", result.conflict, level=2)
    out.label("effect", result.finding, level=2)
    if result.effect is not None:
        out.label("formula", f"{result.effect.formula} [doi:{result.effect.source}]", level=2)
        out.label("inputs", inputs_text(result.effect), level=2)
        for assumption in result.effect.assumptions:
            out.label("assumed", assumption, level=2)
    if result.standardised is not None:
        out.label("in SDs", effect_text(result.standardised, ""), level=2)
    people = "not known" if result.n is None else str(result.n)
    out.label("people", f"{people} ({result.n_basis})", level=2)
    for element, why in result.concerns.items():
        out.label("differs", f"{element}: {why}", level=2)
    _bias(out, result)
    for note in (result.use_note, result.note):
        if note:
            out.label("note", note, level=2)
    _printed(out, result)


def _bias(out: Page, result: ResultAccount) -> None:
    """The risk of bias by its items; the view of the whole where there are none."""
    if result.appraisal is not None:
        add_risk(out, result.appraisal, level=2)
        return
    whole = [text for text in (result.risk_of_bias, result.risk_of_bias_why) if text]
    out.label("bias", ". ".join(whole), level=2)


def _printed(out: Page, result: ResultAccount) -> None:
    """The numbers as printed, each with its document, its place there and its line of YAML."""
    out.label("record", result.place.line, level=2)
    documents = {
        place.document: place
        for place in (result.place, *(number.place for number in result.numbers))
        if place.document
    }
    for name, place in documents.items():
        out.label("read", f"{name}: {ACCESS[place.access]}, {place.on}; {place.url}", level=2)
    if not result.numbers:
        out.label("printed", "no number that an effect could be computed from", level=2)
        return
    rows = [(n.name, n.text, _stands(n.place)) for n in result.numbers]
    head = ("number", "text", "read in, and its place")
    out.table(rows, head=head, caption="as printed", level=3)


def _stands(place: Place) -> str:
    """The document a number was read in, the place there, and the line of YAML."""
    read = [text for text in (place.document, place.where) if text]
    return "; ".join([*read, place.line])

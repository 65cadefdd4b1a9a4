"""The page of an article as text: what it claims, sentence by sentence."""

from __future__ import annotations

from reviewkit import display
from reviewkit.report.claims import shortened, spread
from reviewkit.report.lines import Link, Page
from reviewkit.report.page_mentions import (
    kind_text,
    role,
    turns_text,
    verdict_text,
    wording_text,
)
from reviewkit.report.sources import ClaimSaid, SentenceAccount, SourceAccount
from reviewkit.verdict.wording import said as wording_said

#: Characters of a reason here; the claim's own page has the whole.
WHY = 240
#: What counts by verdict do not say, wherever they stand.
NO_SCORE = (
    "Counts of recorded mentions, not a score: articles differ in length and in what they are "
    "about. “No direct evidence” says that this base holds none, not that the sentence is false."
)
#: Why the sentences themselves are not shown.
OWN_WORDS = (
    "What a sentence says is told in other words; the article's own words are not kept here."
)


def source_page(source: SourceAccount) -> Page:
    """Return an article's page: its counts, then each sentence that holds a recorded claim."""
    out = Page()
    _opening(out, source)
    mentions = display.plural(len(source.said), "mention")
    out.heading(f"In the order of the text: {mentions}")
    out.say(OWN_WORDS, role="quiet")
    for sentence in source.sentences:
        _sentence(out, sentence)
    out.heading("What this is, and is not")
    out.say(source.caption)
    return out


def _opening(out: Page, source: SourceAccount) -> None:
    out.title(f"{source.id} (article)")
    out.lead(source.title)
    for name in ("publisher", "published", "url"):
        if text := getattr(source, name):
            out.label(name, text)
    out.label("read on", source.read)
    if source.note:
        out.label("note", source.note)
    out.label("record", source.place)
    if not source.said:
        out.label("mentions", "no claim of it is recorded")
        return
    mentions = display.plural(len(source.said), "mention")
    claims = display.plural(len(source.claims), "claim")
    sentences = display.plural(len(source.sentences), "sentence")
    out.label("mentions", f"{mentions} of {claims}, in {sentences}")
    out.label("severity", spread(said.mention.ruling.severity for said in source.said))
    for severity, verdicts in source.by_verdict.items():
        told = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
        name = "without a finding" if severity == "none" else severity
        out.label("", f"{name}: {told}", role=role(severity) if severity != "none" else "plain")
    wordings = ", ".join(
        f"{sum(counts.values())} {word}" for word, counts in source.by_wording.items()
    )
    out.label("wording", wordings)
    out.say(NO_SCORE, role="quiet")


def _sentence(out: Page, sentence: SentenceAccount) -> None:
    several = len(sentence.claims) > 1
    count = f": {display.plural(len(sentence.claims), 'claim')}" if several else ""
    out.part(f"line {sentence.line}, sentence {sentence.sentence} ({sentence.section}){count}")
    for said in sentence.claims:
        _claim(out, said)


def _claim(out: Page, said: ClaimSaid) -> None:
    mention = said.mention
    ruling = mention.ruling
    out.part(
        f"{said.claim}: {verdict_text(ruling)}",
        level=2,
        role=role(ruling.severity),
        links=(Link(folder="claims", name=said.claim),),
    )
    out.label("says", mention.says, level=2)
    out.label("wording", wording_text(mention), level=2)
    out.label("why", _why(said), level=2)
    for other in mention.others:
        out.label("also", f"as {kind_text(other.route)}: {verdict_text(other)}", level=2)
    if not mention.robust:
        out.label("turns on", turns_text(mention), level=2)


def _why(said: ClaimSaid) -> str:
    """The reason in brief, without what is told of the wording; and whether more stands beside."""
    mention, ruling = said.mention, said.mention.ruling
    reason = ruling.reason
    if ruling.allowed is not None:
        reason = reason.replace(wording_said(mention.wording, ruling.allowed, ruling.certainty), "")
    brief = shortened(reason, WHY)
    if not ruling.against:
        return brief
    bodies = display.plural(len(ruling.against), "body", "bodies")
    one = len(ruling.against) == 1
    return f"{brief} Beside it, {bodies} {'does' if one else 'do'} not favour the claim."

"""Laws of suggestions: taken, they leave no warning or error, claim nothing new, and stay short.

They keep the form of what they replace: its capitals, its stop, and its quotation marks in pairs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewkit.evidence import load
from reviewkit.index import open_index
from reviewkit.prose.check import check
from reviewkit.prose.problems import rank
from reviewkit.prose.suggestion import longest
from reviewkit.prose.suggestion.frames import CAVEATS, LOW
from reviewkit.prose.suggestion.lettering import titled
from reviewkit.prose.suggestion.verbs import BASES, third
from reviewkit.prose.text import BlockKind, Document, Sentence

ROOT = Path(__file__).parents[2]
LABELLED = sorted((ROOT / "tests/scoring").glob("development*.jsonl"))
#: Ways in which writers say that a treatment does something, in each kind of block.
SAID: tuple[tuple[BlockKind, str, str], ...] = (
    ("paragraph", "", "Scalp massage {it} {outcome}."),
    ("paragraph", "", "Scalp massage can help to {base} {outcome}."),
    ("paragraph", "", "Regular scalp massages {base} {outcome}, and you feel good."),
    ("paragraph", "", "Studies show that it has been clinically proven to {base} {outcome}."),
    ("paragraph", "", "Scalp massage will always {base} {outcome}!"),
    ("bullet", "", "{it} {outcome}"),
    ("bullet", "", "Calm: scalp massage {it} {outcome}."),
    ("bullet", "It can:", "{base} {outcome}"),
    ("bullet", "Scalp massage", "{it} {outcome}."),
    ("heading", "", "{it} {outcome}"),
    ("heading", "", "How scalp massage {it} {outcome}"),
    ("heading", "", "How a Scalp Massage Actually Boosts It and Thereby {it} {outcome}"),
    ("paragraph", "", "A week of scalp massage has proven to {base} {outcome}."),
    ("paragraph", "", "Scalp massage at work was shown to {base} {outcome}."),
    ("paragraph", "", "Our scalp massages are known for their ability to {base} {outcome}."),
    ("paragraph", "", "The aim of scalp massage is to {base} {outcome}."),
    ("paragraph", "", "Our therapist explains that it {it} {outcome}."),
    ("paragraph", "", "Scalp massage is a kind of care designed to {base} {outcome}."),
    ("cell", "", "{base} {outcome}"),
)


#: Nearly sentences: what the rewriting looks at, in any order.
PIECES = (
    *("scalp massage", "head massages", "it", "you", "which", "that", "oils", "the", "your"),
    *(
        "reduces",
        "reduce",
        "reducing",
        "reduced",
        "relieves",
        "improves",
        "boosts",
        "helps",
        "help",
    ),
    *("stress", "headaches", "hair growth", "relief", "mood", "neck pain", "thicker hair", "less"),
    *("is", "are", "was", "can", "will", "may", "not", "never", "always", "proven to", "to", "by"),
    *("and", "or", "but", "also", "because", "for", "of", "with", "so", "more", "better", "100%"),
    *(",", ";", ":", " – ", "—", ".", "!", "?", "“", "”", "(", ")", "1.", "Stress:", "2016", "I"),
    *("studies show that", "the evidence is limited", "though", "no evidence", "may be", "TMJ"),
)
KINDS = st.sampled_from(("paragraph", "heading", "bullet", "cell", "quote"))
LEADS = st.sampled_from(("", "", "It can:", "Benefits include", "Scalp massage may help to"))
#: What a label says of a sentence's place.
PLACE = {"kind", "heading", "lead_in", "block"}


#: Two auxiliary verbs of which one would do: "was may reduce".
DOUBLED = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|may|can|will|does|do|to) (?:may|can|is|are|does)\b",
    re.IGNORECASE,
)


@cache
def index() -> dict[str, Any]:
    return open_index(ROOT / "evidence" / "head-massage")


@cache
def vocabulary() -> dict[str, Any]:
    record = load(ROOT / "evidence" / "head-massage").vocabulary
    return record.model_dump(mode="json")


def labelled() -> Iterator[Document]:
    """The labelled documents to develop on, as documents."""
    for path in LABELLED:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            made = []
            for number, entry in enumerate(row["sentences"], 1):
                place = {"block": number} | {name: entry[name] for name in PLACE & set(entry)}
                made.append(sentence(entry["text"], number, **place))
            yield Document(file=row["document"], title=row["title"], sentences=tuple(made))


def sentence(text: str, line: int, **fields: Any) -> Sentence:
    return Sentence(text=text, start=0, end=len(text), line=line, column=1, **fields)


def few(stems: list[str]) -> list[str]:
    """Return some of the verbs that begin with one of these stems; all would take a minute."""
    found = sorted(
        base
        for base in BASES
        if any(base.startswith(stem[:-1]) if stem.endswith("*") else base == stem for stem in stems)
    )
    return found[:: max(1, len(found) // 2)]


def phrases() -> Iterator[tuple[str, str]]:
    """Verbs of effect of the vocabulary with each outcome that a pattern has them govern."""
    said = vocabulary()
    verbs = {effect: few(rows["before"]) for effect, rows in said["effects"].items()}
    patterns = [line for lines in said["claims"].values() for line in lines]
    for pattern in patterns:
        effects, governs, names = re.split(r" & | (?=[!+])", pattern)[0].partition(" > ")
        if effects.startswith("-"):  # spoken of at all: no verb is named that would make it
            continue
        for name in names.split("|") if governs else ():
            rows = said["outcomes"].get(name) or said["terms"].get(name, ())
            words = next((row for row in rows if not set("*.") & set(row)), None)
            for effect in (one for one in effects.split("|") if not one.startswith("-")):
                yield from ((base, words) for base in verbs[effect] if words)


def generated(kind: BlockKind, lead_in: str, way: str) -> Document:
    """A document of made-up sentences that say it in one way."""
    made = []
    for number, (base, outcome) in enumerate(phrases(), 1):
        text = way.format(it=third(base), base=base, outcome=outcome)
        text = text if lead_in else text[0].upper() + text[1:]
        made.append(sentence(text, number, kind=kind, lead_in=lead_in, block=number))
    return Document(file=way, title="Scalp massage", sentences=tuple(made))


def broken(document: Document) -> list[str]:
    """Check a document, take every suggestion, check it again: what breaks a law."""
    (before,) = check([document], index())
    offered = {found["line"]: found for found in before["findings"] if found["suggestion"]}
    taken = document._replace(
        sentences=tuple(
            sentence(
                offered[one.line]["suggestion"],
                one.line,
                kind=one.kind,
                heading=one.heading,
                lead_in=one.lead_in,
                block=one.block,
            )
            if one.line in offered
            else one
            for one in document.sentences
        ),
    )
    (after,) = check([taken], index())
    faults = []
    for found in after["findings"]:
        was = offered.get(found["line"])
        if was is None:
            continue
        told = f"{was['sentence']!r} -> {was['suggestion']!r}"
        claims = {link["claim"] for link in found["links"]}
        if new := claims - {link["claim"] for link in was["links"]}:
            faults.append(f"{told} claims {sorted(new)}")
        if rank(found["severity"]) >= rank("warning"):
            faults.append(f"{told} is told {found['severity']}: {found['reason']}")
    kinds = {one.line: one.kind for one in document.sentences}
    for line, found in offered.items():
        if len(found["suggestion"]) > longest(found["sentence"]):
            faults.append(f"{found['suggestion']!r} is too long")
        faults += misshapen(found["sentence"], found["suggestion"], kinds[line])
    return faults


def misshapen(said: str, offered: str, kind: BlockKind) -> list[str]:
    """What of the form of a sentence is lost in what is offered for it."""
    faults = []
    if kind == "heading" and titled(said) and not titled(offered):
        faults.append(f"{said!r} -> {offered!r} loses title case")
    if kind == "heading" and not said.endswith((".", "!", "…")) and offered.endswith("."):
        faults.append(f"{said!r} -> {offered!r} ends with a stop")
    if (doubled := DOUBLED.search(offered)) and not DOUBLED.search(said):
        faults.append(f"{said!r} -> {offered!r} has two verbs: {doubled[0]!r}")
    if offered.count("“") != offered.count("”") or offered.count('"') % 2:
        faults.append(f"{said!r} -> {offered!r} leaves a quotation open")
    return faults


def test_labelled_sentences_keep_the_laws() -> None:
    assert [fault for document in labelled() for fault in broken(document)] == []


@pytest.mark.parametrize(("kind", "lead_in", "way"), SAID)
def test_each_way_of_saying_keeps_the_laws(kind: BlockKind, lead_in: str, way: str) -> None:
    assert broken(generated(kind, lead_in, way)) == []


@pytest.mark.parametrize(("kind", "lead_in", "way"), SAID)
def test_each_way_of_saying_is_met_with_a_suggestion(
    kind: BlockKind, lead_in: str, way: str
) -> None:
    (row,) = check([generated(kind, lead_in, way)], index())
    flagged = [found for found in row["findings"] if found["severity"] != "none"]
    assert flagged
    assert [found["sentence"] for found in flagged if not found["suggestion"]] == []


@pytest.mark.parametrize("caveat", sorted({LOW, *CAVEATS.values()}))
@pytest.mark.parametrize("said", ["Scalp massage may help hair grow", "It may relieve stress"])
def test_a_caveat_makes_no_claim_of_its_own(said: str, caveat: str) -> None:
    told = [
        {link["claim"] for found in row["findings"] for link in found["links"]}
        for text in (f"{said}.", f"{said}, but {caveat}.", f"{said} ({caveat}).")
        for row in check(
            [Document(file="f", title="Scalp massage", sentences=(sentence(text, 1),))], index()
        )
    ]
    assert told[0]
    assert told == [told[0]] * len(told)


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=2, max_size=14), kind=KINDS, lead_in=LEADS)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_no_row_of_words_breaks_the_laws(pieces: list[str], kind: BlockKind, lead_in: str) -> None:
    text = " ".join(pieces)
    one = sentence(text, 1, kind=kind, lead_in=lead_in if kind == "bullet" else "")
    assert broken(Document(file="f", title="Scalp massage", sentences=(one,))) == []

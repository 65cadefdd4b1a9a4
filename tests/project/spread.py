"""The spread of verdicts as a page: `python -m tests.project.spread` writes it, a test holds it.

Every number on the page is counted in the run; none is written here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from reviewkit import Graded, grade, load
from reviewkit.certainty import CERTAINTY
from reviewkit.display import plural, wrap
from reviewkit.index import build, caption
from reviewkit.records import WORDING
from reviewkit.review import GradedMention
from reviewkit.verdict import SEVERITIES, Ruling
from reviewkit.verdict.ruling import WORDS
from tests.project.tree import ROOT

REVIEW = ROOT / "evidence" / "head-massage"
PAGE = ROOT / "docs" / "verdicts.md"

Row: TypeAlias = tuple[str, ...]
#: A mention with the id of its claim.
Said: TypeAlias = tuple[str, GradedMention]

#: Columns of the page's prose.
WIDTH = 100
#: What stands where no body of evidence decided.
DASH = "–"
#: Worst first; the severity "none" is no finding.
GRAVITY = SEVERITIES[::-1]
SAYS = ("favours", "little to no difference", "against", "mixed", "no direct evidence", DASH)
LEVELS = (*CERTAINTY[::-1], "none", "not graded", DASH)
#: How a sentence of a reason begins that always belongs to it; else its first one is enough.
DECIDES = ("The evidence is of", "The sentence is")
SENTENCE_END = re.compile(r"(?<=[.!?]) ")

INTRODUCTION = """\
# The verdicts over the articles, as measured

Written by `python -m tests.project.spread` from the records in `evidence/head-massage`. A test
holds this page to what the records give: after a change in the evidence, write it again.

## How to read it

A *mention* is one sentence of one article in its making of one claim: a sentence that makes three
claims is three mentions. The *verdict* says whether the sentence, as it is worded, says what the
evidence on record allows; the *severity*, how much that should trouble its writer. “No direct
evidence” says that none was found here, not that the claim is false, and “wording fits” that a
sentence is as careful as its evidence, not that its claim is true. Bare instructions, definitions
and puffery are not held against evidence and have no finding. These are counts, not scores: the
articles differ in length and in what they speak of, and they stand in the order of their ids, which
`evidence/head-massage/sources` explains.
"""
OF_WORDING = """\
The wording of the sentence, and the certainty of the body of evidence that decided: “none” where no
direct evidence was found; a dash where a single study or a count of studies decided, or where there
was nothing to grade.
"""
OF_CLAIMS = """\
Of each claim's own body of evidence; a dash where a claim rests on a single study or on a count of
studies, or where there is nothing to grade.
"""


def page(graded: Graded) -> str:
    """Return the page of a graded review."""
    standing = wrap(caption(build(graded)), width=WIDTH)
    parts = [INTRODUCTION, *_sections(graded), "## What this is not", standing]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def mentions(graded: Graded) -> list[Said]:
    """Return every mention in the order of the articles."""
    found = [(name, one) for name, claim in graded.claims.items() for one in claim.mentions]
    return sorted(found, key=lambda said: (place(said), said[0]))


def place(said: Said) -> tuple[str, int, int]:
    """Return the source, line and position of a mention."""
    mention = said[1].mention
    return mention.source, mention.line, mention.sentence


def reason(ruling: Ruling) -> str:
    """Return why, in a line: what speaks of the verdict, else how the reason begins and ends."""
    first, *rest = SENTENCE_END.split(" ".join(ruling.reason.split()))
    named = [part for part in (first, *rest) if f": {ruling.verdict} (" in part]
    return " ".join(named or [first, *(part for part in rest if part.startswith(DECIDES))])


def crossed(heads: Row, down: Sequence[Row], across: Row, cells: Iterable[tuple[Row, str]]) -> str:
    """Return a table of counts with its sums; a row of noughts is left out."""
    counts = Counter(cells)
    strange = [cell for cell in counts if cell[0] not in down or cell[1] not in across]
    assert not strange, f"no place in the table for {strange}"
    rows = [(row, [counts[row, column] for column in across]) for row in down]
    sums = [sum(numbers) for numbers in zip(*(row[1] for row in rows), strict=True)]
    last = ("all", *[""] * (len(heads) - 1))
    return table(
        (*heads, *across, "all"),
        [
            (*row, *map(str, numbers), str(sum(numbers)))
            for row, numbers in [*rows, (last, sums)]
            if any(numbers)
        ],
    )


def table(heads: Row, rows: Iterable[Row]) -> str:
    """Return a table of Markdown."""
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in (heads, *rows)]
    lines.insert(1, " | ".join(["---"] * len(heads)))
    return "\n".join(f"| {line} |" for line in lines)


def _sections(graded: Graded) -> Iterator[str]:
    said = mentions(graded)
    sources, words = tuple(graded.evidence.sources), [(word,) for word in WORDS]
    both = [(one.mention, one.ruling) for _, one in said]
    yield _opening(graded, said)
    yield "## By article and severity"
    by_severity = [((mention.source,), ruling.severity) for mention, ruling in both]
    yield crossed(("article",), [(source,) for source in sources], GRAVITY, by_severity)
    yield "## By article and verdict"
    by_source = [((ruling.verdict,), mention.source) for mention, ruling in both]
    yield crossed(("verdict",), words, sources, by_source)
    yield "## By verdict and severity"
    by_verdict = [((ruling.verdict,), ruling.severity) for _, ruling in both]
    yield crossed(("verdict",), words, GRAVITY, by_verdict)
    yield f"## By wording, certainty and severity\n\n{OF_WORDING}"
    levels = [f"{level} {word}" for level, word in enumerate(WORDING)]
    by_wording = [
        ((levels[mention.wording], ruling.certainty or DASH), ruling.severity)
        for mention, ruling in both
    ]
    pairs = [(level, certainty) for level in levels for certainty in LEVELS]
    yield crossed(("wording", "certainty"), pairs, GRAVITY, by_wording)
    yield from _errors(said)
    yield f"## The claims, by evidence and certainty\n\n{OF_CLAIMS}"
    claims = [((c.says or DASH,), c.certainty or DASH) for c in graded.claims.values()]
    yield crossed(("evidence",), [(says,) for says in SAYS], LEVELS, claims)


def _opening(graded: Graded, said: Sequence[Said]) -> str:
    severities = Counter(one.ruling.severity for _, one in said)
    counted = [plural(severities[s], s) for s in GRAVITY if s != "none"]
    turning = sum(not one.robust for _, one in said)
    text = (
        f"In {plural(len(set(map(place, said))), 'sentence')} of "
        f"{plural(len(graded.evidence.sources), 'article')}, {plural(len(said), 'mention')} of "
        f"{plural(len(graded.claims), 'claim')}: {', '.join(counted)}, and {severities['none']} "
        f"without a finding. Verdicts that turn on what a paper leaves open, the most cautious of "
        f"which is counted: {turning}."
    )
    return wrap(text, width=WIDTH)


def _errors(said: Sequence[Said]) -> Iterator[str]:
    errors = [(name, one) for name, one in said if one.ruling.severity == "error"]
    yield f"## The errors, one by one ({len(errors)})"
    yield table(
        ("claim", "source:line, sentence", "in other words", "verdict", "because"),
        [
            (
                name,
                f"{one.mention.source}:{one.mention.line}, {one.mention.sentence}",
                one.mention.says,
                one.ruling.shown,
                reason(one.ruling),
            )
            for name, one in errors
        ],
    )


if __name__ == "__main__":
    PAGE.write_text(page(grade(load(REVIEW))), encoding="utf-8")

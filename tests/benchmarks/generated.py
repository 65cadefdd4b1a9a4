"""A review of any size, made up: trials as papers print them, pooled in bodies, under claims.

The numbers are drawn from seeded distributions and rounded as journals round; nothing in it is a
real study. Each study has the shape of a typical record of this project: two arms, three outcomes.
"""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

OUTCOMES = ("pain", "sleep", "strain")
DAY = "2026-11-21"
STUDIES_IN_A_BODY = 50

REVIEW = """\
id: generated
title: A generated review
question: How long does it take to validate many records?
maintainers:
  - {{name: the benchmark, interests: none}}
reading: Nothing was read; the records are made up to measure how long they take.
searches:
  - {{for: nothing, where: nowhere, how: made up, on: {day}, found: "{studies} records"}}
outcomes:
{outcomes}interventions:
  massage: {{label: massage}}
  rest: {{label: rest, control: true}}
"""

STUDY = """\
id: {id}
citation:
  authors: [Author A, Writer B, Third C]
  year: {year}
  title: "A made-up trial, number {number}"
  journal: Journal of Made-up Trials
  volume: "{volume}"
  pages: {first}-{last}
  doi: 10.1000/made.up.{number}
read:
  abstract: {{url: "https://example.org/{id}", access: abstract, on: {day}}}
  paper: {{url: "https://example.org/{id}/full", access: full-text, on: {day}}}
design:
  type: parallel-trial
  allocation: randomised
  blinding: not reported
  at: paper
  where: Methods, second paragraph
population:
  who: adults who said that they were tired
  country: not reported
  n: {{enrolled: "{enrolled}", analysed: "{analysed}"}}
  age: not sought
  at: abstract
arms:
  massage:
    intervention: massage
    minutes: "{minutes}"
    times: 2 per week
    weeks: "6"
    n: "{n1}"
    at: paper
  rest:
    intervention: rest
    minutes: "{minutes}"
    times: 2 per week
    weeks: "6"
    n: "{n2}"
    at: paper
results:
{results}appraisal:
  overall: some concerns
  why: The record is made up, so nothing is known of it.
  by: project
  on: {day}
  read: [abstract, paper]
funding: {{by: not reported, industry: not reported}}
registration: not reported
note: >-
  Made up by a seeded generator to measure how long validation takes; it
  describes no study and no person.
"""

RESULT = """\
  {outcome}-6w:
    outcome: {outcome}
    instrument: a scale from 0 to 100
    contrast: between-arms
    arm: massage
    versus: rest
    time: 6 weeks
    groups:
      massage:
        n: "{n1}"
        before: {{mean: "{before1:.1f}", sd: "{sd:.2f}", time: baseline}}
        after: {{mean: "{after1:.1f}", sd: "{sd:.2f}", time: 6 weeks}}
      rest:
        n: "{n2}"
        before: {{mean: "{before2:.1f}", sd: "{sd:.2f}", time: baseline}}
        after: {{mean: "{after2:.1f}", sd: "{sd:.2f}", time: 6 weeks}}
    p: "{p:.3f}"
    direction: {direction}
    says: The scores of the two groups at six weeks are compared.
    at: paper
    where: "Table 2, row {row}"
"""

BODY = """\
id: {id}
question:
  population: adults
  intervention: massage
  comparator: rest
  outcome: {outcome}
  time: 6 weeks
threshold: {{target: "null", why: no minimal important difference is known}}
uses:
{uses}searched: Nothing was searched; the records are made up.
"""

CLAIM = """\
id: {id}
kind: benefit
statement: Massage lowers {outcome}.
outcome: {outcome}
interventions: [massage]
direction: decreases
body: {body}
mentions:
  - source: made-up
    section: Benefits
    line: {line}
    sentence: 1
    sha256: {digest}
    says: A made-up sentence that claims it.
    kinds: [benefit]
    wording: 2
    cue: can lower
    intervention: massage
"""

SOURCE = """\
id: made-up
title: A made-up article
sha256: {digest}
read: {day}
"""


def study(number: int, draw: random.Random) -> str:
    """Return the record of one made-up trial."""
    n1, n2 = draw.randint(8, 60), draw.randint(8, 60)
    first = draw.randint(1, 900)
    results = ""
    for row, outcome in enumerate(OUTCOMES, start=1):
        level, effect = draw.gauss(50, 8), draw.gauss(-3, 4)
        results += RESULT.format(
            outcome=outcome,
            n1=n1,
            n2=n2,
            before1=level + draw.gauss(0, 1),
            before2=level + draw.gauss(0, 1),
            after1=level + effect,
            after2=level + draw.gauss(0, 1),
            sd=draw.uniform(6, 14),
            p=draw.uniform(0.001, 0.999),
            direction="decreases" if effect < 0 else "increases",
            row=row,
        )
    return STUDY.format(
        id=f"made-up-{number}",
        number=number,
        day=DAY,
        year=draw.randint(1990, 2025),
        volume=draw.randint(1, 60),
        first=first,
        last=first + 8,
        enrolled=n1 + n2 + draw.randint(0, 5),
        analysed=n1 + n2,
        minutes=draw.choice((10, 20, 45)),
        n1=n1,
        n2=n2,
        results=results,
    )


def write_review(folder: Path, studies: int, seed: int = 1) -> Path:
    """Write a whole review of so many studies into `folder` and return it."""
    draw = random.Random(seed)  # noqa: S311  # made-up numbers, not secrets
    for kind in ("studies", "bodies", "claims", "sources"):
        (folder / kind).mkdir(parents=True)
    described = "".join(
        f"  {outcome}: {{label: {outcome}, about: comfort, better: lower}}\n"
        for outcome in OUTCOMES
    )
    write(folder / "review.yaml", REVIEW.format(day=DAY, studies=studies, outcomes=described))
    digest = hashlib.sha256(b"made up").hexdigest()
    write(folder / "sources" / "made-up.yaml", SOURCE.format(digest=digest, day=DAY))
    for number in range(studies):
        write(folder / "studies" / f"made-up-{number}.yaml", study(number, draw))
    line = 0
    for start in range(0, studies, STUDIES_IN_A_BODY):
        members = range(start, min(start + STUDIES_IN_A_BODY, studies))
        for outcome in OUTCOMES:
            line += 1
            name = f"{outcome}-{start}"
            uses = "".join(f"  - {{result: made-up-{one}#{outcome}-6w}}\n" for one in members)
            write(
                folder / "bodies" / f"{name}.yaml", BODY.format(id=name, outcome=outcome, uses=uses)
            )
            sentence = hashlib.sha256(name.encode()).hexdigest()
            claim = CLAIM.format(
                id=f"{name}-lower", outcome=outcome, body=name, line=line, digest=sentence
            )
            write(folder / "claims" / f"{name}-lower.yaml", claim)
    return folder


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")

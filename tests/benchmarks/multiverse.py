"""How long a multiverse takes, from records to verdicts. `python -m tests.benchmarks.multiverse`.

A made-up review with one body of six crossover trials, each of which leaves something open:
crossed with the correlation and the ways of pooling that are 9,600 specifications. What is measured
begins with records that are read and ends with a verdict, a certainty and the choices that they
turn on. The results are first held against those of grading one specification at a time.
"""

from __future__ import annotations

import hashlib
import math
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import reviewkit
from reviewkit.certainty import grade_body
from reviewkit.evidence import Evidence
from reviewkit.review import Graded
from tests.benchmarks.checker import machine
from tests.benchmarks.generated import CLAIM, DAY, SOURCE
from tests.benchmarks.pooling import Timed

Result = TypeVar("Result")
ROOT = Path(__file__).resolve().parents[2]
REPEATS = 5
SAMPLED = 40
"""Specifications that are graded by themselves, for comparison."""
CLOSE = 1e-9
"""Relative; iterations of τ² stop at different places."""

REVIEW = """\
id: multiverse
title: A made-up review with much left open
question: How long do 10,000 specifications take?
maintainers: [{name: the benchmark, interests: none}]
reading: Nothing was read; the records are made up.
outcomes:
  pain: {label: pain, about: comfort, unit: points, better: lower,
    mid: {value: "0.5", unit: points, source: made up, basis: convention}}
interventions:
  massage: {label: massage}
  rest: {label: rest, control: true}
analysis:
  estimator: {main: REML, alternatives: [PM, DL, EB, ML], why: made up}
  test: {main: hksj-floor, alternatives: [hksj, t], why: made up}
assumptions:
  correlation: {main: "0.5", over: ["0", "0.25", "0.5", "0.75", "0.95"], why: not printed}
"""
STUDY = """\
id: {id}
citation: {{authors: [Author A], year: {year}, title: A made-up trial}}
read:
  paper: {{url: "https://example.org/{id}", access: full-text, on: {day}}}
design: {{type: crossover-trial, allocation: {allocation}, at: paper}}
population: {{who: adults, n: {{analysed: "{n}"}}, at: paper}}
arms:
  massage: {{intervention: massage, n: "{n}", at: paper}}
  rest: {{intervention: rest, n: "{n}", at: paper}}
results:
  pain:
    outcome: pain
    contrast: between-conditions
    arm: massage
    versus: rest
    time: 6 weeks
    unit: points
    groups:
      massage: {{n: "{n}", after: {{mean: "{treated:.2f}", spread: "{spread:.2f}"}}}}
      rest: {{n: "{n}", after: {{mean: "{untreated:.2f}", spread: "{spread:.2f}"}}}}
    readings:
      spread: {{options: [sd, se], main: sd, why: the paper does not name it}}
    direction: decreases
    says: The means of both conditions are compared.
    at: paper
{open}appraisal: {{overall: {risk}, why: made up, by: project, on: {day}, read: [paper]}}
funding: {{by: not reported, industry: not reported}}
"""
ALLOCATION = """\
readings:
  allocation: {options: [randomised, not randomised], why: the paper says only "assigned"}
"""
BODY = """\
id: pain
question:
  {population: adults, intervention: massage, comparator: rest, outcome: pain, time: 6 weeks}
threshold: {target: "mid", why: made up}
uses:
"""


def write_review(folder: Path, studies: int, *, seed: int = 1) -> Path:
    """Write a review of so many crossover trials whose ± is not named."""
    draw = random.Random(seed)  # noqa: S311  # made-up numbers, not secrets
    for kind in ("studies", "bodies", "claims", "sources"):
        (folder / kind).mkdir(parents=True)
    (folder / "review.yaml").write_text(REVIEW, encoding="utf-8")
    uses = ""
    for number in range(studies):
        first = number == 0
        text = STUDY.format(
            id=f"made-up-{number}",
            year=2000 + number,
            day=DAY,
            n=draw.randint(12, 60),
            allocation="not reported" if first else "randomised",
            treated=3 + draw.gauss(0, 0.4),
            untreated=4 + draw.gauss(0, 0.2),
            spread=draw.uniform(0.8, 2.0),
            risk=draw.choice(("low", "some concerns", "high")),
            open=ALLOCATION if first else "",
        )
        (folder / "studies" / f"made-up-{number}.yaml").write_text(text, encoding="utf-8")
        uses += f"  - {{result: made-up-{number}#pain}}\n"
    body = f"{BODY}{uses}searched: Nothing was searched; the records are made up.\n"
    (folder / "bodies" / "pain.yaml").write_text(body, encoding="utf-8")
    digest = hashlib.sha256(b"made up").hexdigest()
    claim = CLAIM.format(id="pain-lower", outcome="pain", body="pain", line=1, digest=digest)
    (folder / "claims" / "pain-lower.yaml").write_text(claim, encoding="utf-8")
    source = SOURCE.format(digest=digest, day=DAY)
    (folder / "sources" / "made-up.yaml").write_text(source, encoding="utf-8")
    return folder


def graded_one_by_one(evidence: Evidence, graded: Graded) -> tuple[float, int]:
    """Grade a sample of the specifications by themselves; the time for one, and how many differ.

    Those with a recorded judgement would be held against the main analysis; here there is none.
    """
    body = graded.bodies["pain"]
    draw = random.Random(2)  # noqa: S311  # a reproducible sample, not a secret
    numbers = draw.sample(range(len(body.all)), SAMPLED)
    start = time.perf_counter()
    alone = [grade_body(evidence, body.main.body, body.all[n].specification) for n in numbers]
    each = (time.perf_counter() - start) / SAMPLED
    differing = sum(
        one.certainty != body.all[number].certainty
        or [d.proposal.branch for d in one.domains]
        != [d.proposal.branch for d in body.all[number].domains]
        or not math.isclose(
            one.synthesis.estimate or 0, body.all[number].synthesis.estimate or 0, rel_tol=CLOSE
        )
        for one, number in zip(alone, numbers, strict=True)
    )
    return each, differing


def best_of(work: Callable[[], Result]) -> tuple[float, Result]:
    """Do some work a few times after a first one, which imports; the best time, and the result."""
    result, seconds = work(), []
    for _ in range(REPEATS):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return min(seconds), result


def measured() -> Iterator[Timed]:
    """Check that the results agree, then time them."""
    with tempfile.TemporaryDirectory() as scratch:
        evidence = reviewkit.load(write_review(Path(scratch) / "review", 6))
        seconds, graded = best_of(lambda: reviewkit.grade(evidence))
        each, differing = graded_one_by_one(evidence, graded)
        assert not differing, f"{differing} of {SAMPLED} specifications differ when graded alone"
        claim = graded.claims["pain-lower"]
        count = len(claim.multiverse.specifications)
        assert claim.multiverse.complete
        tabled, frame = best_of(lambda: graded.multiverse("pain"))
        assert len(frame) == count
    what = f"{count:,} specifications of six trials, graded to verdicts"
    yield Timed(what=what, seconds=seconds, aim="1 s for 10,000")
    yield Timed(what="one of them", seconds=seconds / count)
    yield Timed(what="one of them graded by itself, nothing kept", seconds=each)
    yield Timed(what="the table of them", seconds=tabled)


def main() -> int:
    """Print the table and write it to build/multiverse.md."""
    print("bench: a multiverse", flush=True)
    head = ["| what | best | aim, below |", "|---|---|---|"]
    rows = [timed.row() for timed in measured()]
    table = "\n".join([f"{machine()}; the best of {REPEATS} runs.", "", *head, *rows, ""])
    target = ROOT / "build" / "multiverse.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(table, encoding="utf-8")
    print(f"\n{table}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

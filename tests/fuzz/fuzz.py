"""Mutated and hostile documents, read and checked: nothing but `UserError`, no hang, no bloat.

``make fuzz`` runs 10,000; CI a few hundred. Document number N of a seed is always the same::

    python -m tests.fuzz.fuzz --documents 10000 --seed 1
    python -m tests.fuzz.fuzz --only 4711 --seed 1 --keep build/fuzz
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from reviewkit.errors import UserError
from reviewkit.findings import printable
from reviewkit.index import open_index
from reviewkit.prose.check import check
from reviewkit.prose.documents import Kind, read_data
from reviewkit.prose.documents.opening import text_of
from reviewkit.prose.output import github, sarif, summary, text
from reviewkit.prose.sentences import NO_BREAK
from reviewkit.prose.text import Document
from tests.fuzz.drafts import DRAFTS
from tests.fuzz.mutators import Mutator, mutated, mutated_notebook, mutated_package

ROOT = Path(__file__).resolve().parents[2]
REVIEW = ROOT / "evidence" / "head-massage"
CHANGES: dict[Kind, Mutator] = {"docx": mutated_package, "ipynb": mutated_notebook}
"""How a format is mutated that is more than its text."""
SECONDS = 10
"""Of the processor, for one document, after which it counts as a hang: however busy the machine."""
MEGABYTES = 200
"""By which one document may raise the most memory that its process has had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one document."""

    number: int
    kind: Kind
    size: int
    seconds: float
    sentences: int
    refused: str
    failure: str
    megabytes: float


class Hang(BaseException):
    """A document took longer than `SECONDS`; no `except Exception` can take it for its own."""


@cache
def index() -> dict[str, Any]:
    """Return the index of the review, opened once a process."""
    return open_index(REVIEW)


def made(seed: int, number: int) -> tuple[Kind, bytes]:
    """Return the format and the bytes of a document."""
    draw = Random(f"{seed}:{number}")
    kind = draw.choice(sorted(DRAFTS))
    return kind, CHANGES.get(kind, mutated)(DRAFTS[kind], draw)


def tried(seed: int, number: int) -> Outcome:
    """Read and check one document, and hold it to the laws."""
    kind, data = made(seed, number)
    refused, failure, count = "", "", 0
    index()
    before = _peak()
    signal.signal(signal.SIGPROF, _hang)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    start = time.process_time()
    try:
        document = read_data(data, "draft", kind)
        count = len(document.sentences)
        found = list(check([document], index()))
        hold(document, found, data, kind)
    except UserError as error:
        refused = str(error)
    except (Exception, Hang):  # noqa: BLE001  # what is looked for
        failure = traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return Outcome(
        number=number,
        kind=kind,
        size=len(data),
        seconds=time.process_time() - start,
        sentences=count,
        refused=refused,
        failure=failure,
        megabytes=_peak() - before,
    )


def _hang(*_: object) -> None:
    raise Hang(f"{SECONDS} s")


def _peak() -> float:
    """Return the most memory that this process has had, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def hold(document: Document, found: list[dict[str, Any]], data: bytes, kind: Kind) -> None:
    """Assert what is true of every document that is read, whatever it holds."""
    for sentence in document.sentences:
        assert len(sentence.offsets) == len(sentence.text) > 0
        assert (sentence.start, sentence.end - 1) == (sentence.offsets[0], sentence.offsets[-1])
        assert all(here <= there for here, there in pairwise(sentence.offsets))
    for first, second in pairwise(document.sentences):
        assert first.end <= second.start
        assert first.block <= second.block
    for one in document.ignores:
        assert one.start < one.end
    json.dumps(found).encode()
    places = {(one.start, one.end) for one in document.sentences}
    places |= {(one.start, one.end) for one in document.ignores}
    for finding in found[0]["findings"]:
        finding["sentence"].encode()
        assert (finding["start"], finding["end"]) in places
        for problem in (*finding["problems"], *finding["ignored"]):
            start, stop = problem["within"]
            assert 0 <= start <= stop <= len(finding["sentence"])
            assert finding["start"] <= problem["start"] <= problem["end"] <= finding["end"]
            first, last = (problem[name] for name in ("line", "end_line"))
            assert finding["line"] <= first <= last <= finding["end_line"]
    told(found)
    if kind in ("txt", "md", "html"):
        led_back(document, text_of(data, "draft", kind))


def told(found: list[dict[str, Any]]) -> None:
    """Assert that every format can tell what was found, and none of it moves a cursor."""
    for file in found:
        for line in text.lines(file):
            assert line.text == printable(line.text)
        for command in github.commands(file):
            assert command.startswith("::")
            assert "\n" not in command
    assert summary.table(found)
    json.dumps(sarif.log(found, base=Path.cwd())).encode()


def led_back(document: Document, text: str) -> None:
    """Assert that every character of a sentence stands where the sentence says that it does."""
    for sentence in document.sentences:
        for shown, offset in zip(sentence.text, sentence.offsets, strict=True):
            written = text[offset]
            space = shown in (" ", NO_BREAK) and (written.isspace() or written in "&<{[")
            assert space or written in (shown, "&", "\\"), (sentence, shown, written)
    for one in document.ignores:
        assert "eviewkit:" in text[one.start : one.end]


def run(seed: int, numbers: range, *, jobs: int) -> Iterator[Outcome]:
    """Try the documents of these numbers."""
    if jobs == 1:
        yield from (tried(seed, number) for number in numbers)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(tried, [seed] * len(numbers), numbers, chunksize=20)


def failed(outcome: Outcome) -> str:
    """Return why an outcome is a failure, or nothing."""
    if outcome.failure:
        return outcome.failure
    if outcome.megabytes > MEGABYTES:
        return f"it took {outcome.megabytes:,.0f} MB"
    return ""


def main() -> int:
    """Run the fuzz, print what it found; the exit code is 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=int, help="the number of one document")
    parser.add_argument("--keep", type=Path, help="a folder for the documents that fail")
    asked = parser.parse_args()
    numbers = range(asked.documents)
    if asked.only is not None:
        numbers = range(asked.only, asked.only + 1)
    outcomes = []
    for outcome in run(asked.seed, numbers, jobs=1 if asked.only is not None else asked.jobs):
        outcomes.append(outcome)
        if why := failed(outcome):
            print(f"document {outcome.number} ({outcome.kind}, {outcome.size:,} bytes):\n{why}")
            if asked.keep:
                kind, data = made(asked.seed, outcome.number)
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{outcome.number}.{kind}").write_bytes(data)
    print("\n".join(_told(outcomes)))
    return int(any(failed(outcome) for outcome in outcomes))


def _told(outcomes: list[Outcome]) -> Iterator[str]:
    kinds = Counter(outcome.kind for outcome in outcomes)
    refused = Counter(outcome.kind for outcome in outcomes if outcome.refused)
    for kind, count in sorted(kinds.items()):
        yield f"{kind:6} {count:6,} documents, {refused[kind]:,} refused"
    slowest = sorted(outcomes, key=lambda outcome: -outcome.seconds)[:5]
    for one in slowest:
        yield (
            f"{one.seconds:.2f} s  document {one.number} ({one.kind}, {one.size:,} bytes,"
            f" {one.sentences:,} sentences)"
        )
    yield f"{sum(one.sentences for one in outcomes):,} sentences in {len(outcomes):,} documents"
    yield f"most memory for one document: {max(one.megabytes for one in outcomes):,.0f} MB"
    yield f"{sum(1 for one in outcomes if failed(one)):,} failures"


if __name__ == "__main__":
    raise SystemExit(main())

"""A small review's folder, made from pieces of YAML, for tests that need evidence of their own.

The subject is a warm bath before bed and how one sleeps. Every piece is laid over a whole record,
so that a test says only what it is about::

    folder = Folder(tmp_path)
    folder.study("alpha", "design: {allocation: randomised}")
    folder.body("onset", "uses: [{result: alpha#onset}]")
    folder.claim("sooner", "body: onset")
    graded = folder.grade()

Mappings are laid over each other key by key, anything else is replaced, and ``(left out)`` takes a
key away. Scalars stay text, as in the records.
"""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from reviewkit.evidence import Evidence, check
from reviewkit.findings import render_all
from reviewkit.records import Claim, Mention
from reviewkit.review import Graded, grade

GONE = "(left out)"

REVIEW = """
id: sleep
title: A warm bath before bed
question: Does a warm bath before bed change how one sleeps?
maintainers: [{name: a test, interests: none}]
reading: Made up for a test.
outcomes:
  onset:
    {label: time to fall asleep, about: disorder, unit: minutes, also: {hours: "60"}, better: lower}
  melatonin: {label: melatonin, about: body chemistry, unit: pg/mL, better: higher}
  calm: {label: calm, about: comfort, unit: points, better: higher}
  glow: {label: glow of the skin, about: appearance, unit: points, better: higher}
  warmth: {label: warmth of the skin, about: comfort, unit: °C, better: neither, stable: "true"}
  trials: {label: what trials there are, about: evidence, better: neither}
interventions:
  bath: {label: a warm bath}
  foot-bath: {label: a warm foot bath}
  cool-bath: {label: a bath that is not warm, control: "true"}
  none: {label: no bath, control: "true"}
assumptions:
  correlation: {main: "0.5", over: ["0", "0.5", "0.9"], why: not printed}
"""

STUDY = """
citation: {authors: [Tester A], year: "2019", title: A bath}
read:
  paper: {url: "https://example.org/paper", access: full-text, on: 2020-01-02}
  abstract: {url: "https://example.org/abstract", access: abstract, on: 2020-01-02}
  retold: {url: "https://example.org/retold", access: secondary, on: 2020-01-02}
design: {type: parallel-trial, allocation: randomised, at: paper}
population: {who: adults, n: {analysed: "40"}, at: paper}
arms:
  bath: {intervention: bath, by: the people themselves, minutes: "20", n: "20", at: paper}
  none: {intervention: none, n: "20", at: paper}
results:
  onset:
    outcome: onset
    contrast: between-arms
    arm: bath
    versus: none
    time: 4 weeks
    groups:
      bath: {n: "20", after: {mean: "20.0", sd: "10.0"}}
      none: {n: "20", after: {mean: "30.0", sd: "10.0"}}
    unit: minutes
    direction: decreases
    significant: "yes"
    says: People fell asleep sooner after the bath.
    at: paper
appraisal: {overall: low, why: a test, by: project, on: 2020-01-02, read: [paper]}
funding: {by: a university, industry: "no", at: paper}
"""

BODY = """
question:
  {population: adults, intervention: bath, comparator: no bath, outcome: onset, time: 4 weeks}
threshold: {target: "null", why: a test}
searched: a test, on 2020-01-02
"""

CLAIM = """
kind: benefit
statement: A warm bath before bed makes people fall asleep sooner.
outcome: onset
interventions: [bath]
direction: decreases
"""

MENTION = """
source: article
section: Sleep
line: "1"
says: A warm bath makes you fall asleep sooner.
kinds: [benefit]
wording: "3"
cue: makes
"""

SOURCE = """
id: article
title: An article
read: 2020-01-02
"""


def parsed(text: str) -> Any:
    """Read YAML with every scalar as text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 BaseLoader makes text only


def laid_over(below: Any, above: Any) -> Any:
    """Lay one tree over another: mappings key by key, anything else replaced."""
    if not isinstance(below, dict) or not isinstance(above, dict):
        return deepcopy(above)
    found = {**below}
    for key, value in above.items():
        if value == GONE:
            found.pop(key, None)
        else:
            found[key] = laid_over(below.get(key), value)
    return found


def merged(*pieces: str) -> dict[str, Any]:
    """Lay pieces of YAML over each other, the last on top."""
    found: dict[str, Any] = {}
    for piece in pieces:
        found = laid_over(found, parsed(piece) or {})
    return found


class Folder:
    """The folder of a small review: pieces in, evidence and grades out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sentences = 0
        self._write("review.yaml", merged(REVIEW))
        self._write("sources/article.yaml", {**merged(SOURCE), "sha256": "0" * 64})

    def review(self, piece: str) -> Folder:
        """Lay a piece over the review's own record."""
        return self.change("review.yaml", piece)

    def study(self, name: str, *pieces: str, onset: str = "") -> Folder:
        """Write a study; `onset` is a piece of its one result."""
        record = merged(STUDY, *pieces)
        if onset:
            record["results"]["onset"] = laid_over(record["results"]["onset"], parsed(onset))
        return self._write(f"studies/{name}.yaml", {"id": name, **record})

    def body(self, name: str, *pieces: str) -> Folder:
        """Write a body."""
        return self._write(f"bodies/{name}.yaml", {"id": name, **merged(BODY, *pieces)})

    def claim(self, name: str, *pieces: str, mentions: tuple[str, ...] = ("",)) -> Folder:
        """Write a claim with its mentions, each a piece; none of their sentences is the same."""
        record = {"id": name, **merged(CLAIM, *pieces)}
        record["mentions"] = [self._mention(piece) for piece in mentions]
        return self._write(f"claims/{name}.yaml", record)

    def change(self, file: str, piece: str) -> Folder:
        """Lay a piece over a file that is there."""
        record = parsed((self.folder / file).read_text(encoding="utf-8"))
        return self._write(file, laid_over(record, parsed(piece)))

    def load(self) -> Evidence:
        """Load what was written; a piece that makes no record fails the test with its findings."""
        evidence, findings = check(self.folder)
        assert evidence is not None, render_all(findings)
        return evidence

    def grade(self) -> Graded:
        """Load and grade what was written."""
        return grade(self.load())

    def _mention(self, piece: str) -> dict[str, Any]:
        self.sentences += 1
        record = merged(MENTION, f"sentence: '{self.sentences}'", piece)
        return {"sha256": f"{self.sentences:064x}", **record}

    def _write(self, file: str, record: dict[str, Any]) -> Folder:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML, and its strings stay strings.
        path.write_text(json.dumps(record, indent=1, ensure_ascii=False), encoding="utf-8")
        return self


def a_claim(*pieces: str) -> Claim:
    """Return a claim record without a folder."""
    return Claim.model_validate({"id": "claim", **merged(CLAIM, *pieces)})


def a_mention(*pieces: str) -> Mention:
    """Return a mention record without a folder."""
    record = merged(MENTION, "sentence: '1'", *pieces)
    return Mention.model_validate({"sha256": "0" * 64, **record})

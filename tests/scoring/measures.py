"""What the checker got right and wrong of labelled documents, counted.

Precision, recall and F1 are micro-averages over claim ids in sentences. A false alarm is a finding
that has a claim, or is told as "not covered", on a sentence that is not checkable; it is shown if
it is at least a suggestion, for a writer sees no others. Wording counts if within one level. A
figure is right if its status is that of the label; one that was not seen is wrong. Stance is
counted on the checkable sentences that were found.

A claim is *passed* if the base holds no support for it, it is labelled as asserted, more strongly
than hedged, and the checker told it as fitting all the same: "wording fits", or "correct" where by
the label no study of the base is told of, so that it is no faithful report. None may be.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from reviewkit.prose.check import check
from reviewkit.prose.wording import HEDGED, PLAIN
from tests.scoring.labels import Label, document

DRAWS, SEED = 2000, 20261121
#: What the base rules on a plain assertion that it supports, or that is not for it to judge.
SUPPORTED = frozenset({"wording fits", "correct", "not graded", "not testable"})

Kind = Literal["passed", "missed", "false", "alarm", "stance", "wording", "figure"]


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that the checker got wrong."""

    document: str
    place: int
    kind: Kind
    what: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.document}:{self.place}: {self.kind} {self.what}"


@dataclass(slots=True)
class Counts:
    """What was right and wrong, in one document or all."""

    hit: int = 0
    missed: int = 0
    false: int = 0
    silent: int = 0
    alarms: int = 0
    shown: int = 0
    stances: int = 0
    stances_right: int = 0
    wordings: int = 0
    wordings_right: int = 0
    figures: int = 0
    figures_right: int = 0
    unsupported: int = 0
    passed: int = 0

    def add(self, other: Counts) -> None:
        """Add another's counts to these."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def measures(self) -> dict[str, float]:
        """Shares; one that rests on nothing is not a number, and is printed as a dash."""
        return {
            "precision": _share(self.hit, self.hit + self.false),
            "recall": _share(self.hit, self.hit + self.missed),
            "F1": _share(2 * self.hit, 2 * self.hit + self.false + self.missed),
            "false alarms": _share(self.alarms, self.silent),
            "alarms shown": _share(self.shown, self.silent),
            "stance": _share(self.stances_right, self.stances),
            "wording": _share(self.wordings_right, self.wordings),
            "figures": _share(self.figures_right, self.figures),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


@dataclass(slots=True)
class Score:
    """Some documents as scored.

    Parameters
    ----------
    labels
        The documents as labelled, in order.
    by_document
        The counts of each.
    links
        How often a claim was hit, missed or linked falsely: ``(claim, "hit")``.
    """

    labels: list[Label] = field(default_factory=list)
    by_document: dict[str, Counts] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)
    links: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def total(self) -> Counts:
        """The counts of all documents."""
        total = Counts()
        for counts in self.by_document.values():
            total.add(counts)
        return total


def scored(labels: Sequence[Label], index: Mapping[str, Any]) -> Score:
    """Check labelled documents against an index, and score what is found."""
    score = Score()
    found = check((document(label) for label in labels), dict(index))
    for label, file in zip(labels, found, strict=True):
        add(score, label, file["findings"], unsupported(index))
    return score


def unsupported(index: Mapping[str, Any]) -> frozenset[str]:
    """Return the claims that the base does not support when they are asserted plainly."""
    return frozenset(
        claim
        for claim, rulings in index["rulings"].items()
        if rulings["asserts"][PLAIN]["verdict"] not in SUPPORTED
    )


def add(
    score: Score,
    label: Label,
    findings: Iterable[Mapping[str, Any]],
    without_support: Collection[str] = (),
) -> None:
    """Add one labelled document.

    Parameters
    ----------
    score
        What it is added to.
    label
        The document as labelled.
    findings
        What the checker found in it; `line` is the ordinal of the sentence.
    without_support
        The claims that the base does not support.
    """
    name = label["document"]
    lost = label.get("lost", ())
    score.labels.append(label)
    counts = score.by_document[name] = Counts(missed=len(lost))
    score.errors += [Error(name, 0, "missed", f"{claim} (split otherwise)") for claim in lost]
    found = {finding["line"]: finding for finding in findings}
    for ordinal, wanted in enumerate(label["sentences"], 1):
        got = found.get(ordinal, _SILENT)
        told = [
            *_links(wanted, got, counts, score.links),
            *_passed(wanted, got, counts, without_support),
            *_stance(wanted, got, counts),
            *_wording(wanted, got, counts),
            *_figures(wanted, got, counts),
        ]
        place = wanted.get("place", ordinal)
        score.errors += [Error(name, place, kind, what, wanted["text"]) for kind, what in told]


Told = Iterator[tuple[Kind, str]]

_SILENT: Mapping[str, Any] = {
    "links": [],
    "numbers": [],
    "stance": "",
    "verdict": "",
    "severity": "none",
}


def _made(got: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {link["claim"]: link for link in got["links"]}


def _alarm(got: Mapping[str, Any]) -> bool:
    return bool(got["links"]) or got["verdict"] == "not covered"


def _checkable(wanted: Mapping[str, Any]) -> bool:
    return bool(wanted.get("checkable", bool(wanted.get("claims"))))


def _links(
    wanted: Mapping[str, Any],
    got: Mapping[str, Any],
    counts: Counts,
    by_claim: Counter[tuple[str, str]],
) -> Told:
    claims, links = wanted.get("claims", {}).keys(), _made(got)
    hit, missed, false = claims & links.keys(), claims - links.keys(), links.keys() - claims
    counts.hit += len(hit)
    counts.missed += len(missed)
    counts.false += len(false)
    for name, which in (("hit", hit), ("missed", missed), ("false", false)):
        by_claim.update((claim, name) for claim in which)
    yield from (("missed", claim) for claim in sorted(missed))
    yield from (("false", f"{claim} ({links[claim]['cue']!r})") for claim in sorted(false))
    if not _checkable(wanted):
        counts.silent += 1
        counts.alarms += _alarm(got)
        counts.shown += _alarm(got) and got["severity"] != "none"
        if _alarm(got) and not false:
            yield "alarm", "not covered"


def _passed(
    wanted: Mapping[str, Any],
    got: Mapping[str, Any],
    counts: Counts,
    without_support: Collection[str],
) -> Told:
    links = _made(got)
    report = wanted.get("study", "unknown") != "unknown"
    for claim, level in sorted(wanted.get("claims", {}).items()):
        stance = wanted.get("stances", {}).get(claim, wanted.get("stance"))
        bold = stance == "asserts" and level is not None and level > HEDGED
        if claim not in without_support or not bold:
            continue
        counts.unsupported += 1
        verdict = links[claim]["verdict"] if claim in links else ""
        if verdict == "wording fits" or (verdict == "correct" and not report):
            counts.passed += 1
            yield "passed", f"{claim} ({verdict})"


def _stance(wanted: Mapping[str, Any], got: Mapping[str, Any], counts: Counts) -> Told:
    if not _checkable(wanted) or "stance" not in wanted or not _alarm(got):
        return
    counts.stances += 1
    counts.stances_right += got["stance"] == wanted["stance"]
    if got["stance"] != wanted["stance"]:
        yield "stance", f"{got['stance']}, wanted {wanted['stance']}"


def _wording(wanted: Mapping[str, Any], got: Mapping[str, Any], counts: Counts) -> Told:
    claims, links = wanted.get("claims", {}), _made(got)
    for claim in sorted(claims.keys() & links.keys()):
        level, said = claims[claim], links[claim]["wording"]
        if level is None:
            continue
        counts.wordings += 1
        counts.wordings_right += abs(level - said) <= 1
        if abs(level - said) > 1:
            yield "wording", f"{claim} {said}, wanted {level}"


def _figures(wanted: Mapping[str, Any], got: Mapping[str, Any], counts: Counts) -> Told:
    """Count figures; one end of a range is met by the range, which some label as two."""
    held = [(_bare(number["text"]), number["status"]) for number in got["numbers"]]
    for figure in wanted.get("figures", ()):
        text = _bare(figure["text"])
        at = next((n for n, (said, _) in enumerate(held) if said == text), None)
        range_ = next((status for said, status in held if text in said.split("-")), "unseen")
        status = held.pop(at)[1] if at is not None else range_
        counts.figures += 1
        counts.figures_right += status == figure["status"]
        if status != figure["status"]:
            yield "figure", f"{figure['text']} {status}, wanted {figure['status']}"


def _bare(text: str) -> str:
    """Return a number without what a label may or may not give with it: relation, unit, spaces."""
    found = re.search(r"[.\d][\d.,]*(?:\s*(?:-|–|to|and)\s*[.\d][\d.,]*)?", text)
    return re.sub(r"\s*(?:-|–|to|and)\s*", "-", found[0]).rstrip(".,") if found else text.lower()


def intervals(by_document: Sequence[Counts]) -> dict[str, tuple[float, float]]:
    """Return the 95% bootstrap interval of each measure, documents drawn with replacement."""
    draw = random.Random(SEED)
    values: dict[str, list[float]] = {name: [] for name in Counts().measures}
    rows = [tuple(getattr(counts, one.name) for one in fields(counts)) for counts in by_document]
    for _ in range(DRAWS):
        drawn = draw.choices(rows, k=len(rows))
        total = Counts(*map(sum, zip(*drawn, strict=True)))
        for name, value in total.measures.items():
            if not math.isnan(value):
                values[name].append(value)
    return {name: _middle(sorted(found)) for name, found in values.items()}


def _middle(values: Sequence[float]) -> tuple[float, float]:
    if not values:
        return float("nan"), float("nan")
    return values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]

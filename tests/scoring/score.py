"""Score the checker on labelled documents: links, false alarms, stance, wording, figures.

    python -m tests.scoring.score LABELLED.jsonl... [--evidence FOLDER] [--errors]
    python -m tests.scoring.score --articles FOLDER --claims claims.yaml [--errors]

The format of a labelled file is in tests/scoring/README.md. The second form reads articles with an
outside list of claims and mentions, whose wording and stance are taken from the evidence folder
where it records the same mention; a mention whose sentence the splitter cuts otherwise counts as
missed.

Precision, recall and F1 are micro-averages over claim ids in sentences. A false alarm is a finding
that has a claim, or is told as "not covered", on a sentence that is not checkable. Wording counts
if within one level. A figure is right if its status is that of the label; one that was not seen is
wrong. Stance is counted on the checkable sentences that were found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewkit.evidence import load
from reviewkit.index import open_index
from reviewkit.prose.check import check
from reviewkit.prose.documents import read as read_document
from reviewkit.prose.text import Document, Sentence

DRAWS, SEED = 2000, 20261121


@dataclass
class Counts:
    """What was right and wrong, in one document or all."""

    hit: int = 0
    missed: int = 0
    false: int = 0
    silent: int = 0
    alarms: int = 0
    stance: list[bool] = field(default_factory=list)
    wording: list[bool] = field(default_factory=list)
    figures: list[bool] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        """Add another's counts to these."""
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def measures(self) -> dict[str, float]:
        """Shares; one that rests on nothing is not a number, and is printed as a dash."""
        return {
            "precision": _share(self.hit, self.hit + self.false),
            "recall": _share(self.hit, self.hit + self.missed),
            "F1": _share(2 * self.hit, 2 * self.hit + self.false + self.missed),
            "false alarms": _share(self.alarms, self.silent),
            "stance": _share(sum(self.stance), len(self.stance)),
            "wording": _share(sum(self.wording), len(self.wording)),
            "figures": _share(sum(self.figures), len(self.figures)),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def score(label: dict[str, Any], findings: Iterable[dict[str, Any]]) -> tuple[Counts, list[str]]:
    """Return the counts of one labelled document, and its errors in words.

    Parameters
    ----------
    label
        The document as labelled.
    findings
        What the checker found in it; `line` is the ordinal of the sentence.
    """
    counts = Counts(missed=len(label.get("lost", ())))
    errors = [f"{label['document']}: split otherwise: {name}" for name in label.get("lost", ())]
    found = {finding["line"]: finding for finding in findings}
    for ordinal, wanted in enumerate(label["sentences"], 1):
        place = f"{label['document']}:{wanted.get('place', ordinal)}"
        wrong = _score_sentence(wanted, found.get(ordinal, _SILENT), counts)
        errors += [f"{place}: {error}" for error in wrong]
    return counts, errors


_SILENT: dict[str, Any] = {"links": [], "numbers": [], "stance": "", "verdict": ""}


def _score_sentence(wanted: dict[str, Any], got: dict[str, Any], counts: Counts) -> Iterator[str]:
    claims: dict[str, int | None] = wanted.get("claims", {})
    links = {link["claim"]: link for link in got["links"]}
    counts.hit += len(claims.keys() & links.keys())
    counts.missed += len(claims.keys() - links.keys())
    counts.false += len(links.keys() - claims.keys())
    yield from (f"missed {name}" for name in sorted(claims.keys() - links.keys()))
    for name in sorted(links.keys() - claims.keys()):
        yield f"false {name} ({links[name]['cue']!r})"
    alarm = bool(links) or got["verdict"] == "not covered"
    if not wanted.get("checkable", bool(claims)):
        counts.silent += 1
        counts.alarms += alarm
    elif "stance" in wanted and alarm:
        counts.stance.append(got["stance"] == wanted["stance"])
        if got["stance"] != wanted["stance"]:
            yield f"stance {got['stance']}, wanted {wanted['stance']}"
    for name in sorted(claims.keys() & links.keys()):
        level = claims[name]
        if level is not None:
            counts.wording.append(abs(level - links[name]["wording"]) <= 1)
            if abs(level - links[name]["wording"]) > 1:
                yield f"{name} wording {links[name]['wording']}, wanted {level}"
    yield from _score_figures(wanted, got, counts)


def _score_figures(wanted: dict[str, Any], got: dict[str, Any], counts: Counts) -> Iterator[str]:
    held = [(_bare(number["text"]), number["status"]) for number in got["numbers"]]
    for figure in wanted.get("figures", ()):
        text = _bare(figure["text"])
        at = next((n for n, (said, _) in enumerate(held) if said == text), None)
        status = held.pop(at)[1] if at is not None else "unseen"
        counts.figures.append(status == figure["status"])
        if status != figure["status"]:
            yield f"figure {figure['text']} {status}, wanted {figure['status']}"


def _bare(text: str) -> str:
    """Return a number without what a label may or may not give with it: relation, unit, spaces."""
    found = re.search(r"[.\d][\d.,]*(?:\s*(?:-|–|to|and)\s*[.\d][\d.,]*)?", text)
    return re.sub(r"\s*(?:-|–|to|and)\s*", "-", found[0]).rstrip(".,") if found else text.lower()


def document(label: dict[str, Any]) -> Document:
    """Return the document that a label describes."""
    sentences = tuple(
        Sentence(
            text=entry["text"],
            start=0,
            end=len(entry["text"]),
            line=number,
            column=1,
            kind=entry.get("kind", "paragraph"),
            heading=entry.get("heading", ""),
            lead_in=entry.get("lead_in", ""),
            block=entry.get("block", number),
        )
        for number, entry in enumerate(label["sentences"], 1)
    )
    return Document(file=label["document"], title=label.get("title", ""), sentences=sentences)


def articles(folder: Path, claims: Path, evidence: Path) -> Iterator[dict[str, Any]]:
    """Yield labels for articles, from a list of claims with the fingerprints of mentions."""
    import yaml

    recorded = {
        (mention.source, claim.id, mention.sha256): mention
        for claim in load(evidence).claims.values()
        for mention in claim.mentions
    }
    gold: dict[tuple[str, str], set[str]] = {}
    for claim in yaml.safe_load(claims.read_text(encoding="utf-8"))["claims"]:
        for made in claim["mentions"]:
            gold.setdefault((made["seed"], made["sha256"]), set()).add(claim["id"])
    for path in sorted(folder.glob("*.txt")):
        wanted = {digest: made for (seed, digest), made in gold.items() if seed == path.name}
        read_in = read_document(path)
        sentences: list[dict[str, Any]] = []
        seen = set()
        for found in read_in.sentences:
            digest = _sha256(found.text)
            seen.add(digest)
            mentions = {
                name: recorded.get((path.name[:3], name, digest)) for name in wanted.get(digest, ())
            }
            stances = {mention.stance for mention in mentions.values() if mention}
            sentences.append(
                {
                    "text": found.text,
                    "kind": found.kind,
                    "heading": found.heading,
                    "lead_in": found.lead_in,
                    "place": found.line,
                    "claims": {n: m.wording if m else None for n, m in mentions.items()},
                    **({"stance": stances.pop()} if len(stances) == 1 else {}),
                }
            )
        yield {
            "document": path.name[:3],
            "title": read_in.title,
            "sentences": sentences,
            "lost": sorted(
                name for digest, made in wanted.items() if digest not in seen for name in made
            ),
        }


def _sha256(text: str) -> str:
    normal = " ".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(normal.encode()).hexdigest()


def interval(by_document: list[Counts], measure: str) -> tuple[float, float]:
    """Return the 95% bootstrap interval of a measure, documents drawn with replacement."""
    draw = random.Random(SEED)
    values = []
    for _ in range(DRAWS):
        total = Counts()
        for counts in draw.choices(by_document, k=len(by_document)):
            total.add(counts)
        values.append(total.measures[measure])
    values = sorted(value for value in values if not math.isnan(value))
    if not values:
        return float("nan"), float("nan")
    return values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]


def main() -> None:
    """Print the table of measures by document, then intervals, then the errors if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("labelled", nargs="*", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--evidence", type=Path, default=Path("evidence/head-massage"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if options.labelled:
        lines = [line for path in options.labelled for line in path.open(encoding="utf-8")]
        labels = [json.loads(line) for line in lines if line.strip()]
    elif options.articles and options.claims:
        labels = list(articles(options.articles, options.claims, options.evidence))
    else:
        parser.error("name labelled files, or --articles with --claims")
    index = open_index(options.evidence)
    total, by_document, errors = Counts(), [], []
    print(f"{'document':16}" + "".join(f"{name:>14}" for name in total.measures))
    found = check((document(label) for label in labels), index)
    for label, file in zip(labels, found, strict=True):
        counts, wrong = score(label, file["findings"])
        total.add(counts)
        by_document.append(counts)
        errors += wrong
        print(_row(label["document"], counts))
    print(_row("all", total))
    for measure in total.measures:
        low, high = interval(by_document, measure)
        print(f"{measure}: 95% bootstrap interval {low:.3f} to {high:.3f}")
    if options.errors:
        print("\n".join(errors))


def _row(name: str, counts: Counts) -> str:
    cells = (f"{value:.3f}" if not math.isnan(value) else "–" for value in counts.measures.values())
    return f"{name:16}" + "".join(f"{cell:>14}" for cell in cells)


if __name__ == "__main__":
    main()

"""Score the checker's reading of labelled documents: links, stance, wording, false alarms.

    python tests/scoring/score.py LABELLED.jsonl [--evidence FOLDER] [--errors]
    python tests/scoring/score.py --articles FOLDER --claims claims.yaml [--errors]

The labelled file has one document on each line::

    {"document": "name", "title": "...", "sentences": [
        {"text": "...", "kind": "paragraph", "heading": "...", "lead_in": "...",
         "stance": "asserts", "claims": {"claim-id": 2, "other-id": null}, "checkable": true}]}

`claims` maps each claim that the sentence makes to the level of its wording (0 to 5, or null if
unlabelled); `checkable` (default: whether there are claims) is true without claims for a health
claim outside the base. `kind`, `heading`, `lead_in` and `stance` may be left out.
The second form reads articles with an outside list of claims and mentions, whose wording and
stance are taken from the evidence folder where it records the same mention; a mention whose
sentence the splitter cuts otherwise counts as missed.

Precision, recall and F1 are micro-averages over claim ids in sentences; a false alarm is a link
(or "not covered") on a sentence that is not checkable. Wording counts if within one level.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewkit.evidence import load
from reviewkit.index import open_index
from reviewkit.prose.documents import read as read_document
from reviewkit.prose.reading import Reading, read
from reviewkit.prose.text import Document, Sentence
from reviewkit.prose.vocabulary import compile as compile_vocabulary

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

    def add(self, other: Counts) -> None:
        """Add another's counts to these."""
        for name in ("hit", "missed", "false", "silent", "alarms", "stance", "wording"):
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
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def score(label: dict[str, Any], readings: Iterable[Reading]) -> tuple[Counts, list[str]]:
    """Return the counts of one labelled document, and its errors in words."""
    counts = Counts(missed=len(label.get("lost", ())))
    errors = [f"{label['document']}: split otherwise: {name}" for name in label.get("lost", ())]
    for ordinal, (wanted, got) in enumerate(zip(label["sentences"], readings, strict=True), 1):
        place = f"{label['document']}:{wanted.get('place', ordinal)}"
        claims: dict[str, int | None] = wanted.get("claims", {})
        links = {link.claim: link for link in got.links}
        counts.hit += len(claims.keys() & links.keys())
        counts.missed += len(claims.keys() - links.keys())
        counts.false += len(links.keys() - claims.keys())
        errors += [f"{place}: missed {name}" for name in sorted(claims.keys() - links.keys())]
        errors += [
            f"{place}: false {name} ({links[name].cue!r})"
            for name in sorted(links.keys() - claims.keys())
        ]
        if not wanted.get("checkable", bool(claims)):
            counts.silent += 1
            counts.alarms += got.checkable
        elif "stance" in wanted:
            counts.stance.append(got.stance == wanted["stance"])
            if got.stance != wanted["stance"]:
                errors.append(f"{place}: stance {got.stance}, wanted {wanted['stance']}")
        for name in claims.keys() & links.keys():
            level = claims[name]
            if level is not None:
                counts.wording.append(abs(level - links[name].wording) <= 1)
                if abs(level - links[name].wording) > 1:
                    errors.append(f"{place}: {name} wording {links[name].wording}, wanted {level}")
    return counts, errors


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
            block=number,
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
    parser.add_argument("labelled", nargs="?", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--evidence", type=Path, default=Path("evidence/head-massage"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if options.labelled:
        lines = options.labelled.read_text(encoding="utf-8").splitlines()
        labels = [json.loads(line) for line in lines if line.strip()]
    elif options.articles and options.claims:
        labels = list(articles(options.articles, options.claims, options.evidence))
    else:
        parser.error("name a labelled file, or --articles with --claims")
    vocabulary = compile_vocabulary(open_index(options.evidence))
    total, by_document, errors = Counts(), [], []
    print(f"{'document':16}" + "".join(f"{name:>14}" for name in total.measures))
    for label in labels:
        counts, wrong = score(label, read(document(label), vocabulary))
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

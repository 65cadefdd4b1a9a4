"""Labelled documents: read from files, or made from articles and an outside list of claims."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from reviewkit.evidence import load
from reviewkit.prose.documents import read as read_document
from reviewkit.prose.text import Document, Sentence

FOLDER = Path(__file__).parent

#: The study of a sentence whose label does not say which it tells of, if any.
UNTOLD = "not said"

Label: TypeAlias = dict[str, Any]
"""A document as labelled; tests/scoring/README.md has its format."""


def labelled(paths: Iterable[Path]) -> list[Label]:
    """Return the documents of some labelled files, in order."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


def document(label: Label) -> Document:
    """Return the document that a label describes; a sentence's line is its ordinal."""
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


def articles(folder: Path, claims: Path, evidence: Path) -> Iterator[Label]:
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
                    "study": UNTOLD,
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

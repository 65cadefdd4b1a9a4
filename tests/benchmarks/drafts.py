"""Drafts for the checker to be timed on: the labelled sentences for development, as Markdown.

They are in our own words and mixed as pages on massage are: some six sentences in ten claim
something, which is far more than most texts do. Those that claim nothing are timed alone too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

LABELLED = Path(__file__).resolve().parents[1] / "scoring"
_MARKS = {"heading": "## ", "bullet": "- ", "quote": "> "}


def drafts(*, silent: bool = False) -> list[str]:
    """Return every labelled document for development as a text of its own.

    Parameters
    ----------
    silent
        Whether what claims something is left out.
    """
    lines = [
        line
        for path in sorted(LABELLED.glob("development*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [draft(json.loads(line), silent=silent) for line in lines if line.strip()]


def draft(label: Mapping[str, Any], *, silent: bool = False) -> str:
    """Return a labelled document as Markdown, a paragraph for each block."""
    parts = [f"# {label['title']}"] if label.get("title") else []
    kept = [
        entry
        for entry in label["sentences"]
        if not (silent and entry.get("checkable", bool(entry.get("claims"))))
    ]
    for _, block in groupby(kept, key=lambda entry: entry.get("block")):
        entries = list(block)
        words = " ".join(entry["text"] for entry in entries)
        parts.append(_MARKS.get(entries[0].get("kind", ""), "") + words)
    return "\n\n".join(parts) + "\n"


def article(words: int = 1_000) -> str:
    """Return an article of about so many words: the first drafts, up to the block that fills it."""
    blocks = "\n".join(drafts()).split("\n\n")
    counts = accumulate(len(block.split()) for block in blocks)
    enough = next(n for n, count in enumerate(counts, 1) if count >= words)
    return "\n\n".join(blocks[:enough]) + "\n"

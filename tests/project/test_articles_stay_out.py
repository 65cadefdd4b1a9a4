"""The articles under review belong to their publishers: none of their sentences is in this tree.

The claims keep a digest of each sentence that they judge. So every sentence of this tree can be
held against those digests without the articles; with them (`--articles=FOLDER`), each of their
sentences is looked for in every file.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.project.test_tree import text_of
from tests.project.tree import ROOT, relative, tracked

SENTENCE_END = re.compile(r"""(?<=[.!?])["'”’)]*\s+(?=["'“‘(]?[A-Z])""")
MARKUP = re.compile(r"^[\s\-*•#>|\"'“‘`]+|[\s\"'”’`,|\\]+$")
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
LONG_ENOUGH = 40
"""Characters from which a sentence is someone's, not a phrase that anyone would write."""


def normal(text: str) -> str:
    """Return text as the digests were taken of it: NFKC, single spaces, nothing around it."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def sentences(text: str) -> Iterator[str]:
    """Yield every stretch of a text that may be a sentence: lines and paragraphs, cut in steps."""
    for stretch in (*text.splitlines(), *re.split(r"\n\s*\n|\n\s*[-*] |:\s*[>|]-?\s*\n", text)):
        for part in (stretch, *re.split(r": |\\n", stretch)):
            whole = normal(part)
            yield whole
            for sentence in SENTENCE_END.split(whole):
                yield sentence
                yield MARKUP.sub("", sentence)


def digest(sentence: str) -> str:
    return hashlib.sha256(sentence.encode()).hexdigest()


def judged() -> set[str]:
    """Return the digests of all sentences that the claims judge."""
    return {
        found
        for path in tracked("evidence/*/claims/*")
        for found in DIGEST.findall(path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    "around",
    ["{}", '- "{}"', "says: {}", "# Heading\n\nBefore it. {} After it.\n", "key: >-\n  {}\n"],
)
def test_a_sentence_is_found_however_it_is_written(around: str) -> None:
    wanted = "Nine men, so the story goes,\u00a0rubbed their heads for weeks."
    assert digest(normal(wanted)) in {digest(one) for one in sentences(around.format(wanted))}


def test_no_file_holds_a_sentence_that_the_claims_judge() -> None:
    wanted = judged() - {digest(title) for title in titles()}
    assert wanted
    held = [
        f"{relative(path)}: {sentence[:60]}"
        for path in tracked()
        if path.suffix != ".jsonl"
        for sentence in set(sentences(text_of(path) or ""))
        if len(sentence) >= LONG_ENOUGH and digest(sentence) in wanted
    ]
    assert held == []


def titles() -> set[str]:
    """Return the titles of the articles: by them a source is cited."""
    return {
        normal(str(yaml.safe_load(path.read_text(encoding="utf-8"))["title"]))
        for path in tracked("evidence/*/sources/*")
    }


@pytest.mark.articles
def test_no_file_holds_a_sentence_of_the_articles(articles: Path) -> None:
    wanted = {
        sentence
        for article in sorted(articles.glob("*.txt"))
        for line in article.read_text(encoding="utf-8").splitlines()
        for sentence in SENTENCE_END.split(normal(line))
        if len(sentence) >= LONG_ENOUGH
    } - titles()
    assert wanted
    held = [
        f"{relative(path)}: {sentence[:60]}"
        for path in tracked()
        if path != ROOT / "LICENSE"
        for text in [normal(text_of(path) or "")]
        for sentence in wanted
        if sentence in text
    ]
    assert held == []

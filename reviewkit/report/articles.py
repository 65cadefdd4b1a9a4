"""Articles held against the record, for a terminal: what is in place, what holds no claim."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reviewkit.display import plural
from reviewkit.evidence.articles import Held
from reviewkit.report.lines import Line

#: Words that a sentence is known by; more would copy the article.
FIRST_WORDS = 5
#: Characters that those words take at most.
MOST = 60


def articles_lines(held: Held) -> Iterator[Line]:
    """Yield what was found of one source, and its sentences without a claim, a line each."""
    if held.article is None:
        mentions = plural(held.mentions, "fingerprint")
        yield Line(text=f"source {held.source}: no file; {mentions} not checked")
        return
    name = printable(Path(held.article.path).name)
    sentences = plural(len(held.article.sentences), "sentence")
    yield Line(
        text=f"source {held.source} ({name}): {held.in_place} of "
        f"{plural(held.mentions, 'fingerprint')} in place; {len(held.unrecorded)} of {sentences} "
        f"without a recorded claim{':' if held.unrecorded else ''}"
    )
    for sentence in held.unrecorded:
        place = f"{sentence.line}:{sentence.ordinal}"
        yield Line(text=f"  {place:>6}  {first_words(sentence.words)}", role="quiet")


def first_words(text: str) -> str:
    """Return how a sentence begins.

    Examples
    --------
    >>> first_words("Nine men rubbed their heads for weeks.")
    'Nine men rubbed their heads …'
    """
    words = text.split()
    kept = " ".join(words[:FIRST_WORDS])
    shown = printable(kept[:MOST])
    return f"{shown} …" if len(words) > FIRST_WORDS or len(kept) > MOST else shown


def printable(text: str) -> str:
    r"""Return a text without what could move a cursor or turn text around.

    Examples
    --------
    >>> printable("a bath\x1b[2J")
    'a bath�[2J'
    """
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)

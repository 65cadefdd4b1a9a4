"""What is read of a writer's document: blocks of text, and the sentences in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

BlockKind = Literal["paragraph", "heading", "bullet", "cell", "quote"]


class Sentence(NamedTuple):
    """One sentence of a document.

    Parameters
    ----------
    text
        The sentence with runs of white space made one space; what rules read.
    start, end
        Code points of the decoded file (of the extracted text for .docx and .ipynb), end-exclusive.
    line, column
        1-based, of `start`.
    place
        Paragraph or cell, for files without lines of their own; else empty.
    kind
        Of the block that it stands in.
    heading
        The nearest heading above, or empty.
    lead_in
        The sentence above a list that carries its verb ("It can:"), or empty.
    block
        Ordinal of the block in the document; sentences of one block share it.
    offsets
        For each character of `text`, its offset in the decoded file; a range where they follow each
        other, so that large texts stay small.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    place: str = ""
    kind: BlockKind = "paragraph"
    heading: str = ""
    lead_in: str = ""
    block: int = 0
    offsets: Sequence[int] = ()


class Ignore(NamedTuple):
    """A writer's wish that findings of some codes be let pass, and why (``reviewkit: ignore=…``).

    Parameters
    ----------
    codes, reason
        As written; either may be empty, and what that means is not decided here.
    line, column, start, end, place
        Where the wish itself stands, as in `Sentence`.
    blocks
        Ordinals of the blocks that it is about: those that it shares its line or paragraph with,
        or else the next one.
    everywhere
        Whether it is about the whole document (``ignore-file=``), whatever `blocks` says.
    """

    codes: tuple[str, ...]
    reason: str
    line: int
    column: int
    start: int
    end: int
    place: str = ""
    blocks: Sequence[int] = ()
    everywhere: bool = False

    def covers(self, sentence: Sentence) -> bool:
        """Return whether it is about this sentence of its document."""
        return self.everywhere or sentence.block in self.blocks


class Document(NamedTuple):
    """A document as read.

    Parameters
    ----------
    file, title
        Its name, as findings tell it, and what it calls itself.
    sentences
        In order.
    ignores
        What it asks to ignore.
    line_starts
        The offset at which each of its lines begins, so that a place in the middle of a sentence
        can be told as line and column without the text.
    """

    file: str
    title: str
    sentences: tuple[Sentence, ...]
    ignores: tuple[Ignore, ...] = ()
    line_starts: Sequence[int] = (0,)

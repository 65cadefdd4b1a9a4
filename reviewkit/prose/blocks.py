"""A block: a paragraph, heading, bullet, cell or quote, as a format's reader hands it over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewkit.prose.text import BlockKind

_INK = re.compile(r"\S")


class Block(NamedTuple):
    """Running text, as decoded from the file, with where each character stands there.

    Parameters
    ----------
    text
        White space as it stands in the file, line breaks included.
    offsets
        For each character of `text`, its offset; a range where the text is a slice of the file.
    kind, place
        As in `reviewkit.prose.text.Sentence`.
    depth
        Of a heading, its level from 1; of a bullet, how deep its list is nested, from 1.
    """

    text: str
    offsets: Sequence[int]
    kind: BlockKind = "paragraph"
    place: str = ""
    depth: int = 0


def sliced(
    text: str,
    start: int,
    end: int,
    *,
    kind: BlockKind = "paragraph",
    place: str = "",
    depth: int = 0,
    base: int = 0,
) -> Iterator[Block]:
    """Yield the block ``text[start:end]`` without the white space around it; none if it is blank.

    Parameters
    ----------
    text, start, end
        A text and the stretch of it.
    kind, place, depth
        Of the block.
    base
        Added to the offsets, where `text` is itself a part of the file.
    """
    first = _INK.search(text, start, end)
    if first is None:
        return
    start = first.start()
    kept = text[start:end].rstrip()
    offsets = range(base + start, base + start + len(kept))
    yield Block(text=kept, offsets=offsets, kind=kind, place=place, depth=depth)


def spliced(pieces: Iterable[tuple[str, Sequence[int]]]) -> tuple[str, Sequence[int]]:
    """Return the pieces as one text with its offsets, a range if they stand side by side.

    Examples
    --------
    >>> spliced([("ab", range(3, 5)), ("c", range(5, 6))])
    ('abc', range(3, 6))
    >>> spliced([("a", range(0, 1)), ("&", (1,)), ("b", range(6, 7))])
    ('a&b', (0, 1, 6))
    """
    kept = [(text, offsets) for text, offsets in pieces if text]
    whole = "".join(text for text, _ in kept)
    if not kept:
        return "", range(0)
    first, last = kept[0][1], kept[-1][1]
    side_by_side = all(isinstance(offsets, range) for _, offsets in kept) and all(
        here[1][-1] + 1 == there[1][0] for here, there in pairwise(kept)
    )
    if side_by_side:
        return whole, range(first[0], last[-1] + 1)
    return whole, tuple(offset for _, offsets in kept for offset in offsets)

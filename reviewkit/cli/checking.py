"""Documents held against reviews, one after another or by several processes; results in order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reviewkit.prose.check import check
from reviewkit.prose.documents.paths import Refusal, Source, document
from reviewkit.prose.settings import Settings, adjusted
from reviewkit.prose.text import Document
from reviewkit.prose.together import together

WORTHWHILE = 100_000
"""Bytes of documents from which more than one process is started."""
PER_PROCESS = 8
"""Batches that each process is given, so that none waits long for the last."""


class Work(NamedTuple):
    """What every document is held against: the reviews' indexes, and what a project wants told."""

    indexes: Sequence[Mapping[str, Any]]
    settings: Settings


def outcomes(
    sources: Sequence[Source | Refusal], work: Work, *, jobs: int = 1
) -> Iterator[dict[str, Any] | Refusal]:
    """Yield what was found in each document, or why it could not be read, in their order.

    Parameters
    ----------
    sources
        As `reviewkit.prose.documents.paths.gather` gives them.
    work
        What they are held against.
    jobs
        Processes; 0 for as many as there are processors. Few or small files are checked by one,
        since another is worth its start only from about `WORTHWHILE` bytes on.
    """
    processes = min(jobs or os.cpu_count() or 1, len(sources))
    if processes <= 1 or _size(sources) < WORTHWHILE:
        yield from _outcomes(sources, work)
        return
    import multiprocessing

    length = -(-len(sources) // (processes * PER_PROCESS))
    batches = [sources[start : start + length] for start in range(0, len(sources), length)]
    with multiprocessing.Pool(processes, _begin, (work,)) as pool:
        for batch in pool.imap(_batch, batches):
            yield from batch


def _outcomes(
    sources: Sequence[Source | Refusal], work: Work
) -> Iterator[dict[str, Any] | Refusal]:
    """Yield what comes of each source; one run for all, so that an index is compiled once."""
    waiting: list[list[Document]] = [[] for _ in work.indexes]
    runs = [
        check(iter(left.pop, None), dict(index))
        for left, index in zip(waiting, work.indexes, strict=True)
    ]
    for source in sources:
        read = source if isinstance(source, Refusal) else document(source)
        if isinstance(read, Refusal):
            yield read
            continue
        for left in waiting:
            left.append(read)
        yield adjusted(together([next(run) for run in runs]), work.settings)


def _size(sources: Sequence[Source | Refusal]) -> int:
    """Return the bytes of the files; what cannot be looked at is left to the reader."""
    total = 0
    for source in sources:
        if isinstance(source, Path):
            try:
                total += source.stat().st_size
            except (OSError, ValueError):
                continue
    return total


_work: list[Work] = []
"""What a process of a pool was begun with; it is sent once, and not with every batch."""


def _begin(work: Work) -> None:
    _work[:] = [work]


def _batch(sources: Sequence[Source | Refusal]) -> list[dict[str, Any] | Refusal]:
    return list(_outcomes(sources, _work[0]))

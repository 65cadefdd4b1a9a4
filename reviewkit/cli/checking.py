"""Files held against a review, one after the other or by several processes; results in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from reviewkit.cli.gathering import STDIN, STDIN_NAME
from reviewkit.errors import UserError
from reviewkit.prose.settings import Settings, adjusted

Kind = Literal["txt", "md", "html"]

WORTHWHILE = 400_000
"""Bytes of files from which more than one process is started: a process costs about what reading
and checking so much does, measured in docs/checker.md."""
PER_PROCESS = 8
"""Batches that each process is given, so that none waits long for the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What every file is held against, and how.

    Parameters
    ----------
    index
        Of the review.
    settings
        Of the project.
    stdin
        The format of standard input.
    """

    index: Mapping[str, Any]
    settings: Settings
    stdin: Kind = "txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of one file: what was found, or why it could not be read."""

    name: str
    found: dict[str, Any] | None = None
    refusal: str = ""


def checked(names: Sequence[str], work: Work, *, jobs: int = 1) -> Iterator[Checked]:
    """Yield what comes of each file, in their order.

    Parameters
    ----------
    names
        Files; ``-`` is standard input.
    work
        What they are held against.
    jobs
        Processes; 0 for as many as there are processors. Few or small files are checked by one.
    """
    processes = min(jobs or os.cpu_count() or 1, len(names))
    if processes == 1 or STDIN in names or _size(names) < WORTHWHILE:
        yield from _of(names, work)
        return
    import multiprocessing

    length = -(-len(names) // (processes * PER_PROCESS))
    batches = [names[start : start + length] for start in range(0, len(names), length)]
    with multiprocessing.Pool(processes, _begin, (work,)) as pool:
        for batch in pool.imap(_batch, batches):
            yield from batch


def _of(names: Sequence[str], work: Work) -> Iterator[Checked]:
    """Yield what comes of each file, all checked with one compiled vocabulary."""
    from reviewkit.prose.check import check

    waiting: list[Any] = []
    results = check(iter(waiting.pop, None), dict(work.index))
    for name in names:
        try:
            waiting.append(_read(name, work.stdin))
        except UserError as error:
            yield Checked(name=name, refusal=str(error))
            continue
        yield Checked(name=name, found=adjusted(next(results), work.settings))


def _read(name: str, kind: Kind) -> Any:
    from reviewkit.prose import documents

    if name != STDIN:
        return documents.read(Path(name))
    data = sys.stdin.buffer.read(documents.LARGEST + 1)
    from reviewkit.prose.documents.opening import text_of, too_large

    if len(data) > documents.LARGEST:
        raise UserError(too_large(STDIN_NAME, len(data)))
    return documents.read_text(text_of(data, STDIN_NAME, page=kind == "html"), STDIN_NAME, kind)


def _size(names: Sequence[str]) -> int:
    """Return the bytes of the files; what cannot be looked at is left to the reader."""
    total = 0
    for name in names:
        try:
            total += Path(name).stat().st_size
        except (OSError, ValueError):
            continue
    return total


_works: list[Work] = []
"""What a process of a pool was begun with: alone in it, since a pool sends each task by itself."""


def _begin(work: Work) -> None:
    _works[:] = [work]


def _batch(names: Sequence[str]) -> list[Checked]:
    return list(_of(names, _works[0]))

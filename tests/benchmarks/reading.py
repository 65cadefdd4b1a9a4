"""Whether reading stays linear: what readers of text trip over, at a size and at four times it.

``python -m tests.benchmarks.reading`` prints a line a shape: seconds of the processor and megabytes
for each size, each in a fresh process, and the ratio of the seconds. Four is linear, sixteen is
square. The same shapes at 50 MB say what the largest file costs, or why it is refused.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from reviewkit.errors import UserError
from reviewkit.prose.documents import Kind, read_data

SIZES = (250_000, 1_000_000, 49_000_000)
PROSE = "Head massage lowers stress in many people who have tried it. "
SHAPES: dict[str, tuple[Kind, str]] = {
    "prose": ("txt", f"{PROSE * 4}\n"),
    "short lines": ("txt", "a.\n"),
    "no full stop": ("txt", "word "),
    "full stops": ("txt", "a. B "),
    "initials": ("txt", "A. "),
    "no-width spaces": ("txt", "\u200b"),
    "directives": ("txt", "It <!-- reviewkit: ignore=P1 x --> calms. "),
    "Markdown": ("md", f"{PROSE} It *may* [help](http://a.example).\n\n"),
    "bullets": ("md", "- a\n"),
    "one paragraph": ("md", "*a* [b](c) "),
    "brackets": ("md", "["),
    "marks of code": ("md", "` `` "),
    "quotes in quotes": ("md", "> "),
    "a table": ("md", "| a &amp; b | c |\n|---|---|\n| d | e |\n\n"),
    "notes": ("md", "a[^1]\n\n[^1]: b\n\n"),
    "a page": ("html", f"<p>{PROSE}<b>It</b>&nbsp;helps."),
    "references": ("html", "a&amp;"),
    "open elements": ("html", "<div>"),
    "open tags": ("html", "<a "),
    "open attributes": ("html", "<a b='"),
    "open comments": ("html", "<!--"),
    "wrong ends": ("html", "<b></p>"),
    "lists in lists": ("html", "<ul><li>a"),
    "a notebook": ("ipynb", PROSE),
    "a Word document": ("docx", PROSE),
}


def made(shape: str, size: int) -> tuple[Kind, bytes]:
    """Return a document of this shape and about this many bytes."""
    kind, piece = SHAPES[shape]
    times = size // len(piece.encode())
    if kind == "ipynb":
        cells = [{"cell_type": "markdown", "source": piece}] * times
        return kind, json.dumps({"cells": cells}).encode()
    if kind == "docx":
        stream = io.BytesIO()
        body = f"<w:p><w:r><w:t>{piece}</w:t></w:r></w:p>" * times
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "word/document.xml", f"<w:document><w:body>{body}</w:body></w:document>"
            )
        return kind, stream.getvalue()
    return kind, (piece * times).encode()


def measured(shape: str, size: int) -> tuple[float, float, str]:
    """Return seconds, megabytes and what came of it; in a process that has done nothing else."""
    kind, data = made(shape, size)
    read_data(made(shape, 1_000)[1], "warm", kind)  # what is imported is not measured
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    try:
        said = f"{len(read_data(data, 'it', kind).sentences):,} sentences"
    except UserError as error:
        said = str(error)
    seconds = time.process_time() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return seconds, grown / (1e6 if sys.platform == "darwin" else 1e3), said


def main() -> int:
    """Print the table."""
    print("| shape | 0.25 MB | 1 MB | ratio | 49 MB | |")
    print("|---|---|---|---|---|---|")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for shape in SHAPES:
            small, large, largest = (pool.submit(measured, shape, size).result() for size in SIZES)
            ratio = large[0] / small[0] if small[0] else float("nan")
            cells = [f"{one[0]:.2f} s, {one[1]:,.0f} MB" for one in (small, large, largest)]
            row = (shape, cells[0], cells[1], f"{ratio:.1f}", cells[2], largest[2])
            print(f"| {' | '.join(row)} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
